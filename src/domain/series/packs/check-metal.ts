/** Checks of a data file beyond its shape: references, gaps, shares. Each problem names its place in the file. */
import { exactly, isMassUnit, priceUnit, type Quantity, type Unit } from '#src/domain/measure/figure.ts';
import { timesBetween } from '#src/domain/measure/changes.ts';
import { isNumeric, type Metal, type NumericSeries, type PackSeries } from '#src/domain/series/metal.ts';
import { checkTable } from './pack-table.ts';
import { idsOfTables } from './with-tables.ts';

export interface Problem {
  /** Path in the file: `series[2].points[0]`. */
  readonly path: string;
  readonly reason: string;
}

/** All problems of one metal; empty where it is sound. */
export function checkMetal(metal: Metal): readonly Problem[] {
  return [
    ...checkReferences(metal),
    ...metal.series.flatMap((s, i) => checkSeries(metal, s, i)),
    ...checkShareSums(metal),
    ...checkTables(metal),
  ];
}

function checkReferences(metal: Metal): Problem[] {
  const problems: Problem[] = [];
  const needSource = (path: string, id: string) => {
    if (metal.sources[id] === undefined)
      problems.push({ path: `${path}.source`, reason: `no source "${id}" in "sources"` });
  };
  const seriesIds = [...metal.series.map((s) => s.id), ...idsOfTables(metal)];
  metal.series.forEach((s, i) => {
    if (seriesIds.indexOf(s.id) !== i)
      problems.push({ path: `series[${i}].id`, reason: `"${s.id}" is used twice` });
    needSource(`series[${i}]`, s.source);
  });
  metal.products.forEach((p, i) => needSource(`products[${i}]`, p.source));
  if (metal.oxide !== undefined) needSource('oxide', metal.oxide.source);
  metal.claims.forEach((c, i) => {
    needSource(`claims[${i}]`, c.source);
    const refs =
      c.kind === 'change'
        ? c.against
        : c.kind === 'sector-growth'
          ? [c.share, c.production]
          : c.kind === 'two-series'
            ? [c.first, c.second]
            : [];
    if (c.kind === 'two-series') {
      const [a, b] = [c.first, c.second].map((id) => metal.series.find((s) => s.id === id));
      if (
        a !== undefined &&
        b !== undefined &&
        isNumeric(a) &&
        isNumeric(b) &&
        timesBetween(one(a.unit), one(b.unit)) === undefined
      )
        problems.push({
          path: `claims[${i}]`,
          reason: `"${a.id}" is in ${a.unit}, "${b.id}" in ${b.unit}: they can't be compared`,
        });
    }
    for (const id of refs) {
      if (!seriesIds.includes(id)) problems.push({ path: `claims[${i}]`, reason: `no series "${id}"` });
    }
  });
  return problems;
}

function checkTables({ tables, sources }: Metal): Problem[] {
  const ids = new Set<string>();
  return tables.flatMap((table, i) => {
    const problems = checkTable(table).map(({ path, reason }) => ({ path: `tables[${i}].${path}`, reason }));
    if (ids.has(table.id)) problems.push({ path: `tables[${i}].id`, reason: `"${table.id}" is used twice` });
    ids.add(table.id);
    if (sources[table.source] === undefined)
      problems.push({ path: `tables[${i}].source`, reason: `no source "${table.source}" in "sources"` });
    return problems;
  });
}

function checkSeries(metal: Metal, series: PackSeries, index: number): Problem[] {
  const problems: Problem[] = [];
  const at = `series[${index}]`;
  series.points.forEach((point, i) => {
    const previous = series.points[i - 1];
    if (previous === undefined) return;
    const [time, before] = [timeOf(point), timeOf(previous)];
    if (time <= before) {
      const what = time.length > 4 ? 'month' : 'year';
      problems.push({
        path: `${at}.points[${i}].${what}`,
        reason: `${time} after ${before}: ${what}s must ascend`,
      });
    }
    for (let year = previous.year + 1; year < point.year; year++) {
      if (!series.missing.includes(year)) {
        problems.push({
          path: `${at}.points`,
          reason: `${year} is missing; add it, or list it in "missing" if the source leaves it out`,
        });
      }
    }
  });
  if (!isNumeric(series)) return problems;
  const fit = UNIT_OF[series.metric];
  if (fit !== undefined && !fit.fits(series.unit))
    problems.push({ path: `${at}.unit`, reason: `${fit.says}, not in ${series.unit}` });
  const sister = metal.series.find((s) => isNumeric(s) && mustCompare(s, series));
  if (
    sister !== undefined &&
    isNumeric(sister) &&
    timesBetween(one(sister.unit), one(series.unit)) === undefined
  ) {
    problems.push({
      path: `${at}.unit`,
      reason: `${series.unit} can't be compared with the ${sister.unit} of "${sister.id}": give both in one currency`,
    });
  }
  if (series.metric === 'share') {
    if (series.sector === undefined)
      problems.push({ path: `${at}.sector`, reason: 'a share needs its sector' });
    series.points.forEach((p, i) => {
      if (p.range.high > 100)
        problems.push({ path: `${at}.points[${i}]`, reason: `a share of ${p.range.high} % is past 100 %` });
    });
  }
  if (series.sector !== undefined && !metal.sectors.some((s) => s.id === series.sector)) {
    problems.push({ path: `${at}.sector`, reason: `no sector "${series.sector}" in "sectors"` });
  }
  if (series.country !== undefined && !metal.countries.some((c) => c.name === series.country)) {
    problems.push({ path: `${at}.country`, reason: `no country "${series.country}" in "countries"` });
  }
  return problems;
}

const timeOf = (point: PackSeries['points'][number]): string =>
  'at' in point ? point.at : String(point.year);

/** What a metric is counted in. */
const UNIT_OF: Readonly<
  Partial<Record<NumericSeries['metric'], { fits: (unit: Unit) => boolean; says: string }>>
> = {
  price: { fits: (unit) => priceUnit(unit) !== undefined, says: 'a price is money for a mass' },
  production: { fits: isMassUnit, says: 'production is a mass' },
  reserves: { fits: isMassUnit, says: 'reserves are a mass' },
  share: { fits: (unit) => unit === '%', says: 'a share is in %' },
};

/** Editions of one family are one figure over the years, and so in units that convert into each other. */
function mustCompare(earlier: NumericSeries, later: NumericSeries): boolean {
  return earlier.id !== later.id && earlier.family === later.family;
}

/** One of a unit, for looking whether two units measure one thing. */
const one = (unit: Unit): Quantity => ({ range: exactly(1), unit });

/** Sectors of one source can't take more than all of the demand. */
function checkShareSums(metal: Metal): Problem[] {
  const sums = new Map<string, number>();
  for (const series of metal.series.filter(isNumeric).filter((s) => s.metric === 'share')) {
    for (const { year, range } of series.points) {
      const key = `${series.source} ${year}`;
      sums.set(key, (sums.get(key) ?? 0) + range.low);
    }
  }
  return [...sums]
    .filter(([, sum]) => sum > 100)
    .map(([key, sum]) => ({ path: 'series', reason: `the shares of ${key} add up to ${sum} %` }));
}
