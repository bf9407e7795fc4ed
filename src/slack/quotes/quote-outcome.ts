/** What became of a price that a person entered, in words. */
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { StoreOutcome } from '#src/domain/series/quotes/quote-store.ts';
import { quoteInWords } from '#src/presentation/quotes/quote-messages.ts';

const UNDO = '`/nd quote undo` takes it back.';

/** @param entered `again`: it was sent before. */
export function enteredInWords(
  entered: StoreOutcome | 'again',
  quote: ReadQuote,
  materials: readonly Material[],
): readonly string[] {
  const what = quoteInWords(quote, materials);
  if (entered === 'again')
    return [
      `It was sent before, and is taken once: ${what}.`,
      '`/nd quote undo` takes back what you entered last.',
    ];
  const { added, corrected, held } = entered;
  const [waits] = held;
  if (waits !== undefined)
    return [
      `*Held, not published:* ${what}. It is ${waits.reason}: an admin confirms it with \`/nd feeds\`.`,
    ];
  if (corrected > 0) return [`Corrected: ${what}. The price before it is kept as an older edition.`, UNDO];
  return added > 0 ? [`Stored: ${what}.`, UNDO] : [`It was there already: ${what}.`];
}
