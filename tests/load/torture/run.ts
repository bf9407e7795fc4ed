/**
 * `npm run torture -- --kills 200`: kills at random instants, on SQLite or, with --processes, several on one PostgreSQL; with
 * --default without the history of channels, and with --freezes, --skew and --restart worse.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../../app/postgres/cluster.ts';
import { torture } from './torture.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    subscriptions: { type: 'string', default: '500' },
    /** Several run on one PostgreSQL: that of DATABASE_URL, or a private one. */
    processes: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
    /** As the manifest asks for without more: history of channels can't be read. */
    default: { type: 'boolean', default: false },
    freezes: { type: 'string', default: '0' },
    skew: { type: 'string', default: '0' },
    /** Restarts the private PostgreSQL after so many kills. */
    restart: { type: 'string', default: '0' },
    faults: { type: 'string', default: '0.16' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const processes = Number(values.processes);
const onPostgres = processes > 1 || values.postgres;
const stateDir = await mkdtemp(join(tmpdir(), 'lodestone-torture-'));
const given = process.env['DATABASE_URL'];
const cluster = onPostgres && given === undefined ? await startCluster() : undefined;
try {
  const databaseUrl = onPostgres ? (given ?? cluster?.url) : undefined;
  const report = await torture({
    kills: Number(values.kills),
    subscriptions: Number(values.subscriptions),
    processes,
    faults: Number(values.faults),
    seed: Number(values.seed),
    readable: !values.default,
    freezes: Number(values.freezes),
    skewMs: Number(values.skew),
    ...(cluster !== undefined &&
      Number(values.restart) > 0 && {
        restartDatabase: { every: Number(values.restart), restart: () => cluster.restart() },
      }),
    place: { stateDir, databaseUrl },
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
  const { doubled, missing, wrongRows, leftOut, told } = report;
  process.stdout.write(
    `${JSON.stringify({ database: onPostgres ? 'PostgreSQL' : 'SQLite', seed: Number(values.seed), ...report }, undefined, 2)}\n`,
  );
  process.exitCode =
    doubled.length + missing.length + wrongRows.length + Math.max(0, leftOut - told) === 0 ? 0 : 1;
} finally {
  await cluster?.stop();
  await rm(stateDir, { recursive: true, force: true });
}
