/** A stop has one deadline, whatever hangs: it resolves while that still does. */
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#src/storage/database/database.ts';
import { startLodestone, TODAY } from '../lodestone.ts';
import { startFront } from '../postgres/front.ts';
import { insertSubscriptionRow, subscriptionRow } from '../storage/rows.ts';
import { newPlace, ON_POSTGRES, openFor } from '../storage/stores.ts';

const GRACE = { graceMs: 200 };

test('while a digest’s post, and the history of one in doubt, hang', async () => {
  const place = await newPlace();
  const store = await openStore({ ...place, as: 'bot' });
  const lodestone = await startLodestone({ deps: { ...GRACE, store } });
  const { slack } = lodestone;
  onTestFinished(() => slack.close());
  const [first = '', second = ''] = [...slack.workspace.channels.values()].map(({ id }) => id);
  slack.faults.fail('chat.postMessage', { hang: true, channel: first });
  slack.faults.fail('chat.postMessage', { status: 500, channel: second });
  slack.faults.fail('conversations.history', { hang: true });
  for (const channel of [first, second]) {
    const at = { next_at: TODAY.getTime(), next_slot: '2026-11-24T12:00 UTC', schedule: 'daily 12:00' };
    const content = JSON.stringify({ items: ['price'], metals: ['neodymium'] });
    const team = slack.workspace.team.id;
    await insertSubscriptionRow(store.db, subscriptionRow({ ...at, team, content, channel }));
  }
  lodestone.wake();
  const hangs = (method: string) => slack.callsTo(method).some(({ answer }) => answer === undefined);
  await slack.waitFor(() => hangs('chat.postMessage'));
  await lodestone.stopApp();
  expect(hangs('chat.postMessage')).toBe(true);
  const said = lodestone.logged().map(({ msg }) => msg);
  expect(said).toContain('stopped before all work was done');
  expect(said).not.toContain('stopped');
});

test('while nothing hangs, and says so', async () => {
  const lodestone = await startLodestone({
    deps: { graceMs: 20_000, store: await openStore({ ...(await newPlace()), as: 'bot' }) },
  });
  onTestFinished(() => lodestone.slack.close());
  await lodestone.stopApp();
  expect(lodestone.logged().map(({ msg }) => msg)).toContain('stopped');
});

test.skipIf(!ON_POSTGRES)('while the database does not answer', async () => {
  const place = await newPlace();
  const front = await startFront();
  onTestFinished(() => front.close());
  const url = new URL(place.databaseUrl ?? '');
  front.leadTo(Number(url.port));
  url.port = String(front.port);
  const store = await openFor({ ...place, databaseUrl: url.href });
  const lodestone = await startLodestone({ deps: { ...GRACE, store } });
  onTestFinished(() => lodestone.slack.close());
  front.silence();
  const asked = store.db.selectFrom('subscriptions').selectAll().execute();
  await lodestone.stopApp();
  expect(lodestone.logged().map(({ msg }) => msg)).toContain('stopped without the storage’s answer');
  front.leadTo(undefined);
  await expect(asked).rejects.toThrow(/terminated|timeout/);
});
