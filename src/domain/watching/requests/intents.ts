/** Which of the things that can be set up a clause asks for, by its verb and what the verb is about. */
import type { Intent } from './request.ts';

/** What is polite, and says nothing of what is wanted. */
const POLITE =
  /^(?:(?:please|pls|plz|kindly|hey|hi|hello|hiya|good morning|morning|ok|okay|so|and|also|then|now|oh|right|well|btw|fyi|thanks|team|lodestone|bot|actually|sorry|just|quick(?: one)?|one more thing|from now on|going forward|(?:can|could|would|will) (?:you|u|we|i)|can u|(?:you|u) (?:can|could|may|should)|i(?:'d| would) (?:like|love|want)(?: you)?(?: to)?|i(?:'d| would) (?:be glad|appreciate it) if you(?: could| would)?|(?:i|we) (?:want|need|wish|wanna)(?: you)?(?: to)?|(?:is it possible|would it be possible|is there a way)(?: to| that (?:you|we|i)(?: can| could)?)|(?:i|we)(?:'d| would) (?:appreciate|prefer) (?:it )?if you|(?:do|would) you mind|mind|let's|lets|we(?:'d| would) like(?: you)?(?: to)?|be so kind as to|go ahead and|start|begin|help me(?: to)?|for me|my (?:boss|manager|team) wants(?: you)? to|it would be (?:nice|great) if you (?:could|would))(?![\p{L}'])[,:!.\s]*)+/u;

export const DIGEST_NOUN =
  /\b(?:digests?|subscriptions?|newsletters?|(?:price |weekly |daily |monthly |morning |regular |scheduled |monday |market )*(?:posts|reports?|updates?|summar(?:y|ies)|briefings?|reminders?|round-?ups?|messages?|mailings?)|(?<=\b(?:the|my|our|that|this|a|weekly|daily|monthly|morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day|'s|scheduled|new|another|recurring|regular|automatic)\s)(?:post|one|message|e?-?mail))(?!\p{L})/u;
export const ALERT_NOUN =
  /\b(?:alerts?|(?:price\s)?alarms?|warnings?|notifications?|price[\s-]watch(?:es)?|triggers?|thresholds?)(?!\p{L})/u;
/** "alert system" is somebody else's. */
const OTHER_ALERT = /\balerts? (?:systems?|service|levels?|status|fatigue|software|apps?)\b/u;

const ASKING =
  /^(?:what|whats|what's|which|when|whens|where|who|whose|why|how|hows|is|are|was|were|does|did|do|has|have|had|am|any|should|whether)(?![\p{L}])/u;
const CONDITION_FIRST =
  /^(?:if|when|whenever|once|as soon as|in case|should|the moment|every time|each time|in the event)(?!\p{L})/u;
export const CONDITION =
  /\b(?:if|when|whenever|once|as soon as|in case|the moment|the minute|the day|every time|each time|should)(?!\p{L})/u;
const PAST =
  /\b(?:was|were|did|had|went|rose|fell|dropped|hit|reached|crossed|has been|have been|used to)(?!\p{L})/u;
const FUTURE_MOVE =
  /\b(?:goes|go|going|drops?|dropping|falls?|rises?|gets?|hits|reaches|reach|cross(?:es)?|moves?|moving|passes|exceeds?|leaves?|leaving|enters?|climbs?|breaks?|jumps?|dips?|changes?|tops?|doubles?|triples?|halves|surges?|sinks?|slips?|slides?|spikes?|crashes|comes?|touches|is|are|there's|there is|makes?|sets?|trades?|swings?|loses?|gains?|publishes|releases|disagree|differ|diverge|drift|declines?|increases?|decreases?|rall(?:y|ies)|tumbles?|plunges?|soars?|stays?|equals|prints|out of|outside)(?!\p{L})|[<>]/u;

const WARN =
  /^(?:notify|alert|msg|lmk|hit (?:me|us) up|warn|ping|message|dm|text|page|e?-?mail|flag|buzz|poke|nudge|wake|call|shout|holler|raise (?:an? )?(?:alarm|flag|alert)|sound (?:the|an) alarm|shoot (?:me|us) (?:a|an)|drop (?:me|us) a (?:line|note|message)|give (?:me|us) a (?:shout|ping|heads[\s-]?up|nudge|warning)|send (?:me|us)? ?(?:an? )?(?:alert|warning|notification|message|ping|note|heads[\s-]?up))(?!\p{L})/u;
const TELL =
  /^(?:tell|let|inform|remind|give|show|keep|update|post|say|report|write|i want to know|want to know|watch|monitor|track|look out|keep an eye)(?!\p{L})/u;
const SEND =
  /^(?:send|post|msg|remind|mail|e-?mail|message|dm|ping|notify|give|share|deliver|publish|push|drop|put|text|show|tell|report|update|forward|get|bring|hand|write|call|have|receive|schedule|subscribe|sign|shoot|keep|print|fetch|provide|supply|see|let (?:me|us) have)(?!\p{L})/u;
const SETUP =
  /^(?:set ?up|create|make|add|start|schedule|configure|arrange|establish|open|new|another|have|get|give|put|place|define|build|want|need|set|book|register|enable|prepare|subscribe|sign)(?!\p{L})/u;

const LIST =
  /^(?:list|show|display|see|view|print|give me a list|overview|enumerate|check|get|tell me|remind me)(?!\p{L})/u;
const PAUSE =
  /^(?:pause|hold|mute|suspend|silence|quiet|quieten|halt|freeze|put .{0,40}on hold|take a break|disable|switch off|turn off|deactivate|skip|interrupt|stop for)(?!\p{L})/u;
const SNOOZE = /^(?:snooze|quiet|shush|shut up)(?!\p{L})/u;
const RESUME =
  /^(?:resume|unpause|un-pause|unmute|un-mute|unsnooze|restart|reactivate|re-?activate|re-?enable|enable|reinstate|turn .{0,30}(?:back )?on|switch .{0,30}(?:back )?on|wake|continue|carry on|go on|pick up|bring back|start .{0,40}again|restore|un-?suspend)(?!\p{L})/u;
const DELETE =
  /^(?:delete|del|remove|cancel|kill|unsubscribe|get rid of|scrap|erase|discontinue|no more|end|stop|drop|trash|clear|bin|dismiss|wipe|quit|cease|(?:i|we) (?:don't|dont|do not|no longer) (?:want|need|wish)|don't (?:send|post)|do not (?:send|post)|dont (?:want|need|send|post)|take down|call off)(?!\p{L})/u;
const EDIT =
  /^(?:change|move|make|switch|set|shift|re-?schedule|push|bring|edit|update|adjust|modify|turn|raise|lower|put|let|have|use|amend|correct|tweak|increase|decrease|reduce|swap|replace|point|redirect|convert|extend)(?!\p{L})/u;
const CORRECTION =
  /^(?:no|nope|nah|wait|rather|instead|oops|hmm|sorry|not|on second thought|i meant|i mean|better|or rather|correction)(?![\p{L}])[,:;!.\s-]*/u;
const NOW =
  /\b(?:now|right now|right away|immediately|at once|asap|again|once more|straight away|today's|this minute)(?!\p{L})/u;
const EXPORT = /^(?:export|download|dump|extract|save|back ?up)(?!\p{L})/u;
const AS_FILE =
  /\b(?:(?:as|in|into|to|an?|the)\s+(?:an?\s+)?(?:csv|xlsx|excel|json|spreadsheet|pdf|tsv|google sheets?|file|table file|download)|csv|xlsx|xls|spreadsheet|excel)(?!\p{L})/u;
const STORE =
  /^(?:add|save|store|record|log|note|enter|keep|book|register|put|quote|new quote|write down|file|import|remember|capture|insert|we (?:paid|bought|got|were (?:quoted|offered)|sold|have been (?:quoted|offered)|received)|i (?:paid|bought|got|was (?:quoted|offered)|sold|received)|got (?:an? )?(?:offer|quote)|offer|supplier|they (?:quoted|offered))(?!\p{L})/u;
const STORE_ANYWHERE =
  /\b(?:save|store|record|log|keep|note|add|put|enter|book|remember|write) (?:it|that|this|them|the (?:price|quote)|down|in(?:to)? (?:the |our )?(?:book|quotes|list|history|log))(?!\p{L})|\b(?:for the record|into the (?:book|quotes|log))\b/u;
const QUOTE_NOUN = /\b(?:quotes?|price|offer|quotation)(?!\p{L})/u;

export interface Clause {
  /** All of it, in small letters. */
  readonly text: string;
  /** Without what is polite. */
  readonly head: string;
  /** Where `head` begins. */
  readonly start: number;
}

const TOPIC_FIRST =
  /^(?<topic>(?:[^,:;-]|-(?=\p{L})){2,40}?)\s*(?::|,|\s-)\s+(?:please\s+)?(?<verb>pause|mute|snooze|resume|delete|remove|cancel|quiet|stop|unmute|hold|unpause|kill)(?:\s+(?:it|that|this|them))?(?!\p{L})\s*(?<rest>.*)$/u;

export function clauseOf(text: string): Clause {
  const polite = POLITE.exec(text);
  const start = polite === null ? 0 : polite[0].length;
  const head = text.slice(start);
  // "terbium alert: quiet for 2 days"
  const topic = TOPIC_FIRST.exec(head)?.groups;
  return {
    text,
    head:
      topic === undefined ? head : `${topic['verb'] ?? ''} ${topic['topic'] ?? ''} ${topic['rest'] ?? ''}`,
    start,
  };
}

/** What a clause has in it, as readers saw it without taking it. */
export interface Signs {
  readonly often: boolean;
  readonly once: boolean;
  readonly rule: boolean;
  readonly clock: boolean;
  readonly place: boolean;
  readonly metals: boolean;
  readonly price: boolean;
  /** The rule says how far. */
  readonly amount: boolean;
  /** How many words are none that requests are made of. */
  readonly foreign: number;
}

/** Words of other things: without a metal or a price in it, one is too many. */
function speaksOfElse(text: string, { metals, price, amount, foreign }: Signs): boolean {
  const about = metals ? 2 : amount && CONDITION.test(text) ? 1 : price || /\bprices?\b/u.test(text) ? 1 : 0;
  return foreign > about;
}

/** A question that stands behind: what is before it is an assumption, no request. */
const ASKED_BEHIND =
  /[,;.:-]\s*(?:and\s+|then\s+|so\s+)?(?:what(?:'s)?|how (?:much|many|does|do|is)|does|do|would|will|is|are|which|why|who)\s+(?!you\b)/u;

/** The intent of a clause, or `undefined` where it asks for nothing of the kind. */
export function intentOf({ text, head }: Clause, signs: Signs): Intent | undefined {
  if (ASKED_BEHIND.test(text) || speaksOfElse(text, signs)) return undefined;
  const digest = DIGEST_NOUN.test(text);
  const clockOnly =
    !signs.metals && !signs.price && !signs.amount && !ALERT_NOUN.test(text.replaceAll(/\balarms?\b/gu, ''));
  const alert = ALERT_NOUN.test(text) && !OTHER_ALERT.test(text) && !clockOnly;
  return (
    listOf(head, digest, alert) ??
    quoteOf(text, head, signs) ??
    (ASKING.test(head) && !(CONDITION_FIRST.test(head) && !text.includes('?')) && !wished(head, digest, alert)
      ? undefined
      : (exportOf(text, head, signs) ??
        managed(text, head, { digest, alert, signs }) ??
        created(text, head, { digest, alert, signs })))
  );
}

/** "have a digest of praseodymium", "is it possible to get alerts ...": a wish, if it begins as a question does. */
const wished = (head: string, digest: boolean, alert: boolean) =>
  (digest || alert) && /^have(?: an?| my)?\s/u.test(head);

const LIST_NOUN =
  /\b(?:digests|alerts|subscriptions|schedules|alarms|notifications|watches|reminders|(?:my|our|the|all|active|scheduled) (?:posts|reports|updates))(?!\p{L})/u;
const WHAT_POSTED =
  /\b(?:what|which|when|who|where|how many|anything)\b.{0,60}\b(?:(?:do|will|are|does) (?:you|the bot|it|lodestone) (?:post|send|going to|posting|sending|watch)|posted (?:here|in)|scheduled|subscribed|set up|subscription|next (?:digest|post|report)|(?:are|is) (?:active|running|planned|paused|snoozed|due|watched))(?!\p{L})/u;
const HAVE_ANY =
  /^(?:what|which|do (?:i|we)|have (?:i|we)|are there|is there|any|how many|where are|when (?:is|are|does|do)|who (?:has|gets|set|owns|made))(?!\p{L}).{0,40}?\b(?:digests|alerts|subscriptions|alarms|(?:the|my|our|an?|any|next|last|daily|weekly|monthly|\p{L}+day)\s+(?:\p{L}+\s+)?(?:digest|alert|subscription|post))(?!\p{L})/u;
const EXPLAIN =
  /^(?:how (?:do|does|can|to|are)|what(?:'s| is| are| does)?\s+(?:an?\s+|the\s+)?(?:digest|alert|subscription)s?(?:\s+(?:mean|do|for))?\s*\??$|why)(?!\p{L})|\b(?:work|help)\s*(?:here)?\s*\??$/u;

function listOf(head: string, digest: boolean, alert: boolean): Intent | undefined {
  if (EXPLAIN.test(head)) return undefined;
  const noun =
    alert && !(digest && head.search(DIGEST_NOUN) < head.search(ALERT_NOUN)) ? 'alert.list' : 'digest.list';
  const bare =
    /^(?:my |our |all |all my |the |active |current )*(?:digests|alerts|subscriptions|alarms)(?: list| please| in .{1,30}| here)?\s*\??$/u.test(
      head,
    );
  if (bare && (digest || alert)) return noun;
  if (LIST.test(head) && LIST_NOUN.test(head) && !CONDITION.test(head) && !AS_FILE.test(head)) return noun;
  if (!ASKING.test(head) || OTHER_ALERT.test(head)) return undefined;
  if (HAVE_ANY.test(head) && (digest || alert) && !/^(?:what|which|when).{0,20}\b(?:price|cost)/u.test(head))
    return noun;
  return WHAT_POSTED.test(head) && !PAST.test(head) ? noun : undefined;
}

function quoteOf(text: string, head: string, signs: Signs): Intent | undefined {
  if (ASKING.test(head) || CONDITION_FIRST.test(head)) return undefined;
  const storing =
    STORE.test(head) &&
    (QUOTE_NOUN.test(head) ||
      /^(?:add|save|store|record|log|quote|new quote|note|enter|register|remember)\b/u.test(head));
  const bare =
    /^(?:save|store|record|log|register|remember)\b/u.test(head) &&
    signs.metals &&
    /\d/u.test(head) &&
    !AS_FILE.test(text);
  const paid = /^(?:we|i|got|offer|supplier|they)\b/u.test(head) && STORE_ANYWHERE.test(text);
  const bareQuote = /^(?:new )?(?:quote|quotation)\b/u.test(head);
  if (bare) return 'quote.add';
  if (
    !signs.price &&
    !/^(?:add|save|store|record|log|enter|new)\s+(?:an?\s+|this\s+|the\s+|my\s+)?quote\b/u.test(head)
  )
    return undefined;
  return storing || paid || bareQuote || STORE_ANYWHERE.test(text) ? 'quote.add' : undefined;
}

function exportOf(text: string, head: string, { often, once }: Signs): Intent | undefined {
  if ((often || once) && !EXPORT.test(head)) return undefined;
  const verb =
    EXPORT.test(head) &&
    (!/^save\b/u.test(head) || AS_FILE.test(text)) &&
    !/^(?:export|import)s?\s+(?:of|from|ban|quota|duty|tax|control|licen)/u.test(head);
  return verb ||
    (AS_FILE.test(text) && SEND.test(head)) ||
    (AS_FILE.test(text) && !/\b(?:can|do|does|what|how)\b.{0,20}\b(?:read|import|format)/u.test(text))
    ? 'export'
    : undefined;
}

interface Seen {
  readonly digest: boolean;
  readonly alert: boolean;
  readonly signs: Signs;
}

const PRONOUN = /\b(?:it|that|this|them|those|these|that one|this one|everything|all|one|both)(?!\p{L})/u;
const STOP_WHAT =
  /^(?:stop|no more|(?:(?:i|we) )?(?:don't|do not|dont|no longer)|end|cease|quit)\b.{0,12}?\b(?:sending|posting|pinging|telling|reminding|messaging|alerting|notifying|the|my|all|it|that|this|those|these|want|need|send|post|alerts?|digests?)(?!\p{L})/u;

/** Pausing, resuming, deleting, editing, sending: of one that there is. */
function managed(text: string, head: string, { digest, alert, signs }: Seen): Intent | undefined {
  const of = alert && !(digest && text.search(DIGEST_NOUN) < text.search(ALERT_NOUN)) ? 'alert' : 'digest';
  const correction = CORRECTION.exec(head);
  if (correction !== null) return corrected(head.slice(correction[0].length), signs, of);
  const known = digest || alert || PRONOUN.test(head);
  if (
    !known &&
    !/\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|daily|weekly|monthly)\b/u.test(head)
  )
    return bareEdit(head, signs);
  if (SNOOZE.test(head)) return alert || !digest ? 'alert.snooze' : 'digest.pause';
  if (RESUME.test(head) && known) return `${of}.resume`;
  if (PAUSE.test(head) && known && !/^(?:quiet|hold)\b.{0,10}\b(?:price|stock)/u.test(head))
    return of === 'alert' ? 'alert.snooze' : 'digest.pause';
  if (
    /^(?:add|also add|include|append|put)\b/u.test(head) &&
    /\b(?:to|in|into|on)\s+(?:the|my|our|that|this|it)\b/u.test(head) &&
    (digest || PRONOUN.test(head)) &&
    !ALERT_FOR.test(head)
  )
    return 'digest.edit';
  if (DELETE.test(head)) {
    if (
      /^(?:remove|drop|take|delete|exclude)\b.{1,40}\bfrom\b/u.test(head) &&
      (digest || alert) &&
      nounAfterFrom(head)
    )
      return `${of}.edit`;
    if (
      known &&
      (STOP_WHAT.test(head) ||
        !/^(?:stop|no more|end|drop|i|we|don't|do not|dont|clear|cease|quit)\b/u.test(head))
    )
      return `${of}.delete`;
    if (/^drop\b/u.test(head) && (digest || alert)) return `${of}.delete`;
    return undefined;
  }
  if (
    /^(?:send|post|run|give|show|fire|deliver|publish|resend|re-send|repeat|push|let)\b/u.test(head) &&
    digest &&
    NOW.test(head) &&
    !signs.rule &&
    /\b(?:the|my|our|that|this|today's|'s)\s/u.test(head)
  )
    return 'digest.send';
  if (
    EDIT.test(head) &&
    known &&
    !/^(?:put|let|have|use)\b.{0,30}\b(?:me|us) know\b/u.test(head) &&
    edits(head, signs)
  )
    return `${of}.edit`;
  if ((digest || alert) && BE_CHANGED.test(text) && !/\b(?:if|when|whenever)\b/u.test(text))
    return `${of}.edit`;
  return undefined;
}

/** "the friday post should come at 16:00", "can my alert be at 1600". */
const TO_BE = String.raw`\b(?:come|be|go|arrive|run|fire|trigger|have|include|start|show|say|watch|land|move|use|need|get|do with)(?!\p{L})`;
const BE_CHANGED = new RegExp(
  String.raw`\b(?:digests?|alerts?|posts?|reports?|updates?|one|summary|message|reminder|subscription|newsletter|briefing)\b.{0,40}?\b(?:should|shall|must|needs? to|has to|ought to|can|could)\b.{0,12}${TO_BE}|^(?:please\s+)?(?:can|could|should|must|may)\s+(?:the|my|our|that|this)\b.{1,40}?${TO_BE}`,
  'u',
);
const ALERT_FOR = /\balerts?\s+(?:for|on|if|when|above|below|at)\b/u;
const nounAfterFrom = (head: string) => {
  const from = head.search(/\bfrom\b/u);
  return (
    (head.search(DIGEST_NOUN) > from && from >= 0) ||
    (head.search(/\b(?:it|that|this)\b/u) > from && from >= 0)
  );
};
/** Something new is said behind what is to be changed. */
const edits = (head: string, signs: Signs) =>
  !/^\p{L}+\s+(?:(?:me|us|up)\s+)*(?:an?|another|new|some)\s/u.test(head) &&
  (signs.often ||
    signs.once ||
    signs.clock ||
    signs.place ||
    signs.rule ||
    signs.price ||
    /\d/u.test(head) ||
    /\b(?:to|instead|with|without|only)\b/u.test(head));

/** "no, Tuesdays", "rather at 10": of what was just set up. */
function corrected(rest: string, signs: Signs, of: 'digest' | 'alert'): Intent | undefined {
  if (signs.rule || (of === 'alert' && /\d/u.test(rest))) return 'alert.edit';
  if (signs.often || signs.clock || signs.once || signs.place) return 'digest.edit';
  return /^(?:make|set|change|move)\b.{0,20}\d/u.test(rest) ? 'digest.edit' : undefined;
}

/** "at 10 instead", "also dysprosium". */
function bareEdit(head: string, signs: Signs): Intent | undefined {
  if (
    /\b(?:instead|rather)\s*[.!]?$/u.test(head) &&
    (signs.often || signs.clock || signs.once || signs.place)
  )
    return 'digest.edit';
  return undefined;
}

/** A need of so many tonnes each month, a share each year: what is asked about, not how often it is to come. */
const OTHER_WISH =
  /\b(?:(?:every|each) year|yearly|annually)\b|(?<![$€£¥]\s?)\b\d[\d.,]*\s?k?\s?(?:kg|t|tonnes?|tons?|kilos?|lbs?|g)\b(?!\s*[:;-]?\s*\d)/u;
const NOTIFY_ANYWHERE =
  /\b(?:notify|alert|warn|ping|tell|msg|message|dm|text|mail|e-mail|email|let|inform|flag|poke|nudge|buzz|shout)\s+(?:me|us|here|#|@|<[#@]|the|this|everyone|team|\p{L}+\s+(?:know|team))/u;
const SEND_ANYWHERE =
  /\b(?:send|post|remind|mail|e-mail|email|msg|message|dm|ping|notify|give|share|deliver|publish|push|drop|put|tell|show|forward|get)\s+(?:me|us|it|this|that|the|here|#|@|<[#@]|in|into|to|\p{L}+)|\b(?:i|we)(?:'d| would)? (?:want|need|like|love)\b/u;
const RECENT =
  /\b(?:last|past|previous)\s+(?:\d+\s+)?(?:days?(?!\s+of\s+(?:the|each|every))|weeks?|months?|quarters?|years?)|\bsince\b|\bago\b|\bhistory\b|\b(?:19|20)\d\d\b(?!-\d\d)/u;
const WISH_DIGEST =
  /^(?:an?|my|our|another|one|new)\s|^(?:have|get|set|create|make|start|want|need|like|subscribe|sign|schedule|arrange|add|give|put|i|we|new|establish|configure|prepare)\b/u;

function created(text: string, head: string, { digest, alert, signs }: Seen): Intent | undefined {
  const condition = CONDITION.test(text);
  const future =
    FUTURE_MOVE.test(text.slice(Math.max(text.search(CONDITION), 0))) &&
    !/\b(?:was|were|did|went|rose|fell|has been)\b/u.test(text);
  const lead = CONDITION_FIRST.test(head) ? head.replace(/^[^,]*,\s*(?:then\s+)?(?:please\s+)?/u, '') : head;
  if (
    CONDITION_FIRST.test(head) &&
    (text.includes('?') ||
      ASKING.test(lead) ||
      !(
        WARN.test(lead) ||
        TELL.test(lead) ||
        SEND.test(lead) ||
        /\b(?:tell|ping|alert|warn|notify|let|message|dm|text|mail|e-mail|email|remind) (?:me|us|here|the|everyone|#|@|<)/u.test(
          head,
        )
      ))
  )
    return undefined;
  if (WARN.test(lead) && (condition || signs.rule))
    return signs.often && !signs.rule && !condition ? 'digest.create' : 'alert.create';
  if (TELL.test(lead) && condition && future && (signs.rule || movesOurs(text, signs))) return 'alert.create';
  if (CONDITION_FIRST.test(head) && future && (signs.rule || movesOurs(text, signs))) return 'alert.create';
  if (
    alert &&
    (SETUP.test(head) || ALERT_FOR.test(head) || (signs.rule && !ASKING.test(head))) &&
    !/\balerts?\s+(?:was|were|came|fired|went)\b/u.test(head)
  )
    return 'alert.create';
  if (signs.amount && !text.includes('?') && !ASKING.test(head) && NOTIFY_ANYWHERE.test(text))
    return 'alert.create';
  if (condition && future && signs.rule && SEND.test(lead)) return 'alert.create';
  if (signs.often) {
    const sends = SEND.test(head) || SEND.test(lead);
    const opens =
      /^(?:every|each|daily|weekly|monthly|on |first|at |mon|tue|wed|thu|fri|sat|sun|weekday|workday|fortnight|quarterly|biweekly|twice|once|hourly|end of)/u.test(
        head,
      );
    if (!sends && !digest && RECENT.test(text)) return undefined;
    if (sends && RECENT.test(text) && !signs.clock && !signs.place && !/\b(?:every|each)\b/u.test(text))
      return undefined;
    if (!digest && OTHER_WISH.test(text)) return undefined;
    return sends ||
      (SEND_ANYWHERE.test(text) && !text.includes('?')) ||
      digest ||
      signs.clock ||
      signs.place ||
      (opens && !text.endsWith('?')) ||
      SETUP.test(head)
      ? 'digest.create'
      : undefined;
  }
  if (
    signs.once &&
    /^(?:send|post|remind|mail|e-?mail|message|dm|ping|notify|give|share|deliver|publish|push|text|tell|show|schedule|forward|report|put|drop)\b/u.test(
      head,
    ) &&
    (signs.clock || /^(?:remind|send|post|dm|ping|schedule|message|mail)\b/u.test(head)) &&
    !RECENT.test(text)
  )
    return 'digest.create';
  if (
    signs.once &&
    signs.clock &&
    signs.metals &&
    SEND_ANYWHERE.test(text) &&
    !text.includes('?') &&
    !RECENT.test(text)
  )
    return 'digest.create';
  if (
    digest &&
    WISH_DIGEST.test(head) &&
    !/\b(?:usgs|market|annual|farmonaut|the)\s+(?:report|summary|update)\b/u.test(text) &&
    !/^(?:give|show|get|have)\b.{0,20}\b(?:report|summary|update)\b/u.test(head)
  )
    return 'digest.create';
  if (
    /^keep (?:me|us) (?:posted|updated|informed|in the loop|up to date)\b/u.test(head) ||
    /^(?:subscribe|sign (?:me|us) up)\b/u.test(head)
  )
    return 'digest.create';
  if (/^remind (?:me|us) (?:to|about|of)\b/u.test(head) && (signs.once || signs.clock))
    return 'digest.create';
  return /^(?:ping|remind|notify|dm|message)\b/u.test(head) && signs.clock && signs.metals
    ? 'digest.create'
    : undefined;
}

const movesOurs = (text: string, { metals }: Signs) =>
  moved(text) && (metals || /\b(?:it|they|that|prices?|quotes?|anything|something)\b/u.test(text));

/** A move is spoken of, though not how far. */
const moved = (text: string) =>
  /\b(?:if|when|whenever|once|as soon as|in case|the moment)\b.{0,60}?\b(?:drops?|falls?|rises?|moves?|changes?|goes (?:up|down|above|below|over|under)|gets (?:cheaper|dearer|expensive|too)|climbs?|jumps?|spikes?|crashes|dips?|surges?|slides?|sinks?|tanks?|swings?|increases?|decreases?|up|down)(?!\p{L})/u.test(
    text,
  );
