/** SDMX in JSON, as statistical offices give it: series by numbers that its structure says the names of. */
import type { Cell, NamedCells as Fields } from '../sheet.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objectIn = (value: unknown, name: string): Record<string, unknown> => {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : {};
};

/** One row a point, with its dimensions by their names; `undefined` where it is something else. */
export function sdmxRows(data: unknown): readonly Fields[] | undefined {
  const root = isObject(data) && isObject(data['data']) ? data['data'] : data;
  if (!isObject(root) || !Array.isArray(root['dataSets'])) return undefined;
  const structure = isObject(root['structure']) ? root['structure'] : listOf(root['structures'])[0];
  const dimensions = objectIn(structure, 'dimensions');
  const attributes = objectIn(structure, 'attributes');
  const [ofSeries, ofPoint] = [listOf(dimensions['series']), listOf(dimensions['observation'])];
  const marks = listOf(attributes['observation']);
  const rows: Fields[] = [];
  for (const set of listOf(root['dataSets'])) {
    for (const [key, series] of Object.entries(objectIn(set, 'series')))
      rows.push(...points(objectIn(series, 'observations'), named(key, ofSeries), ofPoint, marks));
    rows.push(...points(objectIn(set, 'observations'), [], ofPoint, marks));
  }
  return rows;
}

function points(
  observations: Record<string, unknown>,
  around: readonly (readonly [string, Cell])[],
  dimensions: readonly unknown[],
  marks: readonly unknown[],
): readonly Fields[] {
  return Object.entries(observations).flatMap(([key, point]) => {
    const [value, ...indexes] = listOf(point);
    if (typeof value !== 'number') return [];
    const said = marks.flatMap((mark, at) => nameAt(mark, indexes[at], 'id') ?? []);
    return [
      new Map([
        ...around,
        ...named(key, dimensions),
        ['OBS_VALUE', value] as const,
        ...said.map(([name, cell]) => [name, cell] as const),
      ]),
    ];
  });
}

const named = (key: string, dimensions: readonly unknown[]): readonly (readonly [string, Cell])[] =>
  key.split(':').flatMap((index, at) => nameAt(dimensions[at], Number(index), 'name') ?? []);

/** A dimension's own name, and what it has at a place. */
function nameAt(
  dimension: unknown,
  index: unknown,
  field: 'id' | 'name',
): readonly (readonly [string, Cell])[] | undefined {
  if (!isObject(dimension) || typeof dimension['id'] !== 'string' || typeof index !== 'number')
    return undefined;
  const value = listOf(dimension['values'])[index];
  if (!isObject(value)) return undefined;
  const isTime = dimension['id'] === 'TIME_PERIOD';
  const text = isTime || field === 'id' ? value['id'] : (value['name'] ?? value['id']);
  return typeof text === 'string' || typeof text === 'number' ? [[dimension['id'], text]] : undefined;
}
