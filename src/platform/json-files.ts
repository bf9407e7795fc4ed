/** Reads JSON files that people write: each fault is told with its file and its place there. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';

/** Largest data or FAQ file that is read; the shipped ones are under 100 kB. */
export const MAX_FILE_BYTES = 5_000_000;

/** The JSON files of a folder, by their names. @param faults Where what is wrong is put, as "file: path: reason". */
export async function jsonFiles(dir: string, faults: string[]): Promise<string[]> {
  try {
    const names = await readdir(dir);
    return names
      .filter((n) => n.endsWith('.json'))
      .toSorted()
      .map((n) => join(dir, n));
  } catch (error) {
    faults.push(`${dir}: cannot be read as a folder: ${reasonOf(error)}`);
    return [];
  }
}

/** What a file holds; `undefined` where it is not as the schema says, and why is put among the faults. */
export async function readJson<T extends z.ZodType>(
  file: string,
  schema: T,
  faults: string[],
): Promise<z.output<T> | undefined> {
  try {
    const { size } = await stat(file);
    if (size > MAX_FILE_BYTES) {
      faults.push(`${file}: ${size} bytes; the limit is ${MAX_FILE_BYTES}`);
      return undefined;
    }
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return parsed.data;
    faults.push(
      ...parsed.error.issues.map((issue) => `${file}: ${pathInWords(issue.path)}: ${issue.message}`),
    );
  } catch (error) {
    faults.push(`${file}: ${reasonOf(error)}`);
  }
  return undefined;
}

function pathInWords(path: readonly PropertyKey[]): string {
  const words = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return words.replace(/^\./, '') || 'the file';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
