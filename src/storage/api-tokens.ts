/** The tokens by which scripts, spreadsheets and assistants ask, by their hashes: what they are is kept nowhere. */
import { newId } from './database/ids.ts';
import type { ApiTokenTable, Db } from './database/schema.ts';

/** A token without its hash. */
export interface ApiToken {
  readonly id: string;
  /** The workspace whose data it is answered from. */
  readonly team: string;
  /** What it is for, in its maker's words. */
  readonly name: string;
  /** Who made it. */
  readonly owner: string;
  /** Milliseconds since 1970, as `usedAt`. */
  readonly createdAt: number;
  /** When it was last used, to the hour; `undefined` where it never was. */
  readonly usedAt: number | undefined;
}

const COLUMNS = ['id', 'team', 'name', 'owner', 'created_at', 'used_at'] as const;

const toToken = (row: Omit<ApiTokenTable, 'hash'>): ApiToken => ({
  id: row.id,
  team: row.team,
  name: row.name,
  owner: row.owner,
  createdAt: row.created_at,
  usedAt: row.used_at ?? undefined,
});

/** Keeps a new one. */
export async function addApiToken(
  db: Db,
  token: { readonly team: string; readonly name: string; readonly owner: string; readonly hash: string },
  now: number,
): Promise<void> {
  await db
    .insertInto('api_tokens')
    .values({ id: newId(), ...token, created_at: now, used_at: null })
    .execute();
}

/** The one with this hash. */
export async function findApiToken(db: Db, hash: string): Promise<ApiToken | undefined> {
  const row = await db.selectFrom('api_tokens').select(COLUMNS).where('hash', '=', hash).executeTakeFirst();
  return row && toToken(row);
}

/** Whether there is any, of any workspace. */
export async function isAnyApiToken(db: Db): Promise<boolean> {
  return (await db.selectFrom('api_tokens').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Those of a workspace, the oldest first. */
export async function listApiTokens(db: Db, team: string): Promise<readonly ApiToken[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .select(COLUMNS)
    .where('team', '=', team)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toToken);
}

/** Deletes one of a workspace. @returns whether it was there */
export async function deleteApiToken(db: Db, team: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('api_tokens')
    .where('team', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Notes that it was used. */
export async function noteApiTokenUse(db: Db, id: string, now: number): Promise<void> {
  await db.updateTable('api_tokens').set({ used_at: now }).where('id', '=', id).execute();
}
