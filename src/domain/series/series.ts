/** A track is one figure over the years: a family of series, newest edition first, in the unit that was asked for. */
import {
  endsAt,
  families,
  figureAt,
  findSeries,
  yearsOf,
  type Figure,
  type SeriesFilter,
} from './figures.ts';
import { inMass, isMassUnit, priceUnit, type MassUnit, type Unit } from '#src/domain/measure/figure.ts';
import type { Metal, NumericSeries } from './metal.ts';

export interface Series {
  readonly family: readonly NumericSeries[];
  /** Ascending. */
  readonly years: readonly number[];
  at(year: number): Figure | undefined;
  /** The figures of two years, both of the newest edition that has both. */
  ends(from: number, to: number): readonly [Figure, Figure] | undefined;
}

/**
 * The tracks of a metal that fit, in the order of its file. `per` is the mass unit wanted, if one is; else a track is in
 * that of its newest edition, whatever older ones are printed in.
 */
export function seriesIn(metal: Metal, filter: SeriesFilter, per?: MassUnit | null): readonly Series[] {
  return families(findSeries(metal, filter)).map((family) => {
    const mass = per ?? massOf(family[0]?.unit);
    return {
      family,
      years: yearsOf(family),
      at: (year) => {
        const figure = figureAt(metal, family, year);
        return figure && inUnit(figure, mass);
      },
      ends: (from, to) => {
        const ends = endsAt(metal, family, from, to);
        return ends && [inUnit(ends[0], mass), inUnit(ends[1], mass)];
      },
    };
  });
}

/** The mass in a unit: of a price, what it is for; `undefined` for a percentage. */
export function massOf(unit: Unit | undefined): MassUnit | undefined {
  if (unit === undefined) return undefined;
  return isMassUnit(unit) ? unit : priceUnit(unit)?.mass;
}

/** The same figure in another mass unit: a price per it, or a mass in it. Percentages stay. */
export function inUnit(figure: Figure, wanted: MassUnit | undefined): Figure {
  if (wanted === undefined || massOf(figure.quantity.unit) === wanted) return figure;
  return {
    ...figure,
    quantity: inMass(figure.quantity, wanted),
    superseded: figure.superseded.map((f) => inUnit(f, wanted)),
  };
}

/**
 * Figures in the unit of the first, so that they may be compared; `undefined` where they don't measure one thing: a
 * price and a mass, or prices in two currencies.
 */
export function alike(figures: readonly Figure[]): readonly Figure[] | undefined {
  const [first] = figures;
  if (first === undefined) return [];
  const { unit } = first.quantity;
  const converted = figures.map((figure) => inUnit(figure, massOf(unit)));
  return converted.every((figure) => figure.quantity.unit === unit) ? converted : undefined;
}

/** Figures of a track for the years it has among those wanted. */
export function figuresIn(track: Series, years: readonly number[]): readonly Figure[] {
  return years.flatMap((year) => track.at(year) ?? []);
}

/** The figure of the year before, of the same edition; `undefined` where that edition has none. */
export function yearBefore(track: Series, figure: Figure): Figure | undefined {
  const ends = track.ends(figure.year - 1, figure.year);
  return ends?.[1].series === figure.series ? ends[0] : undefined;
}

/** All figures of a track. */
export function allFigures(track: Series): readonly Figure[] {
  return figuresIn(track, track.years);
}

/** The newest year of a track that is not after `thisYear`; its first one where all are. */
export function newestYear(track: Series, thisYear: number): number | undefined {
  return track.years.findLast((y) => y <= thisYear) ?? track.years[0];
}

/** The newest year with a figure that is no projection; any newest year where all are. */
export function newestObserved(track: Series, thisYear: number): number | undefined {
  const observed = track.years.filter((one) => track.at(one)?.quantity.firmness !== 'projected');
  return observed.findLast((one) => one <= thisYear) ?? newestYear(track, thisYear);
}
