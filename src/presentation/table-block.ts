/** A table of an answer as Slack's table block, or as lines where no such block may stand. */
import type { TableBlock } from '@slack/types';
import type { Line, Span, Table } from '#src/domain/answer.ts';
import { LIMITS } from './limits.ts';
import { isFigureColumn } from './text/plain-text.ts';
import { clampRuns, runsOf } from './text/runs.ts';

/** So that one long cell never pushes the other columns off a phone's screen. */
const CELL_ROOM = 200;
const EMPTY = '–';

function cellText(cell: Line | undefined, locale: string): string {
  const runs = runsOf(cell ?? [], locale);
  const text = clampRuns(runs, CELL_ROOM, (part) => part.length)
    .map((run) => run.text)
    .join('');
  return text.trim() === '' ? EMPTY : text;
}

const sizeOf = (row: readonly string[]) => row.reduce((sum, cell) => sum + cell.length, 0);

/** As many rows as fit; a last row of "…" says that there are more. Cells are literal text: Slack formats nothing in them. */
export function tableBlock(table: Table, locale: string): TableBlock {
  const columns = table.columns.slice(0, LIMITS.table.columns);
  const all = [
    columns.map((column) => cellText([column], locale)),
    ...table.rows.map((row) => columns.map((_, index) => cellText(row[index], locale))),
  ];
  const rows: (readonly string[])[] = [];
  let characters = columns.length;
  for (const row of all) {
    characters += sizeOf(row);
    if (characters > LIMITS.table.characters) break;
    rows.push(row);
  }
  if (rows.length < all.length || rows.length > LIMITS.table.rows) {
    rows.splice(LIMITS.table.rows - 1);
    rows.push(columns.map(() => '…'));
  }
  return {
    type: 'table',
    column_settings: columns.map((_, index) => ({
      align: isFigureColumn(table, index) ? ('right' as const) : ('left' as const),
      is_wrapped: true,
    })),
    rows: rows.map((row) => row.map((text) => ({ type: 'raw_text' as const, text }))),
  };
}

/** The same rows as lines: "2024: Price $125/kg · Supply Shortage". They wrap well on a phone. */
export function tableAsLines(table: Table): readonly Line[] {
  const [, ...headings] = table.columns;
  return table.rows.map((row): Line => {
    const [label = [], ...cells] = row;
    const rest: Span[] = [];
    for (const [index, cell] of cells.entries()) {
      if (cell.length === 0) continue;
      rest.push(index === 0 ? ': ' : ' · ');
      // With one column of figures its heading would only repeat the headline.
      if (headings.length > 1) rest.push(`${headings[index] ?? ''} `);
      rest.push(...cell);
    }
    return [{ strong: label }, ...rest];
  });
}
