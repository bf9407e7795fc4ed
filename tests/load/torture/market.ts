/** Prices that make alerts fire, and change as soon as they have, while their messages are on the way. */
import { setTimeout as wait } from 'node:timers/promises';
import { exactly } from '#src/domain/measure/figure.ts';
import { addDays } from '#src/domain/measure/days.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { QuoteReader } from '#src/quotes/quote-desk.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { firingSlot, insertAlert } from '#src/storage/alerts.ts';
import type { Store } from '#src/storage/database/database.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';
import { firingsOf, ruleOf } from './rules.ts';
import { alertId } from './wanted.ts';

/** Prices of long ago count, for a round has two of them and is a day. */
const SETTINGS = parseFeedSettings(
  JSON.stringify({ manual: { staleAfterDays: 3_000, deadAfterDays: 3_000 } }),
  'feeds.json',
);
const FIRST_DAY = '2024-06-01';
/** How long a database may be away. */
const PATIENCE_MS = 60_000;
/** What rules are far from; each round goes to another price, and back. */
const LOW = 80;
export const highOf = (round: number): number => 150 + round;

/** What alerts look at quotes with. */
export const readerOf = (store: Store): QuoteReader => ({
  store,
  settings: SETTINGS,
  materials: [],
  vat: [],
  charted: false,
});

const priceOf = (date: string, price: number): ReadQuote => ({
  metal: 'neodymium',
  form: 'metal',
  purity: '',
  terms: 'fob',
  place: 'China',
  vat: 'excluded',
  currency: 'USD',
  mass: 'kg',
  source: 'manual',
  date,
  range: exactly(price),
  estimated: false,
});

export interface MarketOptions {
  /** The store as it is now: another one after a restore. */
  readonly store: () => Store;
  readonly now: () => number;
  readonly alerts: number;
}

/** The quotes of one series, in rounds. */
export class Market {
  readonly #options: MarketOptions;
  #restores = 0;
  #done = 0;
  #stopped = false;

  constructor(options: MarketOptions) {
    this.#options = options;
  }

  /** A first price, and one alert to a channel. @param channels As many ids as there are alerts. */
  async setUp(team: string, owner: string, channels: readonly string[]): Promise<void> {
    await this.#put(addDays(FIRST_DAY, 1), LOW);
    for (const [i, channel] of channels.entries()) {
      await insertAlert(this.#options.store().db, {
        id: alertId(i),
        team,
        channel,
        owner,
        rule: ruleOf(i),
        series: null,
        state: 'armed',
        reason: null,
        snoozedUntil: null,
        firedCount: 0,
        firedAt: null,
        firedOn: null,
        createdAt: this.#options.now(),
      });
    }
  }

  /** The price goes up, and back once all alerts have fired on it. @param round From 1. */
  async play(round: number): Promise<void> {
    const restores = this.#restores;
    const [high, low] = [2 * round, 2 * round + 1];
    await this.#put(addDays(FIRST_DAY, high), highOf(round));
    while (!(await this.#haveFired(round))) {
      if (this.#stopped || this.#restores !== restores) return;
      await wait(5);
    }
    await this.#put(addDays(FIRST_DAY, low), LOW);
    if (this.#restores === restores) this.#done = round;
  }

  /** What was stored after the backup is gone: the round's prices come once more. */
  async playAgain(round: number): Promise<void> {
    this.#restores += 1;
    this.#done = round - 1;
    await this.play(round);
  }

  /** Whether the prices of a round have come and gone, and all alerts that come again wait for the next one. */
  async isOver(round: number): Promise<boolean> {
    if (this.#done < round) return false;
    const { store, alerts } = this.#options;
    const rows = await store().db.selectFrom('alerts').select(['id', 'state', 'fired_count']).execute();
    const known = new Map(rows.map((row) => [row.id, row]));
    return Array.from({ length: alerts }, (_, i) => i).every((i) => {
      const row = known.get(alertId(i));
      const waits = row?.state === 'armed' || ruleOf(i).repeat === 'once';
      return waits && row?.fired_count === firingsOf(i, round);
    });
  }

  stop(): void {
    this.#stopped = true;
  }

  async #haveFired(round: number): Promise<boolean> {
    try {
      const rows = await this.#options
        .store()
        .db.selectFrom('deliveries')
        .select('id')
        .where('kind', '=', 'alert')
        .where('slot', '=', firingSlot(round))
        .execute();
      return rows.length === this.#firing(round);
    } catch {
      // A database that is restarted does not answer for a moment.
      return false;
    }
  }

  /** How many alerts fire in a round. */
  #firing(round: number): number {
    const { alerts } = this.#options;
    return Array.from({ length: alerts }, (_, i) => i).filter((i) => firingsOf(i, round) === round).length;
  }

  async #put(date: string, price: number): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (!this.#stopped) {
      try {
        const quotes = [priceOf(date, price)];
        const request = {
          quotes,
          team: EVERYBODY,
          holdFactor: 1_000,
          enteredBy: null,
          now: this.#options.now(),
        };
        await this.#options
          .store()
          .db.transaction()
          .execute((db) => storeQuotes(db, request));
        return;
      } catch (error) {
        // Frozen in a transaction, or restarted.
        if (Date.now() > until) throw error;
        await wait(100);
      }
    }
  }
}
