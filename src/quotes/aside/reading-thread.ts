/** The thread that reads: one task, then its end. What it reads is somebody else's, and must neither hold up nor fill the process. */
import { parentPort, workerData } from 'node:worker_threads';
import { seriesName } from '#src/domain/series/quote.ts';
import { FeedError, type FeedContent, type FeedContext } from '#src/quotes/feeds/feed.ts';
import { readFeed } from '#src/quotes/feeds/kinds.ts';
import type { Done, PlainContext, Task, Told } from './protocol.ts';
import { readDropped } from './read-dropped.ts';

/** Prices in one message: taking them over takes a millisecond or two. */
const AT_ONCE = 500;

const tell = (told: Told) => parentPort?.postMessage(told);

function contextOf({ last, secrets, ...context }: PlainContext): FeedContext {
  return { ...context, near: (key) => last.get(seriesName(key)), secret: (name) => secrets[name] };
}

async function run(task: Task): Promise<FeedContent & Pick<Done, 'said'>> {
  return task.kind === 'feed'
    ? await readFeed(task.feed, contextOf(task.context))
    : await readDropped(task.bytes, task.settings, contextOf(task.context));
}

try {
  const task: Task = workerData;
  const { quotes, ...done } = await run(task);
  for (let at = 0; at < quotes.length; at += AT_ONCE) tell({ quotes: quotes.slice(at, at + AT_ONCE) });
  tell({ done });
} catch (error) {
  if (!(error instanceof FeedError)) throw error;
  tell({ failed: error.message, passing: error.passing });
}
