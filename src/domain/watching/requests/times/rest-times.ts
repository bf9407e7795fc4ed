/** How long something is to rest, and what of that can't be had: a rest begins at once, ends with a day, and is no single post. */
import { addDays } from '#src/domain/measure/days.ts';
import type { AskedSlots } from '../request.ts';
import type { Rest } from '../rest.ts';
import { FUTURE, futureDay } from './future-days.ts';
import { takeRest, takeUntil } from './read-bounds.ts';

interface RestTimes {
  readonly slots: Pick<AskedSlots, 'for' | 'until'>;
  /** `until`, of a stretch that begins later or an end within a day; `for`, of a single post. */
  readonly cannot: readonly string[];
}

/** "from 20 December to 3 January": it begins with a day that may be still to come. */
const BEGINS = new RegExp(
  String.raw`\b(?:from|between|starting|beginning|as of)\s+(?:on\s+)?(?<day>${FUTURE})`,
  'u',
);
/** "between 20 December and 3 January". */
const BETWEEN = new RegExp(String.raw`\bbetween\s+(?<first>${FUTURE})\s+and\s+(?<last>${FUTURE})`, 'u');
/** "no digests next week": all of it, and nothing says until when. */
const WITHIN =
  /(?<!\b(?:until|till?|from|before|after|of|the)\s+)(?<!['\p{L}\d])(?:(?:in|during|for|all|over|throughout)\s+)?(?<day>(?:next|this)\s+(?:week|month)|tomorrow|today)(?![\p{L}'])/u;
/** "until noon", "till 5 pm": no day. */
const UNTIL_HOUR =
  /\b(?:un)?til(?:l)?\s+(?:(?:after\s+)?lunch(?:time)?|noon|midday|midnight|later|(?:this\s+)?(?:afternoon|evening)|tonight|\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?|h\b|o'clock)|\d{1,2}:\d\d)(?!\p{L})/u;
/** "skip the next one": one post alone. */
const NEXT_POST =
  /^(?:skip|omit|miss|leave out|drop|cancel|hold|pause)\s+(?:just\s+|only\s+)?(?:the\s+|my\s+|our\s+)?(?:next|coming)\s+(?:\S+\s+){0,2}?(?:one|digest|post|report|issue|update)(?!\p{L})/u;

/** @param rest Of a text with its verb first */
export function takeRestTimes(rest: Rest, today: string): RestTimes {
  if (NEXT_POST.test(rest.plain)) return { slots: {}, cannot: ['for'] };
  if (rest.take(UNTIL_HOUR) !== undefined) return { slots: {}, cannot: ['until'] };
  const begin = rest.find(BEGINS)?.match.groups?.['day'];
  const first = begin === undefined ? undefined : futureDay(begin, today, 'first');
  const isLater = first !== undefined && first > today;
  const until = takeBetween(rest, today) ?? takeUntil(rest, today, 'first');
  const span = takeRest(rest);
  if (until !== undefined || span !== undefined) {
    const slots = {
      ...(span === undefined ? {} : { for: span }),
      ...(until === undefined ? {} : { until }),
    };
    if (isLater) rest.take(BEGINS);
    return { slots, cannot: isLater ? ['until'] : [] };
  }
  const within = rest.take(WITHIN)?.groups?.['day'];
  const [from, to] = (['first', 'last'] as const).map((which) => futureDay(within ?? '', today, which));
  if (from === undefined || to === undefined) return { slots: {}, cannot: isLater ? ['until'] : [] };
  return { slots: { until: addDays(to, 1) }, cannot: from > today ? ['until'] : [] };
}

function takeBetween(rest: Rest, today: string): string | undefined {
  const found = rest.find(BETWEEN);
  const last = found && futureDay(found.match.groups?.['last'] ?? '', today, 'first');
  if (found !== undefined && last !== undefined) rest.blot(found.from, found.to);
  return last;
}
