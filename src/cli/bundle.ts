/** Makes the bundle that `npm start` and the terminal's commands start from: all sources, and the libraries that each start loads, as a few files. */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import { BUNDLE_DIR, MADE_OF, noteMade, ROOT, type MadeOf } from '#src/platform/bundle.ts';
import { bundleData } from '#src/platform/bundled-data.ts';
import { readData, vocabularyOf } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { StartError } from '#src/platform/errors.ts';
import { runCommand, UsageError } from './run-command.ts';

const SRC = join(ROOT, 'src/');
const USAGE = `Usage: npm run bundle   makes dist/: the code as a few files, and the data checked, from which npm start is ready sooner, and a command answers sooner

  --to DIR  makes it in another folder of this one
  --help    this text

npm ci does it by itself. Where a source or a library has changed since, the sources are run.
`;

/** What starts from it: the bot, the thread in which it reads tables, and the commands that people run. */
const ENTRIES = {
  start: 'start.ts',
  'reading-thread': 'quotes/aside/reading-thread.ts',
  ...Object.fromEntries(
    ['ask', 'chart', 'db', 'faq', 'feeds', 'manifest', 'mcp', 'quotes'].map((name) => [
      name,
      `cli/${name}.ts`,
    ]),
  ),
};

/** What each start loads, or shares with what does. All else stays a package: what draws, has files beside its code, or is seldom needed. */
const BUNDLED =
  /^(?:@slack\/(?:bolt|web-api|socket-mode)|@jmespath-community\/jmespath|croner|csv-parse|fast-xml-parser|fuse\.js|hucre|kysely|lru-cache|p-queue|p-retry|pino|stemmer|zod)(?:\/|$)/;

/** Data that is larger stays a file, which is read when something of it is first looked at. */
const LARGE = 100_000;

/** A bundle lies elsewhere than what it was made of: what a source knows of its own place is written into it. Data stays data. */
const ownSources = (read: (file: string) => void): Plugin => ({
  name: 'own-sources',
  async load(id) {
    if (!id.startsWith(SRC) || !id.endsWith('.json')) return undefined;
    const text = await readFile(id, 'utf8');
    if (text.length < LARGE)
      return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
    const name = basename(id);
    this.emitFile({ type: 'asset', fileName: name, source: text });
    const parts: object = JSON.parse(text);
    const getters = Object.keys(parts).map((key) => {
      const quoted = JSON.stringify(key);
      return `get [${quoted}]() { return read()[${quoted}]; }`;
    });
    const code = `import { readFileSync } from 'node:fs';
      let data;
      const read = () => (data ??= JSON.parse(readFileSync(import.meta.dirname + '/${name}', 'utf8')));
      export default { ${getters.join(', ')} };`;
    return { code, moduleType: 'js' };
  },
  transform: (code, id) => {
    if (!id.startsWith(SRC)) return undefined;
    read(id);
    if (id.endsWith('.json')) return undefined;
    return code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.bundled', 'import.meta.dirname');
  },
});

/** Writes the code into a folder of the bundles'; gives the files of its entries, and the files of ours that it was made of. */
async function writeCode(
  folder: string,
  name: string,
): Promise<{ readonly entries: MadeOf['entries']; readonly own: readonly string[] }> {
  const own = new Set<string>();
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([what, file]) => [what, join(SRC, file)])),
    cwd: ROOT,
    platform: 'node',
    external: (id, importer) =>
      importer?.startsWith(SRC) === true && !/^(?:[./]|#src\/)/.test(id) && !BUNDLED.test(id),
    plugins: [ownSources((file) => own.add(relative(ROOT, file)))],
    logLevel: 'warn',
  });
  const { output } = await build.write({ dir: join(folder, name), format: 'esm' });
  await build.close();
  const entries = output.flatMap((one) =>
    one.type === 'chunk' && one.isEntry ? [[one.name, join(name, one.fileName)] as const] : [],
  );
  return { entries: Object.fromEntries(entries), own: [...own] };
}

/** Which of the two folders holds the bundle that is used now. */
async function lastMade(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, MADE_OF), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // Of an earlier version, it may say it otherwise.
  const made: Partial<MadeOf> = JSON.parse(text);
  return dirname(made.entries?.['start'] ?? '');
}

await runCommand({ usage: USAGE, options: { to: { type: 'string' } } }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const folder = resolve(values.to ?? BUNDLE_DIR);
  const begun = Date.now();
  // By turns: the one before is left to what was started from it, and may yet load a file of it.
  const name = (await lastMade(folder)) === 'a' ? 'b' : 'a';
  await rm(join(folder, name), { recursive: true, force: true });
  const { entries, own } = await writeCode(folder, name);
  await bundleData(join(folder, name), { ...readDataOptions({}), readData, vocabularyOf });
  const made: MadeOf = noteMade(entries, own);
  const times = await Promise.all(made.files.map((file) => stat(join(ROOT, file))));
  if (times.some(({ mtimeMs }) => mtimeMs >= begun))
    throw new StartError([
      { subject: 'The bundle', reason: 'a source was written meanwhile', fix: 'Run it again.' },
    ]);
  const draft = join(folder, `${MADE_OF}.${process.pid}`);
  await writeFile(draft, JSON.stringify(made));
  await rename(draft, join(folder, MADE_OF));
});
