/**
 * Tables that stand on their side, as rows of an ordinary one: blocks of names and values ("Date: …", "Low: …"), one below
 * another, and lists whose rows are what columns are elsewhere.
 */
import { readPricePer } from '#src/domain/measure/units.ts';
import { headingTimeIn } from '../cell-kinds.ts';
import { roleOf, type ColumnRole } from '../columns/headings/heading-words.ts';
import { isPriceField } from '../layout.ts';
import { areParts } from '../times/partial-times.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** Longer tables have their prices in rows. */
const MOST_ROWS = 2000;
const LEAST_NAMED = 0.7;

const roleAt = ({ cells: [first] }: TableRecord): ColumnRole | undefined =>
  typeof first === 'string' ? roleOf(first.replace(/\s*[:：=]\s*$/u, '')) : undefined;
const filled = ({ cells }: TableRecord) => cells.filter((cell) => !isEmpty(cell)).length;

/** The same as rows below a heading; `undefined` where it does not stand on its side. */
export function turned(records: readonly TableRecord[], today: string): readonly TableRecord[] | undefined {
  if (records.length > MOST_ROWS) return undefined;
  const begins = records.findIndex(
    (record) => filled(record) > 1 && (roleAt(record) !== undefined || isOfTimes(record, today)),
  );
  const body = records.slice(begins).filter((record) => filled(record) > 1);
  const named = body.filter((record) => roleAt(record) !== undefined);
  const times = body.filter((record) => roleAt(record) === undefined && isOfTimes(record, today));
  const roles = new Set(named.map(roleAt));
  const isOnSide =
    begins >= 0 &&
    // Weeks or months right above head the columns.
    !areParts(records[begins - 1]?.cells ?? []) &&
    named.length + times.length >= body.length * LEAST_NAMED &&
    roles.size > 1 &&
    named.some((record) => isPriceField(roleAt(record))) &&
    // A heading has such words in all of its cells.
    !named.some(
      ({ cells }) =>
        cells.filter((cell) => typeof cell === 'string' && roleOf(cell) !== undefined).length > 1,
    );
  return isOnSide ? [...records.slice(0, begins), ...rowsOf(records.slice(begins), today)] : undefined;
}

/** A row of times whose first cell is no word of theirs, but what all prices are of. */
const isOfTimes = ({ cells: [, ...others] }: TableRecord, today: string): boolean => {
  const all = others.filter((cell) => !isEmpty(cell));
  return all.length > 1 && all.every((cell) => headingTimeIn(cell, today) !== undefined);
};

interface Block {
  readonly names: string[];
  readonly rows: TableRecord[];
}

function rowsOf(records: readonly TableRecord[], today: string): readonly TableRecord[] {
  const left: TableRecord[] = [];
  const blocks: Block[] = [];
  let block: Block | undefined;
  for (const record of records) {
    const [first = ''] = record.cells;
    if (roleAt(record) === undefined && !isOfTimes(record, today)) {
      left.push(record);
      continue;
    }
    const name = roleAt(record) === undefined ? 'Date' : textOf(first);
    if (roleAt(record) === undefined) left.push({ ...record, cells: [first] });
    if (block === undefined || block.names.includes(name)) {
      block = { names: [], rows: [] };
      blocks.push(block);
    }
    block.names.push(name);
    block.rows.push(record);
  }
  const names = [...new Set(blocks.flatMap((one) => one.names))];
  const rows = blocks.flatMap((one) => columnsOf(one, names));
  const hasUnits = rows.some(({ cells }) => cells.length > names.length);
  const line = records[0]?.line ?? 0;
  return [...left, { line, cells: hasUnits ? [...names, 'Unit'] : names }, ...rows];
}

/** Each column of a block as a row; one of units is beside the values, and no row of its own. */
function columnsOf({ names, rows }: Block, all: readonly string[]): readonly TableRecord[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const units = Array.from({ length: width }, (_, at) => at).filter((at) => at > 1 && areUnits(rows, at));
  return Array.from({ length: width - 1 }, (_, i) => i + 1)
    .filter((at) => !units.includes(at) && rows.some(({ cells }) => !isEmpty(cells[at])))
    .map((at): TableRecord => {
      const cellOf = (name: string): Cell => rows[names.indexOf(name)]?.cells[at] ?? '';
      const unit = units.find((one) => one > at);
      const unitCell = rows.map(({ cells }) => textOf(cells[unit ?? -1])).find((text) => text !== '');
      return {
        line: rows[0]?.line ?? 0,
        cells: [
          ...all.map((name) => (names.includes(name) ? cellOf(name) : '')),
          ...(unitCell === undefined ? [] : [unitCell]),
        ],
      };
    });
}

function areUnits(rows: readonly TableRecord[], at: number): boolean {
  const cells = rows.map(({ cells: row }) => row[at]).filter((cell) => !isEmpty(cell));
  return (
    cells.length > 0 &&
    cells.every((cell) => {
      const { money, mass } = readPricePer(textOf(cell));
      return money !== undefined && mass !== undefined;
    })
  );
}
