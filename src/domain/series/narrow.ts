/**
 * A metal as a question names it: "LME", "refinery", "amorphous" and "iron content" choose among the tables of a pack; what
 * is not named leaves the usual one.
 */
import type { Metal, NumericSeries } from './metal.ts';
import type { PackTable } from './packs/pack-table.ts';
import { isMonthly, remembering, seriesOfTable } from './packs/with-tables.ts';

/** They stand in descriptions and say nothing of which table is meant. */
const GENERAL = new Set(
  'all and annual any average for from the with world total value unit per price prices metric ton tons dollars minimum purity grade united states products other bank data lot size range types'.split(
    ' ',
  ),
);
/** What people say for what a source prints. */
const SAID: Readonly<Record<string, string>> = {
  lme: 'lme london exchange',
  mine: 'mine mined mines mining miner miners',
  refinery: 'refinery refined refining refineries refine refines refiner refiners',
  smelter: 'smelter smelted smelting smelters smelt smelts',
  secondary: 'secondary recycled scrap recycling recovered reclaimed',
  carbonate: 'carbonate',
  'raw steel': 'raw crude',
  'US imports': 'imports import imported',
  china: 'china chinese',
  europe: 'europe european',
  'european free market': 'europe european',
  'north america': 'american',
  australia: 'australia australian',
};
/** A market in the United States, as people name it. */
const US_MARKET = /^(?:US|United States)\b/u;
const US_NAMES = ['us', 'the us', 'usa', 'united states', 'american', 'america'];

