/** The checker of regular expressions: what it finds in a file, and how it judges. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { constructedBy, placesIn } from '../../bench/regexps/find.ts';
import { judge } from '../../bench/regexps/judge.ts';

it('literals are found, and what only looks like one is none', () => {
  const code = `const half = 4 / 2 / 1; // /no/\nconst text: string = '/no/';\nexport const found = [/a+\\/[/]/giu, text.split(/,/)];\nRegExp(text);\n`;
  expect(placesIn(code, 'a.ts')).toEqual([
    { at: '3:23', written: '/a+\\/[/]/giu', literal: { source: 'a+\\/[/]', flags: 'giu' } },
    { at: '3:48', written: '/,/', literal: { source: ',', flags: '' } },
    { at: '4:1', written: 'RegExp(text)', literal: undefined },
  ]);
});

it('what is constructed is known by its place once its file was imported', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lodestone-regexps-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'made.js');
  const code = `const words = ['a', 'b'];\nexport const all = words.map((word) => new RegExp(\`\${word}+\`, 'u'));\nexport const later = () => new RegExp('c');\n`;
  await writeFile(file, code);
  const made = await constructedBy([file]);
  const [each, later] = placesIn(code, file).map(({ at }) => made.get(`${file}:${at}`));
  expect(each?.map(({ source, flags }) => `/${source}/${flags}`)).toEqual(['/a+/u', '/b+/u']);
  expect(later).toBeUndefined();
  expect(RegExp('d').source).toBe('d');
  expect(made.size).toBe(1);
});

it.each([
  ['^a+$', 'u', 'safe'],
  ['^\\s+a', 'u', 'safe'],
  ['\\s+$', '', 'polynomial'],
  ['^(?:a+)+$', '', 'exponential'],
  ['^(?:\\p{L}+)+$', 'v', 'exponential'],
  ['[a--b]', 'v', 'unknown'],
  ['(?<one>a)|(?<one>b)', 'd', 'safe'],
  ['(?<one>a)\\k<one>|(?<one>b)', '', 'unknown'],
])('/%s/%s is %s', (source, flags, verdict) => {
  expect(judge({ source, flags }).verdict).toBe(verdict);
});
