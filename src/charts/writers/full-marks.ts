/** Marks as the built-in renderer draws them: Chart.js datasets, and texts for it to place. Bars have a file of their own. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import type { ChartSpec, LineMark, Mark, Places, Point, RangeMark } from '#src/charts/spec.ts';
import type { Dataset, Json, LabelItem } from '#src/charts/theme/config.ts';
import { LABEL_SIZE } from '#src/charts/theme/frame.ts';
import { colourOf, POINT_STYLES, type Palette } from '#src/charts/theme/palette.ts';
import { cutText } from '#src/charts/theme/text-width.ts';
import { barDatasets, barLabels } from './full-bars.ts';
import { along, domainOf, MANY, slotsOf, type Slot } from './full-places.ts';

/** Of a line, at its end; CSS px. */
const LONGEST_NAME = 130;
const WIDTHS = { fine: 3, usual: 5, broad: 26 } as const;

const axisOf = (axis: 'right' | undefined): { readonly [key: string]: Json } =>
  axis === undefined ? {} : { yAxisID: 'p' };

/** @returns In the order of the marks; later ones are drawn under earlier ones of the same `order`. */
export function datasetsOf(mark: Mark, { x }: ChartSpec, colours: Palette): readonly Dataset[] {
  switch (mark.kind) {
    case 'line':
      return lineDatasets(mark, x, colours);
    case 'bar':
      return barDatasets(mark, x, colours);
    case 'range':
      return rangeDatasets(mark, x, colours);
    case 'band': {
      const slots = slotsOf(x, mark.points);
      const edge = { ...axisOf(mark.axis), type: 'line', borderWidth: 0, pointRadius: 0, order: 4 };
      return [
        { ...edge, data: along(x, slots, ({ range }) => range.low), fill: false },
        {
          ...edge,
          data: along(x, slots, ({ range }) => range.high),
          fill: '-1',
          backgroundColor: colours.band,
        },
      ];
    }
    case 'rule':
      return mark.lines.map(({ value }) => ({
        type: 'line',
        data: x.of === 'days' ? domainOf(x).map((at) => ({ x: at, y: value })) : x.places.map(() => value),
        borderColor: colours.warn,
        borderWidth: 2,
        borderDash: [7, 5],
        pointRadius: 0,
        order: 2,
      }));
    default:
      return [];
  }
}

/** The stated part, and from its last figure on the projected one. */
function lineDatasets(mark: LineMark, x: Places, colours: Palette): readonly Dataset[] {
  const slots = slotsOf(x, mark.points);
  const color = colourOf(mark.tone, colours);
  const daily = x.of === 'days';
  const size = daily ? 4.5 : mark.fine === true || slots.length > MANY ? 3.5 : 5;
  const line = {
    ...axisOf(mark.axis),
    type: 'line',
    borderColor: color,
    borderWidth: daily ? 2.25 : mark.fine === true ? 2 : 3,
    borderJoinStyle: daily ? 'round' : 'miter',
    pointBorderWidth: size > 4 ? 2.5 : 1.75,
    ...dotsOf(slots, color, colours),
    order: 1,
  };
  const from = slots.findIndex(({ point }) => point?.firmness === 'projected');
  const split = from < 0 ? slots.length : from;
  const dots = mark.dots && new Set(mark.dots);
  // No source gives a range's midpoint: the line goes through it, and its ends have the dots.
  const dotted = (i: number) => {
    const point = slots[i]?.point;
    return point !== undefined && isExact(point.range) && (dots?.has(point.at) ?? true);
  };
  const stated = {
    ...line,
    data: along(x, slots, (point, i) => (i < split ? midpoint(point.range) : null)),
    pointRadius: slots.map((_, i) => (dotted(i) ? size : 0)),
  };
  if (split === slots.length) return [stated];
  return [
    stated,
    {
      ...line,
      data: along(x, slots, (point, i) => (i < split - 1 ? null : midpoint(point.range))),
      borderDash: [6, 5],
      pointRadius: slots.map((_, i) => (i < split || !dotted(i) ? 0 : size * 1.25)),
    },
  ];
}

function rangeDatasets(
  { points, tone, width, axis, dots: wanted }: RangeMark,
  x: Places,
  colours: Palette,
): readonly Dataset[] {
  const slots = slotsOf(x, points);
  const broad = width === 'broad';
  const color = colourOf(tone, colours);
  const bar = {
    ...axisOf(axis),
    type: 'bar',
    data: along(x, slots, ({ range }) => [range.low, range.high]),
    backgroundColor: broad ? colours.band : `${color}73`,
    borderRadius: broad ? 0 : 2,
    barThickness: WIDTHS[width],
    grouped: false,
    order: 3,
  };
  if (broad) return [bar];
  const size = width === 'fine' || slots.length > MANY ? 3 : 4;
  const dot = { ...axisOf(axis), ...dotsOf(slots, color, colours), type: 'line', showLine: false, order: 1 };
  const dotted = slots.map(({ point }) => (point && (wanted?.includes(point.at) ?? true) ? size : 0));
  const dots = { ...dot, pointRadius: dotted, pointBorderWidth: size / 2 };
  return [
    bar,
    { ...dots, data: along(x, slots, ({ range }) => range.low) },
    { ...dots, data: along(x, slots, ({ range }) => range.high) },
  ];
}

/** Full for what is reported, else hollow: not yet filled in. */
function dotsOf(slots: readonly Slot<Point>[], color: string, colours: Palette): Dataset {
  const styles = slots.map(({ point }) => POINT_STYLES[point?.firmness ?? 'reported']);
  return {
    pointBorderColor: color,
    pointStyle: styles.map(({ style }) => style),
    pointBackgroundColor: styles.map(({ hollow }) => (hollow ? colours.paper : color)),
  };
}

/** What is written at a mark, most important first. */
export function labelsOf(mark: Mark, { x }: ChartSpec, colours: Palette): readonly LabelItem[] {
  switch (mark.kind) {
    case 'label':
      return mark.items.map(({ at, value, name, text, place }) => ({
        text: name === undefined ? text : `${cutText(name, LABEL_SIZE, 600, LONGEST_NAME)} ${text}`,
        color: colourOf(mark.tone, colours),
        at: at - x.first,
        from: value,
        to: value,
        axis: mark.axis === undefined ? 'y' : 'p',
        place,
      }));
    case 'rule': {
      const [at] = domainOf(x);
      return mark.lines.map(({ value, text }) => ({
        text,
        color: colours.warn,
        at,
        from: value,
        to: value,
        axis: 'y',
        place: 'along',
      }));
    }
    case 'bar':
      return barLabels(mark, x, colours);
    default:
      return [];
  }
}
