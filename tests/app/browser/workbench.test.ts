import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAlert, insertAlert } from '#src/storage/alerts.ts';
import { openStore } from '#src/storage/database/database.ts';
import { findSubscription } from '#src/storage/subscriptions.ts';
import { insertSubscriptionRow, alertOf, subscriptionRow } from '../storage/rows.ts';
import { goTo, hears, newest, say, type LocalSlack } from './local-slack.ts';
import { pageForEach } from './page-hooks.ts';

let slack: LocalSlack;
let page: Page;
pageForEach(
  (started, opened) => {
    [slack, page] = [started, opened];
  },
  { permissions: ['clipboard-read', 'clipboard-write'] },
);

const openWire = () => page.getByRole('button', { name: 'Wire' }).click();
const wire = () => page.getByRole('complementary', { name: 'The wire' });
const line = (name: string) => wire().locator('li').filter({ hasText: name }).last();

test('the wire shows the signed request, its ack and the call that followed, and copies it as curl', async () => {
  await openWire();
  await say(page, 'price in 2024');
  await hears(page, '$125/kg');
  await line('chat.postMessage').locator('summary').click();
  await expect
    .poll(() => line('chat.postMessage').textContent())
    .toMatch(/Arguments[\s\S]*Answer[\s\S]*"ok": true/);
  await line('message').filter({ hasNotText: 'chat' }).locator('summary').click();
  const request = line('message').filter({ hasNotText: 'chat' });
  await expect
    .poll(() => request.textContent())
    .toMatch(/x-slack-signature: v0=[\s\S]*"type": "event_callback"[\s\S]*200 after/);
  await request.getByRole('button', { name: 'Copy as curl' }).click();
  await request.getByRole('button', { name: 'Copied' }).waitFor();
  const curl = String(await page.evaluate('navigator.clipboard.readText()'));
  // Sent again, the app knows it: the signature is still good, and the event is a repeat.
  const { stdout } = await promisify(execFile)('sh', ['-c', `${curl} -s -o /dev/null -w '%{http_code}'`]);
  expect(stdout).toBe('200');
});

test('Slack behaves badly when told to, and the app bears it', async () => {
  await openWire();
  await wire().getByRole('checkbox', { name: 'Deliver each event twice' }).check();
  await say(page, 'terbium price');
  await hears(page, 'Terbium');
  await line('message (retry 1)').waitFor();
  await wire().getByRole('checkbox', { name: 'Deliver each event twice' }).uncheck();
  await wire().getByRole('button', { name: '429 to the next post' }).click();
  await say(page, 'cerium price');
  await wire().locator('li .bad').filter({ hasText: 'ratelimited' }).waitFor();
  await hears(page, 'Cerium');
  await wire().getByRole('checkbox', { name: 'Refuse every picture' }).check();
  await say(page, '/nd chart');
  await hears(page, 'Sources:');
  expect(await newest(page).locator('figure img').count()).toBe(0);
  await wire().getByRole('checkbox', { name: 'Refuse every picture' }).uncheck();
});

test('time is moved, and back', async () => {
  await page.getByRole('button', { name: /in Berlin/ }).click();
  await page
    .getByRole('dialog', { name: 'Move the time' })
    .getByRole('button', { name: 'Next Monday 09:00' })
    .click();
  await page.getByRole('button', { name: /Mon .* 09:00 in Berlin \(moved\)/ }).click();
  await page.getByLabel('Date and time in Europe/Berlin').fill('2031-03-03T12:00');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('button', { name: /Mon 3 Mar, 12:00/ }).waitFor();
  await say(page, 'hello');
  await expect.poll(() => page.locator('#log .day').last().textContent()).toBe('Monday 3 March');
  await page.getByRole('button', { name: /in Berlin/ }).click();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect.poll(() => page.locator('#clock').textContent()).not.toContain('moved');
});

test('the clock runs on', async () => {
  await page.clock.install();
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  const clock = page.locator('#clock');
  const before = await clock.textContent();
  await page.clock.fastForward('01:00:00');
  await expect.poll(() => clock.textContent()).not.toBe(before);
});

test('the app is started again, and what was said is still there', async () => {
  await goTo(page, 'general');
  await say(page, 'remember this');
  await openWire();
  await wire().getByRole('button', { name: 'Restart the app' }).click();
  await page.getByText('Reconnected: the app is back').waitFor();
  expect(await newest(page).textContent()).toContain('remember this');
  await say(page, '/nd price 2022');
  await hears(page, '$92/kg');
});

test('at a time that was moved to, the app is started again, and is at that time at once', async () => {
  await page.getByRole('button', { name: /in Berlin/ }).click();
  await page.getByLabel('Date and time in Europe/Berlin').fill('2031-03-03T12:00');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('button', { name: /Mon 3 Mar, 12:00/ }).waitFor();
  await openWire();
  await wire().getByRole('button', { name: 'Restart the app' }).click();
  await page.getByText('Reconnected: the app is back').waitFor();
  await say(page, '/nd digest daily 13:00');
  const answer = await hears(page, 'Next:');
  expect(await answer.textContent()).toContain('Next: Mon 3 Mar, 13:00');
});

/** What the app says of what it keeps, once that is gone. */
const GONE = [
  ['/nd digest list', 'No digest comes to this channel'],
  ['/nd alert list', 'No alert comes to this channel'],
  ['/nd quote undo', 'There is no price that you entered'],
] as const;

test('starting over says what it empties, and empties that; what a real bot keeps beside stays', async () => {
  // A real bot, which holds its own state all the while.
  const real = await openStore({ stateDir: slack.stateDir, databaseUrl: undefined, as: 'bot' });
  const alert = alertOf();
  const subscription = subscriptionRow();
  await insertAlert(real.db, alert);
  await insertSubscriptionRow(real.db, subscription);
  const kept = async () => await findSubscription(real.db, subscription.team, subscription.id);
  const before = await kept();
  expect(before).toMatchObject({ id: subscription.id });
  await say(page, '/nd digest every Monday 09:00');
  await hears(page, 'every Monday at 09:00');
  await say(page, '/nd alert above 140');
  await hears(page, '140');
  await say(page, '/nd quote add neodymium oxide 553000 CNY/t');
  await newest(page).getByRole('button', { name: 'Store it' }).click();
  await hears(page, 'takes it back');

  await page.getByRole('button', { name: 'Start over' }).click();
  const asked = page.getByRole('dialog', { name: 'Start over?' });
  const words = /digests, alerts, entered prices and feedback, in (.*)\. The app.*real workspace.*stays/;
  expect(words.exec((await asked.textContent()) ?? '')?.[1]).toBe(join(slack.stateDir, 'local-slack'));
  await asked.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => page.locator('#log article').count()).toBe(0);
  await page.getByText('Reconnected: the app is back').waitFor();
  for (const [command, gone] of GONE) {
    await say(page, command);
    await hears(page, gone);
  }
  expect(await findAlert(real.db, alert.team, alert.id)).toEqual(alert);
  expect(await kept()).toEqual(before);
  await real.close();
});
