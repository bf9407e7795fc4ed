import type { Page } from 'playwright-core';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goTo, hears, newest, say, type LocalSlack } from './local-slack.ts';
import { pageForEach } from './page-hooks.ts';

let slack: LocalSlack;
let page: Page;
pageForEach(
  (started, opened) => {
    [slack, page] = [started, opened];
  },
  { main: join(import.meta.dirname, 'workshop/main.ts') },
);

const modal = (name = 'Every input') => page.getByRole('dialog', { name });
const send = () => modal().getByRole('button', { name: 'Send' }).click();

async function choose(field: string, typed: string, option = typed): Promise<void> {
  await modal().getByRole('combobox', { name: field }).first().fill(typed);
  await modal().getByRole('option', { name: option }).click();
}

test('a form with every kind of input gives the app what was put in', async () => {
  await say(page, '/form');
  await modal().getByRole('textbox', { name: 'Name' }).fill('Magnets');
  await modal().getByRole('textbox', { name: 'Notes' }).fill('two\nlines');
  await modal().getByRole('textbox', { name: 'Rich' }).fill('words for @workshop');
  await modal().getByRole('textbox', { name: 'Mail' }).fill('a@example.com');
  await modal().getByRole('textbox', { name: 'Link' }).fill('https://example.com/');
  await modal().getByRole('spinbutton', { name: 'Tonnes' }).fill('2.5');
  await choose('Metal (', 'ter', 'terbium');
  await choose('Metals', 'neo', 'neodymium');
  await choose('Metals', 'cer', 'cerium');
  await choose('Any metal', 'nic', 'nickel');
  await choose('Person', 'plan', 'Planner');
  await choose('Channel', 'proc', '#procurement');
  await choose('Conversation', 'gen', '#general');
  await modal().getByLabel('Day').fill('2026-12-01');
  await modal().getByLabel('Time').fill('10:30');
  await modal().getByLabel('Moment').fill('2026-12-01T10:30');
  await modal().getByRole('radio', { name: 'terbium' }).check();
  await modal().getByRole('checkbox', { name: 'cerium' }).check();
  await send();
  const text = await (await hears(page, 'Given: ')).locator('.blocks').textContent();
  expect(JSON.parse(text?.replace('Given: ', '') ?? '')).toMatchObject({
    plain: { value: 'Magnets' },
    notes: { value: 'two\nlines' },
    rich: {
      rich_text_value: {
        elements: [{ elements: [{ text: 'words for ' }, { type: 'user' }] }],
      },
    },
    mail: { value: 'a@example.com' },
    link: { value: 'https://example.com/' },
    number: { value: '2.5' },
    static: { selected_option: { value: 'terbium' } },
    several: { selected_options: [{ value: 'neodymium' }, { value: 'cerium' }] },
    external: { selected_option: { value: 'nickel' } },
    person: { selected_user: expect.stringMatching(/^U/) },
    channel: { selected_channel: expect.stringMatching(/^C/) },
    conversation: { selected_conversation: expect.stringMatching(/^C/) },
    day: { selected_date: '2026-12-01' },
    time: { selected_time: '10:30' },
    // In Berlin, where the person is.
    moment: { selected_date_time: Date.parse('2026-12-01T10:30+01:00') / 1000 },
    either: { selected_option: { value: 'terbium' } },
    ticked: { selected_options: [{ value: 'cerium' }] },
  });
  await expect.poll(() => modal().isVisible()).toBe(false);
});

test('a form that is filled already is sent as it is, untouched', async () => {
  const given = async (): Promise<unknown> => {
    const text = await (await hears(page, 'Given: ')).locator('.blocks').textContent();
    return JSON.parse(text?.replace('Given: ', '') ?? '');
  };
  const first = {
    plain: { value: 'Magnets' },
    notes: { value: 'two\nlines' },
    mail: { value: 'a@example.com' },
    link: { value: 'https://example.com/' },
    number: { value: '2.5' },
    static: { selected_option: { value: 'terbium' } },
    several: { selected_options: [{ value: 'neodymium' }, { value: 'terbium' }] },
    external: { selected_option: { value: 'nickel' } },
    severalExternal: { selected_options: [{ value: 'neon' }, { value: 'nickel' }] },
    person: { selected_user: expect.stringMatching(/^U/) },
    people: { selected_users: [expect.stringMatching(/^U/)] },
    channel: { selected_channel: expect.stringMatching(/^C/) },
    conversation: { selected_conversation: expect.stringMatching(/^C/) },
    conversations: { selected_conversations: [expect.stringMatching(/^C/)] },
    day: { selected_date: '2026-11-30' },
    time: { selected_time: '09:00' },
    moment: { selected_date_time: 1_795_770_000 },
    either: { selected_option: { value: 'terbium' } },
    ticked: { selected_options: [{ value: 'neodymium' }] },
  };
  await say(page, '/form filled');
  await send();
  await hears(page, /Given: .*severalExternal/);
  expect(await given()).toMatchObject(first);
  await expect.poll(() => modal().isVisible()).toBe(false);
});

test('a form says what is missing and what the app refuses, where it is', async () => {
  await say(page, '/form');
  await send();
  const name = modal().getByRole('textbox', { name: 'Name' });
  await modal().getByText('Please complete this required field.').waitFor();
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await name.fill('wrong');
  await send();
  await modal().getByText('That is wrong.').waitFor();
  await modal().getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => modal().isVisible()).toBe(false);
});

