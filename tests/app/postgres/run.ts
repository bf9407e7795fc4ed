/**
 * Runs the storage and delivery tests on a real PostgreSQL: that of DATABASE_URL, whose user must be allowed to make
 * databases, or a private one that is started for it. Arguments go to vitest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startCluster } from './cluster.ts';

const given = process.env['DATABASE_URL'];
const cluster = given === undefined ? await startCluster() : undefined;
try {
  const args = process.argv.length > 2 ? process.argv.slice(2) : ['tests/app/storage', 'tests/app/delivery'];
  // One file at a time: the server works beside them, and some of them measure when posts arrive.
  const vitest = spawn('vitest', ['run', '--maxWorkers=1', ...args], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: given ?? cluster?.url },
  });
  const [code] = await once(vitest, 'exit');
  process.exitCode = Number(code ?? 1);
} finally {
  await cluster?.stop();
}
