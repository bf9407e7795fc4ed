/** Prices deep within objects that are named by what they are of: market, then metal, then kind, each with what it says of all below it. */
import { roleOf, type ColumnRole } from '../../columns/heading-words.ts';
import { INHERITED, TITLES } from './json-around.ts';
import { cellOf, DAY, isObject, isScalar } from './json-values.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';

/** Levels of objects: deeper ones are no prices. */
const MOST_LEVELS = 8;
const PRICES: ReadonlySet<ColumnRole | undefined> = new Set(['price', 'low', 'high']);
/** What holds prices and names none. */
const CONTAINER =
  /^(?:data|datas|result|results|response|payload|body|content|items|list|values|rows|records|series|quotes?|prices?|rates?|markets?|exchanges?|venues?|metals?|commodities|commodity|products?|instruments?|materials?|assessments?|latest|current|today|spot|live|feed|snapshot)$/iu;

/** One row a price; none where no object holds one. */
export function leavesIn(data: Record<string, unknown>): readonly Fields[] {
  return [...within(data, [], new Map(), 0)];
}

function* within(
  data: Record<string, unknown>,
  path: readonly string[],
  around: Fields,
  level: number,
): Generator<Fields> {
  if (level > MOST_LEVELS) return;
  const scalars = Object.entries(data).filter(([, value]) => isScalar(value) && value !== null);
  if (scalars.some(([name]) => PRICES.has(roleOf(name)))) {
    if (path.length > 0)
      yield rowOf(
        path,
        around,
        scalars.map(([name, value]) => [name, cellOf(value)]),
      );
    return;
  }
  const fields = new Map(around);
  for (const [name, value] of scalars)
    if (INHERITED.has(roleOf(name)) && !TITLES.test(name)) fields.set(name, cellOf(value));
  for (const [name, value] of Object.entries(data))
    if (isObject(value))
      yield* within(value, CONTAINER.test(name) ? path : [...path, name], fields, level + 1);
}

/** The names above a price are its product's, but for a day. */
function rowOf(
  path: readonly string[],
  around: Fields,
  scalars: readonly (readonly [string, Cell])[],
): Fields {
  const days = path.filter((name) => DAY.test(name));
  const names = path.filter((name) => !DAY.test(name));
  return new Map<string, Cell>([
    ...around,
    ...days.slice(0, 1).map((day) => ['date', day] as const),
    ['product name', names.join(', ')],
    ...scalars,
  ]);
}
