/** Keeps what the matcher learned, so that a start doesn't learn it again. A cache that can't be used is no fault. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { loadWordVectors } from './word-vectors.ts';
import {
  createMatcher,
  isStateOf,
  type MatchEntry,
  type Matcher,
  type MatcherState,
} from '#src/domain/faq/matcher.ts';

export interface MatcherCacheOptions {
  /** The share of answers given at once that should be right. */
  readonly precision?: number | undefined;
  /** The share of questions that no entry answers. */
  readonly strangers?: number | undefined;
  /** The folder to keep it in; without one, nothing is kept. */
  readonly cacheDir?: string | undefined;
}

/** Files of other FAQs, or of other versions of this one, that are left beside the new one. */
const KEPT = 4;
const FILE = /^matcher-[0-9a-f]{32}\.bin$/;
const ROOT = join(import.meta.dirname, '../..');
/** What was learned of the shipped FAQ, with the default settings; `npm run learn:faq` makes it. */
export const SHIPPED_FILE = 'data/matching/faq-model.bin';
const FAQ_CODE = join(import.meta.dirname, '../domain/faq');
const CHECKSUM_BYTES = 32;

const hash = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest();
};

/** What the learning is made of: other code learns other things from the same phrasings. */
async function readCode(): Promise<readonly string[]> {
  const inside = await readdir(join(FAQ_CODE, 'matching'), { recursive: true });
  const names = inside.filter((name) => /\.(?:ts|json)$/.test(name)).toSorted();
  const files = ['matcher.ts', '../reading/edits/edits.ts', ...names.map((name) => join('matching', name))];
  return Promise.all(files.map((file) => readFile(join(FAQ_CODE, file), 'utf8')));
}

/** A matcher for the entries, of what ships with the bot or is kept in the cache where that was learned from them, or else learned and kept. */
export async function loadMatcher(
  entries: readonly MatchEntry[],
  { precision, strangers, cacheDir }: MatcherCacheOptions,
  wordVectors = loadWordVectors(),
): Promise<Matcher> {
  const options = { wordVectors, precision, strangers };
  const shipped = await readState(join(ROOT, SHIPPED_FILE));
  if (shipped !== undefined && isStateOf(shipped, entries, options))
    return createMatcher(entries, { ...options, state: shipped });
  if (cacheDir === undefined) return createMatcher(entries, options);
  const content = entries.map(({ id, question, examples, answer }) => [id, question, examples, answer]);
  const key = hash(process.version, JSON.stringify([precision, strangers, content]), ...(await readCode()));
  const file = join(cacheDir, `matcher-${key.toString('hex').slice(0, 32)}.bin`);
  const kept = await readState(file);
  if (kept !== undefined) return createMatcher(entries, { ...options, state: kept });
  const matcher = createMatcher(entries, options);
  const state = matcher.exportState();
  // A folder that can't be written to costs the next start a moment, and nothing else.
  if (state !== undefined) await keepState(cacheDir, file, state).catch(() => undefined);
  return matcher;
}

/** The bytes of a state's file. */
export function packState(state: MatcherState): Buffer {
  const payload = serialize(state);
  return Buffer.concat([hash(payload), payload]);
}

/** A file is a checksum and what it sums up: a torn or foreign one is as good as none. */
async function readState(file: string): Promise<MatcherState | undefined> {
  try {
    const bytes = await readFile(file);
    const payload = bytes.subarray(CHECKSUM_BYTES);
    if (!hash(payload).equals(bytes.subarray(0, CHECKSUM_BYTES))) return undefined;
    return deserialize(payload);
  } catch {
    return undefined;
  }
}

async function keepState(cacheDir: string, file: string, state: MatcherState): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await mkdir(cacheDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(draft, packState(state), { mode: 0o600 });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await dropOld(cacheDir);
}

async function dropOld(cacheDir: string): Promise<void> {
  const names = (await readdir(cacheDir)).filter((name) => FILE.test(name));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(cacheDir, name))).mtimeMs })),
  );
  const old = dated.toSorted((one, other) => other.at - one.at).slice(KEPT);
  await Promise.all(old.map(({ name }) => rm(join(cacheDir, name), { force: true })));
}
