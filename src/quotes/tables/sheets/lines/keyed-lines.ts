/** Logs and dumps whose every line names its own fields: "2026-11-20 09:00 metal=copper ccy=USD unit=t price=9731.50", "metal: copper; price: 9731.50". */
import { roleOf } from '#src/quotes/tables/columns/headings/heading-words.ts';
import type { LineReader } from './line-reader.ts';

const LOOKED_AT = 200;
/** So many fields a line has at least, and so great a share of the lines has them. */
const [LEAST_FIELDS, MOSTLY] = [3, 0.6];
const BY_EQUALS = /(?<![^\s,;|[({])([\p{L}\d_.-]{1,30})=(?:"([^"]*)"|'([^']*)'|([^\s,;|\])}]*))/gu;
const BY_COLON = /(?:^|[;|])\s*(\p{L}[\p{L}\d_ .-]{0,29}?)\s*:\s+([^;|]*?)\s*(?=[;|]|$)/gu;
/** When a line was written, before its fields. */
const STAMP =
  /^\W{0,2}(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}\/\d\d\/\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/u;

type Fields = ReadonlyMap<string, string>;

function fieldsIn(line: string, pattern: RegExp): Fields {
  return new Map(
    [...line.matchAll(pattern)].map(([, name = '', double, single, bare]) => [
      name,
      double ?? single ?? bare ?? '',
    ]),
  );
}

/** How such lines are read; `undefined` where most of them are none, or no two of their fields are called as columns are. */
export function keyedReader(head: string, isWhole: boolean): LineReader | undefined {
  const lines = head.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '');
  const looked = (isWhole ? lines : lines.slice(0, -1)).slice(0, LOOKED_AT);
  for (const pattern of [BY_EQUALS, BY_COLON]) {
    const all = looked.map((line) => fieldsIn(line, pattern));
    const keyed = all.filter(({ size }) => size >= LEAST_FIELDS);
    if (keyed.length < 2 || keyed.length < looked.length * MOSTLY) continue;
    const names = [...new Set(keyed.flatMap((fields) => [...fields.keys()]))];
    if (names.filter((name) => roleOf(name) !== undefined).length < 2) continue;
    const isStamped =
      looked.some((line) => STAMP.test(line)) && !names.some((name) => roleOf(name) === 'date');
    return rowsBy(names, isStamped, pattern);
  }
  return undefined;
}

function rowsBy(names: readonly string[], isStamped: boolean, pattern: RegExp): LineReader {
  let isFirst = true;
  return (line) => {
    if (line === undefined || line.trim() === '') return [];
    const fields = fieldsIn(line, pattern);
    if (fields.size < LEAST_FIELDS) return [[line.trim()]];
    const cells = names.map((name) => fields.get(name) ?? '');
    // A field that the first lines have not is told as one cell too many.
    const others = [...fields.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => fields.get(name) ?? '');
    const row = [...(isStamped ? [STAMP.exec(line)?.[1] ?? ''] : []), ...cells, ...others];
    const heading = isFirst ? [[...(isStamped ? ['date'] : []), ...names]] : [];
    isFirst = false;
    return [...heading, row];
  };
}
