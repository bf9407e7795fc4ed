/** Figures of years and quotes of days answer together: side by side, and in one order. */
import { expect, it, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { bookOf, quote } from './sample-quotes.ts';
import { bookFor } from './year-of-quotes.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const now = new Date('2026-11-30T12:00:00Z');
const both = bookFor('ndpr', 'neodymium');
const ndprAlone = bookFor('ndpr');
const say = (text: string, book = both) => renderPlainText(ask(text, catalog, { now, book }));

test.each([
  ['neodymium vs ndpr', /^27 Nov 2026: Neodymium oxide CN¥667,500 .*; NdPr oxide CN¥617,500/],
  ['is ndpr dearer than neodymium', /Neodymium oxide is 1\.07 to 1\.09 times NdPr oxide\./],
  ['compare ndpr and neodymium in Q2 2026', /^Average of Q2 2026: NdPr oxide CN¥547,500/],
  ['ndpr vs neodymium on 15 May 2026', /^15 May 2026: NdPr oxide CN¥547,500/],
  ['ndpr vs neodymium in USD/kg', /NdPr oxide \$86\.78 to \$87\.34\/kg; Neodymium oxide \$93\.80/],
  ['neodymium against dysprosium 2024', /^2024, oxide: Neodymium \$56\/kg/],
  [
    'highest neodymium since 2021',
    /^Neodymium, highest[^]*\nUSGS[^]*\nDesk \(oxide.*, highest 2 Jan 2026 to 27 Nov/,
  ],
  ['lowest neodymium price 2024', /^(?![^]*Desk)/],
])('metals stand side by side: “%s”', (text, said) => {
  expect(say(text)).toMatch(said);
});

test.each([
  'what do 10 kg of terbium cost and what is the ndpr price',
  'is $140/kg for ndpr and terbium fair',
])('a price of neodymium is given in the place of nothing else: “%s”', (text) =>
  expect(say(text)).not.toMatch(/neodymium(?: oxide)?[^\n]*\$\d/i),
);

it('a price of a day is set beside a figure for a year, each with its date and basis, and not divided by it', () => {
  const answer = say('neodymium vs ndpr', ndprAlone);
  expect(answer).toMatch(/NdPr oxide CN¥617,500 to CN¥621,500\/t \(27 Nov 2026\)/);
  expect(answer).toMatch(/Neodymium.* \$100 to \$130\/kg \(estimate\) \(2025\)/);
  expect(answer).toContain(
    'One is the price of a day, another a figure for a year, so no ratio is worked out.',
  );
});

it('what is quoted on different bases is not divided, and each basis is said', () => {
  const nd = bookOf({ '2026-11-20': 600_000 }, { metal: 'neodymium', terms: 'fob', vat: 'excluded' });
  const [ndpr, other] = [bookOf({ '2026-11-20': 553_000 }), nd.latest[0]];
  if (other === undefined) throw new Error('no series');
  const book = {
    ...ndpr,
    latest: [...ndpr.latest, { ...other, series: 'n' }],
    histories: new Map([...ndpr.histories, ['n', nd.histories.get('s') ?? []]]),
  };
  const answer = say('ndpr vs neodymium', book);
  expect(answer).toContain('They are quoted on different bases, so no ratio is worked out.');
  expect(answer).toContain(`NdPr oxide: ${quote().purity}, ex works China, VAT included.`);
  expect(answer).toContain('Neodymium oxide: 99 %, FOB China, VAT excluded.');
});

test.each([
  ['10 kg ndpr and 5 kg terbium', /10 kg of NdPr oxide.*CN¥6,175[^]*5 kg of terbium oxide.*\$4,050/],
  ['price neodymium, ndpr and terbium', /Neodymium oxide: CN¥667,500[^]*NdPr oxide: CN¥617,500[^]*Terbium/],
  ['how much oxide for 10 kg of metal', /11\.67 kg of neodymium oxide, which holds 10 kg .*CN¥7,790/],
])('what has quotes and what has figures of years stand in one list: “%s”', (text, said) => {
  expect(say(text)).toMatch(said);
});

test.each([
  [['ndpr price', 'and 2023?'], /nothing on NdPr/],
  [['ndpr price', 'production 2023'], /^Neodymium, world production, 2023/],
])('without a quote, what leans on NdPr is never answered with another metal: %j', (texts, said) => {
  let previous: Question | undefined;
  const answers = texts.map((text) => {
    const answer = ask(text, catalog, { now, previous });
    previous = answer.question;
    return renderPlainText(answer);
  });
  expect(answers.at(-1)).toMatch(said);
});

it('a comparison goes on in what leans on it', () => {
  const previous = ask('ndpr vs neodymium', catalog, { now, book: both }).question;
  const next = renderPlainText(ask('and in May 2026?', catalog, { now, previous, book: both }));
  expect(next).toContain('NdPr oxide');
  expect(next).toContain('Neodymium oxide');
});

test.each([
  ['ndpr vs samarium', /on samarium[^]*NdPr oxide has quotes alone/],
  ['chart ndpr vs neodymium', /not drawn in one chart/],
  ['samarium vs neodymium', /nothing on samarium/i],
  ['10 kg samarium and 5 kg terbium', /\$4,050[^]*nothing on samarium/],
  ['ndpr vs neodymium production 2023', /ndpr/i],
  ['10 kg ndpr and 5 kg terbium in 2023', /\$6,490[^]*of NdPr, 2023: no cost/],
])('what has neither is named: “%s”', (text, said) => {
  expect(say(text)).toMatch(said);
});
