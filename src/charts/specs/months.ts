/** Prices of months: one metal's over time; of several, in the unit that all share, or indexed where they share none. */
import type { MonthsSubject } from '#src/domain/series/chart-subject.ts';
import { findSeries } from '#src/domain/series/figures.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import { changeBetween } from '#src/domain/measure/changes.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import type { Metal, NumericSeries } from '#src/domain/series/metal.ts';
import type { ChartSpec, Figures, Mark, Point } from '#src/charts/spec.ts';
import {
  altTextOf,
  capital,
  changeText,
  compactText,
  figureText,
  footText,
  listText,
  unitText,
} from '#src/charts/words.ts';
import { dateTicks, dayNumber } from '#src/charts/days.ts';
import { basesText, basisText, sourcesOf } from './series.ts';
import { stretchesOf } from '#src/charts/thin.ts';
import { gapsOf, marksOf, MOST_STRETCHES, thinQuotes, type DayQuote } from './quote-marks.ts';
import { tellHistory } from './told-history.ts';

interface Month extends DayQuote {
  /** "2026-06"; its `date` is its middle, where it is drawn. */
  readonly month: string;
}

interface MonthsOf {
  readonly metal: Metal;
  readonly series: NumericSeries;
  /** Ascending. */
  readonly months: readonly Month[];
}

type Two = readonly [Month, Month];

/** Past this ratio of the highest to the lowest figure, the lower lines lie flat beside the others. */
const INDEX_FROM_RATIO = 8;

/** @returns `undefined` where none of the metals has prices of those months. */
export function monthsSpec(subject: MonthsSubject, catalog: Figures): ChartSpec | undefined {
  const found = [...new Set(subject.metals)].flatMap((id) => {
    const metal = catalog.metals.find((one) => one.id === id);
    return (metal && monthsOf(metal, subject)) ?? [];
  });
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  return others.length === 0 ? oneSpec(first) : severalSpec([first, ...others]);
}

/** The first that prints prices of months: the one that answers, before another source's. */
function monthsOf(metal: Metal, { from, to }: MonthsSubject): MonthsOf | undefined {
  const all = findSeries(metal, { metric: 'price', cadence: 'month' });
  const series = all.find(({ role }) => role === 'headline') ?? all[0];
  const [first, last] = [from, to].toSorted();
  const months = (series?.points ?? []).flatMap(({ at, range }): Month[] =>
    at < (first ?? '') || at > (last ?? '') ? [] : [{ month: at, date: `${at}-15`, range }],
  );
  return series === undefined || months.length === 0 ? undefined : { metal, series, months };
}

const monthText = (month: string): string => (periodNamed(month)?.label ?? month).replaceAll(' ', '\u00A0');
const overText = ([first, last]: Two): string =>
  first === last ? monthText(first.month) : `${monthText(first.month)} to ${monthText(last.month)}`;
const endsIn = (months: readonly Month[]): Two | undefined => {
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
};
const changeOver = ([first, last]: Two): string =>
  first === last || first.range.low <= 0 ? '' : changeText(changeBetween(first.range, last.range));

function oneSpec({ metal, series, months }: MonthsOf): ChartSpec | undefined {
  const { unit } = series;
  const stretches = thinQuotes(months);
  const told = tellHistory(months, stretches.length, {
    name: metal.name,
    unit,
    noun: 'figure',
    at: ({ date }) => monthText(date.slice(0, 7)),
    in: 'in',
  });
  if (told === undefined) return undefined;
  return {
    of: 'months',
    ...marksOf(stretches, gapsOf(months), [], 'month'),
    title: `${metal.name}: ${told.now}${told.moved}`,
    subtitle: `${metal.name}, average price by month, ${unitText(unit)}, ${basisText(series)} · ${told.span}${told.beside}`,
    foot: footText(sourcesOf(metal, [series])),
    altText: altTextOf(['Prices, each the average of a month.', ...told.sentences]),
  };
}

