/** What amounts cost: lists, counts, rates, percentages, substances and offers, against figures worked out by hand. */
import {
  assert as holds,
  array,
  constantFrom,
  integer,
  option,
  property,
  record,
  shuffledSubarray,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { checkRows, type Row } from '../rows.ts';
import { cases } from '../../../cases.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const answer = (text: string) => ask(text, catalog, { now: new Date('2026-11-30T12:00:00') });
const say = (text: string) => renderPlainText(answer(text));

const check = (rows: readonly Row[]) => checkRows(rows, catalog);

describe('several amounts', () => {
  check([
    [
      'what do 10 kg of dysprosium and 20 kg of terbium cost in 2023?',
      /^In all, 2023: \$29,260\n10 kg of dysprosium.*\$3,300.*\n20 kg of terbium.*\$25,960/,
    ],
    [
      'cost of 100 kg in 2022 and 200 kg in 2023',
      /\$31,200[^]*100 kg.*2022: \$9,200[^]*200 kg.*2023: \$22,000/,
    ],
    ['420 kg in 2021 and 510 kg in 2023', /\$87,600[^]*420 kg.*\$31,500[^]*510 kg.*\$56,100/],
    ['in 2022 100 kg and in 2023 200 kg', /100 kg.*2022: \$9,200[^]*200 kg.*2023: \$22,000/],
    ['100 kg Nd + 5 kg Dy + 2 kg Tb in 2023', /\$15,246[^]*\$11,000[^]*\$1,650[^]*\$2,596/],
    ['neodymium 10 kg, terbium 20 kg, 2023', /10 kg of neodymium.*\$1,100[^]*20 kg of terbium.*\$25,960/],
    ['10 and 20 kg of dysprosium and terbium in 2023', /10 kg of dysprosium.*\$3,300[^]*20 kg of terbium/],
    ['100 kg last year and 200 kg this year', /100 kg.*2025: \$10,000 to \$13,000[^]*200 kg.*2026: \$23,000/],
    // A choice and different years have no total.
    ['100 kg of terbium or 50 kg of dysprosium 2023', /\$129,800[^]*\$16,500/, /In all/],
    ['100 kg and 50 kg from 2021 to 2023', /2021: \$7,500[^]*2023: \$5,500/, /In all/],
    ['100 kg of nd and 20 kg of oxide in 2024', /\$12,500[^]*20 kg of neodymium oxide.*\$1,120/],
    [
      '10 kg of copper and 20 kg of terbium 2023',
      /\$25,960[^]*nothing on copper[^]*10 kg of copper/,
      /10 kg of terbium/,
    ],
    ['5 kg Pr and 10 kg Nd 2023', /\$1,100[^]*nothing on praseodymium/, /5 kg of neodymium/],
    ['neodymium price and cost of 10 kg of terbium in 2023', /\$12,980[^]*Neodymium, 2023: \$110\/kg/],
    [
      'cost of 100 kg neodymium in 2024 and dysprosium price',
      /\$12,500[^]*Dysprosium.*\$/,
      /100 kg of dysprosium/,
    ],
  ]);
});

describe('amounts that are put together', () => {
  check([
    ['cost of 3 x 50 kg in 2024', /^150 kg.*\$18,750/],
    ['50 kg * 3 in 2024', /^150 kg.*\$18,750/],
    ['cost of 100 kg + 50 kg in 2024', /^150 kg.*\$18,750/],
    ['100 kg minus 20 kg in 2024', /^80 kg.*\$10,000/],
    ['10 + 20 kg in 2024', /^30 kg.*\$3,750/],
    ['half of 50 kg in 2024', /^25 kg.*\$3,125/],
    ['3 dozen kg in 2024', /^36 kg.*\$4,500/],
    ['5 lb 4 oz in 2024', /^5\.25 lb/],
    ['5 motors with 2 kg each, cost in 2024', /^10 kg.*\$1,250/],
    ['2 kg per motor for 500 motors in 2024', /^1,000 kg.*\$125,000/],
    ['two 50 kg drums in 2024', /^100 kg.*\$12,500/],
    ['10 bags of 25 kg in 2024', /^250 kg.*\$31,250/],
    ['cost of 2 t in 50 kg bags in 2024', /^2 t.*\$250,000[^]*did not use: 50 kg bags/],
  ]);
});

describe('marks with two readings', () => {
  check([
    ['cost of 1.250 t in 2024', /\$156,250,000; or 1\.25 t: \$156,250[^,]/],
    ['24.500 MT in 2024', /\$3,062,500,000; or 24\.5 t: \$3,062,500[^,]/],
    ['1.500 kg and 2 kg in 2024', /two readings|or of 1\.5 kg/, /In all/],
    ['2,5 t in 2024', /^2\.5 t.*\$312,500/, /two readings/],
    ['2,500 kg in 2024', /^2,500 kg.*\$312,500/, /two readings/],
    ['cost of 1/2 t in 2024', /^0\.5 t.*\$62,500/],
    ['2 1/2 t in 2024', /^2\.5 t.*\$312,500/],
    ['3x50kg in 2024', /^150 kg.*\$18,750/],
    ['10 250 kg drums in 2024', /\$1,281,250; or 2,500 kg: \$312,500/],
  ]);
});

describe('amounts that come again and again', () => {
  check([
    ['100 kg a month in 2023, yearly cost', /^100 kg a month.*\$132,000 a year[^]*12 times/],
    ['100 kg a month in 2023', /\$11,000 a month, \$132,000 a year/],
    ['100 kg a month for 6 months in 2023', /\$66,000 in 6 months/],
    ['100 kg every 2 weeks in 2024', /\$12,500 every 2 weeks, \$325,000 a year/],
    ['5 t per year for 3 years at 2024 prices', /\$1,875,000 in 3 years/],
  ]);
});

describe('percentages, and what is not used', () => {
  check([
    ['50 kg less 10 % in 2024', /^50 kg of neodymium less 10 %, 2024: \$5,625/],
    ['100 kg plus 19 % VAT in 2024', /\$14,875[^]*\$12,500 plus 19 % VAT/],
    ['50 % of 100 kg in 2024', /^50 kg.*\$6,250/],
    [
      '100 kg of neodymium with 10 % scrap in 2024',
      /\$12,500[^]*With 10 % lost: to have 100 kg in the end takes 111\.1 kg: \$13,889\. Of 100 kg bought, 90 kg is left; what is lost costs \$1,250/,
    ],
    ['a kilo used to be $5. what do 100 kg cost in 2024', /^100 kg.*\$12,500[^]*did not use: \$5/],
    ['price 2024 * 2', /\$125\/kg[^]*did not use: \* 2/],
    ['price 2024 and 30 %', /did not use: 30 %/],
    ['cost of 100 kg of N52 magnets in 2024', /\$3,340[^]*did not use: N52/],
  ]);
});

describe('substances', () => {
  check([
    [
      '1.2 kg of magnets, neodymium cost in 2024',
      /^The neodymium in 1\.2 kg of NdFeB magnets, 2024: about \$40/,
      /\$150\b/,
    ],
    // 26.7 kg of metal are 31.2 kg of oxide: the price of oxide is for those.
    ['usgs cost of 100 kg of magnets in 2024', /31\.2 kg of neodymium oxide.*\$1,740/, /\$1,495|\$1,500/],
    ['200 kg of magnets with 25 % Nd in 2024', /\$6,250[^]*50 kg/],
    ['10 kg of magnets, dysprosium cost 2023', /don’t know how much dysprosium/, /\$3,300/],
    ['100 kg of oxide in 2024', /^100 kg of neodymium oxide.*\$5,600/, /\$12,500/],
    ['how much oxide for 10 kg of metal', /11\.67 kg of neodymium oxide, which holds 10 kg/],
    ['10 kg of dysprosium metal 2023 cost', /11\.48 kg of dysprosium oxide.*\$3,790/],
    ['10 kg of dysprosium 2023 cost', /\$3,300[^]*price of oxide[^]*11\.48 kg of oxide/],
    ['how many magnets for $10,000 in 2024', /80 kg of neodymium[^]*299\.6 kg of NdFeB magnets/],
  ]);
});

describe('offers', () => {
  check([
    [
      'supplier quotes me $140/kg for 2025, is that fair?',
      /7\.7 to 40 % above[^]*\$73\/kg for oxide/,
      /buys/,
    ],
    ['we were offered 60 usd per kg oxide in 2024', /^\$60\/kg is 7\.1 % above the price of neodymium oxide/],
    ['I pay 100 $/kg in 2024', /^\$100\/kg is 20 % below/],
    [
      'can I get 500 kg for $60,000',
      /^\$120\/kg is within the range[^]*500 kg: \$60,000 at the offer, \$50,000 to/,
    ],
    ['is $60,000 enough for 500 kg', /^\$120\/kg is within the range/],
    ['could i buy 500 kg nd with 60000 dollars', /^\$120\/kg is within the range/],
    ['do I get 500kg of nd for 60k', /^\$120\/kg is within the range[^]*taken as US dollars/],
    // Magnets are not the metal in them.
    [
      'is $20 per kg for N42 magnets fair',
      /^I have no price of NdFeB magnets to set \$20\/kg against\.[^]*\$26\.70 to \$34\.71\/kg[^]*less than the neodymium/,
    ],
    [
      'supplier wants $75 a kg for N52 magnets, reasonable?',
      /^I have no price of NdFeB magnets(?![^]*less than)/,
    ],
    // What stands beside the goods is no price of them.
    ['what would 500 kg of nd cost with $5 freight', /^500 kg of neodymium[^]*I did not use: \$5/],
    ['cost of 500 kg and what do I get for $1000', /^500 kg of neodymium/],
    [
      '10 kg for $1,500 in 2024, is that fair?',
      /^No: \$150\/kg is 20 % above[^]*\$1,500 at the offer, \$1,250/,
    ],
    ['we pay €140/kg, is that ok?', /no exchange rate for EUR/],
  ]);
});

describe('what goods hold, what is lost, and sums without their units', () => {
  check([
    ['300 kg, 30% nd, 2024', /^The neodymium in 300 kg of goods, 2024: \$11,250/],
    ['N52 100kg nd content 32 pct 2023', /^The neodymium in 100 kg of NdFeB magnets, 2023: \$3,520/],
    ['7 g x 100000 pcs nd 30% 2023', /^The neodymium in 700 kg of goods, 2023: \$23,100/],
    ['100000 pcs x 7 g, 30% nd, 2023', /^The neodymium in 700 kg of goods, 2023: \$23,100/],
    ['robot joint 120 g ndfeb, 30% nd, 50k units, 2024', /6,000 kg of NdFeB magnets, 2024: \$225,000/],
    ['5 t of magnets with 30 % nd for 1000 motors, 2024', /5 t of NdFeB magnets, 2024: \$187,500/],
    ['magnets with 22 % nd and 2 % dy, 1000 kg, nd cost 2024', /\$27,500/, /ysprosium/],
    ['100 kg nd oxide 99.5% 2024', /\$5,600/],
    ['100 kg nd plus 10 % 2024', /\$13,750/],
    ['nd in 300 kg scrap magnets, 28% nd, 2024', /300 kg of NdFeB magnets, 2024: \$10,500/, /steel/],
    [
      '300 kg of nd 2024, yield 85%',
      /\$37,500[^]*With 85% left: to have 300 kg in the end takes 352\.9 kg: \$44,118/,
    ],
    ['100 kg nd in 2023, we lose 15 % in machining', /\$11,000[^]*what is lost costs \$1,650/],
    ['half a million usd of nd in 2023, how many kg', /^\$500,000 buys.*4,545 kg/],
    ['40 grand worth of nd oxide in 2024, weight?', /^\$40,000 buys.*714\.3 kg[^]*taken as US dollars/],
    ['with $10k in 2024, what quantity?', /^\$10,000 buys.*80 kg/],
    ['we paid 118 in 2023 for nd, did we overpay', /^Yes: \$118\/kg is 7\.3 % above[^]*No mass was named/],
    ['12.5k for 100 kg nd in 2024, fair?', /^It depends on the form: \$125\/kg/],
    ['we use 4 kg a day, 250 working days, nd 2023', /\$110,000/],
  ]);

  test('the metal in goods costs its share, whatever the order', () => {
    holds(
      property(
        integer({ min: 1, max: 60 }).map((n) => n * 10),
        constantFrom(4, 10, 20, 30, 40, 50),
        constantFrom('nd', 'neodymium', 'Nd'),
        shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        constantFrom('magnets', 'ndfeb', ''),
        (mass, share, metal, order, goods) => {
          const parts = [`${mass} kg ${goods}`.trim(), `${share} % ${metal}`, 'cost', '2024'];
          const question = order.map((at) => parts[at]).join(', ');
          expect(`${question}: ${say(question).split('\n')[0]}`).toContain(
            (mass * share * 1.25)
              .toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 2 })
              .replace(/\.00$/, ''),
          );
        },
      ),
      { numRuns: cases(60) },
    );
  });
});

