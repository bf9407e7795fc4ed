/**
 * A made-up year of quotes with corrections, prices taken back, two series of one material, failing posts, late ones and
 * crashes at each step, held against `plain-alerts.ts`: the same firings, the same messages, and none whose words are false of
 * the figures that it shows.
 */
import { createForgettables } from '#src/platform/forgettables.ts';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { checkAlerts } from '#src/delivery/alerts.ts';
import { DEFAULT_DELIVERY_CONFIG } from '#src/delivery/deps.ts';
import { createAlert } from '#src/delivery/manage-alerts.ts';
import { createPostingClient } from '#src/delivery/post.ts';
import type { Queue } from '#src/delivery/queue.ts';
import type { QuoteReader } from '#src/delivery/watch.ts';
import { startDelivery } from '#src/delivery/start-delivery.ts';
import { exactly } from '#src/domain/measure/figure.ts';
import { addDays, dayInWords, daysBetween, isoDate } from '#src/domain/measure/days.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { parseAlert } from '#src/domain/watching/alert.ts';
import { parseQuoteAlert } from '#src/domain/watching/quote-alert.ts';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { startSimulator } from 'local-slack';
import { openStore, type Store } from '#src/storage/database.ts';
import { quoteEditions } from '#src/storage/quotes.ts';
import { withdrawQuote } from '#src/storage/quote-decisions.ts';
import { seriesId, storeQuotes } from '#src/storage/store-quotes.ts';
import { MATERIALS, quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { newPlace } from '../storage/stores.ts';
import { PlainAlerts, type PlainAlert, type PlainMessage } from './plain-alerts.ts';
import { catalog, manifestWith, SCOPES, SECRETS, silent } from './world.ts';
import { actor, OPEN_HOUSE, taken } from '../access/actors.ts';

const FIRST_DAY = '2026-01-01';
const HOUR = 3_600_000;

/** What is quoted: the one that is watched, another of the same material that no alert may jump to, and one in dollars. */
const SERIES: Readonly<Record<string, Partial<ReadQuote>>> = {
  works: { source: 'manual' },
  fob: { source: 'manual', terms: 'fob', vat: 'excluded' },
  dollar: {
    source: 'manual',
    metal: 'neodymium',
    terms: 'fob',
    vat: 'excluded',
    currency: 'USD',
    mass: 'kg',
  },
};

const moved = (now: number, before: number) => Math.abs(Number(((now / before - 1) * 100).toPrecision(12)));
const ALERTS: readonly PlainAlert[] = [
  {
    name: 'above',
    line: 'above 600000 CNY/t ndpr',
    series: 'works',
    past: ({ value }) => value > 600_000,
    back: ({ value }) => value <= 588_000,
  },
  {
    name: 'below',
    line: 'below 585 CNY/kg ndpr oxide',
    series: 'works',
    past: ({ value }) => value < 585_000,
    back: ({ value }) => value >= 596_700,
  },
  {
    // At 7 yuan a dollar.
    name: 'dollars',
    line: 'above 86 USD/kg ndpr',
    series: 'works',
    past: ({ value }) => value > 602_000,
    back: ({ value }) => value <= 589_960,
  },
  {
    name: 'change',
    line: 'change 3% week ndpr',
    series: 'works',
    days: 7,
    past: (now, before) => before !== undefined && moved(now.value, before.value) >= 3,
    back: (now, before) => before !== undefined && moved(now.value, before.value) < 2.4,
  },
  {
    // Narrower than 2 % of its thresholds: a quarter of it is the margin.
    name: 'band',
    line: 'range 118-120 leaves',
    series: 'dollar',
    past: ({ value }) => value < 118 || value > 120,
    back: ({ value }) => value >= 118.5 && value <= 119.5,
  },
];

type Op =
  | { readonly do: 'quote' | 'correct'; readonly series: string; readonly step: number }
  | { readonly do: 'undo'; readonly series: string }
  | { readonly do: 'crash' | 'check' | 'bad answer' | 'lost answer' }
  | { readonly do: 'deliver' }
  | { readonly do: 'wait'; readonly hours: number };

const step = fc.integer({ min: -16, max: 16 });
const series = fc.constantFrom('works', 'works', 'works', 'fob', 'dollar', 'dollar');
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('quote' as const), series, step }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), series, step }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), series }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('crash' as const, 'check' as const, 'bad answer' as const, 'lost answer' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 24, 24, 72) }),
  },
);

