/** What only counts or measures beside sources, and asks for nothing itself. */
import WORDS from '../words/apart.json' with { type: 'json' };
import { take, wordAt, type Reading } from '../reading.ts';

const SOURCES: ReadonlySet<string> = new Set(WORDS.sources);

/** "The two sources", "how far apart": words that only count or measure beside these. */
export function takeBesideSources(reading: Reading): void {
  for (const [at, { word }] of reading.tokens.entries()) {
    const next = wordAt(reading, at + 1);
    const counts = /^(?:two|2|both)$/u.test(word) && SOURCES.has(next);
    if (counts || (word === 'far' && next === 'apart')) take(reading, at, at + 1, 'filler');
  }
}
