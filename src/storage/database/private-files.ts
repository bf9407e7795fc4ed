/** Files for nobody but the account that runs the bot: what people asked and entered is in them. */
import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
/** The sticky bit: a folder such as /tmp is everybody's, and stays so. */
const SHARED_FOLDER = 0o1000;

/** Makes a file that isn't there, empty, so that whoever fills it need not think of its mode; one that is there is closed to others. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', PRIVATE_FILE));
  tighten(file, PRIVATE_FILE);
}

/** Closes files to others, as far as they are there: those of an older version were open to all of the machine. */
export function closeToOthers(folder: string, files: readonly string[]): void {
  tighten(folder, PRIVATE_FOLDER);
  for (const file of files) tighten(file, PRIVATE_FILE);
}

/** Somebody else's file stays as they made it: only its owner can change that. */
function tighten(path: string, wanted: number): void {
  const { mode, uid } = statSync(path, { throwIfNoEntry: false }) ?? { mode: wanted, uid: -1 };
  const isOurs = uid === process.getuid?.();
  if (isOurs && (mode & 0o077) !== 0 && (mode & SHARED_FOLDER) === 0) chmodSync(path, wanted);
}
