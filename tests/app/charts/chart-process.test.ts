import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterEach, expect, it } from 'vitest';
import { signedChartUrl } from '#src/charts/signature.ts';
import { readyCharts, type createPictureService } from '#src/app/pictures.ts';
import { keepChartSecret, SECRET_FILE } from '#src/platform/settings/chart-secret.ts';
import { createForgettables } from '#src/platform/forgettables.ts';
import { createLog } from '#src/platform/log.ts';
import { catalog } from '../lodestone.ts';
import { freePort, startProcess, untilHealthy, type Started } from '../process.ts';

const ROOT = join(import.meta.dirname, '../../..');

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'lodestone-charts-'));
  cleanUps.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

function launch(env: Readonly<Record<string, string>>): Started {
  const started = startProcess(env);
  cleanUps.push(async () => {
    started.kill('SIGKILL');
    await started.exited;
  });
  return started;
}

it('serves the pictures of messages from before a restart, on the local Slack’s own port', async () => {
  const port = await freePort();
  const stateDir = await folder();
  const publicUrl = `http://127.0.0.1:${port}`;
  // As an earlier start left it.
  const old = signedChartUrl(
    { kind: 'sectors', metal: 'neodymium', year: 2023 },
    { publicUrl, secret: await keepChartSecret(join(stateDir, 'local-slack')) },
  );
  const started = launch({ PORT: String(port), STATE_DIR: stateDir });
  await untilHealthy(started, port);
  started.input('/nd chart sectors 2024\n');
  await expect
    .poll(() => started.output(), { timeout: 10_000 })
    .toContain('/chart/sectors/neodymium/2024.png');
  const [fresh = ''] = /http:\S+\/chart\/sectors\S+/.exec(started.output()) ?? [];
  expect(new URL(fresh).origin).toBe(publicUrl);
  for (const [address, kept] of [
    // It does not say of which edition its figures are.
    [old, 'max-age=300'],
    [fresh, 'immutable'],
  ] as const) {
    const picture = await fetch(address);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(picture.headers.get('cache-control')).toContain(kept);
    const etag = picture.headers.get('etag') ?? '';
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  }
  expect((await fetch(fresh.replace(/&s=.*/, ''))).status).toBe(403);
});

it('keeps the secret that it made, for itself alone', async () => {
  const stateDir = join(await folder(), 'made');
  const charts = { way: 'self', publicUrl: 'https://bot.example.com', secret: undefined } as const;
  const { secret } = Object(await readyCharts(charts, stateDir));
  expect(secret).toMatch(/^[\w-]{32}$/);
  expect(await readyCharts(charts, stateDir)).toEqual({ ...charts, secret });
  expect((await stat(join(stateDir, SECRET_FILE))).mode.toString(8)).toMatch(/600$/);
  expect(await readyCharts({ ...charts, secret: 'one that was set' }, stateDir)).toMatchObject({
    secret: 'one that was set',
  });
});

it('does not start where no secret can be kept', async () => {
  const stateDir = join(await folder(), 'a file');
  await writeFile(stateDir, '');
  const charts = { way: 'self', publicUrl: 'https://bot.example.com', secret: undefined } as const;
  await expect(readyCharts(charts, stateDir)).rejects.toThrow(/STATE_DIR: .*\n.*CHART_SECRET/);
  await expect(readyCharts({ way: 'link', host: undefined }, stateDir)).resolves.toMatchObject({
    way: 'link',
  });
});

async function linkAllBut(left: string, from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) if (name !== left) await symlink(join(from, name), join(to, name));
}

/** A copy of what draws, in a place that lacks one package. */
async function without(missing: string): Promise<string> {
  const copy = await folder();
  for (const part of ['src', 'package.json'])
    await cp(join(ROOT, part), join(copy, part), { recursive: true });
  const modules = join(ROOT, 'node_modules');
  const [scope = '', inScope] = missing.split('/');
  await linkAllBut(scope, modules, join(copy, 'node_modules'));
  if (inScope !== undefined)
    await linkAllBut(inScope, join(modules, scope), join(copy, 'node_modules', scope));
  return join(copy, 'src/app/pictures.ts');
}

it.each(['inter-ui', '@fontsource/unifont', '@napi-rs/canvas'])(
  'can draw nothing without %s, and says what to do',
  async (missing) => {
    const file: { readonly createPictureService: typeof createPictureService } = await import(
      await without(missing)
    );
    const service = file.createPictureService(
      { way: 'upload' },
      {
        data: catalog,
        client: new WebClient(),
        log: createLog({ level: 'silent' }),
        forgettables: createForgettables(),
      },
    );
    cleanUps.push(() => service.close());
    const error: unknown = await service.check().catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/^StartError: CHARTS: no picture can be drawn here: /);
    expect(String(error)).toContain(missing);
    expect(String(error)).toContain('Run "npm ci" again');
  },
);
