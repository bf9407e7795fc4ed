/** How several that are named moved, set against each other: none of them is left out, and the verdict is of their moves. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const answer = (question: string) => renderPlainText(ask(question, catalog, { now }));
const head = (question: string) => answer(question).split('\n')[0];

describe('who rose or fell more', () => {
  test.each([
    ['did zinc outperform nickel in 2024', 'Yes. Price, 2023 to 2024: Zinc +4.6 %; Nickel -21.9 %'],
    ['has nickel beaten zinc in 2024?', 'No. Price, 2023 to 2024: Zinc +4.6 %; Nickel -21.9 %'],
    ['did nickel lag zinc in 2024', 'Yes. Price, 2023 to 2024: Nickel -21.9 %; Zinc +4.6 %'],
    ['did lead do better than tin last year', 'No. Price, 2024 to 2025: Tin +13.3 %; Lead -5.2 %'],
    [
      'which fell more in 2025: nickel or lead',
      'Nickel fell most. Price, 2024 to 2025: Nickel -9.8 %; Lead -5.2 %',
    ],
    [
      'which gained more last year, lead or tin',
      'Tin rose most. Price, 2024 to 2025: Tin +13.3 %; Lead -5.2 %',
    ],
    ['is tin outpacing lead', 'Yes. Price, 2024 to 2025: Tin +13.3 %; Lead -5.2 %'],
    ['did tin rise or fall against lead in 2025', 'Price, 2024 to 2025: Tin +13.3 %; Lead -5.2 %'],
    [
      'whose copper output grew faster, Zambia or Chile',
      'Zambia rose most. Production, 2024 to 2025: Zambia +14.2 %; Chile -3.8 %',
    ],
  ])('%s', (question, expected) => {
    expect(head(question)).toBe(expected);
  });
});

test('up to today it is told by years and by months, and what they say apart is no one verdict', () => {
  const told = answer('has silver outperformed gold since 2020');
  expect(told).toMatch(
    /^By years: no; by months: yes\. Price, 2020 to 2025: Gold \+94\.5 %; Silver \+94\.1 %\n/,
  );
  expect(told).toMatch(/By months, Jan 2020 to Jun 2026: Silver about \+271 %.*; Gold \+171 %\./);
});

test('this year has months alone', () => {
  expect(head('has tin outperformed lead this year')).toMatch(
    /Price, Jan 2026 to Jun 2026: .*Tin .*Lead |Lead .*Tin /,
  );
});

test('what rounding leaves open is not decided', () => {
  expect(head('did copper output grow faster than tin output')).toMatch(
    /^It can’t be said, for the figures are too coarse\. /,
  );
});

test('over years, two prices side by side are told with how each moved', () => {
  expect(answer('tin vs lead since 2020')).toContain('From 2020 to 2025: tin +98.9 %; lead ');
});

test.each(['silver wobbled while gold rose in 2024', 'gold rose in 2024 and silver zigzagged'])(
  'a name that is an everyday word is never noise beside another metal: %s',
  (question) => {
    const given = ask(question, catalog, { now });
    const told = given.outcome !== 'answer' || /silver/iu.test(renderPlainText(given));
    expect(told).toBe(true);
  },
);

describe('a country and a name that is an everyday word', () => {
  test.each([
    ['zambia copper', 'Copper, production, Zambia, 2025: 940 kt (estimate)'],
    ['mica india', 'Mica, production, India, 2025: 13,000 t (estimate)'],
    ['tin from peru', 'Tin, production, Peru, 2025: 33,000 t (estimate)'],
  ])('%s', (question, expected) => {
    expect(head(question)).toBe(expected);
  });

  test.each(['did China lead', 'salt of the earth in India'])('%s is of none', (question) => {
    expect(ask(question, catalog, { now }).outcome).not.toBe('answer');
  });
});
