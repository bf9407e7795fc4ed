/** How many rows people have: for limits, counted in the transaction that adds one, so that two at once are not both the last; and of those that are paused. */
import { sql } from 'kysely';
import type { Store } from './database/database.ts';
import type { Db } from './database/schema.ts';

/** So many of one person, and of all of a workspace. */
interface Counts {
  readonly person: number;
  readonly workspace: number;
}

/** Waits until no other transaction counts a workspace's rows. SQLite has one writer anyway. */
export async function takeTurn(db: Db, kind: Store['kind'], team: string): Promise<void> {
  if (kind === 'postgres')
    await sql`select pg_advisory_xact_lock(hashtext(${`lodestone counts ${team}`}))`.execute(db);
}

/** The digests or alerts of a workspace, and of one of its people. */
export async function countOwned(
  db: Db,
  table: 'subscriptions' | 'alerts',
  { team, user: owner }: { readonly team: string; readonly user: string },
): Promise<Counts> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => [
      fn.countAll().as('workspace'),
      fn.countAll().filterWhere('owner', '=', owner).as('person'),
    ])
    .where('team', '=', team)
    .executeTakeFirst();
  return { person: Number(row?.person ?? 0), workspace: Number(row?.workspace ?? 0) };
}

/**
 * When the price was entered by hand that is so many before the next one; `undefined` where there are fewer since an instant.
 * @param enteredBy One person; without, all of the workspace, and also what was taken back, which says nobody's name.
 */
export async function enteredBefore(
  db: Db,
  team: string,
  many: number,
  since: number,
  enteredBy?: string,
): Promise<number | undefined> {
  if (!Number.isFinite(many)) return undefined;
  const all = db
    .selectFrom('quotes')
    .select('received_at')
    .where('team', '=', team)
    .where('received_at', '>', since);
  const counted =
    enteredBy === undefined
      ? all.where((row) => row.or([row('entered_by', 'is not', null), row('state', '=', 'withdrawn')]))
      : all.where('entered_by', '=', enteredBy);
  const row = await counted
    .orderBy('received_at', 'desc')
    .limit(1)
    .offset(many - 1)
    .executeTakeFirst();
  return row?.received_at;
}

/** How many of an owner's subscriptions and alerts are paused for a reason. @param channel Only those there. */
export async function countPausedFor(
  db: Db,
  of: { readonly team: string; readonly owner: string; readonly reason: string; readonly channel?: string },
): Promise<number> {
  const counts = (['subscriptions', 'alerts'] as const).map(async (table) => {
    const all = db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('team', '=', of.team)
      .where('owner', '=', of.owner)
      .where('state', '=', 'paused')
      .where('reason', '=', of.reason);
    const row = await (
      of.channel === undefined ? all : all.where('channel', '=', of.channel)
    ).executeTakeFirst();
    return row?.rows ?? 0;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
