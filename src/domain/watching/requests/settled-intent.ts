/** What a clause asks for by its form alone, whatever else was learned. */
import { takenOut } from './edits/taken-out.ts';
import { isToComeOtherwise } from './edits/come-otherwise.ts';
import { putRight } from './edits/put-right.ts';
import { JUDGED } from './intents/intents.ts';
import {
  ALERT_NOUN,
  AS_FILE,
  ASKED_BEHIND,
  ASKING,
  CONDITION,
  DEFINITE,
  DIGEST_NOUN,
} from './intents/intent-words.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import { takeMetals } from './metals/read-metals.ts';
import { ofKind } from './other-kind.ts';
import { quietIntent, restOfMetal } from './intents/quiet.ts';
import type { Clause } from './intents/clause.ts';
import { takeFormat } from './read-things.ts';
import type { Intent, TypedContext } from './request.ts';
import { Rest } from './rest.ts';
import { otherSide, otherSideOfNamed } from './rules/other-side.ts';
import { takeRule } from './rules/read-rule.ts';
import { takeWindow } from './times/read-window.ts';

/**
 * A side alone is of an alert, what is taken out of a digest deletes none, what was said before is put right, a window alone is of an
 * export, and what is brought back to life goes on.
 */
export function settledIntent(clause: Clause, context: TypedContext): Intent | undefined {
  const { text, head } = clause;
  if ((otherSide(text) ?? otherSideOfNamed(text)) !== undefined) return 'alert.edit';
  const of = ALERT_NOUN.test(text) && !DIGEST_NOUN.test(text) ? 'alert' : 'digest';
  if (FROM_THEN.test(text)) return ofKind('digest.pause', of);
  if (takenOut(clause, context) !== undefined || isToComeOtherwise(clause)) return 'digest.edit';
  const quiet = quietIntent(head) ?? restOfMetal(head, context);
  if (quiet !== undefined) return quiet;
  if (SENT_AFRESH.test(head)) return 'digest.create';
  if (isQuoteToStore(clause, context)) return 'quote.add';
  if (WATCHED.test(text) && isPriced(text, context)) return 'alert.create';
  if (isExportOfDays(head, context.today)) return 'export';
  if (ADDED.test(head)) return 'digest.edit';
  if (BY_NUMBER.test(head)) return `${of}.delete`;
  if (isAlertByRule(clause, context)) return 'alert.create';
  if (SET_UP.test(head) && !text.includes('?')) return `${of}.create`;
  if (SENT.test(head) && (head !== text || !text.includes('?'))) return 'digest.create';
  if (REVIVED.test(head) && !ASKING.test(head)) return `${of}.resume`;
  if (STORED.test(text) && PUT_RIGHT.test(text) && /\d/u.test(text) && !ASKING.test(head)) return 'quote.add';
  if (ONE_MORE.test(head)) return 'digest.edit';
  const turned = TURNED.exec(head)?.groups?.['of'];
  if (turned !== undefined) return turned === 'alert' || turned === 'alarm' ? 'alert.edit' : 'digest.edit';
  if (HOW_MANY.test(head) || WHETHER.test(head) || WHEN.test(head)) return `${of}.list`;
  if (SENT_AGAIN.test(head) || (SENT_EARLY.test(head) && !/\d/u.test(head))) return 'digest.send';
  return putRight(text, context)?.intent ?? toBeDone(text, of) ?? doneWithIt(head);
}

/** "send me one every Friday instead": one more, and no other day of what there is. */
const SENT_AFRESH =
  /^(?:send|give|get|post|dm|mail|bring|make|have)\s+(?:me\s+|us\s+)?(?:one|another(?: one)?|a new one)(?:\s+(?:here|in \S+|to \S+))?\s+(?:every|each|on|daily|weekly|monthly)(?!\p{L})/u;

