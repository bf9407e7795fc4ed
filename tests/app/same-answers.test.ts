/**
 * One question, three doors: what the terminal prints with `--json`, what `GET /api/v1/ask` gives and what the tool `ask` gives over
 * `POST /mcp` is the same object, of every line of the sets of questions and of requests: of some of them in `npm test`, of all in `npm run test:long`.
 */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { answerSchema, type AnswerJson } from '#src/api/schemas/answer.ts';
import { someOf } from '../cases.ts';
import { startLodestone, TODAY, type Lodestone } from './lodestone.ts';
import { wordsOf } from './mcp/linked.ts';
import { bareEnv, commandLine } from './process.ts';

const ROOT = join(import.meta.dirname, '../..');
const SETS = ['questions/dev', 'questions/minerals', 'questions/voices', 'requests/dev'];
/** Each line once, and none that is empty: an empty question is a fault to the API and the tool. */
const all = [
  ...new Set(
    SETS.flatMap((set) =>
      readFileSync(join(ROOT, `tests/pure/${set}.jsonl`), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        // The API and the tool leave out what stands around a question.
        .map((line) => z.object({ q: z.string().trim() }).parse(JSON.parse(line)).q),
    ),
  ),
].filter((question) => question !== '' && !question.includes('\n'));
/** As many as are tried, from all over the sets. */
const questions = someOf(all);

let lodestone: Lodestone;
let authorization: string;

beforeAll(async () => {
  lodestone = await startLodestone({
    people: [{ name: 'Boss', admin: true }],
    env: { LIMIT_REQUESTS: '100000,100000' },
  });
  const boss = lodestone.slack.user('Boss');
  const { text } = await lodestone.slack.answerTo(() => boss.command('/nd api new comparison', '#general'));
  authorization = `Bearer ${/lode_[\w-]{43}/.exec(text)?.[0]}`;
});
afterAll(() => lodestone.stop());

/** What the terminal prints of all of them. */
async function askTerminal(): Promise<readonly AnswerJson[]> {
  const stateDir = mkdtempSync(join(tmpdir(), 'lodestone-same-'));
  onTestFinished(() => rmSync(stateDir, { recursive: true }));
  const day = TODAY.toISOString().slice(0, 10);
  const child = spawn(process.execPath, [...commandLine('ask'), '--json', '--zone', 'UTC', '--now', day], {
    env: { ...bareEnv(), STATE_DIR: stateDir, FEEDS_FILE: '/no/such/feeds.json' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(questions.join('\n'));
  const printed = await textOf(child.stdout);
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => answerSchema.parse(JSON.parse(line)));
}

async function askApi(question: string): Promise<unknown> {
  const path = `/api/v1/ask?${new URLSearchParams({ q: question, zone: 'UTC' }).toString()}`;
  const response = await fetch(`${lodestone.url}${path}`, { headers: { authorization } });
  return await response.json();
}

async function toolClient(): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${lodestone.url}/mcp`), {
      requestInit: { headers: { authorization } },
    }),
  );
  // Its schemas are known from now on: each result is held against the tool's.
  await client.listTools();
  return client;
}

it('answers the same in the terminal, over the API and through the tool', async () => {
  expect(all.length).toBeGreaterThan(400);
  const printed = await askTerminal();
  expect(printed).toHaveLength(questions.length);
  const client = await toolClient();
  const faults: string[] = [];
  for (const [at, question] of questions.entries()) {
    const wanted = printed[at];
    const [api, tool] = await Promise.all([
      askApi(question),
      client.callTool({ name: 'ask', arguments: { question } }),
    ]);
    const differ = [
      ...(isDeepStrictEqual(api, wanted) ? [] : ['the API']),
      ...(isDeepStrictEqual(tool.structuredContent, wanted) ? [] : ['the tool']),
      ...(wordsOf(tool) === wanted?.text ? [] : ['the tool’s words']),
    ];
    if (differ.length > 0) faults.push(`${question}: ${differ.join(', ')}`);
  }
  await client.close();
  expect(faults).toEqual([]);
}, 240_000);
