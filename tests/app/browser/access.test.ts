import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { goTo, hears, newest, say } from './local-slack.ts';
import { pageForEach } from './page-hooks.ts';

let page: Page;
pageForEach((_, opened) => {
  page = opened;
});

const node = z.object({ html: z.string() });
const fault = z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(node) });
const faults = z.object({ violations: z.array(fault) });

/** What axe holds to be serious or critical, and where. Transitions would be caught half way. */
async function seriousFaults(): Promise<readonly string[]> {
  // By the debugger, as a browser extension does it: the page's own policy allows no foreign script.
  await page.evaluate(axe.source);
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`);
  return faults
    .parse(found)
    .violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test.each(['light', 'dark'] as const)('axe finds no serious fault, %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await page.reload();
  await say(page, '/nd chart');
  await hears(page, 'Sources:');
  await page.getByRole('button', { name: 'Wire' }).click();
  await page.locator('#wire-list summary').first().click();
  await page.getByRole('button', { name: 'Copy as curl' }).waitFor();
  expect(await seriousFaults()).toEqual([]);
});

test('axe finds no serious fault in the Home tab and in a modal', async () => {
  await page.getByRole('tab', { name: 'Home' }).click();
  const home = page.getByRole('tabpanel', { name: 'Home' });
  await home.getByRole('heading', { name: 'Newest figures' }).waitFor();
  expect(await seriousFaults()).toEqual([]);
  await home.getByRole('button', { name: 'price in 2024' }).first().click();
  const modal = page.getByRole('dialog');
  await modal.getByText('$125/kg').first().waitFor();
  expect(await seriousFaults()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => modal.isVisible()).toBe(false);
});

test('without a mouse: find a command, ask, press a button of the answer, go elsewhere and back', async () => {
  const { keyboard } = page;
  const focused = () => page.locator(':focus');
  expect(await focused().getAttribute('id')).toBe('box');
  await keyboard.type('/');
  await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: '/nd' }).waitFor();
  await keyboard.press('Enter');
  await keyboard.type('pri');
  await keyboard.press('Tab');
  await keyboard.type('2024');
  await keyboard.press('Enter');
  const answer = await hears(page, 'Neodymium, 2024: $125/kg');
  // From the box back into the newest message, and to its buttons.
  await keyboard.press('Shift+Tab');
  expect(await page.locator('article:focus-within').getAttribute('data-ts')).toBe(
    await answer.getAttribute('data-ts'),
  );
  await answer.getByRole('button', { name: 'History' }).focus();
  await keyboard.press('Enter');
  await hears(page, /2021 to 2026/);
  await page.getByRole('button', { name: 'procurement' }).focus();
  await keyboard.press('Enter');
  expect(await focused().getAttribute('aria-label')).toBe('Message #procurement');
  await keyboard.type('@lode');
  await keyboard.press('Enter');
  await keyboard.type('terbium price');
  await keyboard.press('Enter');
  await newest(page)
    .getByRole('button', { name: /1 reply/ })
    .focus();
  await keyboard.press('Enter');
  await hears(page, 'Terbium', 'thread-log');
  expect(await focused().getAttribute('aria-label')).toBe('Reply in the thread');
});

test('on a narrow screen everything can be reached', async () => {
  await page.setViewportSize({ width: 390, height: 780 });
  await goTo(page, 'general');
  await say(page, '@lodestone price in 2024');
  await newest(page)
    .getByRole('button', { name: /1 reply/ })
    .click();
  const answer = await hears(page, '$125/kg', 'thread-log');
  const { x = 0, width = 0 } = (await answer.boundingBox()) ?? {};
  expect(x + width).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Close the thread' }).click();
  await goTo(page, 'Lodestone');
  await page.getByRole('tab', { name: 'Home' }).click();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});