/** "delete it please": of the one just spoken of. */
function doneWithIt(head: string): Intent | undefined {
  const done = DONE_WITH_IT.exec(head)?.groups;
  if (done === undefined) return undefined;
  if (done['snoozes'] !== undefined) return 'alert.snooze';
  if (done['rests'] !== undefined) return 'digest.pause';
  return done['goesOn'] === undefined ? 'digest.delete' : 'digest.resume';
}
const DONE_WITH_IT =
  /^(?:(?<snoozes>snooze)|(?<rests>pause|mute|suspend|freeze)|(?<goesOn>resume|unpause|unmute|reactivate)|delete|remove|scrap|bin|erase|get rid of)\s+(?:it|that one|this one|the last one|the one (?:i|we) just (?:made|created|set up))(?:[\s,]+(?:again|please|pls|now|thanks|too|then|right away|for now|for (?:\S+ ){0,2}(?:days?|weeks?|months?)|(?:until|till) \S+(?: \S+)?))*[.!]*$/u;

/** "digest 2 can be paused". */
function toBeDone(text: string, of: 'digest' | 'alert'): Intent | undefined {
  const done = DEFINITE.test(text) && !text.includes('?') ? TO_BE_DONE.exec(text)?.groups : undefined;
  if (done === undefined) return undefined;
  if (done['rests'] !== undefined) return ofKind('digest.pause', of);
  return done['goesOn'] === undefined ? `${of}.delete` : `${of}.resume`;
}
const TO_BE_DONE =
  /^(?!what|which|who|how|why)[^,;:.]*?\b(?:digests?|alerts?|posts?|reports?|one|it|that|this|them)(?:\s+\d{1,2})?(?:\s+(?:in|at|on|of|for)\s+\S+)?\s+(?:can|may|should|must|shall|needs? to|has to|have to|is to|are to)\s+(?:now\s+|please\s+|all\s+)?(?:be|get)\s+(?:(?<rests>paused|muted|suspended|frozen|snoozed|silenced|put on hold)|(?<goesOn>resumed|unpaused|unmuted|reactivated|re-enabled|restarted|woken(?: up)?|unsnoozed)|deleted|removed|cancell?ed|scrapped|binned|erased|axed|discontinued)(?!\p{L})(?!\s+(?:by|only|from|out|at any))/u;

/** "add a chart", "include the production too". */
const ONE_MORE =
  /^(?:also\s+)?(?:add|include)\s+(?:an?\s+|the\s+)?(?:charts?|graphs?|pictures?|sectors|sector shares|production|change)(?:[\s,]+(?:too|as well|also|please|pls|to it|in it|there|again))*[.!]*$/u;

