/** What a price of a day is: of what, on which basis, from whom. Two are compared only where all of that is the same. */
import {
  CURRENCIES,
  type Currency,
  type MassUnit,
  type Quantity,
  type Range,
} from '#src/domain/measure/figure.ts';
import { changeOf, type Change } from '#src/domain/measure/changes.ts';
import { printedInterval } from '#src/domain/measure/printed.ts';

/**
 * The form that is sold. `contained metal` is never quoted: it is what an oxide's price comes to for a mass of the metal
 * in it, which is less than the price of metal, since nobody has made metal of it yet. A `product` is what is sold under
 * its own name and in no such form: gypsum, helium.
 */
export const FORMS = [
  'metal',
  'oxide',
  'alloy',
  'contained metal',
  'carbonate',
  'hydroxide',
  'sulfate',
  'chloride',
  'paratungstate',
  'perrhenate',
  'concentrate',
  'ore',
  'powder',
  'scrap',
  'product',
] as const;
export type Form = (typeof FORMS)[number];

/** Where the goods change hands, and so what the price holds: freight, insurance, duty. */
export const TERMS = ['ex-works', 'fca', 'fob', 'cif', 'delivered', 'in warehouse', 'unstated'] as const;
export type Terms = (typeof TERMS)[number];

export const VAT_STATES = ['included', 'excluded', 'unstated'] as const;
export type VatState = (typeof VAT_STATES)[number];

/** What a price is of where it is not simply of a day, and how it was taken where the source says so. */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const;
const TAKEN = ['mean', 'fixing', 'close'] as const;
export type Span = (typeof PERIODS)[number];
export type Taken = (typeof TAKEN)[number];
/** "month mean", "day fixing", "year". Of a day and nothing more is left out. */
export type QuotePeriod = Exclude<Span, 'day'> | `${Span} ${Taken}`;

/** When and how it is paid, where that makes another price: against acceptance, or at once. */
export const PAYMENTS = ['D/A', 'D/P', 'L/C', 'cash'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** All that must be the same for two prices to be compared as they are. */
export interface Basis {
  /** A material's id: "neodymium", "ndpr". */
  readonly metal: string;
  readonly form: Form;
  /** As the source says it, "99.5 %"; empty where it does not. */
  readonly purity: string;
  readonly terms: Terms;
  /** "China", "Rotterdam"; empty where the source does not say. */
  readonly place: string;
  readonly vat: VatState;
  readonly currency: Currency;
  readonly mass: MassUnit;
  /** Left out of a price of a day; a price of a longer time has its last day as its date. */
  readonly period?: QuotePeriod | undefined;
  /** Left out where the source does not say. */
  readonly payment?: Payment | undefined;
}

/** One source's prices on one basis: what a history is a history of. */
export interface SeriesKey extends Basis {
  /** A feed's id, or `MANUAL`. */
  readonly source: string;
}

/** The source of what people enter. */
export const MANUAL = 'manual';
/** The source of what was imported in a terminal, where the table names none. */
export const IMPORTED = 'import';

/** Whether a text may name a source. */
export function isSource(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(text);
}

/** The price of one day. */
export interface DayPrice {
  /** The day that the price is of, as an ISO date. */
  readonly date: string;
  readonly range: Range;
  /** All values that print so, where the range was converted: then its digits no longer tell. */
  readonly printed?: Range | undefined;
  /** As the source itself says. */
  readonly estimated: boolean;
}

/** A price as it was read, before it is stored. */
export interface ReadQuote extends SeriesKey, DayPrice {}

/** A price as it is kept. */
export interface Quote extends ReadQuote {
  /** When it came, in milliseconds since 1970. */
  readonly receivedAt: number;
  /** 1, and one more for each correction of the same day. */
  readonly edition: number;
}

/** The fields of a basis, in the order in which people name them. */
export const BASIS_FIELDS = [
  'metal',
  'form',
  'purity',
  'terms',
  'place',
  'vat',
  'currency',
  'mass',
] as const satisfies readonly (keyof Basis)[];

export const SERIES_FIELDS = [...BASIS_FIELDS, 'source'] as const;
/** What most prices do not have; it is named so that their series keep the names that they had before it was known. */
export const RARE_FIELDS = ['period', 'payment'] as const satisfies readonly (keyof Basis)[];

/** A series' name among others: equal for equal series only. */
export function seriesName(key: SeriesKey): string {
  const rare = RARE_FIELDS.some((field) => key[field] !== undefined)
    ? RARE_FIELDS.map((field) => key[field] ?? '')
    : [];
  return JSON.stringify([...SERIES_FIELDS.map((field) => key[field]), ...rare]);
}

/** Only the series of something that is one and more. */
export function seriesOf(key: SeriesKey): SeriesKey {
  const { metal, form, purity, terms, place, vat, currency, mass, source, period, payment } = key;
  return {
    metal,
    form,
    purity,
    terms,
    place,
    vat,
    currency,
    mass,
    source,
    ...(period === undefined ? {} : { period }),
    ...(payment === undefined ? {} : { payment }),
  };
}

/** A price with its unit, and whether its source calls it an estimate. */
export function quantityOf(
  quote: Pick<ReadQuote, 'range' | 'printed' | 'currency' | 'mass' | 'estimated'>,
): Quantity {
  const { range, currency, mass, estimated, printed = printedInterval(range) } = quote;
  return { range, unit: `${currency}/${mass}`, firmness: estimated ? 'estimated' : undefined, printed };
}

/** How a price moved, with what rounding leaves open. Both on one basis. */
export const changeOfQuotes = (from: ReadQuote, to: ReadQuote): Change =>
  changeOf(quantityOf(from), quantityOf(to));

/** Whether a text is one of the currencies that are known here. */
export function isCurrency(text: string): text is Currency {
  return (CURRENCIES as readonly string[]).includes(text);
}
