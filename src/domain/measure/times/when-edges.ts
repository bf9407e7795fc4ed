/** What stands around a time and changes it: "since", "until", "end of", "week of", "onwards"; and what makes it unreadable: "mid-". */
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import {
  BEGINNING,
  dayPeriod,
  mondayOf,
  spanInWords,
  yearsOf,
  type Period,
  type YearSpan,
} from '#src/domain/measure/period.ts';
import type { WhyUnread } from './time-form.ts';

/** A period with what belongs to it of the text around. Without a period, the words say no time that is known. */
export interface Placed extends WhyUnread {
  readonly period?: Period | undefined;
  /** Characters before and after that belong to it. */
  readonly lead: number;
  readonly trail: number;
}

const THE = String.raw`(?:the\s+)?`;
const lead = (words: string) =>
  new RegExp(String.raw`(?:^|[^\p{L}\p{N}])(?<lead>(?:${words})[\s-]+${THE})$`, 'iu');

/** Parts of a period on whose days people do not agree. */
const VAGUE = lead(
  String.raw`early|mid(?:dle)?(?:\s+of)?|late(?:r\s+in|r)?|turn of|rest of|remainder of|most of|parts? of|half of|(?:first|second|1st|2nd|last) half (?:of|in)|(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\s+(?:weekend|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:of|in)|spring|summer|autumn|(?<=(?:in|of|the|this|last|during|since|until)\s)fall|winter`,
);
const CLOSE = lead(
  String.raw`(?<!(?:low|lower|high|higher|upper|top|bottom)\s)(?:end|close) of|(?:year|month|quarter|week)[\s-]end(?:\s+of)?|(?:last|final) day (?:of|in)`,
);
const OPEN = lead('(?:start|beginning|opening|first day) (?:of|in)');
const FEW_OF = lead(String.raw`(?<which>first|last)\s+(?<count>\d{1,2})\s+days (?:of|in)`);
const WEEK_OF = lead(String.raw`week (?:of|commencing|starting|beginning|from)|w\/c`);
const WEEK_TO = lead(String.raw`week (?:ending|ended|to)|w\/e`);

/** The day, the week or the part of a period that the words before it say, with how many characters they are. */
function refine(period: Period, before: string): Placed {
  const of = (
    pattern: RegExp,
    make: (groups: Readonly<Record<string, string | undefined>>) => Period | undefined,
  ) => {
    const match = pattern.exec(before);
    return match === null
      ? undefined
      : { period: make(match.groups ?? {}), lead: match.groups?.['lead']?.length ?? 0, trail: 0 };
  };
  const isDay = period.grain === 'day';
  return (
    of(VAGUE, () => undefined) ??
    (isDay ? undefined : of(CLOSE, () => dayPeriod(period.to))) ??
    (isDay ? undefined : of(OPEN, () => dayPeriod(period.from))) ??
    (isDay
      ? undefined
      : of(FEW_OF, (groups) => fewOf(period, groups['which'] ?? '', Number(groups['count'])))) ??
    (isDay ? of(WEEK_OF, () => weekFrom(mondayOf(period.from))) : undefined) ??
    (isDay ? of(WEEK_TO, () => weekFrom(addDays(period.from, -6))) : undefined) ?? {
      period,
      lead: 0,
      trail: 0,
    }
  );
}

function weekFrom(from: string): Period {
  const to = addDays(from, 6);
  return { from, to, label: spanInWords(from, to), grain: 'week' };
}

function fewOf({ from, to }: Period, which: string, count: number): Period | undefined {
  const [first, last] = /^f/i.test(which) ? [from, addDays(from, count - 1)] : [addDays(to, 1 - count), to];
  if (count === 0 || first < from || last > to) return undefined;
  return { from: first, to: last, label: spanInWords(first, last), grain: 'span' };
}

const SINCE = lead(
  String.raw`since|starting(?: from| in| on| with)?|beginning(?: in| on| with)|as from|from`,
);
const FROM = lead('from');
const AFTER = lead('after|post|beyond|later than');
const BEFORE = lead('before|prior to|pre|ahead of|earlier than');
const UNTIL = lead('until|till|til|up to|up until|upto|through|thru');
const ONWARDS =
  /^(?:\s*(?:onwards?|forwards?|and (?:later|after)|(?:to|until|till|through|-)\s*(?:date|now|today|(?:the\s+)?present)|on(?=\s*(?:$|[?.!,]))|\+(?=\s*(?:$|[?.!,])))|\+(?!\s*[\d\uE000]))/i;
const SO_FAR = /^\s*so far/i;
/** "From last week" and "from 2024" are of it; "from May" is since. */
const POINTED = /^(?:the\s+)?(?:last|this|past|previous|yesterday|\d+ \w+ ago)/i;

/** @param before The text before it, up to the time before; @param after likewise. */
export function place(period: Period, text: string, before: string, after: string, today: string): Placed {
  const refined = refine(period, before);
  if (refined.period === undefined) return { ...refined, years: yearsOf(period) };
  const left = before.slice(0, before.length - refined.lead);
  const { from, to, grain } = refined.period;
  const onwards = ONWARDS.exec(after) ?? SO_FAR.exec(after);
  const trail = onwards?.[0].length ?? 0;
  const placed = (made: Period | undefined, pattern: RegExp): Placed => ({
    period: made,
    lead: refined.lead + (pattern.exec(left)?.groups?.['lead']?.length ?? 0),
    trail,
  });
  const { from: firstYear = 0, to: lastYear = 0 } = yearsOf(refined.period);
  const opens =
    SINCE.test(left) &&
    !(FROM.test(left) && !ONWARDS.test(after) && (grain === 'year' || POINTED.test(text)));
  if (opens || ONWARDS.test(after)) return placed(since(refined.period, from, firstYear, today), SINCE);
  if (AFTER.test(left)) return placed(since(refined.period, addDays(to, 1), lastYear + 1, today), AFTER);
  if (BEFORE.test(left)) {
    const end = grain === 'year' ? from.slice(0, 4) : dayInWords(from, today);
    return placed(until(grain, addDays(from, -1), firstYear - 1, `before ${end}`), BEFORE);
  }
  if (UNTIL.test(left)) {
    const end = grain === 'year' ? `the end of ${to.slice(0, 4)}` : dayInWords(to, today);
    return placed(until(grain, to, lastYear, `until ${end}`), UNTIL);
  }
  return { period: refined.period, lead: refined.lead, trail };
}

const ofGrain = (grain: Period['grain'], years: YearSpan): Pick<Period, 'grain' | 'years'> =>
  grain === 'year' ? { grain, years } : { grain: 'span' };

/** From a day on, and so far. @param year The first of the years, where the period is of years. */
export function since({ grain }: Period, from: string, year: number, today: string): Period {
  const isWhole = grain === 'year' && from.endsWith('-01-01');
  return {
    from,
    to: from > today ? from : today,
    label: `since ${isWhole ? from.slice(0, 4) : dayInWords(from, today)}`,
    ...ofGrain(grain, { from: year }),
  };
}

const until = (grain: Period['grain'], to: string, year: number, label: string): Period => ({
  from: BEGINNING,
  to,
  label,
  ...ofGrain(grain, { to: year }),
});
