/**
 * Whether a rule fires, and when it may fire again: one judge, whether figures come by the year, the month or the day. That it
 * may come again is a second question, with a margin: a price that hovers at a threshold comes once.
 */
import { addDays } from '#src/domain/measure/days.ts';
import { midpoint, withoutNoise, type Quantity, type Range } from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { looksBack, type ChangeRule, type Rule, type ThresholdRule } from './rule.ts';

/** A threshold, in the unit of what is held against it. */
interface Limit extends Pick<ThresholdRule, 'when' | 'reach'> {
  readonly range: Range;
}

/** A figure of a series, in the unit that the rule is held in. */
export interface Seen {
  /** The period that it is of, as an ISO prefix: "2024", "2026-06", "2026-11-20". */
  readonly at: string;
  readonly quantity: Quantity;
}

/** What a rule looks at. */
export interface Reading {
  /** The newest figure. */
  readonly now: Quantity;
  /** The first one within the rule's days before it: what a change is since. */
  readonly before?: Seen | undefined;
  /** The lowest and the highest within those days, the newest itself left out. */
  readonly earlier?: Range | undefined;
  /** How far the sources lie apart, in percent. */
  readonly apart?: number | undefined;
  /** The year of the newest edition. */
  readonly edition?: number | undefined;
}

/** How far a price must come back before an alert can fire again, as a share of the threshold. */
export const MARGIN = 0.02;
/** No more than this share of a band, or a price could never come back into a narrow one. */
const MARGIN_OF_BAND = 0.25;
/** A rule on a change, or on sources apart, comes again once there is less than this share of it. */
const CALM = 0.8;

const daysOf = (period: string): string => `${period}-01-01`.slice(0, 10);

/** What a rule sees of a series. @param figures Up to now, ascending, all in one unit. @returns `undefined` without a figure */
export function look(rule: Rule, figures: readonly Seen[]): Reading | undefined {
  const newest = figures.at(-1);
  if (newest === undefined) return undefined;
  const now = newest.quantity;
  if (!looksBack(rule)) return { now };
  const from = rule.within === undefined ? '' : addDays(daysOf(newest.at), -rule.within);
  // Where figures have a gap, or begin, within these days, what has moved since has moved within them too.
  const within = figures.slice(0, -1).filter(({ at }) => daysOf(at) >= from);
  const [before] = within;
  if (before === undefined) return { now };
  let { low, high } = before.quantity.range;
  for (const { quantity } of within) {
    low = Math.min(low, quantity.range.low);
    high = Math.max(high, quantity.range.high);
  }
  return { now, before, earlier: { low, high } };
}

/** How far the midpoints of several sources' figures lie apart, in percent of the lowest. @param quantities In one unit. */
export function apartOf(quantities: readonly Quantity[]): number | undefined {
  if (quantities.length < 2) return undefined;
  const middles = quantities.map(({ range }) => midpoint(range));
  return plain((Math.max(...middles) / Math.min(...middles) - 1) * 100);
}

const plain = (value: number): number => Number(value.toPrecision(12));

const plainRange = ({ low, high }: Range): Range => ({ low: plain(low), high: plain(high) });

/** Whether what a rule looks at is past what it says. */
export function isPast(rule: Rule, reading: Reading): boolean {
  if ('when' in rule) return isPastLimit(limitOf(rule), reading.now.range);
  if ('change' in rule) return (movedBy(rule, reading) ?? Number.NEGATIVE_INFINITY) >= amountOf(rule);
  if ('extreme' in rule) return (beatenBy(rule, reading) ?? 0) > 0;
  if ('apart' in rule) return (reading.apart ?? 0) > rule.apart;
  return (reading.edition ?? 0) > rule.edition.after;
}

/** Whether it has come back so far that the rule may fire again; not past is not enough. */
export function isBack(rule: Rule, reading: Reading): boolean {
  if ('when' in rule) return !isPastLimit(loosened(limitOf(rule)), reading.now.range);
  if ('change' in rule) return (movedBy(rule, reading) ?? Number.POSITIVE_INFINITY) < CALM * amountOf(rule);
  if ('extreme' in rule) return (beatenBy(rule, reading) ?? 0) <= -MARGIN;
  if ('apart' in rule) return (reading.apart ?? Number.POSITIVE_INFINITY) <= CALM * rule.apart;
  return (reading.edition ?? Number.POSITIVE_INFINITY) <= rule.edition.after;
}

