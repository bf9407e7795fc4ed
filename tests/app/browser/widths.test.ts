/** The page as a telephone, a tablet and a desk show it: every form, untouched and edited, and answers that come into view. */
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { form as formIn, HEIGHT, submitForm, tooWide } from './fits.ts';
import { hears, newest, say } from './local-slack.ts';
import { pageForAll } from './page-hooks.ts';

// One page for all: its state goes on from one test to the next, and each says what it needs.
let page: Page;
pageForAll((_, opened) => {
  page = opened;
});

const form = (name: string) => formIn(page, name);
const submitted = (name: string, button: string, answer: string | RegExp) =>
  submitForm(page, name, button, answer);

test.each([
  { width: 390, year: '2021', price: '551000' },
  { width: 768, year: '2022', price: '552000' },
  { width: 1280, year: '2023', price: '553000' },
])('at $width px every form is sent untouched and edited', async ({ width, year, price }) => {
  await page.setViewportSize({ width, height: HEIGHT });
  await say(page, `price ${year} https://example.com/an/address/that/is/longer/than/a/small/screen/is/wide`);
  const answer = await hears(page, `Neodymium, ${year}: `);
  const { y = 0 } = (await answer.boundingBox()) ?? {};
  const box = (await page.locator('#box').boundingBox()) ?? { y: 0, height: HEIGHT };
  expect(y, 'the answer is above the message box').toBeLessThan(box.y);
  expect(box.y + box.height, 'the message box is in the window').toBeLessThanOrEqual(HEIGHT);
  expect(await tooWide(page), 'the conversation').toEqual([]);

  await say(page, '/nd digest');
  await form('New digest').waitFor();
  await submitted('New digest', 'Set up', 'every Monday at 09:00 (Europe/Berlin)');

  await say(page, '/nd digest');
  await form('New digest').getByRole('combobox', { name: 'Time zone' }).fill('kolk');
  await page.getByRole('option', { name: 'Asia/Kolkata' }).click();
  // The app draws the form anew: what was chosen stays.
  await form('New digest').getByText('09:00 Asia/Kolkata').first().waitFor();
  await form('New digest').getByRole('checkbox', { name: 'Production' }).check();
  await submitted('New digest', 'Set up', 'every Monday at 09:00 (Asia/Kolkata)');

  await say(page, '/nd digest list');
  const list = await hears(page, 'Europe/Berlin');
  await list.getByRole('button', { name: 'Edit' }).first().click();
  await form('Change the digest').waitFor();
  await submitted('Change the digest', 'Save', 'every Monday at 09:00 (Europe/Berlin)');
  await list.getByRole('button', { name: 'Edit' }).first().click();
  await form('Change the digest').getByRole('checkbox', { name: 'Production' }).check();
  await submitted('Change the digest', 'Save', 'every Monday at 09:00 (Europe/Berlin)');

  // A second one of the same would be refused at the next width.
  for (const left of [1, 0]) {
    await newest(page).getByRole('button', { name: 'Delete' }).first().click();
    await form('Delete this digest?').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => newest(page).getByRole('button', { name: 'Delete' }).count()).toBe(left);
  }

  await say(page, '/nd quote');
  await form('Enter a price').getByRole('button', { name: 'Store' }).click();
  // Nothing is chosen before somebody chooses: of what, its form, its unit, and the price.
  await expect
    .poll(() => form('Enter a price').getByText('Please complete this required field.').count())
    .toBe(4);
  for (const [name, option] of [
    ['Of what', 'Zirconium'],
    ['Form', 'oxide'],
    ['Unit', 'CNY/t'],
  ] as const) {
    const field = form('Enter a price').getByRole('combobox', { name });
    await field.fill(option);
    await form('Enter a price').getByRole('option', { name: option, exact: true }).click();
  }
  await form('Enter a price').getByRole('textbox', { name: 'Price, or its low end' }).fill(price);
  await submitted('Enter a price', 'Store', `Zirconium oxide: CN¥${price.slice(0, 3)},000/t`);
  expect(await tooWide(page), 'the conversation').toEqual([]);
});

test('a table comes as a file, to be downloaded', async () => {
  await say(page, '/nd quote add neodymium oxide 554000 CNY/t');
  await (await hears(page, '554,000')).getByRole('button', { name: 'Store it' }).click();
  await hears(page, 'takes it back');
  await say(page, 'price neodymium oxide last 30 days csv');
  const file = (await hears(page, /\.csv/)).getByRole('link', { name: /\.csv/ });
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toMatch(/^neodymium-oxide-.*\.csv$/);
  expect(await text(await download.createReadStream())).toMatch(/^date,.*\n.*554000/s);
});

test('the answer to a button comes into view, though one has scrolled up to press it', async () => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await say(page, 'price 2024');
  const asked = await hears(page, 'Neodymium, 2024: ');
  const first = page.locator(`#log article[data-ts="${await asked.getAttribute('data-ts')}"]`);
  for (const year of [2021, 2022, 2023]) {
    await say(page, `price ${year}`);
    await hears(page, `Neodymium, ${year}: `);
  }
  await first.getByRole('button', { name: 'Chart' }).scrollIntoViewIfNeeded();
  await first.getByRole('button', { name: 'Chart' }).click();
  await expect.poll(() => newest(page).locator('figure img').count()).toBe(1);
  const log = (await page.locator('#log').boundingBox()) ?? { y: 0, height: 0 };
  await expect
    .poll(async () => {
      const { y = -1 } = (await newest(page).boundingBox()) ?? {};
      return y >= log.y - 1 && y < log.y + log.height;
    })
    .toBe(true);
});
