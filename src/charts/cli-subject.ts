/** What a terminal's words ask for: "price 2021-2026", "sectors 2026", "compare-metals terbium dysprosium 2020-2024". */
import { yearsOf } from '#src/domain/measure/period.ts';
import { readWhen } from '#src/domain/measure/times/when.ts';
import { OF_SEVERAL, subjectWith, TAKES, type CatalogSubject } from '#src/domain/series/chart-subject.ts';
import type { Figures } from './spec.ts';

/** A mistake in what was typed; its message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const KINDS: readonly string[] = [...TAKES.keys()];

const EVER = [1900, 2100];
/** What to say where a kind takes other years than it was given. */
const WANTED = {
  year: (kind: string) => `${kind} takes one year: "${kind} 2024"`,
  years: (kind: string) => `${kind} takes two years: "${kind} 2021-2025"`,
  span: (kind: string) => `${kind} takes years from one to another: "${kind} 2021-2025"`,
  nothing: (kind: string) => `${kind} takes no years`,
};

/**
 * @param words Kind, metals (the default where none is named), and a year or a span of years; metals and years in any order.
 * @throws UsageError
 */
export function subjectFromWords(
  words: readonly string[],
  figures: Figures,
  defaultMetal: string,
): CatalogSubject {
  const [kind = '', ...rest] = words.map((word) => word.toLowerCase());
  const takes = TAKES.get(kind);
  if (takes === undefined)
    throw new UsageError(`"${kind}" is no chart; there are: ${KINDS.join(', ')}, quotes`);
  const years = rest.flatMap((word) => yearsIn(word)).toSorted((a, b) => a - b);
  const named = rest.filter((word) => yearsIn(word).length === 0).map((word) => metalOf(word, figures));
  const metals = named.length === 0 ? [defaultMetal] : named;
  const several = OF_SEVERAL.includes(kind);
  if (kind === 'compare-metals' && metals.length < 2)
    throw new UsageError(`${kind} takes two metals or more: "${kind} terbium dysprosium"`);
  if (!several && metals.length > 1)
    throw new UsageError(`${kind} takes one metal; ${OF_SEVERAL.join(' and ')} take several`);
  const over = years.length === 0 ? EVER : [years[0] ?? 0, years.at(-1) ?? 0];
  const subject = subjectWith(kind, metals, takes === 'span' ? over : years);
  if (subject === undefined) throw new UsageError(WANTED[takes](kind));
  return subject;
}

/** A year, or the ends of several: "2024", "2021-2025", "2021-25". */
function yearsIn(word: string): readonly number[] {
  // Nothing that is counted from a day stands in one word.
  const [time] = readWhen(word, '2100-12-31');
  if (time?.kind !== 'years' || time.text.length < word.length) return [];
  const { from, to } = yearsOf(time.period);
  if (from === undefined || to === undefined) return [];
  return from === to ? [from] : [from, to];
}

function metalOf(word: string, figures: Figures): string {
  const found = figures.metals.find((m) =>
    [m.id, m.name, m.symbol ?? '', ...m.aliases].some((name) => name.toLowerCase() === word),
  );
  if (found === undefined)
    throw new UsageError(
      `"${word}" is neither a year nor a metal; there are: ${figures.metals.map((m) => m.id).join(', ')}`,
    );
  return found.id;
}