/** The share of what it says by which a reading misses it still; 0 where it is past. */
export function distance(rule: Rule, reading: Reading): number {
  if (isPast(rule, reading)) return 0;
  if ('when' in rule) return missing(rule, reading.now.range);
  if ('change' in rule) {
    const amount = amountOf(rule);
    return Math.min(1, (amount - (movedBy(rule, reading) ?? 0)) / amount);
  }
  if ('extreme' in rule) return -(beatenBy(rule, reading) ?? Number.NEGATIVE_INFINITY);
  return 'apart' in rule ? (rule.apart - (reading.apart ?? 0)) / rule.apart : Number.POSITIVE_INFINITY;
}

/**
 * What a reading does to an alert: fires it, arms it again, or nothing.
 * @param fired Whether it has fired and not been armed since.
 * @param today As an ISO date.
 */
export function judge(rule: Rule, fired: boolean, reading: Reading, today: string): 'fire' | 'arm' | 'stay' {
  if (!fired) return isPast(rule, reading) && !isOver(rule, today) ? 'fire' : 'stay';
  return rule.repeat === 'each' && isBack(rule, reading) ? 'arm' : 'stay';
}

/** Whether its last day is gone. */
const isOver = ({ until }: Rule, today: string): boolean => until !== undefined && today > until;

const limitOf = ({ when, reach, at: { range } }: ThresholdRule): Limit => ({ when, reach, range });

/** Whether a price is past a threshold; one that is exactly at it is not, nor where only a conversion's last digit is. */
export function isPastLimit({ when, range, reach }: Limit, given: Range): boolean {
  const entirely = reach === 'entirely';
  const [limit, price] = [plainRange(range), plainRange(given)];
  switch (when) {
    case 'above':
      return (entirely ? price.low : price.high) > limit.high;
    case 'below':
      return (entirely ? price.high : price.low) < limit.low;
    case 'leaves':
      return entirely
        ? price.low > limit.high || price.high < limit.low
        : price.high > limit.high || price.low < limit.low;
    default:
      return entirely
        ? price.low >= limit.low && price.high <= limit.high
        : price.high >= limit.low && price.low <= limit.high;
  }
}

/** The threshold moved towards not firing by the margin: past this, an alert is still fired. */
function loosened(limit: Limit): Limit {
  const { low, high } = limit.range;
  const most = isNarrow(limit) ? MARGIN_OF_BAND * (high - low) : Number.POSITIVE_INFINITY;
  const [ofLow, ofHigh] = [Math.min(low * MARGIN, most), Math.min(high * MARGIN, most)];
  const range =
    limit.when === 'enters'
      ? { low: low - ofLow, high: high + ofHigh }
      : { low: low + ofLow, high: high - ofHigh };
  return { ...limit, range };
}

/** Whether a band is too narrow for the margin that is a share of its threshold: a quarter of the band is its margin. */
export function isNarrow({ when, range: { low, high } }: Pick<Limit, 'when' | 'range'>): boolean {
  return (when === 'leaves' || when === 'enters') && MARGIN_OF_BAND * (high - low) < MARGIN * high;
}

function missing({ when, at, reach }: ThresholdRule, price: Range): number {
  const entirely = reach === 'entirely';
  const { low, high } = at.range;
  const up = (high - (entirely ? price.low : price.high)) / high;
  const down = ((entirely ? price.high : price.low) - low) / low;
  switch (when) {
    case 'above':
      return up;
    case 'below':
      return down;
    case 'leaves':
      return Math.min(Math.abs(up), Math.abs(down));
    default:
      if (entirely) return Math.max((low - price.low) / low, (price.high - high) / high);
      return midpoint(price) < low ? (low - price.high) / low : (price.low - high) / high;
  }
}

const amountOf = ({ change }: ChangeRule): number => ('percent' in change ? change.percent : change.amount);

/** In the rule's direction, in percent or money; `undefined` where there is nothing to compare with. */
function movedBy({ change, direction }: ChangeRule, { now, before }: Reading): number | undefined {
  if (before === undefined) return undefined;
  const moved = plain(
    'percent' in change
      ? changeOf(before.quantity, now).midpoint
      : midpoint(now.range) - midpoint(before.quantity.range),
  );
  return direction === undefined ? Math.abs(moved) : direction === 'up' ? moved : -moved;
}

/** By which share the newest lies above the highest, or below the lowest, of the days before. */
function beatenBy(
  { extreme }: Extract<Rule, { extreme: unknown }>,
  { now: { range }, earlier }: Reading,
): number | undefined {
  if (earlier === undefined) return undefined;
  const share = extreme === 'high' ? range.high / earlier.high - 1 : 1 - range.low / earlier.low;
  return plain(share);
}

/** Without what converting leaves behind, which must not put a figure past the threshold that it is at. */
export const seenAs = (at: string, quantity: Quantity): Seen => ({
  at,
  quantity: { ...quantity, range: withoutNoise(quantity.range) },
});
