/** JSON-stat and PX-Web, as statistical offices give tables: values in one list, and what each is of by its place among the categories. */
import { roleOf } from '#src/quotes/tables/columns/headings/heading-words.ts';
import { cellOf, isObject, isScalar } from './json-values.ts';
import type { Cell, NamedCells as Fields } from '../sheet.ts';

const MOST_DIMENSIONS = 12;

interface Dimension {
  readonly ids: readonly string[];
  readonly fieldsOf: (id: string) => readonly (readonly [string, Cell])[];
}

/** One row a value, with its categories by the names of their dimensions; `undefined` where it is no such data set. */
export function jsonStatRows(
  given: unknown,
): { readonly title: string; readonly rows: readonly Fields[] } | undefined {
  const data = isObject(given) && isObject(given['dataset']) ? given['dataset'] : given;
  if (!isObject(data) || !isObject(data['dimension'])) return undefined;
  const order = data['id'] ?? data['dimension']['id'];
  const { value: values } = data;
  if (
    !Array.isArray(order) ||
    order.length > MOST_DIMENSIONS ||
    typeof values !== 'object' ||
    values === null
  )
    return undefined;
  const dimensions = order.flatMap(
    (id: unknown) => dimensionOf(String(id), data['dimension'], data['role']) ?? [],
  );
  if (dimensions.length !== order.length) return undefined;
  const rows = Object.entries(values).flatMap(([at, value]): Fields[] =>
    isScalar(value) && value !== null ? [rowAt(Number(at), dimensions, cellOf(value))] : [],
  );
  const { label } = data;
  return { title: typeof label === 'string' ? label : '', rows };
}

/** The last dimension runs fastest. */
function rowAt(at: number, dimensions: readonly Dimension[], value: Cell): Fields {
  let left = at;
  const fields = dimensions.toReversed().flatMap(({ ids, fieldsOf }) => {
    const id = ids[left % ids.length] ?? '';
    left = Math.floor(left / ids.length);
    return fieldsOf(id);
  });
  return new Map([...fields.toReversed(), ['value', value]]);
}

function dimensionOf(id: string, all: unknown, role: unknown): Dimension | undefined {
  const found = isObject(all) ? all[id] : undefined;
  const category = isObject(found) ? found['category'] : undefined;
  if (!isObject(found) || !isObject(category)) return undefined;
  const { index, label: labels, unit: units } = category;
  const ids = Array.isArray(index)
    ? index.map(String)
    : isObject(index)
      ? Object.entries(index)
          .toSorted(([, a], [, b]) => Number(a) - Number(b))
          .map(([one]) => one)
      : Object.keys(isObject(labels) ? labels : {});
  if (ids.length === 0) return undefined;
  const { label } = found;
  const called = typeof label === 'string' && label !== '' ? label : id;
  const times = isObject(role) ? role['time'] : undefined;
  const isTime =
    (Array.isArray(times) && times.includes(id)) || roleOf(id) === 'date' || roleOf(called) === 'date';
  return {
    ids,
    fieldsOf: (one) => {
      const text = isObject(labels) ? labels[one] : undefined;
      const unit =
        isObject(units) && isObject(units[one]) ? (units[one]['base'] ?? units[one]['label']) : undefined;
      return [
        [isTime ? 'date' : called, typeof text === 'string' && !isTime ? text : one],
        ...(typeof unit === 'string' ? [['unit', unit] as const] : []),
      ];
    },
  };
}

/** Rows of PX-Web: a list of keys and one of values, which stand below one list of columns. */
export function keyedRows(value: unknown): readonly (readonly Cell[])[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const rows = value.map((row: unknown) => {
    const [key, own] = isObject(row) ? [row['key'], row['values']] : [undefined, undefined];
    return Array.isArray(key) && Array.isArray(own) ? [...key, ...own].map(cellOf) : undefined;
  });
  return rows.every((row) => row !== undefined) ? rows : undefined;
}
