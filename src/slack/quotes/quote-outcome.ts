/** What became of a price that a person entered, in words. */
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { StoreOutcome } from '#src/domain/series/quote-store.ts';
import { quoteInWords } from '#src/presentation/quote-messages.ts';

export function storedInWords(
  { added, corrected, held }: StoreOutcome,
  quote: ReadQuote,
  materials: readonly Material[],
): readonly string[] {
  const what = quoteInWords(quote, materials);
  const [waits] = held;
  if (waits !== undefined)
    return [
      `*Held, not published:* ${what}. It is ${waits.reason}: an admin confirms it with \`/nd feeds\`.`,
    ];
  const undo = '`/nd quote undo` takes it back.';
  if (corrected > 0) return [`Corrected: ${what}. The price before it is kept as an older edition.`, undo];
  return added > 0 ? [`Stored: ${what}.`, undo] : [`It was there already: ${what}.`];
}
