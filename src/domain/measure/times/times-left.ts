/** Words that say when and that no reader took: names of holidays, a week of one's own, whatever stands beside a year unread. */

import type { When } from './when.ts';

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}'.-]*|\d[\d.,/:-]*|[\uE001\uE002]|\S/gu;
const TAKEN = '\uE001';
const YEARS = '\uE002';
/** Named by themselves, with no preposition or year beside them. */
const NAMED =
  /\b(?:ramadan|ramzan|eid|easter|christmas|xmas|diwali|thanksgiving|golden week|(?:chinese|lunar)?\s*new year(?:'s)?(?: day| eve)?|spring festival|mid-autumn(?: festival)?|tet|hanukkah|black friday|labou?r day|national day|summer|autumn|winter|springtime|weekends?|holidays?|semesters?|trimesters?)\b/giu;
/** What is no part of the word before it. */
const ENDS = /(?:'s|[.'-])$/;
const SPANS =
  /^(?:week|month|quarter|half|year|season|period|holiday|festival|session|break|shutdown|days?)s?$/i;
const OPENERS = new Set(['since', 'during', 'throughout', 'until', 'till', 'amid']);
const SIDES = new Set(['before', 'after', 'around', 'post', 'pre', 'prior']);
const LITTLE = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'to',
  'our',
  'my',
  'their',
  'this',
  'that',
  'last',
  'first',
  'over',
  'on',
  'at',
  'by',
  'for',
  'and',
]);
const MOST_WORDS = 4;

/** A text without the times that were read in it: a sign that nobody types stands for each. */
export function withoutTimes(text: string, times: readonly When[]): string {
  return times.toReversed().reduce((rest, { from, to, kind }) => {
    const sign = kind === 'years' ? YEARS : TAKEN;
    return kind === 'now' || kind === 'every' ? rest : `${rest.slice(0, from)} ${sign} ${rest.slice(to)}`;
  }, text);
}

/**
 * @param rest A text without its times.
 * @param isKnown Whether a word in lower case means something that is no time: what stands beside a year and is not known
 *   may be a time of its own ("Golden Week 2026"), and then the year is not what was asked for.
 */
export function leftTimes(rest: string, isKnown: (word: string) => boolean): readonly string[] {
  const words = rest.match(TOKEN) ?? [];
  const lower = words.map((word) => {
    const plain = word.toLowerCase();
    return ENDS.test(plain) ? plain.replace(/'s$|(?<![.'-])[.'-]+$/, '') : plain;
  });
  const isUnknown = (at: number) =>
    /^\p{L}{2}/u.test(lower[at] ?? '') && !LITTLE.has(lower[at] ?? '') && !isKnown(lower[at] ?? '');
  const found = new Set<string>();
  const add = (from: number, to: number) =>
    found.add(
      words
        .slice(from, to)
        .join(' ')
        .replace(/[.,;:!?]$/, ''),
    );
  for (const name of rest.match(NAMED) ?? []) found.add(name.trim());
  for (const [at, word] of lower.entries()) {
    if (SPANS.test(word) && isUnknown(at - 1)) add(at - 1, at + 1);
    else if (SPANS.test(word) && /^\d/.test(lower[at + 1] ?? '')) add(at, at + 2);
    if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(word)) add(at, at + 1);
    if (OPENERS.has(word) || SIDES.has(word)) {
      const start = afterLittle(lower, at + 1);
      const opens = OPENERS.has(word)
        ? /^\p{L}/u.test(lower[start] ?? '') && lower[start] !== 'when'
        : isUnknown(start);
      if (opens) add(start, endOf(start, Math.max(start + 1, lower.length), isUnknown));
    }
    if (word === YEARS) {
      const before = beforeLittle(lower, at - 1);
      if (isUnknown(before)) add(startOf(before, isUnknown), before + 1);
      if (isUnknown(at + 1)) add(at + 1, endOf(at + 1, lower.length, isUnknown));
    }
  }
  // "Golden Week" is said once, whichever rule found a part of it.
  const all = [...found];
  return all.filter(
    (one) => !all.some((other) => other !== one && other.toLowerCase().includes(one.toLowerCase())),
  );
}

function afterLittle(words: readonly string[], at: number): number {
  let start = at;
  while (LITTLE.has(words[start] ?? '')) start += 1;
  return start;
}

function beforeLittle(words: readonly string[], at: number): number {
  let end = at;
  while (/^(?:of|in|the)$/.test(words[end] ?? '')) end -= 1;
  return end;
}

function endOf(start: number, most: number, isUnknown: (at: number) => boolean): number {
  let end = start + 1;
  while (end < most && end < start + MOST_WORDS && isUnknown(end)) end += 1;
  return end;
}

function startOf(end: number, isUnknown: (at: number) => boolean): number {
  let start = end;
  while (start > 0 && end - start < MOST_WORDS && isUnknown(start - 1)) start -= 1;
  return start;
}
