/** Whether an offered price is good: yes or no first, where every source puts it on one side of its own price. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Figure } from '#src/domain/series/figures.ts';

/** All that may stand before an offered price. */
export const OFFER_VERDICTS: ReadonlySet<string> = new Set([
  'Yes: ',
  'No: ',
  'It depends on the form: ',
  'The sources differ: ',
  '',
]);

/** "No: ", "Yes: ", or what it depends on; nothing where no verdict is asked for. */
export function offerVerdict(text: string, offered: Range, figures: readonly Figure[]): string {
  const steep = says({ text }, 'is it steep');
  if (!steep && !says({ text }, 'is it good')) return '';
  const sides = new Set(figures.map((figure) => sideOf(offered, figure)));
  const bases = new Set(figures.map(({ series }) => series.basis));
  if (sides.has('above') && sides.size > 1)
    return bases.size > 1 ? 'It depends on the form: ' : 'The sources differ: ';
  return sides.has('above') === steep ? 'Yes: ' : 'No: ';
}

function sideOf(offered: Range, { quantity }: Figure): 'above' | 'not above' {
  // What lies within a range of prices is above none of them.
  const { range } = quantity;
  if (range.low < range.high && offered.low >= range.low && offered.high <= range.high) return 'not above';
  const { percent, printed } = changeOf(quantity, {
    range: offered,
    unit: quantity.unit,
    printed: offered,
  });
  const { low, high } = printed ?? percent;
  return low >= 0 && high > LEVEL ? 'above' : 'not above';
}

/** As good as level, in per cent. */
const LEVEL = 0.05;
