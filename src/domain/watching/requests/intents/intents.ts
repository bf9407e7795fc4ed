/** Which of the things that can be set up a clause asks for: by what it speaks of, what is to be done with it, and what else it states. */
import {
  AGAIN,
  ALARM_ONLY,
  ALERT_NOUN,
  AS_FILE,
  ASKED_BEHIND,
  ASKING,
  BARE_LIST,
  CONDITION,
  CONDITION_FIRST,
  CORRECTION,
  DEFINITE,
  DELETE,
  DIGEST_NOUN,
  EDIT,
  EXPLAIN,
  EXPORT,
  HAVE_ANY,
  INDEFINITE,
  LIST,
  LIST_NOUN,
  MADE_PAST,
  MOVED,
  NOT_EXPORT,
  NOTIFY,
  NOW,
  ONE_MORE,
  OTHER_ALERT,
  OTHER_WISH,
  PAST,
  PAUSE,
  POLITE,
  PRONOUN,
  RECENT,
  RESUME,
  SEND,
  SEND_ANYWHERE,
  SETUP,
  SNOOZE,
  STORE,
  STORE_ANYWHERE,
  STRONG_NOUN,
  TELL,
  TOPIC_FIRST,
  WARN,
  WATCH,
  WHAT_POSTED,
  WILL_MOVE,
} from './intent-words.ts';
import { changeOver } from '../edits/change-over.ts';
import { otherSide } from '../rules/other-side.ts';
import type { Intent } from '../request.ts';

export interface Clause {
  /** All of it, in small letters. */
  readonly text: string;
  /** Without what is polite, its verb first. */
  readonly head: string;
  /** What it is of and what is said of it, where that stands first: "the terbium alert: make it 950". */
  readonly topic?: readonly [of: string, said: string] | undefined;
}

const isNamed = (part: string): boolean => DIGEST_NOUN.test(part) || ALERT_NOUN.test(part);

export function clauseOf(text: string): Clause {
  const head = text.slice(POLITE.exec(text)?.[0].length ?? 0);
  // "terbium alert: quiet for 2 days"
  const topic = TOPIC_FIRST.exec(head)?.groups;
  if (topic === undefined) return { text, head };
  const [of, said] = [topic['topic'] ?? '', topic['rest'] ?? ''];
  // "camille has left us: delete all the digests of camille": what stands first says why.
  if (isNamed(said) && !isNamed(of)) return { text, head: said };
  return { text, head: `${said} ${of}`, topic: [of, said] };
}

/** What a clause has in it, as readers saw it without taking it. */
export interface Signs {
  readonly often: boolean;
  readonly once: boolean;
  readonly rule: boolean;
  /** The rule says how far. */
  readonly amount: boolean;
  readonly clock: boolean;
  readonly place: boolean;
  readonly metals: boolean;
  /** A number with money. */
  readonly price: boolean;
  /** Money for a mass. */
  readonly fullPrice: boolean;
  /** "For two weeks", "until Friday". */
  readonly span: boolean;
  /** A file's format is named. */
  readonly format: boolean;
  /** How many words are none that requests are made of. */
  readonly foreign: number;
}

interface Seen extends Clause {
  readonly signs: Signs;
  readonly digest: boolean;
  readonly alert: boolean;
  /** What is spoken of, where one that there is may be meant. */
  readonly of: 'digest' | 'alert';
  /** One that there is, or may be: "the friday post", "alert 3", "it". */
  readonly definite: boolean;
  readonly indefinite: boolean;
}

