/** docs/security.md: each claim has a test that is there, and what is held in memory is listed. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createForgettables } from '#src/platform/forgettables.ts';
import { startLodestone } from './lodestone.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const cells = (line: string) => line.split('|').map((cell) => cell.trim());
const DOC = read('docs/security.md');

it('each claim names a test that is there', () => {
  const claims = DOC.slice(DOC.indexOf('## Which test shows it'))
    .split('\n')
    .filter((line) => line.includes('`tests/'))
    .map((line) =>
      cells(line)
        .slice(2, 4)
        .map((cell) => cell.replaceAll('`', '')),
    );
  expect(claims.length).toBeGreaterThan(15);
  const missing = claims.filter(
    ([file = '', name = '']) => !globSync(file, { cwd: ROOT }).some((found) => read(found).includes(name)),
  );
  expect(missing).toEqual([]);
  const attacks = DOC.slice(DOC.indexOf('## The kept attacks')).match(/`tests\/app\/access\//g);
  expect(attacks).toHaveLength(18);
});

/**
 * Files that hold something for longer than a call, and what that is. Words of people go into a `createTeamMap`, or are
 * registered in forgettables.ts: then they are forgotten with their workspace.
 */
const HOLDERS: Readonly<Record<string, string>> = {
  'charts/picture-cache.ts': 'pictures: registered by pictures.ts',
  'charts/pictures.ts': 'ids of uploaded files',
  'charts/serve.ts': 'pictures that are being drawn now',
  'delivery/enqueue.ts': 'of one call',
  'delivery/gate.ts': 'ids of channels, and when they may be posted to: registered',
  'delivery/queues/local-queue.ts': 'ids of deliveries',
  'delivery/look.ts': 'ids of channels, and when to look again: registered',
  'delivery/slack-clock.ts': 'clocks',
  'watching/alerts/watch.ts': 'of one call',
  'watching/alerts/watched-quotes.ts': 'of one call: histories of prices',
  'cli/terminal-asker.ts': 'of one call: ids of materials',
  'app/assistants.ts': 'of one call: ids of materials',
  'cli/bundle.ts': 'of a command in the terminal: names of files',
  'cli/import-tables.ts': 'of a command in the terminal',
  'slack/alerts/alert-form.ts': 'of one call: an empty map, of prices that are not asked for',
  'slack/redraw.ts': 'ids and versions of forms',
  'slack/setup/know-actors.ts': 'ids of people, and who is an admin, for a minute: registered',
  'learning/cases.ts': 'of a command in the terminal: data and made-up questions',
  'learning/request-intents.ts': 'of one call: intents',
  'learning/strangers.ts': 'of one call: made-up questions',
  'packs/checks.ts': 'of one call: data',
  'packs/mcs-tables.ts': 'of one call: public tables',
  'packs/mcs-world.ts': 'of one call: public tables',
  'quotes/feeds/rates-feed.ts': 'of one call: rates',
  'quotes/tables/columns/contracts.ts': 'of one call: names of contracts',
  'quotes/tables/rows/titled-rows.ts': 'of one call: rows',
  'quotes/tables/columns/headings/block-titles.ts': 'of one call: rows of titles',
  'quotes/tables/columns/column-clues.ts': 'of one call: dates',
  'quotes/tables/known-words.ts': 'names of the list of materials',
  'quotes/tables/sheets/workbook-sheets.ts': 'of one call: columns',
  'quotes/tables/shapes/pivoted.ts': 'of one call: rows',
  'quotes/tables/sheets/json/json-tables.ts': 'of one call: rows',
  'quotes/tables/sheets/json/json-columns.ts': 'of one call: columns',
  'quotes/tables/sheets/json/json-values.ts': 'of one call: values',
  'quotes/tables/sheets/json/json-labels.ts': 'of one call: what codes stand for',
  'quotes/tables/sheets/json/json-leaves.ts': 'of one call: an empty map, of fields around none',
  'quotes/tables/sheets/json/sdmx-xml.ts': 'of one call: an empty map, of fields around none',
  'quotes/tables/sheets/paged.ts': 'of one call: the lines of a page’s head',
  'quotes/tables/sheets/lines/text-lines.ts': 'of one call: lines with their prices',
  'quotes/tables/columns/unit-exceptions.ts': 'of one call: units',
  'quotes/tables/times/firmness.ts': 'of one call: notes',
  'quotes/tables/columns/price-groups.ts': 'of one call: columns',
  'quotes/tables/titles.ts': 'of one call: names of fields; names of the list of materials',
  'platform/catalog.ts': 'of one call: data and FAQ',
  'platform/data-files.ts': 'of one call: names of data files',
  'api/what-there-is.ts': 'of one call: the sources of the data files',
  'mcp/tools/schema.ts': 'the tools’ schemas as JSON',
  'platform/dedupe.ts': 'ids of events, so that a repeated one is known',
  'platform/expiring-map.ts': 'what its makers put there',
  'platform/in-flight.ts': 'work under way',
  'platform/connection/socket-supervisor.ts': 'sockets',
  'platform/team-map.ts': 'words: each is registered',
  'presentation/text/format.ts': 'formats of numbers',
  'presentation/quotes/rejections.ts': 'of one answer or command: rows that could not be read',
  'storage/paces.ts': 'of one call',
  'storage/database/sqlite.ts': 'prepared statements',
};

it('whatever is held in memory for long is listed, with what it holds', () => {
  const holding = globSync('**/*.ts', { cwd: join(ROOT, 'src') })
    .filter((file) => !/^(?:domain|charts\/(?:drawing|theme|specs))\//.test(file))
    .filter((file) =>
      /new (?:Map|Set|WeakMap)(?:<[^\n]*>)?\(\)|createExpiringMap[<(]|new LRUCache/.test(
        read(join('src', file)),
      ),
    );
  const unlisted = holding.filter((file) => HOLDERS[file] === undefined);
  expect(unlisted, 'hold words in a createTeamMap, or say here what is held').toEqual([]);
  const gone = Object.keys(HOLDERS).filter((file) => !existsSync(join(ROOT, 'src', file)));
  expect(gone, 'are listed, and are no more').toEqual([]);
});

it('what the app registers to be forgotten, and no more, stands in docs/security.md as held in memory', async () => {
  const forgettables = createForgettables();
  const charts = { way: 'self', publicUrl: 'https://bot.example.com', secret: 'a secret for tests' } as const;
  const lodestone = await startLodestone({ deps: { forgettables, charts } });
  onTestFinished(() => lodestone.stop());
  const inMemory = DOC.split('\n')
    .filter((line) => cells(line)[2] === 'memory')
    .flatMap((line) => cells(line)[1] ?? []);
  // Of these there is nothing to forget: no words and nobody's name are among them.
  const nobodys = ['ids of events that were answered'];
  expect([...forgettables.named(), ...nobodys].toSorted()).toEqual(inMemory.toSorted());
});
