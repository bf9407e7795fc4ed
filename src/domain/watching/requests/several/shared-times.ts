/** Pauses of one message: "pause my digests until Friday and snooze the alerts until then too". */
import type { AskedRequest } from '../request.ts';
import { Rest } from '../rest.ts';
import { takeAway } from '../times/read-bounds.ts';

const AS_LONG =
  /\b(?:until|till|for|by)\s+(?:then|that (?:time|day|long)|the same (?:time|day))\b|\bas long\b|\bso long\b|\b(?:same|too|also|as well|likewise|both|meanwhile)\b/u;

const isRest = ({ intent }: AskedRequest): boolean => intent === 'digest.pause' || intent === 'alert.snooze';

/** Each that rests with an end, where only one says it and the message says that it is of both, or says it last. @param text All of a message */
export function withSharedTimes(
  requests: readonly AskedRequest[],
  text: string,
  today: string,
): readonly AskedRequest[] {
  const rests = requests.filter(isRest);
  const timed = rests.filter((one) => (one.for ?? one.until) !== undefined);
  const [only, ...more] = timed;
  // "I'm on leave from Dec 20 to Jan 3, pause my digests."
  const back = timed.length === 0 && rests.length > 0 ? takeAway(new Rest(text), today) : undefined;
  if (back !== undefined) return requests.map((one) => (isRest(one) ? ending(one, { until: back }) : one));
  if (only === undefined || more.length > 0 || rests.length < 2) return requests;
  if (!AS_LONG.test(text) && only !== rests.at(-1)) return requests;
  const end = {
    ...(only.for === undefined ? {} : { for: only.for }),
    ...(only.until === undefined ? {} : { until: only.until }),
  };
  return requests.map((one) => (isRest(one) && one !== only ? ending(one, end) : one));
}

const ending = (one: AskedRequest, end: Pick<AskedRequest, 'for' | 'until'>): AskedRequest => ({
  ...one,
  ...end,
  ask: one.ask.filter((slot) => slot !== 'for'),
});
