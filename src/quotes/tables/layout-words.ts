/** How a table was understood, in words: what each column is, what titles say, and what is not read. */
import { shorten } from '#src/domain/measure/days.ts';
import type { ColumnSaid, Layout } from './layout.ts';
import type { Row } from './rows/row.ts';

const MOST_LISTED = 12;

/** One line for what is read, and one for what is not. */
export function layoutInWords({
  layout,
  sheet,
}: {
  readonly layout: Layout;
  readonly sheet: string | undefined;
}): readonly string[] {
  const { columns, common } = layout;
  const used = columns.filter(
    ({ role, why }) => role !== undefined && role !== 'ignored' && why === undefined,
  );
  const unused = columns.filter(
    ({ role, why, heading }) =>
      heading !== '' && (role === undefined || role === 'ignored' || why !== undefined),
  );
  const where = sheet === undefined ? '' : `sheet “${shorten(sheet)}”, `;
  const titles = saidInWords(common);
  return [
    `${where}columns: ${listed(used.map(columnInWords))}${titles === '' ? '' : `; for all rows: ${titles}`}`,
    ...(unused.length === 0
      ? []
      : [
          `not read: ${listed(unused.map(({ heading, why = 'it is no price' }) => `“${shorten(heading)}” (${why})`))}`,
        ]),
  ];
}

function columnInWords({ heading, role, own }: ColumnSaid): string {
  const said = saidInWords(own);
  const name = heading === '' ? 'one without a heading' : `“${shorten(heading)}”`;
  return `${name} is ${role === 'time' ? 'a time' : (role ?? '')}${said === '' ? '' : ` (${said})`}`;
}

const saidInWords = (row: Row): string =>
  Object.entries(row)
    .map(([field, value]) => `${field} ${String(value)}`)
    .join(', ');

const listed = (words: readonly string[]): string =>
  words.length <= MOST_LISTED
    ? words.join(', ')
    : `${words.slice(0, MOST_LISTED).join(', ')} and ${words.length - MOST_LISTED} more`;

const MOST_SHOWN = 3;

/** A line for prices with two readings that only what they are likely to be has settled; none where there are none. */
export function likelyInWords(
  rows: readonly { readonly line: number; readonly likely: string }[],
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_SHOWN).map(({ line, likely }) => `${likely} (line ${line})`);
  const more = rows.length - shown.length;
  return [
    `two readings, of which the one is taken that such a price is likely to be: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ];
}
