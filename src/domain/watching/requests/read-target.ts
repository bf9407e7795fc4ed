/** Which existing digest or alert is meant, by what is said of it: "the Monday post in #procurement", "Anna's", "all", "it". */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { amountFrom } from './rules/read-amount.ts';
import { takeClocks } from './times/read-clock.ts';
import { WEEKDAY } from '#src/domain/measure/times/coming-day.ts';
import { takeMetals } from './metals/read-metals.ts';
import { takeOwner, takePerson, takePlaces } from './read-things.ts';
import type { RequestContext, Target } from './request.ts';
import type { Rest } from './rest.ts';

const NTH: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, at) => [word, at + 1] as const),
);
/** A day of a month has two digits as well; of a list few are so long. */
const ORDINAL = `(?:${[...NTH.keys()].join('|')}|[1-9](?:st|nd|rd|th))`;
const LISTED = '(?:digest|alert|alarm|trigger|warning|notification|report|post|subscription)';
/** Behind a number of the list: not "30-day low", "5 %", "7:30". */
export const NOT_MEASURED = String.raw`(?!\d|%|[.,:]\d|[\s-]*(?:k\b|[$€£%]|percent|pct|usd|eur|cny|days?\b|hours?\b|h\b|weeks?\b|months?\b))`;
const NUMBER = new RegExp(
  [
    String.raw`\b(?:${LISTED}|one|number|no\.?|nr\.?)\s+(?:number\s+|no\.?\s+|nr\.?\s+)?#?(?<number>\d{1,2})${NOT_MEASURED}`,
    String.raw`(?<!\p{L})#(?<number>\d{1,2})(?![\p{L}\d])`,
    // "my 2nd alert", "the third one", "the first in the list".
    String.raw`\b(?:the|my|our|your|that)\s+(?<ordinal>${ORDINAL})(?:\s+(?:one\b|digest\b|alert\b|alarm\b|warning\b|post\b))?\s+(?:in|on|from|of)\s+(?:the|my|our|your|that)\s+list\b`,
    String.raw`\b(?:the|my|our|your|that)\s+(?<ordinal>${ORDINAL})\s+(?:digest|alert|alarm|warning|notification|one)\b`,
    String.raw`^(?:\S+\s+)?(?:the\s+|my\s+)?(?<ordinal>${ORDINAL})\s+(?:digest|alert|alarm|one)\b`,
    String.raw`\b(?:the|my|our)\s+(?<ordinal>${[...NTH.keys()].join('|')})\s+post\b`,
    String.raw`^\S+\s+(?:the|my)\s+(?<ordinal>${ORDINAL})\s*(?:please|pls)?[.!]?$`,
  ].join('|'),
  'u',
);
const EVERY: readonly (readonly [RegExp, Target['every']])[] = [
  [
    /\b(?:daily|every[\s-]day|(?<!\b(?:tomorrow|this|monday|tuesday|wednesday|thursday|friday)\s)morning|each day)(?!\p{L})/u,
    'day',
  ],
  [/\b(?:weekdays?|workdays?|every weekday|business[\s-]day)(?!\p{L})/u, 'weekday'],
  [
    /\b(?:(?:bi-?|two-)?weekly|every[\s-]week|fortnightly|every (?:other|second|two) weeks?)(?!\p{L})/u,
    'week',
  ],
  [
    /\b(?:monthly|quarterly|every[\s-](?:month|quarter)|month[\s-]end|end[\s-]of[\s-]month)(?!\p{L})/u,
    'month',
  ],
];
const DAY = new RegExp(String.raw`\b(?<day>${WEEKDAY})(?:'s|s)?(?!\p{L})`, 'u');
const KINDS =
  '(?:digests|alerts|posts|reports|updates|subscriptions|alarms|warnings|notifications|messages|reminders|summaries|newsletters|pings)';
const ALL = new RegExp(
  String.raw`\b(?:all|every|each|both|any)\s+(?:of\s+)?(?:(?:my|the|our|these|those|them|your)\s+)?(?:\S+\s+){0,2}?(?:${KINDS}|digest|alert|post|ones?|them)\b|\b(?:them|it|those|these) all\b|\ball of (?:them|it|those)\b|\b(?:all|both)\s*[.!]?$`,
  'u',
);
const EVERYTHING = /\beverything\b|\bmy (?:stuff|things)\b|\bthe lot\b/u;
const PLURAL =
  /\b(?:digests|alerts|posts|reports|updates|subscriptions|alarms|warnings|notifications|messages|reminders|summaries|newsletters|pings)\b/u;
