/** Tables, with headers that a screen reader can name; the library draws what is rich in a cell. */
import { createElement as h, type ReactNode } from 'react';
import { jsonsIn, textIn } from '../../wire/json.ts';
import type { Json } from '../../wire/wire-types.ts';

/** `table` and `data_table`: the first row is the header. */
export function drawTable(block: Json, drawRich: (cell: Json) => ReactNode): ReactNode {
  const settings = jsonsIn(block['column_settings']);
  const rows = (Array.isArray(block['rows']) ? block['rows'] : []).map(jsonsIn);
  const [header = [], ...body] = rows;
  const isFigures = header.map((_cell, column) =>
    body.every((row) => row[column]?.['type'] === 'raw_number'),
  );
  const alignOf = (column: number): string =>
    textIn(settings[column]?.['align']) || (isFigures[column] && body.length > 0 ? 'right' : 'left');
  const content = (cell: Json): ReactNode => {
    if (cell['type'] === 'rich_text') return drawRich(cell);
    return textIn(cell['text']) || (typeof cell['value'] === 'number' ? String(cell['value']) : '');
  };
  const line = (row: readonly Json[], tag: 'th' | 'td'): readonly ReactNode[] =>
    row.map((cell, column) => {
      const scope = tag === 'th' ? { scope: 'col' } : {};
      return h(tag, { key: column, className: `to-${alignOf(column)}`, ...scope }, content(cell));
    });
  const caption = textIn(block['caption']);
  return h(
    'div',
    { className: 'block table', tabIndex: 0, role: 'region', 'aria-label': caption || 'Table' },
    h(
      'table',
      null,
      caption && h('caption', null, caption),
      h('thead', null, h('tr', null, line(header, 'th'))),
      h(
        'tbody',
        null,
        body.map((row, index) => h('tr', { key: index }, line(row, 'td'))),
      ),
    ),
  );
}
