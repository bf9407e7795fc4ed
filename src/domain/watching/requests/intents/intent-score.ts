/**
 * How likely each intent is, by what was seen of a clause: its words with what is named left out, what it states, which of the words that
 * requests are told by it has, and what those say by themselves. Learned from messages that were written for it (`npm run learn:requests`).
 */
import { stemmer } from 'stemmer';
import { classFeatures } from './intent-lexicon.ts';
import * as words from './intent-words.ts';
import weights from './intent-weights.json' with { type: 'json' };
import type { Clause, Signs } from './clause.ts';
import { INTENTS, type Intent } from '../request.ts';

/** What is seen of a clause before it is known what it asks for. */
export interface Look {
  readonly clause: Clause;
  readonly signs: Signs;
  /** Days of a month that is over are named. */
  readonly past: boolean;
  /** The clause with a word in the place of all that is named: "send PLACE the METAL price". */
  readonly outline: string;
  /** What the words that requests are told by say. */
  readonly told: Intent | undefined;
}

// A module lists its exports by name; a bundler, or whatever runs it otherwise, as they stand: what is learned hangs on their order.
const PATTERNS = Object.entries(words)
  .filter(([name]) => name !== 'POLITE')
  .toSorted(([a], [b]) => (a < b ? -1 : 1));
const NUMBER = /\d[\d.,]*/gu;
const TOKEN = /[\p{L}']+|[?!:]|->|=>/gu;
/** Words at the head that count by their place. */
const FIRST = 3;
const MOST_FOREIGN = 3;

/** Names of what a clause has, each once. */
export function featuresOf({ clause, signs, outline, told }: Look): readonly string[] {
  const found = new Set(['always', `told ${told ?? NONE}`]);
  const plain = outline.replaceAll(NUMBER, ' NUMBER ');
  const tokens = (plain.match(TOKEN) ?? []).map((word) => (/^[a-z]+$/.test(word) ? stemmer(word) : word));
  for (const [at, word] of tokens.entries()) {
    const [last = '^', before = '^'] = [tokens[at - 1], tokens[at - 2]];
    found.add(word).add(`${last} ${word}`).add(`${before} _ ${word}`);
    if (at < FIRST) found.add(`${at}:${word}`);
  }
  found.add(`${tokens.at(-1) ?? '^'} $`);
  for (const name of classFeatures(plain)) found.add(name);
  for (const [sign, value] of Object.entries(signs)) if (value === true) found.add(`has ${sign}`);
  found.add(`foreign ${Math.min(MOST_FOREIGN, signs.foreign)}`);
  for (const [name, pattern] of PATTERNS) {
    if (pattern.test(clause.text)) found.add(`text ${name}`);
    if (pattern.test(clause.head)) found.add(`head ${name}`);
  }
  return [...found];
}

/** That nothing is asked for. */
export const NONE = 'none';
/** Something comes of a clause only where it is less likely than this that nothing is asked for: where words told it, where all that it needs is said besides, and where none did. */
const DOUBT = { whole: 0.95, told: 0.5, untold: 0.25 };

/** By feature, the number of a class and its weight, the next class and its weight, and so on; as text, since few of them are ever looked at. */
function rowOf(feature: string): readonly number[] {
  const rows: Readonly<Record<string, string>> = weights.features;
  return Object.hasOwn(rows, feature) ? (rows[feature] ?? '').split(' ').map(Number) : [];
}

/** Verbs that have one sense of what is done with one that there is. */
const OUTRIGHT: Readonly<Record<string, RegExp>> = {
  pause: /^(?:pause|mute|suspend|freeze)(?!\p{L})/u,
  snooze: /^(?:snooze|mute|silence)(?!\p{L})/u,
  resume: /^(?:resume|un-?pause|un-?mute|un-?snooze|un-?freeze|re-?activate|re-?enable)(?!\p{L})/u,
  delete: /^(?:delete|remove|cancel|erase|unsubscribe|scrap|get rid of)(?!\p{L})/u,
};

/** Whether what the words told is also the first of them: then nothing that was learned says otherwise. */
const isSaidOutright = ({ told, clause }: Look): boolean =>
  OUTRIGHT[told?.split('.')[1] ?? '']?.test(clause.head) === true &&
  (words.DIGEST_NOUN.test(clause.text) || words.ALERT_NOUN.test(clause.text));

/** From how likely on nothing is asked for. */
function doubtOf({ told, signs, clause }: Look): number {
  if (told === undefined) return DOUBT.untold;
  const isPlain = signs.metals && signs.foreign <= 1;
  const isWhole =
    isPlain &&
    ((told === 'digest.create' && signs.often && signs.clock) ||
      (told === 'alert.create' && signs.amount) ||
      (told === 'export' && /^(?:export|download)\s/u.test(clause.head)));
  return isWhole ? DOUBT.whole : DOUBT.told;
}

/** The likeliest intent; `undefined` where it may well be that nothing is asked for. */
export function likeliestIntent(look: Look): Intent | undefined {
  const features = featuresOf(look);
  const sums = weights.classes.map(() => 0);
  for (const feature of features) {
    const row = rowOf(feature);
    for (let at = 0; at < row.length; at += 2) {
      const of = row[at] ?? 0;
      sums[of] = (sums[of] ?? 0) + (row[at + 1] ?? 0);
    }
  }
  const scaled = sums.map((sum) => Math.exp(sum / Math.sqrt(features.length)));
  const total = scaled.reduce((all, one) => all + one, 0);
  const none = (scaled[weights.classes.indexOf(NONE)] ?? 0) / total;
  if (none > doubtOf(look)) return undefined;
  if (isSaidOutright(look)) return look.told;
  const others = scaled.map((value, at) => (weights.classes[at] === NONE ? -1 : value));
  const likeliest = INTENTS.find((intent) => intent === weights.classes[others.indexOf(Math.max(...others))]);
  // What is asked is answered: of a question comes a list, or what its words themselves ask for.
  const isAsked =
    look.told === undefined && words.ASKING.test(look.clause.text) && look.clause.text.endsWith('?');
  return isAsked && likeliest?.endsWith('.list') !== true ? undefined : likeliest;
}
