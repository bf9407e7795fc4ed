/** The series of a metal's pack, each over its editions. */
import { remembering } from './packs/with-tables.ts';
import { type Unit, priceUnit, type MassUnit } from '#src/domain/measure/figure.ts';
import {
  keyOfFilter,
  cadenceOf,
  citationOf,
  families,
  figureAt,
  findSeries,
  type SeriesFilter,
} from './figures.ts';
import type { Metal, NumericSeries } from './metal.ts';
import { massOf, inUnit } from './one-unit.ts';
import { type SeriesHead, type Series, type Edition, seriesOver } from './series.ts';

/**
 * The series of a metal that fit, in the order of its file. `per` is the mass unit wanted, if one is; else a series is in
 * that of its newest edition, whatever older ones are printed in.
 */
export function seriesIn(metal: Metal, filter: SeriesFilter, per?: MassUnit | null): readonly Series[] {
  return madeSeries(metal, `${per ?? ''} ${keyOfFilter(filter)}`, () =>
    seriesAmong(metal, findSeries(metal, filter), per),
  );
}

const madeSeries = remembering<readonly Series[]>();

/** The same of those that are given, newest edition first. */
export function seriesAmong(
  metal: Metal,
  found: readonly NumericSeries[],
  per?: MassUnit | null,
): readonly Series[] {
  return families(found).flatMap((family): readonly Series[] => {
    const [newest] = family;
    if (newest === undefined) return [];
    const mass = per ?? massOf(newest.unit);
    const editions = family.map((series): Edition => ({
      periods: series.points.map(({ at }) => at),
      at: (period) => {
        const figure = figureAt(metal, [series], period);
        return figure && inUnit(figure, mass);
      },
    }));
    const {
      family: id,
      metric,
      country,
      sector,
      label,
      basis,
      purity = '',
      market = '',
      form = '',
      unit,
    } = newest;
    const head: SeriesHead = {
      id,
      of: { material: metal.id, metric, place: country, sector },
      name: basis === 'unstated' || metal.name.endsWith(basis) ? metal.name : `${metal.name} ${basis}`,
      label,
      // "62 % Fe fines, c.f.r. China" says at once what it is and where.
      basis: {
        form: basis,
        taken: '',
        purity,
        market: [form, market].filter((one) => one !== '').join(', '),
      },
      unit: unitPer(unit, mass),
      cadence: cadenceOf(newest),
      source: newest.source,
    };
    return [seriesOver({ ...head, citation: () => citationOf(metal, newest) }, editions)];
  });
}

const unitPer = (unit: Unit, mass: MassUnit | undefined): Unit => {
  const currency = priceUnit(unit)?.currency;
  if (mass === undefined) return unit;
  return currency === undefined ? mass : `${currency}/${mass}`;
};
