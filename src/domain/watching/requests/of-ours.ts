/** Whether a clause asks for something of ours at all, whatever its words were taken for. */
import type { Look } from './intents/intent-score.ts';
import {
  ALERT_NOUN,
  CONDITION,
  DIGEST_NOUN,
  NOTIFY,
  OTHER_ALERT,
  PAST,
  SEND_ANYWHERE,
  STORE_ANYWHERE,
} from './intents/intent-words.ts';
import { JUDGED } from './intents/intents.ts';
import { quietIntent } from './intents/quiet.ts';
import type { Clause } from './intents/clause.ts';
import type { AskedRequest } from './request.ts';

/** Whether something of ours is named: a digest, an alert, a metal, or what only they have. "Enable whisper mode" is of something else. */
export function isOfOurs(
  request: AskedRequest,
  { clause, signs, past, outline }: Look,
  isPart: boolean,
): boolean {
  const { intent, metals, target, rule, schedule, cannot } = request;
  const named =
    DIGEST_NOUN.test(clause.text) ||
    (ALERT_NOUN.test(clause.text) && !OTHER_ALERT.test(clause.text)) ||
    quietIntent(clause.head) !== undefined;
  if (isPart && !named && isEmpty(request)) return false;
  if (GENERAL.test(clause.text)) return false;
  // "please note that I'm away": neither a metal, nor a price, nor a word for one.
  if (intent === 'quote.add' && metals === undefined && !signs.price && !QUOTE_WORD.test(clause.text))
    return false;
  // "Quote: dy oxide $250/kg, too much?": what is asked about a price is not to be stored.
  if (intent === 'quote.add' && JUDGED.test(clause.text) && !STORE_ANYWHERE.test(clause.text)) return false;
  if (intent.startsWith('alert.') && OTHER_ALERT.test(clause.text) && metals === undefined) return false;
  // "Delete that file": words of ours, and nothing that is posted.
  if (!named && target?.this === true && OTHER_THING.test(clause.head)) return false;
  if (intent.endsWith('.list') && ASKED_WHAT_FOR.test(clause.text)) return false;
  // "Send this chart to #metals": what was answered, and no digest.
  if ((intent === 'digest.send' || intent === 'digest.edit') && !named && ANSWERED.test(clause.head))
    return false;
  if (intent.endsWith('.create') && OWN_WILL.test(clause.text)) return false;
  if (intent === 'digest.create' && TALKED.test(clause.text) && !SENDS.test(clause.text)) return false;
  if (intent.endsWith('.create') && ASKED_WHETHER.test(clause.text)) return false;
  if (intent === 'alert.create' && ASKED_PAST.test(clause.text)) return false;
  if (intent === 'alert.create' && (isSupposed(clause) || TOLD_OF_ALERT.test(clause.text))) return false;
  if (intent === 'export' && TRADED.test(clause.text)) return false;
  if (intent === 'alert.create' && ASKED_RANK.test(clause.text) && !CONDITION.test(clause.text)) return false;
  if (intent === 'digest.create' && OF_LAST.test(clause.text) && !signs.clock) return false;
  if (intent.endsWith('.create') && REPORTED.test(clause.text) && !CONDITION.test(clause.text)) return false;
  if (intent === 'digest.create' && !signs.clock && ASKED_INSIDE.test(clause.head)) return false;
  if (intent === 'digest.create' && !named && (past ? !signs.clock : isAnsweredAtOnce(request, clause)))
    return false;
  if (named || metals !== undefined || cannot.includes('metals') || signs.price) return true;
  switch (intent) {
    case 'digest.create':
      return (
        signs.often ||
        (signs.once && signs.clock) ||
        schedule?.cron !== undefined ||
        PRICE_WORD.test(clause.text)
      );
    case 'alert.create':
      return (
        (rule?.kind ?? rule?.low) !== undefined || (PRICE_WORD.test(clause.text) && !PAST.test(clause.text))
      );
    case 'digest.edit':
    case 'alert.edit':
    case 'quote.add':
    case 'export':
      return true;
    case 'digest.list':
    case 'alert.list':
      // Somebody's name alone, or with a word beside it, asks for no list.
      return (target !== undefined || signs.foreign === 0) && wordsIn(outline) >= FEWEST_WORDS;
    default:
      // "Pause, people": a word alone is of nothing.
      return target !== undefined || (signs.foreign === 0 && !isPart && wordsIn(outline) >= FEWEST_WORDS);
  }
}
/** "alerts can be deleted by their owners": what is so, and nothing to be done. */
const GENERAL =
  /^(?:(?!the\b|my\b|our\b)\p{L}+\s+)?(?:digests|alerts|posts|subscriptions)\s+(?:can|may|must|should|will|are|get)\s+(?:only\s+|always\s+|never\s+)?(?:be\s+)?\p{L}+(?:ed|en)\s+(?:only\s+)?by\s/u;
