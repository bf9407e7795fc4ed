/**
 * A backup by README's own commands, taken while digests fall due, quotes come and people change things, and restored
 * elsewhere: it is of one moment, comes back equal, and what is delivered from it doubles nothing. `BACKUP_DIGESTS=400` loads more.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { exactly } from '#src/domain/measure/figure.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { importQuotes } from '#src/quotes/import-quotes.ts';
import type { Store } from '#src/storage/database/database.ts';
import { writeSetting } from '#src/storage/database/settings.ts';
import { exportRows } from '#src/storage/database/transfer.ts';
import { quote } from '../../../pure/domain/quotes/sample-quotes.ts';
import { bareEnv } from '../../process.ts';
import { newPlace, ON_POSTGRES, openFor } from '../../storage/stores.ts';
import { goOn } from './restored.ts';
import { newWorld, passUntil, type World } from '../world.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const DIGESTS = Number(process.env['BACKUP_DIGESTS'] ?? 24);
const DAY = 86_400_000;

/** The commands of README's section, each without its comment. */
async function printedCommands(): Promise<readonly string[]> {
  const text = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, section = ''] = /### Update, back up, restore\n(.*?)\n### /s.exec(text) ?? [];
  const blocks = [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '')),
  );
}

/** A folder from which the project is run, with the state of a world as its `.lodestone`. */
async function projectFolder(world: World): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lodestone-folder-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of ['package.json', 'src', 'node_modules', 'data', 'faq'])
    await symlink(join(ROOT, name), join(folder, name));
  await symlink(world.place.stateDir, join(folder, '.lodestone'));
  return folder;
}

/** Runs a command as it is printed. @returns what it said */
async function run(command: string, folder: string, { databaseUrl }: World['place']): Promise<string> {
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    env: { ...bareEnv(), ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command}: ${said}`);
  return said;
}

/** Writes one thing after the other until it is told to stop, each with the number of the one before it beside. */
function writeOn(store: Store): { readonly stop: () => Promise<number> } {
  const state = { stopped: false };
  const written = (async () => {
    let count = 0;
    while (!state.stopped) {
      count += 1;
      await store.db.transaction().execute(async (db) => {
        await writeSetting(db, 'T1', `a ${count}`, count);
        await writeSetting(db, 'T1', `b ${count}`, count);
      });
      const date = addDays('2020-01-01', count);
      await importQuotes(store, [quote({ date, range: exactly(500_000 + count) })], {
        team: EVERYBODY,
        now: count,
      });
    }
    return count;
  })();
  return {
    stop: async () => {
      state.stopped = true;
      return await written;
    },
  };
}

const rowsOf = async (store: Store): Promise<readonly string[]> => {
  const lines: string[] = [];
  await exportRows(store, (line) => void lines.push(line));
  return lines.slice(1).toSorted();
};

test(
  'a backup under load, restored elsewhere by the printed commands, is of one moment and doubles nothing',
  { timeout: 300_000 },
  async () => {
    const channels = Array.from({ length: DIGESTS }, (_, i) => ({ name: i === 0 ? 'general' : `c${i}` }));
    const world = await newWorld({ channels });
    for (const { name } of channels) await world.subscribe({ channel: world.channel(name) });
    const folder = await projectFolder(world);
    const [backUp = '', update = '', moveAway = '', bring = '', start] = await printedCommands();
    expect([backUp, bring]).toEqual([
      'npm run db -- backup lodestone.jsonl',
      'npm run db -- import lodestone.jsonl',
    ]);
    expect([update, moveAway, start]).toEqual([
      'git pull && npm ci && npm start',
      'mv .lodestone .lodestone-before',
      'npm start',
    ]);

    const writing = writeOn(await openFor(world.place, 'terminal'));
    const done = run(backUp, folder, world.place);
    world.pass(10_000);
    await done;
    const written = await writing.stop();
    expect(written).toBeGreaterThan(1);
    await allSent(world, 1);
    // And more that the backup knows nothing of.
    world.pass(DAY);
    await allSent(world, 2);
    await world.delivery.stop();

    const place = ON_POSTGRES ? await newPlace() : { stateDir: join(folder, '.lodestone') };
    await run(moveAway, folder, place);
    await run(bring, folder, place);
    const file = await readFile(join(folder, 'lodestone.jsonl'), 'utf8');
    const [header = '', ...lines] = file.trimEnd().split('\n');
    expect(JSON.parse(header)).toMatchObject({ rows: lines.length });
    expectOneMoment(lines);
    const restored = await openFor(place, 'terminal');
    expect(await rowsOf(restored)).toEqual(lines.toSorted());

    const { delivery } = await goOn(world, await openFor(place));
    await passUntil(world, () => {
      delivery.wake();
      return world.slack.callsTo('conversations.history').length >= DIGESTS;
    });
    await passUntilSettled(world, restored, () => delivery.wake());
    const posts = channels.map(({ name }) => Object.values(world.posted(name)));
    expect(posts).toEqual(channels.map(() => [1, 1]));
  },
);

const up = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** What was written in order is there up to some point, and what was written together is there together. */
function expectOneMoment(lines: readonly string[]): void {
  const all = (mark: RegExp) => lines.flatMap((line) => [...line.matchAll(mark)].map(([, n]) => Number(n)));
  const [a, b] = [/"key":"a (\d+)"/g, /"key":"b (\d+)"/g].map((mark) => all(mark).toSorted((x, y) => x - y));
  const quotes = all(/"table":"quotes".*"low":5(\d+)/g).toSorted((x, y) => x - y);
  expect(a).toEqual(up(a?.length ?? 0));
  expect(b).toEqual(a);
  expect(quotes).toEqual(up(quotes.length));
  expect((a?.length ?? 0) - quotes.length).toBeLessThanOrEqual(1);
}

async function allSent(world: World, slots: number): Promise<void> {
  await passUntil(world, () =>
    [...world.slack.workspace.channels.values()]
      .filter(({ kind }) => kind === 'channel')
      .every(({ name }) => Object.keys(world.posted(name)).length === slots),
  );
}

/** A queue on PostgreSQL looks for what nobody took up every 30 s by its own clock: so many steps are more than that. */
const STEPS = 3_500;

/** Until nothing waits and nothing is in doubt. */
async function passUntilSettled(world: World, store: Store, wake: () => void): Promise<void> {
  let open = 1;
  let looking = false;
  const isSettled = () => {
    wake();
    if (!looking) {
      looking = true;
      void (async () => {
        const rows = await store.db
          .selectFrom('deliveries')
          .select('id')
          .where('state', 'in', ['pending', 'sending'])
          .execute();
        open = rows.length;
        looking = false;
      })();
    }
    return open === 0;
  };
  await passUntil(world, isSettled, 1_000, STEPS);
}
