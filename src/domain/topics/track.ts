/** A track is one figure over the years: a family of series, newest edition first, in the unit that was asked for. */
import {
  endsAt,
  families,
  figureAt,
  findSeries,
  yearsOf,
  type Figure,
  type SeriesFilter,
} from '../catalog.ts';
import {
  convertMass,
  convertPricePer,
  isMassUnit,
  priceUnit,
  type MassUnit,
  type Quantity,
} from '../figure.ts';
import type { Metal, NumericSeries } from '../metal.ts';

export interface Track {
  readonly family: readonly NumericSeries[];
  /** Ascending. */
  readonly years: readonly number[];
  at(year: number): Figure | undefined;
  /** The figures of two years, both of the newest edition that has both. */
  ends(from: number, to: number): readonly [Figure, Figure] | undefined;
}

/** The tracks of a metal that fit, in the order of its file. `per` is the mass unit wanted, if one is. */
export function tracksOf(metal: Metal, filter: SeriesFilter, per?: MassUnit | null): readonly Track[] {
  return families(findSeries(metal, filter)).map((family) => ({
    family,
    years: yearsOf(family),
    at: (year) => {
      const figure = figureAt(metal, family, year);
      return figure && inUnit(figure, per ?? undefined);
    },
    ends: (from, to) => {
      const ends = endsAt(metal, family, from, to);
      return ends && [inUnit(ends[0], per ?? undefined), inUnit(ends[1], per ?? undefined)];
    },
  }));
}

/** The same figure in another mass unit: a price per it, or a mass in it. Percentages stay. */
export function inUnit(figure: Figure, wanted: MassUnit | undefined): Figure {
  if (wanted === undefined) return figure;
  return {
    ...figure,
    quantity: convertQuantity(figure.quantity, wanted),
    superseded: figure.superseded.map((f) => inUnit(f, wanted)),
  };
}

function convertQuantity(quantity: Quantity, wanted: MassUnit): Quantity {
  const price = priceUnit(quantity.unit);
  if (price !== undefined) {
    const range = convertPricePer(quantity.range, price.mass, wanted);
    return { ...quantity, range, unit: `${price.currency}/${wanted}` };
  }
  if (!isMassUnit(quantity.unit)) return quantity;
  return { ...quantity, range: convertMass(quantity.range, quantity.unit, wanted), unit: wanted };
}

/** Figures of a track for the years it has among those wanted. */
export function figuresIn(track: Track, years: readonly number[]): readonly Figure[] {
  return years.flatMap((year) => track.at(year) ?? []);
}

/** The figure of the year before, of the same edition; `undefined` where that edition has none. */
export function yearBefore(track: Track, figure: Figure): Figure | undefined {
  const ends = track.ends(figure.year - 1, figure.year);
  return ends?.[1].series === figure.series ? ends[0] : undefined;
}

/** All figures of a track. */
export function allFigures(track: Track): readonly Figure[] {
  return figuresIn(track, track.years);
}

/** The newest year of a track that is not after `thisYear`; its first one where all are. */
export function newestYear(track: Track, thisYear: number): number | undefined {
  return track.years.findLast((y) => y <= thisYear) ?? track.years[0];
}
