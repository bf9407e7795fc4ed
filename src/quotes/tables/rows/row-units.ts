/** The unit of a row's price where its heading says one half of it, or the same otherwise. */
import { readPricePer as pricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { readMassCell } from '#src/domain/reading/quotes/read-cell.ts';
import type { Fields, Row } from './row.ts';
import { textOf } from '../sheets/sheet.ts';

const readPricePer = (text: string) => pricePer(withKnownUnits(text));

/** A heading and a cell of the row may say the same thing differently: then nobody can say which is meant. */
export function unlike(heading: Row, cells: Row): string | undefined {
  for (const field of ['unit', 'currency'] as const) {
    const [above, own] = [heading[field], cells[field]];
    if (above !== undefined && own !== undefined && areUnlike(String(above), String(own)))
      return `its heading says ${String(above)}, and the row ${String(own)}: mend one of them`;
  }
  return undefined;
}

const plainUnit = (unit: string) => unit.toLowerCase().replaceAll(/\s+|per/g, '');

/** Whether two units are not one, nor one the money and the other the mass of one. */
function areUnlike(above: string, own: string): boolean {
  if (plainUnit(above) === plainUnit(own)) return false;
  const [one, other] = [readPricePer(above), readPricePer(own)];
  const isWhole = (unit: typeof one) => (unit.money === undefined) === (unit.mass === undefined);
  return isWhole(one) || isWhole(other) || (one.money === undefined) === (other.money === undefined);
}

const bareMass = (text: string) => text.replace(/^(?:per|je|pro|\/)\s*/iu, '');

/** The unit of which one text is the money and the other the mass; `undefined` where they are no such halves. */
export function bothHalvesOf(one: string, other: string): string | undefined {
  const [a, b] = [readPricePer(one), readPricePer(other)];
  if (a.money !== undefined && a.mass === undefined && b.money === undefined && b.mass !== undefined)
    return `${one}/${bareMass(other)}`;
  if (b.money !== undefined && b.mass === undefined && a.money === undefined && a.mass !== undefined)
    return `${other}/${bareMass(one)}`;
  return undefined;
}

/** The whole unit of a title over a heading that says the money of it alone: "USD per troy ounce" over "USD AM". */
export function wholeOf(money: string, titled: string): string | undefined {
  const [own, whole] = [readPricePer(money), readPricePer(titled)];
  return own.money !== undefined &&
    own.mass === undefined &&
    own.times === 1 &&
    whole.mass !== undefined &&
    whole.money?.id === own.money.id
    ? titled
    : undefined;
}

/** "100 KG": of how much a price is, with the unit in it. */
const COUNTED_MASS = /^(?:(?:per|je|pro|par|por|\/)\s?)?(1?0{0,3})\s?\p{L}/iu;

/**
 * The money that a heading has with the mass that a row has, or the other way round, and "per 100" with its unit.
 * @param isUnitOfPrice Whether the unit of the row is called that of its price: where "100 KG" stands beside it, another one is of the quantity.
 */
export function withWhole(heading: Row, cells: Fields, isUnitOfPrice: boolean): Fields {
  const row = { ...cells };
  if (row.mass !== undefined && row.unit !== undefined) {
    // "per 1.000", as prices are in such lists.
    row.mass = textOf(row.mass).replace(/(?<![\d.,])1[.,]000(?![\d.,])/u, '1000');
    const { money, mass } = readPricePer(textOf(row.unit));
    const isMass = money === undefined && mass !== undefined;
    if (/^1?0{0,3}$/.test(row.mass) && row.mass !== '') {
      if (!isMass) return row;
      row.mass = `${row.mass} ${row.unit}`;
      delete row.unit;
    } else if (isMass && (COUNTED_MASS.exec(row.mass)?.[1] ?? '') !== '') {
      const priced = readMassCell(row.mass)?.mass;
      if (priced !== undefined && (!isUnitOfPrice || priced.id === mass.id)) delete row.unit;
    }
  }
  if (heading.unit === undefined || row.unit === undefined) return row;
  const [above, own] = [readPricePer(String(heading.unit)), readPricePer(String(row.unit))];
  if (above.money !== undefined && above.mass === undefined && own.money === undefined)
    return { ...row, unit: `${heading.unit}/${bareMass(String(row.unit))}` };
  if (above.money === undefined && above.mass !== undefined && own.mass === undefined)
    return { ...row, unit: `${row.unit}/${bareMass(String(heading.unit))}` };
  return row;
}

/** The heading with the unit that a title or a line between the rows says, where a row has its mass alone: "USD" over "kg V". */
export const withTitled = (heading: Row, { currency }: Fields, { unit }: Row): Row =>
  heading.unit === undefined && unit !== undefined && currency === undefined ? { ...heading, unit } : heading;
