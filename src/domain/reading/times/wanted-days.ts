/** Which days of quotes a text asks for: a day, a window of days, several of them, days to come, or days that are not known. */
import type { Period } from '#src/domain/measure/period.ts';
import type { WhyUnread } from '#src/domain/measure/times/time-form.ts';
import { leftTimes } from '#src/domain/measure/times/times-left.ts';
import type { When } from '#src/domain/measure/times/when.ts';
import { lastMonths, type Window } from '#src/domain/series/statistics.ts';

/** Days that may have quotes: a window, or the one day whose price is wanted (`at`). */
export type PastDays =
  { readonly kind: 'window'; readonly window: Window } | { readonly kind: 'at'; readonly date: string };

export type WantedDays =
  | PastDays
  /** Several, to be set side by side: "Q1 vs Q2". */
  | { readonly kind: 'several'; readonly each: readonly PastDays[] }
  /** Not begun yet. */
  | { readonly kind: 'coming'; readonly label: string }
  /** Words for a time that are not known: then no other days are answered in their place. */
  | { readonly kind: 'unread'; readonly unread: readonly Unread[]; readonly read: readonly Period[] };

/** Words for a time that are not known, as typed. */
interface Unread extends WhyUnread {
  readonly text: string;
}

/** The times of a text, and the text with a sign that nobody types in place of each of them. */
interface TimesOf {
  readonly when: readonly When[];
  readonly untimed: string;
}

interface DaysRead {
  readonly days: WantedDays | undefined;
  /** The days of years, where nothing finer is named: what has yearly figures is answered by these, not by quotes. */
  readonly years: WantedDays | undefined;
}

/** @param isKnown Whether a word, in lower case, means something that is no time. */
export function readWantedDays(
  { when, untimed }: TimesOf,
  today: string,
  isKnown: (word: string) => boolean = () => false,
): DaysRead {
  const periods = when.flatMap((time) => ('period' in time ? [time.period] : []));
  const unread: readonly Unread[] = [
    ...when.filter((time) => time.kind === 'unread'),
    ...leftTimes(untimed, isKnown).map((text) => ({ text })),
  ];
  if (unread.length > 0) return { days: { kind: 'unread', unread, read: periods }, years: undefined };
  const wanted = daysOf(periods, today);
  const isYears = periods.every(({ grain }) => grain === 'year');
  // "The highest month of 2022" is of months, though no month is named.
  const byMonth = /\bmonths?\b/iu.test(untimed);
  if (wanted !== undefined)
    return isYears && !byMonth ? { days: undefined, years: wanted } : { days: wanted, years: undefined };
  const history = /\bhistory\b/i.test(untimed) ? pastYear(today) : undefined;
  return { days: undefined, years: history };
}

const pastYear = (today: string): WantedDays => ({ kind: 'window', window: lastMonths(today, 12) });

function daysOf(periods: readonly Period[], today: string): WantedDays | undefined {
  const [first] = periods;
  if (first === undefined) return undefined;
  const begun = periods.filter(
    ({ from, to }, at) =>
      from <= today && at === periods.findIndex((other) => other.from === from && other.to === to),
  );
  const coming = periods.find(({ from }) => from > today);
  if (coming !== undefined) return { kind: 'coming', label: coming.label };
  const [one, ...others] = begun.map((period) => upTo(period, today));
  if (one === undefined) return undefined;
  return others.length === 0 ? one : { kind: 'several', each: [one, ...others] };
}

/** As far as it has come by a day. */
function upTo({ from, to, label, grain }: Period, today: string): PastDays {
  if (grain === 'day' || (grain === 'year' && from === to)) return { kind: 'at', date: from };
  const open = to > today && !label.startsWith('this ');
  return {
    kind: 'window',
    window: { from, to: to > today ? today : to, label: open ? `${label} so far` : label },
  };
}

/** The first and the last of the days, as ISO dates; `undefined` for what no quote is looked at for. */
export function endsOf(days: WantedDays | undefined): Pick<Window, 'from' | 'to'> | undefined {
  switch (days?.kind) {
    case 'at':
      return { from: days.date, to: days.date };
    case 'window':
      return days.window;
    case 'several':
      return outer(days.each.flatMap((one) => endsOf(one) ?? []));
    case 'unread':
      return outer(
        days.unread.flatMap(({ either }) => (either ?? []).map((date) => ({ from: date, to: date }))),
      );
    default:
      return undefined;
  }
}

function outer(all: readonly Pick<Window, 'from' | 'to'>[]): Pick<Window, 'from' | 'to'> | undefined {
  const from = all.map((one) => one.from).toSorted()[0];
  const to = all
    .map((one) => one.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}
