/**
 * The bundle: all code that a start or a command loads, as a few files instead of some 1,700. It is used only where it was made of exactly what is there
 * now, so it is never stale: of other sources, or of other libraries, the sources themselves are run.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = join(import.meta.dirname, '../..');
/** Where it lies: all of it may be deleted at any time. */
export const BUNDLE_DIR = join(ROOT, 'dist');
/** Written last, when all else is there. */
export const MADE_OF = 'made-of.json';
/** npm writes it whenever it changes what is installed. */
const INSTALLED = 'node_modules/.package-lock.json';

/** Files below the root as they were when something was made of them. */
export interface Noted {
  readonly files: readonly string[];
  /** Of what they hold. */
  readonly sum: string;
  /** Of when each was last written, and where: what has not changed here is not read. */
  readonly seen: string;
}

/** What a bundle was made of: own files, and what names the installed libraries. */
export interface MadeOf extends Noted {
  /** Paths within hold only here. */
  readonly root: string;
  /** By what it starts: `start`, `reading-thread`, or a command's name. Below the folder of bundles. */
  readonly entries: Readonly<Record<string, string>>;
}

/** What is noted of a bundle of these files of ours. */
export const noteMade = (entries: MadeOf['entries'], own: readonly string[]): MadeOf => ({
  root: ROOT,
  entries,
  ...note([...own, INSTALLED]),
});

/**
 * The address of the bundle's entry; `undefined` where none is there of just these sources and libraries.
 * @param name What it starts: `start`, `reading-thread`, or a command's name
 */
export function findBundle(name: string, folder = BUNDLE_DIR): string | undefined {
  try {
    const made: MadeOf = JSON.parse(readFileSync(join(folder, MADE_OF), 'utf8'));
    const entry = join(folder, made.entries[name] ?? '');
    return made.root === ROOT && statSync(entry).isFile() && isAsNoted(made)
      ? pathToFileURL(entry).href
      : undefined;
  } catch {
    // None, a torn one, or a file of ours that is gone.
    return undefined;
  }
}

/** Paths are below the root. */
export function note(paths: readonly string[]): Noted {
  const files = paths.toSorted();
  return { files, sum: sumOf(files), seen: lookAt(files) };
}

/** @throws where one of them is gone */
export const isAsNoted = ({ files, seen, sum }: Noted): boolean =>
  seen === lookAt(files) || sum === sumOf(files);

/** As git does: a file that was written since has another time of change, which nobody sets by hand. */
function lookAt(files: readonly string[]): string {
  const seen = files.map((file) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(`${ROOT}/${file}`);
    return `${file} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  });
  return createHash('sha256').update(seen.join('\n')).digest('hex');
}

function sumOf(files: readonly string[]): string {
  const sum = createHash('sha256');
  for (const file of files)
    sum
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return sum.digest('hex');
}
