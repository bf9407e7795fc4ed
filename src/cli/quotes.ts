/** `npm run quotes -- import|export|status`: histories in and out of the storage, beside a running bot. */
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { DAY_MS, isoDate } from '#src/domain/measure/days.ts';
import { CSV_HEADING, quoteCsvLine } from '#src/domain/series/quotes/quote-csv.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { feedsStatus } from '#src/quotes/manage-quotes.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { Quote } from '#src/domain/series/quote.ts';
import { quotesWorkbook } from '#src/quotes/export-workbook.ts';
import { ANY_TABLE, type TableSettings } from '#src/quotes/tables/layout.ts';
import { ROW_FIELDS, type Row } from '#src/quotes/tables/rows/row.ts';
import { loadFigures } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import { feedLines } from '#src/presentation/quotes/feeds-status.ts';
import { importTables } from './import-tables.ts';
import { loadQuoted } from '#src/app/quoted.ts';
import { runCommand, sayDatabase, UsageError, type Given } from './run-command.ts';
import { latestQuotes, quoteHistory } from '#src/storage/quotes.ts';
import { openBeside, openIfThere } from './terminal-quotes.ts';

const USAGE = `Usage: npm run quotes -- import <file | folder> [--feed id] [--set field=value ...] [--team T0…] [--dry-run]
       npm run quotes -- export [metal ...] [--team T0…] [--xlsx FILE]
       npm run quotes -- status [--team T0…]

  import     stores the prices of a table, or of all tables of a folder: the rows that can be read; each other is named
  export     writes the published prices as such a table to standard output, and says how many on standard error
  status     how feeds fare, and what is held

  --xlsx F   write a workbook, one sheet a material, in place of text to standard output
  --set F=V  what every row has that the table does not say, as in --set unit=CNY/t --set metal=ndpr
  --dry-run  store nothing: show how the first rows would be read, and every row that would be rejected
  --feed ID  the columns are those of this feed of the feeds file, and the prices go into its history
  --team ID  the prices that one workspace sees; what is imported is its own. Without it they are every workspace's
  --help     this text

Without --feed, columns have the headings that export writes:
  ${CSV_HEADING.slice(0, 15).join(', ')}
(price stands for low and high; unit, such as CNY/t, for currency and mass; a feed's id in source puts the prices into
that feed's history).

The database is that of DATABASE_URL or, without one, of STATE_DIR (.lodestone); feeds are set up in FEEDS_FILE.
`;

const FIRST_DAY = '0000-01-01';

type Store = Awaited<ReturnType<typeof openBeside>>;

const print = async (line: string) => {
  // Waits for a slow reader.
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};

const OPTIONS = {
  feed: { type: 'string' },
  team: { type: 'string' },
  'dry-run': { type: 'boolean' },
  xlsx: { type: 'string' },
  set: { type: 'string', multiple: true },
} as const;

async function main({ values, words, env }: Given<typeof OPTIONS>): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined) throw new UsageError('Say what to do.');
  const options = readQuoteOptions(env);
  sayDatabase(options);
  const quoted = await loadQuoted(options, await loadFigures(options.dataDir));
  const now = Date.now();
  const { team = EVERYBODY } = values;
  switch (command) {
    case 'import': {
      const [place, ...others] = rest;
      if (place === undefined) throw new UsageError('Say which file or folder to import.');
      if (others.length > 0)
        throw new UsageError(`One file or folder at a time: what is "${others.join(' ')}"?`);
      const reading = readingFor(values.feed);
      // A dry run, and a table of which nothing can be read, make no database.
      const store = await openIfThere(options);
      try {
        return await importTables(
          { place, reading, print },
          {
            materials: quoted.materials,
            team,
            now,
            latest: store === undefined ? [] : await latestQuotes(store.db, team),
            open: values['dry-run'] === true ? undefined : () => openBeside(options),
          },
        );
      } finally {
        await store?.close();
      }
    }
    case 'export':
      return await withStore((store) =>
        exportQuotes(store, rest, { team, now, xlsx: values.xlsx, materials: quoted.materials }),
      );
    case 'status':
      return await withStore(async (store) => {
        for (const line of feedLines(await feedsStatus({ store, settings: quoted.settings }, team), now))
          await print(line);
        return 0;
      });
    default:
      throw new UsageError(`There is no "${command}".`);
  }

  async function withStore(act: (store: Store) => Promise<number>): Promise<number> {
    const store = await openBeside(options, true);
    try {
      return await act(store);
    } finally {
      await store.close();
    }
  }

  function readingFor(feed: string | undefined): TableSettings {
    if (feed === undefined) return { ...ANY_TABLE, common: commonOf(values.set ?? []) };
    const found = quoted.settings.feeds.find(({ id }) => id === feed);
    if (found?.kind === 'csv')
      return { ...found, common: { ...found.common, ...commonOf(values.set ?? []) } };
    throw new UsageError(`The feeds file has no CSV feed "${feed}".`);
  }
}

/** "unit=CNY/t" and the like. @throws UsageError where one is no field */
function commonOf(settings: readonly string[]): Row {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, name = '', value = ''] = /^(\w+)=(.+)$/s.exec(setting) ?? [];
      const field = ROW_FIELDS.find((one) => one === name);
      if (field === undefined)
        throw new UsageError(`"${setting}" is no setting: one of ${ROW_FIELDS.join(', ')}, as in unit=CNY/t`);
      return [field, value];
    }),
  );
}

async function exportQuotes(
  { db }: Store,
  metals: readonly string[],
  {
    team,
    now,
    xlsx,
    materials,
  }: {
    readonly team: string;
    readonly now: number;
    readonly xlsx: string | undefined;
    readonly materials: readonly Material[];
  },
): Promise<number> {
  const kept: Quote[] = [];
  const wanted = new Set(metals.map((metal) => idOf(metal, materials)));
  const latest = await latestQuotes(db, team);
  const there = new Set(latest.map(({ key }) => key.metal));
  const without = [...wanted].filter((id) => !there.has(id));
  let count = 0;
  if (xlsx === undefined) await print(CSV_HEADING.join(','));
  for (const { series, key } of latest) {
    if (wanted.size > 0 && !wanted.has(key.metal)) continue;
    for (const quote of await quoteHistory(db, series, FIRST_DAY, isoDate(now + 2 * DAY_MS))) {
      count += 1;
      if (xlsx === undefined) await print(quoteCsvLine(quote));
      else kept.push(quote);
    }
  }
  if (xlsx !== undefined) await writeFile(xlsx, await quotesWorkbook(kept, materials));
  const none =
    without.length === 0
      ? ''
      : ` There are none of ${without.join(', ')}; there are of ${[...there].join(', ') || 'nothing'}.`;
  process.stderr.write(
    `${count} ${count === 1 ? 'price' : 'prices'} exported${xlsx === undefined ? '' : ` to ${xlsx}`}.${none}\n`,
  );
  return 0;
}

/** A metal by its id, or by a name that people call it. @throws UsageError where none is called so */
function idOf(metal: string, materials: readonly Material[]): string {
  const called = metal.toLowerCase();
  const found =
    materials.find(({ id }) => id === called) ?? materials.find(({ names }) => names.includes(called));
  if (found === undefined) throw new UsageError(`There is no metal "${metal}".`);
  return found.id;
}

await runCommand({ usage: USAGE, options: OPTIONS }, main);
