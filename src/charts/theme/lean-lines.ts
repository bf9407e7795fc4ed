/** Lines over years in the lean style: a solid part, a dashed one for projections, and bars for ranges. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { Mark, YearPoint } from '#src/charts/spec.ts';
import { rangeText } from '#src/charts/words.ts';
import type { Json } from './config.ts';
import { ascii, round } from './lean-text.ts';
import { POINT_STYLES } from './palette.ts';

/** Up to so many years carry their figures below the axis. */
const MOST_WITH_FIGURES = 8;

/** At most so many years, evenly, the first and the last among them. */
export function thinYears(years: readonly number[], most: number): readonly number[] {
  if (years.length <= most) return years;
  const step = (years.length - 1) / (Math.max(2, most) - 1);
  const kept = Array.from({ length: Math.max(2, most) }, (_, i) => years[Math.round(i * step)]);
  return kept.filter((year) => year !== undefined);
}

/** Says so where years were left out. */
export function thinNote(count: number, kept: readonly number[]): string {
  return kept.length === count ? '' : `${kept.length} of ${count} years shown`;
}

export function yearLabels(year: number, mark: Mark): string {
  if (mark === 'reported') return String(year);
  return `${year} ${mark === 'projected' ? 'proj.' : 'est.'}`;
}

/** Years with their figures below them, where there is room. */
export function figureLabels(
  points: readonly YearPoint[],
  years: readonly number[],
): readonly (string | readonly string[])[] {
  return years.map((year) => {
    const point = points.find((p) => p.year === year);
    if (point === undefined) return String(year);
    const label = yearLabels(year, point.mark);
    return years.length <= MOST_WITH_FIGURES ? [label, ascii(rangeText(point.range))] : label;
  });
}

/** How much a link has room for. */
export interface Room {
  /** Years kept at the most; more are thinned evenly, and the subtitle says so. */
  readonly mostYears: number;
  /** Lines as midpoints only: marks go into the years' labels, ranges are left out, and the subtitle says so. */
  readonly plain: boolean;
}

interface LineStyle {
  readonly label: string;
  readonly color: string;
  readonly yAxisID?: string;
  readonly type?: 'line';
  readonly plain?: boolean;
}

type Dataset = { readonly [key: string]: Json | undefined };

/** One value for all where all are the same: an array costs room. */
function oneOrAll(values: readonly Json[]): Json {
  return values.every((v) => v === values[0]) && values[0] !== undefined ? values[0] : values;
}

/** The datasets of one series: the line, its projected part, and ranges. Midpoints are joined. */
export function lineDatasets(
  points: readonly YearPoint[],
  years: readonly number[],
  style: LineStyle,
): readonly Dataset[] {
  const at = years.map((year) => points.find((p) => p.year === year));
  const { label, color, plain, ...axis } = style;
  if (plain === true) return [{ ...axis, label, data: at.map(value), borderColor: color }];
  const from = at.findIndex((p) => p?.mark === 'projected');
  const split = from < 0 ? at.length : from;
  const stated = at.slice(0, split);
  const datasets: Dataset[] = [];
  if (stated.length > 0) {
    const hollow = stated.map((p) => p !== undefined && POINT_STYLES[p.mark].hollow);
    datasets.push({
      ...axis,
      label,
      data: stated.map(value),
      borderColor: color,
      pointStyle: oneOrAll(stated.map((p) => POINT_STYLES[p?.mark ?? 'reported'].style)),
      pointBackgroundColor: oneOrAll(hollow.map((h) => (h ? '#fff' : color))),
    });
  }
  if (split < at.length) {
    // The dashed part starts at the last stated figure, whose own mark is already drawn.
    const data = at.map((p, i) => (i < split - 1 ? null : value(p)));
    datasets.push({
      ...axis,
      label: datasets.length > 0 ? `${label}, projected` : `${label} (projected)`,
      data,
      borderColor: color,
      backgroundColor: '#fff',
      borderDash: [6, 5],
      pointStyle: POINT_STYLES.projected.style,
      pointRadius: oneOrAll(data.map((_, i) => (i < split ? 0 : 5))),
    });
  }
  if (at.some((p) => p !== undefined && !isExact(p.range)))
    datasets.push({
      ...axis,
      type: 'bar',
      label: `${label}, range`,
      data: at.map((p) =>
        p === undefined || isExact(p.range) ? null : [round(p.range.low), round(p.range.high)],
      ),
      backgroundColor: `${color}40`,
      barPercentage: 0.4,
      grouped: false,
    });
  return datasets;
}

function value(point: YearPoint | undefined): number | null {
  return point === undefined ? null : round(midpoint(point.range));
}
