/** Rules judged slowly and plainly, to hold the real judge against. */
import { exactly, type Range } from '#src/domain/measure/figure.ts';
import type { Seen } from '#src/domain/watching/judge.ts';
import type { Rule } from '#src/domain/watching/rule.ts';

const middle = ({ low, high }: Range) => (low + high) / 2;
const round = (value: number) => Number(value.toPrecision(12));
const dayOf = (period: string) => Date.parse(`${period}-01-01`.slice(0, 10)) / 86_400_000;

/** Worked out anew from the whole history, at each step, as somebody would with a pencil. */
export function plainly(rule: Rule, history: readonly Seen[]): { past: boolean; back: boolean } {
  const given = history.at(-1)?.quantity.range ?? exactly(0);
  if ('when' in rule) {
    const { low, high } = rule.at.range;
    const now = { low: round(given.low), high: round(given.high) };
    const [top, bottom] = rule.reach === 'entirely' ? [now.low, now.high] : [now.high, now.low];
    const narrow = 0.25 * (high - low) < 0.02 * high && low < high;
    const quarter = (high - low) / 4;
    const [mLow, mHigh] = narrow
      ? [Math.min(low * 0.02, quarter), Math.min(high * 0.02, quarter)]
      : [low * 0.02, high * 0.02];
    switch (rule.when) {
      case 'above':
        return { past: top > high, back: top <= round(high - mHigh) };
      case 'below':
        return { past: bottom < low, back: bottom >= round(low + mLow) };
      case 'leaves': {
        const out = (a: number, b: number) =>
          rule.reach === 'entirely' ? now.low > b || now.high < a : now.high > b || now.low < a;
        return { past: out(low, high), back: !out(round(low + mLow), round(high - mHigh)) };
      }
      default: {
        const inside = (a: number, b: number) =>
          rule.reach === 'entirely' ? now.low >= a && now.high <= b : now.high >= a && now.low <= b;
        return { past: inside(low, high), back: !inside(round(low - mLow), round(high + mHigh)) };
      }
    }
  }
  const now = given;
  if (!('change' in rule || 'extreme' in rule)) return { past: false, back: false };
  const { within = Number.POSITIVE_INFINITY } = rule;
  const newest = dayOf(history.at(-1)?.at ?? '');
  const before = history.slice(0, -1).filter(({ at }) => newest - dayOf(at) <= within);
  const [first] = before;
  if (first === undefined) return { past: false, back: false };
  if ('change' in rule) {
    const from = middle(first.quantity.range);
    const up = 'percent' in rule.change ? (middle(now) / from - 1) * 100 : middle(now) - from;
    const wanted = 'percent' in rule.change ? rule.change.percent : rule.change.amount;
    const moved = round(rule.direction === 'up' ? up : rule.direction === 'down' ? -up : Math.abs(up));
    return { past: moved >= wanted, back: moved < 0.8 * wanted };
  }
  if (rule.extreme === 'high') {
    const most = Math.max(...before.map(({ quantity }) => quantity.range.high));
    return { past: now.high > most, back: round(now.high / most - 1) <= -0.02 };
  }
  const least = Math.min(...before.map(({ quantity }) => quantity.range.low));
  return { past: now.low < least, back: round(1 - now.low / least) <= -0.02 };
}
