/** An alert or a digest that a clause asks to be set up. */
import {
  ASKING,
  CONDITION,
  CONDITION_FIRST,
  MOVED,
  NOTIFY,
  OTHER_WISH,
  PAST,
  RECENT,
  SEND,
  SEND_ANYWHERE,
  SETUP,
  STRONG_NOUN,
  TELL,
  WARN,
  WATCH,
  WILL_MOVE,
} from './intent-words.ts';
import type { Intent } from '../request.ts';
import type { SeenClause, Signs } from './clause.ts';

/** "Could you warn me if ...?" is no question. */
const WILL_YOU =
  /^[^?]*\b(?:can|could|would|will|won't|may|might)\s+(?:you|u|ya|i|we|lodestone)\b[^?]*\?[^?\p{L}]*$/u;

export function alertIntent({ text, head, signs, alert, digest }: SeenClause): Intent | undefined {
  const lead = CONDITION_FIRST.test(head) ? head.replace(/^[^,]*,\s*(?:then\s+)?(?:please\s+)?/u, '') : head;
  const tells = WARN.test(lead) || NOTIFY.test(text) || WATCH.test(head);
  const asks =
    (text.includes('?') &&
      !WILL_YOU.test(text) &&
      !/\?\s*(?:then\s+)?(?:please\s+)?(?:ping|tell|message|alert|warn|notify|dm|let)\b/u.test(text)) ||
    (CONDITION_FIRST.test(head) && ASKING.test(lead) && !CONDITION_FIRST.test(lead));
  if (asks && !alert) return undefined;
  if (CONDITION_FIRST.test(head) && !tells && !SEND_ANYWHERE.test(text)) return undefined;
  const condition = CONDITION.test(text);
  const will = WILL_MOVE.test(text.slice(Math.max(text.search(CONDITION), 0))) && !PAST.test(text);
  const moves =
    MOVED.test(text) &&
    (signs.metals || /\b(?:it|they|that|prices?|quotes?|anything|something)\b/u.test(text));
  if (WARN.test(lead) && (condition || signs.amount || signs.rule))
    return signs.often && !signs.rule && !condition ? 'digest.create' : 'alert.create';
  if (
    condition &&
    will &&
    (signs.rule || moves) &&
    (TELL.test(lead) || SEND.test(lead) || tells || CONDITION_FIRST.test(head))
  )
    return 'alert.create';
  if (
    alert &&
    !(signs.often && digest) &&
    (SETUP.test(head) ||
      signs.amount ||
      signs.rule ||
      /\balerts?\s+(?:for|on|if|when|above|below|at)\b/u.test(text)) &&
    !/\balerts?\s+(?:was|were|came|fired|went)\b/u.test(head)
  )
    return 'alert.create';
  if (
    signs.amount &&
    (tells ||
      SEND_ANYWHERE.test(text) ||
      /(?:->|=>)\s*(?:please\s+)?(?:[#@<]|me\b|us\b|here\b|ping|tell|dm|msg)/u.test(text)) &&
    !RECENT.test(text)
  )
    return 'alert.create';
  return signs.rule &&
    tells &&
    !PAST.test(text) &&
    /\bnew\b|\blowest|\bhighest|\bin a\b|\b(?:higher|lower|cheaper) than\b/u.test(text) &&
    /\?|\bthen\b|:|->/u.test(text)
    ? 'alert.create'
    : undefined;
}

/** What is asked politely, and no question: "is it ok if you post it here on weekdays?". */
const WISHED =
  /(?:^|[.!,:]\s*)(?:(?:hi|hello|hey|morning|please|so|and|also|ok)[,!]?\s+)*(?:can|could|would|will|may|might|is it (?:ok|okay|alright|fine|possible|doable)|would it be (?:ok|okay|possible|fine|alright)|any chance|is there (?:any|a) (?:chance|way))(?!\p{L})/u;

/** "silver at close of business every day": a metal and how often, and nothing that says something of it. */
const isTerse = (text: string, { metals, foreign }: Signs): boolean =>
  metals && foreign === 0 && !text.includes('?') && !TOLD.test(text);
const TOLD =
  /(?<!\p{L})(?:i|we|he|she|they|you|it|is|are|was|were|be|been|has|have|had|goes|go|went|gone|do|does|did|use|uses|buy|buys|need|needs|costs?|costing|updated?|updates|sets?|moves?|changes?|changed|rises?|rising|falls?|falling|rose|fell|hits?|sells?|sold|trades?|traded|volatility|average|mean|history|why|how|what|when|who|makes?|drops?|jumps?|up|down|new|record|limit)(?!\p{L})/u;

export function digestIntent({ text, head, signs, digest, indefinite }: SeenClause): Intent | undefined {
  const { often, once, clock, place, metals } = signs;
  if (text.includes('?') && !WISHED.test(text) && !digest) return undefined;
  const sends = SEND.test(head) || SEND_ANYWHERE.test(text);
  if (often) {
    const opens =
      /^(?:every|each|daily|weekly|monthly|on |first|last|at |end|(?:mon|tues?|wed|thu|fri|sat|sun)|weekday|workday|fortnight|quarterly|biweekly|twice|once|hourly|mornings|until|from|the next)/u.test(
        head,
      );
    if (RECENT.test(text) && !(sends && (clock || place || /\b(?:every|each)\b/u.test(text))))
      return undefined;
    if (!digest && OTHER_WISH.test(text)) return undefined;
    return sends ||
      digest ||
      clock ||
      place ||
      (opens && metals && !text.endsWith('?')) ||
      isTerse(text, signs) ||
      SETUP.test(head)
      ? 'digest.create'
      : undefined;
  }
  if (RECENT.test(text)) return undefined;
  const gives =
    /^(?:send|post|remind|mail|e-?mail|message|msg|dm|ping|notify|give|share|deliver|publish|push|text|tell|show|schedule|forward|report|put|drop)\b/u.test(
      head,
    );
  if (once && gives && (clock || /^(?:remind|send|post|dm|ping|schedule|message|mail)\b/u.test(head)))
    return 'digest.create';
  if (once && clock && metals && (sends || place)) return 'digest.create';
  if (
    digest &&
    (indefinite || /^(?:subscribe|sign|set|create|make|schedule|start)\b/u.test(head)) &&
    wishes(head, text)
  )
    return 'digest.create';
  if (
    /^keep (?:me|us) (?:posted|updated|informed|in the loop|up to date)\b/u.test(head) ||
    (/^(?:subscribe|sign (?:me|us) up)\b/u.test(head) && (metals || digest))
  )
    return 'digest.create';
  if (/^remind (?:me|us) (?:to|about|of)\b/u.test(head) && (once || clock)) return 'digest.create';
  return clock && metals && (sends || place) ? 'digest.create' : undefined;
}

/** Somebody else's report is asked about, not asked for. */
const wishes = (head: string, text: string) =>
  !/\b(?:usgs|market|annual|farmonaut)\s+(?:report|summary|update)\b/u.test(text) &&
  (STRONG_NOUN.test(text) ||
    !/^(?:give|show|get|have)\b.{0,20}\b(?:report|summary|update|message|mail|one)\b/u.test(head)) &&
  (/^(?:an?|another|one|new)\s/u.test(head) || SETUP.test(head) || /^(?:i|we)\b/u.test(head));