test('a view is pushed over another, closed, and changed; what was typed stays', async () => {
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await page.getByRole('menuitem', { name: 'Open the form' }).click();
  await modal().getByRole('textbox', { name: 'Name' }).fill('kept');
  await modal().getByRole('button', { name: 'Next page' }).click();
  await modal('Second page').getByRole('button', { name: 'Back' }).click();
  const name = modal().getByRole('textbox', { name: 'Name' });
  expect(await name.inputValue()).toBe('kept');
  await modal().getByRole('button', { name: 'Change this page' }).click();
  const changed = modal('Changed');
  await changed.getByRole('heading', { name: 'Now it is short' }).waitFor();
  expect(await changed.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('kept');
  await changed.getByRole('button', { name: 'Close' }).first().click();
  await expect.poll(() => changed.isVisible()).toBe(false);
});

/** Presses what is under no hand: the app draws the form anew while someone is in the midst of something else. */
const drawAnew = async (): Promise<void> => {
  const updates = page.locator('#wire li').filter({ hasText: 'views.update' });
  const before = await updates.count();
  await modal().getByRole('button', { name: 'Change this page' }).dispatchEvent('click');
  await expect.poll(() => updates.count()).toBe(before + 1);
};

test('a form that is drawn anew takes no button from under a finger, and keeps what is being typed, ticked and chosen', async () => {
  await page.getByRole('button', { name: 'Wire' }).click();
  await say(page, '/form');
  await modal().getByRole('textbox', { name: 'Name' }).fill('Magnets');
  const sent = modal().getByRole('button', { name: 'Send' });
  await sent.hover();
  await page.mouse.down();
  await drawAnew();
  expect(await sent.isVisible()).toBe(true);
  await page.mouse.up();
  // It is drawn anew by now, and sent as it is.
  await hears(page, /Given: (?!.*"notes").*"Magnets"/);
  await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false);

  await say(page, '/form');
  // What is chosen is still on its way to the local Slack.
  const release = Promise.withResolvers<undefined>();
  await page.route('**/page/act*', async (route) => {
    if (route.request().postDataJSON().act === 'select') await release.promise;
    await route.continue();
  });
  await modal().getByRole('checkbox', { name: 'cerium' }).check();
  await choose('Metal (', 'ter', 'terbium');
  await modal().getByRole('textbox', { name: 'Name' }).fill('half a wor');
  await drawAnew();
  const changed = modal('Changed');
  const name = changed.getByRole('textbox', { name: 'Name' });
  expect(await name.inputValue()).toBe('half a wor');
  await page.keyboard.type('d');
  expect(await name.inputValue()).toBe('half a word');
  expect(await changed.getByRole('checkbox', { name: 'cerium' }).isChecked()).toBe(true);
  expect(await changed.getByRole('combobox', { name: 'Metal (' }).inputValue()).toBe('terbium');
  release.resolve(undefined);
  await page.unrouteAll({ behavior: 'wait' });
  await changed.getByRole('button', { name: 'Close' }).first().click();
  await expect.poll(() => changed.isVisible()).toBe(false);
});

test('what a message has can be pressed and chosen, and is asked about where the app wants it', async () => {
  await say(page, '/show');
  const shown = await hears(page, 'A section with something beside it');
  const article = page.locator(`article[data-ts="${await shown.getAttribute('data-ts')}"]`);
  await article.getByRole('button', { name: 'Plain' }).click();
  await hears(page, /"value":"plain"/);
  await article.getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: 'second' }).click();
  await hears(page, /"selected_option":.*"second"/);
  await article.getByRole('combobox', { name: 'A metal' }).click();
  await article.getByRole('option', { name: 'cerium' }).click();
  await hears(page, /"selected_option":.*"cerium"/);
  await article.getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('dialog', { name: 'Replace it?' }).getByRole('button', { name: 'Keep' }).click();
  await article.getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('dialog', { name: 'Replace it?' }).getByRole('button', { name: 'Replace' }).click();
  await expect.poll(() => article.textContent()).toContain('Replaced');
});

test('reactions, edits, deletions and shortcuts of a message', async () => {
  await say(page, 'four');
  const mine = await hears(page, 'four');
  await mine.hover();
  await mine.getByRole('button', { name: 'Add a reaction' }).click();
  await page.getByRole('menuitem', { name: ':eyes:' }).click();
  await mine.getByRole('button', { name: 'eyes: you' }).click();
  await expect.poll(() => mine.locator('.reactions').count()).toBe(0);
  await page.getByRole('combobox', { name: /^Message / }).press('ArrowUp');
  await say(page, 'fourteen');
  await hears(page, /fourteen.*\(edited\)/);
  await mine.hover();
  await mine.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Measure it/ }).click();
  await hears(page, '8 letters');
  const edited = page.locator('#log article').filter({ hasText: 'fourteen' });
  await edited.hover();
  await edited.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete message' }).click();
  await expect.poll(() => edited.count()).toBe(0);
  await say(page, 'edit');
  await hears(page, /after.*\(edited\)/);
});

test('two people see each their own, and what they have not read is marked', async () => {
  const other = await slack.visit('?as=planner#general');
  await goTo(page, 'procurement');
  await other.getByRole('combobox', { name: /^Message #general/ }).fill('hello there');
  await other.keyboard.press('Enter');
  const general = page
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: 'general' });
  await general.getByRole('img', { name: '1 unread' }).waitFor();
  await general.click();
  await page.locator('#log .new').waitFor();
  await hears(page, 'hello there');
  expect(await general.getByRole('img').count()).toBe(0);
  await slack.leave(other);
  expect(await newest(page).textContent()).toContain('Planner');
});
