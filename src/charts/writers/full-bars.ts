/** Bars as the built-in renderer draws them, and what is written in or beside them. */
import { isExact, midpoint } from '#src/domain/measure/figure.ts';
import { nearEnd, type BarMark, type Places, type Point } from '#src/charts/spec.ts';
import type { Dataset, Json, LabelItem } from '#src/charts/theme/config.ts';
import { PALE } from '#src/charts/theme/frame.ts';
import { colourOf, fillOf, inkOn, mix, type Palette } from '#src/charts/theme/palette.ts';
import { along, MANY, slotsOf } from './full-places.ts';

/** Projected parts of a stack are paler. */
const PROJECTED_PART = 0.55;

export function barDatasets(
  { look, tone, points }: BarMark,
  x: Places,
  colours: Palette,
): readonly Dataset[] {
  const slots = slotsOf(x, points);
  const color = slots.map(({ point }) => colourOf(point?.tone ?? tone, colours));
  const common = { type: 'bar', grouped: false, order: 5 };
  const bars = { ...common, data: along(x, slots, (p) => extentOf(p)) };
  switch (look) {
    case 'upright':
    case 'row': {
      const mixed = new Set(points.map(({ firmness }) => firmness)).size > 1;
      const firm = slots.map(({ point }) => (mixed ? point?.firmness : undefined) ?? 'reported');
      const style =
        look === 'upright'
          ? { borderRadius: slots.length > MANY ? 1 : 4, borderSkipped: 'bottom', barPercentage: 0.84 }
          : { borderRadius: 3, barPercentage: 0.82, categoryPercentage: 0.92, minBarLength: 2 };
      return [
        {
          ...bars,
          ...style,
          backgroundColor: firm.map((firmness, i) => fillOf(color[i] ?? '', firmness, colours)),
          borderColor: color,
          borderWidth: firm.map((firmness) => (firmness === 'reported' ? 0 : 2)),
        },
      ];
    }
    case 'stack':
      return [
        {
          ...bars,
          backgroundColor: slots.map(({ point }) => (point ? partColour(point, tone, colours) : '#0000')),
          borderColor: colours.paper,
          borderWidth: { top: slots.length > 20 ? 1 : 2 },
          borderSkipped: false,
          barPercentage: 0.86,
          categoryPercentage: 0.92,
        },
      ];
    default: {
      const style = { ...common, borderRadius: 3, barPercentage: 0.62, categoryPercentage: 0.92 };
      // The part that is sure is full; from there to the far end of the interval, pale.
      return [
        { ...style, data: along(x, slots, ({ range }) => nearEnd(range)), backgroundColor: color },
        {
          ...style,
          data: along(x, slots, farPart),
          backgroundColor: color.map((c) => mix(c, colours.paper, PALE)),
        },
      ];
    }
  }
}

/** From where a bar is sure to reach on to the range's far end. */
function farPart({ range }: Point): Json {
  return isExact(range) ? null : [nearEnd(range) || range.low, range.high < 0 ? range.low : range.high];
}

function extentOf({ base = 0, range }: BarMark['points'][number]): Json {
  return base === 0 ? midpoint(range) : [base, base + midpoint(range)];
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
    const to = base + midpoint(range);
    const upright = { text, at, from: base, to, axis: 'y' } as const;
    if (look === 'stack')
      return [{ ...upright, color: inkOn(partColour(point, tone, colours)), place: 'inside' }];
    if (look === 'upright') {
      const mixed = new Set(points.map(({ firmness }) => firmness)).size > 1;
      const fill = fillOf(colourOf(tone, colours), mixed ? point.firmness : 'reported', colours);
      return [{ ...upright, color: inkOn(fill), place: 'base' }];
    }
    const far = look === 'row' ? to : range.high < 0 ? range.low : range.high;
    return [{ text, color: colours.ink, at, from: 0, to: far, axis: 'x', place: 'beside' }];
  });
}
