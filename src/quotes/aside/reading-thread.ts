/** The thread that reads: one task, then its end. What it reads is somebody else's, and must neither hold up nor fill the process. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { seriesName } from '#src/domain/series/quote.ts';
import { FeedError, type FeedContent, type FeedContext } from '#src/quotes/feeds/feed.ts';
import { readFeed } from '#src/quotes/feeds/kinds.ts';
import type { PlainContext, Piece, Task, Told } from './protocol.ts';
import { readDropped, type TableSaid } from './read-dropped.ts';

/** Prices, or rows, in one message: taking them over takes a millisecond or two. */
const AT_ONCE = 500;

const tell = (told: Told) => parentPort?.postMessage(told);

/** A long list in pieces: all that are there at once would be taken in one turn. */
async function tellAll<T>(all: readonly T[], piece: (some: readonly T[]) => Piece): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const taken = parentPort === null ? undefined : once(parentPort, 'message');
    tell(piece(all.slice(at, at + AT_ONCE)));
    await taken;
  }
}

function contextOf({ last, secrets, ...context }: PlainContext): FeedContext {
  return { ...context, near: (key) => last.get(seriesName(key)), secret: (name) => secrets[name] };
}

async function run(task: Task): Promise<FeedContent & { readonly said?: TableSaid }> {
  return task.kind === 'feed'
    ? await readFeed(task.feed, contextOf(task.context))
    : await readDropped(task.bytes, task.settings, contextOf(task.context));
}

try {
  const task: Task = workerData;
  const { quotes, rejected, said, rates, ...rest } = await run(task);
  await tellAll(rates?.days ?? [], (some) => ({ days: some }));
  const done = { ...rest, ...(rates === undefined ? {} : { rates: { ...rates, days: [] } }) };
  await tellAll(quotes, (some) => ({ quotes: some }));
  await tellAll(rejected, (some) => ({ rejected: some }));
  if (said === undefined) tell({ done });
  else {
    const { left, ...around } = said;
    await tellAll(left, (some) => ({ left: some }));
    tell({ done: { ...done, said: around } });
  }
} catch (error) {
  if (!(error instanceof FeedError)) throw error;
  tell({ failed: error.message, passing: error.passing });
}
