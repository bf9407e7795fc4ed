/** Whose clock a time is of: "8.30am CET", "16:00 London time", "at 9 in Hamburg". What is named and not known is asked about. */
import { CITY_ZONES, SHORT_ZONES, zoneNamed } from '#src/domain/watching/schedules/zones.ts';
import type { Found, Rest } from '../rest.ts';

const CITIES = Object.keys(CITY_ZONES)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
/** Who they are, or where, says whose clock only beside "time" or "in": "at 9 China prices". */
const NO_CITIES =
  'uk|india|china|japan|mexico|korea|vietnam|brazil|pacific|central|eastern|mountain|\\p{L}*(?:ish|ese|man|ian|ench|iss|ean)';
/** A time of the clock right before. */
const CLOCK = String.raw`(?<=(?:\d[:.h]\d\d(?:\s?h)?|\d\s*[ap]\.?m\.?|\d\s?(?:h|hrs?|uhr|o'?clock)|\b(?:at|by|noon|midnight|\p{L}*days?|daily|mon|tues?|wed|thu|thurs|fri|sat|sun|@)\s*\d{0,2})\s*[(,]?\s*)`;
const ENDS = String.raw`(?=\s*(?:$|[,.;:!?)#@-]|(?:and|to|in|on|for|here|every|each|please|pls|thanks|until|till|from|with|daily|weekdays|\p{L}*days?)(?!\p{L})))`;

/** "the offset of a place": it changes with the season. */
const OFFSET = /\b(?<zone>(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?\d{2})?)(?!\d)/u;
const NAMED_ZONE = /\b(?<zone>[a-z]+\/[a-z_]+(?:\/[a-z_]+)?|utc|gmt)\b/u;
/** What is a word or a unit as well is a zone only where nothing else can stand. */
const SHORT_NAMES = Object.keys(SHORT_ZONES).filter((name) => !['mt', 'cat', 'wat'].includes(name));
const SHORT = new RegExp(String.raw`\b(?<zone>${SHORT_NAMES.join('|')})(?:\s+time)?\b`, 'u');
const CITY = new RegExp(
  String.raw`\b(?:in\s+)?(?<city>${CITIES})(?:'s)?\s+(?:local\s+)?(?:time|clock|hours?|zone|timezone|morning|evening|afternoon)\b`,
  'u',
);
/** "at 9 in Berlin": a city right behind a clock. */
const IN_CITY = new RegExp(
  String.raw`${CLOCK}in\s+(?<city>${CITIES})\b(?!\s*(?:price|fob|warehouse|quote))`,
  'u',
);
/** "5pm London, #desk". */
const BARE_CITY = new RegExp(String.raw`${CLOCK}(?!(?:${NO_CITIES})(?!\p{L}))(?<city>${CITIES})${ENDS}`, 'u');
/** "the time zone of my digest to London". */
const ZONE_WORD = /\btime[\s-]?zone\b/u;
const TO_CITY = new RegExp(String.raw`\b(?:to|in|of|is|be|as|into)\s+(?<city>${CITIES})(?!\p{L})`, 'u');
/** "3 PM Pacific", "9:00 US central". */
const COAST = new RegExp(
  String.raw`${CLOCK}(?:us\s+)?(?<city>eastern|pacific|central european|central|mountain)\b`,
  'u',
);
/** "9:00 Ljubljana time": of a place that no list has. */
const OTHER_PLACE = new RegExp(
  String.raw`${CLOCK}(?:in\s+)?(?<city>\p{L}[\p{L}.'-]+(?:\s\p{L}[\p{L}.'-]+)?)\s+(?:local\s+)?time(?![\p{L}-])`,
  'u',
);
const NO_PLACE =
  /(?<!\p{L})(?:each|every|of|the|this|that|these|those|an?|any|same|some|next|first|second|third|last|my|our|your|his|her|their|own|in|at|on|for|from|to|us|me|it|one|full|part|real|prime|lead|delivery|down|up|over|is|no|and|or|some)$/u;
const OWN = /\b(?:in\s+)?(?:my|our|local)\s+(?:own\s+|local\s+)?(?:time(?:\s*zone)?|timezone)\b/u;

interface ReadZone {
  readonly zone?: string | undefined;
  /** It may be more than one place's, or nobody knows whose. */
  readonly unclear?: true;
}

/**
 * The zone that a message names. An abbreviation of several is the person's own where that is among them.
 * @param own The person's zone.
 */
export function takeZone(rest: Rest, own: string): ReadZone {
  if (rest.take(OWN) !== undefined) return { zone: own };
  const city = cityOf(rest);
  if (city !== undefined) return readZone(city, own);
  if (rest.take(OFFSET) !== undefined) return { unclear: true };
  const named = rest.find(NAMED_ZONE);
  const place = named && zoneNamed(named.match.groups?.['zone'] ?? '', own);
  if (named !== undefined && place !== undefined && 'zone' in place) {
    rest.blot(named.from, named.to);
    return place;
  }
  const short = rest.take(SHORT)?.groups?.['zone'];
  if (short !== undefined) return readZone(short, own);
  const other = atClock(rest, OTHER_PLACE);
  const name = other?.match.groups?.['city'] ?? '';
  if (other === undefined || NO_PLACE.test(name)) return {};
  rest.blot(other.from, other.to);
  return readZone(name, own);
}

function cityOf(rest: Rest): string | undefined {
  const found =
    rest.find(CITY) ??
    atClock(rest, IN_CITY) ??
    atClock(rest, BARE_CITY) ??
    atClock(rest, COAST) ??
    (ZONE_WORD.test(rest.plain) ? rest.find(TO_CITY) : undefined);
  if (found !== undefined) rest.blot(found.from, found.to);
  return found?.match.groups?.['city'];
}

/** What stands behind a clock, whether or not that has been taken; nobody has taken it itself. */
function atClock(rest: Rest, pattern: RegExp): Found | undefined {
  const match = pattern.exec(rest.plain);
  if (match === null) return undefined;
  const [from, to] = [match.index, match.index + match[0].length];
  return rest.left.slice(from, to) === match[0] ? { match, from, to } : undefined;
}

function readZone(name: string, own: string): ReadZone {
  const named = zoneNamed(name, own);
  return named !== undefined && 'zone' in named ? named : { unclear: true };
}
