/** What is set up by words and by forms, from the first word to the end, at three widths; and once without a mouse. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { form, HEIGHT, submitForm, tooWide } from './fits.ts';
import { goTo, hears, newest, say } from './local-slack.ts';
import { pageForAll } from './page-hooks.ts';

// One page for all: its state goes on from one test to the next, and each clears what it set up.
let page: Page;
pageForAll((_, opened) => {
  page = opened;
});

const press = (name: string) => newest(page).getByRole('button', { name, exact: true }).click();

/** Says it, and waits for its card. */
async function asks(text: string, words: string | RegExp) {
  await say(page, text);
  const card = await hears(page, words);
  expect(await tooWide(page), 'the card').toEqual([]);
  return page.locator(`#log article[data-ts="${await card.getAttribute('data-ts')}"]`);
}

/** Presses what deletes, and says so once more. */
async function deleted(text: string, title: string): Promise<void> {
  await asks(text, title);
  await press('Delete');
  const asked = page.getByRole('dialog', { name: title });
  await asked.getByRole('button', { name: 'Keep' }).click();
  await expect.poll(() => asked.isVisible()).toBe(false);
  expect(await newest(page).textContent()).toContain('Nothing is changed yet');
  await press('Delete');
  await asked.getByRole('button', { name: 'Delete' }).click();
  await hears(page, 'Deleted:');
}

test.each([{ width: 390 }, { width: 768 }, { width: 1280 }])(
  'at $width px an alert’s form is sent as it opens, filled in, changed and followed as its kind changes',
  async ({ width }) => {
    await page.setViewportSize({ width, height: HEIGHT });
    await say(page, '/nd alert');
    const open = form(page, 'New alert');
    await open.waitFor();
    // Nothing is filled in for anybody: what is missing is told at its field.
    await open.getByRole('button', { name: 'Set up' }).click();
    const missing = 'Please complete this required field.';
    await expect.poll(() => open.textContent()).toContain(missing);
    await open.getByRole('combobox', { name: 'When it is to come' }).fill('outside');
    await page.getByRole('option', { name: 'Outside of a range' }).click();
    await open.getByRole('textbox', { name: 'From' }).fill('60');
    await open.getByRole('textbox', { name: 'To' }).fill('600');
    await submitForm(page, 'New alert', 'Set up', '$60 to $600/kg');

    await say(page, '/nd alert list');
    await hears(page, '$60 to $600/kg');
    await press('Edit');
    await form(page, 'Change the alert').getByRole('textbox', { name: 'To' }).fill('700');
    await submitForm(page, 'Change the alert', 'Save', '$60 to $700/kg');
    await deleted('delete my neodymium alert', 'Delete this alert?');
  },
);

test.each([{ width: 390 }, { width: 768 }, { width: 1280 }])(
  'at $width px a digest and an alert by words: chosen, put right, edited in the form, made, and deleted',
  async ({ width }) => {
    await page.setViewportSize({ width, height: HEIGHT });
    const card = await asks(
      'remind me every Monday of the terbium price',
      'A digest of terbium, every Monday',
    );
    await say(page, 'no, make it Tuesday');
    await hears(page, 'Changed in the card above');
    await expect.poll(() => card.textContent()).toContain('every Tuesday at 09:00');
    await card.getByRole('button', { name: 'Edit', exact: true }).click();
    const filled = form(page, 'New digest');
    await filled.waitFor();
    expect(await filled.textContent()).toContain('Tue');
    await filled.getByRole('checkbox', { name: 'Production' }).check();
    await submitForm(page, 'New digest', 'Set up', 'every Tuesday at 09:00');
    await deleted('delete the terbium digest', 'Delete this digest?');

    const alert = await asks('alert me if terbium goes above 5000', 'You named no unit for 5000');
    await alert.getByRole('button', { name: 'Create', exact: true }).click();
    await expect.poll(() => alert.textContent()).toContain('Set up: Terbium above $5,000/kg');
    expect(await tooWide(page)).toEqual([]);
    await deleted('delete my terbium alert', 'Delete this alert?');

    const left = await asks('post dysprosium here every weekday at 8', 'Monday to Friday at 08:00');
    await left.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect.poll(() => left.textContent()).toContain('Nothing was set up');
  },
);

/** Goes from what has the focus to a control by its name, a key at a time. */
async function reach(name: RegExp, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  const named = `[document.activeElement].map((one) => [one.ariaLabel, one.labels?.[0]?.textContent, one.textContent].join(' ').trim())[0]`;
  for (let presses = 0; presses < 60; presses += 1) {
    if (name.test(String(await page.evaluate(named)))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no key leads to ${name}`);
}

test('by the keyboard alone: a digest by words, its form, an alert, and the end of both', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await goTo(page, 'general');
  const { keyboard } = page;
  const box = page.getByRole('combobox', { name: /^Message / });
  await box.focus();
  await keyboard.type('@lode');
  await keyboard.press('Enter');
  await keyboard.type('post terbium here every Friday at 9');
  await keyboard.press('Enter');
  await expect.poll(() => newest(page).textContent()).toMatch(/1 reply/);
  await reach(/1 reply/, 'Shift+Tab');
  await keyboard.press('Enter');
  await hears(page, 'every Friday at 09:00', 'thread-log');
  await reach(/^Create$/, 'Shift+Tab');
  await keyboard.press('Enter');
  await hears(page, 'Set up: it comes every Friday at 09:00', 'thread-log');

  await reach(/^Message #general/, 'Tab');
  await keyboard.type('/nd alert');
  await keyboard.press('Enter');
  const open = form(page, 'New alert');
  await open.waitFor();
  await reach(/^Price/, 'Tab');
  await keyboard.type('5000');
  await reach(/^Set up$/, 'Tab');
  await keyboard.press('Enter');
  await expect.poll(() => page.getByRole('dialog').textContent()).toContain('$5,000/kg');
  await keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);

  for (const [text, title] of [
    ['delete my neodymium alert', 'Delete this alert?'],
    ['delete the terbium digest', 'Delete this digest?'],
  ] as const) {
    await reach(/^Message #general/, 'Shift+Tab');
    await keyboard.type(`/nd ${text}`);
    await keyboard.press('Enter');
    await hears(page, title);
    await reach(/^Delete$/, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: title }).waitFor();
    await reach(/^Delete$/, 'Tab');
    await keyboard.press('Enter');
    await hears(page, 'Deleted:');
  }
});
