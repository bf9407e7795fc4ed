/** Times of a clock and whose clock it is: "at 8.30am CET", "noon", "half past nine", "16:00 London time". */
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { CITY_ZONES, SHORT_ZONES, zoneNamed } from '#src/domain/watching/schedules/zones.ts';
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
  /^\s*(?:,|and|&|\+|,\s*and|plus)\s*(?:again\s+)?(?:at\s+)?(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?\s*(?<half>[ap]\.?m\b\.?)?(?![\d.,:%\p{L}])/u;

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
  if (groups['side'] !== undefined) {
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

/** All times of a clock that a text states, in its order; "at five" may be two, and is none. */
export function takeClocks(rest: Rest): readonly string[] {
  const found: { readonly from: number; readonly at: string }[] = [];
  for (const pattern of CLOCK) {
    for (let one = rest.find(pattern); one !== undefined; one = rest.find(pattern)) {
      rest.blot(one.from, one.to);
      const at = clockOf(one.match.groups ?? {});
      if (at !== undefined) found.push({ from: one.from, at });
      takeMore(rest, one.to, found);
    }
  }
  return found.toSorted((a, b) => a.from - b.from).map(({ at }) => at);
}

/** "at 9 and 17": what is joined to a time is one too. */
function takeMore(rest: Rest, to: number, found: { readonly from: number; readonly at: string }[]): void {
  const more = ALSO.exec(rest.left.slice(to));
  const at = more === null ? undefined : clockOf(more.groups ?? {});
  if (more === null || at === undefined) return;
  rest.blot(to, to + more[0].length);
  found.push({ from: to, at });
}

/** The hour that stands right behind a day. @param to Where the day ends. */
export function takeBareHour(rest: Rest, to: number): string | undefined {
  const found = BARE_HOUR.exec(rest.left.slice(to));
  const at = found === null ? undefined : clockOf(found.groups ?? {});
  if (found !== null && at !== undefined) rest.blot(to, to + found[0].length);
  return at;
}

const NAMED_ZONE = /\b(?<zone>[a-z]+\/[a-z_]+(?:\/[a-z_]+)?|utc|gmt)\b/u;
/** What is a word or a unit as well is a zone only where nothing else can stand. */
const SHORT_NAMES = Object.keys(SHORT_ZONES).filter((name) => !['mt', 'cat', 'wat'].includes(name));
const SHORT = new RegExp(String.raw`\b(?<zone>${SHORT_NAMES.join('|')})(?:\s+time)?\b`, 'u');
const CITY = new RegExp(
  String.raw`\b(?:in\s+)?(?<city>${Object.keys(CITY_ZONES)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?:'s)?\s+(?:local\s+)?(?:time|clock|hours?|zone|timezone|morning|evening|afternoon)\b`,
  'u',
);
/** "at 9 in Berlin": a city right behind a clock. */
const IN_CITY = new RegExp(
  String.raw`(?<=\d(?:\s*[ap]\.?m\.?)?\s)(?:in|,)\s*(?<city>${Object.keys(CITY_ZONES)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})\b(?!\s*(?:price|fob|warehouse|quote))`,
  'u',
);
/** "the time zone of my digest to London". */
const ZONE_WORD = /\btime[\s-]?zone\b/u;
const TO_CITY = new RegExp(
  String.raw`\b(?:to|in|of|is|be|as|into)\s+(?<city>${Object.keys(CITY_ZONES)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?!\p{L})`,
  'u',
);
/** "3 PM Pacific". */
const COAST = /(?<=\d(?:\s*[ap]\.?m\.?)?\s)(?<city>eastern|pacific|central european|central|mountain)\b/u;
const OWN = /\b(?:in\s+)?(?:my|our|local)\s+(?:own\s+|local\s+)?(?:time(?:\s*zone)?|timezone)\b/u;

interface ReadZone {
  readonly zone?: string | undefined;
  /** It may be more than one place's. */
  readonly unclear?: true;
}

/**
 * The zone that a message names. An abbreviation of several is the person's own where that is among them.
 * @param own The person's zone.
 */
export function takeZone(rest: Rest, own: string): ReadZone {
  if (rest.take(OWN) !== undefined) return { zone: own };
  const city = (
    rest.take(CITY) ??
    rest.take(IN_CITY) ??
    rest.take(COAST) ??
    (ZONE_WORD.test(rest.plain) ? rest.take(TO_CITY) : undefined)
  )?.groups?.['city'];
  if (city !== undefined) return readZone(city, own);
  const named = rest.find(NAMED_ZONE);
  const place = named && zoneNamed(named.match.groups?.['zone'] ?? '', own);
  if (named !== undefined && place !== undefined && 'zone' in place) {
    rest.blot(named.from, named.to);
    return place;
  }
  const short = rest.take(SHORT)?.groups?.['zone'];
  return short === undefined ? {} : readZone(short, own);
}

function readZone(name: string, own: string): ReadZone {
  const named = zoneNamed(name, own);
  return named !== undefined && 'zone' in named ? named : { unclear: true };
}
