/** Feeds that are files: one, or all tables of a watched folder. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { FeedError } from './feed.ts';

const PIECE_BYTES = 65_536;

/**
 * A file's bytes, a piece at a time.
 * @throws FeedError, once it is read, where it can't be, or is too large
 */
export async function* fileInPieces(file: string, maxMegabytes: number): AsyncIterable<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > maxMegabytes * 1_000_000) throw new FeedError(`${file} is larger than ${maxMegabytes} MB`);
    for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES }))
      yield Buffer.from(piece);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    throw new FeedError(`${file} can’t be read: ${reasonOf(error)}`, { passing: true, cause: error });
  }
}

/**
 * The names of a folder's tables, in order. One that is still being written is left for the next turn: it ends in .part or .tmp, as
 * those who copy into the folder name it.
 * @throws FeedError where the folder can't be read
 */
export async function tablesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => /\.(?:csv|tsv|txt|xlsx?|json|xml)$/i.test(name) && !name.startsWith('.'))
      .toSorted();
  } catch (error) {
    throw new FeedError(`the folder ${folder} can’t be read: ${reasonOf(error)}`, { cause: error });
  }
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
};

/** What the file system says, in words; `undefined` for what it did not say. */
function inWords(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? SYSTEM_REASONS[String(error.code)] : undefined;
}

const reasonOf = (error: unknown) =>
  inWords(error) ?? (error instanceof Error ? error.message : String(error));

/** @example systemReason(error) // "prices.csv: there is no such file or folder"; `undefined` for other faults */
export function systemReason(error: unknown): string | undefined {
  const reason = inWords(error);
  const path = error instanceof Error && 'path' in error ? String(error.path) : undefined;
  return reason === undefined || path === undefined ? reason : `${path}: ${reason}`;
}
