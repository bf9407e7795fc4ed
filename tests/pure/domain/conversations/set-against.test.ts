/** What is set against what was spoken of, and which of several that were spoken of is meant: metals of all packs, as a thread has them. */
import { describe, expect, test } from 'vitest';
import { ask, staysUnderDiscussion } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-30T12:00:00');

/** The first line of the answer to the last message. */
function lastOf(messages: readonly string[]): string {
  let previous: Question | undefined;
  let head = '';
  for (const message of messages) {
    const answer = ask(message, catalog, { now, previous });
    if (staysUnderDiscussion(answer)) previous = answer.question;
    head = renderPlainText(answer).split('\n')[0] ?? '';
  }
  return head;
}

describe('a year, a metal or a country against the one that was spoken of', () => {
  test.each([
    [['tin price 2019', 'vs 2015'], /^Tin price, 2015 against 2019: /],
    [['tin price 2019', 'compared to 2015?'], /^Tin price, 2015 against 2019: /],
    [['nickel price 2022', 'cheaper than in 2020?', 'and vs 2018'], /^Nickel price, 2018 against 2022: /],
    [['zinc price', 'versus 2020'], /^Zinc metal, Jun 2026: .* the average of 2020: /],
    [['neodymium output 2023', 'against 2021'], /^Neodymium world production, 2021 against 2023: /],
    [['3 t neodymium at 2023 prices', 'vs 2021'], /^From 2021 to 2023: \$105,000 more for 3 t/],
    [['palladium 2023', 'is that less than platinum'], /^No\. 2023, metal: Palladium .*; Platinum /],
    [['silver price 2024', 'is it more than gold?'], /^No\. 2024, metal: Silver .*; Gold /],
    [
      ['terbium oxide 2024', 'more expensive than dysprosium?'],
      /^Yes\. 2024, oxide: Terbium .*; Dysprosium /,
    ],
    [
      ['lithium output of Chile in 2024', 'more or less than Argentina that year?'],
      /2024: Chile leads.*|2024.*Chile/,
    ],
  ])('%j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });
});

describe('which of those that were spoken of', () => {
  test.each([
    [
      ['tin and nickel price 2021', 'which of them was lower in 2023?'],
      /^Nickel is the lowest\. 2023, metal: Tin .*; Nickel /,
    ],
    [['tin, nickel and zinc in 2022', 'which is cheapest'], /^Zinc is the lowest\. 2022/],
    [
      ['gold price 2020', 'and silver?', 'platinum too', 'which of all these is the dearest in 2022'],
      /^Gold is the highest\. 2022/,
    ],
    [
      ['tin 2024', 'nickel?', 'zinc?', 'which of the two is cheaper'],
      /^Zinc is the lowest\. 2024, metal: Nickel .*; Zinc /,
    ],
    [
      ['price 2025', 'and the year before', 'and before that', 'how much did it change over these two years'],
      /^Neodymium price, 2023 to 2025: /,
    ],
  ])('%j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });
});

describe('which of several that are named', () => {
  test.each([
    ['dearest of gold, palladium and platinum in 2021', /^Palladium is the highest\. 2021/],
    ['which one is cheaper, tin or copper?', /^Copper is the lowest\. Jun 2026/],
    ['cheapest among lead, zinc', /^Lead is the lowest\. Jun 2026/],
    ['who produced more in 2023, copper or zinc', /2023/],
  ])('%s', (text, wanted) => {
    expect(lastOf([text])).toMatch(wanted);
  });

  test('the highest price of two is the highest of each', () => {
    expect(lastOf(['highest price of tin and lead'])).toMatch(/^Tin metal, LME, highest price /);
  });

  test('of ranges that overlap none leads', () => {
    expect(lastOf(['which is cheaper in 2026, neodymium or neodymium'])).not.toMatch(/is the lowest/);
  });
});

describe('what was said of a time', () => {
  test.each([
    [
      ['nickel, which month of 2022 was dearest', 'lowest month of that year?'],
      /^Nickel metal, lowest of 2022: /,
    ],
    [['neodymium price 2031', 'sorry, 2023'], /^Neodymium, 2023: \$110/],
    [['neodymium price 2021', 'ugh no, I meant 2022'], /^Neodymium, 2022: \$92/],
    [['copper in 2019', 'zinc that same year'], /^Zinc metal.*2019: /],
  ])('%j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });
});

describe('what is supposed, held in the goods, or asked beside', () => {
  test.each([
    [
      ['what do 300 kg cost in 2023', 'what if it drops 10 %'],
      /^300 kg of neodymium less 10 %, 2023: \$29,700/,
    ],
    [['4 t of tin in 2022', 'and if prices go up by 5%?'], /^4 t of tin.* plus 5%, 2022: /],
    [['zinc price 2023', 'what if the price falls 50 %'], /^1 kg of zinc.* less 50 %, 2023: /],
    [['how much did it rise in 2023', 'what if it falls 20 %'], /^I don’t know/],
    [['zinc 2019 to 2021 percent'], /^Zinc metal, LME price, 2019 to 2021: /],
    [['Nd 2021->2023 %'], /^Neodymium price, 2021 to 2023: /],
    [
      ['in what year did the price rise the most in percentage terms'],
      /^Neodymium price, largest rise in a year: 2022/,
    ],
    [['which sector buys the most neodymium'], /Renewable energy 41 %/],
    [['any shortage on the horizon for 2026'], /^Neodymium supply, 2026: shortage/],
    [['3 t nickel 2022 with 5 % bulk discount'], /^3 t of nickel.* less 5 %, 2022: /],
  ])('%j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });

  test('two questions that "also" parts are both answered', () => {
    const text = renderPlainText(ask('show me tin price in 2021, also the reserves', catalog, { now }));
    expect(text).toMatch(/^Tin metal.*2021/);
    expect(text).toContain('reserves');
  });

  test('what is in goods that were spoken of', () => {
    const text = renderPlainText(
      ask('A rotor has a 3 kg magnet with 25 % Nd. What is the neodymium in it worth in 2022?', catalog, {
        now,
      }),
    );
    expect(text).toContain('0.75 kg at $92/kg');
  });
});

describe('what leans in other ways', () => {
  test.each([
    [['tin price 2021', 'and nickel', 'difference between them'], /^2021, metal: Tin .*; Nickel /],
    [
      ['neodymium output 2021', 'and 2024', 'growth between both', 'per year?'],
      /^Neodymium world production, 2021 to 2024: /,
    ],
    [['30 kg terbium 2021', 'for 2023', 'in total for both years'], /^In all, 2021 and 2023: \$79,200$/],
    [['gold march 2024', 'and april?'], /^Gold metal, Apr 2024: /],
    [
      ['renewables share 2022', 'and electronics', 'which is bigger in 2025'],
      /Renewable energy 37 %, electronics 32 %/,
    ],
    [['tin 2020', 'zinc too', 'lead as well', 'all three in 2022'], /^Tin metal.*2022: /],
    [['zinc price 2014', 'oops, 2015', 'how much has it changed since'], /^Zinc metal, LME, 2015 to /],
    [['12 kg dy 2022', 'make it tb'], /^12 kg of terbium oxide.*2022: /],
    [['12 kg dy 2022', 'with 5 % discount'], /^12 kg of dysprosium oxide.* less 5 % discount, 2022: /],
    [['tin vs lead 2021', '2022?'], /^2022, metal: Tin .*; Lead /],
    [['who comes second after china in tungsten'], /^Tungsten, mine production, 2025: .* is number 2/],
    [['is nd dearer now', 'neodymium price now', 'is that higher than last year'], /2025 against 2026/],
  ])('%j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });
});

describe('what is asked of the same', () => {
  test.each([
    [['7 kg dy 2022', 'and if we buy 9'], /^9 kg of dysprosium oxide.*2022: /],
    [['lithium reserves', 'who has the most', 'and least?', 'chile'], /^Lithium, reserves in Chile/],
    [['zinc price june 2022', 'average of that year'], /^Zinc metal, LME, 2022: /],
    [['tin price today', 'dearer than cobalt?'], /^No\. 2025, metal: Tin .*; Cobalt /],
    [['zinc price 2021', 'what is the usgs'], /^What is the USGS/],
    [['zinc price 2021', 'what is the usgs number'], /^Zinc metal, LME, 2021: \$1\.36\/lb/],
    [['tin, zinc and lead 2019 to 2022', 'which rose the most'], /^Tin metal, LME price, 2019 to 2022: /],
    [['platinum price 2022', 'add gold'], /^Platinum metal, 2022: /],
  ])('%j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });
});
