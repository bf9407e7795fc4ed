/**
 * `npm run bench:api`: the API and the tools for assistants beside slash commands, each at a hundred requests a second, in turns. The bot is
 * a process of its own, as it is run in production; requests are due at even times, and each is timed from when it was due, so
 * that a pause of the bot counts for all that came meanwhile. A command is timed until its answer has come. On a machine that does
 * something else as well, the processor time that the bot took for a request says more than how long it waited for one.
 */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SECRETS, surround } from './text/house.ts';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
  },
});
const [rate, seconds, rounds] = [Number(values.rate), Number(values.seconds), Number(values.rounds)];

/** Milliseconds, of the 99th percentile. */
const WANTED = 100;
const NO_FEEDS = '{}';

const QUESTIONS = [
  'neodymium price in 2024',
  'who mines the most cobalt?',
  'what do 250 kg of neodymium cost in 2023',
  'is terbium more expensive than dysprosium',
  'demand by sector 2025',
  'how did the lithium price change from 2021 to 2025',
  'do the sources agree on neodymium',
  'US import reliance of gallium',
] as const;

interface Door {
  readonly name: string;
  /** Resolves when the answer is there. Rejects where it is none. */
  readonly ask: (question: string, turn: number) => Promise<void>;
}

const around = await surround();
const bot = await around.startBot(NO_FEEDS, { LIMIT_REQUESTS: '9999999,9999999' });
const { slack, botUrl } = around;
const buyer = slack.user('Buyer');
const channel = [...slack.workspace.channels.values()].find(({ name }) => name === 'general')?.id ?? '';
const { text } = await slack.answerTo(() => buyer.command('/nd api new bench', '#general'));
const authorization = `Bearer ${/lode_[\w-]{43}/.exec(text)?.[0]}`;

/** Takes the answers to commands, each at an address of its own. */
const waiting = new Map<string, () => void>();
const answers = createServer((request, response) => {
  waiting.get(request.url ?? '')?.();
  request.resume().on('end', () => response.end('ok'));
});
answers.listen(0, '127.0.0.1');
await once(answers, 'listening');
const address = answers.address();
const answersAt = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

async function expectOk(response: Response, words: string): Promise<void> {
  const body = await response.text();
  if (!response.ok || !body.includes(words)) throw new Error(`${response.status}: ${body.slice(0, 200)}`);
}

const get = async (path: string, words: string) =>
  await expectOk(await fetch(`${botUrl}${path}`, { headers: { authorization } }), words);

let asked = 0;
async function command(question: string): Promise<void> {
  const path = `/${(asked += 1)}`;
  const body = new URLSearchParams({
    team_id: slack.workspace.team.id,
    channel_id: channel,
    channel_name: 'general',
    user_id: buyer.id,
    user_name: buyer.name,
    command: '/nd',
    text: question,
    api_app_id: slack.workspace.appId,
    is_enterprise_install: 'false',
    response_url: `${answersAt}${path}`,
    trigger_id: `bench.${asked}`,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', SECRETS.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const answered = new Promise<void>((resolve) => void waiting.set(path, resolve));
  const ack = await fetch(`${botUrl}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  });
  await expectOk(ack, '');
  await answered;
  waiting.delete(path);
}

async function post(id: number, method: string, params: object, words: string): Promise<void> {
  const response = await fetch(`${botUrl}/mcp`, {
    method: 'POST',
    headers: {
      authorization,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
  });
  await expectOk(response, words);
}

const callTool = (id: number, name: string, given: object) =>
  post(id, 'tools/call', { name, arguments: given }, 'structuredContent');

/** Of each kind one, the longest series and the longest list among them. */
const OTHER_CALLS: readonly ((id: number) => Promise<void>)[] = [
  (id) => callTool(id, 'get_series', { material: 'copper' }),
  (id) => callTool(id, 'compare', { materials: ['neodymium', 'terbium'] }),
  (id) => callTool(id, 'cost', { items: [{ material: 'Nd', amount: 250, unit: 'kg' }] }),
  (id) => callTool(id, 'check_sources', { material: 'neodymium' }),
  (id) => callTool(id, 'list_materials', {}),
  (id) => post(id, 'tools/list', {}, 'draw_chart'),
  (id) => post(id, 'resources/list', {}, 'lodestone://pack/'),
];
const LISTS = ['/api/v1/materials', '/api/v1/sources', '/api/v1/series?material=copper'] as const;

const DOORS: readonly Door[] = [
  { name: '/nd, until its answer', ask: command },
  {
    name: 'GET /api/v1/ask',
    ask: (question) => get(`/api/v1/ask?q=${encodeURIComponent(question)}`, '"figures"'),
  },
  {
    name: 'GET /api/v1/series as CSV',
    ask: () => get('/api/v1/series?material=Nd&from=2021&format=csv', 'USD/kg'),
  },
  {
    name: 'GET /api/v1/…, the long lists',
    ask: (_, turn) => get(LISTS[turn % LISTS.length] ?? '', '{'),
  },
  { name: 'POST /mcp, tool ask', ask: (question, turn) => callTool(turn, 'ask', { question }) },
  {
    name: 'POST /mcp, other tools, lists',
    ask: async (_, turn) => await OTHER_CALLS[turn % OTHER_CALLS.length]?.(turn),
  },
];

/** Milliseconds of each request, from when it was due. */
async function load({ ask }: Door, forSeconds: number): Promise<number[]> {
  const began = performance.now();
  const under = Array.from({ length: rate * forSeconds }, async (_, turn) => {
    const due = began + (turn * 1000) / rate;
    await wait(Math.max(0, due - performance.now()));
    await ask(QUESTIONS[turn % QUESTIONS.length] ?? '', turn);
    return performance.now() - due;
  });
  return await Promise.all(under);
}

/** What was measured of one door. */
interface Measure {
  readonly took: number[];
  /** Milliseconds of processor. */
  used: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

try {
  process.stdout.write(
    `${rate} a second; ${cpus().length} x ${cpus()[0]?.model}; load ${loadavg()[0]?.toFixed(1)} at the start\n`,
  );
  for (const door of DOORS) await load(door, 3);
  const all = new Map(DOORS.map((door): [Door, Measure] => [door, { took: [], used: 0 }]));
  for (let round = 0; round < rounds; round += 1)
    for (const [door, measure] of all) {
      const before = await bot.used();
      measure.took.push(...(await load(door, seconds)));
      measure.used += (await bot.used()) - before;
    }
  process.stdout.write(`load of the machine at the end: ${loadavg()[0]?.toFixed(1)}\n`);
  for (const [{ name }, { took, used }] of all) {
    const sorted = took.toSorted((a, b) => a - b);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => at(sorted, share));
    const figures = [p50, p95, p99].map((ms) => `${ms?.toFixed(1).padStart(7)} ms`).join(' ');
    process.stdout.write(
      `${name.padEnd(30)} p50, p95, p99: ${figures}; ${(used / sorted.length).toFixed(2)} ms of processor each (${sorted.length})\n`,
    );
    if (!(p99 !== undefined && p99 < WANTED)) process.exitCode = 1;
  }
} finally {
  await bot.end();
  answers.closeAllConnections();
  answers.close();
  await around.end();
}
