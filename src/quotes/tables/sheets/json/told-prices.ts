/** Rows whose prices stand in a text, as feeds of news have them: { "title": "Gold: 4,117.20 USD/oz (+0.52%)" }. */
import { roleOf } from '#src/quotes/tables/columns/headings/heading-words.ts';
import { isPriceField } from '../../layout.ts';
import { readPricedLine } from '../lines/priced-line.ts';
import type { NamedCells as Fields } from '../sheet.ts';
import type { IsName } from './json-paths.ts';

/** Longer texts are articles. */
const LONGEST = 160;
/** How many of the rows must have one. */
const MOSTLY = 0.6;

/** The same with the product, the price and its unit as fields, where no other field is a price. */
export function withToldPrices(rows: readonly Fields[], isName: IsName): readonly Fields[] {
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  if (names.some((name) => isPriceField(roleOf(name.split(' ').at(-1) ?? '')))) return rows;
  const told = names.filter((name) => {
    const read = rows.filter((row) => pricedIn(row.get(name), isName) !== undefined);
    return read.length > 0 && read.length >= rows.length * MOSTLY;
  });
  const [name, ...others] = told;
  if (name === undefined || others.length > 0) return rows;
  return rows.map((row) => {
    const line = pricedIn(row.get(name), isName);
    const rest = [...row].filter(([field]) => field !== name);
    return line === undefined
      ? row
      : new Map([...rest, ['product name', line.name], ['price', line.price], ['unit', line.unit]]);
  });
}

function pricedIn(cell: unknown, isName: IsName) {
  if (typeof cell !== 'string' || cell.length > LONGEST || !/\d/u.test(cell)) return undefined;
  const line = readPricedLine(cell, isName);
  return line !== undefined && isName(line.name) ? line : undefined;
}
