/** A picture as a file on disk. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './cli-subject.ts';

/**
 * Writes a picture, making the folders that it lacks.
 * @param file An absolute path. Throws a `UsageError` that names it where it can't be written.
 */
export async function writePicture(file: string, png: Buffer): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await writeFile(file, png);
  } catch (error) {
    throw new UsageError(
      `${file} can't be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** One folder at a time: where the parent is there and refuses (/proc), Node's recursive mkdir never ends. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder || (await isThere(parent))) throw error;
    await makeFolder(parent);
    await makeFolder(folder);
  }
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
