/** Reads feeds when they are due: all of a feed's prices are stored, or none, and admins hear once of what is wrong. */
import { Cron } from 'croner';
import PQueue from 'p-queue';
import { DAY_MS, daysBetween, isoDate } from '#src/domain/measure/days.ts';
import { midpoint } from '#src/domain/measure/figure.ts';
import { seriesName } from '#src/domain/series/quote.ts';
import { EVERYBODY, type StoreOutcome } from '#src/domain/series/quotes/quote-store.ts';
import { FeedError, isOfRates, type FeedContent } from './feeds/feed.ts';
import type { Feed } from './feeds/kinds.ts';
import { readFeedAside } from './aside/read-aside.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { storeRates } from '#src/storage/exchange-rates.ts';
import {
  addFeed,
  claimFeed,
  listFeedHealth,
  updateFeedHealth,
  type FeedHealth,
} from '#src/storage/feed-health.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { QuoteDesk } from './quote-desk.ts';

/** The part of the log that reading feeds writes to; pino's fits. */
interface FeedLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

interface FeedRunnerDeps {
  readonly desk: QuoteDesk;
  readonly log: FeedLog;
  /** Tells admins one line, within the transaction of what it is about; the same occasion once only. */
  readonly tell: (
    db: Db,
    notice: { readonly subject: string; readonly occasion: string; readonly text: string },
  ) => Promise<void>;
  /** Called once what admins are told is committed. */
  readonly told: () => void;
  /** The wait before a first retry, in milliseconds. */
  readonly firstWaitMs?: number | undefined;
}

export interface RunningFeeds {
  /** Reads what is due, and resolves when that is stored. */
  runDue(): Promise<void>;
  /** Takes no more feeds, and waits for those under way. */
  stop(): Promise<void>;
}

const AT_ONCE = 3;
const LOOKED_AT_EVERY_MS = 15_000;
/** Rejected rows that are kept to be shown. */
const MOST_REJECTED_KEPT = 20;

/** Starts reading feeds by their schedules. A feed that was never read is due at once. */
export async function startFeeds(deps: FeedRunnerDeps): Promise<RunningFeeds> {
  const { desk, log } = deps;
  const { feeds } = desk.settings;
  const queue = new PQueue({ concurrency: AT_ONCE });
  for (const { id } of feeds) await addFeed(desk.store.db, id, desk.now());

  async function lookOnce(): Promise<void> {
    if (stopped) return;
    const health = await listFeedHealth(desk.store.db);
    const due = health.filter((row) => row.nextAt <= desk.now());
    await queue.addAll(
      due.flatMap((row) => {
        const feed = feeds.find(({ id }) => id === row.feed);
        return feed === undefined ? [] : [() => takeTurn(deps, feed, row)];
      }),
    );
  }

  let stopped = false;
  // One look after the other: a slow feed is not read twice at once.
  let looking = Promise.resolve();
  const runDue = async () => {
    looking = looking
      .then(lookOnce)
      .catch((error: unknown) => log.error({ error }, 'feeds could not be looked at'));
    await looking;
  };
  const look = () => void runDue();
  const timer = feeds.length === 0 ? undefined : setInterval(look, LOOKED_AT_EVERY_MS).unref();
  if (feeds.length > 0) look();
  return {
    runDue,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      queue.clear();
      await queue.onIdle();
    },
  };
}

