/**
 * A process that delivers, to be killed: it is told everything by its standard input, and says "ready" once it runs. Told to, it
 * stops or kills itself inside a transaction, where no signal from outside would hit.
 */
import { NO_LIMITS } from '#src/access/limits.ts';
import { mkdtempSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createPostingClient } from '#src/delivery/post.ts';
import { startWatching } from '#src/watching/start-watching.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { createForgettables } from '#src/platform/forgettables.ts';
import { createLog, boltLogger } from '#src/platform/log.ts';
import { openStore, type Store, type StoreOptions } from '#src/storage/database/database.ts';
import { readerOf } from './market.ts';

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
  /** No limit but Slack's own unless given. */
  readonly postsPerSecond?: number | undefined;
}

/** Where it ends itself: before the commit of a transaction of several steps, or of a claim or record of one delivery. */
export type TrapPlace = 'transaction' | 'write';

export interface Trap {
  readonly place: TrapPlace;
  readonly signal: 'SIGSTOP' | 'SIGKILL';
  /** How often it passes there before. */
  readonly skip: number;
}

/** How often alerts look at what others have stored. */
const CHECK_MS = 100;

let trap: Trap | undefined;
process.on('message', (given: Trap | 'none') => (trap = given === 'none' ? undefined : given));

function pass(place: TrapPlace): void {
  if (trap?.place !== place) return;
  if (trap.skip > 0) {
    trap = { ...trap, skip: trap.skip - 1 };
    return;
  }
  const { signal } = trap;
  trap = undefined;
  writeSync(1, 'trapped\n');
  process.kill(process.pid, signal);
}

/** The same store, with a trap before each commit. */
function withTraps(store: Store): Store {
  const db = new Proxy(store.db, {
    get: (target, name) => {
      if (name === 'transaction') {
        return () => ({
          execute: async <T>(work: (inside: unknown) => Promise<T>) =>
            await target.transaction().execute(async (inside) => {
              const result = await work(inside);
              pass('transaction');
              return result;
            }),
        });
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    ...store,
    db,
    write: async (work) =>
      await store.write(async (inside) => {
        const result = await work(inside);
        pass('write');
        return result;
      }),
  };
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
const store = withTraps(
  await openStore({ ...orders, as: 'bot', onError: (error) => log.warn({ error }, 'a connection broke') }),
);
const client = createPostingClient(orders.token, orders.timeoutMs, {
  slackApiUrl: orders.apiUrl,
  logger: boltLogger(log),
});
const { leaseMs, settleMs, repeatMs, lookAgainMs, gatherMs, concurrency, postsPerSecond } = orders;
const delivery = await startWatching({
  forgettables: createForgettables(),
  store,
  clientFor: () => client,
  catalog: () => catalog,
  quotes: readerOf(store),
  house: { channelsByAdmins: false, entering: 'everyone', limits: NO_LIMITS },
  now: () => Date.now() + orders.offset,
  log,
  config: { postsPerSecond, leaseMs, settleMs, repeatMs, lookAgainMs, gatherMs, concurrency },
});
setInterval(() => {
  delivery.checkChanged().catch((error: unknown) => log.warn({ error }, 'alerts could not be checked'));
}, CHECK_MS);
process.stdout.write('ready\n');
