/** Lays a table out by the headings that its settings name. */
import { shorten } from '#src/domain/measure/days.ts';
import { isPriceField, NotLaidOut, withoutEmptyEnd, type Layout, type TableSettings } from '../layout.ts';
import { ROW_FIELDS, type RowField } from '../rows/row.ts';
import { textOf, type TableRecord } from '../sheets/sheet.ts';

const plain = (heading: string) => heading.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** How many rows may stand above a heading that settings name. */
const MOST_ABOVE = 30;

/** @throws NotLaidOut where a named column is gone, or stands there twice */
export function byNames(
  records: readonly TableRecord[],
  { chosen }: TableSettings,
  columns: Readonly<Partial<Record<RowField, string>>>,
): Layout {
  const wanted = ROW_FIELDS.flatMap((field) => {
    const name = columns[field];
    return name === undefined ? [] : [[field, name] as const];
  });
  const goneFrom = ({ cells }: TableRecord) => {
    const headings = new Set(cells.map((cell) => plain(textOf(cell))));
    return wanted.filter(([, name]) => !headings.has(plain(name)));
  };
  const [first] = records;
  if (first === undefined) throw new NotLaidOut('it is empty');
  const found = records.slice(0, MOST_ABOVE + 1).findIndex((record) => goneFrom(record).length === 0);
  const heading = withoutEmptyEnd((records[Math.max(found, 0)] ?? first).cells).map(textOf);
  if (found < 0)
    throw new NotLaidOut(
      `it has no column ${goneFrom(first)
        .map(([, name]) => `“${shorten(name)}”`)
        .join(', ')}; its columns are ${heading.slice(0, 20).map(shorten).join(', ')}`,
    );
  const headings = heading.map(plain);
  const all = wanted.map(
    ([field, name]) =>
      [chosen?.[String(headings.indexOf(plain(name)))] ?? field, headings.indexOf(plain(name))] as const,
  );
  const twice = all.find(([, at]) => headings.lastIndexOf(headings[at] ?? '') !== at);
  if (twice !== undefined)
    throw new NotLaidOut(
      `it has the heading “${shorten(heading[twice[1]] ?? '')}” twice: nobody can say which one is meant`,
    );
  return {
    above: records.slice(0, found),
    start: found + 1,
    width: heading.length,
    columns: all.map(([role, at]) => ({ at, heading: heading[at] ?? '', role, own: {} })),
    places: all.flatMap(([role, at]) =>
      role === 'ignored' || isPriceField(role) ? [] : [[role, at] as const],
    ),
    groups: [
      { places: all.flatMap(([role, at]) => (isPriceField(role) ? [[role, at] as const] : [])), own: {} },
    ],
    sourceAt: -1,
    common: {},
  };
}