function severalSpec(found: readonly [MonthsOf, ...MonthsOf[]]): ChartSpec | undefined {
  const [first] = found;
  const { unit } = first.series;
  const shared = first.months.find(({ month }) =>
    found.every(({ months }) => months.some((one) => one.month === month)),
  )?.month;
  const highs = found.map(({ months }) => Math.max(...months.map(({ range }) => range.high)));
  const sameUnit = found.every(({ series }) => series.unit === unit);
  const level = Math.max(...highs) / Math.min(...highs) <= INDEX_FROM_RATIO;
  // Without a month that all have, there is nothing to index from.
  const indexed = (!sameUnit || !level) && shared !== undefined;
  if (!sameUnit && !indexed) return undefined;
  const lines = found.map(({ metal, months }) => {
    const base = indexed ? months.find(({ month }) => month === shared)?.range.high : undefined;
    return { metal, months: base === undefined ? months : months.map((one) => indexedTo(one, base)) };
  });
  const all = lines.flatMap(({ months }) => months).toSorted((a, b) => a.date.localeCompare(b.date));
  const over = endsIn(all);
  const kept = placesOf(lines);
  if (over === undefined) return undefined;
  const [from, to] = [dayNumber(over[0].date), dayNumber(over[1].date)];
  const start = shared === undefined ? '' : monthText(shared);
  const bases = found.map(({ metal, months, series }) => {
    const at = months.find(({ month }) => month === shared);
    return at === undefined ? metal.name : `${metal.name} ${figureText(at.range, series.unit)}`;
  });
  const moves = found.flatMap(({ metal, months }) => {
    const ends = endsIn(months.filter(({ month }) => shared === undefined || month >= shared));
    const change = ends && changeOver(ends);
    return change === undefined || change === '' ? [] : [`${metal.name.toLowerCase()} ${change}`];
  });
  const what = indexed ? `${start} = 100: ${bases.join(', ')}` : unitText(unit);
  return {
    of: 'months',
    x: { of: 'days', first: from, last: to, gaps: [], ticks: dateTicks(from, to) },
    y: { headroom: 0.12, zero: true },
    key: lines.map(({ metal }, tone) => ({ swatch: 'line', tone, text: metal.name })),
    marks: lines.flatMap(({ metal, months }, tone) => marksOfLine(metal.name, months, tone, kept)),
    title:
      moves.length === 0
        ? `${capital(listText(found.map(({ metal }) => metal.name.toLowerCase())))} by month`
        : `${capital(listText(moves))} since ${start}`,
    subtitle: `Average price by month, ${what} · ${overText(over)} · ${basesText(found.map(({ metal, series }) => ({ name: metal.name, series })))}`,
    foot: footText(found.flatMap(({ metal, series }) => sourcesOf(metal, [series]))),
    altText: altTextOf([
      `Line chart of prices by month${indexed ? `, each as a part of its price in ${start}, which is 100` : ` in ${unitText(unit)}`}, ${overText(over)}.`,
      ...found.map(({ metal, months, series }) => {
        const [a, b] = endsIn(months) ?? [];
        return a === undefined || b === undefined
          ? ''
          : `${metal.name}: ${figureText(a.range, series.unit)} in ${monthText(a.month)}, ${figureText(b.range, series.unit)} in ${monthText(b.month)}.`;
      }),
    ]),
  };
}

/** In percent of another price. */
const indexedTo = (month: Month, base: number): Month => {
  const range: Range = { low: (month.range.low / base) * 100, high: (month.range.high / base) * 100 };
  return { ...month, range };
};

/** A line through the last month of each stretch, with its newest figure at its end. @param kept Months that have a place */
function marksOfLine(
  name: string,
  months: readonly Month[],
  tone: number,
  kept: ReadonlySet<string>,
): readonly Mark[] {
  const points = months
    .filter(({ month }) => kept.has(month))
    .map(({ date, range }): Point => ({ at: dayNumber(date), range, firmness: 'reported' }));
  const end = points.at(-1);
  if (end === undefined) return [];
  const value = end.range.high;
  return [
    { kind: 'line', label: name, tone, points, fine: true, dots: [end.at] },
    {
      kind: 'label',
      tone,
      items: [{ at: end.at, value, name, text: compactText(Number(value.toPrecision(4))), place: 'end' }],
    },
  ];
}

/** Months that all lines have a place at: the last of each stretch, with the lowest and the highest of each line. */
function placesOf(lines: readonly Pick<MonthsOf, 'months'>[]): ReadonlySet<string> {
  const all = [...new Set(lines.flatMap(({ months }) => months.map(({ month }) => month)))].toSorted();
  const values = lines.map(({ months }) => new Map(months.map(({ month, range }) => [month, range.high])));
  const stretches = stretchesOf(
    all,
    MOST_STRETCHES,
    values.map((own) => (month: string) => own.get(month)),
  );
  return new Set(stretches.flatMap((stretch) => stretch.at(-1) ?? []));
}
