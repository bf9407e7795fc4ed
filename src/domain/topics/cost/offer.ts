/** An offered price beside the sources' prices of its year: how far above or below, on which basis. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import {
  convertMass,
  convertPricePer,
  divide,
  exactly,
  isExact,
  type MassUnit,
  multiply,
  type Quantity,
  type Range,
  priceUnit,
} from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Offer } from '#src/domain/reading/amounts/asked-amounts.ts';
import { answerOfferOfGoods } from './offer-of-goods.ts';
import { offerVerdict } from './offer-verdict.ts';
import { typed } from './order-in-words.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
import {
  basisOf,
  capitalised,
  cite,
  firmness,
  makePart,
  missing,
  moneyInWords,
  show,
  sourceName,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { newestObserved, newestYear, type Series } from '#src/domain/series/series.ts';
import { massOf } from '#src/domain/series/one-unit.ts';
import { askFor, askPriceOf } from '#src/domain/topics/suggestions.ts';

/** Answers "supplier quotes me $140/kg for 2025, is that fair?". Only dollars: no exchange rate is known. */
export function answerOffer(context: TopicContext, offer: Offer): TopicResult {
  const { metal, question, thisYear } = context;
  const name = metal.name.toLowerCase();
  const printed = pricesOf(metal, {
    source: question.source,
    form: question.form,
    perUnit: question.perUnit,
  }).main;
  // Told in the unit of the offer.
  const unit = offer.per?.unit ?? 'kg';
  const offered = unitPrice(context, offer, printed, unit);
  const { main, others } = pricesOf(metal, { source: question.source, form: question.form, perUnit: unit });
  const year = offer.year ?? question.years.at(-1) ?? (main && newestObserved(main, thisYear)) ?? thisYear;
  const ask = askFor(metal, 'price', { year });
  const priced = main?.years.flatMap((at) => main.at(at) ?? []).map((f) => priceUnit(f.quantity.unit))[0];
  const { currency } = priced ?? { currency: 'USD' as const };
  if (offer.currency !== currency || offered === undefined)
    return missing(
      'cost',
      offered === undefined
        ? ['For how much is that? Name a price per kilogram.']
        : [`I have no exchange rate for ${offer.currency}: name the price in ${moneyInWords(currency)}.`],
      [],
      [ask],
    );
  const figure = main?.at(year);
  const beside = others.flatMap((track) => nearest(track, year) ?? []);
  const [lead, ...rest] = figure === undefined ? beside : [figure, ...beside];
  if (lead === undefined)
    return missing('cost', [`I have no price of ${name} for ${year} to set that against.`], [], [ask]);
  const product = metal.products.find(({ id }) => id === question.product);
  if (product !== undefined)
    return answerOfferOfGoods(metal, product, { range: offered, unit: lead.quantity.unit }, lead);
  const price: Quantity = { range: offered, unit: `${currency}/${unit}` };
  const basis = basisOf(lead);
  const verdict = offerVerdict(question.text, offered, [lead, ...rest]);
  const said: readonly Span[] = [
    { quantity: price, given: true },
    ' is ',
    ...against(offered, lead),
    ` of ${name}${basis && ` ${basis}`}, ${lead.year}`,
  ];
  const asked = offer.plain === true ? comesTo(question, price, unit) : undefined;
  return {
    found: true,
    part: makePart('cost', {
      headline: asked === undefined ? [{ strong: [verdict, ...said] }, firmness(lead)] : [{ strong: asked }],
      body: [
        ...(asked === undefined ? [] : [[...said, firmness(lead), '.']]),
        [`Against `, show(lead), ` (${sourceName(lead)}).`],
        ...wholeLines(context, offered, lead, unit),
        ...rest.map((other): Line =>
          capitalised([
            `${sourceName(other)} has `,
            show(other),
            `${basisOf(other) && ` for ${basisOf(other)}`} in ${other.year}${firmness(other)}: the offer is `,
            ...against(offered, other),
            '.',
          ]),
        ),
      ],
      cautions: [
        ...(offer.assumed === true ? [['No currency was named: the offer is taken as US dollars.']] : []),
        ...(offer.unitAssumed === true && printed !== undefined
          ? [
              [
                `No mass was named: the offer is taken as for ${PER[massOf(printed.unit) ?? 'kg'] ?? 'the unit that is printed'}.`,
              ],
            ]
          : []),
        ...(question.form === null && lead.series.basis !== rest[0]?.series.basis && rest.length > 0
          ? [
              [
                'An oxide is not the metal: ask which of the two the offer is for, its purity, and whether tax and freight are in it.',
              ],
            ]
          : [
              [
                'Ask for the purity of the offer, and whether tax and freight are in it: these are averages of a year.',
              ],
            ]),
        ...(lead.quantity.firmness === 'projected' ? [[`${lead.year} is the source's projection.`]] : []),
      ],
      citations: cite([lead, ...rest]),
    }),
    suggestions: [askPriceOf(metal, lead.year)],
  };
}

