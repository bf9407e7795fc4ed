/** Makes a price of the texts that a feed gives for it. What a feed never says is in its settings, once. */
import type { Range } from '#src/domain/measure/figure.ts';
import { scaled, type NumberContext } from '#src/domain/measure/numbers/numbers.ts';
import {
  PAYMENTS,
  type Basis,
  type ReadQuote,
  type SeriesKey,
  type Terms,
  type VatState,
} from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import { readMassUnit } from '#src/domain/measure/units.ts';
import { farFromUsual, likelyBy, likelyPrice } from '#src/domain/series/rates/usual-price.ts';
import { checkQuote } from '#src/domain/series/quotes/check-quote.ts';
import { shorten } from '#src/domain/measure/days.ts';
import { readPurity, readTerms, takePayment, takePlace } from '#src/domain/reading/quotes/read-basis.ts';
import {
  keptUnit,
  readMassCell,
  readMoneyCell,
  readPriceCell,
  readUnitCell,
  type Cell,
  type KeptUnit,
  type PriceCell,
  type UnitCell,
} from '#src/domain/reading/quotes/read-cell.ts';
import { readFormCell } from '#src/domain/reading/quotes/form-words.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { readVat, withOwnBasis, withoutContained } from './own-basis.ts';
import { tooLong } from '#src/quotes/feeds/limits.ts';
import { firmnessOf } from './times/firmness.ts';
import { timeOf } from './times/row-time.ts';
import {
  agreed,
  RowFault,
  ROW_FIELDS,
  text,
  type Marks,
  type Row,
  type RowContext,
  type RowField,
  type RowSettings,
} from './row.ts';

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
    return reason === undefined ? { quote, likely } : { reason };
  } catch (error) {
    if (error instanceof RowFault) return { reason: error.message };
    throw error;
  }
}

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
  const row = withOwnBasis(given);
  for (const [field, value] of Object.entries(row)) {
    const fault = typeof value === 'string' ? tooLong(value) : undefined;
    if (fault !== undefined) throw new RowFault(`its ${field} ${fault}`);
  }
  if (row.price === undefined && row.low === undefined && row.high === undefined)
    throw new RowFault('it has no price');
  const subject = readSubject(text(row, 'metal'), materials);
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
      subject.material.form ??
      raise('it has no form: say whether it is oxide, metal or alloy'),
    purity: row.purity === undefined ? subject.purity : readPurity(String(row.purity)),
    terms:
      agreed('terms', said(row, 'terms', readTerms), agreed('terms', unit.terms, subject.terms)) ??
      ('unstated' satisfies Terms),
    place: String(row.place ?? placeIn(row.terms) ?? subject.place ?? '').trim(),
    vat:
      agreed('vat', said(row, 'vat', readVat), agreed('vat', unit.vat, subject.vat)) ??
      ('unstated' satisfies VatState),
    source: settings.source,
    ...(time.period === undefined ? {} : { period: time.period }),
    ...(payment === undefined ? {} : { payment }),
  };
  return {
    ...basis,
    ...pricesOf(withTroy(row, subject.material), {
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

/** What a column says; `undefined` where it has none, or says that it is unstated. */
function said<T>(row: Row, field: RowField, read: (value: string) => T | undefined): T | undefined {
  return row[field] === undefined || /^unstated$/i.test(text(row, field))
    ? undefined
    : known(row, field, read);
}

function raise(reason: string): never {
  throw new RowFault(reason);
}

/** The value of a cell. @throws RowFault with the reason of one that can't be read */
function must<T>(cell: Cell<T>): T {
  return cell.ok ? cell.value : raise(cell.reason);
}

function known<T>(row: Row, field: RowField, read: (value: string) => T | undefined): T {
  const value = read(text(row, field));
  if (value === undefined) throw new RowFault(`${field} “${shorten(text(row, field))}” is not known here`);
  return value;
}

/** "FOB China" in a column of terms says the place, too. */
const placeIn = (terms: Row['terms']) => takePlace(String(terms ?? '')).value;

function unitOf(row: Row): UnitCell {
  const both: UnitCell =
    row.unit === undefined || row.unit === '' ? { times: 1 } : must(readUnitCell(text(row, 'unit')));
  const money = row.currency === undefined ? undefined : known(row, 'currency', readMoneyCell);
  const own = row.mass === undefined ? undefined : known(row, 'mass', readMassCell);
  agreed('currency', money?.id, both.money?.id);
  agreed('mass', own?.mass.id, both.mass?.id);
  const times = both.mass === undefined && own !== undefined ? both.times * own.times : both.times;
  return { ...both, money: money ?? both.money, mass: own?.mass ?? both.mass, times };
}

/** COMEX calls copper HG, and silver SI. */
const isExchangeSymbol = (metal: string, mass: string | undefined): boolean =>
  (metal === 'HG' && mass === 'lb') || (metal === 'SI' && mass === 'troy oz');

const TROY = readMassUnit('troy oz');

/** An ounce of gold is a troy ounce; of what is sold otherwise, too, nobody can say. */
const inOunces = (unit: UnitCell, { ounce }: Material): UnitCell =>
  unit.mass?.id === 'oz' && ounce === 'troy' ? { ...unit, mass: TROY } : unit;

interface Around {
  readonly settings: RowSettings;
  readonly unit: UnitCell;
  readonly basis: Omit<SeriesKey, 'currency' | 'mass'>;
  readonly near: RowContext['near'];
  readonly usual: Material['usual'];
}

function pricesOf(
  row: Row,
  around: Around,
): Pick<Basis, 'currency' | 'mass'> & { readonly range: Range; readonly likely?: string | undefined } {
  const { settings, unit, basis, near, usual } = around;
  const named = [row.unit, row.currency, row.mass]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const kept = keptUnit(unit, named);
  const last = kept.ok
    ? near?.({ ...basis, currency: kept.value.currency, mass: kept.value.mass })
    : undefined;
  const likely =
    last !== undefined
      ? likelyBy(last)
      : kept.ok
        ? likelyPrice(usual, { ...kept.value, form: basis.form })
        : undefined;
  const { style, strict, isMixed } = settings.marks;
  const scale = settings.times ?? 1;
  const context = {
    style,
    strict,
    ...(kept.ok && likely !== undefined && isMixed !== true
      ? {
          near: nearIn(likely.near, { ...kept.value, times: kept.value.times * scale }, settings.invert),
          within: likely.within,
        }
      : {}),
  };
  const cells =
    row.low === undefined && row.high === undefined
      ? [cellOf(row, 'price', context)]
      : [cellOf(row, 'low', context), cellOf(row, 'high', context)];
  const [low, high = low] = cells;
  if (low === undefined || high === undefined) return raise('it has no price');
  if (cells.length > 1 && cells.some(({ range }) => range.low !== range.high))
    throw new RowFault('low and high are one number each: write a range under price');
  const { currency, mass, times: ofUnit } = must(keptUnit(withOwn(unit, cells), named));
  const times = scaled(ofUnit, scale);
  const range = { low: low.range.low, high: high.range.high };
  const settledBy = cells.map((cell) => cell.likely).find((words) => words !== undefined);
  if (!settings.invert) return { currency, mass, range: timesRange(range, times), likely: settledBy };
  if (range.low === 0 || range.high === 0) throw new RowFault('the price is zero, and can’t be inverted');
  return { currency, mass, range: timesRange({ low: 1 / range.high, high: 1 / range.low }, times) };
}

/** The last price as the cell would have it. */
const nearIn = (last: number, { times }: KeptUnit, invert: boolean) => (invert ? times / last : last / times);

const timesRange = ({ low, high }: Range, times: number): Range =>
  times === 1 ? { low, high } : { low: scaled(low, times), high: scaled(high, times) };

/** The unit, with the currency or the whole unit that stands in the price's own cell: both must say the same. */
function withOwn(unit: UnitCell, cells: readonly PriceCell[]): UnitCell {
  let { money, mass, times } = unit;
  for (const { money: own, mass: ownMass, times: ownTimes = times } of cells) {
    if (money !== undefined && own !== undefined && money.id !== own.id)
      throw new RowFault(`its price is in ${own.id}, and its unit says ${money.id}`);
    if (mass !== undefined && ownMass !== undefined && (mass.id !== ownMass.id || times !== ownTimes))
      throw new RowFault(`its price is per ${ownMass.id}, and its unit says another: mend one of them`);
    [money, mass, times] = [own ?? money, ownMass ?? mass, ownTimes];
  }
  return { ...unit, money, mass, times };
}

const PRICE_FIELDS = ['price', 'low', 'high'] as const;
const inTroy = (value: Row[RowField]) =>
  typeof value === 'string'
    ? value.replace(/(?<=\/ ?|\b(?:per|je) )(?:oz|ounces?|unze)\.?$/iu, 'troy oz')
    : value;

/** "4,000 USD/oz" of what is sold by the troy ounce. */
function withTroy(row: Row, { ounce }: Material): Row {
  if (ounce !== 'troy') return row;
  const prices = PRICE_FIELDS.flatMap((field) => {
    const value = inTroy(row[field]);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...row, ...Object.fromEntries(prices) };
}

/** What marks an estimate behind a price: "72.5e", "72.5 (est.)". */
const ESTIMATE = /(?<=\d)\s*(?:e|\(e\)|\(?est(?:\.|imated?)?\)?)$/iu;

function cellOf(
  row: Row,
  field: 'price' | 'low' | 'high',
  context: NumberContext & Pick<Marks, 'strict'>,
): PriceCell {
  const value = row[field];
  if (typeof value !== 'number')
    return must(readPriceCell(field, text(row, field).replace(ESTIMATE, ''), context));
  return Number.isFinite(value)
    ? { range: { low: value, high: value } }
    : raise(`${field} “${value}” is not a number`);
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
