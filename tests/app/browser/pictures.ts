/** Takes the picture of the page that README shows. */
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { dropFile, goTo, hears, newest, say, type LocalSlack } from './local-slack.ts';

export const pictureFile = (name: string): string => join(import.meta.dirname, `../../../docs/${name}.png`);

/** A caret blinks, which is not what the page looks like. */
const STILL = { animations: 'disabled', caret: 'hide' } as const;

/** At a fixed time, so that the same page makes the same picture. */
async function visitAt(slack: LocalSlack, local: string, options: BrowserContextOptions): Promise<Page> {
  const page = await slack.visit('', options);
  await page.getByRole('button', { name: /in Berlin/ }).click();
  await page.getByLabel('Date and time in Europe/Berlin').fill(local);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(local.slice(-5)) }).waitFor();
  return page;
}

const LOADED = '[...document.images].every(({ naturalWidth }) => naturalWidth > 0)';
async function picturesLoaded(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(LOADED)).toBe(true);
}

/** A chart for oneself in a channel, and a mention that is answered in its thread. */
async function takePage(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-11-30T09:41', { viewport: { width: 1280, height: 840 } });
  await goTo(page, 'procurement');
  await say(page, '@lodestone what do 250 kg cost in 2025?');
  await newest(page)
    .getByRole('button', { name: /1 reply/ })
    .click();
  await hears(page, '250 kg', 'thread-log');
  await say(page, '/nd chart');
  await hears(page, 'Sources:');
  await picturesLoaded(page);
  await page.getByRole('heading', { name: 'Thread' }).hover();
  const picture = await page.screenshot(STILL);
  await slack.leave(page);
  return picture;
}

/** A German table, dropped and understood. */
async function takeImport(slack: LocalSlack): Promise<Buffer> {
  const page = await visitAt(slack, '2026-11-30T09:41', { viewport: { width: 900, height: 980 } });
  const rows = [
    '18.11.2026;NdPr-Oxid;553.000,00;557.000,00',
    '19.11.2026;NdPr-Oxid;554.000,00;558.000,00',
    '20.11.2026;NdPr-Oxid;k.A.;k.A.',
  ];
  const text = `Preise in CNY/t, inkl. MwSt\nDatum;Artikel;Tief;Hoch\n${rows.join('\n')}\n`;
  await dropFile(page, 'preise.csv', Buffer.from(text, 'latin1'));
  await hears(page, 'preise.csv: 2 prices can be read');
  const picture = await page.screenshot(STILL);
  await slack.leave(page);
  return picture;
}

export const PICTURES = { page: takePage, import: takeImport };
