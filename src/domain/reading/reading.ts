/** A question being read: its tokens, and which slot each of them has gone to. */
import { MARKET_WORDS, STOP_WORDS } from './words/plain-words.ts';
import type { Token } from './tokens.ts';

export interface Reading {
  readonly tokens: readonly Token[];
  /** By token: the slot that it was read into, or `undefined` while nobody has understood it. */
  readonly slots: (string | undefined)[];
}

export function startReading(tokens: readonly Token[]): Reading {
  return { tokens, slots: tokens.map(() => undefined) };
}

/** Says that the tokens from `from` up to, not including, `to` are understood as `slot`. What is taken stays taken. */
export function take(reading: Reading, from: number, to: number, slot: string): void {
  for (let at = from; at < to && at < reading.slots.length; at += 1) reading.slots[at] ??= slot;
}

/** Whether nobody has taken any of these tokens. */
export function isFree(reading: Reading, from: number, to = from + 1): boolean {
  for (let at = from; at < to; at += 1) if (reading.slots[at] !== undefined) return false;
  return true;
}

/** The folded word of a token, '' past either end. */
export function wordAt(reading: Reading, at: number): string {
  return reading.tokens[at]?.word ?? '';
}

/** The tokens as typed, with single spaces where there were any. */
export function rawText(reading: Reading, from: number, to: number): string {
  return reading.tokens
    .slice(from, to)
    .map((token, at) => (at === 0 ? token.raw : `${token.glued ? '' : ' '}${joint(token.gap)}${token.raw}`))
    .join('')
    .replace(/ (?=[-/])/gu, '');
}

function joint(gap: string): string {
  return gap === '-' || gap === '/' ? gap : '';
}

/** What was read from which words, in order. Neighbours of one slot are one line. */
export function evidenceOf(reading: Reading): readonly { readonly slot: string; readonly words: string }[] {
  const lines: { slot: string; words: string }[] = [];
  let from = 0;
  for (let at = 1; at <= reading.slots.length; at += 1) {
    const slot = reading.slots[from];
    if (at < reading.slots.length && reading.slots[at] === slot) continue;
    if (slot !== undefined) lines.push({ slot, words: rawText(reading, from, at) });
    from = at;
  }
  return lines;
}

/** How many words were understood, and which were not, as typed; stop words and general market words are neither. */
export function countWords(reading: Reading): {
  readonly known: number;
  readonly unknown: number;
  readonly unread: readonly string[];
} {
  let known = 0;
  const unread: string[] = [];
  for (const [at, token] of reading.tokens.entries()) {
    if (reading.slots[at] !== undefined) known += 1;
    else if (!STOP_WORDS.has(token.word) && !MARKET_WORDS.has(token.word)) unread.push(token.raw);
  }
  return { known, unknown: unread.length, unread };
}
