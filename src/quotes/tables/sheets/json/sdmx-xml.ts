/** SDMX in XML, as statistical offices give it in its generic form: each key and attribute is an element that says its name and its value. */
import type { Cell, NamedCells as Fields } from '../sheet.ts';
import { isObject } from './json-values.ts';

const MOST_LEVELS = 6;

/** One row an observation, with the keys and attributes of its series by their names; `undefined` where it is something else. */
export function sdmxXmlRows(data: unknown): readonly Fields[] | undefined {
  const root = isObject(data) ? (data['GenericData'] ?? data['MessageGroup']) : undefined;
  const rows = isObject(root) ? [...rowsIn(root, new Map(), 0)] : [];
  return rows.length === 0 ? undefined : rows;
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Of "Series", "SeriesKey" and "Attributes" around it an observation has all values. */
function* rowsIn(data: Record<string, unknown>, around: Fields, level: number): Generator<Fields> {
  const own = new Map([...around, ...valuesOf(data['SeriesKey']), ...valuesOf(data['Attributes'])]);
  for (const one of listOf(data['Obs'])) if (isObject(one)) yield rowOf(one, own);
  if (level >= MOST_LEVELS) return;
  for (const name of ['DataSet', 'Group', 'Series', 'Section'])
    for (const inner of listOf(data[name])) if (isObject(inner)) yield* rowsIn(inner, own, level + 1);
}

function rowOf(obs: Record<string, unknown>, around: Fields): Fields {
  const time = obs['ObsDimension'] ?? obs['Time'];
  return new Map<string, Cell>([
    ...around,
    ...valuesOf(obs['ObsKey']),
    ...(time === undefined ? [] : [['TIME_PERIOD', valueOf(time)] as const]),
    ['OBS_VALUE', valueOf(obs['ObsValue'])],
    ...valuesOf(obs['Attributes']),
  ]);
}

/** `<Value id="FREQ" value="M"/>`, in older files `<Value concept="FREQ" value="M"/>`. */
const valuesOf = (holder: unknown): readonly (readonly [string, Cell])[] =>
  listOf(holder).flatMap((one) =>
    listOf(isObject(one) ? one['Value'] : undefined).flatMap((pair) => {
      const name = isObject(pair) ? (pair['id'] ?? pair['concept']) : undefined;
      return typeof name === 'string' ? [[name, valueOf(pair)] as const] : [];
    }),
  );

function valueOf(value: unknown): Cell {
  const own = isObject(value) ? value['value'] : value;
  return typeof own === 'string' || typeof own === 'number' ? own : '';
}
