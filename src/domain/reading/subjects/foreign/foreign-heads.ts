/** Whose figure is asked for, metric by metric: in "price of X" and "X price", X is the head. */
import type { Findings } from '#src/domain/reading/findings.ts';
import {
  isJoined,
  isNoun,
  isNounHere,
  nounsFrom,
  skipToNoun,
  type Found,
  type Role,
  type Sentence,
} from './foreign-roles.ts';
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { wordAt } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

interface Heads {
  /** The first head that is not ours. */
  readonly foreign: Found | undefined;
  /** One of our metals, sectors, countries or products is a head. */
  readonly ours: boolean;
}

export const OWNERS: ReadonlySet<string> = new Set(['our', 'my', 'your', 'company']);
/** Words between a metric and its head: "price of", "output by". After the short ones any noun is the head. */
const LINKS = new Set(['of', 'for', 'on', 'by', 'in', 'from', 'at', 'to']);
const SHORT_LINKS = new Set(['of', 'for']);
const AUXILIARIES = new Set('is are was were does do did has have had will would can could'.split(' '));
const MAKES =
  /^(?:produces?|produced|mines?|mined|makes?|made|manufactures?|manufactured|exports?|exported)$/u;
const MOST = new Set('most more biggest largest best many much'.split(' '));
const AFTER_HOW_MUCH = new Set([...AUXILIARIES, ...SHORT_LINKS]);

/** Finds the heads of all metrics, of "how many", and of the amount. */
export function findHeads({ hits, subjects, amounts, words }: Findings, sentence: Sentence): Heads {
  const { reading } = sentence;
  const named = subjects.ours.length > 0;
  const found: (Found | 'ours' | undefined)[] = [];
  for (const metric of hits) {
    // "growth of the company", "increase in headcount".
    if (metric.kind === 'change') found.push(ofChange(sentence, metric));
    if (metric.kind !== 'metric' && metric.kind !== 'weak' && metric.kind !== 'loose') continue;
    found.push(headBefore(sentence, metric.from), headAfter(sentence, metric, named));
    if (metric.id === 'price' && words[metric.from] === 'how') found.push(howMuch(sentence, metric.to));
    const owner = wordAt(reading, metric.from - 1);
    const owned = OWNERS.has(owner) && owner !== 'your' && metric.kind === 'metric';
    if (owned && amounts.amount === null) found.push({ from: metric.from - 1, to: metric.to });
    if (!named) found.push(ownRate(sentence, metric));
  }
  // "how many wind turbines were built".
  for (const [at, word] of words.entries()) {
    if (word === 'how' && words[at + 1] === 'many') found.push(howMuch(sentence, at + 2));
  }
  // In a list, an amount of something else is left out alone.
  const ofAmounts = amounts.amounts.map(({ next }) => ofAmount(sentence, next));
  if (ofAmounts.includes('ours')) found.push('ours');
  else found.push(...ofAmounts);
  return {
    foreign: found.find((head) => head !== undefined && head !== 'ours'),
    ours: found.includes('ours'),
  };
}

/** "your hourly rate", "my fee": what somebody takes for their time. */
function ownRate({ reading }: Sentence, { id, from, to }: Hit): Found | undefined {
  if (id !== 'price' || !/^(?:rate|fee|charge|bill)s?$/u.test(wordAt(reading, from))) return undefined;
  const owner = reading.slots[from - 1] === 'time' ? from - 2 : from - 1;
  return OWNERS.has(wordAt(reading, owner)) ? { from: owner, to } : undefined;
}

/** "apple price", "apple average price", "Toyota's 2024 production". */
function headBefore(sentence: Sentence, metricAt: number): Found | 'ours' | undefined {
  let at = metricAt - 1;
  while (at >= 0 && isLink(sentence, at)) at -= 1;
  if (sentence.roles[at] === 'ours') return 'ours';
  if (!isNoun(sentence, at) || !isJoined(sentence, at + 1)) return undefined;
  let from = at;
  while (isNoun(sentence, from - 1) && isJoined(sentence, from)) from -= 1;
  return { from, to: at + 1 };
}

/** A year, an adjective of the trade, or another metric between a subject and its metric; a stop word ends the search. */
function isLink(sentence: Sentence, at: number): boolean {
  if (!isJoined(sentence, at + 1)) return false;
  const word = wordAt(sentence.reading, at);
  if (sentence.roles[at] === 'metric') return true;
  return sentence.roles[at] === 'plain' && !STOP_WORDS.has(word) && !AUXILIARIES.has(word);
}

