/** The process that delivers, as one file: a torture starts it again and again, and to load its sources takes it longer than all that it does then. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { readDataOptions } from '#src/platform/settings/config.ts';

/** The libraries of many files. All else stays a package. */
const BUNDLED = /^(?:@slack\/(?:bolt|web-api)|kysely|zod)(?:\/|$)/;

/** What a source knows of its own place, as `npm run bundle` writes it in. */
const inPlace = {
  name: 'in-place',
  transform: (code: string, id: string) =>
    id.endsWith('.ts')
      ? code
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : undefined,
};

/** Writes it below the cache, where it finds the libraries. @returns what node is to run */
export async function bundleBot(): Promise<string> {
  const build = await rolldown({
    input: join(import.meta.dirname, 'bot.ts'),
    platform: 'node',
    external: (id, importer) =>
      importer?.includes('/node_modules/') === false && !/^(?:[./]|#src\/)/.test(id) && !BUNDLED.test(id),
    plugins: [inPlace],
    logLevel: 'warn',
  });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  const folder = join(readDataOptions({}).cacheDir, 'torture');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'bot.mjs');
  // Another torture may start from it now.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, output[0].code);
  await rename(draft, file);
  return file;
}
