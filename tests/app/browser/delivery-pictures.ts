/** Takes the pictures of digests and alerts that docs/delivery.md shows: one story, a picture a chapter, each after the one before it. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { dropFile, hears, newest, say, type LocalSlack } from './local-slack.ts';

/** A caret blinks, which is not what the page looks like. */
const STILL = { animations: 'disabled', caret: 'hide' } as const;

/** Moves the clock of what is shown, and of the bot. */
async function moveTo(page: Page, local: string): Promise<void> {
  await page.getByRole('button', { name: /in Berlin/ }).click();
  await page.getByLabel('Date and time in Europe/Berlin').fill(local);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`${local.slice(-5)} in Berlin`) }).waitFor();
}

async function visitAt(slack: LocalSlack, local: string): Promise<Page> {
  const page = await slack.visit('', { viewport: { width: 900, height: 1400 } });
  await moveTo(page, local);
  return page;
}

async function press(page: Page, name: string, words: string | RegExp): Promise<void> {
  await newest(page).getByRole('button', { name, exact: true }).click();
  await hears(page, words);
}

/** Once its pictures are there and its letters are drawn in its own fonts. @param last Its last part, below which it is empty. */
async function drawn(page: Page, what: Locator, last = what): Promise<Buffer> {
  await expect
    .poll(() =>
      page.evaluate(
        `document.fonts.status === 'loaded' && [...document.images].every(({ naturalWidth }) => naturalWidth > 0)`,
      ),
    )
    .toBe(true);
  await page.mouse.move(0, 0);
  await what.scrollIntoViewIfNeeded();
  const none = { x: 0, y: 0, width: 0, height: 0 };
  const { x, y, width } = (await what.boundingBox()) ?? none;
  const end = (await last.boundingBox()) ?? none;
  return await page.screenshot({ ...STILL, clip: { x, y, width, height: end.y + end.height - y } });
}

const DAYS = ['05', '06', '09', '10', '11', '12', '13'];
const TABLE = `Date,Item,Low,High\n${DAYS.map((day, at) => `2026-11-${day},NdPr oxide,${548_000 + at * at * 200},${552_000 + at * at * 200}`).join('\n')}\n`;

/** A digest of a metal with quotes and one with figures of years, as it comes for the first time. */
async function firstDigest(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-11-16T08:30');
  await dropFile(page, 'prices-cny-t.csv', Buffer.from(`Prices in CNY/t, incl. VAT\n${TABLE}`));
  await hears(page, '7 prices can be read');
  await press(page, 'Import', 'Imported prices-cny-t.csv: 7 added');
  await say(page, 'send me ndpr and neodymium every Monday at 9, with price and change');
  await hears(page, 'every Monday at 09:00');
  await press(page, 'Create', 'Set up');
  await moveTo(page, '2026-11-16T09:00');
  await hears(page, 'Manage');
  const picture = await drawn(page, newest(page));
  await slack.leave(page);
  return picture;
}

/** A week later nothing has been quoted. */
async function secondDigest(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-11-23T08:59');
  const before = await newest(page).getAttribute('data-ts');
  await moveTo(page, '2026-11-23T09:00');
  await expect.poll(() => newest(page).getAttribute('data-ts')).not.toBe(before);
  const picture = await drawn(page, newest(page));
  await slack.leave(page);
  return picture;
}

/** Weeks later, two and a half hours after its time: the bot was not running. */
async function lateDigest(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-11-30T08:59');
  const before = await newest(page).getAttribute('data-ts');
  await moveTo(page, '2026-11-30T11:30');
  await expect.poll(() => newest(page).getAttribute('data-ts')).not.toBe(before);
  await hears(page, 'Late: this was due');
  const picture = await drawn(page, newest(page));
  await slack.leave(page);
  return picture;
}

/** On the first of a month, of a metal with figures of years. */
async function monthlyDigest(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-11-30T12:00');
  await say(page, 'post terbium on the first of each month at 9, with price, production and chart, to me');
  await hears(page, 'on day 1 of each month');
  await press(page, 'Create', 'Set up');
  await moveTo(page, '2026-12-01T09:00');
  await hears(page, 'Manage');
  const picture = await drawn(page, newest(page));
  await slack.leave(page);
  return picture;
}

/** Stores a price; what it brings may come before what is said of it. */
async function quoted(page: Page, line: string): Promise<void> {
  const done = page.locator('#log article', { hasText: 'quote undo' });
  const before = await done.count();
  await say(page, `/nd quote add ${line}`);
  await hears(page, 'Understood as');
  await newest(page).getByRole('button', { name: 'Store it' }).click();
  await expect.poll(() => done.count()).toBe(before + 1);
}

const alerts = (page: Page) => page.locator('#log article', { hasText: 'is above your threshold' });

/** The thread of an alert's message, once it says something. */
async function threadOf(page: Page, message: Locator, words: string | RegExp): Promise<Buffer> {
  await message.getByRole('button', { name: /repl/ }).click();
  await hears(page, words, 'thread-log');
  return await drawn(page, page.locator('#thread-log'), newest(page, 'thread-log'));
}

/** A price passes, and is corrected: its message says so in its thread. */
async function correctedAlert(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-12-01T10:00');
  await quoted(page, 'NdPr oxide 560-566k CNY/t incl. VAT 30 Nov');
  await say(page, 'tell me when ndpr oxide goes above 600k yuan a tonne');
  await hears(page, 'above CN¥600,000/t');
  await press(page, 'Create', 'Set up');
  await quoted(page, 'NdPr oxide 612-618k CNY/t incl. VAT 1 Dec');
  await expect.poll(() => alerts(page).count()).toBe(1);
  await quoted(page, 'NdPr oxide 608-614k CNY/t incl. VAT 1 Dec');
  await expect.poll(() => alerts(page).count()).toBe(2);
  const picture = await threadOf(page, alerts(page).first(), 'Corrected');
  await slack.leave(page);
  return picture;
}

/** The corrected price is past it too, and the next day it is over: said in the thread of its message. */
async function alertWithEnd(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-12-02T10:00');
  await quoted(page, 'NdPr oxide 570-576k CNY/t incl. VAT 2 Dec');
  const picture = await threadOf(page, alerts(page).last(), 'CN¥570,000 to CN¥576,000/t');
  await slack.leave(page);
  return picture;
}

/** "Edit" in the card of a request: its form, with the words filled in. */
async function filledForm(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-12-02T11:00');
  await say(page, 'ndpr and dysprosium to #procurement every other Thursday at 8:15, nothing if unchanged');
  await hears(page, 'every second Thursday at 08:15');
  await newest(page).getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'New digest' });
  await form.waitFor();
  const picture = await drawn(page, form);
  await slack.leave(page);
  return picture;
}

export const DELIVERY_PICTURES = {
  'delivery/first-digest': firstDigest,
  'delivery/nothing-new': secondDigest,
  'delivery/late': lateDigest,
  'delivery/monthly': monthlyDigest,
  'delivery/corrected-alert': correctedAlert,
  'delivery/alert': alertWithEnd,
  'delivery/form': filledForm,
};
