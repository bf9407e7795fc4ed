/** What turns one thing into another: "from fortnightly to monthly", "down to 90", "make it weekly". */
import { WEEKDAY } from '#src/domain/measure/times/coming-day.ts';

export const MADE = /^(?:make|have|turn|switch|set|put|let|change|can|could|should)\s/u;
export const PACE_FIRST =
  /^[\s,]*(?:be\s+|come\s+)?(?:an?\s+)?(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|weekdays?|workdays?)(?!\p{L})/u;
/** "from 110-130 to 105-125", "from fortnightly to monthly": what it was, and what it is to be. */
const FROM_TO =
  /^(?<one>.*?\b(?:digest|alert|post|report|one|it|that|this|alarm|threshold|band|trigger)\b.*?)\s+(?:down\s+|up\s+|back\s+|over\s+)?from\s+(?<was>.+?)\s+(?:down\s+|up\s+|back\s+)?(?:to|into|->|=>)\s+(?<now>.+)$/u;
/** "cut the digest back to monthly", "take the alert down to 90". */
const BACK_TO =
  /^(?:drop|cut|take|bring|lower|scale|dial|pull|reduce|tone|slow|go)\s+(?<one>.*?\b(?:digest|alert|post|report|one|it|that|this|alarm|threshold|band|trigger)\b.*?)\s+(?:(?:down|up|back|over)\s+)?(?:to|into|->|=>)\s+(?<now>.+)$/u;

const DAY_FIRST = new RegExp(
  String.raw`^(?:every\s+|each\s+|(?:on\s+)?(?:the\s+)?(?:first|last)\s+|once\s+)?(?:${WEEKDAY}|day|week|month|quarter|noon|an?\s)`,
  'u',
);

/** What it was taken from and what it is to be, and of which one. */
interface ChangeOver {
  readonly one: string;
  readonly was?: string | undefined;
  readonly now: string;
}

/** Where something is taken from what it was to what it is to be, whatever the verb: "drop it from weekly to monthly". */
export function changeOver(head: string): ChangeOver | undefined {
  const { one = '', was, now = '' } = (FROM_TO.exec(head) ?? BACK_TO.exec(head))?.groups ?? {};
  return /\d/u.test(now) || PACE_FIRST.test(now) || DAY_FIRST.test(now) ? { one, was, now } : undefined;
}
