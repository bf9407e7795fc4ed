/**
 * One process that is measured: it says "ready", runs, and on a line on its standard input says what it has used so far.
 * `bare-posts` makes the posts without any delivery; `deliver` delivers; `bare-bolt` and `idle` do nothing, without and with
 * Lodestone's data, store and delivery.
 */
import { NO_LIMITS } from '#src/access/limits.ts';
import { createForgettables } from '#src/platform/forgettables.ts';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { App } from '@slack/bolt';
import PQueue from 'p-queue';
import { METADATA_TYPE, createPostingClient } from '#src/delivery/post.ts';
import { startWatching } from '#src/watching/start-watching.ts';
import { composeDigest } from '#src/domain/watching/digest.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { boltLogger, createLog } from '#src/platform/log.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { openStore } from '#src/storage/database/database.ts';

export interface WorkerOrders {
  readonly kind: 'bare-posts' | 'deliver' | 'bare-bolt' | 'idle';
  readonly stateDir: string;
  readonly databaseUrl?: string | undefined;
  readonly apiUrl: string;
  readonly count: number;
  readonly concurrency: number;
  readonly postsPerSecond?: number | undefined;
}

/** What a worker has used. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
  /** Worst time in which the process did nothing else, in milliseconds. */
  readonly longestPauseMs: number;
}

const orders: WorkerOrders = JSON.parse(process.argv[2] ?? '{}');
const log = createLog({ level: 'warn', destination: process.stderr });
const ROOT = join(import.meta.dirname, '../..');
const client = createPostingClient('xoxb-bench', 10_000, {
  slackApiUrl: orders.apiUrl,
  logger: boltLogger(log),
});
const loadData = async () =>
  await loadCatalog({ dataDir: join(ROOT, 'data'), faqDir: join(ROOT, 'faq'), defaultMetal: 'neodymium' });

async function postBare(): Promise<void> {
  const queue = new PQueue({ concurrency: orders.concurrency });
  const catalog = await loadData();
  begin();
  for (let i = 0; i < orders.count; i += 1) {
    void queue.add(async () => {
      const { answer } = composeDigest({
        content: { items: ['price'], metals: ['neodymium'], skipUnchanged: false, locale: 'en' },
        catalog,
        previous: undefined,
        alerts: [],
        now: new Date(),
      });
      await client.chat.postMessage({
        channel: `C${i}`,
        ...renderMessage(answer),
        metadata: { event_type: METADATA_TYPE, event_payload: { key: `S${i} bare` } },
      });
    });
  }
}

async function deliver(): Promise<void> {
  const store = await openStore({ ...orders, as: 'bot' });
  const catalog = await loadData();
  begin();
  await startWatching({
    house: { channelsByAdmins: false, entering: 'everyone', limits: NO_LIMITS },
    forgettables: createForgettables(),
    store,
    clientFor: () => client,
    catalog: () => catalog,
    now: Date.now,
    log,
    config: { postsPerSecond: orders.postsPerSecond, concurrency: orders.concurrency },
  });
}

/** A Bolt app as anybody has it: it listens, and answers nothing. */
async function startBolt(): Promise<void> {
  const app = new App({
    token: 'xoxb-bench',
    signingSecret: 'signing-secret',
    tokenVerificationEnabled: false,
    logger: boltLogger(log),
    clientOptions: { slackApiUrl: orders.apiUrl },
  });
  app.message(async () => {});
  await app.start(0);
}

let startedAt = performance.now();
let startedCpu = process.cpuUsage();
let longestPauseMs = 0;
let lastBeat = performance.now();
const heartbeat = orders.kind === 'deliver' || orders.kind === 'bare-posts';
if (heartbeat)
  setInterval(() => {
    longestPauseMs = Math.max(longestPauseMs, performance.now() - lastBeat - 10);
    lastBeat = performance.now();
  }, 10);

/** From here on it counts. */
function begin(): void {
  [startedAt, startedCpu, longestPauseMs, lastBeat] = [
    performance.now(),
    process.cpuUsage(),
    0,
    performance.now(),
  ];
  process.stdout.write(`${JSON.stringify({ startedAt: Date.now() })}\n`);
}

if (orders.kind === 'bare-posts') await postBare();
else if (orders.kind === 'deliver') await deliver();
else {
  await startBolt();
  if (orders.kind === 'idle') await deliver();
  else begin();
}

createInterface({ input: process.stdin }).on('line', () => {
  const { user, system } = process.cpuUsage(startedCpu);
  const usage: Usage = {
    cpuMs: (user + system) / 1000,
    rssMb: process.memoryUsage().rss / 2 ** 20,
    longestPauseMs,
  };
  process.stdout.write(`${JSON.stringify({ ...usage, wallMs: performance.now() - startedAt })}\n`);
});