/** One reading of one feed. Never throws on what a feed answers. */
async function takeTurn(deps: FeedRunnerDeps, feed: Feed, row: FeedHealth): Promise<void> {
  const { desk, log } = deps;
  const at = desk.now();
  const next = new Cron(feed.schedule, { timezone: 'UTC', paused: true }).nextRun(new Date(at));
  if (!(await claimFeed(desk.store.db, row, next?.getTime() ?? at + DAY_MS, at))) return;
  try {
    const { secret } = desk;
    const materials = await desk.materialsNow((fault) =>
      log.warn({ fault }, 'the names of materials could not be read anew'),
    );
    const latest = await latestQuotes(desk.store.db, EVERYBODY);
    const last = new Map(latest.map(({ key, quote }) => [seriesName(key), midpoint(quote.range)]));
    const content = await readFeedAside(feed, {
      materials,
      secret,
      today: isoDate(at),
      last,
      firstWaitMs: deps.firstWaitMs,
    });
    const outcome = await desk.store.db.transaction().execute((db) => keep(deps, db, feed, row, content));
    const { added, corrected, held } = outcome;
    log.info(
      { feed: feed.id, added, corrected, held: held.length, rejected: content.rejected.length },
      'read a feed',
    );
    // A rate that comes after its quote may be what an alert in another currency waits for.
    if (outcome.published.length > 0 || content.rates !== undefined) desk.changed();
  } catch (error) {
    const reason = error instanceof FeedError ? error.message : 'it could not be stored';
    log.warn({ feed: feed.id, error }, 'a feed could not be read');
    await desk.store.db.transaction().execute(async (db) => {
      await updateFeedHealth(db, feed.id, { error: reason, errorAt: at, toldError: reason });
      if (row.toldError !== null) return;
      const text = `The feed *${escapeMrkdwn(feed.name ?? feed.id)}* failed: ${escapeMrkdwn(reason)}. The old prices stand. It is tried again by its schedule; you hear of it again only after it was good. \`/nd feeds\` has the details.`;
      await deps.tell(db, { subject: `feed ${feed.id}`, occasion: `error ${at}`, text });
    });
  }
  deps.told();
}

/** Stores a reading, and what it says of the feed's health. */
async function keep(
  deps: FeedRunnerDeps,
  db: Db,
  feed: Feed,
  row: FeedHealth,
  { quotes, rejected, rates }: FeedContent,
): Promise<StoreOutcome> {
  const now = deps.desk.now();
  const holdFactor = isOfRates(feed) ? Number.POSITIVE_INFINITY : feed.holdFactor;
  const outcome = await storeQuotes(db, { quotes, team: EVERYBODY, holdFactor, enteredBy: null, now });
  if (rates !== undefined) await storeRates(db, rates);
  const ratesDay = rates?.days.at(-1)?.date ?? '';
  const moved = [row.movedOn ?? '', outcome.movedOn ?? '', ratesDay].reduce((a, b) => (a > b ? a : b));
  const since = frozenSince(feed, moved, isoDate(now));
  await updateFeedHealth(db, feed.id, {
    goodAt: now,
    rowsRead: quotes.length + (rates?.days.length ?? 0),
    rowsRejected: rejected.length,
    rejected: rejected.slice(0, MOST_REJECTED_KEPT),
    movedOn: moved === '' ? null : moved,
    toldError: null,
    toldFrozen: since ?? null,
  });
  const name = escapeMrkdwn(feed.name ?? feed.id);
  if (since !== undefined && row.toldFrozen !== since) {
    const text = `The feed *${name}* is frozen: none of its prices has moved since ${since}. It answers, but it may have stopped being kept up.`;
    await deps.tell(db, { subject: `feed ${feed.id}`, occasion: `frozen ${since}`, text });
  }
  for (const { series, date, edition, quote, reason } of outcome.held) {
    const text = `The feed *${name}* gave a price that is held: ${quote.metal} ${quote.form} of ${date}, ${reason}. It is not published before an admin confirms it: \`/nd feeds\`.`;
    await deps.tell(db, { subject: `feed ${feed.id}`, occasion: `held ${series} ${date} ${edition}`, text });
  }
  return outcome;
}

/** The day since which nothing moves, where that is too long ago. */
function frozenSince(feed: Feed, moved: string, today: string): string | undefined {
  if (isOfRates(feed) || moved === '') return undefined;
  return daysBetween(moved, today) > feed.frozenAfterDays ? moved : undefined;
}
