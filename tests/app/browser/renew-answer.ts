/** Renews docs/answer.png, an answer as the local Slack's page shows it: `npm run docs:answer`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, startProcess } from '../process.ts';
import { chromiumLaunch } from './chromium.ts';

const FILE = join(import.meta.dirname, '../../../docs/answer.png');
const QUESTION = '/nd chart nd price since 2021';

const stateDir = await mkdtemp(join(tmpdir(), 'lodestone-answer-'));
const started = startProcess({ PORT: String(await freePort()), STATE_DIR: stateDir });
const browser = await chromium.launch(await chromiumLaunch());
try {
  const url = await started.says(/local Slack: (http:\S+)/);
  const page = await browser.newPage({ viewport: { width: 1000, height: 1100 }, deviceScaleFactor: 1.5 });
  await page.goto(url);
  await page.locator('html[data-ready]').waitFor();
  const box = page.getByRole('combobox', { name: /^Message / });
  await box.fill(QUESTION);
  await box.press('Enter');
  const answer = page.locator('#log article').filter({ hasText: 'Sources:' });
  const chart = answer.locator('figure img');
  await chart.scrollIntoViewIfNeeded();
  await chart.evaluate((image: { decode(): Promise<void> }) => image.decode());
  await answer.screenshot({ path: FILE });
  process.stdout.write(`${FILE}\n`);
} finally {
  await browser.close();
  started.kill('SIGTERM');
  await started.exited;
  await rm(stateDir, { recursive: true });
}
