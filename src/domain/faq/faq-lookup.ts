/** Finds the figures that FAQ placeholders name, never mixing editions. Faults are thrown in words, for the FAQ's author. */
import { withId } from '#src/domain/series/by-id.ts';
import { isYear } from '#src/domain/measure/days.ts';
import {
  endsAt,
  families,
  figureAt,
  findSeries,
  yearsOf,
  type Figure,
  type SeriesFilter,
} from '#src/domain/series/figures.ts';
import type { FaqCatalog } from './entry.ts';
import { isNumeric, type Metal, type NumericSeries } from '#src/domain/series/metal.ts';

/** A placeholder that cannot be filled in; the message says why. */
export class PlaceholderError extends Error {
  override readonly name = 'PlaceholderError';
}

/** The metal whose FAQ it is, and the catalog in which its group is looked up. */
export interface Scope {
  readonly metal: Metal;
  readonly catalog: Pick<FaqCatalog, 'metals'>;
}

/** The editions of one figure, newest first, as an author named it. */
interface Family {
  readonly name: string;
  readonly metal: Metal;
  readonly series: readonly NumericSeries[];
}

/** Two figures of one year and one edition. */
export type Pair = readonly [Figure, Figure];

const METRICS = ['price', 'production', 'reserves'] as const;
const GROUP = 'group:';

/** A year as it is written. Throws where it is none. */
export function yearOf(text: string): number {
  if (!isYear(text)) throw new PlaceholderError(`"${text}" is not a year`);
  return Number(text);
}

/** The newest edition's figure for a year. Throws, naming the years there are, where no edition has it. */
export function figureOf(family: Family, year: number): Figure {
  const figure = figureAt(family.metal, family.series, year);
  if (figure !== undefined) return figure;
  throw new PlaceholderError(`"${family.name}" has no ${year}; it has ${yearsOf(family.series).join(', ')}`);
}

/** A metric's headline ("price"), a family, or a single series; with "group:" in front, of the metal's group. */
export function familyOf(name: string, scope: Scope): Family {
  const metal = name.startsWith(GROUP) ? groupOf(scope) : scope.metal;
  const id = name.startsWith(GROUP) ? name.slice(GROUP.length) : name;
  const metric = METRICS.find((m) => m === id);
  if (metric !== undefined) return onlyFamily(name, metal, { metric, role: 'headline' });
  const numeric = metal.series.filter(isNumeric);
  const member = numeric.find((s) => s.family === id);
  if (member !== undefined) {
    const { sector, country } = member;
    const alike = findSeries(metal, {
      metric: member.metric,
      ...(sector === undefined ? {} : { sector }),
      ...(country === undefined ? {} : { country }),
    });
    return { name, metal, series: alike.filter((s) => s.family === id) };
  }
  const single = numeric.find((s) => s.id === id);
  if (single !== undefined) return { name, metal, series: [single] };
  throw unknown('series', name, [...METRICS, ...new Set(numeric.map((s) => s.family))]);
}

/** A sector's headline share of demand. */
export function shareFamily(sector: string, { metal }: Scope): Family {
  if (!metal.sectors.some((s) => s.id === sector)) throw unknown('sector', sector, idsOf(metal.sectors));
  return onlyFamily(`share ${sector}`, metal, { metric: 'share', role: 'headline', sector });
}

/** The figures of two years, both of the newest edition that has both. */
export function endsOf(family: Family, from: number, to: number): Pair {
  const ends = endsAt(family.metal, family.series, from, to);
  if (ends !== undefined) return ends;
  // Names the year that is missing, where one is.
  for (const year of [from, to]) figureOf(family, year);
  throw new PlaceholderError(`no one edition of "${family.name}" has both ${from} and ${to}`);
}

/** Two families' figures at the first and the last year, all four of the newest edition that has them. */
export function pairsOf(a: Family, b: Family, from: number, to: number): readonly [Pair, Pair] {
  for (const one of a.series) {
    for (const other of b.series) {
      const [first, last] = [
        pairAt(a.metal, one, b.metal, other, from),
        pairAt(a.metal, one, b.metal, other, to),
      ];
      if (first !== undefined && last !== undefined) return [first, last];
    }
  }
  for (const year of [from, to]) for (const family of [a, b]) figureOf(family, year);
  const years = from === to ? `${from}` : `${from} and ${to}`;
  throw new PlaceholderError(`no one edition has both "${a.name}" and "${b.name}" for ${years}`);
}

function pairAt(
  metal: Metal,
  series: NumericSeries,
  otherMetal: Metal,
  other: NumericSeries,
  year: number,
): Pair | undefined {
  const [a, b] = [figureAt(metal, [series], year), figureAt(otherMetal, [other], year)];
  return a !== undefined && b !== undefined && sameEdition(a, b) ? [a, b] : undefined;
}

/** "unknown series "x"; there are: ...". */
export function unknown(what: string, id: string, known: readonly string[]): PlaceholderError {
  return new PlaceholderError(`unknown ${what} "${id}"; there are: ${known.join(', ') || 'none'}`);
}

export function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

function onlyFamily(name: string, metal: Metal, filter: SeriesFilter): Family {
  const [series, ...others] = families(findSeries(metal, filter));
  if (series === undefined) throw new PlaceholderError(`${metal.id} has no series for "${name}"`);
  if (others.length > 0) throw new PlaceholderError(`${metal.id} has several series for "${name}": name one`);
  return { name, metal, series };
}

function groupOf({ metal, catalog }: Scope): Metal {
  const group = withId(catalog.metals, metal.group ?? '');
  if (group === undefined) throw new PlaceholderError(`${metal.id} has no group to look it up in`);
  return group;
}

/** Metals have their own lists of sources, so that ids alone don't tell. */
function sameEdition(a: Figure, b: Figure): boolean {
  const [x, y] = [a.citation.source, b.citation.source];
  return x.publisher === y.publisher && x.title === y.title && x.edition === y.edition;
}
