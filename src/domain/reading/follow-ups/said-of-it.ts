/** The few words that ask something of an answer as a whole: which of the listed kinds they are, whatever stands before or behind them. */
import { isYear } from '#src/domain/measure/days.ts';
import type { Question } from '#src/domain/reading/question.ts';
import SAID from '#src/domain/reading/words/of-the-answer.json' with { type: 'json' };

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const LEAD = wordsOf(SAID.lead);
const DEGREE = wordsOf(SAID.degree);
const TOP = wordsOf(SAID.top);
const SURE = wordsOf(SAID.sure);
const OF_SURE = wordsOf(SAID.ofSure);
const KINDS = ['high', 'low', 'usual', 'fair', 'firm', 'others', 'times', 'peak', 'trough', 'gap'] as const;
export type Kind = (typeof KINDS)[number];
const PHRASES = new Map(KINDS.map((kind) => [kind, new Set<string>(SAID[kind])] as const));
/** What needs no "is that" before it. */
const ALONE: ReadonlySet<Kind> = new Set(['fair', 'firm', 'others', 'times', 'peak', 'trough', 'gap']);
/** What "is that" may stand before. */
const OF_THAT: ReadonlySet<Kind> = new Set(['high', 'low', 'usual', 'fair', 'firm']);

/** In lower case, without the marks of a sentence; as many as count. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}'%]+/u)
    .filter((word) => word !== '');

/** "Just the top 3". */
export const isTop = (words: readonly string[], { listed }: Question): boolean =>
  listed !== undefined && words.every((word) => TOP.has(word) || LEAD.has(word) || word === String(listed));

/** What the words ask of the answer before. */
export function saidOf(words: readonly string[]): ReadonlySet<Kind> {
  const start = words.findIndex((word) => !LEAD.has(word));
  const rest = start < 0 ? [] : words.slice(start);
  const [how, sure = ''] = rest;
  const isSure =
    (how === 'how' && SURE.has(sure) && rest.slice(2).every((word) => OF_SURE.has(word) || isYear(word))) ||
    (how === 'are' &&
      sure === 'you' &&
      SURE.has(rest[2] ?? '') &&
      rest.slice(3).every((word) => OF_SURE.has(word) || isYear(word)));
  if (isSure) return new Set<Kind>(['firm']);
  const found = new Set<Kind>();
  for (const line of endings(rest.join(' '))) {
    for (const kind of ALONE) if (PHRASES.get(kind)?.has(line) === true) found.add(kind);
    const of = afterThat(line);
    if (of !== undefined)
      for (const kind of OF_THAT) if (PHRASES.get(kind)?.has(of) === true) found.add(kind);
  }
  return found;
}

/** The words as they stand, and without what says nothing at their end. */
function endings(line: string): readonly string[] {
  const found = [line];
  for (let last: string | undefined = line; last !== undefined;) {
    const before: string = last;
    const tail = SAID.trail.find((one) => before.endsWith(` ${one}`));
    last = tail === undefined ? undefined : before.slice(0, -tail.length - 1);
    if (last !== undefined) found.push(last);
  }
  return found;
}

/** What is said of "that", without how very much it is; `undefined` where nothing is said of it. */
function afterThat(line: string): string | undefined {
  const that = SAID.that
    .filter((one) => line.startsWith(`${one} `))
    .toSorted((a, b) => b.length - a.length)[0];
  if (that === undefined) return undefined;
  const words = line.slice(that.length + 1).split(' ');
  const from = words.findIndex((word) => !DEGREE.has(word));
  return from < 0
    ? undefined
    : words
        .slice(from)
        .filter((word) => word !== 'a')
        .join(' ');
}
