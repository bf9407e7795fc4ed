/** What a database and its disk say when they fail, in words: what is wrong, and how to mend it. */
import { statfsSync } from 'node:fs';
import { StorageError } from './storage-error.ts';

/** Of SQLite: the lowest byte of a code is its kind. */
const SQLITE: Readonly<Record<number, Kind>> = {
  5: 'busy',
  8: 'read-only',
  10: 'disk',
  11: 'damaged',
  13: 'full',
  14: 'read-only',
  26: 'no database',
};
/** Of the file system and of PostgreSQL. */
const CODES: Readonly<Record<string, Kind>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'too large',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'disk',
  '53100': 'full',
  '25006': 'read-only',
};

type Kind = 'busy' | 'read-only' | 'disk' | 'damaged' | 'full' | 'too large' | 'no database';

const RESTORE =
  'Stop the bot, move the file away, with those beside it that end in -wal and -shm, and restore a backup: npm run db -- import <file>.';
const ROOM =
  'Make room there, and do it again; a bot that runs goes on by itself. What was stored before is safe.';

const SAID: Readonly<Record<Kind, readonly [reason: (what: string) => string, fix: string]>> = {
  busy: [(what) => `${what} is held by another process.`, 'Do it again when that is done.'],
  'read-only': [
    (what) => `${what} can’t be written to.`,
    'Let the user who runs Lodestone write to the folder of STATE_DIR and to its files, or set another STATE_DIR.',
  ],
  disk: [
    (what) => `The disk fails under ${what}: it can’t be read or written.`,
    'Check the disk, its quota, and the limit on the size of files (ulimit -f). What was stored before is safe where the disk is.',
  ],
  damaged: [(what) => `${what} is damaged: parts of it can’t be read.`, RESTORE],
  'no database': [(what) => `${what} is no database, or is damaged at its beginning.`, RESTORE],
  full: [(what) => `The disk is full: ${what} can’t be written.`, ROOM],
  'too large': [(what) => `${what} is larger than a file may be here.`, 'Raise the limit (ulimit -f).'],
};

/** Less than this is no room for a write. */
const NO_ROOM_BYTES = 65_536;

/**
 * @param what Names what was read or written, for people.
 * @param folder Where it is, if that is known.
 * @returns `undefined` for what is no fault of a disk or a database
 */
export function storageFailure(
  error: unknown,
  what = 'the database',
  folder?: string,
): StorageError | undefined {
  const kind = kindOf(error);
  if (kind === undefined) return undefined;
  const [reason, fix] = SAID[kind === 'disk' && folder !== undefined && isFull(folder) ? 'full' : kind];
  const said = reason(what);
  return new StorageError(`${said.charAt(0).toUpperCase()}${said.slice(1)}`, fix, { cause: error });
}

function kindOf(error: unknown): Kind | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === 'ERR_SQLITE_ERROR')
    return 'errcode' in error ? SQLITE[Number(error.errcode) & 0xff] : undefined;
  return CODES[String(error.code)];
}

/** SQLite calls some writes that find no room a failure of the disk. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < NO_ROOM_BYTES;
  } catch {
    return false;
  }
}
