/**
 * Names of commodities that are everyday words as well: lead, tin, gold, salt. They name a commodity only where the
 * sentence is about one: "lead price", "who mines the most tin", but not "the lead engineer", "iron out", "tin foil".
 */
import LEANING from '#src/domain/reading/words/leaning.json' with { type: 'json' };
import { isFree, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';
import { COMPANY } from '#src/domain/reading/subjects/symbols.ts';

/** What speaks of a market: a name beside it is a commodity's. */
const MARKET_CUES = new Set([
  ...COMPANY,
  'yearly',
  'annual',
  'terms',
  'loose',
  'all countries',
  'facet',
  'chemistry',
]);
/** Behind such a word the name is a verb, or the object of one: "iron out", "lead by", "salt the". */
const AFTER_VERB = new Set(
  'out by the a an to us me my our your their this that it them him her up down off into away ahead through over on'.split(
    ' ',
  ),
);
/** Before a verb. */
const BEFORE_VERB = new Set(
  'to will would can could may might should must not i we you they who please lets does do did'.split(' '),
);

/** Whether a name that is an everyday word is one here. @param hits All that was found in the question. */
export function isEverydayWord(reading: Reading, { from, to }: Hit, hits: readonly Hit[]): boolean {
  const [before, after] = [wordAt(reading, from - 1), wordAt(reading, to)];
  const joined = reading.tokens[to]?.gap === '' || reading.tokens[to]?.gap === '-';
  const isMetric = (at: number) => hits.some((hit) => hit.kind === 'metric' && hit.from === at);
  // "copper-bottomed", "gold-plated", but not "gold-price".
  if (reading.tokens[to]?.gap === '-' && !isMetric(to)) return true;
  // "Silver a gram", "lead a tonne".
  if (/^(?:amount|unit)$/u.test(reading.slots[to] ?? '') && !ARTICLE.test(before)) return false;
  const asked = /^(?:is|are|was|were|when|why|how)$/u.test(before);
  // "Why is gold so high", "is silver up".
  if (/^(?:is|are|was|were)$/u.test(before) && /^(?:so|too|very|up|down|high|low|going)$/u.test(after))
    return false;
  // "LME tin", but not "salt of the earth".
  const isBeside = (hit: Hit) => hit.to === from || hit.from === to;
  // "Gold price volatility" is of gold, though no figure answers it.
  const isPriced = ({ kind, from: at }: Hit) => kind === 'other' && /^prices?$/u.test(wordAt(reading, at));
  const cues = hits.filter(
    (hit) => (MARKET_CUES.has(hit.kind) && (hit.kind !== 'facet' || isBeside(hit))) || isPriced(hit),
  );
  const isCue = (at: number) => cues.some((hit) => hit.from <= at && at < hit.to);
  if (reading.tokens.length === 1) return false;
  // "What happened to lead".
  if (hits.some((hit) => hit.kind === 'change' && hit.to === from && hit.to - hit.from > 2)) return false;
  // "US dependence on Russia for palladium" is of trade.
  const isOfTrade =
    hits.some(({ kind }) => kind === 'country') && reading.tokens.some(({ word }) => RELIES.test(word));
  if (isOfTrade && /^(?:for|on|of)$/u.test(before)) return false;
  if (isAskedAlone(reading, from, to, hits) || isOfPlace(reading, from, to, hits)) return false;
  // "Is that more than gold", "vs lead in 2023".
  const isHeld = /^(?:to|with)$/u.test(before) && /^(?:compared|relative)$/u.test(wordAt(reading, from - 2));
  if ((isHeld || /^(?:than|vs|versus|against)$/u.test(before)) && isLast(reading, to)) return false;
  // "Is copper above $9,000", "how long will the zinc last", "who is number two in tin".
  const judged = reading.slots.some(
    (slot) => slot === 'threshold' || slot === 'reserve-life' || slot === 'rank' || slot === 'without',
  );
  if (judged && !ARTICLE.test(before)) return false;
  // "Do the sources agree on copper".
  const has = (kind: Hit['kind']): boolean => hits.some((hit) => hit.kind === kind);
  if (has('verify') && has('sources') && /^(?:on|about|for|of)$/u.test(before)) return false;
  // "Where do the copper figures come from".
  if ((has('origin') || has('sources')) && /^(?:figures?|data|numbers?|stats|statistics)$/u.test(after))
    return false;
  // "It cost me a nickel", "cost per lead".
  if (/^(?:an?|per)$/u.test(before) && !isCue(to)) return true;
  // "copper-bottomed", "the lead engineer", "tin foil".
  const beside = hits.some((hit) => hit.from === to && (hit.kind === 'metal' || hit.kind === 'country'));
  if (joined && isUnknownNoun(reading, to, hits) && !beside) return true;
  const ofIt =
    before === 'of' ||
    before === 'for' ||
    /^(?:much|most|more|us|world|refined|primary|mined)$/u.test(before);
  // "does China lead in production", "who will lead the team".
  // "Copper US price": capitals make a country of it.
  // "Salt us production": what follows is the country's.
  const isCountry = after === 'us' && (reading.tokens[to]?.raw === 'US' || isMetric(to + 1));
  // "Silver this year": a time behind it is no object.
  const isVerb = AFTER_VERB.has(after) && !isCountry && !isTime(reading, to);
  // "Lead in steel", but not "copper in May against June", "copper in euros", "zinc and copper in China".
  const listed = isListed(reading, from, hits);
  const afterVerb = isVerb || (after === 'in' && !listed && !isSaid(reading, to + 1));
  const subject =
    BEFORE_VERB.has(before) ||
    hits.some((hit) => hit.to === from && hit.kind === 'country' && wordAt(reading, 0) !== 'us');
  if (afterVerb && !ofIt && !(asked && cues.length > 0) && (subject || isVerb || !isCue(from - 1)))
    return !isCue(to);
  if (BEFORE_VERB.has(before) && !/^(?:does|do|did|is)$/u.test(before) && !isCue(to)) return true;
  return (
    cues.length === 0 &&
    !reading.slots.some((slot) => slot === 'currency' || slot === 'energy') &&
    !isMeasured(reading, from, to) &&
    !hits.some((hit) => hit.kind === 'metal' && hit.from !== from)
  );
}

/** What may stand before a name that is asked about and nothing else, and behind it. */
const ASKED_BEFORE =
  /^(?:add|include|drop|remove|without|exclude|skip|plus|hi|hello|hey|and|please|pls|what|whats|where|wheres|how|hows|s|about|is|was|were|did|has|of|for|the|ok|so)$/u;
const ASKED_BEHIND =
  /^(?:please|pls|plz|thanks|in|on|at|of|for|from|since|over|during|until|till|by|between|the|do|doing|done|been|going|and|to|was|is|used|made|mined|vs|versus|against|or|compared|than|with|too|also|as|well|likewise|instead)$/u;
const RELIES = /^(?:depend(?:s|ent|ence|ency)?|relian(?:ce|t)|rel(?:y|ies))$/u;
const ARTICLE = /^(?:an?|the)$/u;

/** "Nickel please", "what was zinc in April 2022", "copper since March": nothing is said but the name, a time, a unit and how one asks. */
function isAskedAlone({ tokens, slots }: Reading, from: number, to: number, hits: readonly Hit[]): boolean {
  const said = (at: number) =>
    isSaid({ slots }, at) ||
    LEANING_WORDS.has(tokens[at]?.word ?? '') ||
    hits.some((hit) => TALK.has(hit.kind) && hit.from <= at && at < hit.to);
  const before = tokens.slice(0, from).every(({ word }, at) => said(at) || ASKED_BEFORE.test(word));
  const behind = tokens.slice(to).every(({ word }, at) => said(to + at) || ASKED_BEHIND.test(word));
  // "Lead by the", "the lead is", "iron on".
  const isNoun = !ARTICLE.test(tokens[from - 1]?.word ?? '') || slots.some((_, at) => said(at));
  const ends =
    !ARTICLE.test(tokens.at(-1)?.word ?? '') &&
    !(tokens.length === to + 1 && DANGLING.test(tokens[to]?.word ?? ''));
  return before && behind && isNoun && ends;
}
/** Said around a name that takes the place of another: "ok, gold then", "the same for tin", "make it copper". */
const TALK: ReadonlySet<Hit['kind']> = new Set(['greeting', 'filler', 'follow-up', 'level']);
const LEANING_WORDS: ReadonlySet<string> = new Set(
  [LEANING.aside, LEANING.adds, LEANING.sameTime].flat().flatMap((phrase) => phrase.split(' ')),
);

/** "Zambia copper", "mica, India", "tin of Peru": a country and a name, and nothing else; but not "did China lead". */
function isOfPlace(reading: Reading, from: number, to: number, hits: readonly Hit[]): boolean {
  if (reading.tokens.length > MOST_OF_PLACE) return false;
  const isPlace = (at: number) =>
    hits.some((hit) => /^(?:country|place-name)$/u.test(hit.kind) && hit.from <= at && at < hit.to);
  const others = reading.tokens.flatMap((token, at) =>
    (from <= at && at < to) || isPlace(at) || isTime(reading, at) ? [] : [token],
  );
  return reading.tokens.some((_, at) => isPlace(at)) && others.every(({ word }) => OF_PLACE.test(word));
}
/** A longer text says more than that. */
const MOST_OF_PLACE = 12;
const OF_PLACE = /^(?:s|in|of|from|for|and|the|please|pls)$/u;

/** Behind it only a time is said, and words that say nothing. */
const isLast = ({ tokens, slots }: Reading, to: number): boolean =>
  tokens
    .slice(to)
    .every(({ word }, at) => isSaid({ slots }, to + at) || (STOP_WORDS.has(word) && word !== 'the'));

const isTime = ({ slots }: Pick<Reading, 'slots'>, at: number): boolean =>
  /^(?:year|time|date)$/u.test(slots[at] ?? '');
/** A time, money or a mass by which a price is told. */
const isSaid = ({ slots }: Pick<Reading, 'slots'>, at: number): boolean =>
  isTime({ slots }, at) || /^(?:currency|unit)$/u.test(slots[at] ?? '');

/** "Zinc and copper", "tin, lead": right behind another name, a name is no verb. */
const isListed = ({ tokens }: Reading, from: number, hits: readonly Hit[]): boolean => {
  const isJoined = LIST_JOIN.test(tokens[from - 1]?.word ?? '');
  const end = isJoined ? from - 1 : /[,/&+]/u.test(tokens[from]?.gap ?? '') ? from : -1;
  return hits.some(({ kind, to }) => kind === 'metal' && to === end);
};
const LIST_JOIN = /^(?:and|or|vs|versus|plus)$/u;
/** Behind a verb: "iron on", "lead to". */
const DANGLING = /^(?:in|on|at|of|for|from|over|by|to|the|between)$/u;

/** A word behind the name that nothing of ours explains: a noun that the name only qualifies. */
function isUnknownNoun(reading: Reading, at: number, hits: readonly Hit[]): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.value !== undefined || !isFree(reading, at)) return false;
  if (STOP_WORDS.has(token.word) || MARKET_WORDS.has(token.word)) return false;
  const known = hits.some((hit) => hit.from <= at && at < hit.to && !STRANGE.has(hit.kind));
  return !known && /^\p{L}{2,}/u.test(token.word);
}
const STRANGE = new Set(['thing', 'company', 'sense', 'use', 'place-name']);

/** "2 t of lead", "lead 2024". */
function isMeasured({ slots }: Reading, from: number, to: number): boolean {
  return [from - 1, from - 2, to, to + 1].some((at) =>
    /^(?:amount|unit|year|time|date|currency)$/u.test(slots[at] ?? ''),
  );
}
