/** `npm run torture -- --kills 200`: kills at random instants, on SQLite or, with --processes, several on one PostgreSQL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../postgres/cluster.ts';
import { torture } from './torture.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    subscriptions: { type: 'string', default: '500' },
    /** Several run on one PostgreSQL: that of DATABASE_URL, or a private one. */
    processes: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
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
    place: { stateDir, databaseUrl },
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
  const { doubled, missing, wrongRows } = report;
  process.stdout.write(
    `${JSON.stringify({ database: onPostgres ? 'PostgreSQL' : 'SQLite', seed: Number(values.seed), ...report }, undefined, 2)}\n`,
  );
  process.exitCode = doubled.length + missing.length + wrongRows.length === 0 ? 0 : 1;
} finally {
  await cluster?.stop();
  await rm(stateDir, { recursive: true, force: true });
}
