/** A digest that may or may not have been posted, where the app may not look: said at its set-up, told, and sent by hand. */
import { expect, test } from 'vitest';
import { recentDeliveries } from '#src/storage/deliveries.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, TODAY } from '../lodestone.ts';
import { openStore } from '#src/storage/database/database.ts';
import { newPlace } from '../storage/stores.ts';

test('at most once: said when it is set up, told with a button, and listed for what it is', async () => {
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  let now = TODAY;
  const lodestone = await startLodestone({ deps: { store, now: () => now } });
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  const team = slack.workspace.team.id;
  const setUp = await slack.answerTo(() => buyer.command('/nd digest daily 13:00 UTC', '#general'));
  expect(setUp.text).toContain('It comes at most once');
  expect(setUp.text).toContain('channels:history');
  const [digest] = await listSubscriptions(store.db, team);
  slack.faults.fail('chat.postMessage', { status: 500, afterDoing: true });
  now = new Date(TODAY.getTime() + 3_600_000);
  const passing = setInterval(() => {
    now = new Date(now.getTime() + 1_000);
    lodestone.wake();
  }, 50);
  const told = await slack.waitFor(() =>
    slack.messagesIn('dm:Buyer').find(({ text }) => text.includes('may have been made, or not')),
  );
  clearInterval(passing);
  const [row] = await recentDeliveries(store.db, team, digest?.id ?? '', 1);
  expect(row?.state).toBe('skipped');
  const before = slack.messagesIn('#general').length;
  await buyer.press(told, 'Send now');
  await slack.waitFor(() => slack.messagesIn('#general').length === before + 1);
  const again = await slack.answerTo(() => buyer.press(told, 'Send now'));
  expect(again.text).toBe('It was sent already.');
  const list = await slack.answerTo(() => buyer.command('/nd digest list', '#general'));
  expect(JSON.stringify(list.blocks)).toContain('may have been posted: Slack gave no clear answer');
  await lodestone.stop();
});
