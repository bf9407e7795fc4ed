/** What the app does unasked: digests and alerts, feeds, and what wants a look each hour. */
import { POST_TIMEOUT_MS } from '#src/delivery/deps.ts';
import { createPostingClient } from '#src/delivery/post.ts';
import type { QuoteDesk } from '#src/quotes/quote-desk.ts';
import type { Installed } from './forgetting.ts';
import { startFeeds, type RunningFeeds } from '#src/quotes/run-feeds.ts';
import { tellAdmins } from '#src/watching/tell-admins.ts';
import { startWatching, type RunningWatch } from '#src/watching/start-watching.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Config } from '#src/platform/settings/config.ts';
import type { Forgettables } from '#src/platform/forgettables.ts';
import type { InFlight } from '#src/platform/in-flight.ts';
import { boltLogger, type Log } from '#src/platform/log.ts';
import type { FindPicture } from '#src/presentation/picture.ts';

interface UnaskedDeps {
  readonly config: Pick<
    Exclude<Config, { readonly mode: 'local' }>,
    'botToken' | 'slackApiUrl' | 'adminUsers' | 'inDoubt'
  >;
  readonly catalog: Catalog;
  readonly desk: Omit<QuoteDesk, 'changed'>;
  readonly findPicture: FindPicture | undefined;
  readonly inFlight: InFlight;
  readonly forgettables: Pick<Forgettables, 'register'>;
  readonly log: Log;
  /** Where the token works. Rejects where it does not. @param anew Asks again. */
  readonly installed: (anew?: boolean) => Promise<Installed>;
  /** Called once an hour besides. */
  readonly hourly: () => void;
  /** How soon alerts look at what another process has stored, such as an import, in milliseconds; 30 s unless given. */
  readonly lookMs?: number | undefined;
}

interface Unasked {
  /** Resolves once it has started. */
  readonly delivery: Promise<RunningWatch>;
  start(): Promise<void>;
  /** @param patienceMs How long digests and alerts may take. @returns whether all of them are done */
  stop(patienceMs: number): Promise<boolean>;
  /** Looks at once what is due: for when the clock was moved. */
  wake(): void;
  /** To be told that prices have changed. */
  changed(): void;
}

const HOUR_MS = 3_600_000;
const LOOK_MS = 30_000;

/** Nothing is read or posted before `start`. */
export function createUnasked(deps: UnaskedDeps): Unasked {
  const { config, catalog, desk: given, findPicture, inFlight, log, installed, lookMs = LOOK_MS } = deps;
  const desk: QuoteDesk = { ...given, changed: () => changed() };
  const delivery = Promise.withResolvers<RunningWatch>();
  let running: RunningWatch | undefined;
  let feeds: RunningFeeds | undefined;
  let hourly: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  async function deliver(): Promise<RunningWatch> {
    const client = createPostingClient(config.botToken, POST_TIMEOUT_MS, {
      logger: boltLogger(log),
      ...(config.slackApiUrl === undefined ? {} : { slackApiUrl: config.slackApiUrl }),
    });
    return await startWatching({
      store: desk.store,
      clientFor: () => client,
      catalog: () => catalog,
      quotes: desk,
      house: desk.house,
      forgettables: deps.forgettables,
      findPicture,
      now: desk.now,
      log,
      config: { inDoubt: config.inDoubt },
    });
  }

  /** Feeds begin once there is somebody to tell of them. */
  async function readFeeds({ manage }: RunningWatch): Promise<RunningFeeds> {
    const { adminUsers: admins } = config;
    const wanted = desk.settings.feeds.length > 0 && admins.length > 0;
    const team = wanted ? (await installed()).team : '';
    return await startFeeds({
      desk,
      log,
      tell: async (db, notice) => {
        log.warn({ notice: notice.text }, 'to be told to admins');
        await tellAdmins(manage, db, { team, admins, at: desk.now() }, notice);
      },
      told: () => running?.wake(),
    });
  }

  /** The price that an alert looks at may change because a new year has begun; a token may work again. */
  function doHourly(started: RunningWatch): void {
    deps.hourly();
    inFlight
      .run(() => started.revive(() => installed(true)))
      .then(
        (resumed) => resumed > 0 && log.info({ resumed }, 'resumed what a refused token had paused'),
        (error: unknown) => log.warn({ error }, 'what a refused token has paused stays so'),
      )
      .finally(changed);
  }

  /** Alerts look at prices, and at figures that may be other than at the last start. */
  const changed = (): void => check((started) => started.checkAlerts());
  const lookForChanges = (): void => check((started) => started.checkChanged());

  function check(how: (started: RunningWatch) => Promise<number>): void {
    const started = running;
    if (started === undefined) return;
    inFlight
      .run(() => how(started))
      .then(
        (fired) => log.debug({ fired }, 'checked alerts'),
        (error: unknown) => log.error({ error }, 'alerts could not be checked'),
      );
  }

  return {
    delivery: delivery.promise,
    start: async () => {
      running = await deliver();
      delivery.resolve(running);
      doHourly(running);
      hourly = setInterval(doHourly, HOUR_MS, running).unref();
      looking = setInterval(lookForChanges, lookMs).unref();
      feeds = await readFeeds(running);
    },
    stop: async (patienceMs) => {
      clearInterval(hourly);
      clearInterval(looking);
      const [done = true] = await Promise.all([running?.stop(patienceMs), feeds?.stop()]);
      return done;
    },
    wake: () => {
      running?.wake();
      lookForChanges();
      void feeds?.runDue();
    },
    changed,
  };
}
