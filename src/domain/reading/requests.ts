/**
 * Requests in plain words: "remind me every monday", "notify me when it goes above 150". They can't be set up by words, so
 * they are recognised only to be told from questions and to name the command that does it.
 */
import type { Request } from './question.ts';
import type { Reading } from './reading.ts';

const DAYS = '(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?';
const DAY_NAMED = new RegExp(`\\b(${DAYS})s?\\b`, 'u');
const EVERY = new RegExp(
  `\\b(?:every|each)(?: other| second| single)? (?:\\d+ )?(?:${DAYS}|days?|mornings?|evenings?|weeks?|weekdays?|workdays?|months?|quarters?|hours?|minutes?)\\b|\\bon ${DAYS}s\\b|\\b(?:first|last) (?:day )?of (?:the|each|every) month\\b`,
  'u',
);
const PACE = /\b(?:daily|weekly|monthly|quarterly|hourly|fortnightly|biweekly|weekdays|workdays)\b/u;
const LATER = new RegExp(
  `\\b(?:tomorrow|tonight|next (?:week|month|${DAYS})|in (?:\\d+|a|an|two|three) (?:hour|day|week|month)s?)\\b`,
  'u',
);
/** Days that are over, and years: a history is asked for. */
const PAST = /\b(?:last|past|previous|since|history|ago|was|were|did|(?:19|20)\d\d|years?)\b/u;
const CLOCK = /\b(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|\b\d{1,2}:\d\d\b|\bat \d{1,2}(?:\.\d\d)?\b/u;
const POLITE = new Set(
  'please pls kindly hey hi hello lodestone ok okay so and also just can could would will you u i we id we want wanna need like love to have get d ll'.split(
    ' ',
  ),
);
const ASKING = /^(?:what|whats|how|hows|which|when|where|who|why|whose|if|is|are|was|were|does|did|do)$/u;
/** They hand something over at a time; the loose ones ask for a figure as often. */
const SENDING =
  /^(?:send|post|remind|mail|email|message|dm|ping|notify|update|deliver|publish|push|schedule|subscribe|report)$/u;
const GIVING = /^(?:give|show|tell|share|let)$/u;
const WARNING = /^(?:notify|alert|warn|ping|message|dm|text|page|email|mail|flag)$/u;
const TELLING = /^(?:tell|let|inform|remind|shout)$/u;
const CONDITION = /\b(?:when|whenever|if|once|as soon as|in case|above|below|over|under)\b/u;
/** What a price does in future, said in the present: "drops", "goes above", not "rose" or "did it rise". */
const UPON = /\b(?:when|whenever|if|once|as soon as|in case)\b/u;
const MOVES =
  /\b(?:goes|drops|falls|rises|gets|hits|reaches|crosses|moves|passes|exceeds|leaves|enters|climbs|breaks|jumps|dips|changes|tops|doubles|surges|sinks|slips|spikes|crashes|comes)\b/u;
const NOTE = /\b(?:update|updates|report|summary|message|post|email|mail|briefing|reminder|newsletter)\b/u;
const DIGEST = /^(?:digests?|subscriptions?|newsletters?)$/u;
const ALERT = /^alerts?$/u;
/** What may follow "alert" where it is a thing to set up: "alert system" is somebody else's. */
const AFTER_ALERT =
  /^(?:|for|when|if|on|at|above|below|over|under|to|of|in|here|please|that|with|and|work|works|list|there|about|be|me)$/u;
const MANAGING =
  /\b(?:list|show|which|what|pause|mute|hold|resume|stop|delete|remove|cancel|edit|change|snooze|unsubscribe|all|my)\b/u;

/** Whether a word says what is to be set up, when, or upon what. */
export function isRequestWord(word: string): boolean {
  const sets = [
    SENDING,
    GIVING,
    WARNING,
    TELLING,
    DIGEST,
    ALERT,
    MANAGING,
    PACE,
    MOVES,
    NOTE,
    EVERY,
    CONDITION,
    DAY_NAMED,
  ];
  return (
    sets.some((pattern) => pattern.test(word)) ||
    /\d/u.test(word) ||
    /^(?:set|setup|am|pm|week|keep|posted|informed|every|each|unsubscribe|turn|off)/u.test(word)
  );
}

/**
 * The request that a text makes; null where it asks for something or says something.
 * @example readRequest(reading of 'tell me when it goes above 150') // { what: 'alert', command: 'alert above 150', exact: true }
 */
export function readRequest({ tokens }: Reading): Request | null {
  const words = tokens.map(({ word }) => word);
  const text = tokens.map(({ raw, gap, glued }, at) => joined(raw, gap, glued, at)).join('');
  const start = words.findIndex((word) => !POLITE.has(word));
  const verb = words[start] ?? '';
  const asks = ASKING.test(words[0] ?? '') || ASKING.test(verb);
  if (words.some((word) => DIGEST.test(word))) return digest(text, asks || MANAGING.test(text));
  const alerts = words.findIndex((word) => ALERT.test(word));
  const strong = WARNING.test(verb) && CONDITION.test(text);
  if (strong || (TELLING.test(verb) && willMove(text) && !/\b20\d\d\b/u.test(text)))
    return alert(text, false);
  if (alerts >= 0 && verb !== 'alert' && AFTER_ALERT.test(words[alerts + 1] ?? ''))
    return alert(text, asks || (MANAGING.test(text) && !CONDITION.test(text)));
  if (asks || PAST.test(text)) return null;
  const often = EVERY.test(text);
  const timed = CLOCK.test(text) || /(?:^|\s)here\b/u.test(text);
  const sends = SENDING.test(verb);
  const repeats = often && (sends || GIVING.test(verb) || timed || EVERY.exec(text)?.index === 0);
  const paced = PACE.test(text) && (sends || timed || (start > 0 && NOTE.test(text)));
  // "Send me the price of 3 pm" is nobody's wish, "remind me tomorrow" is.
  const later = sends && LATER.test(text);
  const reminded =
    verb === 'remind' && /^(?:me|us) (?:to|in|on|at)\b/u.test(words.slice(start + 1).join(' '));
  const kept =
    verb === 'keep' && /^(?:me|us) (?:posted|updated|informed)\b/u.test(words.slice(start + 1).join(' '));
  const rung = /^(?:ping|remind|notify|dm|message)$/u.test(verb) && CLOCK.test(text);
  return repeats || paced || later || reminded || kept || rung ? digest(text, false) : null;
}

/** A condition, and behind it what a price may do. */
function willMove(text: string): boolean {
  const at = text.search(UPON);
  return at >= 0 && MOVES.test(text.slice(at));
}

function joined(raw: string, gap: string, glued: boolean, at: number): string {
  const sign = /^[:<>=-]/u.exec(gap)?.[0] ?? '';
  return `${at === 0 || (glued && sign === '') || sign === ':' ? '' : ' '}${sign}${raw.toLowerCase()}`;
}

/** "digest weekly fri 8:00": what is said of when, and the usual where nothing is. */
function digest(text: string, managing: boolean): Request {
  if (managing) return { what: 'digest', command: 'digest list', exact: true };
  const day = DAY_NAMED.exec(text)?.[1]?.slice(0, 3);
  const monthly = /\bmonth/u.test(text);
  const weekdays = /\b(?:weekdays?|workdays?)\b/u.test(text);
  const daily = /\b(?:daily|(?:every|each)(?: single)? (?:day|morning|evening))\b/u.test(text);
  const weekly = /\b(?:weekly|week)\b/u.test(text) || day !== undefined;
  const when = monthly ? 'monthly 1' : weekdays ? 'weekdays' : daily ? 'daily' : `weekly ${day ?? 'mon'}`;
  // An hour of the clock is a number alone or with "am"; "at five" is not stated.
  const clock = /\b(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?\b(?=[^\d]*$)/u.exec(CLOCK.exec(text)?.[0] ?? '');
  const hour = Number(clock?.[1] ?? 9) % (clock?.[3] === undefined ? 24 : 12);
  const time = `${hour + (clock?.[3] === 'pm' ? 12 : 0)}:${clock?.[2] ?? '00'}`;
  const odd =
    /\b(?:other|second|quarter|quarterly|fortnight|fortnightly|biweekly|hour|hourly|minute|tomorrow|tonight)\b/u;
  const stated = monthly || weekdays || daily || (weekly && day !== undefined);
  return {
    what: 'digest',
    command: `digest ${when} ${time}`,
    exact: stated && clock !== null && !odd.test(text),
  };
}

/** A number that is the price as `/nd alert` reads it: "150", "$150", "150 usd", not "5 %", "600k" or "1.500,50 €". */
const THRESHOLD =
  /(?:^|\s)(?:\$ ?)?(\d+(?:\.\d{1,2})?)(?=$|\s*(?:\$|usd|dollars?|$)(?:\s|$)|\s+(?!%|percent|k\b|kg|t\b|days?|weeks?|yuan|cny|rmb|euros?|eur|€|£|¥|[-–]|to\b)\p{L})/u;
const DOWN = /\b(?:below|under|drops?|falls?|dips?|sinks?|slips?|less|lower|cheaper|crashes)\b|</u;

/** "alert above 150"; a level where none that can be taken over was said. */
function alert(text: string, managing: boolean): Request {
  if (managing) return { what: 'alert', command: 'alert list', exact: true };
  const level = THRESHOLD.exec(text)?.[1];
  const way = DOWN.test(text) ? 'below' : 'above';
  const example = way === 'below' ? '100' : '140';
  return { what: 'alert', command: `alert ${way} ${level ?? example}`, exact: level !== undefined };
}
