/** Puts a price on another basis, one step at a time, as far as that can be done; or says why it can't. */
import { convertPricePer, scale, type Quantity, type Range } from '#src/domain/measure/figure.ts';
import { printedInterval } from '#src/domain/measure/printed.ts';
import { quantityOf, type Basis, type ReadQuote } from './quote.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { rateAt, type ExchangeRates } from './rates/exchange-rates.ts';
import type { Material } from './material.ts';

/** One step of a conversion, to be shown. */
export interface Step {
  readonly kind: 'VAT' | 'unit' | 'currency' | 'oxide';
  readonly from: Quantity;
  readonly to: Quantity;
  /** By what: "without 13 % VAT (China)". */
  readonly by: string;
}

/** VAT of a place since a day. */
export interface VatRate {
  readonly place: string;
  readonly percent: number;
  /** ISO date. */
  readonly since: string;
}

export interface ConvertContext {
  /** `undefined` where none are set up. */
  readonly rates: ExchangeRates | undefined;
  readonly vat: readonly VatRate[];
  readonly materials: readonly Material[];
}

/** What is wanted; what is left out stays as it is. */
export type Target = Partial<Pick<Basis, 'form' | 'vat' | 'currency' | 'mass'>>;

type Converted<Q extends ReadQuote = ReadQuote> =
  | { readonly ok: true; readonly quote: Q; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly reason: string };

type Outcome<Q extends ReadQuote> = { readonly quote: Q; readonly by: string } | { readonly reason: string };

/**
 * Converts what can be converted: VAT, mass unit, currency at the rate of the price's day, oxide to contained metal.
 * @example convert(quote, { currency: 'USD', mass: 'kg' }, context) // { ok: true, quote, steps: [unit, currency] }
 */
export function convert<Q extends ReadQuote>(
  quote: Q,
  target: Target,
  context: ConvertContext,
): Converted<Q> {
  let current = quote;
  const steps: Step[] = [];
  const todo = [
    ['VAT', target.vat, 'vat', toVat],
    ['unit', target.mass, 'mass', toMass],
    ['currency', target.currency, 'currency', toCurrency],
    ['oxide', target.form, 'form', toForm],
  ] as const;
  for (const [kind, wanted, field, run] of todo) {
    if (wanted === undefined || wanted === current[field]) continue;
    const outcome: Outcome<Q> = run(current, target, context);
    if ('reason' in outcome) return { ok: false, reason: outcome.reason };
    steps.push({ kind, from: quantityOf(current), to: quantityOf(outcome.quote), by: outcome.by });
    current = outcome.quote;
  }
  return { ok: true, quote: current, steps };
}

/** A history on another basis, each day at its own rate. A day without a rate is left out, not converted at another day's. */
export function convertHistory<Q extends ReadQuote>(
  history: readonly Q[],
  target: Target,
  context: ConvertContext,
): readonly Q[] {
  return history.flatMap((quote) => {
    const one = convert(quote, target, context);
    return one.ok ? [one.quote] : [];
  });
}

/** The price with both its ends converted, and all values that print as it does. */
function mapped<Q extends ReadQuote>(quote: Q, convertRange: (range: Range) => Range): Q {
  const { range, printed = printedInterval(range) } = quote;
  return { ...quote, range: convertRange(range), printed: convertRange(printed) };
}

function toVat<Q extends ReadQuote>(quote: Q, { vat }: Target, context: ConvertContext): Outcome<Q> {
  if (vat === undefined || vat === 'unstated' || quote.vat === 'unstated')
    return { reason: 'the source does not say whether VAT is in the price' };
  const rule = context.vat
    .filter((r) => r.since <= quote.date && r.place.toLowerCase() === quote.place.toLowerCase())
    .toSorted((a, b) => b.since.localeCompare(a.since))[0];
  if (rule === undefined)
    return { reason: `no VAT rate is set up for ${quote.place === '' ? 'an unstated place' : quote.place}` };
  const factor = 1 + rule.percent / 100;
  const verb = vat === 'included' ? 'with' : 'without';
  const priced = mapped(quote, (range) => scale(range, vat === 'included' ? factor : 1 / factor));
  return { quote: { ...priced, vat }, by: `${verb} ${rule.percent} % VAT (${rule.place})` };
}

function toMass<Q extends ReadQuote>(quote: Q, { mass = quote.mass }: Target): Outcome<Q> {
  const priced = mapped(quote, (range) => convertPricePer(range, quote.mass, mass));
  return { quote: { ...priced, mass }, by: `per ${mass} instead of per ${quote.mass}` };
}

function toCurrency<Q extends ReadQuote>(
  quote: Q,
  { currency = quote.currency }: Target,
  { rates }: ConvertContext,
): Outcome<Q> {
  const pair = `${quote.currency} to ${currency}`;
  if (rates === undefined) return { reason: `no exchange rates are set up (${pair})` };
  const rate = rateAt(rates, quote.currency, currency, quote.date);
  if (rate === undefined)
    return { reason: `${rates.source} has no rate from ${pair} for ${dayInWords(quote.date)}` };
  // Said the way round in which it is more than 1, as such rates are known.
  const said =
    rate.factor >= 1
      ? `${rate.factor.toPrecision(5)} ${currency} a ${quote.currency}`
      : `${(1 / rate.factor).toPrecision(5)} ${quote.currency} a ${currency}`;
  return {
    quote: { ...mapped(quote, (range) => scale(range, rate.factor)), currency },
    by: `at ${said} (${rates.source}, ${dayInWords(rate.date)})`,
  };
}

function toForm<Q extends ReadQuote>(
  quote: Q,
  { form = quote.form }: Target,
  { materials }: ConvertContext,
): Outcome<Q> {
  const material = materials.find(({ id }) => id === quote.metal);
  const [oxideIn, oxideOut] = [quote.form === 'oxide', form === 'oxide'];
  const convertible =
    (oxideIn && form === 'contained metal') || (quote.form === 'contained metal' && oxideOut);
  if (!convertible)
    return {
      reason: `a price of ${quote.form} can’t be turned into one of ${form}: making one of the other costs`,
    };
  if (material?.oxide === undefined)
    return { reason: `how much metal the oxide of ${material?.name ?? quote.metal} holds is not known here` };
  const { formula, metalMassFraction } = material.oxide;
  const factor = oxideIn ? 1 / metalMassFraction : metalMassFraction;
  return {
    quote: { ...mapped(quote, (range) => scale(range, factor)), form },
    by: `per ${quote.mass} of ${form}: oxide (${formula}) is ${(metalMassFraction * 100).toFixed(1)} % metal by mass`,
  };
}
