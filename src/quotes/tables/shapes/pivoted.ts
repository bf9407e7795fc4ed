/** Tables that have low and high in rows of their own, as rows that have both: "NdPr oxide, Low, 553000" above "NdPr oxide, High, 557000". */
import { isAmount } from '../cell-kinds.ts';
import { roleOf } from '../columns/headings/heading-words.ts';
import { isPriceField } from '../layout.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

const MOST_ROWS = 20_000;
const isField = (cell: Cell | undefined) => typeof cell === 'string' && isPriceField(roleOf(cell));

/** The same with a column for each; `undefined` where no column says which price a row has. */
export function pivoted(records: readonly TableRecord[], today: string): readonly TableRecord[] | undefined {
  if (records.length > MOST_ROWS) return undefined;
  const at = fieldColumn(records);
  if (at === undefined) return undefined;
  const first = records.findIndex(
    ({ cells }) => isField(cells[at]) && cells.some((cell) => isAmount(cell, today)),
  );
  const heading = records[first - 1];
  const rows = records.slice(first);
  const names = [...new Set(rows.flatMap(({ cells }) => (isField(cells[at]) ? [textOf(cells[at])] : [])))];
  if (heading === undefined || names.length < 2) return undefined;
  const width = Math.max(...records.map(({ cells }) => cells.length));
  const isValue = (column: number) =>
    column !== at && rows.some(({ cells }) => isField(cells[at]) && isAmount(cells[column], today));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => column !== at);
  const besides = columns.filter((column) => !isValue(column));
  // Of one product each row may say nothing else: an empty column stands before its values.
  const kept = besides.length === 0 ? [-1] : besides;
  const values = columns.filter(isValue);
  if (values.length === 0) return undefined;
  const made = new Map<string, { readonly line: number; readonly cells: Cell[] }>();
  const others: TableRecord[] = [];
  let above: readonly Cell[] = [];
  for (const { line, cells } of rows) {
    if (!isField(cells[at])) {
      others.push({ line, cells });
      continue;
    }
    const own = kept.map((column, i) => (isEmpty(cells[column]) ? (above[i] ?? '') : (cells[column] ?? '')));
    above = own;
    const key = JSON.stringify(own);
    const row = made.get(key) ?? {
      line,
      cells: [...own, ...values.flatMap(() => names.map((): Cell => ''))],
    };
    made.set(key, row);
    for (const [i, column] of values.entries()) {
      const place = kept.length + i * names.length + names.indexOf(textOf(cells[at]));
      // Two of one kind are no pair: nobody can say which is meant.
      if (!isEmpty(row.cells[place]) && !isEmpty(cells[column])) return undefined;
      row.cells[place] = cells[column] ?? '';
    }
  }
  const upper = [
    ...kept.map((column) => heading.cells[column] ?? ''),
    ...values.flatMap((column) => names.map(() => heading.cells[column] ?? '')),
  ];
  const lower = [...kept.map(() => ''), ...values.flatMap(() => names)];
  return [
    ...records.slice(0, first - 1),
    { line: heading.line, cells: upper },
    { line: heading.line, cells: lower },
    ...made.values(),
    ...others,
  ];
}

/** The column of which most cells are "Low", "High" and the like, beside numbers. */
function fieldColumn(records: readonly TableRecord[]): number | undefined {
  const looked = records.slice(0, 200);
  const width = Math.max(0, ...looked.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => at).find((at) => {
    const rows = looked.filter(({ cells }) => cells.filter((cell) => !isEmpty(cell)).length > 1);
    const fields = rows.filter(({ cells }) => isField(cells[at]));
    const kinds = new Set(fields.map(({ cells }) => roleOf(textOf(cells[at]))));
    return kinds.size > 1 && fields.length > 1 && fields.length >= (rows.length - 1) * 0.8;
  });
}
