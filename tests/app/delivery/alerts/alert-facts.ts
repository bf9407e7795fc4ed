/** What an alert's message says, taken out of its words, and whether they are true of the figures that it shows. */
import { daysBetween, isoDate } from '#src/domain/measure/days.ts';
import type { Range } from '#src/domain/measure/figure.ts';

const DAY = String.raw`(\d{1,2} [A-Z][a-z]{2}(?: \d{4})?)`;
const MONEY = String.raw`((?:CN¥|€|\$)[\d,.]*\d(?: to (?:CN¥|€|\$)[\d,.]*\d)?)(?:\/\w+)?`;
const CHANGE = new RegExp(
  String.raw` (is|was) (?:up|down) since ${DAY}: (.*?), (?:now|to) ${MONEY} \(${DAY}\), from ${MONEY}(?:\n|$)`,
);
const LEVEL = new RegExp(String.raw` (is|was) [^:\n]*: ${MONEY} (?:on ${DAY}|in (\d{4}))`);
const NOW = new RegExp(String.raw`\nNow: ${MONEY}.*? (?:on ${DAY}|in (\d{4}))`);

export interface AlertFacts {
  readonly verb: string;
  /** ISO date or year of what it fired on, and the price. */
  readonly date: string;
  readonly shown: Range;
  /** For a change: the day and the price that it was held against, and the percentage between the midpoints. */
  readonly before?: { readonly date: string; readonly shown: Range; readonly percent: number };
  /** The day of what is so now, `gone` where there is no price any more; nothing where that is what it fired on. */
  readonly meanwhile: string | undefined;
}

/** @param at When it was posted: a day is written without the year that it is read in. */
export function factsOf(text: string, at: number): AlertFacts {
  const iso = (said = ''): string => {
    if (/\d{4}$/.test(said)) return isoDate(Date.parse(`${said} UTC`));
    const year = new Date(at).getUTCFullYear();
    return isoDate(Date.parse(`${said} ${year} UTC`));
  };
  const now = NOW.exec(text);
  const gone = text.includes('\nThere is no such price any more now.');
  const meanwhile = gone ? 'gone' : now === null ? undefined : (now[3] ?? iso(now[2]));
  const moved = CHANGE.exec(text);
  if (moved !== null) {
    const [, verb = '', since, change = '', price, day, from] = moved;
    const middle =
      /\((-?\+?[\d.]+) % between midpoints\)/.exec(change)?.[1] ?? /[-+]?[\d.]+/.exec(change)?.[0];
    const before = { date: iso(since), shown: rangeOf(from), percent: Math.abs(Number(middle)) };
    return { verb, date: iso(day), shown: rangeOf(price), before, meanwhile };
  }
  const level = LEVEL.exec(text);
  if (level === null) throw new Error(`no alert's words: ${text}`);
  const [, verb = '', price, day, year] = level;
  return { verb, date: year ?? iso(day), shown: rangeOf(price), meanwhile };
}

function rangeOf(text = ''): Range {
  const ends = [...text.matchAll(/[\d,]*\d(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replaceAll(',', '')),
  );
  const [low = Number.NaN, high = low] = ends;
  return { low, high };
}

const middle = ({ low, high }: Range): number => (low + high) / 2;

/** Whether what a message shows is past what it says that it was for; with no more than what stands in it. */
export function isTrueOfItself(text: string, { shown, before, date }: AlertFacts): boolean {
  const rule = /Your alert was for (.*?)\. It comes once/s.exec(text)?.[1] ?? '';
  const money = /^a fall of \$([\d.]+)\/kg or more within (\d+) days/.exec(rule);
  if (money !== null) {
    const [, amount = Number.NaN, days = 0] = money.map(Number);
    if (before === undefined) return false;
    // As far as what is shown is rounded.
    const fell = middle(before.shown) - middle(shown);
    return fell > amount - 0.02 && daysBetween(before.date, date) <= days;
  }
  // What it is the highest or lowest of is not in it.
  if (/^a new (?:high|low) of /.test(rule)) return true;
  const change = /^a (?:change|rise) of ([\d.]+) % or more within (\d+) days/.exec(rule);
  if (change !== null) {
    const [, percent, days] = change.map(Number);
    if (before === undefined || percent === undefined || days === undefined) return false;
    const moved = Math.abs((middle(shown) / middle(before.shown) - 1) * 100);
    return before.percent >= percent && moved > percent - 1e-9 && daysBetween(before.date, date) <= days;
  }
  const at = rangeOf(new RegExp(MONEY).exec(rule)?.[1]);
  const entirely = rule.includes('entirely');
  if (rule.includes('above')) return (entirely ? shown.low : shown.high) > at.high;
  if (rule.includes('below')) return (entirely ? shown.high : shown.low) < at.low;
  if (rule.includes('outside')) return shown.high > at.high || shown.low < at.low;
  if (rule.includes('within')) return shown.high >= at.low && shown.low <= at.high;
  return false;
}