/** "I read on the wire that terbium went above 1,000": told, not asked for. */
const REPORTED =
  /^(?:so\s+|fyi[,:]?\s+|apparently\s+)?(?:i|we|he|she|they|someone|somebody|the news|my \p{L}+|our \p{L}+)\s+(?:just\s+|have\s+|had\s+)?(?:read|saw|seen|heard|noticed|learn(?:ed|t)|(?:was|were) told|said|says|wrote|told|reports?|reported)\b/u;

/** "which metals can I get alerts for?": what there might be, and no list of what there is. */
const OTHER_THING =
  /^(?:delete|remove|erase|cancel|scrap|kill|stop|pause|hold|mute|resume|restart|clear|drop)\s+(?:that|this|the|my|our|those|these)\s+(?:files?|csvs?|xlsx|spreadsheets?|sheets?|exports?|downloads?|lists?|channels?|threads?|columns?|rows?|prices?|quotes?|numbers?|figures?|questions?)(?!\p{L})/u;
const ASKED_WHAT_FOR =
  /^(?:(?:for|on|of|in)\s+)?(?:which|what|how many)\b.*\b(?:can|could|may|might|would|should)\s+(?:i|we|you|one|people|anyone|lodestone)\b|^(?:will|would|can|could)\s+(?:you|it|lodestone|the bot)\s+(?:also\s+|even\s+|still\s+)?(?:post|send|run|work|come)\b(?!.*\b(?:next|today|tomorrow|what|which|anything|something)\b)/u;

const ANSWERED =
  /^(?:send|share|post|forward|show|put|drop|e?-?mail|dm)\s+(?:me\s+|us\s+)?(?:this|that|the)\s+(?:chart|graph|picture|answer|number|figure|link|file|list|table|source|screenshot)(?!\p{L})/u;

