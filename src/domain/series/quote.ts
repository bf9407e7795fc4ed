/** What a price of a day is: of what, on which basis, from whom. Two are compared only where all of that is the same. */
import {
  changeOf,
  type Change,
  CURRENCIES,
  type Currency,
  type MassUnit,
  type Quantity,
  type Range,
} from '#src/domain/measure/figure.ts';
import { printedInterval } from '#src/domain/measure/printed.ts';

/**
 * The form that is sold. `contained metal` is never quoted: it is what an oxide's price comes to for a mass of the metal
 * in it, which is less than the price of metal, since nobody has made metal of it yet.
 */
export const FORMS = ['metal', 'oxide', 'alloy', 'contained metal'] as const;
export type Form = (typeof FORMS)[number];

/** Where the goods change hands, and so what the price holds: freight, insurance, duty. */
export const TERMS = ['ex-works', 'fca', 'fob', 'cif', 'delivered', 'in warehouse', 'unstated'] as const;
export type Terms = (typeof TERMS)[number];

export const VAT_STATES = ['included', 'excluded', 'unstated'] as const;
export type VatState = (typeof VAT_STATES)[number];

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
const BASIS_FIELDS = [
  'metal',
  'form',
  'purity',
  'terms',
  'place',
  'vat',
  'currency',
  'mass',
] as const satisfies readonly (keyof Basis)[];

const SERIES_FIELDS = [...BASIS_FIELDS, 'source'] as const;

/** What differs between two bases; nothing where they may be compared as they are. */
export function differences(a: Basis, b: Basis): readonly (keyof Basis)[] {
  return BASIS_FIELDS.filter((field) => a[field] !== b[field]);
}

/** A series' name among others: equal for equal series only. */
export function seriesName(key: SeriesKey): string {
  return JSON.stringify(SERIES_FIELDS.map((field) => key[field]));
}

/** Only the series of something that is one and more. */
export function seriesOf(key: SeriesKey): SeriesKey {
  const { metal, form, purity, terms, place, vat, currency, mass, source } = key;
  return { metal, form, purity, terms, place, vat, currency, mass, source };
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

const TERMS_IN_WORDS: Readonly<Record<Terms, string>> = {
  'ex-works': 'ex works',
  fca: 'FCA',
  fob: 'FOB',
  cif: 'CIF',
  delivered: 'delivered',
  'in warehouse': 'in warehouse',
  unstated: '',
};

/** @example termsInWords({ terms: 'ex-works', place: 'China' }) // "ex works China" */
function termsInWords({ terms, place }: Pick<Basis, 'terms' | 'place'>): string {
  return [TERMS_IN_WORDS[terms], place].filter((word) => word !== '').join(' ');
}

/** @example marketInWords(quote) // "ex works China, VAT included"; what the source does not say is said to be unstated */
export function marketInWords({ terms, place, vat }: Pick<Basis, 'terms' | 'place' | 'vat'>): string {
  const where = termsInWords({ terms, place });
  return [
    terms === 'unstated' ? `terms unstated${place === '' ? '' : ` (${place})`}` : where,
    vat === 'unstated' ? 'VAT unstated' : `VAT ${vat}`,
  ].join(', ');
}

/** The same after the purity, where that is said. @example "99.5 %, ex works China, VAT included" */
export const basisInWords = (basis: Basis): string =>
  [...(basis.purity === '' ? [] : [basis.purity]), marketInWords(basis)].join(', ');

/** Whether a text is one of the currencies that are known here. */
export function isCurrency(text: string): text is Currency {
  return (CURRENCIES as readonly string[]).includes(text);
}
