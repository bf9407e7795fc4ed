/** `npm run quotes -- import`: a table, or each of a folder; what can't be read is named, and stops nothing else. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { importTable, type Imported } from '#src/quotes/import-quotes.ts';
import { midpoint } from '#src/domain/measure/figure.ts';
import { seriesName, type ReadQuote, type SeriesKey } from '#src/domain/series/quote.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { Material } from '#src/domain/series/material.ts';
import { PriceTable } from '#src/domain/series/quotes/price-table.ts';
import type { TableSettings } from '#src/quotes/tables/layout.ts';
import { layoutInWords, likelyInWords } from '#src/quotes/tables/layout-words.ts';
import { leapInWords, sameDayInWords, tableRows } from '#src/quotes/tables/read-table.ts';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { fileInPieces, tablesIn } from '#src/quotes/feeds/files.ts';
import { quoteLine } from './quote-line.ts';
import { Rejections } from '#src/presentation/quotes/rejections.ts';
import type { openBeside } from './terminal-quotes.ts';

/** Ten years of daily prices of twenty metals from several sources are about 25 MB. */
const MOST_MEGABYTES = 200;
const SHOWN_ROWS = 10;

interface ImportPlace {
  /** A file or a folder. */
  readonly place: string;
  readonly reading: TableSettings;
  readonly print: (line: string) => Promise<void>;
}

interface ImportInto {
  readonly materials: readonly Material[];
  readonly team: string;
  readonly now: number;
  /** The last price of each series, which decides between two readings of a number. */
  readonly latest: readonly { readonly key: SeriesKey; readonly quote: ReadQuote }[];
  /** Opens the storage; without it nothing is stored, and what would be read is shown. */
  readonly open: (() => ReturnType<typeof openBeside>) | undefined;
}

/** @returns the exit code: 1 where a row or a file was left out. @throws FeedError where the one file can't be read */
export async function importTables(from: ImportPlace, into: ImportInto): Promise<number> {
  const there = await stat(from.place).catch(() => undefined);
  if (there?.isDirectory() !== true) return await importNamed(from, into);
  const names = await tablesIn(from.place);
  if (names.length === 0)
    throw new FeedError(
      `${from.place} holds no tables: no file ends in .csv, .tsv, .txt, .xlsx, .xls, .json or .xml`,
    );
  let code = 0;
  let left = 0;
  for (const name of names) {
    await from.print(`${name}:`);
    try {
      code = Math.max(code, await importFile(join(from.place, name), from, into));
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      left += 1;
      await from.print(`it is left out: ${error.message}`);
    }
  }
  if (left > 0) await from.print(`${left} of ${names.length} files could not be read.`);
  return left > 0 ? 1 : code;
}

async function importNamed(from: ImportPlace, into: ImportInto): Promise<number> {
  try {
    return await importFile(from.place, from, into);
  } catch (error) {
    if (!(error instanceof FeedError) || error.message.includes(from.place)) throw error;
    throw new FeedError(`${from.place}: ${error.message}`, { cause: error });
  }
}

async function importFile(file: string, { reading, print }: ImportPlace, into: ImportInto): Promise<number> {
  const { materials, team, now, latest, open } = into;
  const last = new Map(latest.map(({ key, quote }) => [seriesName(key), midpoint(quote.range)]));
  const context = { materials, today: isoDate(now), near: (key: SeriesKey) => last.get(seriesName(key)) };
  const rejections = new Rejections('rejected');
  const left = new Rejections('left out');
  const table = new PriceTable();
  const first: { readonly line: number; readonly quote: ReadQuote }[] = [];
  const likely: { readonly line: number; readonly likely: string }[] = [];
  let read = 0;
  for await (const row of tableRows(fileInPieces(file, MOST_MEGABYTES), reading, context)) {
    if ('quote' in row) {
      read += 1;
      table.add(row.quote, row.line, row.isSure);
      if (first.length < SHOWN_ROWS) first.push(row);
      if (row.likely !== undefined) likely.push({ line: row.line, likely: row.likely });
    } else if ('reason' in row) rejections.add(row.row, row.reason);
    else if ('left' in row) left.add(row.line, row.left);
    else if (open === undefined) for (const line of layoutInWords(row)) await print(line);
  }
  const several = new Set<number>();
  for (const day of table.sameDays()) {
    const lines = day.prices.map(({ line }) => line);
    for (const line of lines) several.add(line);
    rejections.addAll(lines, sameDayInWords(day));
  }
  for (const leap of table.leaps()) {
    several.add(leap.line);
    rejections.addAll([leap.line], leapInWords(leap));
  }
  for (const line of likelyInWords(likely)) await print(line);
  read -= several.size;
  if (open === undefined) {
    const shown = first.filter(({ line }) => !several.has(line));
    for (const { quote } of shown) await print(quoteLine(quote));
    if (read > shown.length) await print('  …');
  }
  for (const line of [...left.lines(), ...rejections.lines()]) await print(line);
  const { count: rejected } = rejections;
  if (open === undefined) await print(`${read} rows would be read, ${rejected} rejected. Nothing is stored.`);
  else if (read === 0) await print(summary({ added: 0, corrected: 0, unchanged: 0, held: 0 }, rejected));
  else await storeTable();
  return rejected > 0 ? 1 : 0;

  async function storeTable(): Promise<void> {
    const store = await open?.();
    if (store === undefined) return;
    const held: string[] = [];
    try {
      const done = await importTable(store, table, {
        team,
        now,
        held: ({ quote, reason }) => held.push(`held: ${quoteLine(quote).trim()} (${reason})`),
      });
      for (const line of held.slice(0, SHOWN_ROWS)) await print(line);
      if (held.length > 0) await print('An admin confirms or rejects what is held: /nd feeds.');
      await print(summary(done, rejected));
    } finally {
      await store.close();
    }
  }
}

const summary = ({ added, corrected, unchanged, held }: Imported, rejected: number) =>
  `${added} added, ${corrected} corrected, ${unchanged} unchanged, ${held} held for an admin, ${rejected} rejected.`;
