import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocalSlack, type LocalSlack } from './local-slack.ts';

let slack: LocalSlack;
let page: Page;
beforeAll(async () => {
  slack = await startLocalSlack();
  page = await slack.visit();
});
afterAll(async () => {
  await slack.leave(page);
  await slack.stop();
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
