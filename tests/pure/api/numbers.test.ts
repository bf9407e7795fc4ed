/** Every number with a unit that an answer says is handed out as data, too: as a figure, as worked out, or as the asker's own. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerJson } from '#src/api/answer-json.ts';
import type { AnswerJson } from '#src/api/schemas/answer.ts';
import type { Answer } from '#src/domain/answer.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import { isNumeric } from '#src/domain/series/metal.ts';
import { seriesOfTable } from '#src/domain/series/packs/with-tables.ts';
import { bookOf } from '../domain/quotes/sample-quotes.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { plainWriter } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const write = plainWriter('en-US');

const NUMBER = String.raw`[+-]?\d[\d,]*(?:\.\d+)?`;
const MONEY = String.raw`(?:[A-Z]{1,3})?[$€£¥]|(?:CHF|SEK|NOK|DKK|ZAR|THB|MYR|SGD)\s`;
const MASS = 'troy oz|kg|lb|mtu|kt|short ton|carat|thousand carats|million carats|t|g';
const SAID = new RegExp(
  String.raw`(?<money>${MONEY})?(?<low>${NUMBER})(?: to (?<other>${MONEY})?(?<high>${NUMBER}))?(?:\s?(?<unit>%|percentage points?|times(?! a| in)|years of|kg/kWh|people|index points|million [a-zA-Z]\w*|(?:${MASS})(?![\w’/-]))|/(?<per>${MASS}))?`,
  'gu',
);
const CURRENCY: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  'CN¥': 'CNY',
  '¥': 'JPY',
};
const UNIT: Readonly<Record<string, string>> = {
  'percentage point': 'points',
  'percentage points': 'points',
  'years of': 'years',
};

const YEAR = /^(?:19|20)\d\d$/u;

/**
 * Numbers that are no figures: where a rule draws its lines, and the versions of a document; and exchange rates, which say what
 * they are in words, and stand beside the figures that they made.
 */
const NO_FIGURE =
  /at most 10,000|Above 1,800|From 1,000 to 1,800|Below 1,000|versions? [\d.]+(?: to [\d.]+)?|[\d.]+ [A-Z]{3} a [A-Z]{3}/gu;
/** A number that is written as figures are, and that nothing says the unit of. */
const BARE = /(?<![\w’.,-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w’])|percentile \d+/gu;

/** The figures of a text that have no unit. */
const withoutUnit = (text: string): readonly string[] =>
  [
    ...text
      .replaceAll(NO_FIGURE, '…')
      .replaceAll(SAID, (words, ...rest: unknown[]) => (hasUnit(rest.at(-1)) ? '…' : words))
      .matchAll(BARE),
  ].map(([words]) => words);

const hasUnit = (groups: unknown): boolean =>
  Object.entries(groups ?? {}).some(([name, of]) => !['low', 'high'].includes(name) && of !== undefined);

interface Said {
  readonly words: string;
  readonly ends: readonly string[];
  readonly unit: string;
}

/** The numbers of a text that have a unit. */
function numbersSaid(text: string): readonly Said[] {
  return [...text.matchAll(SAID)].flatMap(({ 0: words, groups = {} }): Said[] => {
    const { other, money = other, low = '', high = low, unit, per } = groups;
    const currency = money === undefined ? undefined : (CURRENCY[money.trim()] ?? money.trim());
    const of = per === undefined ? (currency ?? (unit && (UNIT[unit] ?? unit))) : `${currency ?? '?'}/${per}`;
    // "From 98 in 2021 to 56": a year is no end of it.
    const ends = YEAR.test(low) && high !== low ? [high] : [low, high];
    return of === undefined ? [] : [{ words, ends, unit: of }];
  });
}

/** Whether a number as printed is one of these, as far as its digits go; a little more where ends are rounded outwards. */
function isOneOf(printed: string, values: readonly number[], outwards = false): boolean {
  const plain = printed.replaceAll(/[,+]/gu, '');
  const [, decimals = ''] = plain.split('.');
  const half = (outwards ? 1 : 0.5) * 10 ** -decimals.length + 1e-9;
  return values.some((value) => [value, -value].some((one) => Math.abs(one - Number(plain)) <= half));
}

const series = catalog.metals.flatMap(({ series: one, tables }) => [
  ...one,
  ...tables.flatMap(seriesOfTable),
]);
/** What sources say in footnotes, word for word. */
const NOTES = new Set(series.flatMap(({ notes }) => notes));
/** Names hold numbers that are none of an answer's: "oxide, 99.5 % minimum". */
const NAMES = [
  ...new Set([
    ...series.filter(isNumeric).flatMap(({ label, purity, form, market }) => [label, purity, form, market]),
    ...catalog.metals.flatMap(({ sources }) =>
      Object.values(sources).flatMap(({ title, licence, note }) => [title, licence, note]),
    ),
  ]),
]
  .filter((name) => name !== undefined)
  .filter((name) => /\d/u.test(name))
  .toSorted((a, b) => b.length - a.length);

