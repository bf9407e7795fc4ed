/** Bars as the built-in renderer draws them, and what is written in or beside them. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import { nearEnd, type BarMark, type Places, type Point } from '#src/charts/spec.ts';
import type { Dataset, Json, LabelItem } from '#src/charts/theme/config.ts';
import { PALE } from '#src/charts/theme/frame.ts';
import { colourOf, fillOf, inkOn, mix, type Palette } from '#src/charts/theme/palette.ts';
import { along, MANY, slotsOf } from './full-places.ts';

/** Projected parts of a stack are paler. */
const PROJECTED_PART = 0.55;

/** How each kind of bar looks, where so many stand beside each other. */
function styleOf(look: BarMark['look'], count: number): Dataset {
  switch (look) {
    case 'upright':
      return { borderRadius: count > MANY ? 1 : 4, borderSkipped: 'bottom', barPercentage: 0.84 };
    case 'stack':
      return { borderSkipped: false, barPercentage: 0.86, categoryPercentage: 0.92 };
    case 'row':
      return { borderRadius: 3, barPercentage: 0.82, categoryPercentage: 0.92, minBarLength: 2 };
    default:
      return { borderRadius: 3, barPercentage: 0.62, categoryPercentage: 0.92 };
  }
}

export function barDatasets(
  { look, tone, points }: BarMark,
  x: Places,
  colours: Palette,
): readonly Dataset[] {
  const slots = slotsOf(x, points);
  const bars = { type: 'bar', grouped: false, order: 5, ...styleOf(look, slots.length) };
  if (look === 'stack')
    return [
      {
        ...bars,
        data: along(x, slots, ({ base = 0, range }) => [base, base + midpoint(range)]),
        backgroundColor: slots.map(({ point }) => (point ? partColour(point, tone, colours) : colours.paper)),
        borderColor: colours.paper,
        borderWidth: { top: slots.length > 20 ? 1 : 2 },
      },
    ];
  const mixed = look !== 'change' && new Set(points.map(({ firmness }) => firmness)).size > 1;
  const firm = slots.map(({ point }) => (mixed ? point?.firmness : undefined) ?? 'reported');
  const color = slots.map(({ point }) => colourOf(point?.tone ?? tone, colours));
  const fill = firm.map((firmness, i) => fillOf(color[i] ?? '', firmness, colours));
  const edge = { borderColor: color, borderWidth: firm.map((firmness) => (firmness === 'reported' ? 0 : 2)) };
  return [
    { ...bars, ...edge, data: along(x, slots, ({ range }) => nearEnd(range)), backgroundColor: fill },
    ...(points.every(({ range }) => isExact(range))
      ? []
      : [
          {
            ...bars,
            ...edge,
            minBarLength: 0,
            data: along(x, slots, farPart),
            backgroundColor: fill.map((c) => mix(c, colours.paper, PALE)),
          },
        ]),
  ];
}

/** Under the part that is sure, to the range's far end. */
function farPart({ range }: Point): Json {
  if (isExact(range)) return null;
  return range.low > 0 ? range.high : range.high < 0 ? range.low : [range.low, range.high];
}

function partColour({ firmness }: Point, tone: BarMark['tone'], colours: Palette): string {
  const color = colourOf(tone, colours);
  return firmness === 'projected' ? mix(color, colours.paper, PROJECTED_PART) : color;
}

export function barLabels(
  { look, tone, points }: BarMark,
  x: Places,
  colours: Palette,
): readonly LabelItem[] {
  return points.flatMap((point): LabelItem[] => {
    const { text, range, base = 0 } = point;
    if (text === undefined) return [];
    const at = point.at - x.first;
    const to = look === 'stack' ? base + midpoint(range) : range.high;
    const upright = { text, at, from: base, to, axis: 'y' } as const;
    if (look === 'stack')
      return [{ ...upright, color: inkOn(partColour(point, tone, colours)), place: 'inside' }];
    if (look === 'upright') {
      const mixed = new Set(points.map(({ firmness }) => firmness)).size > 1;
      const fill = fillOf(colourOf(tone, colours), mixed ? point.firmness : 'reported', colours);
      return [{ ...upright, color: inkOn(fill), place: 'base' }];
    }
    const far = range.high < 0 ? range.low : range.high;
    return [{ text, color: colours.ink, at, from: 0, to: far, axis: 'x', place: 'beside' }];
  });
}
