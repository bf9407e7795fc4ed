/**
 * A metal as a question names it: "LME", "refinery", "amorphous" and "iron content" choose among the tables of a pack; what
 * is not named leaves the usual one.
 */
import type { Metal, NumericSeries } from './metal.ts';
import type { PackTable } from './packs/pack-table.ts';
import { isMonthly, remembering, seriesOfTable } from './packs/with-tables.ts';
import { priceWords, wordsIn, wordsOf } from './table-words.ts';

/**
 * The metal with the tables that the words name, metric by metric; itself where they name none.
 * @param words Those of the question, in lower case.
 */
export function narrowTo(metal: Metal, words: ReadonlySet<string>): Metal {
  if (!saysAny(words, wordsOfMetal(metal))) return metal;
  const name = nameWords(metal);
  const said = new Set([...words].filter((word) => !name.includes(word)));
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

/** "Iron ore" names the iron ore, and not its iron content. */
const nameWords = ({ name }: Pick<Metal, 'name'>): readonly string[] => name.toLowerCase().split(/\P{L}+/u);

/** All words that name any of its tables, and not the metal: most questions say none of them. */
const wordsOfMetal = (metal: Metal): ReadonlySet<string> =>
  allWords(metal.tables, metal.name, () => {
    const { tables, sources } = metal;
    const all = tables.flatMap((table) => [...wordsOf(table, sources[table.source]?.publisher)]);
    const name = nameWords(metal);
    return new Set(all.filter((word) => !name.includes(word)));
  });

const allWords = remembering<ReadonlySet<string>>();

function saysAny(words: Iterable<string>, known: ReadonlySet<string>): boolean {
  for (const word of words) if (known.has(word)) return true;
  return false;
}

/** Whether a word tells tables of a metal apart, the usual one among them. */
export function tellsApart(metal: Pick<Metal, 'tables' | 'name'>, words: ReadonlySet<string>): boolean {
  const telling = priceWords(metal);
  return [...words].some((word) => telling.has(word) && !nameWords(metal).includes(word));
}

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
