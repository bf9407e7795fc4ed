/**
 * Digests and alerts that an earlier version stored under the workspace of another company, whose person had set them up in a
 * shared channel. Nobody there can reach them: an admin of the workspace sees that they are there, and deletes them.
 */
import type { Actor } from '#src/access/actor.ts';
import { may, type House } from '#src/access/may.ts';
import { deleteDeliveries } from '#src/storage/deliveries.ts';
import type { Db } from '#src/storage/database/schema.ts';

type Kept = 'subscriptions' | 'alerts';

/** Where the app is in a whole organisation, rows of other workspaces are theirs. */
const mayClear = (actor: Actor, house: House): boolean =>
  actor.alone && may(actor, 'strays', 'delete', house);

/** The ids of strays, and where they are posted: nothing of what they say. */
export async function listStrays(
  db: Db,
  actor: Actor,
  house: House,
  table: Kept,
): Promise<readonly { readonly id: string; readonly channel: string }[]> {
  if (!mayClear(actor, house)) return [];
  return await db
    .selectFrom(table)
    .select(['id', 'channel'])
    .where('team', '!=', actor.team)
    .orderBy('created_at')
    .execute();
}

/** Must run in a transaction. @returns whether there was one that the actor may delete */
export async function deleteStray(
  db: Db,
  actor: Actor,
  house: House,
  { table, id }: { readonly table: Kept; readonly id: string },
): Promise<boolean> {
  if (!mayClear(actor, house)) return false;
  const stray = await db
    .selectFrom(table)
    .select('team')
    .where('team', '!=', actor.team)
    .where('id', '=', id)
    .executeTakeFirst();
  if (stray === undefined) return false;
  await deleteDeliveries(db, stray.team, id);
  await db.deleteFrom(table).where('team', '=', stray.team).where('id', '=', id).execute();
  return true;
}
