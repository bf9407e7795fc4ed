/** Tables dropped in the direct message, in a real browser: a German CSV with a column corrected, and a workbook; imported, and charted. */
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropFile, hears, newest, say } from './local-slack.ts';
import { pageForEach } from './page-hooks.ts';

let page: Page;
pageForEach((_, opened) => {
  page = opened;
});

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const german = (iso: string) => iso.split('-').toReversed().join('.');

test('a German table is read, a column is corrected, and its prices are imported and charted', async () => {
  const rows = [5, 4, 3].map(
    (back, i) => `${german(day(back))};NdPr-Oxid;55${i}.000,00;55${i + 2}.000,00;CNY/t`,
  );
  await dropFile(
    page,
    'preise.csv',
    Buffer.from(`Datum;Artikel;Wert eins;Wert zwei;Einheit\n${rows.join('\n')}\n`, 'latin1'),
  );
  const card = await hears(page, 'preise.csv can’t be read like this');
  const choose = async (column: string, role: string) => {
    const select = newest(page).getByRole('combobox', { name: `Column ${column}`, exact: true });
    await select.fill(role);
    await newest(page).getByRole('option', { name: role }).click();
  };
  expect(await card.textContent()).toContain('Wert eins');
  await choose('Wert eins', 'Low price');
  await hears(page, /preise.csv: 3 prices|it has no high/);
  await choose('Wert zwei', 'High price');
  await hears(page, 'preise.csv: 3 prices can be read');
  await newest(page).getByRole('button', { name: 'Import' }).click();
  await hears(page, 'Imported preise.csv: 3 added');
  await say(page, 'chart ndpr oxide last 30 days');
  await expect.poll(() => newest(page).locator('img').count(), { timeout: 30_000 }).toBeGreaterThan(0);
});

test('a workbook is read as it is, and imported', async () => {
  const rows = [
    ['Rare earth prices, USD/kg, FOB China'],
    ['Date', 'Dysprosium oxide', 'Terbium oxide'],
    [new Date(day(4)), 231, 905],
    [new Date(day(3)), 232, 910],
  ];
  await dropFile(page, 'prices.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Prices', rows }] })));
  await hears(page, 'prices.xlsx: 4 prices can be read');
  await newest(page).getByRole('button', { name: 'Import' }).click();
  await hears(page, 'Imported prices.xlsx: 4 added');
  await say(page, 'terbium oxide price');
  expect(await (await hears(page, /\$910\/kg/)).textContent()).toContain('Terbium oxide');
});
