/** Another time of a digest that there is: by how much it is to come later, or when it should come: "move the gold digest an hour earlier". */
import type { Clause } from '../intents/clause.ts';
import { DEFINITE, DIGEST_NOUN, EDIT } from '../intents/intent-words.ts';
import { countOf } from '../times/future-days.ts';

/** What may stand before what is put right. */
export const LEAD = String.raw`^(?:(?:no|nope|nah|sorry|hey|wait|hmm+|oh|but|well|actually|listen|look|and|please|pls|ok|okay)[\s,;.!-]+)*`;
/** What it should be made, or do. */
export const IT_BE = String.raw`(?:(?:make|have|put|move|push|set|can|could|should|may|let|let's|do)\s+(?:it\s+|that\s+|this\s+|we\s+|you\s+|do\s+)*(?:be\s+|come\s+|do\s+|have\s+|post\s+|send\s+|it\s+)*)?`;

/** By how much, and not to what: no time of a clock. */
const BY = String.raw`(?:half an hour|an? hour(?: and a half)?|(?:\d+|one|two|three|four|five|six|ten|fifteen|twenty|thirty|a couple of|a few)\s*(?:hours?|hrs?|h|minutes?|mins?)|an? quarter of an hour|a (?:bit|little)|(?:a|\d|one|two|three) (?:days?|weeks?))`;
const SHIFT = new RegExp(
  String.raw`\b${BY}\s+(?:later|earlier|sooner|forward|back)(?!\p{L})|\b(?:later|earlier|sooner|back|forward|up|down)\s+(?:by\s+)?${BY}(?!\p{L})`,
  'u',
);
const SHIFT_ALONE = new RegExp(
  String.raw`${LEAD}${IT_BE}(?:bring it |pull it )?(?:${SHIFT.source})(?:[\s,]*(?:please|pls|thanks|then|instead|rather))*[.!]*$`,
  'u',
);
/** "A bit later" by how much, and nothing else. */
export const isShiftAlone = (text: string): boolean => SHIFT_ALONE.test(text);

/** "move the gold digest an hour earlier", "might the monday post in #ops come at 6:30?" */
export const isToComeOtherwise = ({ text, head }: Clause): boolean =>
  (SHIFT.test(text) &&
    DIGEST_NOUN.test(text) &&
    DEFINITE.test(text) &&
    (EDIT.test(head) || SHOULD_COME.test(head))) ||
  SHOULD_COME_AT.test(text);
const SHOULD_IT = String.raw`(?:can|could|should|might|may|would)\s+(?:the|my|our|that)\s`;
const SHOULD_COME = new RegExp(
  String.raw`^(?:the|my|our|that|digest)\s.*\b(?:should|could|can|must|may|might|needs? to|has to|please)\b|^${SHOULD_IT}`,
  'u',
);
const SHOULD_COME_AT = new RegExp(
  String.raw`^(?:(?:dear|hi|hello)\s[^,]{1,20},\s)?(?:${SHOULD_IT}|will\s+(?:the|my|our|that)\s)(?:[^\s,;.?]+\s){0,4}?(?:digest|post|report|update)\s(?:[^\s,;.?]+\s){0,3}?(?:come|arrive|go out|be posted|be sent)\s(?:at\s\d|on\s\p{L}+day|(?:a bit\s|an hour\s)?(?:earlier|later)|daily|weekly|monthly|every)`,
  'u',
);

/** "half an hour later": how much is said, and not what time of the clock it then is. */
export const isShifted = (text: string): boolean => SHIFT.test(text);

const HOURS =
  /\b(?:(?<count>\d+|an?|one|two|three|four|five|six|ten)\s*(?:hours?|hrs?|h)\b(?<half> and a half)?|(?<minutes>\d+|five|ten|fifteen|twenty|thirty)\s*(?:minutes?|mins?)\b)/u;

/**
 * By how many minutes a time that waits is to come later, or earlier, where nothing else is said.
 * @example minutesLater('half an hour earlier please') // -30
 */
export function minutesLater(text: string): number | undefined {
  if (!isShiftAlone(text)) return undefined;
  const { count, half, minutes } = HOURS.exec(text)?.groups ?? {};
  const by = /half an hour/u.test(text)
    ? 30
    : /quarter of an hour/u.test(text)
      ? 15
      : minutes === undefined
        ? 60 * countOf(count ?? '0') + (half === undefined ? 0 : 30)
        : countOf(minutes);
  if (count === undefined && minutes === undefined && !/half an hour|quarter of an hour/u.test(text))
    return undefined;
  return /\b(?:earlier|sooner|forward|up)\b/u.test(text) ? -by : by;
}