const THIS =
  /\b(?:it|that|this|that one|this one|the one|the (?:next|coming) one|them|those|these|the last one|the same one|same|the new one|the (?:digest|alert|one|post) (?:that )?(?:i|we) just (?:made|set up|created|set))(?!\p{L})/u;

/** @param of What is spoken of, where that is known: a digest has no threshold. */
export function takeTarget(rest: Rest, context: RequestContext, of?: 'digest' | 'alert'): Target | undefined {
  const numbered = rest.take(NUMBER)?.groups;
  const sentTo = /\b(?:to|for)\s+(?=@|<@)/u.test(rest.left) && of === 'digest' ? takePerson(rest) : undefined;
  const owner = takeOwner(rest, context.materials) ?? takePerson(rest);
  const place = takePlaces(rest)[0] ?? sentTo;
  const metals = takeMetals(rest, context.materials);
  const every = EVERY.find(([pattern]) => rest.has(pattern));
  if (every !== undefined) rest.take(every[0]);
  const on: string[] = [];
  for (let day = rest.take(DAY); day !== undefined; day = rest.take(DAY))
    on.push(weekdayIn(day.groups?.['day'] ?? '') ?? '');
  const monthDay = rest.take(
    /\b(?:the\s+)?(?<date>\d{1,2})(?:st|nd|rd|th)\b|\b(?:digest|post|report|one) of the (?<date>\d{1,2})(?![\d.:%])/u,
  )?.groups?.['date'];
  // "The one at 10" of digests is of an hour.
  const threshold = of === 'digest' ? undefined : thresholdOf(rest);
  const [at, ...more] = takeClocks(rest);
  const days: readonly (string | number)[] = monthDay === undefined ? on : [...on, Number(monthDay)];
  const said: Target = {
    ...(numbered === undefined
      ? {}
      : {
          number: Number(
            numbered['number'] ?? NTH.get(numbered['ordinal'] ?? '') ?? numbered['ordinal']?.charAt(0),
          ),
        }),
    ...(owner === undefined ? {} : { owner }),
    ...(place === undefined ? {} : { place }),
    ...(metals.length === 0 || metals[0] === 'all' ? {} : { metals }),
    ...(every === undefined || every[1] === undefined ? {} : { every: every[1] }),
    ...(days.length === 0 ? {} : { on: days.length === 1 ? (days[0] ?? '') : days }),
    ...(at === undefined ? {} : { at: more.length === 0 ? at : [at, ...more] }),
    ...(threshold === undefined ? {} : { rule: threshold }),
  };
  const narrowed = Object.keys(said).length > 0;
  if (metals[0] === 'all' || rest.has(ALL)) return { ...said, all: true };
  if (narrowed) return said;
  if (rest.has(EVERYTHING)) return { all: true };
  if (rest.has(PLURAL)) return { all: true };
  return rest.has(THIS) ? { this: true } : undefined;
}

/** "the below-85 alert". */
const SIDED = /\b(?:below|above|over|under)-(?=[$€£¥]?\d)/u;
const THRESHOLD =
  /\b(?:at|for|of|above|below|over|under|with|on)\s+(?=[$€£¥]?\s?\d)|(?<=^|\s)(?=[$€£]\s?\d|\d[\d.,]*k?\s?(?:usd|eur|cny|rmb|yuan|dollars?|percent|[$€£%])?\s*(?:\/|per\b)?\s*(?:kg|t|lb)?\s+(?:\p{L}+\s+)?(?:alert|one|alarm)\b)|\b(?:alert|alarm)\s+(?=[$€£¥]\s?\d|\d[\d.,]*k?\s?(?:usd|eur|cny|rmb|yuan|dollars?|[$€£])(?!\p{L})|\d{2,3},\d{3})/u;

/** "the alert at 600k", "the $140 alert": a price, no time of a clock. */
function thresholdOf(rest: Rest): Target['rule'] | undefined {
  const found = rest.find(SIDED) ?? rest.find(THRESHOLD);
  if (found === undefined || !/\balerts?\b|\balarms?\b|\bone\b|\bwarnings?\b/u.test(rest.plain))
    return undefined;
  // "the 6.30 one" is one of that hour.
  if (/^\d{1,2}[.:h][0-5]\d\s+one\b/u.test(rest.left.slice(found.to))) return undefined;
  const amount = amountFrom(rest, found.to);
  if (amount?.low === undefined || /^\s?(?::\d|[ap]\.?m\b|h\b)/u.test(rest.left.slice(amount.to)))
    return undefined;
  rest.blot(amount.from, amount.to);
  const { low, high = low } = amount;
  return /^\s?(?:%|percent\b|pct\b)/u.test(rest.left.slice(amount.to)) ? { percent: low } : { low, high };
}
