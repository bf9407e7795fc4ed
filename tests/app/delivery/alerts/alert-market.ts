/** A made-up market with alerts on it: the real store, checks and deliveries, step by step, on a clock of its own. */
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createAlertComposer } from '#src/watching/alerts/alert-message.ts';
import { checkAlerts } from '#src/watching/alerts/alerts.ts';
import { deliver } from '#src/delivery/deliver.ts';
import { DEFAULT_DELIVERY_CONFIG } from '#src/delivery/deps.ts';
import { forgetFigures } from '#src/watching/forget-figures.ts';
import { createForgettables } from '#src/platform/forgettables.ts';
import { createGate } from '#src/delivery/gate.ts';
import { createLook } from '#src/delivery/look.ts';
import { createAlert, snoozeAlert } from '#src/watching/alerts/manage-alerts.ts';
import { createNoticeComposer } from '#src/watching/notices.ts';
import { createPostingClient } from '#src/delivery/post.ts';
import type { Queue } from '#src/delivery/queues/queue.ts';
import { readReading } from '#src/domain/watching/kept-reading.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { startSimulator } from 'local-slack';
import { findAlert, type StoredAlert } from '#src/storage/alerts.ts';
import { openStore } from '#src/storage/database/database.ts';
import { findRestored } from '#src/storage/database/restores.ts';
import { exportRows, importRows } from '#src/storage/database/transfer.ts';
import { withdrawQuote } from '#src/storage/quote-decisions.ts';
import { quoteEditions } from '#src/storage/quotes.ts';
import { seriesId, storeQuotes } from '#src/storage/store-quotes.ts';
import { MATERIALS, quote } from '../../../pure/domain/quotes/sample-quotes.ts';
import { newPlace } from '../../storage/stores.ts';
import { Crashed, crashing } from '../crashing-store.ts';
import { actor, OPEN_HOUSE, taken } from '../../access/actors.ts';
import { catalog, manifestWith, SCOPES, SECRETS, silent } from '../world.ts';

/** A queue that nobody works on: the market does, in the order of its rows. */
const NO_QUEUE: Queue = {
  add: async () => {},
  start: async () => {},
  wake: () => {},
  stop: async () => true,
};
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
/** Between two deliveries: a channel takes one message a second. */
const TURN_MS = 2000;

const whole = (series: Partial<ReadQuote>) => quote({ purity: '', source: 'manual', ...series });

/** What was fired, as the alert's row and its delivery have it. */
export interface Fired {
  readonly alert: string;
  readonly count: number;
  readonly firedAt: number;
  /** The day, or the year, and the price. */
  readonly date: string;
  readonly range: Range;
  readonly beforeDate: string | undefined;
}

export interface Market {
  /** Sets up an alert by its line, or by a rule that no line says, to the channel. */
  setUp(line: string | Rule): Promise<string>;
  put(series: Partial<ReadQuote>, date: string, range: Range): Promise<void>;
  undo(series: Partial<ReadQuote>, date: string): Promise<void>;
  snooze(alert: string, until: number): Promise<void>;
  /** Looks at all alerts. @param dieAfter After so many writes the process dies; it is started again then, and looks anew. */
  check(dieAfter?: number): Promise<void>;
  /** Delivers until nothing waits. @param dieAfter As for `check`. */
  deliver(dieAfter?: number): Promise<void>;
  /** Makes Slack answer its next post badly. */
  answerBadly(posted: boolean): void;
  /** Everything that is kept, as a backup has it. */
  backUp(): Promise<readonly string[]>;
  /** Stops what runs, and goes on from a backup, elsewhere. */
  restore(lines: readonly string[]): Promise<void>;
  /** What is kept of an alert. */
  kept(alert: string): Promise<StoredAlert | undefined>;
  readonly fired: readonly Fired[];
  /** How often it has died. */
  crashes(): number;
  posted(): readonly InChannel[];
  /** In threads. */
  followed(): readonly InChannel[];
  /** To the owner alone. */
  told(): readonly string[];
}

interface InChannel {
  readonly text: string;
  readonly key: string;
  readonly ts: string;
  /** The message in whose thread it stands. */
  readonly thread: string | undefined;
}