/** A queue that nobody works on: what fires waits, as where the process dies right after. */
const DEAD_QUEUE: Queue = {
  add: async () => {},
  start: async () => {},
  wake: () => {},
  stop: async () => {},
};
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function newMarket(clock: { at: number }) {
  const { stateDir } = await newPlace();
  const now = () => clock.at;
  const channels = [{ name: 'general' }];
  const slack = await startSimulator({ manifest: manifestWith(SCOPES), ...SECRETS, now, channels });
  onTestFinished(slack.close);
  const client = createPostingClient(SECRETS.botToken, 2000, { slackApiUrl: slack.apiUrl, logger: silent });
  const settings = parseFeedSettings(
    JSON.stringify({ fixedRates: { source: 'Treasury', date: FIRST_DAY, base: 'USD', perBase: { CNY: 7 } } }),
    'feeds.json',
  );
  const team = slack.workspace.team.id;
  const open = () => openStore({ stateDir, as: 'bot' });
  let store: Store = await open();
  onTestFinished(() => store.close());
  const deps = () => {
    const quotes: QuoteReader = { store, settings, materials: MATERIALS, vat: [], charted: false };
    return {
      house: OPEN_HOUSE,
      forgettables: createForgettables(),
      store,
      now,
      quotes,
      catalog: () => catalog,
      config: DEFAULT_DELIVERY_CONFIG,
      queue: DEAD_QUEUE,
    };
  };
  const openRows = async () =>
    await store.db
      .selectFrom('deliveries')
      .select('id')
      .where('kind', '=', 'alert')
      .where('state', 'in', ['pending', 'sending'])
      .execute();
  return {
    slack,
    team,
    deps,
    put: async (which: string, date: string, value: number) => {
      const quotes = [quote({ purity: '', ...SERIES[which], date, range: exactly(value) })];
      const request = { quotes, team, holdFactor: Number.POSITIVE_INFINITY, enteredBy: 'U1', now: clock.at };
      await store.db.transaction().execute((db) => storeQuotes(db, request));
    },
    undo: async (which: string, date: string) => {
      const id = seriesId(team, quote({ purity: '', ...SERIES[which] }));
      await store.db.transaction().execute(async (db) => {
        const standing = (await quoteEditions(db, id, date)).find(({ state }) => state === 'published');
        if (standing !== undefined) await withdrawQuote(db, standing);
      });
    },
    reopen: async () => {
      await store.close();
      store = await open();
    },
    /** Runs delivery until nothing waits. */
    deliver: async () => {
      const delivery = await startDelivery({
        ...deps(),
        clientFor: () => client,
        log: quiet,
        config: { postsPerSecond: undefined, leaseMs: 20_000 },
      });
      while ((await openRows()).length > 0) {
        clock.at += 2000;
        delivery.wake();
        await new Promise((resolve) => void setTimeout(resolve, 10));
      }
      await delivery.stop();
    },
    fired: async () =>
      await store.db
        .selectFrom('deliveries')
        .select(['subject', 'slot', 'payload'])
        .where('kind', '=', 'alert')
        .execute(),
    posted: () => slack.messagesIn('general').map(({ text, metadata }) => ({ text, metadata })),
  };
}

