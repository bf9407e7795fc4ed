/** A backup: an export in a file that is whole, was read back, and has lost nothing that the one before it has. */
import { createReadStream, rmSync } from 'node:fs';
import { open, realpath, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Store } from './database.ts';
import { storageFailure } from './failure.ts';
import { StorageError } from './storage-error.ts';
import { exportRows } from './transfer.ts';
import { readExport } from './read-export.ts';

const PIECE = 65_536;
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes everything under another name, reads it back, and only then puts it in the place of what was there.
 * @param force Whether it may replace a backup that has more rows, or a file that is none.
 * @returns how many rows it has
 * @throws StorageError; then the file that was there still is, and nothing else
 */
export async function writeBackup(store: Store, file: string, force: boolean): Promise<number> {
  const target = await placeFor(file);
  const part = `${target}.${process.pid}.part`;
  const remove = () => rmSync(part, { force: true });
  const stop = (signal: NodeJS.Signals) => {
    remove();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ENDING) process.once(signal, stop);
  try {
    const written = await writePart(store, part);
    const read = await rowsOf(part);
    if (read !== written)
      throw new StorageError(
        `The backup is not what was written: ${read} of ${written} rows can be read back.`,
        'Nothing was replaced. Check the disk.',
      );
    if (!force) await refuseLoss(target, file, written);
    await rename(part, target);
    await flushFolder(dirname(target));
    return written;
  } catch (error) {
    throw isUnwritten(error) ? (storageFailure(error, file, dirname(target)) ?? error) : error;
  } finally {
    remove();
    for (const signal of ENDING) process.off(signal, stop);
  }
}

/** A write failed, which has no path in its error. */
const isUnwritten = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && /^(?:write|fsync)$/.test(String(error.syscall));

/** Where it is written: a link stays one, and what is no file stays as it is. */
async function placeFor(file: string): Promise<string> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined) {
    if ((await stat(dirname(file)).catch(() => undefined))?.isDirectory() !== true)
      throw new StorageError(
        `${file} can’t be written: there is no folder ${dirname(file)}.`,
        'Make the folder, or name a file in one that is there.',
      );
    return file;
  }
  if (there.isFile()) return await realpath(file);
  throw new StorageError(
    there.isDirectory() ? `${file} is a folder.` : `${file} is no file.`,
    'Name a file for the backup.',
  );
}

async function writePart(store: Store, part: string): Promise<number> {
  const output = await open(part, 'w', 0o600);
  try {
    let piece = '';
    const count = await exportRows(store, async (line) => {
      piece += `${line}\n`;
      if (piece.length < PIECE) return;
      await output.appendFile(piece);
      piece = '';
    });
    await output.appendFile(piece);
    // A power cut must not leave the new name on a file that is not on the disk yet.
    await output.sync();
    return count;
  } finally {
    await output.close();
  }
}

/** How many rows a file has. @throws StorageError where it is no whole export */
async function rowsOf(file: string): Promise<number> {
  let count = 0;
  for await (const _ of readExport(fileLines(file))) count += 1;
  return count;
}

/** @throws StorageError where a file is there that has more rows than the new one, or is no backup */
async function refuseLoss(target: string, file: string, rows: number): Promise<void> {
  const size = await stat(target).then(
    (there) => there.size,
    () => 0,
  );
  if (size === 0) return;
  const before = await rowsOf(target).catch((error: unknown) => {
    if (error instanceof StorageError) return undefined;
    throw error;
  });
  if (before !== undefined && before <= rows) return;
  throw new StorageError(
    before === undefined
      ? `${file} is there, and is no whole backup of Lodestone.`
      : `This backup would have ${rows} rows, and ${file} has ${before}.`,
    'Nothing was replaced. Check which database is meant, give another name, or say --force to replace it.',
  );
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** The lines of a file. @throws StorageError for a folder; else what the file system says */
export async function* fileLines(file: string): AsyncGenerator<string> {
  if ((await stat(file)).isDirectory()) throw new StorageError(`${file} is a folder.`, 'Name a file in it.');
  yield* linesOf(createReadStream(file));
}

/** Lines of UTF-8. Only a line feed ends one: a text in JSON may hold other marks that end lines elsewhere. */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const piece of input) {
    const lines = `${rest}${String(piece)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
