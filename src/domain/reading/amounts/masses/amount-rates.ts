/** How often an amount comes, and for how long: "100 kg a month, yearly cost", "5 t per year for 3 years". */
import { isYear } from '#src/domain/measure/days.ts';
import type { Period, Rate } from '#src/domain/reading/amounts/asked-amounts.ts';
import { looksLikeYear, type MassRead } from './amount-parts.ts';
import { readNumber } from '../numbers.ts';
import { readUnit } from '../units.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';

const PERIODS: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['day', 'day'],
  ['week', 'week'],
  ['wk', 'week'],
  ['month', 'month'],
  ['mo', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['yr', 'year'],
  ['annum', 'year'],
]);
const OFTEN: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['annual', 'year'],
]);
const PER = new Set(['a', 'an', 'per', 'each', 'every']);
const COST = /^(?:costs?|prices?|spend|spending|bill|budget|totals?|expenses?|averages?)$/u;
/** "Monthly need of 100 kg". */
const NEED =
  /^(?:needs?|demand|usage|use|uses|consumption|consumes?|consuming|requires?|requirements?|orders?|purchases?|buy|burns?|process(?:es)?|take|of|is|are|a|we|i|our|line|plant)$/u;
const FOR = /^(?:for|over|during|in|within)$/u;
/** Words between a mass and how often it comes: "100 kg of terbium a month". */
const REACH = 3;

function periodAt(reading: Reading, at: number): Period | undefined {
  return PERIODS.get(wordAt(reading, at));
}

function periodsAt(reading: Reading, at: number): Period | undefined {
  return PERIODS.get(wordAt(reading, at).replace(/s$/u, ''));
}

/** How often each of several masses comes, where that is said; takes its words, and those of the time that the cost is wanted for. */
export function readRates(reading: Reading, masses: readonly MassRead[]): readonly (Rate | null)[] {
  const every = masses.map((mass, at) => everyOf(reading, mass, masses[at + 1]?.at ?? reading.tokens.length));
  const whole = every.some((one) => one !== undefined) ? durationIn(reading) : null;
  return every.map((one) => (one === undefined ? null : { ...one, for: whole }));
}

function everyOf(reading: Reading, mass: MassRead, until: number): Every | undefined {
  return rateAfter(reading, mass.next, until) ?? rateBefore(reading, mass.at) ?? rateWithin(reading, mass);
}

type Every = Pick<Rate, 'every' | 'apart'>;

function rateAfter(reading: Reading, from: number, until: number): Every | undefined {
  for (let at = from; at < Math.min(until, from + REACH + 1); at += 1) {
    const word = wordAt(reading, at);
    if (COST.test(word) || looksLikeYear(reading, at)) return undefined;
    const slashed = reading.tokens[at]?.gap === '/' ? periodAt(reading, at) : undefined;
    if (slashed !== undefined) return taken(reading, at, at + 1, slashed);
    const per = PER.has(word) ? periodAt(reading, at + 1) : undefined;
    if (per !== undefined) return taken(reading, at, at + 2, per);
    const other =
      word === 'every' && wordAt(reading, at + 1) === 'other' ? periodAt(reading, at + 2) : undefined;
    if (other !== undefined) return taken(reading, at, at + 3, other, 2);
    // "Every two weeks".
    const number = /^(?:per|every)$/u.test(word) ? readNumber(reading.tokens, at + 1) : undefined;
    const several = number && number.value > 0 ? periodsAt(reading, number.next) : undefined;
    if (number !== undefined && several !== undefined)
      return taken(reading, at, number.next + 1, several, number.value);
    const often = OFTEN.get(word);
    if (often === undefined) continue;
    return COST.test(wordAt(reading, at + 1)) ? undefined : taken(reading, at, at + 1, often);
  }
  return undefined;
}

/** "12,000 motors a year with 0.35 kg in each". */
function rateWithin(reading: Reading, { at: from, next }: MassRead): Every | undefined {
  for (let at = from; at < next - 1; at += 1) {
    const slashed = reading.tokens[at]?.gap === '/' && at > from ? periodAt(reading, at) : undefined;
    if (slashed !== undefined) return taken(reading, at, at + 1, slashed);
    // "A quarter of 80 t" is a share, and so is "a quarter tonne".
    const isShare =
      wordAt(reading, at + 2) === 'of' || readUnit((i) => wordAt(reading, i), at + 2) !== undefined;
    const per = PER.has(wordAt(reading, at)) && !isShare ? periodAt(reading, at + 1) : undefined;
    if (per !== undefined) return taken(reading, at, at + 2, per);
  }
  return undefined;
}

function rateBefore(reading: Reading, end: number): Every | undefined {
  for (let at = end - 1; at >= Math.max(0, end - REACH); at -= 1) {
    const often = OFTEN.get(wordAt(reading, at));
    if (often !== undefined) return taken(reading, at, at + 1, often);
    const every = /^(?:each|every|per)$/u.test(wordAt(reading, at - 1)) ? periodAt(reading, at) : undefined;
    if (every !== undefined) return taken(reading, at - 1, at + 1, every);
    if (!NEED.test(wordAt(reading, at))) return undefined;
  }
  return undefined;
}

function taken(reading: Reading, from: number, to: number, every: Period, apart = 1): Every {
  take(reading, from, to, 'amount');
  return { every, apart };
}

/** "Yearly cost", "cost per year", "for 6 months", "over a year"; `null` where none is said. */
function durationIn(reading: Reading): Rate['for'] {
  for (let at = 0; at < reading.tokens.length; at += 1) {
    if (!isFree(reading, at)) continue;
    const word = wordAt(reading, at);
    const often = OFTEN.get(word);
    if (often !== undefined) return kept(reading, at, at + 1, 1, often);
    const one = /^(?:a|an|per|the|one|each|every|whole|full|entire)$/u.test(word)
      ? periodAt(reading, at + 1)
      : undefined;
    if (one !== undefined && !isYearPhrase(reading, at)) {
      const from = FOR.test(wordAt(reading, at - 1)) ? at - 1 : at;
      return kept(reading, from, at + 2, 1, one);
    }
    const number = looksLikeYear(reading, at) ? undefined : readNumber(reading.tokens, at);
    const working = number && WORKING.test(wordAt(reading, number.next)) ? 1 : 0;
    const end = (number?.next ?? 0) + working;
    const period = number && periodsAt(reading, end);
    // "The last 3 years" are of prices.
    const counted = /^(?:last|past|previous)$/u.test(wordAt(reading, at - 1));
    if (number === undefined || period === undefined || counted || number.value <= 0) continue;
    return kept(reading, FOR.test(wordAt(reading, at - 1)) ? at - 1 : at, end + 1, number.value, period);
  }
  return null;
}

/** "250 working days". */
const WORKING = /^(?:working|work|business|production|calendar|trading|operating)$/u;

/** "The year before" is a year of prices. */
function isYearPhrase(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at + 2);
  return isYear(word) || /^(?:before|after|earlier|later|prior)$/u.test(word);
}

function kept(reading: Reading, from: number, to: number, count: number, period: Period): Rate['for'] {
  take(reading, from, to, 'amount');
  return { count, period };
}