/** @param clock Milliseconds since 1970; delivering lets it pass. */
export async function newMarket(clock: { at: number }): Promise<Market> {
  let place = await newPlace();
  const now = () => clock.at;
  const slack = await startSimulator({
    manifest: manifestWith(SCOPES),
    ...SECRETS,
    now,
    channels: [{ name: 'general' }],
    // They are by the machine's clock, and a year goes by in seconds.
    rateLimits: false,
  });
  onTestFinished(slack.close);
  const settings = parseFeedSettings(
    JSON.stringify({
      fixedRates: { source: 'Treasury', date: '2020-01-01', base: 'USD', perBase: { CNY: 7, EUR: 0.8 } },
    }),
    'feeds.json',
  );
  const team = slack.workspace.team.id;
  const owner = slack.user('Buyer').id;
  const buyer = actor(team, owner);
  const channel = [...slack.workspace.channels.values()].find(({ name }) => name === 'general')?.id ?? '';
  let process = await start();
  let crashes = 0;
  onTestFinished(() => process.store.close());
  const fired = new Map<string, Fired>();

  async function start() {
    const begun = crashing(await openStore({ ...place, as: 'bot' }));
    const { store } = begun;
    await store.db.transaction().execute((db) => findRestored(db, now()));
    const client = createPostingClient(SECRETS.botToken, 2000, { slackApiUrl: slack.apiUrl, logger: silent });
    const quotes = { store, settings, materials: MATERIALS, vat: [], charted: false };
    const composing = { store, now, quotes, catalog: () => catalog };
    const deps = {
      ...composing,
      house: OPEN_HOUSE,
      queue: NO_QUEUE,
      clientFor: () => client,
      compose: {
        alert: createAlertComposer(composing),
        notice: createNoticeComposer(store),
        digest: () => {
          throw new Error('there are none');
        },
      },
      look: createLook(store, now, createForgettables()),
      gate: createGate(now, createForgettables()),
      log: quiet,
      config: { ...DEFAULT_DELIVERY_CONFIG, postsPerSecond: undefined },
    };
    return { ...begun, deps };
  }

  /** Does it to the end, however often the process dies. */
  async function carriedOut(dieAfter: number | undefined, work: () => Promise<void>): Promise<void> {
    process.dieAfter(dieAfter);
    try {
      await work();
      process.dieAfter(undefined);
    } catch (error) {
      if (!(error instanceof Crashed)) throw error;
      crashes += 1;
      await process.store.close();
      process = await start();
      await work();
    }
  }

  async function deliverAll(): Promise<void> {
    for (;;) {
      const { deps, store } = process;
      const row = await store.db
        .selectFrom('deliveries')
        .select(['id', 'state', 'due_at'])
        .where('state', 'in', ['pending', 'sending'])
        .orderBy('due_at')
        .orderBy('id')
        .executeTakeFirst();
      if (row === undefined) return;
      clock.at = Math.max(clock.at + TURN_MS, row.due_at);
      await deliver(deps, row.id, row.state === 'pending' ? 'post' : 'look');
    }
  }

  async function noteFired(): Promise<void> {
    const rows = await process.store.db
      .selectFrom('deliveries')
      .selectAll()
      .where('kind', '=', 'alert')
      .where('payload', 'is not', null)
      .execute();
    for (const { subject, slot, slot_at, payload } of rows) {
      // As it was at once: a price that is taken back later is blank here.
      if (fired.has(`${subject} ${slot}`)) continue;
      const reading = readReading(payload);
      if (reading === undefined) throw new Error('a firing keeps what it fired on');
      const { date, range } =
        reading.on === 'quote'
          ? reading.series.quote
          : { date: String(reading.year), range: reading.quantity.range };
      const beforeDate = reading.on === 'quote' ? reading.before?.date : undefined;
      const count = Number(slot.replace('firing ', ''));
      fired.set(`${subject} ${slot}`, {
        alert: subject,
        count,
        firedAt: slot_at,
        date,
        range: { low: range.low, high: range.high },
        beforeDate,
      });
    }
  }

  const inChannel = () =>
    slack.messagesIn('general').map(({ text, metadata, ts, thread_ts }) => ({
      text,
      key: /"key":"([^"]+)"/.exec(JSON.stringify(metadata))?.[1] ?? '',
      ts,
      thread: thread_ts === ts ? undefined : thread_ts,
    }));

  return {
    setUp: async (line) => {
      const read =
        typeof line === 'string'
          ? readRule(line, { ...catalog, materials: MATERIALS })
          : { ok: true as const, rule: line };
      if (!read.ok) throw new Error(read.reason);
      return taken(await createAlert(process.deps, buyer, { channel, rule: read.rule })).id;
    },
    put: async (series, date, range) => {
      const quotes = [{ ...whole(series), date, range }];
      const request = { quotes, team, holdFactor: Number.POSITIVE_INFINITY, enteredBy: owner, now: clock.at };
      await process.store.db.transaction().execute((db) => storeQuotes(db, request));
    },
    undo: async (series, date) => {
      await process.store.db.transaction().execute(async (db) => {
        const editions = await quoteEditions(db, seriesId(team, whole(series)), date);
        const standing = editions.find(({ state }) => state === 'published');
        if (standing === undefined) return;
        await withdrawQuote(db, standing);
        await forgetFigures(db, team, standing);
      });
    },
    snooze: async (alert, until) => void (await snoozeAlert(process.deps, buyer, alert, until)),
    check: async (dieAfter) => {
      await carriedOut(dieAfter, async () => void (await checkAlerts(process.deps)));
      await noteFired();
    },
    deliver: async (dieAfter) => await carriedOut(dieAfter, deliverAll),
    answerBadly: (posted) => slack.faults.fail('chat.postMessage', { status: 500, afterDoing: posted }),
    backUp: async () => {
      const lines: string[] = [];
      await exportRows(process.store, (line) => void lines.push(line), clock.at);
      return lines;
    },
    restore: async (lines) => {
      await process.store.close();
      place = await newPlace();
      const empty = await openStore({ ...place, as: 'bot' });
      await importRows(empty, Readable.from(lines));
      await empty.close();
      process = await start();
    },
    kept: async (alert) => await findAlert(process.store.db, team, alert),
    get fired() {
      return [...fired.values()];
    },
    crashes: () => crashes,
    posted: () => inChannel().filter(({ thread }) => thread === undefined),
    followed: () => inChannel().filter(({ thread }) => thread !== undefined),
    told: () => slack.messagesIn('dm:Buyer').map(({ text }) => text),
  };
}
