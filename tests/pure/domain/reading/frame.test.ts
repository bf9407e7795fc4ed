/** Sums, differences, lines that a figure may be past, budgets, offers, contained metal: each in several phrasings. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');

function each(phrasings: readonly string[], wanted: RegExp): void {
  test.each(phrasings)('%s', (phrasing) => {
    const answer = ask(phrasing, catalog, { now });
    expect(`${answer.outcome}: ${renderPlainText(answer)}`).toMatch(wanted);
  });
}

describe('a sum over years', () => {
  each(
    [
      'total neodymium produced 2021 till 2025',
      'total production 2021-2025',
      'how much neodymium was produced in all from 2021 to 2025',
      'how many tonnes were mined altogether between 2021 and 2025',
      'aggregate neodymium output, 2021 to 2025',
    ],
    /^answer: Neodymium, world production, 2021 to 2025: 269,000 t in all/,
  );
  each(
    ['production 2023 and 2024 combined', 'production of 2023 plus 2024'],
    /2023 to 2024: 110,200 t in all/,
  );
  // A total of one year is that year's figure, and a rise is none.
  each(['total production 2023'], /^answer: Neodymium, world production, 2023: 53,400 t/);
  each(['how much did total production rise from 2021 to 2025'], /\+25 %/);
});

describe('shares together', () => {
  each(
    [
      'renewables + electronics together in 2025',
      'combined share of renewables and electronics 2025',
      'how much do renewables and electronics make up together in 2025',
      'electronics plus renewables 2025 share',
    ],
    /^answer: Neodymium, 2025: Renewable energy 37 %, electronics 32 %; together 69 %/,
  );
});

describe('a difference', () => {
  each(
    [
      'cost difference for 200 kg between 2022 and 2023',
      'how much more does 200 kg cost in 2023 than in 2022',
      '200 kg: 2022 price vs 2023 price, how much more',
      'extra cost of 200 kg from 2022 to 2023',
      'what would i have saved buying 200 kg in 2022 instead of 2023',
    ],
    /^answer: From 2022 to 2023: \$3,600 more for 200 kg of neodymium/,
  );
  each(
    [
      'how many tonnes did output add in 2023 over 2022',
      'difference in production 2022 vs 2023',
      'by how many tonnes did output grow from 2022 to 2023',
    ],
    /2,600 t more/,
  );
  each(['price gap 2022 and 2023 in dollars', 'price difference in $ 2022 2023'], /\$18 more a kg/);
});

describe('a line that a figure may be past', () => {
  each(['was it above 100 in 2023?', 'did the price exceed 100 in 2023'], /^answer: Yes .*2023: \$110/);
  each(['was neodymium over $100 in 2022?', 'did it reach 100 in 2022'], /^answer: No .*2022: \$92/);
  each(
    ['was the price under $80/kg in 2021', 'did it cost less than 80 dollars a kilo in 2021'],
    /^answer: Yes .*\$75/,
  );
  each(['was the price above $100,000 per tonne in 2023'], /^answer: Yes .*\$110,000\/t/);
  each(['is it more than 150 in 2026'], /^answer: No, as projected\. .*\$115 to \$140/);
  each(['is it above 120 in 2026'], /^answer: It may be.*\$115 to \$140/);
  each(['was production over 55k tonnes in 2024'], /^answer: Yes\. .*2024: 56,800 t/);
  each(['did renewables have more than 30% in 2023'], /^answer: Yes\. .*31 %/);
  each(['has the price ever been above 100'], /^answer: Yes.*2023: \$110.*2024: \$125[^]*Not so: 2021/);
  // A claim of a change, and an order, are something else.
  each(['did it really rise over 80%?'], /^answer: (?!Yes|No)/);
  each(['if it rises above 130, what would 500 kg cost in 2024?'], /\$62,500/);
});

describe('a sum of money and what it buys', () => {
  each(
    [
      '$1 million of neodymium in 2024, how much is that',
      'how much material is $1m at 2024 prices',
      '2024: what weight do i get for $1 million',
      '$1,000,000 worth of neodymium in 2024, how many kg',
    ],
    /^answer: \$1,000,000 buys, at 2024 prices: 8,000 kg/,
  );
  each(['was it $110 in 2023'], /^answer: (?!.*buys)/);
});

describe('a price on the table', () => {
  each(
    [
      'paid 118 a kilo in 2024, did i overpay?',
      'we paid $118/kg in 2024. too much?',
      'i bought at 118 per kg in 2024, good deal?',
      '118 $/kg in 2024, was that too expensive',
      'bought 2024 for 118/kg - did i get ripped off',
    ],
    /\$118\/kg is 5\.6 % below the price.*2024/,
  );
  each(['supplier asks 130 a kilo this year. fair?'], /\$130\/kg is within the range of prices.*2026/);
  each(['300 kg this year how much money', 'how much cash for 300 kg this year'], /\$34,500 to \$42,000/);
});

describe('metal and its oxide', () => {
  each(
    ['price of contained neodymium from the oxide in 2025', 'oxide price 2025 per kg contained nd'],
    /^answer: Neodymium contained in oxide, 2025: about \$85\.20\/kg/,
  );
  each(
    ['how much neodymium is in 10 kg of oxide', 'how much metal is in 10 kg nd2o3'],
    /^answer: 10 kg of Nd2O3: 8\.57 kg of neodymium/,
  );
});

describe('years of two digits in pairs', () => {
  each(
    ['yearly prices 22-24', 'prices 22-24', 'nd price 22-24', 'price 22/24'],
    /2022 (?:to|and) 2024: \$92/,
  );
  each(['price 22-24 kg'], /^(?!.*2022 to 2024)/);
});
