/** How much a sum of money buys at a quote: the sum divided by the price, in the currency of the sum. */
import type { Part } from '#src/domain/answer.ts';
import { divide, exactly, type Quantity } from '#src/domain/measure/figure.ts';
import { readCurrency } from '#src/domain/measure/price-units.ts';
import { about } from '#src/domain/measure/rounding.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { convert } from '#src/domain/series/convert.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { makePart } from '#src/domain/topics/topic.ts';
import type { QuotedSeries } from '#src/domain/series/quoted-series.ts';
import { estimate } from '#src/domain/topics/price/quote-words.ts';

/** The part that answers it; a sum that can't be put in the currency of the quote buys nothing that could be said. */
export function quotedBudgetPart(
  book: QuoteBook,
  { name, shown, freshness, series }: QuotedSeries,
  money: NonNullable<Question['money']>,
): Part {
  const currency = readCurrency(money.currency);
  const per = currency && convert<ReadQuote>(shown, { currency, mass: 'kg' }, book.convert);
  const price = { quantity: quantityOf(shown) };
  if (currency === undefined || per?.ok !== true || freshness.state === 'dead') {
    const why =
      freshness.state === 'dead'
        ? 'it is no price of today'
        : per?.ok === false
          ? per.reason
          : `no exchange rate to ${money.currency} is set up`;
    return makePart('cost', {
      headline: [{ strong: [`${name}: how much that sum buys is not known`] }],
      body: [['The quote is ', price, `, ${freshness.words}: ${why}.`]],
    });
  }
  const sum: Quantity = { range: exactly(money.value), unit: currency };
  const mass: Quantity = { range: divide(sum.range, per.quote.range), unit: 'kg' };
  return makePart('cost', {
    headline: [
      { strong: [{ quantity: sum }, ' buys ', { quantity: about(mass, series.quote.range) }, ` of ${name}`] },
      `${estimate(shown)}, ${freshness.words}`,
    ],
    body: [
      [
        'At ',
        price,
        `: ${basisInWords(shown)}.`,
        ...per.steps
          .filter(({ kind }) => kind === 'currency')
          .map(({ by }) => ` ${by.charAt(0).toUpperCase()}${by.slice(1)}.`),
      ],
    ],
    cautions: [['This is the goods at the quote: freight, duty and what a seller adds are not in it.']],
  });
}
