/** What was just set up, put right by what was meant: "no, I said Wednesdays", "it was meant to be weekly", "a bit later, say 7:30". */
import type { Clause } from '../intents/clause.ts';
import { DEFINITE, DIGEST_NOUN, EDIT } from '../intents/intent-words.ts';
import { countOf } from '../times/future-days.ts';
import { amountFrom, levelOf } from '../rules/read-amount.ts';
import { otherSide } from '../rules/other-side.ts';
import { takeRule } from '../rules/read-rule.ts';
import type { AskedSlots, RequestContext } from '../request.ts';
import { Rest } from '../rest.ts';
import { newSlots } from './fresh-slots.ts';
import { targetOf } from './in-and-out.ts';
import { withoutReplaced } from './read-change.ts';

interface PutRight {
  readonly intent: 'digest.edit' | 'alert.edit';
  readonly slots: AskedSlots;
}

const LEAD = String.raw`^(?:(?:no|nope|nah|sorry|hey|wait|hmm+|oh|but|well|actually|listen|look|and|please|pls|ok|okay)[\s,;.!-]+)*`;
const IT_BE = String.raw`(?:(?:make|have|put|move|push|set|can|could|should|may|let|let's|do)\s+(?:it\s+|that\s+|this\s+|we\s+|you\s+|do\s+)*(?:be\s+|come\s+|do\s+|have\s+|post\s+|send\s+|it\s+)*)?`;
/** What was said, meant or wanted before. */
const SAID: readonly RegExp[] = [
  String.raw`${LEAD}(?:(?:as|like) )?i (?:(?:\p{L}+ly|just|did|had) )?(?:said|say|asked for|ask for|told (?:you|u)|wrote|typed|ordered|wanted|meant|requested)(?: (?:that )?(?:it|this|that) (?:should be|was to be|is to be)| to say)?[\s,:]+(?<now>.+)$`,
  String.raw`${LEAD}(?:it|that|this)(?: one)? (?:was (?:supposed|meant) (?:to|for(?= [@#]))|should have|should've|ought to have|is (?:supposed|meant) (?:to|for(?= [@#])))(?: (?:be|been|say|said|come|go|gone|read))?(?: posted)?\s+(?<now>.+)$`,
  String.raw`${LEAD}(?<now>[^,;]+?)[\s,]+(?:is what |was what |as |like )?i (?:said|asked for|meant|wanted|told (?:you|u)|wrote)[.!]*$`,
  // "No, 8": of a digest an hour.
  String.raw`^(?:no|nope|nah|sorry|wait|oops)[\s,;.!-]+(?:(?:sorry|wait|rather|make it)[\s,]+)*(?<now>\d{1,2})[\s.!]*$`,
].map((pattern) => new RegExp(pattern, 'u'));
/** "8 would suit me better". */
const BETTER = new RegExp(
  String.raw`${LEAD}(?<now>[^,;]+?) (?:is|would be|'d be|suits|would suit|works|would work)(?: (?:me|us))? (?:better|nicer|best|preferable|plenty|enough|sufficient|often enough|the better (?:day|time))(?: for (?:me|us))?[.!]*$`,
  'u',
);
const LATER = new RegExp(
  String.raw`${LEAD}${IT_BE}(?:(?:just )?(?:an? )?(?:bit|little|little bit|touch|tad|slightly|somewhat|much|rather)\s+)?(?:later|earlier|sooner)(?:\s+(?:please|pls|than that|in the day|if possible|then))*[\s,:;.!-]+(?:(?:please|maybe|say|like|make it|perhaps|around|about|so|rather|how about|what about|let's say)[\s,]+)*(?<now>.+)$`,
  'u',
);
/** "The tungsten post at 7:30 is too early, make it 9", "too often, once a week is enough". */
const TOO = new RegExp(
  String.raw`${LEAD}(?:i (?:think|find|feel|guess)(?: that)?\s+)?(?:(?:(?<one>(?:.*?\b)?(?:digests?|posts?|alerts?|alarms?|reports?|one|it|that|this)\b.*?)|every \p{L}+|daily|weekly|monthly)(?:\s+(?:is|comes|was|fires|runs|seems|feels)|'s)\s+(?:set\s+)?)?(?:(?:a bit|a little|far|much|way|slightly|still)\s+)*too (?<how>early|late|often|frequent|much|rare|rarely|seldom|low|high|noisy)(?: for (?:me|us))?(?:[\s,;:.!-]+|\s+)(?:(?:so|please|pls|rather|and|then)\s+)*(?:(?:make|put|move|set|have|can|could|let|push|bring|raise|lower|shift)\s+(?:(?:it|that|we|you)\s+)?(?:have\s+)?(?:it\s+)?(?:(?:be|to|at|come|on|down to|up to|back to)\s+)?|(?:how about|what about|better|say|to|at|try)\s+)*(?<now>[^?]+)\??$`,
  'u',
);
const ENOUGH = /\s+(?:is|would be|will be)\s+(?:plenty|enough|sufficient|fine|ok|okay)(?=\W*$)/u;

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
/** What may stand beside what is new. */
const BESIDE =
  /(?<!\p{L})(?:at|on|in|to|into|the|please|pls|thanks|thx|maybe|then|is|be|it|that|instead|rather|of|for|only|and|or|every|each|sharp|exactly|better|would|fine|good|not|go|come|posted|here|now|again|mate|okay|ok|dear|though|a|an|one|week|month|day)(?!\p{L})/gu;

