/**
 * `npm run bench:delivery`: many digests due at one minute, one to a channel, against a Slack that answers at once. The peer
 * is the least program that makes the same posts: no store, no queue but p-queue, nothing promised. Then a workspace's budget
 * against the floor that it gives, and an idle process beside a bare Bolt app.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openStore, type StoreOptions } from '#src/storage/database/database.ts';
import { insertSubscription } from '#src/storage/subscriptions.ts';
import { startSlackStub, type SlackStub } from './delivery/slack-stub.ts';
import type { Usage, WorkerOrders } from './delivery/worker.ts';

const { values } = parseArgs({
  options: {
    digests: { type: 'string', default: '10000' },
    concurrency: { type: 'string', default: '10' },
    /** Posts a second of the budget. */
    budget: { type: 'string', default: '200' },
    idleSeconds: { type: 'string', default: '30' },
    /** Also on this PostgreSQL. */
    postgres: { type: 'string' },
  },
});
const [digests, concurrency] = [Number(values.digests), Number(values.concurrency)];
const [budget, idleSeconds] = [Number(values.budget), Number(values.idleSeconds)];

type Place = Omit<StoreOptions, 'as'>;

/** Subscriptions, all due at one instant. */
async function fill(place: Place, dueAt: number): Promise<void> {
  const store = await openStore({ ...place, as: 'terminal' });
  const at = new Date(dueAt);
  const time = { hour: at.getUTCHours(), minute: at.getUTCMinutes() };
  const next = { at: dueAt, key: `${at.toISOString().slice(0, 16)} UTC` };
  const content = {
    items: ['price'],
    metals: ['neodymium'],
    skipUnchanged: false,
    locale: 'en',
  } as const;
  await store.db.transaction().execute(async (db) => {
    for (let i = 0; i < digests; i += 1)
      await insertSubscription(db, {
        id: `S${i}`,
        team: 'T1',
        channel: `C${i}`,
        owner: 'U1',
        content,
        schedule: { every: 'day', time },
        zone: 'UTC',
        next,
        createdAt: dueAt,
      });
  });
  await store.close();
}

interface Running {
  readonly startedAt: number;
  usage(): Promise<Usage & { readonly wallMs: number }>;
  stop(): Promise<void>;
}

async function run(orders: WorkerOrders): Promise<Running> {
  const worker = spawn(
    process.execPath,
    [join(import.meta.dirname, 'delivery/worker.ts'), JSON.stringify(orders)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: worker.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`the worker ${orders.kind} died`);
    return JSON.parse(value);
  };
  const { startedAt } = await read();
  return {
    startedAt,
    usage: async () => {
      worker.stdin.write('\n');
      return await read();
    },
    stop: async () => {
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    },
  };
}

/** Runs until all posts are made; then each key must have come once. */
async function measure(name: string, slack: SlackStub, orders: WorkerOrders) {
  slack.clear();
  const running = await run(orders);
  await slack.reached(digests);
  const usage = await running.usage();
  await running.stop();
  const times = [...slack.posts.values()].flat();
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  return {
    name,
    posts: times.length,
    doubled: [...slack.posts.values()].filter((all) => all.length > 1).length,
    secondsToLast: (last - running.startedAt) / 1000,
    secondsFirstToLast: (last - first) / 1000,
    cpuMsADigest: usage.cpuMs / digests,
    rssMb: Math.round(usage.rssMb),
    longestPauseMs: Math.round(usage.longestPauseMs),
  };
}

async function idle(kind: 'bare-bolt' | 'idle', orders: Omit<WorkerOrders, 'kind'>) {
  const running = await run({ ...orders, kind });
  // The start is over once nothing more is loaded or compiled.
  await new Promise((resolve) => void setTimeout(resolve, 5_000));
  const before = await running.usage();
  await new Promise((resolve) => void setTimeout(resolve, idleSeconds * 1000));
  const after = await running.usage();
  await running.stop();
  return {
    name:
      kind === 'idle'
        ? `idle, with data, store of ${digests} subscriptions and delivery`
        : 'idle, bare Bolt app',
    cpuPercent: ((after.cpuMs - before.cpuMs) / (after.wallMs - before.wallMs)) * 100,
    rssMb: Math.round(after.rssMb),
  };
}

const HOUR = 3_600_000;
const thisMinute = () => Math.floor(Date.now() / 60_000) * 60_000;
const folder = await mkdtemp(join(tmpdir(), 'lodestone-bench-'));
const slack = await startSlackStub();
const place = (name: string): Place => ({ stateDir: join(folder, name) });
const base = { apiUrl: slack.apiUrl, count: digests, concurrency };
try {
  const results: object[] = [];
  const tell = (result: object) => {
    results.push(result);
    process.stdout.write(`${JSON.stringify(result)}\n`);
  };
  process.stdout.write(
    `${digests} digests, ${concurrency} at once; ${cpus().length} x ${cpus()[0]?.model}\n`,
  );
  const bare = await measure('the same posts, bare', slack, {
    ...base,
    ...place('bare'),
    kind: 'bare-posts',
  });
  tell(bare);
  await fill(place('free'), thisMinute());
  const free = await measure('delivery, no limit', slack, { ...base, ...place('free'), kind: 'deliver' });
  tell(free);
  tell({
    name: 'overhead a digest',
    wallMs: ((free.secondsToLast - bare.secondsToLast) / digests) * 1000,
    cpuMs: free.cpuMsADigest - bare.cpuMsADigest,
  });
  if (values.postgres !== undefined) {
    const onServer = { ...place('server'), databaseUrl: values.postgres };
    await fill(onServer, thisMinute());
    tell(await measure('delivery on PostgreSQL, no limit', slack, { ...base, ...onServer, kind: 'deliver' }));
  }
  await fill(place('budget'), thisMinute());
  const paced = await measure('delivery, with a budget', slack, {
    ...base,
    ...place('budget'),
    kind: 'deliver',
    postsPerSecond: budget,
  });
  const floor = (digests - 1) / budget;
  tell({ ...paced, budget, floorSeconds: floor, overFloorPercent: (paced.secondsToLast / floor - 1) * 100 });
  await fill(place('idle'), thisMinute() + 6 * HOUR);
  tell(await idle('bare-bolt', { ...base, ...place('bolt') }));
  tell(await idle('idle', { ...base, ...place('idle') }));
} finally {
  slack.close();
  await rm(folder, { recursive: true, force: true });
}
