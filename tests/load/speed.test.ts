/** How soon people see the page, and an answer on it. It measures time: run alone, by `npm run test:speed`. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { hears, say, startLocalSlack, type LocalSlack } from '../app/browser/local-slack.ts';

let slack: LocalSlack;
let page: Page;
// For each, so that one that is tried again begins anew.
beforeEach(async () => {
  slack = await startLocalSlack();
  page = await slack.visit();
  return async () => {
    await slack.leave(page);
    await slack.stop();
  };
});

test('the first page can be used within 2 s of the address being printed', () => {
  expect(performance.now() - slack.printedAt).toBeLessThan(2000);
});

test('half of the messages are answered on the page within 150 ms', async () => {
  await say(page, '/nd price 2024');
  await hears(page, '$125/kg');
  const took: number[] = [];
  // By a command: messages of an app are limited to one a second in a channel, answers to a command are not.
  for (const year of [2021, 2022, 2023, 2025, 2021, 2022, 2023, 2025, 2024])
    took.push(Number(await page.evaluate(roundTrip(`/nd price ${year}`, `Neodymium, ${year}`))));
  const median = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)];
  expect(median).toBeLessThan(150);
});

/** In the page, so that the time is the page's own: types and sends, and counts until an answer has these words. */
const roundTrip = (text: string, words: string): string => `new Promise((resolve) => {
  const box = document.getElementById('box');
  const log = document.getElementById('log');
  const before = log.querySelectorAll('article').length;
  box.value = ${JSON.stringify(text)};
  box.dispatchEvent(new Event('input'));
  const began = performance.now();
  const look = () => {
    const articles = [...log.querySelectorAll('article')].slice(before);
    if (!articles.some((article) => article.textContent.includes(${JSON.stringify(words)}))) return;
    watcher.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - began));
  };
  const watcher = new MutationObserver(look);
  watcher.observe(log, { childList: true, subtree: true });
  box.form.requestSubmit();
})`;
