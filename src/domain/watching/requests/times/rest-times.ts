/** How long something is to rest, and what of that can't be had: a rest begins at once, ends with a day, and is no single post. */
import { addDays, MONTH_WORD } from '#src/domain/measure/days.ts';
import { DATE } from '#src/domain/measure/times/coming-day.ts';
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
/** "no digests next week", "in August": all of it, and nothing says until when. */
const WITHIN = new RegExp(
  String.raw`(?<!\b(?:until|till?|from|before|after|of|the|back|again|returns?|returning)\s+)(?<!['\p{L}\d])(?:(?:(?:in|during|for|all|over|throughout)\s+)?(?<day>(?:next|this)\s+(?:week|month)|tomorrow|today|(?<weekend>(?:this|the)\s+weekend))|(?:on|in|during|over|throughout)\s+(?<day>${DATE}|(?:(?:next|this)\s+)?${MONTH_WORD}))(?![\p{L}'])(?!\s+(?:digest|post|report|alert|one)(?!\p{L}))`,
  'u',
);
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
  if (isLater) rest.take(BEGINS);
  if (until !== undefined || span !== undefined) {
    const slots = {
      ...(span === undefined ? {} : { for: span }),
      ...(until === undefined ? {} : { until }),
    };
    return { slots, cannot: isLater ? ['until'] : [] };
  }
  const { day: within = '', weekend } = rest.take(WITHIN)?.groups ?? {};
  const [from, to] = [
    futureDay(weekend === undefined ? within : 'saturday', today, 'first'),
    futureDay(weekend === undefined ? within : 'sunday', today, 'last'),
  ];
  if (from === undefined || to === undefined) return { slots: {}, cannot: isLater ? ['until'] : [] };
  return { slots: { until: addDays(to, 1) }, cannot: from > today ? ['until'] : [] };
}

function takeBetween(rest: Rest, today: string): string | undefined {
  const found = rest.find(BETWEEN);
  const last = found && futureDay(found.match.groups?.['last'] ?? '', today, 'first');
  if (found !== undefined && last !== undefined) rest.blot(found.from, found.to);
  return last;
}
