/** Which existing digest or alert is meant, by what is said of it: "the Monday post in #procurement", "Anna's", "all", "it". */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { amountFrom } from './rules/read-amount.ts';
import { takeClocks } from './read-clock.ts';
import { WEEKDAY } from './future-days.ts';
import { takeMetals, takeOwner, takePerson, takePlaces } from './read-things.ts';
import type { RequestContext, Target } from './request.ts';
import type { Rest } from './rest.ts';

const NUMBER =
  /\b(?:digest|alert|alarm|trigger|warning|notification|report|one|number|no\.?|nr\.?|post|subscription)\s+(?:number\s+|no\.?\s+|nr\.?\s+)?#?(?<number>\d{1,2})(?!\d|%|[.,:]\d|\s*(?:k\b|[$€£%]|percent|pct|usd|eur|cny|days?\b|hours?\b|h\b|weeks?\b|months?\b))|(?<!\p{L})#(?<number>\d{1,2})(?![\p{L}\d])|\bthe\s+(?<ordinal>first|second|third|fourth|fifth)\s+(?:one|digest|alert|post)\b/u;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const EVERY: readonly (readonly [RegExp, Target['every']])[] = [
  [
    /\b(?:daily|every[\s-]day|(?<!\b(?:tomorrow|this|monday|tuesday|wednesday|thursday|friday)\s)morning|each day)(?!\p{L})/u,
    'day',
  ],
  [/\b(?:weekdays?|workdays?|every weekday|business[\s-]day)(?!\p{L})/u, 'weekday'],
  [/\b(?:weekly|every[\s-]week)(?!\p{L})/u, 'week'],
  [/\b(?:monthly|every[\s-]month|month[\s-]end|end[\s-]of[\s-]month)(?!\p{L})/u, 'month'],
];
const DAY = new RegExp(String.raw`\b(?<day>${WEEKDAY})(?:'s|s)?(?!\p{L})`, 'u');
const KINDS =
  '(?:digests|alerts|posts|reports|updates|subscriptions|alarms|warnings|notifications|messages|reminders|summaries|newsletters)';
const ALL = new RegExp(
  String.raw`\b(?:all|every|each|both|any)\s+(?:of\s+)?(?:(?:my|the|our|these|those|them|your)\s+)?(?:\S+\s+){0,2}?(?:${KINDS}|digest|alert|post|ones?|them)\b|\b(?:them|it|those|these) all\b|\ball of (?:them|it|those)\b|\b(?:all|both)\s*[.!]?$`,
  'u',
);
const EVERYTHING = /\beverything\b|\bthe lot\b/u;
const PLURAL =
  /\b(?:digests|alerts|posts|reports|updates|subscriptions|alarms|warnings|notifications|messages|reminders|summaries|newsletters)\b/u;
const THIS =
  /\b(?:it|that|this|that one|this one|the one|them|those|these|the last one|the same one|same|the new one|the (?:digest|alert|one|post) (?:that )?(?:i|we) just (?:made|set up|created|set))(?!\p{L})/u;

/** @param near The last price of what is watched, to read a threshold's number by. */
export function takeTarget(rest: Rest, context: RequestContext): Target | undefined {
  const numbered = rest.take(NUMBER)?.groups;
  const owner = takeOwner(rest, context.materials) ?? takePerson(rest);
  const [place] = takePlaces(rest);
  const metals = takeMetals(rest, context.materials);
  const every = EVERY.find(([pattern]) => rest.has(pattern));
  if (every !== undefined) rest.take(every[0]);
  const on: string[] = [];
  for (let day = rest.take(DAY); day !== undefined; day = rest.take(DAY))
    on.push(weekdayIn(day.groups?.['day'] ?? '') ?? '');
  const monthDay = rest.take(
    /\b(?:the\s+)?(?<date>\d{1,2})(?:st|nd|rd|th)\b|\b(?:digest|post|report|one) of the (?<date>\d{1,2})(?![\d.:%])/u,
  )?.groups?.['date'];
  const threshold = thresholdOf(rest);
  const [at, ...more] = takeClocks(rest);
  const days: readonly (string | number)[] = monthDay === undefined ? on : [...on, Number(monthDay)];
  const said: Target = {
    ...(numbered === undefined
      ? {}
      : { number: Number(numbered['number'] ?? ORDINALS.indexOf(numbered['ordinal'] ?? '') + 1) }),
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
