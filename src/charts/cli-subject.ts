/** What a terminal's words ask for: "price 2021-2026", "sectors 2026", "compare-metals terbium dysprosium 2020-2024". */
import type { YearlySubject } from '#src/domain/answer.ts';
import type { Figures } from './spec.ts';

/** A mistake in what was typed; its message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const KINDS = [
  'price',
  'sectors',
  'sectors-over-time',
  'production',
  'countries',
  'compare-years',
  'compare-metals',
  'sparkline',
] as const satisfies readonly YearlySubject['kind'][];

const EVER = { from: 1900, to: 2100 };

/**
 * @param words Kind, metals (the default where none is named), and a year or a span of years; metals and years in any order.
 * @throws UsageError
 */
export function subjectFromWords(
  words: readonly string[],
  figures: Figures,
  defaultMetal: string,
): YearlySubject {
  const [named = '', ...rest] = words.map((word) => word.toLowerCase());
  const kind = KINDS.find((k) => k === named);
  if (kind === undefined)
    throw new UsageError(`"${named}" is no chart; there are: ${KINDS.join(', ')}, quotes`);
  const spans = rest.flatMap((word) => /^(\d{4})(?:[-–](\d{4}))?$/.exec(word) ?? []).length;
  const years = rest.flatMap((word) => yearsIn(word));
  const metals = rest.filter((word) => yearsIn(word).length === 0).map((word) => metalOf(word, figures));
  const metal = metals[0] ?? defaultMetal;
  if (metals.length > 1 && kind !== 'compare-metals')
    throw new UsageError(`${kind} takes one metal; compare-metals takes several`);
  const over = years.length > 0 ? { from: Math.min(...years), to: Math.max(...years) } : EVER;
  switch (kind) {
    case 'sectors':
    case 'countries':
      if (years.length !== 1) throw new UsageError(`${kind} takes one year: "${kind} 2024"`);
      return { kind, metal, year: years[0] ?? 0 };
    case 'compare-years':
      if (years.length !== 2) throw new UsageError(`${kind} takes two years: "${kind} 2021-2025"`);
      return { kind, metal, years: [over.from, over.to] };
    case 'compare-metals':
      if (metals.length < 2)
        throw new UsageError(`${kind} takes two metals or more: "${kind} terbium dysprosium"`);
      return { kind, metals, ...over };
    case 'sparkline':
      if (spans > 0) throw new UsageError(`${kind} takes no years`);
      return { kind, metal };
    default:
      return { kind, metal, ...over };
  }
}

function yearsIn(word: string): readonly number[] {
  const match = /^(\d{4})(?:[-–](\d{4}))?$/.exec(word);
  return match === null ? [] : [match[1], match[2]].filter((y) => y !== undefined).map(Number);
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
