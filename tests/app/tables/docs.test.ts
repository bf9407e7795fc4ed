/** What docs/quotes.md shows is so: its feeds files are ones, its table is read as it says, and each cell of its lists too. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { importTables } from '#src/cli/import-tables.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { readTable } from '#src/quotes/tables/read-table.ts';
import { context, materials, unpriced } from '../feeds/samples.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../../docs/quotes.md'), 'utf8');
const blocks = [...DOCS.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => text);

it.each(blocks)('is a feeds file: %s', (text) => {
  expect(() => parseFeedSettings(text, 'feeds.json')).not.toThrow();
});

it('reads the table of the dry run as it shows', async () => {
  const [, shown = ''] = /^\$ npm run quotes -- import prices\.csv --dry-run\n(.*?)^```$/ms.exec(DOCS) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'prices.csv'),
    'Rare earth prices of 20 Nov 2026\n"All prices in RMB/mt, EXW China, incl. VAT"\nProduct,Low,High,Change\nPr-Nd oxide,553000,557000,+1000\n',
  );
  const lines: string[] = [];
  await importTables(
    {
      place: join(folder, 'prices.csv'),
      reading: ANY_TABLE,
      print: (line) => Promise.resolve(void lines.push(line)),
    },
    { materials, team: EVERYBODY, now: Date.parse('2026-11-24'), latest: [], open: undefined },
  );
  expect(lines).toEqual(shown.trimEnd().split('\n'));
});

const shapes = [...DOCS.matchAll(/^```csv\n(.*?)^```$/gms)].map(([, text = '']) => text);

it.each(shapes)('reads the shape that it shows: %s', async (text) => {
  const { quotes, rejected } = await readTable(text, ANY_TABLE, context);
  expect(quotes.length).toBeGreaterThan(0);
  expect(rejected.filter(({ reason }) => !reason.includes('“2026F” is a forecast'))).toEqual([]);
});

const row = (name: string) => new RegExp(`^\\| ${name} +\\| ([^|]*) \\|`, 'm').exec(DOCS)?.[1] ?? '';
const examplesOf = (name: string) => [...row(name).matchAll(/`([^`]+)`/g)].map(([, cell = '']) => cell);
const line = (words: readonly string[]) => words.map((word) => `"${word}"`).join(',');
const tableOf = (cells: Readonly<Record<string, string>>) => {
  const all = { date: '2026-11-20', metal: 'ndpr', form: 'oxide', price: '553000', unit: 'CNY/t', ...cells };
  return `${line(Object.keys(all))}\n${line(Object.values(all))}\n`;
};

it.each([
  ...examplesOf('price').map((price) => ({ price })),
  ...examplesOf('unit').map((unit) => ({ unit, price: '55' })),
  ...examplesOf('metal').map((metal) => ({ metal, unit: metal.includes('RMB/mt') ? '' : 'CNY/t' })),
  ...examplesOf('date')
    .filter((date) => !date.includes('day number'))
    .map((date) => ({ date })),
  ...examplesOf('time')
    .filter((date) => !/^(?:Nov|Oct)-26$/.test(date))
    .map((date) => ({ date })),
])('reads the cell that it lists: %o', async (cells) => {
  const { quotes, rejected } = await readTable(tableOf(cells), ANY_TABLE, unpriced);
  expect(rejected).toEqual([]);
  expect(quotes).toHaveLength(1);
});
