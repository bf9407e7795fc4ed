/** A price that the asker has, for another mass: "$125/kg is $56.70/lb". */
import { convertPricePer, type Quantity } from '#src/domain/measure/figure.ts';
import { isCurrency } from '#src/domain/series/quote.ts';
import type { Aside } from '#src/domain/reading/frame.ts';
import { makePart, missing, type TopicResult } from '#src/domain/topics/topic.ts';

export function answerConverted({
  value,
  currency,
  from,
  to,
}: Extract<Aside, { kind: 'conversion' }>): TopicResult {
  if (!isCurrency(currency)) return missing('price', [`I do not know the currency ${currency}.`], [], []);
  const own = { low: value, high: value };
  const asked: Quantity = { range: own, unit: `${currency}/${from}` };
  const { low } = convertPricePer(own, from, to);
  const rounded = Number(low.toPrecision(DIGITS));
  const made: Quantity = { range: { low: rounded, high: rounded }, unit: `${currency}/${to}` };
  return {
    found: true,
    part: makePart('price', {
      headline: [{ strong: [{ quantity: asked, given: true }, ' is ', { quantity: made, given: true }] }],
      body: [['Your own number in another unit, and no price of mine: name a commodity for that.']],
    }),
    suggestions: [],
  };
}
const DIGITS = 6;
