/** The product as `npm start` starts it, and people in front of its page in a real browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { freePort, startProcess, type Started } from '../process.ts';

export type LocalSlack = {
  readonly url: string;
  /** The state folder it was given: a real bot's, in which the local Slack has one of its own. */
  readonly stateDir: string;
  /** When its address was seen in its output, in milliseconds of `performance`. */
  readonly printedAt: number;
  /** Resolves when it has written what matches. */
  readonly says: (pattern: RegExp) => Promise<string>;
  /** Opens the page in a browser of its own: no cookies, no storage. Resolves when it can be used. */
  readonly visit: (where?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Closes the page. Rejects when the browser complained about anything since the last one. */
  readonly leave: (page: Page) => Promise<void>;
  readonly stop: () => Promise<void>;
};

type StartOptions = {
  /** Another entry than the product's. */
  readonly main?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

const PATIENCE_MS = 30_000;

/** What the app behind a page has written. */
const outputs = new WeakMap<Page, () => string>();

export async function startLocalSlack({ main, args, env = {} }: StartOptions = {}): Promise<LocalSlack> {
  // First: a person's browser is open when the address is printed.
  const browser = await chromium.connect(inject('browser'));
  const stateDir = await mkdtemp(join(tmpdir(), 'lodestone-page-'));
  const started = startProcess({ PORT: String(await freePort()), ...env, STATE_DIR: stateDir }, main, args);
  const url = await addressOf(started);
  const printedAt = performance.now();
  const complaints: string[] = [];
  return {
    url,
    stateDir,
    printedAt,
    says: (pattern) => started.says(pattern),
    leave: async (page) => {
      await page.context().close();
      const told = complaints.splice(0);
      if (told.length > 0) throw new Error(`The browser complained: ${told.join('; ')}`);
    },
    visit: async (where = '', options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      // Less than a test's own, so that what is waited for is told.
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      outputs.set(page, () => started.output());
      await page.goto(`${url}/${where}`);
      await page.locator('html[data-ready]').waitFor();
      return page;
    },
    stop: async () => {
      await browser.close();
      started.kill('SIGTERM');
      await started.exited;
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

const addressOf = (started: Started): Promise<string> => started.says(/local Slack: (http:\S+)/);

/** Goes to a channel or the app's conversation by the sidebar. */
export const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name }).click();

/** Writes in the main box, and sends. */
export async function say(page: Page, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: /^Message / });
  await box.fill(text);
  await box.press('Enter');
}

/** The newest message in the conversation that is shown, or in the thread. */
export const newest = (page: Page, where: 'log' | 'thread-log' = 'log'): Locator =>
  page.locator(`#${where} article`).last();

/** Waits until the newest message has these words, and gives it: the message that is newest whenever it is used. */
export async function hears(
  page: Page,
  words: string | RegExp,
  where: 'log' | 'thread-log' = 'log',
): Promise<Locator> {
  const message = newest(page, where);
  try {
    await expect.poll(() => message.textContent()).toMatch(words);
  } catch (error) {
    // What a person is told of a failure is a reference; what it refers to is in the log.
    const log = outputs.get(page)?.().split('\n').slice(-40).join('\n');
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}\nThe app wrote last:\n${log}`,
      {
        cause: error,
      },
    );
  }
  return message;
}

/** Attaches a file in the conversation that is shown, as the button for it does. */
export const dropFile = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
