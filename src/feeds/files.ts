/** Feeds that are files: one, or all tables of a watched folder. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FeedError } from './feed.ts';

/** @throws FeedError where it can't be read, or is too large */
export async function readTextFile(file: string, maxMegabytes: number): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > maxMegabytes * 1_000_000) throw new FeedError(`${file} is larger than ${maxMegabytes} MB`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof FeedError) throw error;
    throw new FeedError(`${file} can’t be read: ${reasonOf(error)}`, { passing: true, cause: error });
  }
}

/**
 * The tables of a folder, by name. One that is still being written is left for the next turn: it ends in .part or .tmp, as
 * those who copy into the folder name it.
 */
export async function readFolder(
  folder: string,
  maxMegabytes: number,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new FeedError(`the folder ${folder} can’t be read: ${reasonOf(error)}`, { cause: error });
  }
  const tables = names.filter((name) => /\.(?:csv|tsv|txt)$/i.test(name) && !name.startsWith('.')).toSorted();
  const read: { name: string; text: string }[] = [];
  for (const name of tables) read.push({ name, text: await readTextFile(join(folder, name), maxMegabytes) });
  return read;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
