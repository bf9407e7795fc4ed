/** Times of a clock: "at 8.30am", "noon", "half past nine", "every evening at 7". */
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import type { Rest } from '../rest.ts';

const HALF = String.raw`(?:\s*(?<half>[ap]\.?\s?m\b\.?)|\s+(?:in the\s+)?(?<part>morning|afternoon|evening|night)\b)?`;
const CLOCK: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:\b(?:at|by|@)\s*)?(?<![\d.,:])(?<hour>[01]?\d|2[0-3])[:.h](?<minute>[0-5]\d)(?![\d.,]*\d|\s*(?:%|k\b|[$€£¥]|(?:usd|eur|cny|rmb|yuan|gbp)\b))(?:\s*(?:h|hrs?|hours?|uhr|o'clock)\b)?${HALF}`,
    'u',
  ),
  new RegExp(
    String.raw`(?:\b(?:at|by)\s*|@\s*)?(?<![\d.,:])(?<hour>1[0-2]|0?[1-9])\s*(?<half>[ap]\.?\s?m\b\.?)`,
    'u',
  ),
  new RegExp(
    String.raw`(?:\b(?:at|by|around|about)\s+|@\s*)?(?<![\d.,:])(?<hour>[01]?\d|2[0-3])\s?(?:h\b|hrs?\b|hours?\b(?=\s|$)|uhr\b|o'?clock\b)${HALF}`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:at\s+)?(?:an?\s+)?(?<word>half|quarter|five|ten|twenty|twenty-five|\d{1,2})(?:\s+minutes?)? (?<side>past|to) (?<hour>\d{1,2}|[a-z]{3,6})${HALF}`,
    'u',
  ),
  // "half eight" is half past eight.
  new RegExp(
    String.raw`\b(?:at\s+|by\s+)?half (?<halfOf>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?!\d|[.,:]\d|\s*(?:%|percent|k\b|kg\b|t\b|[$€£¥]))${HALF}`,
    'u',
  ),
  new RegExp(
    String.raw`(?:\b(?:at|by)\s+|@\s*)(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?![\d%]|[.,:]\d)(?:\s*(?:h|hrs?|hours?)\b)?`,
    'u',
  ),
  new RegExp(String.raw`(?<![\d.,:])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)\s*(?:h|hrs?|hours?)\b`, 'u'),
  new RegExp(
    String.raw`(?:\b(?:at|by|around|about)\s+|@\s*)(?<hour>[01]?\d|2[0-3])(?![\d%]|[.,:]\d|\s*(?:k\b|%|percent|[$€£¥]|\/|(?:usd|eur|cny|rmb|yuan|gbp|dollars?|euros?|kg|t)\b))${HALF}`,
    'u',
  ),
  /(?<![\d.,:$€£¥#-])(?<hour>0\d)(?<minute>[0-5]\d)(?![\d.,:%-]\d|[\d%]|\s*(?:k\b|[$€£¥]|\/|usd|eur|cny|kg|t\b))/u,
  /(?<=\b(?:mon|tues?|wed|thu|thurs|fri|sat|sun|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|weekdays?|daily|day)\s|\uE000\s)(?<hour>1\d|2[0-3])(?<minute>[0-5]\d)(?![\d.,:%-]\d|[\d%]|\s*(?:k\b|[$€£¥]|\/|usd|eur|cny|kg|t\b))/u,
  /(?<![\d.,:$€£¥#-])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?=\s+(?:one|digest|post|report)\b)/u,
  /(?<![\d.,:$€£¥])(?<hour>1[0-2]|0?[1-9])(?:\s?o'?clock)?\s+(?:in the\s+(?<part>morning|afternoon|evening)|at\s+(?<part>night))(?!\p{L})/u,
  /\b(?<part>morning|afternoon|evening|night)s?,?\s+(?:at\s+)?(?<hour>1[0-2]|0?[1-9])(?![\d%]|[.,:h]\d|\s*(?:k\b|%|percent|[$€£¥]|\/|[ap]\.?m|(?:usd|eur|cny|rmb|yuan|gbp|dollars?|euros?|kg|t|days?|weeks?|months?|times)\b))/u,
  /\b(?:at\s+)?(?:12\s+)?(?<noon>noon|midday|lunchtime)\b/u,
  /\b(?:at\s+)?(?:12\s+)?(?<midnight>midnight)\b/u,
  new RegExp(
    String.raw`\b(?:at\s+)(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)${HALF.replace(/\?$/u, '')}`,
    'u',
  ),
];
/** What follows a day as its hour: "fri 8", "weekdays 9". */
const BARE_HOUR =
  /^\s*(?:at\s+|,\s*)?(?<hour>[01]?\d|2[0-3])(?![\d%]|[.,:h]\d|\s*(?:[ap]\.?m\b|h\b|o'?clock\b|k\b|%|percent|[$€£¥]|\/|(?:usd|eur|cny|rmb|yuan|gbp|dollars?|euros?|kg|t|days?|weeks?|months?|times)\b))/u;
const ALSO =
  /^\s*(?:,|and|&|\+|,\s*and|plus)\s*(?:again\s+)?(?:at\s+)?(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?\s*(?<half>[ap]\.?m\b\.?)?(?![\d.,:%\p{L}]|\s*(?:kg|t|lbs?|tonnes?|kilos?|percent|[$€£¥%]|usd|eur|cny|days?|weeks?|months?|times|metals?)(?!\p{L}))/u;

const two = (n: number) => String(n).padStart(2, '0');

const minutesOf = (word: string): number => {
  if (/^\d/u.test(word)) return Number(word);
  return { half: 30, quarter: 15, 'twenty-five': 25 }[word] ?? smallNumberOf(word) ?? NaN;
};

function clockOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  if (groups['noon'] !== undefined) return '12:00';
  if (groups['midnight'] !== undefined) return '00:00';
  let hour = Number(groups['hour'] ?? NaN);
  let minute = Number(groups['minute'] ?? 0);
  const halfOf = groups['halfOf'];
  if (halfOf !== undefined) [hour, minute] = [smallNumberOf(halfOf) ?? Number(halfOf), 30];
  else if (groups['side'] !== undefined) {
    hour = /^\d/u.test(groups['hour'] ?? '') ? hour : (smallNumberOf(groups['hour'] ?? '') ?? NaN);
    minute = minutesOf(groups['word'] ?? '');
    if (groups['side'] === 'to') [hour, minute] = [hour - 1, 60 - minute];
  } else if (groups['word'] !== undefined) hour = smallNumberOf(groups['word']) ?? NaN;
  const half =
    groups['half']?.charAt(0) ??
    { morning: 'a', afternoon: 'p', evening: 'p', night: 'p' }[groups['part'] ?? ''];
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined;
}

/** "every Sunday evening at 7", "at 7 on Friday evenings": which half of the day an hour near it is of. */
const PART_OF_DAY =
  /\b(?:\p{L}*day|mon|tues?|wed|thu|thurs|fri|sat|sun|daily|every|each|in the|tomorrow)\s+(?:(?<afternoon>afternoons?)|(?:evenings?|eves?|nights?))(?!\p{L})/u;
const ROOM = 16;
/** An hour that may be of either half: not "07:30" or "17". */
const HALF_OPEN =
  /^\W*(?:(?:at|by|around|about)\s+)?@?\s*(?:(?:[1-9]|1[01])(?::\d\d)?(?:\s?o'?clock)?|[a-z]+)\s*$/u;
const WORDED =
  /\bat\s+(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?!\p{L}|\s+(?:past|to|in)\b)/u;

/** What is an hour of the afternoon, evening or night, where the day is said with it and the hour alone leaves it open. */
function later({ plain }: Rest, said: string, from: number, at: string): string {
  const part = PART_OF_DAY.exec(plain);
  if (part === null || !HALF_OPEN.test(said)) return at;
  const gap = Math.max(from - (part.index + part[0].length), part.index - (from + said.length));
  const hour = Number(at.slice(0, 2));
  const isOpen = part.groups?.['afternoon'] === undefined ? hour >= 4 && hour < 12 : hour < 7;
  return gap < ROOM && isOpen ? `${two(hour + 12)}${at.slice(2)}` : at;
}

/** All times of a clock that a text states, in its order; "at five" may be two, and is none. */
export function takeClocks(rest: Rest): readonly string[] {
  const found: { readonly from: number; readonly at: string }[] = [];
  for (const pattern of CLOCK) {
    for (let one = rest.find(pattern); one !== undefined; one = rest.find(pattern)) {
      rest.blot(one.from, one.to);
      const at = clockOf(one.match.groups ?? {});
      if (at !== undefined) found.push({ from: one.from, at: later(rest, one.match[0], one.from, at) });
      takeMore(rest, one.to, found);
    }
  }
  const worded = rest.find(WORDED);
  const hour = worded && clockOf(worded.match.groups ?? {});
  const at = worded && hour && later(rest, worded.match[0], worded.from, hour);
  if (worded !== undefined && at !== undefined && at !== hour) {
    rest.blot(worded.from, worded.to);
    found.push({ from: worded.from, at });
  }
  return found.toSorted((a, b) => a.from - b.from).map((one) => one.at);
}

/** "at 9 and 17": what is joined to a time is one too. */
function takeMore(rest: Rest, to: number, found: { readonly from: number; readonly at: string }[]): void {
  const more = ALSO.exec(rest.left.slice(to));
  const at = more === null ? undefined : clockOf(more.groups ?? {});
  if (more === null || at === undefined) return;
  rest.blot(to, to + more[0].length);
  found.push({ from: to, at });
}

/** The hours that stand right behind a day: "fri 8 and 16". @param to Where the day ends. */
export function takeBareHours(rest: Rest, to: number): readonly string[] {
  const found = BARE_HOUR.exec(rest.left.slice(to));
  const at = found === null ? undefined : clockOf(found.groups ?? {});
  if (found === null || at === undefined) return [];
  const end = to + found[0].length;
  rest.blot(to, end);
  const more: { readonly from: number; readonly at: string }[] = [];
  takeMore(rest, end, more);
  return [later(rest, found[0], to, at), ...more.map((one) => one.at)];
}
