/** A price that was taken back: it is looked for afterwards in files, in the database, and at its pictures' addresses. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { listAlerts } from '#src/storage/alerts.ts';
import { newPlace } from './storage/stores.ts';
import { startLodestone, TODAY } from './lodestone.ts';

const SELF = { way: 'self', publicUrl: 'https://bot.example.com', secret: 'a secret for tests' } as const;
/** Prices that nothing else has: the first stands, the second is taken back. */
const [STANDS, UNDONE] = ['553127', '587391'];

/** The tables that have a number of these digits, or a text with them. */
async function tablesWith(store: Store, digits: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of await store.db.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(store.db);
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (String(value).replaceAll(',', '').includes(digits)) found.push(`${name}.${column}`);
  }
  return found.toSorted();
}

/** Which of the folder's files hold the digits: as text, or as one of SQLite's numbers. */
async function filesWith(dir: string, digits: string): Promise<readonly string[]> {
  const [whole, real] = [Buffer.alloc(3), Buffer.alloc(8)];
  whole.writeUIntBE(Number(digits), 0, 3);
  real.writeDoubleBE(Number(digits));
  const marks = [Buffer.from(digits), Buffer.from(`${digits.slice(0, 3)},${digits.slice(3)}`), whole, real];
  const names = await readdir(dir);
  const bytes = await Promise.all(names.map(async (name) => await readFile(join(dir, name))));
  return names.filter((_, i) => marks.some((mark) => bytes[i]?.includes(mark)));
}

it('a price that was taken back is nowhere afterwards: not in rows, files or pictures', async () => {
  const place = await newPlace();
  const store = await openStore({ ...place, as: 'bot' });
  let offset = TODAY.getTime() - Date.now();
  const now = () => Date.now() + offset;
  const lodestone = await startLodestone({
    people: [{ name: 'Boss', admin: true }],
    deps: { store, charts: SELF, now: () => new Date(now()) },
    now,
  });
  const { slack } = lodestone;
  const [boss, team] = [slack.user('Boss'), slack.workspace.team.id];
  /** What is told only to the asker: the bot posts of its own accord, too. */
  const say = async (line: string) => {
    const before = slack.messagesIn('#general', { visibleTo: boss }).length;
    await boss.command(`/nd ${line}`, '#general');
    const told = () =>
      slack
        .messagesIn('#general', { visibleTo: boss })
        .slice(before)
        .find((message) => message.visible_to === boss.id);
    return await slack.waitFor(told);
  };
  const press = async (line: string, button: string) => {
    const message = await say(line);
    await boss.press(message, button);
    // A wire that is quiet for a moment says nothing of what is still to come.
    return await slack.waitFor(() =>
      slack
        .messagesIn('#general', { visibleTo: boss })
        .find(({ ts, text }) => ts === message.ts && text !== message.text),
    );
  };
  const enter = (price: string, day: string) =>
    press(`quote add NdPr oxide ${price} CNY/t ex-works incl. VAT ${day}`, 'Store it');

  expect((await enter(STANDS, '22 Nov')).text).toContain('Stored');
  // They fire, and it is in doubt whether they are posted; on a change, in which the price is one of two, too.
  slack.faults.fail('chat.postMessage', { status: 500, times: 99 });
  await say('alert above 570000 CNY/t ndpr oxide here');
  await say('alert change 3% week ndpr oxide here');
  expect((await enter(UNDONE, '23 Nov')).text).toContain('Stored');
  /** Time passes until it holds: a channel takes a post a second. */
  const until = async (holds: () => Promise<boolean>) =>
    await expect
      .poll(
        async () => {
          offset += 1_000;
          lodestone.wake();
          return await holds();
        },
        { timeout: 20_000 },
      )
      .toBe(true);
  const fired = async () => (await listAlerts(store.db, team)).filter(({ firedOn }) => firedOn !== null);
  await until(async () => (await fired()).length === 2);
  slack.faults.clear();
  // A digest that was posted, and one that could not be.
  await say('digest daily 9:00 ndpr');
  await press('digest list', 'Send now');
  await until(async () => (await tablesWith(store, UNDONE)).includes('subscriptions.last_figures'));
  slack.faults.fail('chat.postMessage', { error: 'not_in_channel', times: 99 });
  offset += 60_000;
  await press('digest list', 'Send now');
  const chart = JSON.stringify((await say('chart ndpr oxide 30 days')).blocks);
  const [address = ''] = /https:[^"]+\/chart\/quotes[^"]+/.exec(chart) ?? [];
  const picture = async () => await fetch(address.replace(SELF.publicUrl, lodestone.url));
  const before = await picture();
  const [drawn, tag] = [Buffer.from(await before.arrayBuffer()), before.headers.get('etag')];
  await expect
    .poll(async () => await tablesWith(store, UNDONE))
    .toEqual(
      expect.arrayContaining([
        'alerts.fired_on',
        'deliveries.payload',
        'quotes.low',
        'subscriptions.last_figures',
      ]),
    );
  expect(await filesWith(place.stateDir, UNDONE)).not.toEqual([]);

  expect((await say('quote undo')).text).toContain('Taken back');
  expect(await tablesWith(store, UNDONE)).toEqual([]);
  // What stood before it answers again, and is kept.
  expect(await tablesWith(store, STANDS)).toContain('quotes.low');
  expect((await say('price ndpr')).text).toContain('553,127');
  await expect.poll(async () => await filesWith(place.stateDir, UNDONE)).toEqual([]);
  // Its address is drawn anew, of what there is; and with nothing left, of nothing.
  const after = await picture();
  expect([after.headers.get('etag') === tag, Buffer.from(await after.arrayBuffer()).equals(drawn)]).toEqual([
    false,
    false,
  ]);
  expect((await say('quote undo')).text).toContain('Taken back');
  expect((await picture()).status).toBe(404);
  expect(await tablesWith(store, STANDS)).toEqual([]);
  await expect.poll(async () => await filesWith(place.stateDir, STANDS)).toEqual([]);
  await lodestone.stop();
});
