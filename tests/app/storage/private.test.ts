/** What is nobody else's: files for one account, rows that go with their workspace, a port on one address. */
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { keepChartSecret } from '#src/platform/settings/chart-secret.ts';
import { closeServer, serveRoutes } from '#src/platform/connection/routes.ts';
import { insertAlert } from '#src/storage/alerts.ts';
import { openStore } from '#src/storage/database/database.ts';
import { addFeedback } from '#src/storage/feedback.ts';
import { writeSetting } from '#src/storage/database/settings.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';
import { take } from '#src/storage/taken.ts';
import { deleteWorkspace } from '#src/storage/database/workspaces.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { insertSubscriptionRow, alertOf, subscriptionRow } from './rows.ts';
import { newStore } from './stores.ts';

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

it.each(['new', 'old'])(
  'the state folder and its files are closed to other accounts, old ones too (%s)',
  async (kind) => {
    const parent = await mkdtemp(join(tmpdir(), 'lodestone-private-'));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    const stateDir = join(parent, 'state');
    const open = () => openStore({ stateDir, as: 'bot' });
    if (kind === 'old') {
      await mkdir(stateDir);
      await (await open()).close();
      await writeFile(join(stateDir, 'chart.secret'), 'a secret of 24 letters !');
      for (const name of await readdir(stateDir)) await chmod(join(stateDir, name), 0o644);
      await chmod(stateDir, 0o755);
    }
    const store = await open();
    await insertSubscriptionRow(store.db, subscriptionRow({ id: 'one', team: 'T1' }));
    await keepChartSecret(stateDir);
    const names = await readdir(stateDir);
    expect(names).toEqual(expect.arrayContaining(['lodestone.db', 'lodestone.db-wal', 'chart.secret']));
    expect(await modeOf(stateDir)).toBe('700');
    expect(await Promise.all(names.map(async (name) => [name, await modeOf(join(stateDir, name))]))).toEqual(
      names.map((name) => [name, '600']),
    );
    await store.close();
  },
);

it('a workspace that goes leaves no row in any table that names one', async () => {
  const { db } = await newStore();
  for (const team of ['T1', 'T2']) {
    await insertSubscriptionRow(db, subscriptionRow({ id: `s ${team}`, team }));
    await insertAlert(db, alertOf({ id: `a ${team}`, team }));
    await addFeedback(db, team, { text: 'why', outcome: 'helpful', faq: null }, 1);
    await writeSetting(db, team, 'key', 1);
    await take(db, team, 'form V1', 1);
    await storeQuotes(db, { quotes: [quote()], team, holdFactor: 10, enteredBy: 'U1', now: 1 });
  }
  const tables = (await db.introspection.getTables()).filter(({ columns }) =>
    columns.some(({ name }) => name === 'team'),
  );
  const counts = async (team: string) =>
    await Promise.all(
      tables.map(async ({ name }) => {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from ${sql.table(name)} where team = ${team}`.execute(db);
        return [name, Number(rows[0]?.n)] as const;
      }),
    );
  const before = await counts('T2');
  expect(before.filter(([, n]) => n > 0).length).toBeGreaterThanOrEqual(7);
  await deleteWorkspace(db, 'T1');
  expect((await counts('T1')).filter(([, n]) => n > 0)).toEqual([]);
  expect(await counts('T2')).toEqual(before);
});

it('an address to listen on is the only one that answers', async () => {
  const route = {
    path: '/healthz',
    handler: (_: unknown, response: { end(text: string): void }) => response.end(''),
  };
  const server = await serveRoutes([route], { port: 0, listenHost: '127.0.0.1' });
  onTestFinished(() => closeServer(server));
  const address = server.address();
  expect(address).toMatchObject({ address: '127.0.0.1' });
});
