/** Imports run one way; here is which, and what a file may be. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** What each room may see of the others: `app` composes them, `cli` and `start.ts` start it. */
const MAY_SEE: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  // Who asks, what they may, what may be public.
  access: [],
  charts: ['domain'],
  presentation: ['domain', 'access'],
  platform: ['domain'],
  storage: ['domain'],
  // Makes training questions, and learns from them; the commands run it.
  learning: ['domain'],
  quotes: ['domain', 'access', 'charts', 'presentation', 'platform', 'storage'],
  delivery: ['domain', 'presentation', 'storage'],
  // Digests and alerts: what is set up, what each says, and when an alert fires.
  watching: ['domain', 'access', 'presentation', 'storage', 'quotes', 'delivery'],
  slack: ['domain', 'access', 'presentation', 'platform', 'quotes', 'delivery', 'watching'],
  // One schema for what is given out to scripts, spreadsheets and assistants; and the JSON API over HTTP.
  api: ['domain', 'access', 'charts', 'presentation', 'platform', 'storage', 'quotes'],
  // The MCP server: the same answers and schemas, as tools for assistants. Who asks is handed in.
  mcp: ['domain', 'access', 'charts', 'presentation', 'platform', 'api'],
  app: [
    'domain',
    'access',
    'charts',
    'presentation',
    'platform',
    'storage',
    'quotes',
    'delivery',
    'watching',
    'slack',
    'api',
    'mcp',
  ],
  // `npm run packs` makes the data files: built from cli/ only.
  packs: ['domain'],
  cli: [
    'domain',
    'access',
    'charts',
    'presentation',
    'platform',
    'storage',
    'learning',
    'quotes',
    'slack',
    'api',
    'mcp',
    'app',
    'packs',
  ],
  // They choose between the bundle of the sources and the sources.
  'main.ts': ['platform', 'start.ts'],
  'command.ts': ['platform', 'cli'],
  'start.ts': ['app', 'cli', 'platform'],
};

const files = globSync('**/*.ts', { cwd: SRC }).map((path) => {
  const text = readFileSync(join(SRC, path), 'utf8');
  const imports = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm),
  ];
  return { path, text, imports: imports.map(([, named, dynamic]) => named ?? dynamic ?? '') };
});

const roomOf = (path: string) => path.split('/')[0] ?? path;
const targetOf = (path: string, imported: string) =>
  imported.startsWith('#src/')
    ? imported.slice('#src/'.length)
    : relative(SRC, join(SRC, dirname(path), imported));

it('reads imports at all', () => {
  expect(files.find(({ path }) => path === 'app/app.ts')?.imports).toContain('#src/slack/register.ts');
});

it('lets rooms see only what they may', () => {
  const forbidden = files.flatMap(({ path, imports }) => {
    const room = roomOf(path);
    const seen = new Set([room, ...(MAY_SEE[room] ?? [])]);
    return imports
      .filter((imported) => imported.startsWith('#src/') || imported.startsWith('.'))
      .map((imported) => targetOf(path, imported))
      .filter((target) => !seen.has(roomOf(target)))
      .map((target) => `${path} -> ${target}`);
  });
  expect(forbidden).toEqual([]);
});

it('has no cycle of imports, not even of types', () => {
  const seen = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const imports = new Map(
    files.map(({ path, imports: named }) => [
      path,
      named.filter((one) => one.startsWith('#src/') || one.startsWith('.')).map((one) => targetOf(path, one)),
    ]),
  );
  const visit = (path: string, way: readonly string[]): void => {
    if (seen.get(path) === 'open') cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (seen.has(path)) return;
    seen.set(path, 'open');
    for (const target of imports.get(path) ?? []) visit(target, [...way, path]);
    seen.set(path, 'done');
  };
  for (const path of imports.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

it('answers a question without any file of delivery', () => {
  // A type runs nowhere: what is handed around may name the others' parts.
  const run = /^\s*(?:import|export)\s(?!type\s)[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      [...text.matchAll(run)].map(([, named, dynamic]) => targetOf(path, named ?? dynamic ?? '')),
    ]),
  );
  const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(from) || !imports.has(from)) return seen;
    seen.add(from);
    for (const target of imports.get(from) ?? []) reached(target, seen);
    return seen;
  };
  const doors = ['answer-question', 'ask-again', 'why-command', 'explain-answer', 'show-chart'];
  const all = doors.map((door) => ({ door, files: [...reached(`slack/asking/${door}.ts`)] }));
  expect(all.filter((one) => one.files.length < 20)).toEqual([]);
  expect(
    all.map(({ door, files: named }) => [door, named.filter((path) => roomOf(path) === 'delivery')]),
  ).toEqual(doors.map((door) => [door, []]));
});

/** Folders of data that are looked up by name and never read through. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  'tests/pure/charts/golden': 'a picture for each kind of chart, named as its case is',
};
const MOST_LOOSE = 20;

it('has no folder that one cannot read through', () => {
  const cwd = join(SRC, '..');
  // What begins with a dot is nobody's but whoever tries something out.
  const all = globSync('{src,tests,packages/*/{src,tests}}/**/[!.]*', { cwd, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(cwd, entry.parentPath));
  expect(all.length).toBeGreaterThan(1500);
  const folders = Map.groupBy(all, (folder) => folder);
  const crowded = [...folders].filter(([, inside]) => inside.length > MOST_LOOSE).map(([folder]) => folder);
  expect(crowded).toEqual(Object.keys(LOOKED_UP));
});

it('has no room that the table does not name', () => {
  expect([...new Set(files.map(({ path }) => roomOf(path)))].toSorted()).toEqual(
    Object.keys(MAY_SEE).toSorted(),
  );
});

