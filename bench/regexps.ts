/**
 * `npm run regexps:check`: every regular expression of the product is known to be safe against texts that are made to take it
 * long. The known ones are a list that is kept; `npm run regexps` judges what is new and writes it.
 */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, UsageError } from '#src/cli/run-command.ts';
import { ALLOWED, SHORT_TEXTS, UNSEEN, type Allowed } from './regexps/allowed.ts';
import { constructedBy, placesIn, type Pattern } from './regexps/find.ts';
import { judge, type Verdict } from './regexps/judge.ts';

const ROOT = join(import.meta.dirname, '..');
const LIST = join(import.meta.dirname, 'regexps/known.txt');
/** Of the patterns in the list, which are there to be read; what counts is the hash before them. */
const SHOWN = 100;

const USAGE = `Usage: npm run regexps              judges the regular expressions that are new, and writes the list of the known ones
       npm run regexps -- --all     judges all of them anew, in some minutes
       npm run regexps:check        fails where one is slow, or the list is not what the code has

  --help  this text
`;

interface Known {
  readonly pattern: Pattern;
  readonly written: string;
  readonly at: string;
}

/** All that there are, and faults of those that can't be seen. */
async function findAll(): Promise<{
  readonly patterns: readonly Known[];
  readonly faults: readonly string[];
}> {
  const names = globSync('{src,packages/*/src}/**/*.{ts,js}', { cwd: ROOT }).toSorted();
  const files = await Promise.all(
    names.map(async (name) => ({ name, places: placesIn(await readFile(join(ROOT, name), 'utf8'), name) })),
  );
  const constructing = files.filter(({ places }) => places.some(({ literal }) => literal === undefined));
  const made = await constructedBy(constructing.map(({ name }) => join(ROOT, name)));
  const faults: string[] = [];
  const unseen = new Set<string>();
  const patterns = files.flatMap(({ name, places }) =>
    places.flatMap(({ at, written, literal }) => {
      const found = literal === undefined ? (made.get(`${join(ROOT, name)}:${at}`) ?? []) : [literal];
      if (found.length === 0) {
        unseen.add(written);
        if (!isAmong(UNSEEN, written))
          faults.push(`${name}:${at}: ${written} is made in a function: make it at the top of its module`);
      }
      return found.map((pattern) => ({ pattern, written, at: `${name}:${at}` }));
    }),
  );
  for (const { written } of UNSEEN)
    if (!unseen.has(written)) faults.push(`bench/regexps/allowed.ts: ${written} is in no file any more`);
  return { patterns, faults };
}

const isAmong = (list: readonly Allowed[], written: string): boolean =>
  list.some((one) => one.written === written);

const isAllowed = (written: string, at: string): boolean =>
  isAmong(ALLOWED, written) || SHORT_TEXTS.some(({ folder }) => at.startsWith(folder));

const hashOf = ({ source, flags }: Pattern): string =>
  createHash('sha256').update(`${flags}/${source}`).digest('hex').slice(0, 16);

const lineOf = (pattern: Pattern, verdict: Verdict): string => {
  const shown = `/${pattern.source}/${pattern.flags}`.replaceAll(/\s/g, ' ');
  return `${hashOf(pattern)} ${verdict} ${shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown}`;
};

/** Verdicts of the list, by hash. */
function readList(text: string): ReadonlyMap<string, Verdict> {
  return new Map(
    text.split('\n').flatMap((line): [string, Verdict][] => {
      const [hash = '', verdict] = line.split(' ', 2);
      return verdict === 'safe' || verdict === 'polynomial' || verdict === 'unknown' ? [[hash, verdict]] : [];
    }),
  );
}

const options = { check: { type: 'boolean' }, all: { type: 'boolean' } } as const;

await runCommand({ usage: USAGE, options }, async ({ values, words }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const { patterns, faults } = await findAll();
  const before = await readFile(LIST, 'utf8').catch(() => '');
  const known = values.all === true ? new Map<string, Verdict>() : readList(before);
  const lines = new Map<string, string>();
  const wrong = [...faults];
  for (const { pattern, written, at } of patterns) {
    const hash = hashOf(pattern);
    if (lines.has(hash)) continue;
    const listed = known.get(hash);
    const { verdict, why } =
      listed === undefined ? judge(pattern) : { verdict: listed, why: 'known as such' };
    lines.set(hash, lineOf(pattern, verdict));
    // Judging all that a change brings takes minutes: what is judged already is kept if it is broken off.
    if (listed === undefined && values.check !== true && verdict !== 'exponential')
      await appendFile(LIST, `${lineOf(pattern, verdict)}\n`);
    // What the judge has no time for is named by itself, never by its folder.
    const isFine =
      verdict === 'safe' ||
      (verdict === 'polynomial' && isAllowed(written, at)) ||
      (verdict === 'unknown' && isAmong(ALLOWED, written));
    if (!isFine) wrong.push(`${at}: ${written} is ${verdict}: ${why}`);
  }
  for (const { written } of ALLOWED)
    if (!patterns.some((one) => one.written === written))
      wrong.push(`bench/regexps/allowed.ts: ${written} is in no file any more`);
  for (const line of wrong) process.stderr.write(`${line}\n`);
  if (wrong.length > 0) return 1;
  const made = `${[...lines.values()].toSorted().join('\n')}\n`;
  if (values.check !== true) await writeFile(LIST, made);
  else if (made !== before) {
    process.stderr.write(
      'All are safe, but the list of the known ones has drifted. Run "npm run regexps".\n',
    );
    return 1;
  }
  return 0;
});
