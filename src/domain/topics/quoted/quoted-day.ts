/** What the price was on one day. */
import type { Line, Part } from '#src/domain/answer.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { capital, estimate, newestLine, sinceWhen, stepLines, type Chosen } from './quoted-choice.ts';
import { quoteNear } from './quoted-over.ts';
import { makePart } from '#src/domain/topics/topic.ts';

/** @param left Why the day's own quote is left out, where it is. */
export function dayPart(
  book: QuoteBook,
  chosen: Chosen,
  history: readonly ReadQuote[],
  date: string,
  left: readonly Line[],
): Part {
  const found = quoteNear(history, date);
  if (found === undefined)
    return makePart('price', {
      headline: [{ strong: [`${chosen.name}: no quote of ${dayInWords(date, book.today)}`] }],
      body: [...sinceWhen(chosen, date), newestLine(chosen)],
      cautions: left,
    });
  return makePart('price', {
    headline: [
      { strong: [`${chosen.name}, ${dayInWords(found.date)}: `, { quantity: quantityOf(found) }] },
      estimate(found),
    ],
    body: [newestLine(chosen), ...stepLines(chosen), [`${capital(basisInWords(found))}.`]],
    cautions:
      found.date === date || left.length > 0
        ? left
        : [
            [
              `There is no quote of ${dayInWords(date)}: this is the one before it, of ${dayInWords(found.date)}.`,
            ],
          ],
  });
}