/** "price of eggs", "production of electric cars", "output by Lynas", and the compound "production database". */
function headAfter(sentence: Sentence, metric: Hit, named: boolean): Found | 'ours' | undefined {
  const { reading, roles } = sentence;
  let linkAt = metric.to;
  while (reading.slots[linkAt] === 'year') linkAt += 1;
  const link = wordAt(reading, linkAt);
  if (!isJoined(sentence, linkAt)) return undefined;
  if (!LINKS.has(link)) {
    const made = metric.id === 'production' && MAKES.test(wordAt(reading, metric.to - 1));
    if (made) return madeThing(sentence, metric.to);
    const compound = metric.kind === 'metric' && metric.id !== 'price' && !named;
    return compound && roles[metric.to] === 'unknown'
      ? nounsFrom(sentence, metric.to, metric.from)
      : undefined;
  }
  const at = skipToNoun(sentence, linkAt + 1);
  if (roles[at] === 'ours') return SHORT_LINKS.has(link) ? 'ours' : undefined;
  if (!isNounHere(sentence, at)) return undefined;
  // "price in general", "output to come": only what is produced or used has a place or an actor that is a plain noun.
  const far = !SHORT_LINKS.has(link) && roles[at] === 'unknown';
  return far && (metric.id === 'price' || link === 'to' || named) ? undefined : nounsFrom(sentence, at);
}

/** "who produces the most laptops": what is made is asked about. */
function madeThing(sentence: Sentence, after: number): Found | 'ours' | undefined {
  const at = skipToNoun(sentence, after, MOST);
  if (sentence.roles[at] === 'ours') return 'ours';
  return isNoun(sentence, at) && isJoined(sentence, at) ? nounsFrom(sentence, at) : undefined;
}

/** "how much is an iPhone", "how much for a Tesla". */
function howMuch(sentence: Sentence, after: number): Found | 'ours' | undefined {
  const at = skipToNoun(sentence, after, AFTER_HOW_MUCH);
  // "how much do you cost".
  const you = wordAt(sentence.reading, at) === 'you';
  if (you && /^(?:cost|charge|weigh)$/u.test(wordAt(sentence.reading, at + 1)))
    return { from: at, to: at + 1 };
  if (sentence.roles[at] === 'ours') return 'ours';
  // "how much does the publisher cost": who gives figures is not what they are of.
  const cited = sentence.reading.slots[at] === 'report' || sentence.reading.slots[at] === 'usgs';
  if (cited && /^(?:cost|costs|charge|charges|)$/u.test(wordAt(sentence.reading, at + 1)))
    return { from: at, to: at + 1 };
  return isNounHere(sentence, at) ? nounsFrom(sentence, at) : undefined;
}

/** Whose change it is: what stands after "of" or "in". */
function ofChange(sentence: Sentence, change: Hit): Found | 'ours' | undefined {
  const link = wordAt(sentence.reading, change.to);
  if (link !== 'of' && link !== 'in') return undefined;
  const at = skipToNoun(sentence, change.to + 1);
  if (sentence.roles[at] === 'ours') return 'ours';
  return isNounHere(sentence, at) ? nounsFrom(sentence, at) : undefined;
}

/** "250 kg of copper", "2 t copper", "5 kg Pr", but not "2 t please". */
export function ofAmount(sentence: Sentence, after: number): Found | 'ours' | undefined {
  const of = wordAt(sentence.reading, after) === 'of';
  const at = skipToNoun(sentence, of ? after + 1 : after);
  if (sentence.roles[at] === 'ours') return 'ours';
  const { raw = '', word = '' } = sentence.reading.tokens[at] ?? {};
  const isSymbol = at === after && /^\p{Lu}\p{Ll}?$/u.test(raw) && !STOP_WORDS.has(word);
  if (isSymbol && sentence.reading.slots[at] === undefined) return { from: at, to: at + 1 };
  return (of ? isNounHere(sentence, at) : sentence.roles[at] === 'thing')
    ? nounsFrom(sentence, at)
    : undefined;
}

const PRAISED = /^(?:best|nicest|finest|coolest|greatest|favou?rite|worst)$/u;
const GOODS: ReadonlySet<Role | undefined> = new Set(['use', 'thing', 'company']);

/** "Who makes the best phone", "what is the best electric car": goods that are judged, and nothing of the market is asked of them. */
export function judgedGoods({ hits }: Findings, { reading, roles }: Sentence): Found | undefined {
  const isGoods = (at: number) =>
    GOODS.has(roles[at]) || hits.some(({ kind, from, to }) => kind === 'sector' && from <= at && at < to);
  const from = roles.findIndex(
    (_, at) => PRAISED.test(wordAt(reading, at - 1)) && isGoods(at) && isJoined({ reading, roles }, at),
  );
  if (from < 0) return undefined;
  let to = from + 1;
  while (isGoods(to)) to += 1;
  return { from, to };
}
