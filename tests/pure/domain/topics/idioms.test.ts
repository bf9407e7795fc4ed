/** What is asked in the words of a trade: where a price is at, what happened to it, how big a market is, whether an offer is good. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-30T12:00:00');

function told(text: string): string {
  const answer = ask(text, catalog, { now });
  return `${answer.outcome}: ${renderPlainText(answer)}`;
}

const check = (rows: readonly (readonly [string, RegExp])[]) =>
  test.each(rows)('%s', (text, expected) => {
    expect(told(text)).toMatch(expected);
  });

describe('where a price is', () => {
  check([
    ["what's neo at", /^answer: Neodymium oxide.*2025: \$73\/kg/],
    ['how is neodymium doing', /^answer: Neodymium oxide.*2025: \$73\/kg/],
    ['where is copper at', /^answer: Copper metal, Jun 2026: \$13,552\/t/],
    ["where's copper at right now?", /^answer: Copper metal, Jun 2026/],
    ['where was tin at in 2022', /^answer: Tin metal, LME, 2022: \$31,335\/t/],
    ['how did copper do in 2024', /^answer: Copper metal, LME, 2024: \$9,142\/t/],
    ['how are you doing', /^none/],
    ["what's the meeting at", /^none/],
    ['where is the copper pot at', /^none/],
    ['how is lead doing at school', /^none/],
  ]);
});

describe('what happened to it, of late', () => {
  check([
    ['what happened to lithium prices', /2021 to 2025: -23\.1 %[^]*2022 {2}\$63,700\/t/],
    ['what happened to lead', /^answer: Lead metal.*price, /],
    ["what's up with cobalt", /^answer: Cobalt.*2021 to 2025: -13\.3 %/],
    ['what happened to nd prices in 2022', /^answer: Neodymium, 2022: \$92\/kg/],
  ]);
});

describe('a part of demand is a share', () => {
  check([
    ['what share of neodymium goes into wind turbines', /^answer: Neodymium, 2026: Renewable energy 41 %/],
    ['what portion of nd is used for evs', /^answer: Neodymium, 2026: Renewable energy 41 %/],
    ['how much of nd demand is ev motors', /^answer: Neodymium, 2026: Renewable energy 41 %/],
    ['how does wind power demand affect neodymium', /What do neodymium prices mean for electric vehicles/],
  ]);
});

describe('how big a market is', () => {
  check([
    [
      'how big is the neodymium market',
      /output of 2025 at its price[^]*No source here has a value of the market/,
    ],
    ['how big is the lithium market', /No source here has a value of the market[^]*290,000 t/],
  ]);
});

describe('a verdict first, where the sources are of one mind', () => {
  check([
    ['is 60 usd/kg fair for nd oxide', /^answer: Yes: \$60\/kg is 17\.8 % below/],
    ['is $9,000/t for copper reasonable', /^answer: Yes: \$9,000\/t is 9\.5 % below/],
    ['$140/kg for nd, too much?', /^answer: Yes: \$140\/kg is 7\.7 to 40 % above/],
    ['is $140/kg for nd a good deal', /^answer: No: \$140\/kg/],
    ['is $95/kg a good price for nd', /^answer: It depends on the form: \$95\/kg is 5 to 26\.9 % below/],
  ]);
});

describe('each year, and years before the first figure', () => {
  check([
    ['did production of neodymium grow every year?', /^answer: Yes\. Neodymium world production/],
    ['did the copper price rise every year', /^answer: No\. Copper[^]*did not rise in 31 of 65 years/],
    ['did nd prices rise every year', /^answer: Neodymium price[^]*in 2025 and 2026, the ranges leave open/],
    ['show me palladium since 2015', /2021 to 2025: -54\.5 %[^]*nothing before 2021/],
  ]);
});

describe('a move that is supposed is put on the cost', () => {
  check([
    ['what if prices go up 10 %, 500 kg nd', /^answer: 500 kg of neodymium plus 10 %, 2025: \$55,000/],
    [
      'if prices fall by 5 %, what would 2 t nd cost in 2024',
      /^answer: 2 t of neodymium less 5 %, 2024: \$237,500/,
    ],
    ['what do 20 kg cost at 2024 prices, and can the stuff be recycled?', /\$2,500[^]*Can recycling solve/],
  ]);
});
