import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, hears, newest, say, type LocalSlack } from './local-slack.ts';
import { pageForEach } from './page-hooks.ts';

let slack: LocalSlack;
let page: Page;
pageForEach((started, opened) => {
  [slack, page] = [started, opened];
});

const press = (name: string | RegExp, within = newest(page)): Promise<void> =>
  within.getByRole('button', { name }).click();

test('a question in the direct message is answered there, with its source', async () => {
  await say(page, 'price in 2024');
  const answer = await hears(page, 'Neodymium, 2024: $125/kg');
  expect(await answer.textContent()).toMatch(/Lodestone.*APP[\s\S]*Sources: Farmonaut/);
});

test('a mention in a channel is answered in its thread', async () => {
  await goTo(page, 'procurement');
  await say(page, '@lodestone price in 2023');
  await newest(page)
    .getByRole('button', { name: /1 reply/ })
    .click();
  await hears(page, 'Neodymium, 2023: $110/kg', 'thread-log');
  await page.getByRole('combobox', { name: 'Reply in the thread' }).fill('and 2022?');
  await page.keyboard.press('Enter');
  await expect.poll(() => newest(page, 'thread-log').textContent()).toContain('and 2022?');
});

test('a slash command answers the one who typed it, who may share the answer', async () => {
  const other = await slack.visit('?as=planner#general');
  await goTo(page, 'general');
  await say(page, '/nd price 2022');
  const answer = await hears(page, 'Neodymium, 2022: $92/kg');
  expect(await answer.textContent()).toContain('Only visible to you');
  expect(await other.locator('#log').textContent()).not.toContain('$92/kg');
  await press('Share in channel', answer);
  expect(await (await hears(other, 'Neodymium, 2022: $92/kg')).textContent()).not.toContain('Only visible');
  await slack.leave(other);
});

test('a question that is not clear is answered by what may be meant, one press away', async () => {
  await say(page, '/nd is there any stand-in material for neodymium');
  const answer = await hears(page, /Did you mean/i);
  await answer.getByRole('button').filter({ hasText: 'replaced' }).click();
  await expect.poll(() => newest(page).textContent()).toContain('Not at scale yet');
});

test('a chart is drawn by the product itself', async () => {
  await say(page, '/nd chart');
  const answer = await hears(page, 'Sources:');
  const picture = answer.locator('figure img');
  expect(await picture.getAttribute('src')).toMatch(/^\/chart\//);
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(async () => coloursIn(await picture.screenshot())).toBeGreaterThan(3);
});

/** How many colours cover more than a few pixels. */
async function coloursIn(png: Buffer): Promise<number> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const seen = new Map<number, number>();
  for (const pixel of pixels) seen.set(pixel, (seen.get(pixel) ?? 0) + 1);
  return [...seen.values()].filter((count) => count > 100).length;
}

test('the Home tab has figures, and a press on a question opens its answer', async () => {
  await page.getByRole('tab', { name: 'Home' }).click();
  const home = page.getByRole('tabpanel', { name: 'Home' });
  await home.getByRole('heading', { name: 'Newest figures' }).waitFor();
  // What is of this year, and the metal that is meant where none is named: no wall of all there are.
  const shown = (await home.textContent()) ?? '';
  expect(shown).toMatch(/Neodymium[\s\S]*Copper metal, \w{3} 2026: [\s\S]*\d+ other commodities/);
  expect(shown).not.toContain('Asbestos');
  await home.getByRole('button', { name: 'top producing countries' }).first().click();
  const modal = page.getByRole('dialog', { name: 'Lodestone' });
  await modal.getByText('China leads').waitFor();
  await modal.locator('figure img').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => modal.isVisible()).toBe(false);
});
