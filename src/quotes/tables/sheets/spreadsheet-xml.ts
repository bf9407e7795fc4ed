/** A workbook as XML of 2003, which programs save under the name .xls or .xml: its sheets' rows of cells. */
import type { Cell, Sheet, TableRecord } from './sheet.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const allOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const within = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const MOST_COLUMNS = 1000;

/** `undefined` where the XML is none. @param data As it was parsed, without prefixes. */
export function spreadsheetXml(data: unknown): readonly Sheet[] | undefined {
  const sheets = allOf(within(within(data, 'Workbook'), 'Worksheet'));
  if (sheets.length === 0) return undefined;
  return sheets.map((sheet) => {
    const name = within(sheet, 'Name');
    return {
      name: typeof name === 'string' ? name : undefined,
      records: recordsOf(allOf(within(within(sheet, 'Table'), 'Row'))),
    };
  });
}

async function* recordsOf(rows: readonly unknown[]): AsyncGenerator<TableRecord> {
  let line = 0;
  for (const row of rows) {
    line = placeOf(row) ?? line + 1;
    const cells: Cell[] = [];
    for (const cell of allOf(within(row, 'Cell'))) {
      const at = (placeOf(cell) ?? cells.length + 1) - 1;
      if (at > MOST_COLUMNS) break;
      while (cells.length < at) cells.push('');
      cells[at] = valueOf(within(cell, 'Data'));
    }
    if (cells.some((cell) => cell !== '')) yield { line, cells };
  }
}

/** Where an element stands that leaves others out before it, from 1. */
function placeOf(element: unknown): number | undefined {
  const place = Number(within(element, 'Index') ?? Number.NaN);
  return Number.isInteger(place) ? place : undefined;
}

function valueOf(data: unknown): Cell {
  const value = isObject(data) ? data['#text'] : data;
  const text = typeof value === 'string' ? value.trim() : '';
  const type = within(data, 'Type');
  if (type === 'Number') return Number(text);
  return type === 'DateTime' ? text.slice(0, 10) : text;
}