/** The intent of a clause, or `undefined` where it asks for nothing of the kind. */
export function intentOf(clause: Clause, signs: Signs): Intent | undefined {
  const { text, head } = clause;
  const digest = DIGEST_NOUN.test(text);
  const ours = signs.metals || signs.price || signs.amount || !ALARM_ONLY.test(text);
  const alert = ALERT_NOUN.test(text) && !OTHER_ALERT.test(text) && ours;
  const ofAlert = alert && !(digest && text.search(DIGEST_NOUN) < text.search(ALERT_NOUN));
  const seen: Seen = {
    ...clause,
    signs,
    digest,
    alert,
    of: ofAlert ? 'alert' : 'digest',
    definite: DEFINITE.test(text),
    indefinite: INDEFINITE.test(text),
  };
  if (otherSide(text) !== undefined) return 'alert.edit';
  if (ASKED_BEHIND.test(text) || speaksOfElse(seen)) return undefined;
  const listed = listOf(seen);
  if (listed !== undefined) return listed;
  // "Could I have zinc every Thursday?" is no question of what one has.
  const isWished = head !== text && /^have\s/u.test(head);
  if (ASKING.test(head) && !CONDITION_FIRST.test(head) && !isWished) return undefined;
  return quoteOf(seen) ?? exportOf(seen) ?? managed(seen) ?? alertOf(seen) ?? digestOf(seen);
}

/** Words of other things: without a metal, a price or a digest in it, one is too many. */
function speaksOfElse({ text, signs, digest, alert }: Seen): boolean {
  const { metals, price, amount, foreign } = signs;
  const about = metals ? 3 : STRONG_NOUN.test(text) || price || /\bprices?\b/u.test(text) ? 1 : 0;
  return (
    foreign >
    Math.max(
      about,
      amount && (CONDITION.test(text) || NOTIFY.test(text)) ? 1 : 0,
      (digest || alert) && signs.place ? 1 : 0,
    )
  );
}

function listOf({ text, head, digest, alert, of, signs }: Seen): Intent | undefined {
  if (EXPLAIN.test(head) || signs.format) return undefined;
  const list = `${of}.list` as const;
  if (BARE_LIST.test(head) && (digest || alert)) return list;
  if (LIST.test(head) && LIST_NOUN.test(head) && !CONDITION.test(head) && !ONE_MORE.test(head)) return list;
  if (!ASKING.test(head) || OTHER_ALERT.test(head)) return undefined;
  if (HAVE_ANY.test(head) && (digest || alert)) return list;
  if (!WHAT_POSTED.test(head) || MADE_PAST.test(text)) return undefined;
  return /\b(?:alerted|warned|notified|watch(?:ed|ing)?|alerts?)\b/u.test(head) ? 'alert.list' : list;
}

/** "Offer: bismuth $25/lb, good price?": what is asked about a price is not to be stored. */
const JUDGED =
  /\b(?:good|fair|ok|okay|reasonable|expensive|steep|cheap|high|much|worth it)\b[^.!;?]{0,40}\?/u;

function quoteOf({ text, head, signs, digest, alert, definite }: Seen): Intent | undefined {
  if (ASKING.test(head) || CONDITION.test(head) || JUDGED.test(text)) return undefined;
  if (/^(?:add|save|store|record|log|enter|new)\s+(?:an?\s+|this\s+|my\s+)?quote\b/u.test(head))
    return 'quote.add';
  const named = /^(?:please\s+)?(?:save|store|record|log|register|remember)\b/u.test(head);
  if (named && signs.metals && /\d/u.test(head) && !AS_FILE.test(text) && !digest && !alert)
    return 'quote.add';
  if (!signs.price || (alert && definite)) return undefined;
  if (STORE_ANYWHERE.test(text)) return 'quote.add';
  return signs.fullPrice && STORE.test(head) && !signs.rule ? 'quote.add' : undefined;
}

function exportOf({ text, head, signs, digest, alert }: Seen): Intent | undefined {
  if (NOT_EXPORT.test(text)) return undefined;
  const verb =
    EXPORT.test(head) &&
    (signs.metals || digest || alert || signs.format || /\bprices?\b|\bquotes?\b/u.test(head));
  if (
    verb &&
    !(/^(?:save|pull|extract|fetch|get)\b/u.test(head) && !signs.format && !/^(?:pull|extract)\b/u.test(head))
  )
    return 'export';
  if (signs.often || !signs.format) return undefined;
  return signs.metals || digest || alert || SEND.test(head) ? 'export' : undefined;
}

