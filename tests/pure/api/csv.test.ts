/** The API's CSV: a parser reads back what was written, and nothing in it is a formula to a spreadsheet. */
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, type CsvRow } from '#src/api/csv.ts';
import { anyCharacter } from '../../any-character.ts';

/** Text that a spreadsheet or a parser may stumble over. */
const hostile = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.constantFrom(
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    "'=1",
    "''=1",
    '＝1',
    '"',
    '""',
    ',',
    'a,b',
    '\r\n',
    '\n',
    "'",
    ' =1',
  ),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'"), fc.string())
    .map(([first, rest]) => first + rest),
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const value = fc.oneof(hostile, number, fc.constant(null), fc.boolean(), fc.array(hostile, { maxLength: 3 }));

/** Each row with the same columns. */
const table = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/u), { minLength: 2, maxLength: 5 })
  .chain((columns) =>
    fc.array(fc.tuple(...columns.map(() => value)), { maxLength: 6 }).map((rows) => ({
      columns,
      rows: rows.map((cells): CsvRow =>
        Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])),
      ),
    })),
  );

/** What a cell says, without the apostrophe that keeps it from being a formula. */
const said = (cell: string): string => (/^'+[=+@＝＋－＠\t\r-]/u.test(cell) ? cell.slice(1) : cell);

const textOf = (of: CsvRow[string] | undefined): string =>
  of === null || of === undefined ? '' : Array.isArray(of) ? of.join('; ') : String(of);

const readBack = (csv: string): string[][] => parse(csv, { record_delimiter: '\n' });

test('a parser reads back whatever is in a cell', () => {
  fc.assert(
    fc.property(table, ({ columns, rows }) => {
      const [head, ...body] = readBack(csvOf({ columns, rows }));
      expect(head).toEqual(columns);
      expect(body).toHaveLength(rows.length);
      const wanted = rows.map((row) => columns.map((name) => textOf(row[name])));
      expect(body.map((cells) => cells.map(said))).toEqual(wanted);
    }),
  );
});

test('no text begins as a formula does', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.array(hostile)), (cell) => {
      const [, [is = ''] = []] = readBack(csvOf({ columns: ['a', 'b'], rows: [{ a: cell, b: 1 }] }));
      expect(is).not.toMatch(/^[=+@＝＋－＠\t\r-]/u);
    }),
  );
});
