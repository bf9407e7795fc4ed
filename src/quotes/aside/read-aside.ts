/** Reads feeds and files in a thread of their own, with little memory and not for ever: whatever they hold, questions are answered meanwhile. */
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { RateDay } from '#src/domain/series/rates/exchange-rates.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { findBundle } from '#src/platform/bundle.ts';
import { FeedError, type FeedContent, type RejectedRow } from '#src/quotes/feeds/feed.ts';
import type { Feed } from '#src/quotes/feeds/kinds.ts';
import { createTurns } from '#src/quotes/feeds/turns.ts';
import type { TableSettings } from '#src/quotes/tables/layout.ts';
import type { Done, PlainContext, Task, Told } from './protocol.ts';
import type { TableSaid } from './read-dropped.ts';

let thread: URL | undefined;
/** From the bundle it is ready in half the time. */
const threadToRead = (): URL =>
  (thread ??= new URL(findBundle('reading-thread') ?? 'reading-thread.ts', import.meta.url));
const MOST_MEGABYTES = 250;
/** For a reading as a whole, beside what its downloads may take. */
const MOST_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 30;
const SECOND = 1000;

type AsideContext = Omit<PlainContext, 'secrets'>;

/** A feed's whole content, as `readFeed` gives it. @throws FeedError as it does, and where it takes too much memory or time */
export async function readFeedAside(
  feed: Feed,
  { secret, ...context }: AsideContext & { readonly secret: (name: string) => string | undefined },
): Promise<FeedContent> {
  const names = [...JSON.stringify(feed).matchAll(/"env":"([A-Z][A-Z0-9_]*)"/g)].map(([, name = '']) => name);
  const secrets = Object.fromEntries(
    names.flatMap((name) => {
      const value = secret(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const tries = feed.retries + 1;
  const pages = feed.kind === 'json' && feed.pages !== undefined ? feed.pages.most : 1;
  const seconds = MOST_SECONDS + pages * tries * (feed.timeoutSeconds + LONGEST_WAIT_SECONDS);
  return await run({ kind: 'feed', feed, context: { ...context, secrets } }, seconds);
}

/** Tables that people drop, however many at once: each thread may take its memory. */
const TABLES_AT_ONCE = 2;
const tables = new PQueue({ concurrency: TABLES_AT_ONCE });

/** A table, with how it was understood; in its turn. @throws FeedError where it is none, or takes too much memory or time */
export async function readTableAside(
  bytes: Uint8Array,
  settings: TableSettings,
  context: AsideContext,
): Promise<FeedContent & { readonly said: TableSaid }> {
  const task: Task = { kind: 'table', bytes, settings, context: { ...context, secrets: {} } };
  const { said, ...content } = await tables.add(async () => await run(task, MOST_SECONDS));
  if (said === undefined) throw new FeedError('it could not be read');
  return { ...content, said };
}

/** What is known of each is worked out when it is looked at first, which takes long for all of them at once. */
async function asData(materials: PlainContext['materials']): Promise<PlainContext['materials']> {
  const turn = createTurns();
  const all: PlainContext['materials'][number][] = [];
  for (const material of materials) {
    all.push({ ...material });
    await turn();
  }
  return all;
}

async function run(task: Task, seconds: number): Promise<FeedContent & { readonly said?: TableSaid }> {
  const materials = await asData(task.context.materials);
  const worker = new Worker(threadToRead(), {
    workerData: { ...task, context: { ...task.context, materials } } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    // Warnings of the thread are those of the process already.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const days: RateDay[] = [];
  const [quotes, rejected, left]: [ReadQuote[], RejectedRow[], RejectedRow[]] = [[], [], []];
  const { promise, resolve, reject } = Promise.withResolvers<Done>();
  const timer = setTimeout(
    () => reject(new FeedError(`it takes more than ${Math.round(seconds)} s to read`)),
    seconds * SECOND,
  );
  worker.on('message', (told: Told) => {
    if ('done' in told) return resolve(told.done);
    if ('failed' in told) return reject(new FeedError(told.failed, { passing: told.passing }));
    if ('quotes' in told) quotes.push(...told.quotes);
    else if ('rejected' in told) rejected.push(...told.rejected);
    else if ('left' in told) left.push(...told.left);
    else days.push(...told.days);
    // In a turn of its own.
    return void setImmediate(() => worker.postMessage('taken'));
  });
  worker.on('error', (error) => reject(isOutOfMemory(error) ? tooMuch(error) : error));
  worker.on('exit', () => reject(new Error('the thread that reads ended without a word')));
  try {
    const { said, rates, ...done } = await promise;
    return {
      ...done,
      quotes,
      rejected,
      ...(rates === undefined ? {} : { rates: { ...rates, days } }),
      ...(said === undefined ? {} : { said: { ...said, left } }),
    };
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
const tooMuch = (cause: unknown) =>
  new FeedError(`it takes more than ${MOST_MEGABYTES} MB of memory to read`, { cause });
