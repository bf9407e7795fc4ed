/** Marks as a link carries them: values in the order of the places that are kept, and no more style than tells them apart. */
import { isExact, midpoint, type Range } from '#src/domain/measure/figure.ts';
import {
  nearEnd,
  type BarMark,
  type BarPoint,
  type ChartSpec,
  type LineMark,
  type Mark,
  type Point,
} from '#src/charts/spec.ts';
import type { Dataset, Json } from '#src/charts/theme/config.ts';
import { PALE } from '#src/charts/theme/frame.ts';
import { colourOf, mix, paletteOf, POINT_STYLES } from '#src/charts/theme/palette.ts';
import { spanAt, type Kept } from './lean-places.ts';
import { round, short } from './lean-text.ts';

const COLOURS = paletteOf('light');
const DOT = 5;

/** @param plain Lines as midpoints only, for want of room. */
export function leanDatasets(
  mark: Mark,
  { x, right }: ChartSpec,
  kept: Kept,
  plain: boolean,
): readonly Dataset[] {
  const place = <P extends { readonly at: number }>(points: readonly P[], valueOf: (point: P) => Json) => {
    const byPlace = new Map(points.map((point) => [point.at, point]));
    return kept.ats.map((at) => {
      const point = at === undefined ? undefined : byPlace.get(at);
      return point === undefined ? null : valueOf(point);
    });
  };
  const on =
    right !== undefined && 'axis' in mark && mark.axis === 'right' ? { yAxisID: 'p', type: 'line' } : {};
  switch (mark.kind) {
    case 'line': {
      const label = short(mark.label);
      const data = place(mark.points, ({ range }) => round(midpoint(range)));
      const line = { ...on, label, borderColor: colourOf(mark.tone, COLOURS) };
      if (x.of === 'days')
        return [{ ...line, data, borderWidth: 2, pointRadius: kept.count === 1 ? DOT : 0 }];
      return plain
        ? [{ ...line, data }]
        : lineDatasets(
            line,
            data,
            place(mark.points, (p) => p.firmness),
            mark,
          );
    }
    case 'range':
      // Among days a band says it.
      if (plain || (x.of === 'days' && kept.count > 1)) return [];
      return [
        {
          ...on,
          type: 'bar',
          label: short(mark.label),
          data: place(mark.points, ({ range }) => rounded(range)),
          backgroundColor: `${colourOf(mark.tone, COLOURS)}40`,
          barPercentage: 0.4,
          grouped: false,
        },
      ];
    case 'band': {
      if (plain || x.of !== 'days' || mark.points.every(({ range }) => isExact(range))) return [];
      const spans = kept.ats.map((_, i) => spanAt(kept, i, mark.points));
      const edge = { borderWidth: 0, pointRadius: 0, backgroundColor: COLOURS.band };
      return [
        { ...edge, label: 'lowest', data: spans.map((span) => (span ? round(span.low) : null)) },
        {
          ...edge,
          label: 'highest',
          data: spans.map((span) => (span ? round(span.high) : null)),
          fill: '-1',
        },
      ];
    }
    case 'bar':
      return barDatasets(mark, place);
    case 'rule': {
      const ends = x.of === 'days' && x.first < x.last ? [0, x.last - x.first] : [-1, 1];
      return mark.lines.map(({ value, text }, i) => ({
        label: i === 0 ? short(mark.label) : short(`and ${text}`),
        data: ends.map((at) => [at, value]),
        borderColor: COLOURS.warn,
        borderDash: [7, 5],
        pointRadius: 0,
      }));
    }
    case 'arc':
      return [
        {
          data: mark.points.map(({ range }) => round(midpoint(range))),
          backgroundColor: mark.points.map(({ tone }) => colourOf(tone, COLOURS)),
        },
      ];
    default:
      return [];
  }
}

const rounded = ({ low, high }: Range): Json => [round(low), round(high)];

/** One value for all where all are the same: an array costs room. */
function oneOrAll(values: readonly Json[]): Json {
  return values.every((v) => v === values[0]) && values[0] !== undefined ? values[0] : values;
}

/** The stated part, and from its last figure on, whose dot is drawn already, the dashed projected one. */
function lineDatasets(
  line: { readonly label: string; readonly borderColor: string },
  data: readonly Json[],
  firmness: readonly Json[],
  { points, tone }: LineMark,
): readonly Dataset[] {
  const from = firmness.indexOf('projected');
  const split = from < 0 ? data.length : from;
  const styles = firmness.slice(0, split).map((f) => POINT_STYLES[isFirmness(f) ? f : 'reported']);
  const color = colourOf(tone, COLOURS);
  const stated = {
    ...line,
    data: data.slice(0, split),
    pointStyle: oneOrAll(styles.map(({ style }) => style)),
    pointBackgroundColor: oneOrAll(styles.map(({ hollow }) => (hollow ? '#fff' : color))),
  };
  const projected = {
    ...line,
    label: split > 0 ? `${line.label}, projected` : `${line.label} (projected)`,
    data: data.map((value, i) => (i < split - 1 ? null : value)),
    backgroundColor: '#fff',
    borderDash: [6, 5],
    pointStyle: POINT_STYLES.projected.style,
    pointRadius: oneOrAll(data.map((_, i) => (i < split ? 0 : DOT))),
  };
  return [...(split > 0 && points.length > 0 ? [stated] : []), ...(split < data.length ? [projected] : [])];
}

function isFirmness(value: Json): value is Point['firmness'] {
  return typeof value === 'string' && value in POINT_STYLES;
}

type Placing = (points: BarMark['points'], valueOf: (point: BarPoint) => Json) => readonly Json[];

/** Full to the low end of a range, and pale from there to the high one; parts of a stack by their midpoints. */
function barDatasets({ look, label, tone, points }: BarMark, place: Placing): readonly Dataset[] {
  const name = label === '' ? {} : { label: short(label) };
  const colorOf = (p: BarPoint) => colourOf(p.tone ?? tone, COLOURS);
  if (look === 'stack')
    return [
      {
        ...name,
        data: place(points, ({ range }) => round(midpoint(range))),
        backgroundColor: oneOrAll(place(points, colorOf)),
      },
    ];
  const full = {
    ...name,
    grouped: false,
    data: place(points, (p) => round(nearEnd(p.range))),
    backgroundColor: oneOrAll(
      place(points, (p) =>
        p.firmness === 'projected' && look === 'upright' ? COLOURS.rest : colourOf(p.tone ?? tone, COLOURS),
      ),
    ),
  };
  if (points.every(({ range }) => isExact(range))) return [full];
  return [
    full,
    {
      label: 'to high end',
      grouped: false,
      data: place(points, ({ range }) => (isExact(range) ? null : rounded(range))),
      backgroundColor: oneOrAll(place(points, (p) => mix(colorOf(p), COLOURS.paper, PALE))),
    },
  ];
}
