/** What an order would cost at the newest quote: an amount times the quote, on the quote's basis or the one asked for. */
import type { Part } from '../answer.ts';
import { multiply } from '../figure.ts';
import { basisInWords, quantityOf, type ReadQuote } from '../quote.ts';
import { convert } from '../quotes/convert.ts';
import type { QuoteBook } from '../quotes/quote-book.ts';
import type { Amount } from '../question.ts';
import { about } from '../rounding.ts';
import { typed } from './order.ts';
import { estimate, type Chosen } from './quoted-choice.ts';
import { makePart } from './topic.ts';

/** The part that answers what an amount costs. A quote that is no price any more makes no cost. */
export function quotedCostPart(book: QuoteBook, chosen: Chosen, amount: Amount): Part {
  const { name, shown, freshness, series } = chosen;
  const price = { quantity: quantityOf(shown) };
  if (freshness.state === 'dead')
    return makePart('cost', {
      headline: [{ strong: [`${name}: no price for today, so no cost`] }],
      body: [['The last quote was ', price, `, ${freshness.words}.`]],
    });
  // Per the unit that the amount is in. A mass can always be put into another one.
  const per = convert<ReadQuote>(shown, { mass: amount.unit }, book.convert);
  const { range, currency } = per.ok ? per.quote : shown;
  // A converted quote is no more exact than the quote was.
  const cost = about({ range: multiply(amount.value, range), unit: currency }, series.quote.range);
  return makePart('cost', {
    headline: [
      { strong: [typed(amount), ` of ${name}: `, { quantity: cost }] },
      `${estimate(shown)}, ${freshness.words}`,
    ],
    body: [[typed(amount), ' at ', price, `: ${basisInWords(shown)}.`]],
    cautions: [['This is the goods at the quote: freight, duty and what a seller adds are not in it.']],
  });
}