/** The numbers of an answer that its data lacks. */
function lacking(answer: Answer, json: AnswerJson): readonly string[] {
  const { figures, workedOut, given } = json;
  const bases = figures.flatMap(({ basis }) => basis.split(', ')).filter((part) => /\d/u.test(part));
  const data = [
    ...[...figures, ...given].map(({ low, high, unit }) => ({ unit, values: [low, high], outwards: [] })),
    ...workedOut.map(({ low, high, unit, midpoint, printed }) => ({
      unit,
      values: midpoint === null ? [low, high] : [low, high, midpoint],
      outwards: printed === null ? [] : [printed.low, printed.high],
    })),
  ];
  return answer.parts.flatMap(({ headline, body, table, cautions }) =>
    [headline, ...body, ...(table?.rows.flat() ?? []), ...cautions].flatMap((line) => {
      const said = write(line);
      if (NOTES.has(said)) return [];
      const text = [...NAMES, ...bases]
        .reduce((rest, name) => rest.replaceAll(name, '…'), said)
        .replaceAll(/“[^”]*”|\d+ % VAT/gu, '…');
      const bare = withoutUnit(text)
        .filter((words) => !json.question.includes(words))
        .map((words) => `${words} (no unit) in: ${text}`);
      const unfound = numbersSaid(text).flatMap(({ words, ends, unit }) => {
        const same = data.filter((one) => one.unit === unit);
        const [values, outwards] = [same.flatMap((one) => one.values), same.flatMap((one) => one.outwards)];
        const isThere =
          words === '100 %' ||
          // As it was typed, it is the asker's own.
          json.question.includes(words) ||
          ends.every((end) => isOneOf(end, values) || isOneOf(end, outwards, true));
        return isThere ? [] : [`${words} (${unit}) in: ${text}`];
      });
      return [...bare, ...unfound];
    }),
  );
}

function faultsOf(question: string, book?: QuoteBook): readonly string[] {
  const read = readText(question, catalog, now);
  const answer = answerText(read, catalog, { now, book });
  const json = answerJson(question, answer, read, []);
  return [
    ...lacking(answer, json).map((fault) => `not in the data: ${fault}`),
    ...json.figures
      .filter((one) => [one.unit, one.basis, one.period, one.source, one.title].some((said) => said === ''))
      .map((one) => `not whole: ${JSON.stringify(one)}`),
    ...json.workedOut
      .filter(
        ({ from, unit }) =>
          unit === '' || from.length === 0 || from.some((at) => json.figures[at] === undefined),
      )
      .map((one) => `of nothing: ${JSON.stringify(one)}`),
  ].map((fault) => `${question}\n  ${fault}`);
}

const questionsOf = (set: string): readonly string[] =>
  readFileSync(`tests/pure/questions/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line).q));

test.each(['dev', 'minerals', 'voices'])('of every answer to the %s questions', (set) => {
  expect(questionsOf(set).flatMap((question) => faultsOf(question))).toEqual([]);
});

test('of every entry of the FAQ', () => {
  expect(catalog.faq.flatMap(({ entry }) => faultsOf(entry.question))).toEqual([]);
});

/** Each kind of answer, of materials whose sources print unlike each other. */
const KINDS = [
  'METAL price',
  'METAL price per lb in 2024',
  'METAL price in euros 2024',
  'how did the METAL price change from 2021 to 2025',
  'highest METAL price',
  'average METAL price 2021 to 2024',
  'is METAL above $50/kg in 2024',
  'in which years was METAL above $20/kg',
  'what do 250 kg of METAL cost in 2024',
  'what do 250 kg of METAL a month cost with 19 % VAT',
  '100 kg METAL and 50 kg neodymium plus 5 %',
  'how much METAL can I buy for $10,000',
  'a supplier offers METAL at $140/kg in 2024, is that fair',
  'a supplier wants $5,000 for 250 kg of METAL, is that fair',
  'METAL production by country 2024',
  'METAL production in China 2024',
  'China share of METAL production',
  'how concentrated is METAL production',
  'how long do METAL reserves last',
  'METAL reserves by country',
  'US import reliance of METAL',
  'where does the US import METAL from',
  'what is METAL used for',
  'METAL demand by sector 2025',
  'METAL demand by sector over time',
  'do the sources agree on METAL',
  'compare METAL and copper prices 2024',
  'compare METAL production in 2023 and 2024',
  'METAL in 2023',
  'METAL history',
  'METAL statistics of the last 12 months',
  'how volatile is METAL',
  'how much METAL is in a battery of 60 kWh',
  'how much METAL is in its oxide',
  'price of METAL contained in oxide 2024',
  'METAL supply and demand',
  'which metals rose most in 2024',
  'METAL stocks, imports and exports',
] as const;
const MATERIALS = [
  'neodymium',
  'terbium',
  'lithium',
  'cobalt',
  'gold',
  'tungsten',
  'copper',
  'graphite',
  'diamond',
];

test.each(KINDS)('of “%s”, of whatever material', (kind) => {
  expect(MATERIALS.flatMap((material) => faultsOf(kind.replace('METAL', material)))).toEqual([]);
});

const QUOTES = bookOf({
  '2025-11-20': 480_000,
  '2026-08-20': 520_000,
  '2026-11-13': 500_000,
  '2026-11-19': 550_000,
  '2026-11-20': 553_000,
});

test.each([
  'NdPr oxide price now',
  'NdPr oxide price in USD per kg without VAT',
  'NdPr oxide price on 13 Nov and on 20 Nov 2026',
  'how did NdPr oxide change in the last 30 days',
  'NdPr oxide statistics of the last 12 months',
  'highest NdPr oxide price of the last 30 days',
  'average NdPr oxide price in November 2026',
  'is the NdPr oxide price high',
  'what would 500 kg of NdPr oxide cost',
  'how much NdPr oxide can I buy for CN¥100,000',
  'a supplier offers NdPr oxide at 600,000 CNY/t, is that fair',
  'neodymium price today',
])('of “%s”, where there are quotes', (question) => {
  expect(faultsOf(question, QUOTES)).toEqual([]);
});
