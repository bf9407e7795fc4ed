/** A process that delivers, to be killed: it is told everything by its standard input, and says "ready" once it runs. */
import { createForgettables } from '#src/platform/forgettables.ts';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createPostingClient } from '#src/delivery/post.ts';
import { startDelivery } from '#src/delivery/start-delivery.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { createLog, boltLogger } from '#src/platform/log.ts';
import { openStore, type StoreOptions } from '#src/storage/database.ts';

/** What a bot is told. */
export interface BotOrders extends Omit<StoreOptions, 'as'> {
  readonly apiUrl: string;
  readonly token: string;
  /** How far this clock is from the machine's, in milliseconds. */
  readonly offset: number;
  readonly timeoutMs: number;
  readonly leaseMs: number;
  readonly settleMs: number;
  readonly repeatMs: number;
  readonly lookAgainMs: readonly number[];
  readonly gatherMs: number;
  readonly concurrency: number;
}

const log = createLog({ level: 'warn', destination: process.stderr });
// No FAQ: a digest asks for figures only, and the start is faster.
const faqDir = mkdtempSync(join(tmpdir(), 'lodestone-faq-'));
const catalog = await loadCatalog({
  dataDir: join(import.meta.dirname, '../../../data'),
  faqDir,
  defaultMetal: 'neodymium',
});
rmdirSync(faqDir);
const orders: BotOrders = JSON.parse(await text(process.stdin));
const store = await openStore({ ...orders, as: 'bot' });
const client = createPostingClient(orders.token, orders.timeoutMs, {
  slackApiUrl: orders.apiUrl,
  logger: boltLogger(log),
});
const delivery = await startDelivery({
  house: { channelsByAdmins: false, entering: 'everyone' },
  forgettables: createForgettables(),
  store,
  clientFor: () => client,
  catalog: () => catalog,
  now: () => Date.now() + orders.offset,
  log,
  config: {
    postsPerSecond: undefined,
    leaseMs: orders.leaseMs,
    settleMs: orders.settleMs,
    repeatMs: orders.repeatMs,
    lookAgainMs: orders.lookAgainMs,
    gatherMs: orders.gatherMs,
    concurrency: orders.concurrency,
  },
});
// pg-boss ticks once a minute; nobody wants to be tortured for hours.
if (store.kind === 'postgres') setInterval(() => delivery.wake(), 500);
process.stdout.write('ready\n');
