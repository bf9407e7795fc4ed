/** Makes a price of the texts that a feed gives for it. What a feed never says is in its settings, once. */
import { PAYMENTS, type Form, type ReadQuote, type Terms, type VatState } from '#src/domain/series/quote.ts';
import { farFromUsual } from '#src/domain/series/rates/usual-price.ts';
import { checkQuote } from '#src/domain/series/quotes/check-quote.ts';
import { shorten } from '#src/domain/measure/days.ts';
import {
  readPurity,
  readTerms,
  takePayment,
  takePlace,
  takeTerms,
  takeVat,
} from '#src/domain/reading/quotes/read-basis.ts';
import { placeBehindTerm } from '#src/domain/reading/quotes/left-words.ts';
import { takeSpecs } from '#src/domain/reading/quotes/take-specs.ts';
import { readFormCell } from '#src/domain/reading/quotes/form-words.ts';
import { readGoods } from '#src/domain/reading/quotes/goods-with-details.ts';
import { readSubject, takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { readVat, withBasisOfUnit, withOwnBasis, withoutContained } from './own-basis.ts';
import { tooLong } from '#src/quotes/feeds/limits.ts';
import { firmnessOf } from '../times/firmness.ts';
import { timeOf } from '../times/row-time.ts';
import {
  agreed,
  RowFault,
  ROW_FIELDS,
  text,
  type Row,
  type RowContext,
  type RowField,
  type RowSettings,
} from './row.ts';
import { raise, said } from './said.ts';
import {
  ESTIMATE,
  inOunces,
  isExchangeSymbol,
  isOunceCode,
  pricesOf,
  unitOf,
  withTroy,
} from './row-prices.ts';

type ReadRow =
  | {
      readonly quote: ReadQuote;
      /** Which of its numbers had two readings, and what only its likely price has settled. */
      readonly likely?: string | undefined;
    }
  | { readonly reason: string };

/** Reads and checks one row. */
export function readRow(own: Row, settings: RowSettings, context: RowContext): ReadRow {
  try {
    const { likely, ...quote } = build(merge(settings.common, own), settings, context);
    const reason = checkQuote(quote, context.today) ?? oddUnit(quote, settings, context);
    if (reason === undefined) return { quote, likely };
    // "XAU": 0.000243 below the base USD is how much a dollar buys.
    const isBought =
      !settings.invert &&
      isPrecise(quote.range.high) &&
      isOunceCode(text(merge(settings.common, own), 'metal'));
    const bought = isBought ? readRow(own, { ...settings, invert: true }, context) : { reason };
    return 'quote' in bought
      ? {
          ...bought,
          likely: `“${shorten(String(own.price ?? own.low ?? ''))}” as what one ${quote.currency} buys`,
        }
      : { reason };
  } catch (error) {
    if (error instanceof RowFault) return { reason: error.message };
    throw error;
  }
}

/** So few digits of a number below one say too little of what one divided by it is. */
const LEAST_DIGITS = 4;
const isPrecise = (value: number): boolean =>
  value < 1 &&
  Number(value.toPrecision(12))
    .toExponential()
    .replaceAll(/e.*$|\./gu, '').length >= LEAST_DIGITS;

/** A unit that a setting says is meant, however odd its prices are. */
function oddUnit(
  quote: ReadQuote,
  { isUnitSet }: RowSettings,
  { materials }: RowContext,
): string | undefined {
  const material = materials.find(({ id }) => id === quote.metal);
  if (isUnitSet === true || material === undefined) return undefined;
  const why = farFromUsual(quote, material);
  if (why === undefined) return undefined;
  const { low, high } = quote.range;
  const price = low === high ? low : `${low} to ${high}`;
  return `as ${price} ${quote.currency}/${quote.mass} ${why}. A setting must say it (unit=${quote.currency}/${quote.mass})`;
}

/** What a row says itself, over what all have in common. */
function merge(common: Row, own: Row): Row {
  const row: Partial<Record<RowField, string | number | boolean>> = { ...common };
  for (const field of ROW_FIELDS) {
    const value = own[field];
    if (value !== undefined && (typeof value !== 'string' || value.trim() !== '')) row[field] = value;
  }
  return row;
}

type Built = ReadQuote & { readonly likely?: string | undefined };

function build(given: Row, settings: RowSettings, { materials, today, near }: RowContext): Built {
  const row = withBasisOfUnit(withOwnBasis(given));
  for (const [field, value] of Object.entries(row)) {
    const fault = typeof value === 'string' ? tooLong(value) : undefined;
    if (fault !== undefined) throw new RowFault(`its ${field} ${fault}`);
  }
  if (row.price === undefined && row.low === undefined && row.high === undefined)
    throw new RowFault('it has no price');
  // At an exchange an unknown word may be of another delivery.
  const read = (row.place ?? settings.common.place) === undefined ? readGoods : readSubject;
  const subject = read(text(row, 'metal'), materials);
  if (subject === undefined)
    throw new RowFault(
      `“${shorten(text(row, 'metal'))}” is no metal that is known here: write a name or symbol, such as ndpr or Dy`,
    );
  const unit = inOunces(
    unitOf(
      row.unit === undefined && subject.unit !== undefined
        ? { ...row, unit: subject.unit }
        : withoutContained(row, subject, materials),
    ),
    subject.material,
    text(row, 'metal'),
  );
  if (isExchangeSymbol(text(row, 'metal'), unit.mass?.id))
    throw new RowFault(
      `“${text(row, 'metal')}” per ${unit.mass?.id ?? ''} may be an exchange’s symbol of another metal: write its name`,
    );
  const time = timeOf(
    row.period === undefined && subject.taken !== undefined ? { ...row, period: subject.taken } : row,
    settings,
    today,
  );
  const payment = agreed(
    'payment',
    said(row, 'payment', (text_) => PAYMENTS.find((one) => one === text_) ?? takePayment(text_).value),
    subject.payment,
  );
  const basis = {
    metal: subject.material.id,
    form:
      agreed('form', said(row, 'form', readFormCell), subject.form) ??
      formOfGrade(row.purity, subject.material.id, materials) ??
      subject.material.form ??
      subject.material.formPer?.[unit.mass?.id ?? ''] ??
      raise('it has no form: say whether it is oxide, metal or alloy'),
    purity: row.purity === undefined ? subject.purity : readPurity(String(row.purity)),
    terms:
      agreed('terms', termsOf(row), agreed('terms', unit.terms, subject.terms)) ??
      ('unstated' satisfies Terms),
    place: String(row.place ?? placeIn(row.terms) ?? subject.place ?? '').trim(),
    vat:
      agreed('vat', said(row, 'vat', readVat), agreed('vat', unit.vat, subject.vat)) ??
      takeVat(String(row.terms ?? '')).value ??
      ('unstated' satisfies VatState),
    source: settings.source,
    ...(time.period === undefined ? {} : { period: time.period }),
    ...(payment === undefined ? {} : { payment }),
  };
  return {
    ...basis,
    ...pricesOf(withTroy(withoutContained(row, subject, materials), subject.material), {
      settings,
      unit,
      basis,
      near,
      usual: subject.material.usual,
    }),
    date: time.date,
    estimated: estimatedOf(row),
  };
}

/** "alloy grade", "metal basis": words of a grade that are no form. */
const NO_FORM = /[\p{L}-]+[- ](?:grade|basis|content)(?!\p{L})/giu;
/** "Sc2O3 99.9%" below "Grade" is an oxide, though the name beside it is that of the metal. */
function formOfGrade(
  purity: Row['purity'],
  metal: string,
  materials: RowContext['materials'],
): Form | undefined {
  if (typeof purity !== 'string') return undefined;
  const grade = purity.replaceAll(NO_FORM, ' ');
  const named = takeNamed(grade, materials);
  return (named.material?.id === metal ? named.form : undefined) ?? readFormCell(grade);
}

/** A place alone, below “Delivery”, says no terms. */
const termsOf = (row: Row) =>
  row.terms !== undefined && isPlaceAlone(String(row.terms)) ? undefined : said(row, 'terms', readTerms);

function isPlaceAlone(words: string): boolean {
  if (readTerms(words) !== undefined) return false;
  const rest = takePlace(words).value === undefined ? words : takePlace(words).rest;
  const { site, rest: left } = takeSpecs(rest);
  return (site !== '' || rest !== words) && !/[\p{L}\p{N}]/u.test(left);
}

/** "FOB China" in a column of terms says the place, too. */
function placeIn(terms: Row['terms']): string | undefined {
  const words = String(terms ?? '');
  const site = takeSpecs(words).site;
  return (
    takePlace(words).value ?? (site === '' ? placeBehindTerm(words, takeTerms(words).rest)?.place : site)
  );
}

function estimatedOf({ estimated, ...row }: Row): boolean {
  const prices = [row.price, row.low, row.high];
  if (estimated === undefined)
    return prices.some((price) => typeof price === 'string' && ESTIMATE.test(price.trim()));
  const word = String(estimated).trim();
  if (/^(?:true|yes|y|1|ja)$/i.test(word)) return true;
  if (/^(?:false|no?|0|-|nein)$/i.test(word)) return false;
  const firmness = firmnessOf(word);
  if (firmness === 'forecast') raise(`it is a forecast (“${shorten(word)}”), and no price of its time`);
  if (firmness !== undefined) return firmness === 'estimated';
  return raise(`estimated “${shorten(word)}” is neither yes nor no`);
}