/** Pausing, resuming, deleting, editing, sending: of one that there is. */
function managed(seen: Seen): Intent | undefined {
  const { text, head, signs, digest, alert, of, definite, indefinite } = seen;
  const correction = CORRECTION.exec(head);
  if (correction !== null) {
    const changed = corrected(head.slice(correction[0].length), seen);
    if (changed !== undefined) return changed;
  }
  const existing = definite || ((digest || alert) && !indefinite);
  const object = existing || PRONOUN.test(head);
  const given = CONDITION.test(text) && signs.amount;
  if (
    /^(?:send|post|run|give|show|fire|deliver|publish|resend|re-send|repeat|push|execute|let|start|pop)\b/u.test(
      head,
    ) &&
    (digest || PRONOUN.test(head)) &&
    NOW.test(head) &&
    !signs.rule &&
    !signs.often &&
    (definite || /^\S+\s+(?:it|that|this)\b/u.test(head))
  )
    return 'digest.send';
  if (digest && definite && NOW.test(text) && SEND_ANYWHERE.test(text) && !signs.clock && !given)
    return 'digest.send';
  if (ONE_MORE.test(head) && (definite || PRONOUN.test(head) || /^also\b/u.test(text)) && !alert)
    return 'digest.edit';
  if (
    /^(?:remove|drop|take|delete|exclude|leave|kick)\b.{1,40}\b(?:from|out of|off)\b.{0,40}\b(?:digests?|posts?|reports?|one|it|that|this)\b/u.test(
      head,
    ) &&
    !/^\S+\s+(?:me|us)\b/u.test(head) &&
    takesOut(head)
  )
    return `${of}.edit`;
  if (existing && !indefinite && changeOver(head) !== undefined) return `${of}.edit`;
  if (
    given ||
    (indefinite && SETUP.test(head) && !definite && !/\bto sleep\b|\bon (?:hold|ice)\b/u.test(head))
  )
    return undefined;
  if (signs.amount && NOTIFY.test(text) && !alert && !PRONOUN.test(text)) return undefined;
  if (AGAIN.test(text) && object && !signs.span && !SEND.test(head)) return `${of}.resume`;
  if (RESUME.test(head) && (object || digest || alert)) return `${of}.resume`;
  if (alert || !digest)
    if (SNOOZE.test(head) && (object || alert) && (alert || PRONOUN.test(head)))
      return /\b(?:snooze|quiet|silent|zz+|sleep)\b/u.test(head) || alert ? 'alert.snooze' : 'digest.pause';
  if ((PAUSE.test(head) || (signs.span && SNOOZE.test(head))) && (object || digest || EVERYTHING.test(head)))
    return 'digest.pause';
  if (DELETE.test(head) && (object || digest || alert)) {
    if (signs.span && /^(?:stop|no|don't|do not)\b/u.test(head))
      return of === 'alert' ? 'alert.snooze' : 'digest.pause';
    return `${of}.delete`;
  }
  if (existing && edits(seen)) return `${of}.edit`;
  return undefined;
}

const EVERYTHING = /\b(?:everything|all|both)\b/u;
const takesOut = (head: string) => {
  const from = head.search(/\b(?:from|out of|off)\b/u);
  const noun = Math.max(
    head.search(/\b(?:digests?|posts?|reports?)\b/u),
    head.search(/\b(?:it|that|this)\b/u),
  );
  return noun > from;
};

/** One that there is, and something new is said of it. */
function edits({ text, head, topic, signs, digest, alert, of, definite }: Seen): boolean {
  const news =
    signs.often ||
    signs.once ||
    signs.clock ||
    signs.place ||
    signs.amount ||
    signs.rule ||
    signs.price ||
    /\d/u.test(head) ||
    /\b(?:(?:every|each) time|once|only|without|with|too|also|instead|rather)\b/u.test(head);
  if (!news && !signs.metals) return false;
  if (SWAP.test(head)) return true;
  if (/^(?:post|send)\b/u.test(head) && !(digest || alert)) return false;
  if (EDIT.test(head)) return news || /\b(?:to|for|with)\b/u.test(head);
  if (BE_CHANGED.test(text)) return true;
  if (/\b(?:instead|rather)\b/u.test(text) && (digest || alert)) return news;
  if (!definite && !/\b(?:digest|alert)\s+\d/u.test(head)) return false;
  if (topic !== undefined || TARGET_LAST.test(head)) return !CONDITION.test(text) || alert;
  // "the friday digest: price only", "alert 3: 4 % would be better", "digest 2 to #baotou"
  const noun = (of === 'alert' ? ALERT_NOUN : DIGEST_NOUN).exec(head);
  const after = noun === null ? '' : head.slice(noun.index + noun[0].length);
  return (
    /^(?:\s*(?:number\s+)?\d{1,2})?(?:\s+(?:at|of|on|in)\s+\S+)?(?:\s*[:,-]\s*|\s+(?:to|=>|->)\s+)\S/u.test(
      after,
    ) &&
    !CONDITION.test(text) &&
    !SEND.test(head)
  );
}

/** "mondays and thursdays for the ndpr digest". */
const TARGET_LAST = /\bfor (?:the|my|our) (?:\S+ ){0,3}(?:digest|alert)\b[^\p{L}]*(?:pls|please)?[.!]?$/u;

/** "swap nd for dy", "cerium out, lanthanum in". */
const SWAP = /^(?:swap|replace|exchange|substitute)\b|\bout\b.{1,30}\bin\b(?!\s+(?:#|the\b|\d))/u;

/** "the friday post should come at 16:00", "can my alert be at 1600". */
const TO_BE = String.raw`\b(?:come|be|go|arrive|run|fire|trigger|have|include|start|show|say|watch|land|move|use|need|get|do with|repeat|end|list|cover|also)(?!\p{L})`;
const BE_CHANGED = new RegExp(
  String.raw`\b(?:digests?|alerts?|posts?|reports?|updates?|one|summary|message|reminder|subscription|newsletter|briefing)\b.{0,40}?\b(?:should|shall|must|needs? to|has to|ought to|can|could|may|might)\b.{0,12}${TO_BE}|^(?:please\s+)?(?:can|could|should|must|may|let|have|make)\s+(?:the|my|our|that|this|it|digest|alert)\b.{1,40}?${TO_BE}`,
  'u',
);

/** "no, Tuesdays", "rather at 10", "i meant 7 in the evening": of what was just set up. */
function corrected(rest: string, { signs, alert }: Seen): Intent | undefined {
  if (signs.rule || (alert && /\d/u.test(rest))) return 'alert.edit';
  if (signs.often || signs.clock || signs.once || signs.place) return 'digest.edit';
  return /^(?:\d{1,2}\b(?!\s*(?:kg|t\b|%|[$€£]))|(?:make|set|change|move)\b.{0,20}\d)/u.test(rest) &&
    !/^(?:19|20)\d\d/u.test(rest)
    ? 'digest.edit'
    : undefined;
}

function alertOf({ text, head, signs, alert, digest }: Seen): Intent | undefined {
  const lead = CONDITION_FIRST.test(head) ? head.replace(/^[^,]*,\s*(?:then\s+)?(?:please\s+)?/u, '') : head;
  const tells = WARN.test(lead) || NOTIFY.test(text) || WATCH.test(head);
  const asks =
    (text.includes('?') &&
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

function digestOf({ text, head, signs, digest, indefinite }: Seen): Intent | undefined {
  const { often, once, clock, place, metals } = signs;
  if (text.includes('?') && !/^(?:can|could|would|will|may)\b/u.test(text) && !digest) return undefined;
  const sends = SEND.test(head) || SEND_ANYWHERE.test(text);
  if (often) {
    const opens =
      /^(?:every|each|daily|weekly|monthly|on |first|last|at |end|(?:mon|tues?|wed|thu|fri|sat|sun)|weekday|workday|fortnight|quarterly|biweekly|twice|once|hourly|mornings|until|from|the next)/u.test(
        head,
      );
    if (RECENT.test(text) && !(sends && (clock || place || /\b(?:every|each)\b/u.test(text))))
      return undefined;
    if (!digest && OTHER_WISH.test(text)) return undefined;
    return sends || digest || clock || place || (opens && metals && !text.endsWith('?')) || SETUP.test(head)
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
