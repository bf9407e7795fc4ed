/** What the fields of rows are called as columns, told by their names one within the other: "product name", "price amount", "t" and "v". */
import { roleOf, type ColumnRole } from '#src/quotes/tables/columns/headings/heading-words.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import { isTime } from './json-values.ts';

const PRICES: ReadonlySet<ColumnRole | undefined> = new Set(['price', 'low', 'high']);
/** What the values of points are called where their times are called x or t. */
const VALUE_AXIS = /^(?:v|y|p|c|val|obs)$/i;
/** Words that any thing has, and say nothing of what it is. */
const DESCRIBES =
  /^(?:name|value|code|label|text|symbol|title|description|id|iso|abbreviation|short_?name)$/i;
/** Of these a thing is called by the first that it has. */
const BEST = ['name', 'label', 'title', 'text', 'value', 'description', 'symbol', 'code', 'iso', 'id'];

export function headingOf(names: readonly string[], rows: readonly Fields[]): readonly string[] {
  const own = byLastWord(withoutShared(names), (at) => isText(names[at] ?? '', rows)).map(single);
  const hasPrice = own.some((name) => PRICES.has(roleOf(name)));
  const numeric = names.filter((name) => isNumeric(name, rows));
  return own.map((name, at) => {
    const given = names[at] ?? '';
    const isAxis = !hasPrice && VALUE_AXIS.test(name) && numeric.length === 1 && numeric[0] === given;
    return isAxis ? 'value' : name;
  });
}

/** A list is called by many of what it holds: "values", "closes". */
const single = (name: string): string => {
  const one = name.replace(/(?<=\p{L}{3})s$/iu, '');
  return one !== name && roleOf(name) === undefined && roleOf(one) !== undefined ? one : name;
};

const isText = (name: string, rows: readonly Fields[]): boolean =>
  rows.some((row) => typeof row.get(name) === 'string' && /\p{L}{2}/u.test(String(row.get(name))));

const isNumeric = (name: string, rows: readonly Fields[]): boolean =>
  rows.every((row) => {
    const cell: Cell = row.get(name) ?? '';
    return cell === '' || (!isTime(cell) && /^-?\d/.test(String(cell)));
  });

/** Without the words that all names begin with: those of what they are in. */
function withoutShared(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split(' '));
  const [first = []] = words;
  let shared = 0;
  // Of no names at all, every one has more words.
  while (words.length > 0 && words.every((one) => one.length > shared + 1 && one[shared] === first[shared]))
    shared += 1;
  return words.map((one) => one.slice(shared).join(' '));
}

/**
 * What a field of a thing that is called a price, a product or the like says itself: "price currency" is a currency, "unit name" a unit.
 * @param isWords Whether the cells of a column are words.
 */
function byLastWord(names: readonly string[], isWords: (at: number) => boolean): readonly string[] {
  const short = names.map((name, at) => {
    const [, before = '', last = ''] = /^(.+) (\S+)$/u.exec(name) ?? [];
    if (before === '') return name;
    const part = partOfPrice(before, last);
    if (part !== undefined) return part;
    const parent = before.split(' ').at(-1) ?? '';
    const [around, own] = [roleOf(before) ?? roleOf(parent), roleOf(last)];
    if (DESCRIBES.test(last) && (isWords(at) || around === 'price')) {
      if (isBest(names, before, last) && around !== 'ignored') return around === undefined ? before : parent;
      return name;
    }
    // The amount of a price is the price.
    if (around === 'price' && own === 'ignored' && /^amount$/i.test(last)) return before;
    return around !== undefined && own !== undefined && own !== 'ignored' ? last : name;
  });
  return short.map((name, at) =>
    short.indexOf(name) === short.lastIndexOf(name) ? name : (names[at] ?? name),
  );
}

/** What a field within a price says of it: "Price PriceAmount currencyID", "Price BaseQuantity unitCode". */
function partOfPrice(before: string, last: string): string | undefined {
  const segments = before.split(' ');
  if (!segments.some((one) => roleOf(one) === 'price')) return undefined;
  const isBase = segments.some((one) => /^(?:base|basis|price)_?quantity$/i.test(one));
  if (/^unit_?code$/i.test(last)) return 'unit';
  if (isBase) return last === 'value' ? 'price quantity' : undefined;
  if (/^currency_?(?:id|code)?$/i.test(last)) return 'currency';
  return last === 'value' && /^(?:net_?|gross_?)?price_?amount$/i.test(segments.at(-1) ?? '')
    ? 'price'
    : undefined;
}

function isBest(names: readonly string[], before: string, last: string): boolean {
  const words = new Set(
    names.flatMap((name) =>
      name.startsWith(`${before} `) ? [name.slice(before.length + 1).toLowerCase()] : [],
    ),
  );
  return BEST.find((word) => words.has(word)) === last.toLowerCase();
}
