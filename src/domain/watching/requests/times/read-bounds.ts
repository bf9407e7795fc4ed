/** From when, until when and for how long: "from January on", "until Friday", "for two weeks", "48h". */
import { daysBetween, MONTH_WORD } from '#src/domain/measure/days.ts';
import type { Rest } from '../rest.ts';
import { DATE } from '#src/domain/measure/times/coming-day.ts';
import { COUNT, FUTURE, countOf, futureDay } from './future-days.ts';

const SPAN = new RegExp(
  String.raw`\b(?:for|over|during|again in|back in)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?<count>${COUNT})?\s*(?<unit>h|hours?|hrs?|d|days?|weeks?|wks?|w|fortnight|months?|quarters?|years?)(?!\p{L})`,
  'u',
);

/** "for 2 weeks", "for a month": how long something is to last. */
export function takeSpan(rest: Rest): { readonly days: number } | { readonly hours: number } | undefined {
  const groups = rest.take(SPAN)?.groups;
  if (groups === undefined) return undefined;
  return lasting(groups['count'] ?? 'a', groups['unit'] ?? '');
}

/** "3 days", "48h", "6 h of silence": how long, where nothing else of the kind is said. */
const BARE_SPAN = new RegExp(
  String.raw`(?<![\p{L}\d.:#-])(?!and\b)(?<count>${COUNT})\s?-?(?<unit>h|hours?|hrs?|d|days?|w|wks?|weeks?|fortnight|months?)(?![\p{L}\d])`,
  'u',
);

/** How long something is to rest, with "for" or without. */
export function takeRest(rest: Rest): { readonly days: number } | { readonly hours: number } | undefined {
  const span = takeSpan(rest);
  if (span !== undefined) return span;
  const groups = rest.take(BARE_SPAN)?.groups;
  return groups && lasting(groups['count'] ?? 'a', groups['unit'] ?? '');
}

const UNIT_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^d/u, 1],
  [/^w/u, 7],
  [/^fortnight/u, 14],
  [/^m/u, 30],
  [/^q/u, 90],
  [/^y/u, 365],
];

/** Days, or hours, of so many of a unit: a month is 30 days, a year 365. */
export function lasting(count: string, unit: string): { readonly days: number } | { readonly hours: number } {
  const times = countOf(count);
  if (unit.startsWith('h')) return { hours: times };
  return { days: times * (UNIT_DAYS.find(([name]) => name.test(unit))?.[1] ?? 1) };
}

const UNTIL = new RegExp(String.raw`\b(?:un)?til(?:l)?\s+(?:after\s+(?!christmas))?(?<day>${FUTURE})`, 'u');
const ENDING = new RegExp(
  String.raw`\b(?:through|thru|up to|up until|ending(?: on)?|ends(?: on)?|end on|end(?:ing)? by|not after)\s+(?<day>${FUTURE})`,
  'u',
);
const FROM = new RegExp(
  String.raw`\b(?:starting|beginning|commencing|start|begin|from|as of|as from|effective|with effect)(?:\s+(?:from|on|in|with))?\s+(?<day>${FUTURE})(?:\s+on(?:wards?)?(?!\s+(?:the\s+)?\d))?`,
  'u',
);

/** "until after the Fed on April 28", "before the season ends (May 14)": the date stands behind what happens then. */
const UNTIL_THEN = new RegExp(
  String.raw`\b(?:un)?til(?:l)?\s[^.;:]{2,40}?(?<day>${DATE})|\bbefore\s[^.;:(]{2,40}\((?<day>${DATE})\)`,
  'u',
);

/** "until Friday": the last day. @param which Of a month or a week its last day; of a rest the first, with which it ends */
export function takeUntil(rest: Rest, today: string, which: 'first' | 'last' = 'last'): string | undefined {
  return (
    takeDay(rest, UNTIL, today, which) ??
    takeDay(rest, ENDING, today, 'last') ??
    takeDay(rest, UNTIL_THEN, today, 'last')
  );
}

/** "I'm on leave from Dec 20 to Jan 3", "I'm back on Monday": when who writes is there again. */
const AWAY = new RegExp(
  String.raw`\b(?:from|between)\s+${FUTURE}\s*(?:to|until|till|through|and|-)\s+(?<day>${FUTURE})|\b(?:back|return(?:ing)?)\s+(?:in the office\s+|at work\s+|at my desk\s+)?(?:on\s+|from\s+|again\s+)*(?<day>${FUTURE})`,
  'u',
);

/** The day until which somebody is away. */
export const takeAway = (rest: Rest, today: string): string | undefined =>
  takeDay(rest, AWAY, today, 'first');

/** "from January on": the first day. */
export function takeFrom(rest: Rest, today: string): string | undefined {
  return takeDay(rest, FROM, today, 'first');
}

const IN_MONTH = new RegExp(
  String.raw`\b(?:in|during|throughout|all of|of)\s+(?<month>${MONTH_WORD})(?!\s*\d)(?!\p{L})`,
  'u',
);
const HALF_A_YEAR = 183;

/** "every Friday in February": the days of a month that lies before us; `past` where the one behind us is nearer. */
export function takeMonth(
  rest: Rest,
  today: string,
): { readonly from?: string; readonly until: string } | 'past' | undefined {
  const found = rest.find(IN_MONTH);
  const name = found?.match.groups?.['month'] ?? '';
  const first = found && futureDay(name, today, 'first');
  const last = found && futureDay(name, today, 'last');
  if (found === undefined || first === undefined || last === undefined) return undefined;
  if (daysBetween(today, first) > HALF_A_YEAR) return 'past';
  rest.blot(found.from, found.to);
  return { ...(first > today ? { from: first } : {}), until: last };
}

function takeDay(rest: Rest, pattern: RegExp, today: string, which: 'first' | 'last'): string | undefined {
  const found = rest.find(pattern);
  const date = found && futureDay(found.match.groups?.['day'] ?? '', today, which);
  if (found !== undefined && date !== undefined) rest.blot(found.from, found.to);
  return date;
}
