/** A workspace's settings: small values by name. */
import type { Db } from './schema.ts';

/** The value that was put, or `undefined`. */
export async function readSetting(db: Db, team: string, key: string): Promise<unknown> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('team', '=', team)
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Puts a value that JSON can hold, in place of the one before. */
export async function writeSetting(db: Db, team: string, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await db
    .insertInto('settings')
    .values({ team, key, value: text })
    .onConflict((conflict) => conflict.columns(['team', 'key']).doUpdateSet({ value: text }))
    .execute();
}
