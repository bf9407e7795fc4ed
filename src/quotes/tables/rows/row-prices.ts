/** The prices of a row in the unit that it is kept in: which unit its fields say, and which reading of its numbers is likely. */
import type { Range } from '#src/domain/measure/figure.ts';
import { scaled, type NumberContext } from '#src/domain/measure/numbers/numbers.ts';
import type { Basis, SeriesKey } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import { readMassUnit, readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { likelyBy, likelyPrice } from '#src/domain/series/rates/usual-price.ts';
import {
  keptUnit,
  readMassCell,
  readMoneyCell,
  readPriceCell,
  readUnitCell,
  type KeptUnit,
  type PriceCell,
  type UnitCell,
} from '#src/domain/reading/quotes/read-cell.ts';
import {
  agreed,
  RowFault,
  text,
  type Marks,
  type Row,
  type RowContext,
  type RowField,
  type RowSettings,
} from './row.ts';
import { known, must, raise } from './said.ts';

export function unitOf(row: Row): UnitCell {
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
export const isExchangeSymbol = (metal: string, mass: string | undefined): boolean =>
  (metal === 'HG' && mass === 'lb') || (metal === 'SI' && mass === 'troy oz');

const TROY = readMassUnit('troy oz');

/** By the codes of ISO 4217 one of these metals is a troy ounce of it. */
const OUNCE_CODE = /^(?:\w{2,12}:)?X(?:AU|AG|PT|PD)(?:[A-Z]{3})?$/u;

export const isOunceCode = (name: string): boolean => OUNCE_CODE.test(name.trim());

/**
 * An ounce of gold is a troy ounce; of what is sold otherwise, too, nobody can say.
 * @param name What its row calls the metal.
 */
export const inOunces = (unit: UnitCell, { ounce }: Material, name: string): UnitCell =>
  ounce === 'troy' && (unit.mass?.id === 'oz' || (unit.mass === undefined && isOunceCode(name)))
    ? { ...unit, mass: TROY }
    : unit;

interface Around {
  readonly settings: RowSettings;
  readonly unit: UnitCell;
  readonly basis: Omit<SeriesKey, 'currency' | 'mass'>;
  readonly near: RowContext['near'];
  readonly usual: Material['usual'];
}

export function pricesOf(
  row: Row,
  around: Around,
): Pick<Basis, 'currency' | 'mass'> & { readonly range: Range; readonly likely?: string | undefined } {
  const { settings, unit, basis, near, usual } = around;
  const named = [row.unit, row.currency, row.mass]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  // A point before three digits is asked about there: its writer may part thousands by it, or decimals.
  const { marks } = settings;
  const own = marks.style === 'none' && marks.isContrary !== true ? unitInCell(row) : undefined;
  const kept = keptUnit(
    { ...unit, money: unit.money ?? own?.money ?? moneyOf(row), mass: unit.mass ?? own?.mass },
    named,
  );
  const last = kept.ok
    ? near?.({ ...basis, currency: kept.value.currency, mass: kept.value.mass })
    : undefined;
  const likely =
    last !== undefined
      ? likelyBy(last)
      : kept.ok
        ? likelyPrice(usual, { ...kept.value, form: basis.form })
        : undefined;
  const { style, strict, isMixed, custom } = settings.marks;
  const scale = settings.times ?? 1;
  const context = {
    style,
    strict,
    custom,
    ...(kept.ok && likely !== undefined && isMixed !== true
      ? {
          near: nearIn(likely.near, { ...kept.value, times: kept.value.times * scale }, settings.invert),
          within: likely.within,
        }
      : {}),
  };
  const of = unit.money?.of;
  const cells =
    row.low === undefined && row.high === undefined
      ? [cellOf(row, 'price', of, context)]
      : [cellOf(row, 'low', of, context), cellOf(row, 'high', of, context)];
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

/** The whole unit that stands in the price's own cell: "556,000 RMB/mt". */
function unitInCell({ price, low, high }: Row): Pick<UnitCell, 'money' | 'mass'> | undefined {
  const cell = [price, low, high].find((one) => typeof one === 'string' && one.includes('/'));
  if (typeof cell !== 'string' || /\d\.\d{3}(?!\d)/u.test(cell)) return undefined;
  const { money, mass, times } = readPricePer(withKnownUnits(takeUnit(cell).value ?? ''));
  return money === undefined || mass === undefined || times !== 1 ? undefined : { money, mass };
}

/** The money that stands in the price's own cell: "$10,812" below "per tonne". */
function moneyOf({ price, low, high }: Row): UnitCell['money'] {
  const cell = [price, low, high].find((one) => typeof one === 'string') ?? '';
  return readMoneyCell(/^[^\d\s]{1,4}|[^\d\s.,]{1,4}$/u.exec(cell)?.[0] ?? '');
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
export function withTroy(row: Row, { ounce }: Material): Row {
  if (ounce !== 'troy') return row;
  const prices = PRICE_FIELDS.flatMap((field) => {
    const value = inTroy(row[field]);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { ...row, ...Object.fromEntries(prices) };
}

/** What marks an estimate behind a price: "72.5e", "72.5 (est.)". */
export const ESTIMATE = /(?<=\d)\s*(?:e|\(e\)|\(?est(?:\.|imated?)?\)?)$/iu;

/** Signs that several currencies share: which of them is meant, the unit says. */
const SHARED: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/[¥￥]/gu, new Set(['CNY', 'JPY'])],
  [/(?<![A-Za-z])\$/gu, new Set(['AUD', 'CAD', 'HKD', 'MXN', 'NZD', 'SGD', 'TWD'])],
  [/(?<!\p{L})kr\.?(?!\p{L})/giu, new Set(['DKK', 'NOK', 'SEK'])],
  [/(?<!\p{L})Rs\.?(?!\p{L})/giu, new Set(['INR'])],
  [/(?<!\p{L})R(?=\s?\d)/gu, new Set(['ZAR'])],
];

/** "¥553,000" below "CNY/t". */
const withoutSign = (cell: string, money: string | undefined): string =>
  money === undefined
    ? cell
    : SHARED.reduce((rest, [sign, of]) => (of.has(money) ? rest.replaceAll(sign, '').trim() : rest), cell);

function cellOf(
  row: Row,
  field: 'price' | 'low' | 'high',
  money: string | undefined,
  context: NumberContext & Pick<Marks, 'strict' | 'custom'>,
): PriceCell {
  const value = row[field];
  if (typeof value !== 'number')
    return must(readPriceCell(field, withoutSign(text(row, field), money).replace(ESTIMATE, ''), context));
  return Number.isFinite(value)
    ? { range: { low: value, high: value } }
    : raise(`${field} “${value}” is not a number`);
}