/** The words that name a table among others of its metric, in lower case. */
function wordsOf(table: PackTable, publisher = ''): ReadonlySet<string> {
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

/**
 * The metal with the tables that the words name, metric by metric; itself where they name none.
 * @param words Those of the question, in lower case.
 */
export function narrowTo(metal: Metal, words: ReadonlySet<string>): Metal {
  // "Iron ore" names the iron ore, and not its iron content.
  const name = metal.name.toLowerCase().split(/\P{L}+/u);
  const said = new Set([...words].filter((word) => !name.includes(word)));
  if (!saysAny(said, wordsOfMetal(metal))) return metal;
  const yearly = metal.tables.filter((table) => !isMonthly(table));
  const chosen = new Map<PackTable['metric'], readonly PackTable[]>();
  for (const [metric, tables] of Map.groupBy(yearly, (table) => table.metric)) {
    // What somebody wrote by hand answers; the tables stand beside it.
    const byHand = metal.series.some(
      (one) => one.metric === metric && !('label' in one && tables.some(({ label }) => label === one.label)),
    );
    const best = byHand ? undefined : named(tables, metal, said);
    if (best !== undefined) chosen.set(metric, best);
  }
  if (chosen.size === 0) return metal;
  const key = JSON.stringify([...chosen].map(([metric, tables]) => [metric, ...tables.map(({ id }) => id)]));
  return narrowed(metal, key, () => withChosen(metal, chosen));
}

const narrowed = remembering<Metal>();

/** All words that name any of its tables: most questions say none of them. */
const wordsOfMetal = ({ tables, sources }: Metal): ReadonlySet<string> =>
  allWords(
    tables,
    '',
    () => new Set(tables.flatMap((table) => [...wordsOf(table, sources[table.source]?.publisher)])),
  );

const allWords = remembering<ReadonlySet<string>>();

function saysAny(words: Iterable<string>, known: ReadonlySet<string>): boolean {
  for (const word of words) if (known.has(word)) return true;
  return false;
}

/** The words that tell the prices of a metal apart. */
export function priceWords({ tables }: Pick<Metal, 'tables'>): ReadonlySet<string> {
  const own = tables.filter(({ metric }) => metric === 'price').map((table) => wordsOf(table));
  const all = new Set(own.flatMap((words) => [...words]));
  return new Set([...all].filter((word) => own.some((words) => !words.has(word))));
}

/** Whether a word tells tables of a metal apart, the usual one among them. */
export function tellsApart(metal: Pick<Metal, 'tables' | 'name'>, words: ReadonlySet<string>): boolean {
  const own = wordsOfPrices(metal.tables);
  const known = [...words].filter((word) => own.some((one) => one.has(word)));
  if (known.length === 0) return false;
  const name = metal.name.toLowerCase().split(/\P{L}+/u);
  return known.some((word) => !name.includes(word) && own.some((one) => !one.has(word)));
}

/** The words of each table of yearly prices. */
const wordsOfPrices = (tables: Metal['tables']): readonly ReadonlySet<string>[] =>
  priceTables(tables, '', () =>
    tables.filter((table) => !isMonthly(table) && table.metric === 'price').map((table) => wordsOf(table)),
  );

const priceTables = remembering<readonly ReadonlySet<string>[]>();

/** The metal with these tables alone, metric by metric. */
export function withChosen(
  metal: Metal,
  chosen: ReadonlyMap<PackTable['metric'], readonly PackTable[]>,
): Metal {
  const kept = metal.series.filter(
    ({ metric }) => metric === 'supply-status' || metric === 'share' || !chosen.has(metric),
  );
  const series = [...chosen.values()].flatMap((tables) =>
    tables
      .flatMap(seriesOfTable)
      .filter(({ points }) => points.length > 0)
      .map((one): NumericSeries => ({ ...one, role: 'headline' })),
  );
  return { ...metal, series: [...series, ...kept] };
}

/**
 * The prices that are told apart by words of which each has one that the others have not: "quicklime vs hydrated". Those of
 * each word together, in the order of the words; fewer than two are no comparison.
 */
export function pricesNamed(metal: Metal, text: string): readonly (readonly PackTable[])[] {
  const name = metal.name.toLowerCase().split(/\P{L}+/u);
  const said = [...wordsIn(text)].filter((word) => !name.includes(word));
  const tables = metal.tables.filter(
    (table) => table.metric === 'price' && !isMonthly(table) && table.real === undefined,
  );
  const words = tables.map((table) => wordsOf(table));
  const telling = tables.map((_, at) =>
    said.findIndex((word) => words[at]?.has(word) === true && words.some((others) => !others.has(word))),
  );
  const found = tables
    .map((table, at) => ({ table, first: telling[at] ?? -1, own: words[at] ?? new Set<string>() }))
    .filter(({ first }) => first >= 0)
    .toSorted((a, b) => a.first - b.first || unsaid(a.own, said) - unsaid(b.own, said));
  // Of several tables of one word, first the one that has the fewest others: COMEX, and not a producer's price above it.
  return [...Map.groupBy(found, ({ first }) => first).values()].map((of) => of.map(({ table }) => table));
}

const FORM_BY_FORM: ReadonlySet<PackTable['metric']> = new Set([
  'imports',
  'exports',
  'consumption',
  'stocks',
]);

const unsaid = (own: ReadonlySet<string>, said: readonly string[]): number =>
  [...own].filter((word) => !said.includes(word)).length;

/** Which of its periods is the last with a number: a price that is no longer printed stands behind one that is. */
const lastOf = (table: PackTable | undefined): number =>
  Math.max(
    -1,
    ...(table?.rows ?? []).map((row) =>
      row.findLastIndex((cell, at) => at > 0 && /\d/u.test(cell.split(' ')[0] ?? '')),
    ),
  );

/** The tables that most of the words name; `undefined` where they name none, or the usual one as well as any. */
function named(
  tables: readonly PackTable[],
  metal: Metal,
  said: ReadonlySet<string>,
): readonly PackTable[] | undefined {
  if (tables.length < 2) return undefined;
  const words = tables.map((table) => wordsOf(table, metal.sources[table.source]?.publisher));
  // What all of them have tells none apart.
  const scores = words.map(
    (own) => [...own].filter((word) => said.has(word) && words.some((others) => !others.has(word))).length,
  );
  const most = Math.max(...scores);
  const usual = tables.findIndex(({ role }) => role === 'headline');
  // Of prices the usual one has others beside it; of what is counted form by form it is one among them.
  const isUsual = scores[usual] === most && !FORM_BY_FORM.has(tables[0]?.metric ?? 'price');
  if (most === 0 || isUsual) return undefined;
  // Of several tables, that which has the fewest other words: COMEX, and not a producer's price above it.
  const spare = (at: number) => unsaid(words[at] ?? new Set(), [...said]);
  const best = [...tables.keys()]
    .filter((at) => scores[at] === most)
    .toSorted((a, b) => spare(a) - spare(b) || lastOf(tables[b]) - lastOf(tables[a]))
    .flatMap((at) => tables[at] ?? []);
  // Editions of one table go together.
  const family = best[0]?.family ?? best[0]?.id;
  return best.filter((table) => (table.family ?? table.id) === family);
}
