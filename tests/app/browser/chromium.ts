/**
 * The Chromium that the browser tests drive: the one that npm brings, or, by `CHROMIUM_PATH`, one of the machine's own.
 */
import { inflate } from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env } from 'node:process';
import { z } from 'zod';

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
const CACHE = join(dirname(dirname(PACKAGE)), '.cache');

export type Launch = {
  readonly executablePath: string;
  readonly args: string[];
  /** The browser's alone: its libraries are older than what other programs want. */
  readonly env: Record<string, string>;
};

/** What Playwright launches; inflates the browser at first, which takes some seconds and 200 MB. */
export async function chromiumLaunch(): Promise<Launch> {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const own = env['CHROMIUM_PATH'];
  if (own !== undefined && own !== '') return { executablePath: own, args: FLAGS, env: given };
  const home = await inflateOnce();
  return {
    executablePath: join(home, 'chromium'),
    args: FLAGS,
    env: {
      ...given,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

/** Sandboxes need rights that a container has not; shared memory is often small there. Web security stays on. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

/** Its own alone, so that a page looks the same on every machine; without any font it dies at the first text field. */
const fontsIn = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;

/** The folder is named by the version, and appears whole or not at all. */
async function inflateOnce(): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')));
  const home = join(CACHE, `chromium-${version}`);
  if (existsSync(home)) return home;
  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(`${home}-`);
  const before = env['TMPDIR'];
  // The package inflates into the folder for temporary files, whatever that holds already.
  env['TMPDIR'] = fresh;
  try {
    await Promise.all(
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => inflate(join(PACKAGE, 'bin', name))),
    );
  } finally {
    if (before === undefined) delete env['TMPDIR'];
    else env['TMPDIR'] = before;
  }
  await writeFile(join(fresh, 'fonts.conf'), fontsIn(home));
  await rename(fresh, home).catch(async (error: unknown) => {
    // Another run was first.
    if (!existsSync(home)) throw error;
    await rm(fresh, { recursive: true });
  });
  return home;
}
