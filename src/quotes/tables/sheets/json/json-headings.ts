/** What heads the columns of lists of cells, wherever a document says it: "columns": ["Date", "Price"], "fields": [{ "label": … }]. */
import { MOST_DEEP, isObject } from './json-values.ts';

const LISTS =
  /^(?:(?:ao)?columns?|cols|column_?(?:names|headers|list|defs)|headers?|headings?|head|fields?|field_?(?:names|list)|schema|keys|thead)$/i;
/** What a column is called, the best first: what people see before what programs call it. */
const CALLED: readonly RegExp[] = [
  /^(?:label|s?title|header(?:_?name)?|caption|heading|display_?name)$/i,
  /^(?:text|name|long_?name)$/i,
  /^(?:id|key|field(?:_?name)?|code)$/i,
];
const UNIT = /^(?:units?|uom)$/i;

/** The names of the columns that an object says itself. */
export function headingIn(data: Record<string, unknown>): readonly string[] | undefined {
  for (const [name, value] of Object.entries(data)) {
    if (!LISTS.test(name)) continue;
    const names = namesIn(Array.isArray(value) ? value : isObject(value) ? value['fields'] : undefined);
    if (names !== undefined) return names;
  }
  return undefined;
}

/** All that a document says anywhere. */
export function headingsIn(data: unknown, deep = 0): readonly (readonly string[])[] {
  if (!isObject(data) || deep > MOST_DEEP) return [];
  const own = headingIn(data);
  const within = Object.values(data).flatMap((value) => headingsIn(value, deep + 1));
  return own === undefined ? within : [own, ...within];
}

function namesIn(list: unknown): readonly string[] | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const names = list.map((one: unknown) => (isObject(one) ? called(one) : one));
  return names.every((name) => typeof name === 'string') ? names : undefined;
}

function called(column: Record<string, unknown>): string | undefined {
  const entries = Object.entries(column);
  const text = (pattern: RegExp) => {
    const found = entries.find(
      ([name, value]) => pattern.test(name) && typeof value === 'string' && value !== '',
    );
    return typeof found?.[1] === 'string' ? found[1] : undefined;
  };
  const name = CALLED.map(text).find((found) => found !== undefined);
  const unit = text(UNIT);
  return name === undefined || unit === undefined || name.includes(unit) ? name : `${name} (${unit})`;
}