async function play(ops: readonly Op[]): Promise<{ real: readonly string[]; plain: readonly string[] }> {
  const clock = { at: Date.parse(`${FIRST_DAY}T09:00:00Z`) };
  const market = await newMarket(clock);
  const plain = new PlainAlerts(ALERTS);
  const prices: Record<string, number> = { works: 592_000, fob: 520_000, dollar: 119 };
  const today = () => isoDate(clock.at);
  const put = async (which: string, date: string, change: number) => {
    // In steps of a third of a per cent, around where it began: a year that goes nowhere crosses most.
    const first = { works: 592_000, fob: 610_000, dollar: 119 }[which] ?? 0;
    const value = Number(((prices[which] ?? first) * (1 + change / 300)).toPrecision(5));
    prices[which] = Math.abs(value / first - 1) > 0.06 ? first : value;
    await market.put(which, date, prices[which] ?? first);
    plain.put(which, { date, value: prices[which] ?? first });
  };
  await put('works', addDays(FIRST_DAY, -1), 0);
  await put('dollar', addDays(FIRST_DAY, -1), 0);
  const names = new Map<string, string>();
  for (const { line, name } of ALERTS) {
    const parsed = parseQuoteAlert(line, MATERIALS, 'neodymium') ?? parseAlert(line, catalog);
    if (!parsed.ok) throw new Error(parsed.reason);
    const { metal, rule } = parsed;
    const channel = [...market.slack.workspace.channels.values()].find((c) => c.name === 'general')?.id ?? '';
    const { deps, team } = market;
    const made = taken(await createAlert(deps(), actor(team, 'U1'), { channel, metal, rule }));
    names.set(made.id, name);
  }
  const check = async () => {
    await checkAlerts(market.deps());
    plain.check(clock.at);
  };
  const newest = (which: string) => [...(plain.ledger.get(which)?.keys() ?? [])].toSorted().at(-1);
  for (const one of ops) {
    switch (one.do) {
      case 'quote':
        await put(one.series, today(), one.step);
        await check();
        break;
      case 'correct': {
        const date = newest(one.series);
        if (date !== undefined) await put(one.series, date, one.step);
        await check();
        break;
      }
      case 'undo': {
        const date = newest(one.series);
        if (date !== undefined && (plain.ledger.get(one.series)?.size ?? 0) > 1) {
          await market.undo(one.series, date);
          plain.undo(one.series, date);
        }
        // Not looked at before the next check: what waits must not be posted all the same.
        break;
      }
      case 'check':
        await check();
        break;
      case 'crash':
        await market.reopen();
        break;
      case 'bad answer':
      case 'lost answer':
        if (plain.waits())
          market.slack.faults.fail('chat.postMessage', { status: 500, afterDoing: one.do === 'lost answer' });
        await deliver();
        break;
      case 'wait':
        clock.at += one.hours * HOUR;
        break;
      default:
        await deliver();
    }
  }
  async function deliver() {
    plain.deliver(clock.at);
    await market.deliver();
  }
  await deliver();
  const said = market.posted();
  said.forEach(({ text }) => checkWords(text));
  const nameIn = (metadata: unknown): string =>
    names.get(/"key":"(\S+) firing/.exec(JSON.stringify(metadata))?.[1] ?? '') ?? 'none';
  const counts = new Map<string, number>();
  for (const { subject } of await market.fired()) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return {
    real: [
      ...[...names].map(([id, name]) => `${name} fired ${counts.get(id) ?? 0} times`),
      ...said.map(({ text, metadata }) => `${nameIn(metadata)}: ${factsOf(text)}`).toSorted(),
    ],
    plain: [
      ...ALERTS.map(
        ({ name }) => `${name} fired ${plain.firings.filter(({ alert }) => alert === name).length} times`,
      ),
      ...plain.messages.map(plainFacts).toSorted(),
    ],
  };
}

const DAY = String.raw`(\d{1,2} [A-Z][a-z]{2}(?: \d{4})?)`;
const MONEY = String.raw`(?:CN¥|\$)([\d,.]+?)(?:\/\w+)?`;
const number = (text = ''): number => Number(text.replaceAll(',', ''));

const day = (date: string) => dayInWords(date, '2026-06-01');
const iso = (said = '') => isoDate(Date.parse(`${said}${/\d{4}/.test(said) ? '' : ' 2026'} UTC`));

/** What a message says that it fired on, and what it says is so now. */
function factsOf(text: string): string {
  const moves = new RegExp(
    String.raw`(is|was) (?:up|down) since ${DAY}: .*?, (?:now|to) ${MONEY} \(${DAY}\), from ${MONEY}(?:\n|$)`,
  ).exec(text);
  const level = new RegExp(String.raw`(is|was) [^:\n]*: ${MONEY} on ${DAY}`).exec(text);
  const now = new RegExp(String.raw`\nNow: ${MONEY}(?:,| on).*? ?on ${DAY}|\nNow: ${MONEY} on ${DAY}`).exec(
    text,
  );
  const meanwhile = now === null ? '' : `; now of ${now[2] ?? now[4]}`;
  if (moves !== null)
    return `${moves[1]} ${number(moves[3])} on ${moves[4]}, ${number(moves[5])} on ${moves[2]}${meanwhile}`;
  return `${level?.[1]} ${number(level?.[2])} on ${level?.[3]}${meanwhile}`;
}

function plainFacts({ alert, now, before, newest }: PlainMessage): string {
  const other = newest !== undefined && newest.date !== now.date;
  const unit = alert === 'below' ? 1000 : alert === 'dollars' ? 7000 : 1;
  const cents = alert === 'dollars' ? 100 : 1;
  const value =
    unit === 1
      ? now.value
      : alert === 'dollars'
        ? Math.round((now.value / unit) * cents) / cents
        : now.value / unit;
  const on = `${other ? 'was' : 'is'} ${value} on ${day(now.date)}`;
  const from = alert === 'change' && before !== undefined ? `, ${before.value} on ${day(before.date)}` : '';
  return `${alert}: ${on}${from}${other ? `; now of ${day(newest.date)}` : ''}`;
}

/** Only with what the message itself shows: the price is past the threshold that it names. */
function checkWords(text: string): void {
  const shown = number(new RegExp(String.raw`(?:is|was) [^:\n]*: ${MONEY} on`).exec(text)?.[1]);
  const [, side, at] =
    new RegExp(String.raw`Your alert was for a quote (above|below) ${MONEY}(?: |\.)`).exec(text) ?? [];
  const band = /Your alert was for outside \$(\d+) to \$(\d+)/.exec(text);
  if (side !== undefined) expect(side === 'above' ? shown > number(at) : shown < number(at)).toBe(true);
  else if (band !== null) expect(shown < number(band[1]) || shown > number(band[2])).toBe(true);
  else {
    const facts = new RegExp(
      String.raw`since ${DAY}: .*?, (?:now|to) ${MONEY} \(${DAY}\), from ${MONEY}(?:\n|$)`,
    ).exec(text);
    expect(moved(number(facts?.[2]), number(facts?.[4]))).toBeGreaterThanOrEqual(3);
    expect(daysBetween(iso(facts?.[1]), iso(facts?.[3]))).toBeLessThanOrEqual(7);
  }
}

const RUNS = Number(process.env['ALERT_YEARS'] ?? 1);

test.each(Array.from({ length: RUNS }, (_, run) => 20_260_101 + run))(
  'a year of quotes, seed %i: the firings and messages of the plain reference, and no false words',
  async (seed) => {
    const [ops = []] = fc.sample(fc.array(op, { minLength: 40, maxLength: 42, size: 'max' }), {
      seed,
      numRuns: 1,
    });
    const { real, plain } = await play(ops);
    expect(real).toEqual(plain);
    expect(plain.length).toBeGreaterThan(10);
  },
  120_000,
);
