/** How many times one figure is another, or why that is not worked out: one rule for figures of years, months and days. */
import type { Line, Span } from '#src/domain/answer.ts';
import { divide, type Quantity } from '#src/domain/measure/figure.ts';
import { timesBetween } from '#src/domain/measure/changes.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { isBound, listInWords, sourceName } from '../topic.ts';

/** A figure that stands for its metal, with what it is of: "2024", "27 Nov 2026", "average of Q2 2026". */
export interface Side {
  readonly figure: Figure;
  readonly when: string;
}

/** A ratio is told with what rounding leaves open where that is more than this share of it. */
const COARSE = 0.1;

/** "Terbium is 3.12 times dysprosium."; or why there is no such ratio. @param nameOf What each is called */
export function ratioLine(sides: readonly Side[], nameOf: (figure: Figure) => string): Line {
  const figures = sides.map(({ figure }) => figure);
  const refused = whyNone(sides);
  if (refused !== undefined) return [`${refused}, so no ratio is worked out.`];
  const sorted = figures.toSorted((a, b) => b.quantity.range.low - a.quantity.range.low);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (top === undefined || bottom === undefined || bottom.quantity.range.low <= 0) return [''];
  const [most, least] = [top.quantity.range, bottom.quantity.range];
  const what = top.series.metric === 'price' ? 'prices' : 'figures';
  if (most.low === least.low && most.high === least.high)
    return [top.at.length > 4 ? `The ${what} are the same.` : `As rounded, the ${what} are the same.`];
  const quantity = timesBetween(top.quantity, bottom.quantity);
  if (quantity === undefined) return [''];
  return [
    `${nameOf(top)} is `,
    { quantity, from: [top, bottom] },
    ` ${inText(nameOf(bottom), bottom)}`,
    ...asPrinted(top, bottom, quantity),
    '.',
  ];
}

/** A name as it stands within a sentence: "neodymium oxide", "NdPr oxide". */
const inText = (name: string, { metal }: Figure): string => name.replace(metal.name, nameInText(metal.name));

/** " (as printed, 540 to 1,621 times)", where the figures are so coarse that the ratio is. */
function asPrinted(top: Figure, bottom: Figure, { range }: Quantity): Span[] {
  const [of, by] = [top.quantity.printed, bottom.quantity.printed];
  if (of === undefined || by === undefined || by.low <= 0) return [];
  const printed = divide(of, by);
  const coarse = Math.max(printed.high / range.high, range.low / printed.low) > 1 + COARSE;
  if (!coarse) return [];
  const shown = { low: Number(printed.low.toPrecision(3)), high: Number(printed.high.toPrecision(3)) };
  return [' (as printed, ', { quantity: { range: shown, unit: 'times' }, from: [top, bottom] }, ')'];
}

const CADENCES = new Map([
  [4, 'year'],
  [7, 'month'],
  [10, 'day'],
]);

function whyNone(sides: readonly Side[]): string | undefined {
  const figures = sides.map(({ figure }) => figure);
  const [first] = figures;
  if (figures.some(isBound)) return 'Of one it is only known that it is more, or less, than that';
  const lengths = [...new Set(figures.map(({ at }) => at.length))].toSorted((a, b) => b - a);
  const [finer, coarser] = lengths.map((length) => CADENCES.get(length));
  const isMean = sides.some(({ figure, when }) => figure.at.length > 4 && when.startsWith('average'));
  const what = isMean ? `an average over ${finer}s` : `the price of a ${finer}`;
  if (coarser !== undefined) return `One is ${what}, another a figure for a ${coarser}`;
  const units = [...new Set(figures.map(({ quantity }) => quantity.unit))];
  if (units.length > 1) return `They are in ${listInWords(units)}, which can’t be converted here`;
  if (new Set(sides.map(({ when }) => when)).size > 1) return `The ${finer ?? 'day'}s differ`;
  const isPrice = first?.series.metric === 'price';
  const forms = new Set(figures.map(({ series }) => series.basis));
  // Where a source does not say its form, that is said beside the ratio.
  if (isPrice) forms.delete('unstated');
  if (forms.size > 1) return isPrice ? 'They are of different forms' : 'The sources count on different bases';
  // What a source does not say is no other basis, where they are of other metals: it is said beside the ratio.
  const bases = new Set(figures.map(({ basis }) => basis ?? ''));
  if (new Set(figures.map(({ metal }) => metal.id)).size === figures.length) bases.delete('');
  if (bases.size > 1) return 'They are quoted on different bases';
  const editions = Map.groupBy(figures, (figure) => figure.citation.source.publisher);
  // A quote’s edition is its day.
  const mixed = [...editions.values()].some((group) => new Set(group.map(sourceName)).size > 1);
  return mixed && first?.at.length === 4 ? 'They come from different editions' : undefined;
}