/** "I will tell it to the board on Monday at 9": what who writes is going to do. */
const OWN_WILL =
  /^(?:i|we|he|she|they)(?:'ll|\s(?:will|shall|am going to|are going to|is going to))\s(?:then\s|just\s|also\s)?(?:tell|send|post|ask|call|check|share|forward|present|report|bring|mention|write|see|show|give|do|discuss|raise|remind|inform)(?!\p{L})/u;

/** "we need to talk about zinc at 9 tomorrow": people meet, and nothing is to be sent. */
const TALKED =
  /\b(?:i|we|they|he|she|you|let's|lets)\b(?:\s+\S+){0,3}?\s+(?:talk|talking|discuss|discussing|meet|meeting|speak|speaking|chat|negotiate|decide|present|presenting)(?!\p{L})/u;
const SENDS =
  /\b(?:send|post|remind|message|msg|mail|dm|ping|put|drop|share|deliver|digest|update|report|summary|give me|give us|tell me)(?!\p{L})/u;

/** "is there a digest of cobalt anywhere?": whether there is one, and no wish for one. */
const ASKED_WHETHER =
  /^(?:so\s+|and\s+|hi,?\s+|hey,?\s+)?(?:(?:is|are|was|were|does|did|has)\s+(?:there|any|anyone|anybody|someone|somebody|the|my|our|this|that|an?)|(?:have|do|did|has|am|are)\s+(?:we|i|they|any\p{L}*))\s(?!.*\b(?:possible|way|chance|option|able)\b).*\?$/u;

/** "our alert for tin at 40k works well", "I set an alert on another site", "tell me whether cobalt above 35 is realistic": no wish for one. */
const TOLD_OF_ALERT =
  /^(?:he|she|they|somebody|someone)\s+(?:told|said|says|tells|warned|warns|keeps?)(?!\p{L})|^(?:our|my|the|that|this|your)\s+(?:\S+\s+){0,3}?alerts?\b.*\b(?:is|was|works?|working|worked|has been|had|came|looks?|seems|helped)(?!\p{L})|^(?:i|we|he|she|they)\s+(?:already\s+|just\s+)?(?:set|made|created|had|got|have)\s.*\b(?:already|elsewhere|(?:on|at|in|with) (?:another|a different|my own|excel|tradingview|bloomberg))(?!\p{L})|^(?:please\s+)?(?:tell|show|explain to|remind)\s+(?:me|us)\s+(?:whether|why|who|how|which)\b(?!.*\b(?:goes|rises|falls|drops|hits|passes|crosses|gets|reaches|climbs|moves|jumps|dips)(?!\p{L}))/u;
/** "export figures of China": what is traded, and no file. */
const TRADED =
  /^exports?\s+(?:figures?|data|numbers?|volumes?|statistics|stats|values?)?\s*(?:of|from|for|by)\s+(?:china|japan|vietnam|india|australia|chile|peru|indonesia|russia|myanmar|malaysia|europe|the (?:eu|us|usa|uk)|usa|korea|canada|brazil|germany|the (?:congo|drc))(?!\p{L})/u;

/** "if nickel drops under 14k we'd be in trouble": what would follow is said, and nobody is to be told. */
const SUPPOSED =
  /^(?:if|when|once|should)\b.*[\s,](?:we|i|they|you|he|she|it|that|this|everyone|everybody|somebody|(?:the|my|our)\s+\p{L}+)\s*(?:'d|would|might|could)\s+(?!(?:like|love|want|need|appreciate|prefer|be (?:glad|grateful|happy|nice|great|good)|you)(?!\p{L}))/u;
const isSupposed = ({ text, head }: Clause): boolean =>
  SUPPOSED.test(head) && !NOTIFY.test(text) && !SEND_ANYWHERE.test(text) && !ALERT_NOUN.test(text);

/** "tell me when it last went below 60": when it was is asked, and no message wanted for when it is. */
const ASKED_PAST =
  /\b(?:tell|remind|show|let)\s+(?:me|us)\s+(?:know\s+)?when\s+(?:[^\s,;]+\s+){0,4}?(?:(?:last|first|previously)\s+(?:[a-z]+ed|was|were|went|fell|rose|hit|got|broke|cost|sank|had)|was|were|went|fell|rose|dropped|traded|climbed)(?!\p{L})/u;

/** "tell me who sets the price every day": what is asked is no price. */
const ASKED_INSIDE =
  /^(?:tell|remind|show|explain to|let)\s+(?:me|us)\s+(?:know\s+)?(?:who|whose|why|whether|where|if|how(?!\s+(?:much|is|are))|which)(?!\p{L})/u;

/** "Send me the lithium price": once, and now. That it is to come again, at a time or elsewhere is not said. */
const isAnsweredAtOnce = ({ schedule, place, cannot }: AskedRequest, { text }: Clause): boolean =>
  schedule === undefined &&
  cannot.length === 0 &&
  (place === undefined || place === 'me' || place === 'here') &&
  !STANDING.test(text);
const STANDING =
  /\bsubscri|\b(?:sign|keep) (?:me|us|\S+) (?:up|posted|updated|informed|in the loop|up to date)\b|\bremind (?:me|us) about\b|\b(?:regular(?:ly)?|recurring|periodic(?:ally)?|automatic(?:ally)?|constantly|continuously|from now on|going forward|schedule|later)(?!\p{L})/u;

/** "Let me know the top 3 exporters": who they are. */
const ASKED_RANK =
  /\b(?:the|its|their|our|your)\s+(?:top|biggest|largest|leading|main)\s(?:\d|\p{L}{2,20}\s\p{L})/u;
/** "The price of last Friday": a day that is gone. */
const OF_LAST =
  /\b(?:last|past|previous)\s+(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})(?!\s+(?:of|in|each|every|monthly))(?<!\b(?:every|each|monthly|month|months|quarter|quarterly)\b.*)/u;

/** "My alerts", "list them": of fewer words no list is asked for. */
const FEWEST_WORDS = 2;
/** How many words stand beside what is named. */
const wordsIn = (outline: string): number =>
  (outline.match(/\p{L}+/gu) ?? []).filter((word) => !/^[A-Z]{2,}$/u.test(word)).length;

/** Nothing is said but what is to be done: "hi!", "that would be for me". */
const isEmpty = (request: AskedRequest): boolean =>
  request.cannot.length === 0 &&
  (request.target === undefined || request.target.this === true) &&
  // "I meant #sales": another place is what is new.
  !(request.intent === 'digest.edit' && request.place !== undefined && request.place !== 'me') &&
  Object.keys(request).every((slot) => SAYS_NOTHING.has(slot));
const SAYS_NOTHING: ReadonlySet<string> = new Set(['intent', 'ask', 'cannot', 'place', 'target']);
const QUOTE_WORD = /\b(?:quot\p{L}+|prices?|offer\p{L}*)(?!\p{L})/u;
const PRICE_WORD = /\b(?:prices?|quotes?|it|they)(?!\p{L})/u;
