import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hears, say, startLocalSlack, type LocalSlack } from './local-slack.ts';

let dataDir: string;
let slack: LocalSlack;
let page: Page;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lodestone-data-'));
  await cp(join(import.meta.dirname, '../../pure/packs'), dataDir, { recursive: true });
  slack = await startLocalSlack({ args: ['--watch'], env: { DATA_DIR: dataDir } });
  page = await slack.visit();
});
afterAll(async () => {
  await slack.leave(page);
  await slack.stop();
  await rm(dataDir, { recursive: true });
});

/** At one stroke, as editors do: a file that is half written would be a change of its own. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${dataDir}.new`, text);
  await rename(`${dataDir}.new`, file);
}

test('`npm run dev`: a change of the data is answered from at once, and the page is kept', async () => {
  await say(page, 'terbium price 2024');
  await hears(page, '$810/kg');
  const file = join(dataDir, 'terbium.json');
  const before = await readFile(file, 'utf8');
  await replace(file, '{ this is no JSON');
  await page.getByText('The app is not running').waitFor();
  await slack.says(/The app ended/);
  await replace(file, before.replaceAll(/\b810\b/g, '811'));
  await page.getByText('Reconnected: the app is back').waitFor();
  await say(page, 'terbium price 2024');
  await hears(page, '$811/kg');
  expect(await page.locator('#log').textContent()).toContain('$810/kg');
});
