/** What is asked of whoever answers, and of no figure: alerts, digests, own prices, charts, files, years, languages. */
import WORDS from '../words/asks/help-words.json' with { type: 'json' };
import { STOP_WORDS } from '../words/plain-words.ts';
import type { Findings } from '../findings.ts';

/** What there is help on. */
export type HelpOn = keyof (typeof WORDS)['topics'];

interface Topic {
  readonly id: HelpOn;
  readonly said: readonly string[];
  readonly beside: ReadonlySet<string>;
  /** A metal or a number beside it asks for no figure: "alerts on copper". */
  readonly metals: boolean;
}

const isTopic = (id: string): id is HelpOn => id in WORDS.topics;
const COMMON: ReadonlySet<string> = new Set(WORDS.common);
const TOPICS: readonly Topic[] = Object.keys(WORDS.topics)
  .filter(isTopic)
  .map((id) => {
    const topic = WORDS.topics[id];
    return { id, said: topic.said, beside: new Set<string>(topic.beside), metals: 'metals' in topic };
  });

/** It is asked of us, or how something is done here. */
const ASKS =
  /\b(?:you|your|yours|u|ur|bot|lodestone|help)\b|\bhow (?:do|can|could|to|would|should|does|is|are|often|old|fresh|current|far|many)\b|\b(?:can|could|may) (?:i|we|it|this)\b|\b(?:is|are) (?:it|there|my|our|the|this)\b|^(?:set|create|list|metals?|what|which|who|do|does)\b/u;
/** Of these too little says that they are ours: whoever answers, or whoever asks, is spoken of. */
const ADDRESSED: ReadonlyMap<HelpOn, RegExp> = new Map([
  ['languages', /^(?!.*\bsay\b).*\b(?:you|u|bot|lodestone)\b/u],
  ['machine', /\b(?:you|your|u|bot|lodestone)\b/u],
  ['export', /\b(?:you|your|u|bot|lodestone|i|we)\b/u],
  ['charts', /\b(?:you|your|u|bot|lodestone|i|we)\b/u],
]);
/** A metal or an amount may stand beside it. */
const SLOTS: ReadonlySet<string> = new Set(['metal', 'money', 'amount', 'unit', 'form', 'oxide']);

/** `undefined` where no such help is asked for, or anything else is. @param everyday Names of metals that are everyday words too */
export function readHelpOn(
  { words, reading, times, subjects, allCountries }: Findings,
  everyday: ReadonlySet<string>,
): HelpOn | undefined {
  if (times.years.length > 0 || subjects.sectors.length > 0 || allCountries) return undefined;
  const text = words.join(' ');
  if (!ASKS.test(text)) return undefined;
  const found = TOPICS.find((topic) => isAsked(topic, text, words, reading, everyday))?.id;
  // "Do you speak German" names no country of output.
  return subjects.countries.length > 0 && found !== 'languages' ? undefined : found;
}

function isAsked(
  { id, said, beside, metals }: Topic,
  text: string,
  words: readonly string[],
  { slots, tokens }: Findings['reading'],
  everyday: ReadonlySet<string>,
): boolean {
  const padded = ` ${text} `;
  const phrase = said.find((one) => padded.includes(` ${one} `));
  if (phrase === undefined || ADDRESSED.get(id)?.test(text) === false) return false;
  const of = new Set(phrase.split(' '));
  return words.every((word, at) => {
    const slot = slots[at] ?? '';
    if (SLOTS.has(slot) || everyday.has(word) || tokens[at]?.value !== undefined) return metals;
    return of.has(word) || beside.has(word) || COMMON.has(word) || STOP_WORDS.has(word);
  });
}
