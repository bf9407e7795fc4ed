/** How high a price is among those of the last three years. */
import type { Part } from '#src/domain/answer.ts';
import { basisInWords, type ReadQuote } from '#src/domain/series/quote.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { RANK_MONTHS } from '#src/domain/reading/price-wanted.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { lastMonths, percentileOf, within } from '#src/domain/series/statistics.ts';
import { newestHeadline, newestLine, stepLines, type Chosen } from './quoted-choice.ts';
import { makePart } from '#src/domain/topics/topic.ts';

export function rankPart(book: QuoteBook, chosen: Chosen, history: readonly ReadQuote[]): Part {
  const window = lastMonths(book.today, RANK_MONTHS);
  const inside = within(history, window);
  const percentile = percentileOf(chosen.shown, inside);
  const [first] = inside;
  if (percentile === undefined || first === undefined)
    return makePart('price', {
      headline: newestHeadline(chosen),
      body: [[`Too few quotes to rank it within 3 years: ${inside.length}.`]],
    });
  const quantity = { range: { low: percentile, high: percentile }, unit: '%' } as const;
  return makePart('price', {
    headline: [
      { strong: [`${chosen.name}: higher than `, { quantity }, ' of the days in 3 years'] },
      ` (percentile ${Math.round(percentile)})`,
    ],
    body: [
      newestLine(chosen),
      ...stepLines(chosen),
      [
        `Of ${inside.length} days with a quote since ${dayInWords(first.date)}, between midpoints; ${basisInWords(chosen.shown)}.`,
      ],
    ],
  });
}
