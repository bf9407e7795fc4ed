/** What was just set up, put right by what was meant: "no, I said Wednesdays", "it was meant to be weekly", "a bit later, say 7:30". */
import { amountFrom, levelOf } from '../rules/read-amount.ts';
import { otherSide } from '../rules/other-side.ts';
import { takeRule } from '../rules/read-rule.ts';
import type { AskedSlots, RequestContext } from '../request.ts';
import { Rest } from '../rest.ts';
import { IT_BE, isShiftAlone, LEAD } from './come-otherwise.ts';
import { newSlots } from './fresh-slots.ts';
import { targetOf } from './in-and-out.ts';
import { withoutReplaced } from './read-change.ts';

interface PutRight {
  readonly intent: 'digest.edit' | 'alert.edit';
  readonly slots: AskedSlots;
}

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

/** What may stand beside what is new. */
const BESIDE =
  /(?<!\p{L})(?:at|on|in|to|into|the|please|pls|thanks|thx|maybe|then|is|be|it|that|instead|rather|of|for|only|and|or|every|each|sharp|exactly|better|would|fine|good|not|go|come|posted|here|now|again|mate|okay|ok|dear|though|a|an|one|week|month|day)(?!\p{L})/gu;

/** @param text All of a clause; `undefined` where it says nothing of the kind, or anything beside it */
export function putRight(text: string, context: RequestContext): PutRight | undefined {
  if (isShiftAlone(text)) return { intent: 'digest.edit', slots: { target: { this: true } } };
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
