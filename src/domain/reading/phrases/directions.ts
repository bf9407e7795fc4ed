/** Small words that say which way a figure goes or stands, where they do: "up 10 %", "above 2025", "a five-year high". */
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

/** All of them. Takes the words. */
export const findDirections = (reading: Reading): readonly Hit[] => [
  ...findDrift(reading),
  ...findAboveYear(reading),
  ...findOutermost(reading),
];

/** What can go up or down: "is nd up this year", "how much is it down", but not "look up the price". */
const RISES = new Set(['metal', 'price', 'production', 'share', 'demand', 'sector', 'product']);
const BEFORE_DRIFT = new Set('it they that this is are was were gone went much far percent %'.split(' '));

/** "Is 2026 above 2025": one year set against another. Takes the word. */
function findAboveYear(reading: Reading): readonly Hit[] {
  const first = reading.slots.indexOf('year');
  if (first < 0) return [];
  return reading.tokens.flatMap(({ word }, at): Hit[] => {
    if (first >= at || reading.slots[at + 1] !== 'year') return [];
    if (!/^(?:above|below|over|under|past)$/u.test(word) || !isFree(reading, at)) return [];
    take(reading, at, at + 1, 'compare');
    return [{ kind: 'compare', id: 'compare', from: at, to: at + 1 }];
  });
}

/** "5-year high", "3y low": of the time that stands before it. Takes the word. */
function findOutermost(reading: Reading): readonly Hit[] {
  return reading.tokens.flatMap(({ word }, at): Hit[] => {
    if (reading.slots[at - 1] !== 'year') return [];
    const kind = /^highs?$/u.test(word) ? 'highest' : /^lows?$/u.test(word) ? 'lowest' : undefined;
    if (kind === undefined || !/\p{L}/u.test(reading.tokens[at - 1]?.raw ?? '')) return [];
    take(reading, at, at + 1, kind);
    return [{ kind, id: kind, from: at, to: at + 1 }];
  });
}

/** "up" and "down" where they say that something changed. Takes them. */
function findDrift(reading: Reading): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 1; at < reading.tokens.length; at += 1) {
    const word = wordAt(reading, at);
    if ((word !== 'up' && word !== 'down') || !isFree(reading, at) || wordAt(reading, at + 1) === 'to')
      continue;
    // "What do they make up together", "take up".
    if (/^(?:ma[dk]e|makes|making|takes?|took|adds?|added|sums?|uses?)$/u.test(wordAt(reading, at - 1)))
      continue;
    if (!RISES.has(reading.slots[at - 1] ?? '') && !BEFORE_DRIFT.has(wordAt(reading, at - 1))) continue;
    take(reading, at, at + 1, 'change');
    hits.push({ kind: 'change', id: 'change', from: at, to: at + 1 });
  }
  return hits;
}
