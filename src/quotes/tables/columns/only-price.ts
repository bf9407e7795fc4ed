/** The column of prices whose heading says it in words that are not known: the only one that its table leaves to be it. */
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { hasMoney as isInMoney } from '../sheets/lines/priced-line.ts';
import { takeRole } from './headings/heading-words.ts';
import { isPriceField } from '../layout.ts';
import { isOtherThing } from '../other-things.ts';
import type { TimedColumn } from './price-groups.ts';

/** Charges of smelters, and what else is no price, as headings shorten them. */
const OTHER = /(?<!\p{L})(?:tc|rc|tc\/rc|oi|vol|wt|pcs|days?|no|nr|id)(?!\p{L})/iu;

/** A word that ends in one for prices: "Nettoprijs", "Anbudspris". */
const COMPOUND = /\p{L}(?:preise?|prijs|prijzen|pris(?:er)?|hinta|koers|kurs)$/iu;

/** 1, 2, 3: the numbers of rows. */
const areCounted = (all: readonly string[]): boolean =>
  all.length > 0 &&
  all.every((text, i) => Number(text) === Number(all[0]) + i) &&
  /^\d{1,3}$/u.test(all[0] ?? '');

/** A longer text is prose. */
const LONGEST_PRICE = 30;

/** @param isPer Whether a mass must be there, too. */
function hasMoney(text: string, isPer = false): boolean {
  const { money, mass } = readPricePer(withKnownUnits(takeUnit(text).value ?? ''));
  return money !== undefined && (mass !== undefined || !isPer);
}

/**
 * Where no column is called a price, the only numbers that nothing else explains are the prices, as long as a heading speaks of prices
 * or money, or a column beside them says in what money rows are.
 * @param texts The texts of a column's first cells. @param isDoubtful Whether its numbers look like changes or shares.
 */
export function withOnlyPrice(
  columns: readonly TimedColumn[],
  numeric: (at: number) => boolean,
  texts: (at: number) => readonly string[],
  isDoubtful: (column: TimedColumn) => boolean,
): readonly TimedColumn[] {
  if (columns.some(({ role, why }) => (isPriceField(role) && why === undefined) || role === 'time'))
    return columns;
  const left = columns.filter(
    (column) =>
      column.role === undefined &&
      column.time === undefined &&
      // What is left out for another reason is no price.
      column.why?.endsWith('not known here') === true &&
      numeric(column.at) &&
      /^(?!\W{0,2}\d)./u.test(column.heading) &&
      !isDoubtful(column) &&
      !areCounted(texts(column.at)) &&
      !OTHER.test(column.heading) &&
      !isOtherThing(column.heading),
  );
  const named = left.filter(
    ({ heading, at }) =>
      takeRole(heading).role === 'price' ||
      COMPOUND.test(heading) ||
      hasMoney(heading, true) ||
      texts(at).some((text) => text.length < LONGEST_PRICE && isInMoney(text)),
  );
  const called = named.length > 0 ? named : left.filter(({ heading }) => hasMoney(heading));
  const isMoneySaid = columns.some(
    ({ role, at }) => role === 'currency' || (role === 'unit' && texts(at).some((text) => hasMoney(text))),
  );
  const [only, ...others] = called.length > 0 ? called : isMoneySaid ? left : [];
  const isNamed = columns.some(({ role }) => role === 'metal') || only?.own['metal'] !== undefined;
  return only === undefined || others.length > 0 || !isNamed
    ? columns
    : columns.map((column) =>
        column === only ? { ...column, role: 'price', field: 'price', why: undefined } : column,
      );
}
