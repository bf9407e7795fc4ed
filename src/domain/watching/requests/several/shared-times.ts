/** Pauses of one message: "pause my digests until Friday and snooze the alerts until then too". */
import type { AskedRequest } from '../request.ts';

const AS_LONG =
  /\b(?:until|till|for|by)\s+(?:then|that (?:time|day|long)|the same (?:time|day))\b|\bas long\b|\bso long\b|\b(?:same|too|also|as well|likewise|both|meanwhile)\b/u;

const isRest = ({ intent }: AskedRequest): boolean => intent === 'digest.pause' || intent === 'alert.snooze';

/** Each that rests with an end, where only one says it and the message says that it is of both, or says it last. @param text All of a message */
export function withSharedTimes(requests: readonly AskedRequest[], text: string): readonly AskedRequest[] {
  const rests = requests.filter(isRest);
  const timed = rests.filter((one) => (one.for ?? one.until) !== undefined);
  const [only, ...more] = timed;
  if (only === undefined || more.length > 0 || rests.length < 2) return requests;
  if (!AS_LONG.test(text) && only !== rests.at(-1)) return requests;
  const end = {
    ...(only.for === undefined ? {} : { for: only.for }),
    ...(only.until === undefined ? {} : { until: only.until }),
  };
  return requests.map((one) =>
    isRest(one) && one !== only ? { ...one, ...end, ask: one.ask.filter((slot) => slot !== 'for') } : one,
  );
}