const PER: Readonly<Record<string, string>> = {
  kg: 'a kilogram',
  t: 'a tonne',
  lb: 'a pound',
  'troy oz': 'a troy ounce',
};

/** The offer for a unit of mass: of the whole amount where it is for that; `undefined` where neither is said. */
export function offeredFor(
  { amounts }: Pick<Question, 'amounts'>,
  { value, per, unitAssumed }: Offer,
  mass: MassUnit,
): Range | undefined {
  if (per !== undefined) return convertPricePer(exactly(value / per.factor), per.unit, mass);
  const [amount] = amounts;
  if (unitAssumed === true || amount === undefined) return undefined;
  return divide(exactly(value), convertMass(amount.value, amount.unit, mass));
}

/** For a unit of mass; what names no mass is for the unit that is printed. */
function unitPrice(
  { question }: TopicContext,
  offer: Offer,
  printed: Series | undefined,
  unit: MassUnit,
): Range | undefined {
  const mass = printed && massOf(printed.unit);
  if (offer.unitAssumed === true) return mass && convertPricePer(exactly(offer.value), mass, unit);
  return offeredFor(question, offer, unit);
}

/** The figure of the year, else the newest before it. */
function nearest(track: Series, year: number): Figure | undefined {
  const at = newestYear(track, year);
  return at === undefined ? undefined : track.at(at);
}

/** "7.7 to 40 % above the price", "within the range"; with what the rounding of the price leaves open. */
export function against(offered: Range, figure: Figure, what = 'price'): Span[] {
  const price = figure.quantity;
  const { range, unit } = price;
  const from = [figure];
  if (!isExact(range) && offered.low >= range.low && offered.high <= range.high)
    return [`within the range of ${what}s`];
  const change = changeOf(price, { range: offered, unit, printed: offered });
  const percent = change.printed ?? change.percent;
  const [low, high] = [Math.abs(percent.low), Math.abs(percent.high)];
  const by: Quantity = { range: { low: Math.min(low, high), high: Math.max(low, high) }, unit: '%' };
  if (percent.high < 0.05 && percent.low > -0.05) return [`the ${what}`];
  if (percent.low >= 0) return [{ quantity: by, from }, ` above the ${what}`];
  if (percent.high <= 0) return [{ quantity: by, from }, ` below the ${what}`];
  return [{ quantity: { range: percent, unit: '%' }, from }, ` off the ${what}`];
}

/** "12 t at $80/kg: $960,000". */
function comesTo({ amounts }: Question, price: Quantity, unit: MassUnit): Span[] | undefined {
  const [amount] = amounts;
  const money = priceUnit(price.unit);
  if (amount === undefined || money === undefined) return undefined;
  const range = clean(multiply(convertMass(amount.value, amount.unit, unit), price.range));
  const sum: Quantity = { range, unit: money.currency };
  return [typed(amount), ' at ', { quantity: price, given: true }, ': ', { quantity: sum, given: true }];
}

/** What the amount comes to at the offer and at the price. */
function wholeLines({ question }: TopicContext, offered: Range, figure: Figure, unit: MassUnit): Line[] {
  return question.amounts.map((amount): Line => {
    const mass = convertMass(amount.value, amount.unit, unit);
    const currency = priceUnit(figure.quantity.unit)?.currency ?? 'USD';
    const sum = (price: Range): Quantity => ({ range: clean(multiply(mass, price)), unit: currency });
    return [
      typed(amount),
      ': ',
      { quantity: sum(offered), given: true },
      ' at the offer, ',
      { quantity: sum(figure.quantity.range), from: [figure] },
      ` at the price of ${figure.year}.`,
    ];
  });
}

function clean({ low, high }: Range): Range {
  return { low: Number(low.toPrecision(12)), high: Number(high.toPrecision(12)) };
}
