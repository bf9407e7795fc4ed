/** What follows commodities in an order: "and fell most", "only battery metals", "in 2024?", "top 5", "the cheapest". */
import { FALLS, LOSSES, RISES } from '#src/domain/reading/words/move-words.ts';
import { countIn, ordinalOf } from '#src/domain/reading/subjects/ranks.ts';
import type { Across } from '#src/domain/reading/frame.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** A longer question stands alone. */
const LONGEST = 9;
const UP = /^(?:up|gainers?|winners?|risers?|dearer)$/u;
const DOWN = /^(?:down|losers?|fallers?|cheaper)$/u;
const DEAR = /^(?:dearest|priciest|costliest|expensive)$/u;
const CHEAP = /^(?:cheapest|cheap)$/u;
const TURNED = /\b(?:the )?(?:opposite|other (?:way|end|side)|reverse|bottom|worst|least)\b/u;
const UPRIGHT = /\b(?:top|best)\b/u;
/** Words that say what the order is of, or nothing. */
const PLAIN =
  /^(?:and|or|but|so|ok|now|what|which|who|about|of|the|them|these|those|that|only|just|for|in|among|within|with|metals?|minerals?|commodit(?:y|ies)|elements?|ones?|materials?|earths?|most|biggest|largest|highest|greatest|moves?|moved|please|did|have|has|then|instead|show|me|give|list|same|how|more|one|than|year|opposite|other|way|end|side|reverse|top|bottom|best|worst|least|price|prices|a|all|let's|see|us)$/u;

/** The order with what is named in the place of its own; `undefined` where no order was spoken of, or more is said. */
export function acrossAfter(previous: Question, asked: Question): Question | undefined {
  const { across = null } = previous;
  const words = asked.text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const { metals, countries, sectors, amounts, foreign, years, families = [], span, when, metrics } = asked;
  if (across === null || across.polar || words.length > LONGEST || foreign !== null) return undefined;
  const isOther = countries.length + sectors.length + amounts.length > 0 || (asked.across ?? null) !== null;
  if (isOther || metrics.some((metric) => metric !== 'price') || asked.reason || metals.length > 1)
    return undefined;
  const taken = new Set(
    (asked.evidence ?? []).flatMap((one) => one.words.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []),
  );
  const isKnown = (word: string): boolean =>
    PLAIN.test(word) ||
    taken.has(word) ||
    isMove(word) ||
    DEAR.test(word) ||
    CHEAP.test(word) ||
    countIn(word) !== undefined ||
    ordinalOf(word) !== undefined;
  if (!words.every(isKnown)) return undefined;
  const changed: Across = {
    ...across,
    ...wayIn(words, across, previous.text.toLowerCase()),
    ...placeOf(words),
    ...countOf(words, years),
  };
  const isNew = JSON.stringify(changed) !== JSON.stringify(across);
  const named = families.length + metals.length > 0;
  if (!isNew && !named && years.length === 0) return undefined;
  return {
    ...previous,
    text: asked.text,
    across: changed,
    ...(named ? { families, metals } : {}),
    ...(years.length > 0 ? { years, span, when, wanted: asked.wanted } : {}),
    told: undefined,
    followUp: false,
  };
}

const isFall = (word: string): boolean => FALLS.has(word) || LOSSES.has(word) || DOWN.test(word);
const isRise = (word: string): boolean => RISES.has(word) || UP.test(word);
const isMove = (word: string): boolean => isFall(word) || isRise(word);

function wayIn(words: readonly string[], { way }: Across, before: string): Partial<Across> {
  if (words.some((word) => CHEAP.test(word))) return { by: 'price', way: 'lowest' };
  if (words.some((word) => DEAR.test(word))) return { by: 'price', way: 'highest' };
  const line = words.join(' ');
  if (words.some(isFall)) return { by: 'move', way: line.includes('least') ? 'highest' : 'lowest' };
  if (words.some(isRise)) return { by: 'move', way: line.includes('least') ? 'lowest' : 'highest' };
  // "Top 3" of what fell most are the three that did; after "bottom 3" they are the others.
  if (UPRIGHT.test(line)) return TURNED.test(before) ? { way: 'highest' } : {};
  if (TURNED.test(line)) return { way: way === 'highest' ? 'lowest' : 'highest' };
  return {};
}

function countOf(words: readonly string[], years: readonly number[]): Partial<Across> {
  const count = words
    .map((word) => countIn(word) ?? 0)
    .find((one) => one > 1 && !years.includes(one) && one <= MOST);
  return count === undefined ? {} : { count };
}
/** "Second cheapest", "and the third?"; another order begins with its first. */
const placeOf = (words: readonly string[]): Partial<Across> => ({
  rank: words.flatMap((word) => ordinalOf(word) ?? [])[0] ?? 1,
});
/** More of them are no list that somebody wants. */
const MOST = 50;
