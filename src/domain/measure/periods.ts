/** The one reader of times finer than a year: which days a text speaks of, and which of its words for a time it could not read. */
import { addDays } from './days.ts';
import { COUNTED_FORMS } from './counted-forms.ts';
import { DAY_FORMS, type Said } from './day-forms.ts';
import { spanInWords, type Grain, type Period } from './period.ts';
import { place, type Placed } from './period-edges.ts';
import { PERIOD_FORMS } from './period-forms.ts';
import { RELATIVE_FORMS } from './relative-forms.ts';
import { leftTimes } from './times-left.ts';

/** Words that say when, and that could not be read. */
export interface Unread {
  /** As typed. */
  readonly text: string;
  /** Why, where more can be said than that they are not known. */
  readonly reason?: string | undefined;
  /** The two days that they may be, ISO dates. */
  readonly either?: readonly [string, string] | undefined;
  /** They speak of years, if not of the calendar's. */
  readonly yearly?: true | undefined;
}

export interface PeriodsRead {
  /** In the order in which they are named; what has not begun yet is among them. */
  readonly periods: readonly Period[];
  readonly unread: readonly Unread[];
}

const LONGEST_TEXT = 3000;
const FORMS = [...DAY_FORMS, ...PERIOD_FORMS, ...RELATIVE_FORMS, ...COUNTED_FORMS].map(
  ({ pattern, read }) => ({
    pattern: new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}])`, 'iuy'),
    read,
  }),
);

interface Found {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly said: Said;
}

/**
 * @param today ISO date, the asker's
 * @param isKnown Whether a word, in lower case, means something that is no time: what stands beside a year and is not known
 *   may be a time of its own ("Golden Week 2026"), and then the year is not what was asked for.
 * @example readPeriods('Q2 2026', '2026-11-30').periods[0] // { from: '2026-04-01', to: '2026-06-30', label: 'Q2 2026', grain: 'quarter' }
 */
export function readPeriods(
  typed: string,
  today: string,
  isKnown: (word: string) => boolean = () => false,
): PeriodsRead {
  const text = plainText(typed);
  const found = scan(text, today);
  const periods: Period[] = [];
  const unread: Unread[] = [];
  const taken: { readonly from: number; readonly to: number; readonly year: boolean }[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const [one, next] = [found[at], found[at + 1]];
    if (one === undefined) break;
    const before = text.slice(found[at - 1]?.to ?? 0, one.from);
    const joined = next !== undefined && isJoint(text.slice(one.to, next.from), before, one, next);
    const end = joined ? next : one;
    const after = text.slice(end.to, found[at + (joined ? 2 : 1)]?.from);
    const read = joined ? spanOf(one, next, before) : single(one, before, after, today);
    if (joined) at += 1;
    if (read === undefined) continue;
    const [from, to] = [one.from - read.lead, end.to + read.trail];
    if (read.period === undefined)
      unread.push({
        text: text.slice(from, to).trim(),
        reason: read.reason,
        either: read.either,
        yearly: read.yearly,
      });
    else periods.push(read.period);
    taken.push({ from, to, year: read.period?.grain === 'year' });
  }
  return { periods, unread: [...unread, ...leftTimes(text, taken, isKnown).map((left) => ({ text: left }))] };
}

function plainText(typed: string): string {
  return typed
    .slice(0, LONGEST_TEXT)
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    .replaceAll(/\s+/gu, ' ');
}

/** All times of a text, the longest at each place, from left to right. */
function scan(text: string, today: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!startsWord(text, at)) continue;
    const best = longestAt(text, at, today);
    if (best === undefined) continue;
    found.push(best);
    at = best.to - 1;
  }
  return found;
}

const startsWord = (text: string, at: number) =>
  /[\p{L}\p{N}']/u.test(text.charAt(at)) &&
  !/[\p{Script=Latin}\p{N}]|[$€£¥₹]|\d[.,]/u.test(text.slice(Math.max(0, at - 1), at)) &&
  !/\d[.,]$/u.test(text.slice(Math.max(0, at - 2), at));

function longestAt(text: string, at: number, today: string): Found | undefined {
  let best: Found | undefined;
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || at + match[0].length <= (best?.to ?? 0)) continue;
    const words = match[0].trimEnd();
    if (isVerb(words, text.slice(0, at), text.slice(at + words.length))) continue;
    const said = read(match.groups ?? {}, today, words);
    if (said !== undefined) best = { from: at, to: at + words.length, text: words, said };
  }
  return best;
}

const MONTH_LEAD =
  /(?:^|\s)(?:in|of|for|during|since|until|till|from|to|before|after|by|and|vs\.?|mean|average|avg|price|quotes?|early|mid|late|through|between|-|\/)\s*(?:the\s+)?$/i;
const MONTH_FOLLOWED = /^\s*(?:[?.!,]|$|-|(?:to|and|until|vs|average|mean|avg|price|quotes?)(?![a-z])|'s)/i;
const VERB_FOLLOWED =
  /^\s+(?:i|it|we|you|he|she|they|the|there|be|have|not|also|well|still|need|want|rise|fall|go|change|vary)(?![a-z])/i;

/** "it may rise", "march on": a month only where something beside it says so, or nothing follows. */
function isVerb(words: string, before: string, after: string): boolean {
  if (!/^(?:may|march|mar|dec|jan)$/i.test(words)) return false;
  if (VERB_FOLLOWED.test(after) && !/(?:in|of|during|since|until)\s+$/i.test(before)) return true;
  return !MONTH_LEAD.test(before) && !MONTH_FOLLOWED.test(after);
}

const JOINT = /^\s*,?\s*(?:up\s+)?(?:to|until|till|til|through|thru|-+>?|\.\.+|…|→|~)\s*(?:the\s+)?$/i;
const AND = /^\s*(?:and|&|,|\+)\s*(?:the\s+)?$/i;

/** "A to B"; "between A and B"; "May and June 2026", "May/June", which follow one another. */
function isJoint(gap: string, before: string, one: Found, other: Found): boolean {
  if (one.said.kind !== 'days' || other.said.kind !== 'days') return JOINT.test(gap);
  if (JOINT.test(gap) || (AND.test(gap) && /\bbetween\s*(?:the\s+)?$/i.test(before))) return true;
  if (!AND.test(gap) && !/^\s*\/\s*$/.test(gap)) return false;
  const [a, b] = ends(one.said, other.said);
  return a !== undefined && b !== undefined && a.grain === b.grain && addDays(a.to, 1) === b.from;
}

type Days = Extract<Said, { readonly kind: 'days' }>;

/** A year that is said once is that of both; without one, the second is the last that there was, and the first before it. */
function ends(one: Days, other: Days): readonly [Period | undefined, Period | undefined] {
  const firstSaid = one.yearSaid ? one.of() : undefined;
  let last = other.of();
  if (firstSaid !== undefined && !other.yearSaid) {
    const year = Number(firstSaid.from.slice(0, 4));
    last = other.of(year);
    if (last !== undefined && last.to < firstSaid.from) last = other.of(year + 1);
  }
  if (firstSaid !== undefined || last === undefined) return [firstSaid, last];
  const year = Number(last.from.slice(0, 4));
  const first = one.of(year);
  return [first !== undefined && first.from > last.to ? one.of(year - 1) : first, last];
}

function spanOf(one: Found, other: Found, before: string): Placed {
  const around = { lead: /(?:from|between|since)\s*(?:the\s+)?$/i.exec(before)?.[0].length ?? 0, trail: 0 };
  for (const { said } of [one, other]) if (said.kind === 'unread') return { ...around, ...said };
  if (one.said.kind !== 'days' || other.said.kind !== 'days') return around;
  const [start, last] = ends(one.said, other.said);
  const read = start && place(start, one.text, before.replace(/(?:from|between|since)\s*$/i, ''), '', '');
  const first = read?.period;
  if (first === undefined || last === undefined) return { ...around, lead: read?.lead ?? around.lead };
  if (first.from > last.to) return { ...around, reason: `“${one.text}” is after “${other.text}”` };
  const grain: Grain = first.grain === 'year' && last.grain === 'year' ? 'year' : 'span';
  const isNamed = first.grain === last.grain && NAMED_GRAINS.has(first.grain);
  const label = isNamed ? `${first.label} to ${last.label}` : spanInWords(first.from, last.to);
  return { ...around, period: { from: first.from, to: last.to, label, grain } };
}

const NAMED_GRAINS: ReadonlySet<Grain> = new Set(['month', 'quarter', 'half', 'year']);

/** One time by itself. `undefined` for "now": that asks for no days. */
function single({ said, text }: Found, before: string, after: string, today: string): Placed | undefined {
  if (said.kind === 'unread') return { ...said, lead: 0, trail: 0 };
  const period = said.of();
  if (period === undefined) return { lead: 0, trail: 0 };
  return /^(?:today|now|right now|tonight)$/i.test(text)
    ? undefined
    : place(period, text, before, after, today);
}
