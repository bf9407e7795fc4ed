/** Takes the price or band out of an alert's line, and asks which where its marks leave two readings. */
import { rangesOf, scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { decide, settled, type NumberContext } from '#src/domain/measure/numbers/numbers.ts';
import { whichOne, type Misread } from '#src/domain/measure/numbers/which-number.ts';
import type { Range } from '#src/domain/measure/figure.ts';

interface Threshold {
  readonly ok: true;
  readonly range: Range;
  readonly isBand: boolean;
  /** The line without it and its "$" or "/kg". */
  readonly rest: string;
}

const JOINED = /^\s*(?:[-–—]|\bto\b)(?:\s*\$)?\s*$/iu;
const DOLLARS_BEFORE = /(?:us)?\$\s*$/iu;
const DOLLARS_AFTER = /^\s*(?:usd|us\$|\$|dollars?)?(?:\s*\/\s*kg|\s+(?:per|a)\s+(?:kg|kilo))?(?![a-z/])/iu;

/** The price or band of a line whose unit is dollars a kilogram; `undefined` where it has no number. */
export function takeThreshold(line: string, context: NumberContext): Threshold | Misread | undefined {
  const found = scanNumbers(line, context);
  const at = found.findIndex(({ kind }) => kind === 'number');
  const [first, second] = [found[at], found[at + 1]];
  if (first === undefined) return undefined;
  const ranges =
    second?.kind === 'number' && JOINED.test(line.slice(first.end, second.start))
      ? decide(rangesOf(first, second, line), context)
      : undefined;
  const { start } = first;
  const end = (ranges === undefined ? first : second)?.end ?? first.end;
  const written = line.slice(start, end);
  if (ranges?.length === 0)
    return { ok: false, reason: `“${written}” is no range: it goes from the lower price to the higher.` };
  const readings =
    ranges ?? first.readings.map((reading) => ({ ...reading, low: reading.value, high: reading.value }));
  if (first.readings.some(({ factors }) => factors !== undefined))
    return { ok: false, reason: `“${written}” is a product: write the price itself.` };
  if (readings.length === 0) return { ok: false, reason: `“${written}” is no number that I can read.` };
  const one = settled(readings);
  if (one === undefined) return whichOne(line, { readings, start, end });
  const before = line.slice(0, start).replace(DOLLARS_BEFORE, ' ');
  const rest = `${before} ${line.slice(end).replace(DOLLARS_AFTER, ' ')}`;
  return { ok: true, range: { low: one.low, high: one.high }, isBand: ranges !== undefined, rest };
}
