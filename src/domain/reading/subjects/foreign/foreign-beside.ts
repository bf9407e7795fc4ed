/** Subjects beside which figures of ours may be given, and money, which is a subject where it is what is asked about. */
import type { Findings } from '#src/domain/reading/findings.ts';
import { type Found, type Sentence, isNoun, nounsFrom } from './foreign-roles.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);

/** In a list with one of ours: "samarium and neodymium", "Nd, Cu". */
export function isListed({ reading, roles }: Sentence, { from, to }: Found): boolean {
  const joins = (at: number) =>
    /[,/&+]/u.test(reading.tokens[at]?.gap ?? '') || /^(?:and|or|plus|und)$/u.test(wordAt(reading, at));
  const next = [to, to + 1, to + 2].find((at) => roles[at] === 'ours');
  const last = [from - 1, from - 2, from - 3].find((at) => roles[at] === 'ours');
  const ends = (at: number) => /[.?!;]/u.test(reading.tokens[at]?.gap ?? '');
  const lists = (between: readonly number[]) => between.some(joins) && !between.some(ends);
  return (
    (next !== undefined && lists(range(to, next + 1))) ||
    (last !== undefined && lists(range(last + 1, from + 1)))
  );
}

/** "will car prices fall": whose prices they are is said. */
export function isPriceOf({ hits }: Findings, { to }: Found): boolean {
  return hits.some(({ kind, id, from }) => kind === 'metric' && id === 'price' && from === to);
}

/** "what did the yen cost", "is the euro going to fall", but not "in the euro", "dollars a kilo". */
export function currencyAsked({ reading }: Sentence): Found | undefined {
  const at = reading.slots.findIndex(
    (slot, i) =>
      (slot === 'currency' || (slot === 'unit' && wordAt(reading, i) === 'pound')) &&
      /^(?:the|a|an|one)$/u.test(wordAt(reading, i - 1)) &&
      (slot === 'currency' || wordAt(reading, i - 1) === 'the') &&
      !/^(?:in|per|by|into|to|for)$/u.test(wordAt(reading, i - 2)) &&
      !/^(?:per|a|an|each)$/u.test(wordAt(reading, i + 1)),
  );
  return at < 0 ? undefined : { from: at, to: at + 1 };
}

const isMoney = (slot: string | undefined): boolean => slot === 'currency' || slot === 'money';

/** "Yen to dollar today": one currency in another, and nothing of ours. */
export function exchanged({ amounts, reading }: Findings): Found | undefined {
  if (!amounts.exchange) return undefined;
  const from = reading.slots.findIndex(isMoney);
  return from < 0 ? undefined : { from, to: reading.slots.findLastIndex(isMoney) + 1 };
}

/** "nd vs pr price": the other side of a comparison is a word that we don't know. */
export function besideCompare(sentence: Sentence): Found | undefined {
  const { reading, roles } = sentence;
  const at = roles.findIndex(
    (_, i) =>
      isNoun(sentence, i) && (reading.slots[i - 1] === 'compare' || reading.slots[i + 1] === 'compare'),
  );
  return at < 0 ? undefined : nounsFrom(sentence, at);
}
