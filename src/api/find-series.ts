/** Series with their points, by what is asked for: of the data files, and of the quotes that were fetched. */
import { shownOf } from '#src/domain/asking/answers/figures-of.ts';
import { allSeries, tradedOf, type MetalCatalog } from '#src/domain/series/figures.ts';
import { findMaterial, type Material } from '#src/domain/series/material.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { seriesOfQuotes } from '#src/domain/series/quotes/quoted-series.ts';
import type { Series } from '#src/domain/series/series.ts';
import { seriesAmong } from '#src/domain/series/metal-series.ts';
import { remembering } from '#src/domain/series/packs/with-tables.ts';
import type { SeriesJson, SeriesQuery } from './schemas/lists.ts';

/** The material that a query names: by its id, name, symbol or another name. */
export function materialNamed({ materials }: MetalCatalog, { material }: Pick<SeriesQuery, 'material'>) {
  return findMaterial(materials, material);
}

/** Why no series can fit; `undefined` where one can. */
export function whyBackwards({ from = '', to = '9999' }: SeriesQuery): string | undefined {
  // "2026" is after "2026-06", and holds it.
  return from.slice(0, to.length) > to ? `from: ${from} is after to: ${to}` : undefined;
}

/**
 * The series that fit, what answers a question first; empty where there are none.
 * @param book The quotes of the material with their histories, as far as whoever asks may see them.
 */
export function findSeries(
  catalog: MetalCatalog,
  material: Material,
  query: SeriesQuery,
  book?: QuoteBook,
): readonly SeriesJson[] {
  const { metric, cadence, per } = query;
  const metal = catalog.metals.find(({ id }) => id === material.id);
  const target = per === undefined ? {} : { mass: per };
  const quoted =
    metric === 'price'
      ? (book?.latest ?? [])
          .filter(({ key }) => key.metal === material.id)
          .map((latest) => book && seriesOfQuotes(book, tradedOf(catalog, material.id), latest, target))
          .filter((one) => one !== undefined)
      : [];
  const printed =
    metal === undefined
      ? []
      : printedSeries(metal, `${per ?? ''} ${metric}`, () =>
          seriesAmong(metal, allSeries(metal, metric), per),
        );
  return [...quoted, ...printed]
    .filter((one) => cadence === undefined || one.cadence === cadence)
    .flatMap((one) => seriesJson(one, query) ?? [])
    .filter((one) => fits(one, query))
    .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

/** Kept with their figures: one of sixty years by month takes longer to make than all else of an answer. */
const printedSeries = remembering<readonly Series[]>();

/** What answers a question comes first. */
const ROLES: readonly SeriesJson['role'][] = ['headline', 'benchmark', 'prose', 'other'];

function seriesJson(series: Series, { metric, from = '', to = '9999' }: SeriesQuery): SeriesJson | undefined {
  const figures = series.periods
    // A year holds its months and days: "2026-06" is within "2026".
    .filter((period) => period.slice(0, from.length) >= from && period.slice(0, to.length) <= to)
    .flatMap((period) => series.at(period) ?? []);
  const newest = figures.at(-1);
  if (newest === undefined) return undefined;
  const { material, place, item, basis, citation } = shownOf(newest);
  const { publisher, title, edition, url } = citation.source;
  return {
    id: series.id,
    material,
    metric,
    place,
    item,
    label: series.label,
    role: newest.series.role,
    basis,
    unit: series.unit,
    cadence: series.cadence,
    source: publisher,
    title,
    edition: edition ?? null,
    section: citation.section,
    url: url ?? null,
    notes: newest.series.notes,
    points: figures.map(({ at, quantity, citation: { source } }) => ({
      period: at,
      ...quantity.range,
      firmness: quantity.firmness ?? null,
      qualifier: quantity.qualifier ?? null,
      edition: source.edition ?? null,
    })),
  };
}

const holds = (text: string, words: string | undefined): boolean =>
  words === undefined || text.toLowerCase().includes(words.trim().toLowerCase());

function fits({ place, basis, source, edition }: SeriesJson, query: SeriesQuery): boolean {
  const wanted = query.place?.trim().toLowerCase();
  const isThere = wanted === undefined || (place ?? 'world').toLowerCase() === wanted;
  return isThere && holds(basis, query.basis) && holds(`${source} ${edition ?? ''}`, query.source);
}
