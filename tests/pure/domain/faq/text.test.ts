import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFaqText, faqCitations, resolveFaqText } from '#src/domain/faq/faq-text.ts';
import { metalSchema } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';

const read = (id: string) =>
  withTables(metalSchema.parse(JSON.parse(readFileSync(`tests/pure/packs/${id}.json`, 'utf8'))));
const metal = read('neodymium');
const catalog = { metals: [metal, read('rare-earths')] };
const resolve = (text: string) => resolveFaqText(text, metal, catalog);
const check = (text: string) => checkFaqText(text, metal, catalog);

test('blank lines part an answer into lines; single line ends do not', () => {
  expect(resolve('One\ntwo.\n \nThree.\r\n\r\n\nFour.')).toEqual([['One two.'], ['Three.'], ['Four.']]);
});

test('braces that do not close are named', () => {
  expect(check('{{price 2024} is estimated').join()).toMatch(/belongs to no placeholder/);
});

describe('a figure is never typed in', () => {
  test.each([
    'up 80 % since',
    'at $75/kg',
    '60–70%',
    '48,000 tonnes',
    '2.5 times',
    'USD75',
    '2000 tonnes',
    '½',
    '25%',
  ])('%s', (text) => {
    expect(check(`It was ${text} then.`).join()).toMatch(/typed-in figure/);
  });

  test.each([
    '2024',
    'from 2021–2025',
    '(2021-2025)',
    '2025’s',
    'MCS 2026',
    'Nd2Fe14B',
    'Nd2O3.',
    'CO2',
    'Q4',
  ])('but %s is none', (text) => {
    expect(check(`It is ${text} there.`)).toEqual([]);
  });
});

describe('what is only estimated or projected is called so', () => {
  test.each([
    ['In 2026 it is {{price 2026}}.', /is projected: its paragraph must say so/],
    ['An estimate.\n\nIn 2025: {{price 2025}}.', /is estimated: its paragraph must say so/],
    ['An estimate: {{change price 2021 2026}}.', /is projected/],
  ])('%s', (text, problem) => {
    expect(check(text).join()).toMatch(problem);
  });

  test('in the paragraph where it stands', () => {
    expect(check('The projection is {{price 2026}}, after an estimated {{price 2025}}.')).toEqual([]);
  });
});

test('an entry cites its source, its further ones and those of its figures, once each', () => {
  const source = { id: 'report', section: 'Summary' };
  const answer =
    'Estimates: {{price 2024}}, {{price 2023}}, {{usgs-nd-oxide 2024}}, {{claim surge-2021-2025}}.';
  const cited = faqCitations({ answer, source, alsoSources: [source] }, metal, catalog);
  expect(cited.map((c) => [c.id, c.section])).toEqual([
    ['report', 'Summary'],
    ['report', 'Yearly Neodymium Price Trend and Sector Demand Table'],
    ['usgs-2026', 'Price, average, dollars per kilogram'],
  ]);
  expect(faqCitations({ answer: 'Words.', alsoSources: [] }, metal, catalog)).toEqual([]);
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '{{',
    '}}',
    '\n\n',
    'estimated projected ',
    '{{price 2025}}',
    '{{claim china-share}}',
    '{{x 1}}',
  ),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

test('any text either resolves or is named as bad, and checking never throws', () => {
  fc.assert(
    fc.property(text, (t) => {
      const resolves = () => resolve(t).length >= 0;
      const outcome = check(t).length > 0 || resolves();
      expect(outcome).toBe(true);
    }),
  );
});

test('text without placeholders comes back as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zé.,;:'()&<>*_~ -]*$/), (t) => {
      const plain = t.replace(/\s+/g, ' ').trim();
      expect(resolve(t)).toEqual(plain === '' ? [] : [[plain]]);
    }),
  );
});
