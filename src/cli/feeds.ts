/** `npm run feeds -- try|presets|schema`: what a feed or a file would be read as, before it is set up. */
import { readFile } from 'node:fs/promises';
import { isDate, isoDate } from '#src/domain/measure/days.ts';
import { FeedError, FeedsFileError, type FeedContent } from '#src/quotes/feeds/feed.ts';
import { feedsJsonSchema, parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { fileInPieces } from '#src/quotes/feeds/files.ts';
import { readFeed, type Feed } from '#src/quotes/feeds/kinds.ts';
import { findPreset, listPresets } from '#src/quotes/feeds/presets.ts';
import { loadFigures } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import { importTables } from './import-tables.ts';
import { quoteLine } from './quote-line.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { Rejections } from '#src/presentation/quotes/rejections.ts';
import { runCommand, UsageError, type Given } from './run-command.ts';

const USAGE = `Usage: npm run feeds -- try <feeds.json | preset | table> [--from ADDRESS]
       npm run feeds -- presets
       npm run feeds -- schema

  try      reads each feed of a feeds file, a preset, or a table, and shows what it would give; stores nothing
  presets  the feeds that one line turns on: what they fetch, from where, and under which licence
  schema   the JSON Schema of the feeds file

  --from   another address for a preset, such as a copy of the table on one's own server
  --help   this text
`;

const OPTIONS = { from: { type: 'string' } } as const;
const SHOWN = 10;

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main({ values, words, env }: Given<typeof OPTIONS>): Promise<number> {
  const [command, what, ...others] = words;
  if (command === undefined) throw new UsageError('Say what to do.');
  if (others.length > 0) throw new UsageError(`One at a time: what is "${others.join(' ')}"?`);
  if (command === 'presets') {
    for (const { name, words: fetched, licence, feed } of listPresets())
      print(`${name}: ${fetched}\n  from ${feed.from.url}\n  licence: ${licence}\n  {"preset": "${name}"}`);
    return 0;
  }
  if (command === 'schema') {
    print(JSON.stringify(feedsJsonSchema(), undefined, 2));
    return 0;
  }
  if (command !== 'try') throw new UsageError(`There is no "${command}".`);
  if (what === undefined) throw new UsageError('Say which feeds file, preset or table to try.');
  const options = readQuoteOptions(env);
  const { materials } = await loadFigures(options.dataDir);
  const feeds = await feedsOf(what, values.from);
  if (feeds === undefined) {
    const into = { materials, team: EVERYBODY, now: Date.now(), latest: [], open: undefined };
    const from = { place: what, reading: ANY_TABLE, print: (line: string) => Promise.resolve(print(line)) };
    return await importTables(from, into);
  }
  let code = 0;
  for (const feed of feeds) {
    print(`${feed.id}:`);
    try {
      const context = { materials, secret: options.secret, today: isoDate(Date.now()) };
      code = Math.max(code, show(await readFeed(feed, context)));
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      print(`it can’t be read: ${error.message}`);
      code = 1;
    }
  }
  return code;
}

/** `undefined` where it is a table. */
async function feedsOf(what: string, from: string | undefined): Promise<readonly Feed[] | undefined> {
  if (findPreset(what) !== undefined) {
    const own = from === undefined ? {} : { from: { url: from, allowPrivate: true } };
    return parse(JSON.stringify({ feeds: [{ preset: what, ...own }] }), what);
  }
  if (!what.endsWith('.json')) return undefined;
  let size = 0;
  for await (const piece of fileInPieces(what, 10)) size += piece.length;
  const text = size === 0 ? '' : await readFile(what, 'utf8');
  return /"feeds"\s*:/.test(text) ? parse(text, what) : undefined;
}

function parse(text: string, name: string): readonly Feed[] {
  try {
    return parseFeedSettings(text, name).feeds;
  } catch (error) {
    if (error instanceof FeedsFileError) throw new FeedError(error.message, { cause: error });
    throw error;
  }
}

function show({ quotes, rejected, rates }: FeedContent): number {
  for (const quote of quotes.slice(0, SHOWN)) print(quoteLine(quote));
  if (quotes.length > SHOWN) print('  …');
  const rejections = new Rejections('rejected');
  for (const { row, reason, file } of rejected)
    rejections.add(row, file === undefined ? reason : `${file}: ${reason}`);
  for (const line of rejections.lines()) print(line);
  const last = rates?.days.at(-1);
  if (rates !== undefined && last !== undefined && isDate(last.date)) {
    const said = Object.entries(last.perBase).map(([code, rate]) => `${rate} ${code}`);
    print(`  ${rates.days.length} days of rates; of ${last.date}: 1 ${rates.base} is ${said.join(', ')}`);
  } else print(`${quotes.length} prices would be read, ${rejected.length} rows rejected. Nothing is stored.`);
  return rejected.length > 0 ? 1 : 0;
}

await runCommand({ usage: USAGE, options: OPTIONS }, main);