const PRICES = {
  neodymium: { 2021: 75, 2022: 92, 2023: 110, 2024: 125 },
  dysprosium: { 2021: 410, 2022: 382, 2023: 330, 2024: 260 },
  terbium: { 2021: 1346, 2022: 2051, 2023: 1298, 2024: 810 },
} as const;
type Named = keyof typeof PRICES;
type Year = keyof (typeof PRICES)['neodymium'];

const item = record({
  amount: integer({ min: 1, max: 60 }).map((n) => n * 10),
  unit: constantFrom(['kg', 1] as const, ['t', 1000] as const, ['kilos', 1] as const),
  count: option(integer({ min: 2, max: 9 }), { nil: null }),
  counted: constantFrom('x', '*', 'drums'),
});
const dollars = (value: number) =>
  value.toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

test('each number of a cost question is used, or named', () => {
  holds(
    property(
      array(item, { minLength: 1, maxLength: 3 }),
      shuffledSubarray<Named>(['neodymium', 'dysprosium', 'terbium'], { minLength: 3 }),
      shuffledSubarray<Year>([2021, 2022, 2023, 2024], { minLength: 3 }),
      constantFrom('metals', 'years', 'both', 'neither'),
      constantFrom(' and ', ' + ', ', ', ' plus '),
      constantFrom('cost of ', 'what would ', ''),
      constantFrom('', ' less 10 %', ' plus 20 % VAT', ' with 15 % scrap'),
      (items, metals, years, own, joint, lead, tail) => {
        const terms = items.map(({ amount, unit: [unit, kilograms], count, counted }, at) => {
          const metal = own === 'metals' || own === 'both' ? (metals[at] ?? 'terbium') : 'neodymium';
          const year = own === 'years' || own === 'both' ? (years[at] ?? 2024) : 2023;
          const mass = `${amount} ${unit}`;
          const put =
            count === null
              ? mass
              : counted === 'drums'
                ? `${count} drums of ${mass}`
                : `${count} ${counted} ${mass}`;
          const of = own === 'metals' || own === 'both' ? ` of ${metal}` : '';
          const when = own === 'years' || own === 'both' ? ` in ${year}` : '';
          return { text: put + of + when, cost: amount * kilograms * (count ?? 1) * PRICES[metal][year] };
        });
        const when = own === 'years' || own === 'both' ? '' : ' in 2023';
        const question = `${lead}${terms.map(({ text }) => text).join(joint)}${when}${tail}`;
        const text = say(question);
        const sum = terms.reduce((total, { cost }) => total + cost, 0);
        const factor = tail.includes('less') ? 0.9 : tail.includes('plus') ? 1.2 : 1;
        expect(`${question}: ${text.split('\n')[0]}`).toContain(dollars(sum * factor));
        const unused = /did not use: (.*)\.$/m.exec(text)?.[1];
        // What is lost is worked out for one amount, and named beside several.
        expect([question, text.includes('15 % lost')]).toEqual([question, tail.includes('scrap')]);
        expect([question, unused?.replace('15 % lost', '')]).toEqual([question, unused && '']);
      },
    ),
    { numRuns: cases(300) },
  );
});

test('a sum and an offer are set against a price in their own currency only', () => {
  const inYuan = {
    ...catalog,
    metals: catalog.metals.map((metal) => ({
      ...metal,
      series: metal.series.map((series) =>
        'unit' in series && series.unit === 'USD/kg' ? { ...series, unit: 'CNY/kg' as const } : series,
      ),
    })),
  };
  const text = (question: string) =>
    renderPlainText(ask(question, inYuan, { now: new Date('2026-11-30T12:00:00') }));
  for (const question of [
    'how much neodymium for $10,000',
    'I was offered neodymium at $140/kg, is it fair?',
  ])
    expect(text(question)).toMatch(/I have no exchange rate for USD: name (?:a sum|the price) in CNY/u);
  expect(text('how much neodymium for 10000 CNY in 2024')).toContain('CN¥10,000 buys, at 2024 prices: 80 kg');
});
