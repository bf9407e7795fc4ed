/**
 * `npm run torture -- --kills 200`: kills at random instants, on SQLite or, with --processes, several on one PostgreSQL; with
 * --default without the history of channels, and with --freezes, --skew, --restart, --fail-over and --restores worse.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../../app/postgres/cluster.ts';
import { startPair } from '../../app/postgres/pair.ts';
import { newDatabase } from './places.ts';
import { isClean, torture } from './torture.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    subscriptions: { type: 'string', default: '500' },
    alerts: { type: 'string', default: '50' },
    /** Several run on one PostgreSQL: that of DATABASE_URL, or a private one. */
    processes: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
    /** As the manifest asks for without more: history of channels can't be read. */
    default: { type: 'boolean', default: false },
    freezes: { type: 'string', default: '0' },
    skew: { type: 'string', default: '0' },
    /** Restarts the private PostgreSQL after so many kills; every second time it crashes, and is gone for some seconds. */
    restart: { type: 'string', default: '0' },
    /** Lets a second server take over after so many kills, in place of that. */
    'fail-over': { type: 'string', default: '0' },
    /** How often a backup is restored elsewhere. */
    restores: { type: 'string', default: '0' },
    faults: { type: 'string', default: '0.16' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

/** How long a process stays frozen, in turn: longer than its lease, and on PostgreSQL longer than a transaction may idle. */
const FROZEN_MS = { sqlite: [3_000], postgres: [3_000, 3_000, 17_000] };
const GONE_MS = 4_000;

const processes = Number(values.processes);
const onPostgres = processes > 1 || values.postgres;
const [restart, failOver] = [Number(values.restart), Number(values['fail-over'])];
const stateDir = await mkdtemp(join(tmpdir(), 'lodestone-torture-'));
const given = onPostgres ? process.env['DATABASE_URL'] : undefined;
const pair = onPostgres && given === undefined && failOver > 0 ? await startPair() : undefined;
const cluster = onPostgres && given === undefined && pair === undefined ? await startCluster() : undefined;
const server = given ?? pair?.url ?? cluster?.url;
let places = 0;

/** A database of its own, or a folder. */
async function newPlace() {
  places += 1;
  if (!onPostgres || server === undefined) return { stateDir: join(stateDir, `${places}`) };
  return { stateDir, databaseUrl: await newDatabase(server, `lodestone_torture_${process.pid}_${places}`) };
}

const hitsOfDatabase = () => {
  if (pair !== undefined) return { every: failOver, hits: [() => pair.failOver()] };
  if (cluster === undefined || restart === 0) return undefined;
  return { every: restart, hits: [() => cluster.restart(), () => cluster.crash(GONE_MS)] };
};

try {
  const database = hitsOfDatabase();
  const report = await torture({
    kills: Number(values.kills),
    subscriptions: Number(values.subscriptions),
    alerts: Number(values.alerts),
    processes,
    faults: Number(values.faults),
    seed: Number(values.seed),
    readable: !values.default,
    freezes: Number(values.freezes),
    frozenMs: FROZEN_MS[onPostgres ? 'postgres' : 'sqlite'],
    skewMs: Number(values.skew),
    ...(database !== undefined && { database }),
    restores: Number(values.restores),
    newPlace,
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
  const about = { database: onPostgres ? 'PostgreSQL' : 'SQLite', seed: Number(values.seed) };
  process.stdout.write(`${JSON.stringify({ ...about, ...report }, undefined, 2)}\n`);
  process.exitCode = isClean(report) ? 0 : 1;
} finally {
  await pair?.stop();
  await cluster?.stop();
  await rm(stateDir, { recursive: true, force: true });
}
