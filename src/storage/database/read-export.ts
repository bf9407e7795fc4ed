/** Reads an export line by line: what it says of itself, and each row. */
import { z } from 'zod';
import { MIGRATIONS } from './migrate.ts';
import { withRule } from './migrations/0009-rules.ts';
import { KEPT_TABLES, type KeptTable } from './schema.ts';
import { StorageError } from './storage-error.ts';

const header = z.object({
  lodestone: z.literal('export'),
  migration: z.string(),
  /** As of when it has all that was posted, and how many rows follow: those of an older version don't say. */
  at: z.number().optional(),
  rows: z.number().optional(),
});
const cell = z.union([z.string(), z.number(), z.null()]);
/** The cells of a row, by column. */
export type KeptRow = Readonly<Record<string, z.output<typeof cell>>>;
const line = z.object({ table: z.enum(KEPT_TABLES), row: z.record(z.string(), cell) });

/**
 * The rows of an export, each with the number of its line, from 1.
 * @param begun Told when the export was made, before the first row; 0 where it doesn't say.
 * @throws StorageError naming the line that is none of an export, or where the export is empty, newer or cut off
 */
export async function* readExport(
  lines: AsyncIterable<string>,
  begun: (at: number) => Promise<void> | void = () => {},
): AsyncGenerator<{ readonly number: number; readonly table: KeptTable; readonly row: KeptRow }> {
  let number = 0;
  let count = 0;
  let wanted: number | undefined;
  let migration = '';
  for await (const text of lines) {
    number += 1;
    if (number === 1) {
      const { at = 0, rows, ...head } = readHeader(text);
      wanted = rows;
      ({ migration } = head);
      await begun(at);
    } else if (text.trim() !== '') {
      count += 1;
      const { table, row } = readLine(line, text, number);
      const isOfLines = table === 'alerts' && migration < '0009';
      yield { number, table, row: isOfLines ? withRule(row) : row };
    }
  }
  if (number === 0) throw new StorageError('The export is empty.', 'Check the file.');
  if (wanted === undefined || wanted === count) return;
  throw new StorageError(
    `The export says that it has ${wanted} rows, and ${count} are there.`,
    'Nothing was imported. The file was cut off or changed: take another backup.',
  );
}

function readHeader(text: string): z.output<typeof header> {
  // Editors on Windows begin a file with a mark.
  const read = readLine(header, text.replace(/^\uFEFF/, ''), 1);
  if (MIGRATIONS[read.migration] !== undefined) return read;
  throw new StorageError(
    `The export was made by a newer Lodestone: it is at ${read.migration}, which this version does not know.`,
    'Import it with that version.',
  );
}

function readLine<T extends z.ZodType>(schema: T, text: string, number: number): z.output<T> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new StorageError(
      `Line ${number} is not a line of an export.`,
      'Nothing was imported. Check the file.',
      { cause: error },
    );
  }
}
