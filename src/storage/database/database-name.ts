/** Which database is read, for people. */
import { join } from 'node:path';

/** Where the database is: that of an address or, without one, the embedded one of a folder. */
export interface DatabasePlace {
  /** The folder of the embedded database. */
  readonly stateDir: string;
  /** `postgres://user:password@host/database`; without it, SQLite in `stateDir`. */
  readonly databaseUrl?: string | undefined;
}

export const LOCK_FILE = 'bot.lock';
export const HOLDER_FILE = 'bot.json';

export const embeddedFile = (stateDir: string): string => join(stateDir, 'lodestone.db');

/** It, and what stands beside it: the log of writes, and who holds it. */
export const embeddedFiles = (stateDir: string): readonly string[] =>
  [...['', '-wal', '-shm', '-journal'].map((end) => `lodestone.db${end}`), LOCK_FILE, HOLDER_FILE].map(
    (name) => join(stateDir, name),
  );

/** @example nameDatabase({ stateDir: '/srv/bot' }) // "SQLite, /srv/bot/lodestone.db"; never a user's name or password */
export function nameDatabase({ stateDir, databaseUrl }: DatabasePlace): string {
  if (databaseUrl === undefined) return `SQLite, ${embeddedFile(stateDir)}`;
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  // A mark in a password that was not escaped ends the host too early: then the host is a part of the password.
  if (url === undefined || url.host === '' || url.hash !== '' || /[@:]/.test(url.pathname + url.search))
    return 'PostgreSQL, that of DATABASE_URL';
  return `PostgreSQL, ${url.host}${url.pathname}`;
}
