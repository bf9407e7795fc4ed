/** What a year's output is worth at its price: "market size", "production times price". Nobody's sales, and said so. */
import type { Line } from '#src/domain/answer.ts';
import { inMass, multiply, priceUnit } from '#src/domain/measure/figure.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { newestObserved } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
import {
  cite,
  firmness,
  makePart,
  missing,
  nameOf,
  show,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

/** Bases on which a mass of output may be held against a price of metal. */
const OF_METAL = new Set(['metal', 'contained metal', 'unstated']);

/** `undefined` where no such value is asked for. */
export function answerOutputValue(context: TopicContext): TopicResult | undefined {
  const { metal, question, thisYear } = context;
  if (question.valued !== true) return undefined;
  const track = seriesIn(metal, { metric: 'production' })[0];
  const price = pricesOf(metal, { source: question.source, form: question.form, perUnit: 'kg' }).main;
  const years = track?.years.filter((year) => price?.at(year) !== undefined) ?? [];
  const newest = Math.min(track === undefined ? 0 : (newestObserved(track, thisYear) ?? 0), thisYear);
  const year = question.years.at(-1) ?? years.findLast((one) => one <= newest);
  const [output, cost] = [
    year === undefined ? undefined : track?.at(year),
    year === undefined ? undefined : price?.at(year),
  ];
  const fits =
    output !== undefined &&
    cost !== undefined &&
    OF_METAL.has(output.series.basis) &&
    (cost.series.basis === 'metal' || cost.series.basis === 'unstated');
  const unit = cost === undefined ? undefined : priceUnit(cost.quantity.unit);
  if (!fits || unit === undefined)
    return missing(
      'production',
      [
        `I can’t say what the output of ${metal.name.toLowerCase()}${year === undefined ? '' : ` in ${year}`} is worth: I have no output and price of one year and one form.`,
      ],
      [
        ['No source here has a value of the market.'],
        ...(output === undefined
          ? []
          : [[`World output in ${output.year}: `, show(output), firmness(output), '.'] satisfies Line]),
      ],
      [askFor(metal, 'production', { label: 'Production' }), askFor(metal, 'price', { label: 'Price' })],
    );
  const mass = inMass(output.quantity, 'kg');
  const value = about(
    {
      range: multiply(mass.range, cost.quantity.range),
      unit: unit.currency,
      firmness: cost.quantity.firmness,
    },
    output.quantity.range,
    cost.quantity.range,
  );
  const body: Line = [
    show(output),
    firmness(output),
    ' at ',
    show(cost),
    firmness(cost),
    `: what the output of ${year} would bring if all of it were sold at that price. No source here has a value of the market: this is no sales.`,
  ];
  return {
    found: true,
    part: makePart('production', {
      headline: [
        {
          strong: [
            `${nameOf(cost)}, output of ${year} at its price: `,
            { quantity: value, from: [output, cost] },
          ],
        },
        firmness({ quantity: value }),
      ],
      body: [body],
      cautions: [...new Set([...output.series.notes, ...cost.series.notes])]
        .slice(0, 2)
        .map((note): Line => [note]),
      citations: cite([output, cost]),
    }),
    suggestions: [],
  };
}