/** "alert 3 to 95", "digest 2 to Fridays". */
const TURNED =
  /^(?:the\s+|my\s+)?(?<of>alert|alarm|digest|report|post)\s+(?:number\s+|no\.?\s*|#)?\d{1,2}\s*(?:to|->|=>|→|:)\s*(?=[$€£#@\d]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|daily|weekly|monthly|noon)/u;

/** "is my zinc alert still active", "is there a digest on cobalt": what there is, and nothing to be done with it. */
const WHETHER =
  /^(?:is|are)\s+(?:there\s+(?:any\s+|an?\s+|still\s+)*(?:\S+\s+){0,2}?(?:digests?|alerts?)(?:\s+(?:on|for|about|of|with|at|in(?!\s+(?:the|a|our))|to)\s+\S+){0,2}(?:\s+(?:already|yet|here|anywhere|set up|at all|active|now))*\s*\??$|(?:my|the|our)\s+(?:\S+\s+){0,4}?(?:digests?|alerts?)\b[^,;]*\b(?:active|on|running|live|paused|snoozed|working|set|alive|there)\s*\??$)/u;
/** "when does the weekly post come". */
const WHEN =
  /^when(?:'s|\s+(?:does|do|will|is|are))\s+(?:the|my|our)\s+(?:\S+\s+){0,4}?(?:digests?|posts?|reports?|one)\b[^,;]*\b(?:come|arrive|due|posted|sent|out|run|next)\s*\??$|^what\s+(?:have|did)\s+(?:i|we)\s+(?:set up|scheduled|subscribed? to)\b/u;
/** "resend this week's digest". */
const SENT_AGAIN =
  /^re-?(?:send|post|run)\s+(?:the|my|our|this|that|today's|digest)(?!\p{L})[^,;]*\b(?:digests?|posts?|reports?)\b(?!\s+(?:to|at|in|every|each)\s)/u;
/** "can I get the gold digest early today". */
const SENT_EARLY =
  /^(?:get|have|see|receive)\s+(?:the|my|our)\s+(?:\S+\s+){0,4}?(?:digest|post|report)\b[^,;]*\b(?:now|right away|early|already)(?:\s+(?:today|now|please|pls))*\s*\??$/u;

/** "Could you start sending me a germanium digest?": not one that there is, and not now. */
const SENT =
  /^(?:(?:start|begin)\s+)?(?:send|sending|give|giving|get|getting|make|making|post|posting|deliver|delivering)\s+(?:me|us|here)\s+an?\s+(?:new\s+)?(?:[^\s,;.:?]+\s+){0,2}?digest(?!\p{L})(?!.*\b(?:now|right away|immediately|at once|asap)\b)/u;

/** "from 20 December to 3 January mute the tin digest": what rests for that long. */
const FROM_THEN =
  /^(?:from|between)\s+[^,;:]{1,40}?\s(?:to|until|till|and)\s[^,;:]{1,40}?\s(?:pause|mute|hold|suspend|freeze|snooze|silence)(?!\p{L})/u;
/** "add a chart to it, please?" */
const ADDED =
  /^(?:add|include|put)\s+(?:an?\s+|the\s+)?(?:price\s+)?(?:charts?|graphs?|sectors?|production|changes?)\s+(?:to|in|into|on)\s+(?:it|that|this)(?!\p{L})/u;

/** "delete number 2": of a list that was seen. */
const BY_NUMBER =
  /^(?:delete|remove|cancel|erase|scrap)\s+(?:number|no\.?|nr\.?|#)\s*\d{1,2}[\s.!]*(?:please|pls|thanks)?[.!]*$/u;

/** "tin alert, 30-day low", "nickel alert at a 90 day high": a rule with its days behind the noun, and nothing that says which one. */
function isAlertByRule({ text, head }: Clause, { materials }: TypedContext): boolean {
  const { of = '', rule = '' } = ALERT_BY_RULE.exec(head)?.groups ?? {};
  const names = new Rest(of);
  if (rule === '' || text.includes('?') || takeMetals(names, materials).length === 0) return false;
  const said = takeRule(new Rest(rule))?.rule;
  return !/\p{L}/u.test(names.left) && said?.kind !== undefined && said.days !== undefined;
}
const ALERT_BY_RULE =
  /^(?:an?\s+|new\s+)?(?<of>[^\s,;.:?!]+(?:\s[^\s,;.:?!]+)?)\s+alert\b[\s,:-]*(?:(?:at|on|for|with)\s+)?(?<rule>[^;.?!]+)$/u;

/** "set up graphite digest": one that there is not yet. */
const SET_UP =
  /^(?:set ?up|create|start|begin|arrange|open|schedule)\s+(?:(?:me|us)\s+)?(?:an?\s+|another\s+|new\s+)*(?!(?:the|my|our|that|this|those|it)\b)(?:[^\s,;.:]+\s+){0,3}?(?:digest|alert)(?!\p{L})/u;

/** "how many digests are there". */
const HOW_MANY =
  /^(?:tell me |say )?how many (?:\p{L}+ ){0,2}?(?:digests?|alerts?|subscriptions?)\s+(?:are (?:there|set up|running|active|paused|on|we|you)|do (?:i|we|you)|does (?:our|my|the)|have (?:i|we)|exist)/u;

/** "bring the digest back to life". */
const REVIVED =
  /^(?:bring|get|put|call|raise|have|make)\s+(?:\S+\s+){0,5}?(?:digest|post|report|alert|one|it|that|this|them|digests|alerts|everything)\b.{0,25}?\s(?:back (?:to (?:life|work)|into action|in action|alive|from the dead)|alive again|(?:going|running|moving|rolling|started|posting|coming|working) again)(?!\p{L})/u;

/** "a price that was stored by hand was wrong: correct it to 91". */
const STORED =
  /\b(?:price|quote|value|figure)\b[^.;:?]{0,20}\b(?:stored|saved|entered|recorded|logged|typed in|put in)\b|\b(?:stored|saved|entered|recorded|logged)\s+(?:the\s+)?(?:wrong\s+)?(?:price|quote|value|figure)\b/u;
const PUT_RIGHT =
  /\b(?:wrong(?:ly)?|correct(?:ed|ion)?|should (?:be|have been|say|read)|fix|amend|typo|mistake)(?!\p{L})/u;

/** A metal is named, and a price with its unit. */
const isPriced = (text: string, { materials }: TypedContext): boolean =>
  takePrice(text)?.ok === true && takeMetals(new Rest(text), materials).length > 0;

/** "Budget: germanium 2,900 $/kg - shout if we exceed it": the price stands first. */
const WATCHED =
  /[-,:;.]\s*(?:please\s+)?(?:shout|yell|holler|ping|warn|alert|notify|flag|tell|let me know)\b[^.;:?]{0,20}\b(?:if|when|once|as soon as)\s+(?:we|it|that|this|they)(?!\p{L})[^?]*$/u;

/** "Could you record that cobalt was quoted to us at 31 USD/kg?": an order to keep a price of a metal, and nothing else. */
function isQuoteToStore({ text, head }: Clause, context: TypedContext): boolean {
  return (
    (KEPT.test(head) || (KEPT_BEHIND.test(text) && !ASKING.test(head))) &&
    !CONDITION.test(text) &&
    !JUDGED.test(text) &&
    !ASKED_BEHIND.test(text) &&
    !AS_FILE.test(text) &&
    !ALERT_NOUN.test(text) &&
    !/\bdigests?\b/u.test(text) &&
    isPriced(text, context)
  );
}
/** "They quoted us 9,150 USD/t for copper, log it". */
const KEPT_BEHIND =
  /[,.;:-]\s*(?:(?:please|pls|kindly|so|can you|could you|would you)\s+)*(?:log|save|store|record|register|note|file|enter)(?:\s+(?:it|that|this|them|down))*(?:[,\s]+(?:please|pls|thanks|thx|for me|for us|cheers))*[\s.!]*$/u;
const KEPT =
  /^(?:save|store|record|log|register|remember(?=:|\s+\p{L}+\s+(?:oxide\s+|metal\s+)?[$€£¥\d])|file|enter|insert|capture|input|(?:note|put|write|jot)(?:\s+\S+)?\s+down|note:|add (?:an?|the|this|my|our) (?:price|quote|offer)|(?:put|enter|write|add) (?:it |this |that )?in(?:to)? the (?:book|record|log|list))(?!\p{L})/u;

const EXPORTED =
  /^(?:export|download|dump|extract|(?:(?:give|send|make|get|create|prepare|want|need|have)\s+)?(?:me\s+|us\s+)?(?:an?\s+|the\s+)?(?:export|download|dump|extract|csv|xlsx|excel|spreadsheet))(?!\p{L})/u;
/** What may stand beside the days of an export. */
const BESIDE =
  /(?<!\p{L})(?:the|of|for|from|in|as|with|to|me|us|our|all|data|prices?|quotes?|figures|numbers|values|file|sheet|please|pls|thanks|thx|now|only|just|everything|that|there|is|you|have|got|an?|and|since)(?!\p{L})/gu;

/** "export the last two years": of which metal is not said, and nothing else is. */
function isExportOfDays(head: string, today: string): boolean {
  if (!EXPORTED.test(head) || head.includes('?')) return false;
  const rest = new Rest(head.replace(EXPORTED, ''));
  takeFormat(rest);
  takeWindow(rest, today);
  return !/[\p{L}\d]/u.test(rest.left.replaceAll(BESIDE, ''));
}
