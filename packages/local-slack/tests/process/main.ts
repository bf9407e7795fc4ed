/** Starts the local Slack as a product's entry does, with the small app. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit, stderr } from 'node:process';
import { startPlayground, usualNames } from '../../src/local-slack.ts';
import { MANIFEST } from '../peer.ts';

try {
  const entry = join(import.meta.dirname, 'small-app.ts');
  const port = Number(env['PORT']);
  const stateDir = join(tmpdir(), `lodestone-local-${process.pid}`);
  const running = await startPlayground({
    port,
    entry,
    env: (given) => ({ ...env, ...usualNames(given) }),
    passedOn: ['/chart'],
    stateDir,
    manifest: MANIFEST,
    interactive: false,
  });
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.once(signal, () => void running.stop().then(() => exit(0)));
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  exit(1);
}
