/** Whether figures lie past a line that a question draws, each in the unit that its source has. */
import {
  convertMass,
  convertPricePer,
  isMassUnit,
  MASS_UNITS,
  priceUnit,
  type Range,
} from '#src/domain/measure/figure.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { firmness, show } from '#src/domain/topics/topic.ts';
import type { Line } from '#src/domain/answer.ts';

export type Word = 'yes' | 'no' | 'open';
export const SAID = { yes: 'Yes', no: 'No', open: 'It may have been' } as const;

export interface TrackVerdict {
  readonly word: Word;
  readonly figures: readonly Figure[];
  /** Those that the word is said of. */
  readonly telling: readonly Figure[];
  readonly rest: readonly Figure[];
}

export function judgeTrack(track: Series, years: readonly number[], threshold: Threshold): TrackVerdict {
  const judged = years.flatMap((year) => {
    const figure = track.at(year);
    const line = figure && inUnitOf(figure, threshold);
    return figure === undefined || line === undefined
      ? []
      : [{ figure, word: judge(figure, line, threshold.side) }];
  });
  const figures = judged.map(({ figure }) => figure);
  const word = (['yes', 'open', 'no'] as const).find((one) => judged.some((of) => of.word === one)) ?? 'no';
  const telling = judged.filter((one) => one.word === word).map(({ figure }) => figure);
  return { word, figures, telling, rest: figures.filter((figure) => !telling.includes(figure)) };
}

/** "Copper, first past it in Jun 2026: $9,000/t (estimate)". */
export const firstPast = (name: string, side: Threshold['side'], figure: Figure): Line => [
  {
    strong: [
      `${name}, first ${side === 'equal' ? 'at' : side === 'below' ? 'below' : 'past'} it in ${whenOf(figure)}: `,
      show(figure),
    ],
  },
  firmness(figure),
];

/** By so much a figure that is said may be rounded or converted. */
const NEAR = 0.0025;

/** Whether a figure, which may be a range, lies past the line. */
export const judge = ({ quantity: { range } }: Figure, line: Range, side: Threshold['side']): Word =>
  judgeRange(range, line, side);

/** The same of a range that was worked out. */
export function judgeRange(range: Range, { low, high }: Range, side: Threshold['side']): Word {
  if (side === 'equal') {
    const slack = NEAR * Math.abs(low);
    if (range.high < low - slack || range.low > high + slack) return 'no';
    return range.high - range.low <= 2 * slack ? 'yes' : 'open';
  }
  if (side === 'below') return range.high < low ? 'yes' : range.low >= high ? 'no' : 'open';
  const isPast = side === 'reach' ? range.low >= high : range.low > high;
  const isShort = side === 'reach' ? range.high < low : range.high <= low;
  return isPast ? 'yes' : isShort ? 'no' : 'open';
}

/** The line in the unit of a figure; `undefined` where it is of something else. */
export function inUnitOf({ quantity: { unit } }: Figure, threshold: Threshold): Range | undefined {
  const { value, unit: said, per } = threshold;
  const price = priceUnit(unit);
  if (price !== undefined) {
    if (said !== null && said !== price.currency) return undefined;
    if (per === null || price.mass === per) return value;
    const mass = MASS_UNITS.find((one) => one === price.mass);
    return mass && convertPricePer(value, per, mass);
  }
  if (isMassUnit(unit)) {
    if (said === null) return value;
    const mass = MASS_UNITS.find((one) => one === said);
    return mass && convertMass(value, mass, unit);
  }
  return unit === '%' && (said === '%' || said === null) ? value : undefined;
}