/** Where in its room a file is: the next folder, or the file itself. */
const innerOf = (path: string) => path.split('/')[1] ?? '';

/** The domain's rooms: each sees those before it, and none after. */
const DOMAIN_LINE = ['measure', 'series', 'reading', 'topics', 'faq', 'asking', 'watching'];

it('keeps the rooms of the domain in their line, with nothing loose but what an answer is', () => {
  const places = ['answer.ts', ...DOMAIN_LINE];
  const backwards = files
    .filter(({ path }) => roomOf(path) === 'domain')
    .flatMap(({ path, imports }) =>
      [path, ...imports.map((imported) => targetOf(path, imported))]
        .filter((target) => roomOf(target) === 'domain')
        .filter((target) => {
          const [from, to] = [innerOf(path), innerOf(target)].map((room) => places.indexOf(room));
          return to === -1 || (from !== 0 && (to ?? 0) > (from ?? 0));
        })
        .map((target) => `${path} -> ${target}`),
    );
  expect(backwards).toEqual([]);
});

it('leaves the local Slack without a word of the product', () => {
  const code = globSync('**/*.ts', { cwd: join(SRC, '../packages/local-slack/src') });
  expect(code.length).toBeGreaterThan(50);
  const knowing = code.filter((path) =>
    /#src\/|\.\.\/src\/|neodymium|from '[^']*tests\//i.test(
      readFileSync(join(SRC, '../packages/local-slack/src', path), 'utf8'),
    ),
  );
  expect(knowing).toEqual([]);
});

it('keeps the domain and access pure: no disk, no clock, no Slack', () => {
  const impure = files
    .filter(({ path }) => ['domain', 'access'].includes(roomOf(path)))
    .flatMap(({ path, imports }) =>
      imports
        .filter((imported) => !imported.startsWith('#src/') && !imported.startsWith('.'))
        .filter((imported) => !['zod', 'fuse.js', 'stemmer', 'croner', 'date-holidays'].includes(imported))
        // A calendar of holidays takes half a second to load: only for whoever wants one.
        .filter((imported) => imported !== 'node:module' || path !== 'domain/watching/calendar/holidays.ts')
        .map((imported) => `${path} -> ${imported}`),
    );
  expect(impure).toEqual([]);
});

it('names files in kebab case, and has no drawers for odds and ends', () => {
  const odd = files.filter(
    ({ path }) =>
      !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path) || /\b(?:utils?|helpers?|index)\b/.test(path),
  );
  expect(odd.map(({ path }) => path)).toEqual([]);
});

const matching = (pattern: RegExp) =>
  files
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .toSorted();

it('opens the public door at one place, and makes what may pass it at three', () => {
  expect(matching(/\[MAY_BE_PUBLIC\]: true/)).toEqual([
    'access/audience.ts',
    'presentation/cards/request-card.ts',
    'presentation/line-message.ts',
    'presentation/message.ts',
  ]);
  const inSlack = (pattern: RegExp) => matching(pattern).filter((path) => path.startsWith('slack/'));
  expect(inSlack(/\bsay\(\{/)).toEqual(['slack/aloud.ts']);
  expect(inSlack(/'in_channel'/)).toEqual(['slack/commands/slash-command.ts', 'slack/press.ts']);
});

/** The file that an import names, from the top of the repository. */
const targetFrom = (path: string, named: string) => {
  if (named.startsWith('#src/')) return named.slice(1);
  if (named.startsWith('.')) return join(dirname(path), named);
  const [name, entry] = named.split('/');
  return name === 'local-slack' ? `packages/${name}/src/${entry ? 'process/child-clock' : name}.ts` : named;
};
const isTest = (path: string) => /(?:^|\/)tests\//.test(path);

it('exports nothing that no other file uses, and nothing for tests alone', () => {
  const root = join(SRC, '..');
  const everywhere = globSync(['{src,tests,bench}/**/*.ts', 'packages/*/{src,tests}/**/*.ts'], { cwd: root });
  /** Who takes which name of a file; `*` is all of them, as a dynamic import takes. */
  const takers = new Map<string, Set<string>>();
  const texts = everywhere.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  for (const { path, text } of texts) {
    const taken = [
      ...[...text.matchAll(/^\s*(?:import|export)\s[^'"{*]*\{([^}]*)\}\s*from\s+'([^']+)'/gm)].map(
        ([, names = '', from = '']) => [names.replaceAll(/\btype\s|\sas\s+\w+/g, ''), from] as const,
      ),
      ...[
        ...text.matchAll(/\bimport\(\s*'([^']+)'|^\s*(?:import|export)\s[^'"{]*\*[^'"]*?from\s+'([^']+)'/gm),
      ].map(([, dynamic, all]) => ['*', dynamic ?? all ?? ''] as const),
    ];
    for (const [names, from] of taken)
      for (const name of names.split(',')) {
        const key = `${targetFrom(path, from)}: ${name.trim()}`;
        takers.set(key, (takers.get(key) ?? new Set()).add(path));
      }
  }
  const exported = texts
    .filter(({ path }) => /^(?:src|packages\/[\w-]+\/src)\//.test(path))
    .flatMap(({ path, text }) =>
      [
        ...text.matchAll(
          /^export (?:async )?(?:const|function\*?|class|interface|type|abstract class) (\w+)/gm,
        ),
      ].map(([, name = '']) => ({
        path,
        name,
        isUsedAtHome: (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1,
        by: [`${path}: ${name}`, `${path}: *`].flatMap((key) => [...(takers.get(key) ?? [])]),
      })),
    );
  expect(exported.length).toBeGreaterThan(1000);
  const unused = exported.filter(
    ({ by, isUsedAtHome }) => by.every(isTest) && (by.length === 0 || !isUsedAtHome),
  );
  expect(unused.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});
