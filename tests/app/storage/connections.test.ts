/** Connections to PostgreSQL that break, and processes that hold what others wait for. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openStore } from '#src/storage/database/database.ts';
import { newPlace, ON_POSTGRES, openFor } from './stores.ts';

test.skipIf(!ON_POSTGRES)(
  'a connection that breaks between two statements of a transaction is told, and the next one works',
  async () => {
    const place = await newPlace();
    const other = await openFor(place);
    const broken = Promise.withResolvers<Error>();
    const store = await openStore({ ...place, as: 'bot', onError: broken.resolve });
    const transaction = store.db.transaction().execute(async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(other.db);
      await broken.promise;
      await sql`select 1`.execute(db);
    });
    await expect(transaction).rejects.toThrow(/terminat|not queryable|closed/i);
    expect((await broken.promise).message).toMatch(/terminat/);
    const { rows } = await sql`select 1 as one`.execute(store.db);
    expect(rows).toEqual([{ one: 1 }]);
    await store.close();
  },
);

// How long they are is tortured: a process that is frozen in a transaction, and comes back when that was ended.
test.skipIf(!ON_POSTGRES)(
  'what a frozen bot holds is ended, and nobody waits for it for long; a reader may take its time',
  async () => {
    const place = await newPlace();
    const read = async (as: 'bot' | 'terminal') => {
      const store = await openFor(place, as);
      const names = ['lock_timeout', 'idle_in_transaction_session_timeout', 'statement_timeout'];
      const { rows } = await sql<{ setting: string }>`
        select setting from pg_settings where name in (${sql.join(names)}) order by name`.execute(store.db);
      return rows.map(({ setting }) => Number(setting) / 1000);
    };
    expect(await read('bot')).toEqual([15, 10, 60]);
    expect(await read('terminal')).toEqual([0, 0, 0]);
  },
);
