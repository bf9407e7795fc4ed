/** What is written down once and must be whole: dependencies with their reasons, and settings with their meaning. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const names = z.record(z.string(), z.string()).transform((all) => Object.keys(all));
const packaged = z.object({ dependencies: names, devDependencies: names });
const { dependencies, devDependencies } = packaged.parse(JSON.parse(read('package.json')));

it('every dependency has its reason in docs/dependencies.md, once', () => {
  const local = packaged.parse(JSON.parse(read('packages/local-slack/package.json')));
  const all = new Set([...dependencies, ...devDependencies, ...local.dependencies, ...local.devDependencies]);
  all.delete('local-slack');
  const named = [...read('docs/dependencies.md').matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap(([, cell = '']) => cell.trim().split(/,\s*/))
    .filter((name) => name !== 'package' && !/^-+$/.test(name));
  expect(named.toSorted()).toEqual([...all].toSorted());
});

it('what runs needs no dependency for development', () => {
  const wanted = globSync('src/**/*.ts', { cwd: ROOT }).flatMap((file) =>
    [
      ...read(file).matchAll(
        /^import (?!type\b)[^'"]*?from '((?:@[^/']+\/)?[^#./'][^/']*)|\bimport\('((?:@[^/']+\/)?[^#./'][^/']*)/gm,
      ),
    ]
      .map(([, named, dynamic]) => named ?? dynamic ?? '')
      .filter((name) => !name.startsWith('node:') && devDependencies.includes(name))
      .map((name) => `${file} -> ${name}`),
  );
  expect(wanted).toEqual([]);
});

it('every setting stands in .env.example, once', () => {
  const named = [...read('.env.example').matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  const schema = ['config', 'chart-config', 'data-config', 'limit-config'].flatMap((file) =>
    [
      ...read(`src/platform/settings/${file}.ts`).matchAll(
        /^ {2}([A-Z][A-Z_]+): ?(?:z\b|token|yesOrNo|webAddress|limit\(|$)/gm,
      ),
    ].map(([, name]) => name),
  );
  expect(new Set(named)).toEqual(new Set(schema));
  expect(named).toHaveLength(new Set(named).size);
});
