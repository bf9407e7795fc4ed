/** The words that name a table of a pack among others: its form, its market, its stage, its publisher. */
import TABLE_WORDS from './table-words.json' with { type: 'json' };
import type { Metal } from './metal.ts';
import type { PackTable } from './packs/pack-table.ts';
import { isMonthly, remembering } from './packs/with-tables.ts';

/** They stand in descriptions and say nothing of which table is meant. */
const GENERAL: ReadonlySet<string> = new Set(TABLE_WORDS.general);
/** What people say for what a source prints. */
const SAID: Readonly<Record<string, string>> = TABLE_WORDS.said;
/** A market in the United States, as people name it. */
const US_MARKET = /^(?:US|United States)\b/u;
const US_NAMES = ['us', 'the us', 'usa', 'united states', 'american', 'america'];

/** The words that name a table among others of its metric, in lower case. */
export function wordsOf(table: PackTable, publisher = ''): ReadonlySet<string> {
  return wordsKnown(table, publisher, () => wordsNaming(table, publisher));
}

const wordsKnown = remembering<ReadonlySet<string>>();

function wordsNaming(table: PackTable, publisher: string): ReadonlySet<string> {
  const { form = '', market = '', stage = '', basis, terms = '', cents, real } = table;
  const text = [
    form,
    ...termsIn(`${terms} ${form}`),
    market,
    stage,
    // "Contained metal" is how a mass is counted, and no metal that is sold.
    /^(?:unstated|contained metal|gross weight)$/u.test(basis) ? '' : basis,
    publisher,
    SAID[market.toLowerCase()] ?? SAID[market] ?? '',
    SAID[stage] ?? '',
    SAID[form] ?? '',
    // "Recovered from old scrap" stands in the heading alone.
    ...(stage === 'secondary' ? (table.label.match(/\b(?:old|new|post-consumer)\b/giu) ?? []) : []),
    US_MARKET.test(market) ? 'usa american' : '',
    cents === true ? 'cents' : '',
    real === undefined ? '' : 'real inflation adjusted constant deflated terms',
  ].join(' ');
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}]+/gu) ?? [];
  // "Ores and concentrates" are asked for as "ore".
  const single =
    table.metric === 'price'
      ? []
      : words.filter((word) => word.endsWith('s')).map((word) => word.slice(0, -1));
  return new Set([...words, ...single].filter((word) => word.length > 2 && !GENERAL.has(word)));
}

/** "f.o.b. mine" is "fob". */
const termsIn = (text: string): readonly string[] =>
  plainTerms(text).match(/\b(?:fob|cif|cfr|fas)\b/giu) ?? [];
const plainTerms = (text: string): string => text.replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '');

/** All words that name a table of these metals. */
export function tableWords(metals: readonly Pick<Metal, 'tables'>[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tables } of metals)
    for (const table of tables.filter(({ metric }) => metric !== 'employment'))
      for (const word of wordsOf(table)) words.add(word);
  return words;
}

/** What is priced, where its own words name it: "ball clay", "No. 1 heavy melting", but not "grade A" or "25 grams of 98 %". */
export function formsNamed({ tables }: Pick<Metal, 'tables'>): readonly string[] {
  const forms = tables.flatMap(({ metric, form }) => (metric === 'price' ? (form ?? []) : []));
  const names = forms.map((form) => (form.split(/[,(]/u)[0] ?? '').trim().replace(/ composite$/u, ''));
  return [...new Set(names)].filter((name) => name.includes(' ') && !NO_NAME.test(name));
}
const NO_NAME = /%|^\d|\b(?:grade|and|consumption|products|basis|in|f\.o\.b)\b/iu;

/** The places by which the prices of a metal are told apart, as people name them: "european", "rotterdam", "us". */
export function marketsOf({ tables }: Pick<Metal, 'tables'>): ReadonlySet<string> {
  const markets = tables.flatMap(({ metric, market }) => (metric === 'price' ? (market ?? []) : []));
  return new Set(
    markets.flatMap((market) => [
      market.toLowerCase(),
      // "North American".
      ...(/america$/iu.test(market) ? [`${market.toLowerCase()}n`] : []),
      // "New York" of "New York dealer".
      market.toLowerCase().split(' ').slice(0, 2).join(' '),
      ...(market.toLowerCase().match(/\p{L}{4,}/gu) ?? []),
      ...(SAID[market.toLowerCase()] ?? '').split(' '),
      ...(US_MARKET.test(market) ? US_NAMES : []),
    ]),
  );
}

/** The words of a text by which tables are named; "US" in capitals is the country, and "us" is people. */
export function wordsIn(text: string): ReadonlySet<string> {
  const words = new Set(
    plainTerms(text.toLowerCase().replaceAll(NOT_MEANT, ' ').replaceAll(OUTERMOST, ' ')).match(
      /\p{L}[\p{L}\p{N}]+/gu,
    ),
  );
  if (US_WRITTEN.test(text) || US_SAID.test(text)) words.add('usa');
  return words;
}
/** "Silicon metal, not ferrosilicon". */
const NOT_MEANT = /\b(?:not|no|excluding|without|except) (?:the |of |for )?\p{L}+/gu;
/** "High and low in 2025", but not "high grade". */
const OUTERMOST =
  /\b(?:high|low)(?=[^\p{L}\p{N}]*$|[,.;?!]|\s+(?:and|or|in|of|for|since|ever|low|high|\d))/gu;
const US_WRITTEN = /\b(?:US|U\.S\.|USA)(?!\w)/u;
const US_SAID = /\b(?:american?|united states|the us|usa)\b/iu;

/** Exchanges that tables name: "lme", "comex". */
export function exchangesOf(metals: readonly Pick<Metal, 'tables'>[]): ReadonlySet<string> {
  const markets = metals.flatMap(({ tables }) => tables.flatMap(({ market }) => market ?? []));
  return new Set(
    markets.filter((market) => /^[A-Z]{3,}$/u.test(market)).map((market) => market.toLowerCase()),
  );
}

/** The words that tell the yearly prices of a metal apart: those that not all of its tables have. */
export const priceWords = ({ tables }: Pick<Metal, 'tables'>): ReadonlySet<string> =>
  wordsOfPrices(tables, '', () => {
    const yearly = tables.filter((table) => table.metric === 'price' && !isMonthly(table));
    const own = yearly.map((table) => wordsOf(table));
    const all = new Set(own.flatMap((words) => [...words]));
    return new Set([...all].filter((word) => own.some((words) => !words.has(word))));
  });

const wordsOfPrices = remembering<ReadonlySet<string>>();