/** @param text All of a clause; `undefined` where it says nothing of the kind, or anything beside it */
export function putRight(text: string, context: RequestContext): PutRight | undefined {
  if (SHIFT_ALONE.test(text)) return { intent: 'digest.edit', slots: { target: { this: true } } };
  const { one, how = '', now: rather } = TOO.exec(text)?.groups ?? {};
  const better = BETTER.exec(text)?.groups?.['now'];
  const now =
    rather?.replace(ENOUGH, '') ??
    better ??
    [...SAID, LATER].flatMap((pattern) => pattern.exec(text)?.groups?.['now'] ?? [])[0];
  if (now === undefined) return undefined;
  const ofThis = (intent: PutRight['intent'], slots: AskedSlots): PutRight => ({
    intent,
    slots: { ...targetOf(one ?? '', context), ...slots },
  });
  if (/low|high|noisy/u.test(how)) {
    const { rule } = newSlots(new Rest(now), true, context);
    return rule && ofThis('alert.edit', { rule });
  }
  const side = otherSide(`no, ${now}`);
  if (side !== undefined) return ofThis('alert.edit', { rule: { kind: side } });
  const said = withoutReplaced(now);
  const rest = new Rest(said);
  const bare = /^(?<number>\d{1,3})[\s.,!?]*$/u.exec(said)?.groups?.['number'];
  if (bare !== undefined)
    return Number(bare) > LAST_HOUR
      ? ofThis('alert.edit', { rule: { low: Number(bare), high: Number(bare) } })
      : ofThis('digest.edit', { schedule: { at: `${bare.padStart(2, '0')}:00` } });
  const rule = priceIn(rest);
  const slots = rule === undefined ? newSlots(rest, false, context) : { rule };
  const left = rest.left.replaceAll(BESIDE, '');
  // "No, I said europium" may be said of a question.
  const isOurs = [
    'schedule',
    'rule',
    ...(better === undefined && rather === undefined ? ['place', 'items'] : []),
  ].some((slot) => slot in slots);
  if (!isOurs || /[\p{L}\d]/u.test(left)) return undefined;
  return ofThis(rule === undefined ? 'digest.edit' : 'alert.edit', slots);
}

/** A price or a rule, which no digest has. */
function priceIn(rest: Rest): AskedSlots['rule'] {
  const ruled = takeRule(rest)?.rule;
  const amount = ruled === undefined ? amountFrom(rest) : undefined;
  if (amount?.currency === undefined) return ruled;
  rest.blot(amount.from, amount.to);
  return levelOf(amount);
}

const LAST_HOUR = 23;

/** "move the gold digest an hour earlier". */
export const isShiftOf = ({ text, head }: Clause): boolean =>
  SHIFT.test(text) &&
  DIGEST_NOUN.test(text) &&
  DEFINITE.test(text) &&
  (EDIT.test(head) || TO_COME.test(head));
const TO_COME =
  /^(?:the|my|our|that|digest)\s.*\b(?:should|could|can|must|may|might|needs? to|has to|please)\b|^(?:can|could|should|might|may|would)\s+(?:the|my|our|that)\s/u;

/** "half an hour later": how much is said, and not what time of the clock it then is. */
export const isShifted = (text: string): boolean => SHIFT.test(text);

const HOURS =
  /\b(?:(?<count>\d+|an?|one|two|three|four|five|six|ten)\s*(?:hours?|hrs?|h)\b(?<half> and a half)?|(?<minutes>\d+|five|ten|fifteen|twenty|thirty)\s*(?:minutes?|mins?)\b)/u;

/**
 * By how many minutes a time that waits is to come later, or earlier, where nothing else is said.
 * @example minutesLater('half an hour earlier please') // -30
 */
export function minutesLater(text: string): number | undefined {
  if (!SHIFT_ALONE.test(text)) return undefined;
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
