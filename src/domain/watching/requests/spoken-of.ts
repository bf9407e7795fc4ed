/** Whether a word that is a metal's name and an everyday word, or a symbol, stands where the metal would: "lead price", "when tin drops". */
import NAMED from './metals/metal-words.json' with { type: 'json' };
import type { Found } from './rest.ts';

/** Symbols that are short for other things too: they count where a metal would stand, others only in a row with one. */
export const SPOKEN_SYMBOLS = new Set(NAMED.symbols.split(' '));

/** Before or behind it a name that is an everyday word too is the commodity's: "lead price", "when tin drops". */
const SPOKEN_OF =
  /(?:\b(?:of|for|if|when|whenever|once|as soon as|the|and|or|with|without|me|us|on|in|any|more|time|about|got|bought|sold|offered|quoted|paid|add|include|remove|drop|take|put|swap|replace|watch|monitor|track|follow|post|send|share|show|give|get|have|need|want|like|love|see|receive|know|export|download|extract|dump|pull|log|store|save|record|note|note down|quote|keep|just|only|my|our|all|that|daily|weekly|biweekly|fortnightly|monthly|quarterly|morning|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|digests?|reports?|updates?|roundup|summary|alerts?|alarms?|prices?|can|could|would|will|may|should|let's|see)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\b(?:mon|tues?|wed|thu|thurs|fri|sat|sun)|\d(?:\s?(?:[ap]\.?m\.?|h|hrs|uhr|o'clock))?|[,:;+&/>=(-]|[\uE000-\uE005]|^)\s*$/u;
const SPOKEN_ON =
  /^\s*(?:$|[,.:;+&/<>?!()\d=-]|[\uE000-\uE005]|(?:prices?|quotes?|alerts?|alarms?|digests?|posts?|reports?|updates?|charts?|numbers?|figures?|values?|mails?|messages?|reminders?|ones?|breach(?:es)?|closes|opens|settles|oxide|metal|above|below|over|under|drops?|falls?|rises?|goes|gets|hits|moves?|is|are|has|leaves|enters|reaches|passes|crosses|exceeds|changes?|climbs?|dips?|doubles|halves|makes|sets|tops|breaks|touches|trades|costs|jumps?|slides?|slips?|sinks?|swings?|gains?|loses|surges?|tumbles?|crashes|spikes?|stays|comes|was|were|will|would|could|should|might|may|seems|looks|keeps|arrives?|be|get|posted|via|every|each|daily|weekly|monthly|quarterly|fortnightly|hourly|twice|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thu|thurs|fri|weekdays|workdays|mornings|evenings|[ap]m|and|or|at|to|in|into|on|as|for|from|with|out|off|until|when|if|once|then|again|instead|tomorrow|today|last|since|between|by|here|too|also|please|pls)(?!\p{L}))/u;
/** What is ours stands right behind it: nothing before it makes it another word. */
const OURS_BEHIND = /^\s+(?:prices?|quotes?|alerts?|alarms?|digests?)(?!\p{L})/u;
/** "scrap the 7:45 one": what stands first and has an object is a verb. */
const AS_VERB =
  /^\s+(?:the|my|our|that|this|those|these|it|them|digests?|alerts?|(?:all|both|each|every)(?=\s+(?:\S+\s+){0,3}?(?:digests?|alerts?|ones?|posts?|of)\b))(?!\p{L})/u;
/** "scrap digest 7", where what is scrapped was taken before. */
const OF_ONE_TAKEN = /^\s+[\uE000-\uE005]/u;
const OTHER_THING =
  /^[\s-]+(?:time|times|engineer|out|can|cans|foil|by|lake|standard|lining|paint|acid|plated|medals?|rush|members?|cards?|tier|plan|status|bullets?|screen|pipes?|wires?)(?!\p{L})/u;

/** "I take the lead on this". */
const TAKEN_LEAD = /\b(?:take|takes|took|taking|taken|follow|in) the\s+$|\b(?:team|sales|project)\s+$/u;

/** Whether it is a verb there, or "the lead" that one takes. */
export const isVerb = (name: string, text: string, { from, to }: Found, isNumbered: boolean): boolean =>
  (/^(?:scrap|lead)$/u.test(name) &&
    !(name === 'lead' && OURS_BEHIND.test(text.slice(to))) &&
    /(?:^|[.!?;,]\s*|\b(?:and|please|pls|just)\s+)$/u.test(text.slice(0, from)) &&
    (AS_VERB.test(text.slice(to)) ||
      (name === 'scrap' && isNumbered && OF_ONE_TAKEN.test(text.slice(to))))) ||
  (name === 'lead' && TAKEN_LEAD.test(text.slice(0, from)));

/** Verbs and nouns of any sentence: of these both sides must speak. Of gold and copper one is enough, for what else would be watched. */
const OF_ANY_SENTENCE = new Set(NAMED.ofAnySentence.split(' '));

/** Whether both sides, or one, speak of a metal. */
export const isSpokenOf = (name: string, text: string, { from, to }: Pick<Found, 'from' | 'to'>): boolean => {
  const behind = text.slice(to);
  if (OTHER_THING.test(behind)) return false;
  if (OURS_BEHIND.test(behind)) return true;
  const [before, after] = [SPOKEN_OF.test(text.slice(Math.max(0, from - 14), from)), SPOKEN_ON.test(behind)];
  return OF_ANY_SENTENCE.has(name) || SPOKEN_SYMBOLS.has(name) ? before && after : before || after;
};

/** What stands before a word that is no name: "take the lead", "to lead". */
const OTHER_WORD = /\b(?:the|an?|my|our|your|his|her|their|to|will|can|i|we|you|they|he|she|who)\s+$/u;

/** The same of a text that asks for something of a metal anyhow. */
export const isAnyhowSpokenOf = (
  name: string,
  text: string,
  { from, to }: Pick<Found, 'from' | 'to'>,
): boolean => {
  const behind = text.slice(to);
  if (OTHER_THING.test(behind) || SPOKEN_SYMBOLS.has(name)) return false;
  if (name !== 'lead') return true;
  const before = text.slice(Math.max(0, from - 14), from);
  return !OTHER_WORD.test(before) && (SPOKEN_OF.test(before) || SPOKEN_ON.test(behind));
};
