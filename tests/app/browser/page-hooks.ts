/** One local Slack for the tests of a file, and the page in front of it. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startLocalSlack, type LocalSlack } from './local-slack.ts';

type Given = (slack: LocalSlack, page: Page) => void;

/**
 * A page anew for each test.
 * @param given Takes both before each.
 * @param main Another entry than the product's.
 */
export function pageForEach(
  given: Given,
  { main, ...options }: BrowserContextOptions & { readonly main?: string } = {},
): void {
  let slack: LocalSlack;
  beforeAll(async () => {
    slack = await startLocalSlack(main === undefined ? {} : { main });
  });
  beforeEach(async () => {
    const page = await slack.visit('', options);
    given(slack, page);
    return () => slack.leave(page);
  });
  afterAll(() => slack.stop());
}

/** One page for all: its state goes on from one test to the next. @param given Takes both before the first. */
export function pageForAll(given: Given): void {
  let slack: LocalSlack;
  let page: Page;
  beforeAll(async () => {
    slack = await startLocalSlack();
    page = await slack.visit();
    given(slack, page);
  });
  afterAll(async () => {
    await slack.leave(page);
    await slack.stop();
  });
}
