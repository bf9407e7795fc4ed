/**
 * A database of the version before rules were data (migration 0007), with digests, alerts of every kind, quotes and feedback, some
 * of them on their way: brought up to date, it loses nothing, and what was set up arrives. `lodestone-0007.sqlite.gz` is its file,
 * `lodestone-0007.jsonl.gz` its export, both of 30 November 2026, 09:00 UTC.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { Kysely, sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { NO_LIMITS } from '#src/access/limits.ts';
import { createTokens } from '#src/api/tokens.ts';
import { mendSlots } from '#src/delivery/mend-slots.ts';
import { readWrittenRule } from '#src/domain/watching/rule.ts';
import { nextSlot } from '#src/domain/watching/schedules/slots.ts';
import { openStore, type StoreOptions } from '#src/storage/database/database.ts';
import { ruleOfLine } from '#src/storage/database/migrations/0009-rules.ts';
import { MIGRATIONS, migrate } from '#src/storage/database/migrate.ts';
import { openPool, postgresDialect } from '#src/storage/database/postgres.ts';
import type { Tables } from '#src/storage/database/schema.ts';
import { importRows } from '#src/storage/database/transfer.ts';
import { isReadable, listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, type Lodestone } from '../lodestone.ts';
import { ruleOf } from './rows.ts';
import { newPlace } from './stores.ts';

const MADE_AT = Date.parse('2026-11-30T09:00:06Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const contentOf = (name: string) => gunzipSync(readFileSync(join(import.meta.dirname, name)));
const exported = contentOf('lodestone-0007.jsonl.gz').toString('utf8').trim().split('\n');
const TABLES = ['subscriptions', 'deliveries', 'quotes', 'quote_series', 'feedback', 'settings'] as const;

type Row = Readonly<Record<string, unknown>>;

/** What was in a table, by id or what else tells rows apart. */
function rowsBefore(table: string): readonly Row[] {
  return exported
    .slice(1)
    .map((line): { table: string; row: Row } => JSON.parse(line))
    .flatMap((one) => (one.table === table ? [one.row] : []));
}

const ADMIN = {
  team: 'T1',
  user: 'U1',
  userTeam: 'T1',
  standing: 'admin',
  channel: undefined,
  sharedOutside: false,
  alone: true,
  zone: 'UTC',
} as const;

type Place = Omit<StoreOptions, 'as'>;

/** The database as the version before left it: its file, or on PostgreSQL its tables with the same rows. */
async function leaveAsBefore({ stateDir, databaseUrl }: Place): Promise<void> {
  if (databaseUrl === undefined) {
    const file = join(stateDir, 'lodestone.db');
    return writeFileSync(file, contentOf('lodestone-0007.sqlite.gz'), { mode: 0o600 });
  }
  const pool = openPool(databaseUrl, () => {}, false);
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  const before = Object.entries(MIGRATIONS).filter(([name]) => name < '0008');
  await migrate(db, Object.fromEntries(before));
  for (const table of [...TABLES, 'alerts'])
    for (const row of rowsBefore(table)) {
      const columns = Object.keys(row);
      await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
        values (${sql.join(columns.map((name) => row[name]))})`.execute(db);
    }
  await db.destroy();
}

async function moveByExport(place: Place): Promise<void> {
  const store = await openStore({ ...place, as: 'terminal' });
  await importRows(store, Readable.from(exported));
  await store.close();
}

/** Each line of an alert, as this version has it. */
const RULES: Readonly<Record<string, string>> = {
  'above 150': 'above 150',
  'below 60 usgs': 'below 60 usgs',
  'range 110-150 leaves entirely report': 'range 110-150 leaves entirely report',
  'range 110-130 leaves': 'range 110-130 leaves',
  'range 200-250 enters': 'range 200-250 enters',
  'above 600000 CNY/t oxide': 'above 600000 CNY/t ndpr oxide',
  'change 5% 7 days': 'change 5% week ndpr',
  'above 550000 CNY/t': 'above 550000 CNY/t ndpr',
  'above 300 entirely': 'above 300 entirely dysprosium',
  'below 55.5 USD/kg metal': 'below 55.5 USD/kg praseodymium metal',
  'above 142': 'above 142',
  'above 1.2e-7 usgs': 'above 0.00000012 usgs',
  'below 1234567.891 INR/lb': 'below 1234567.891 INR/lb praseodymium',
  'above 999': 'above 999 terbium',
  'below 700': 'below 700 terbium',
  'Above 700000 CNY/t': 'above 700000 CNY/t ndpr',
};
/** Three lines that say nothing, and one of a metal that is gone. */
const BROKEN = 4;

test.each([
  ['its database', leaveAsBefore],
  ['its export', moveByExport],
])(
  'from %s nothing is lost: every row is there, each alert’s line is a rule, and what can’t be read is kept',
  async (_, bring) => {
    const place = await newPlace();
    await bring(place);
    const store = await openStore({ ...place, as: 'bot' });
    for (const table of TABLES) {
      const after: readonly Row[] = await store.db.selectFrom(table).selectAll().execute();
      expect(after).toHaveLength(rowsBefore(table).length);
      expect(after).toEqual(
        expect.arrayContaining(rowsBefore(table).map((row) => expect.objectContaining(row))),
      );
    }
    const alerts = await store.db.selectFrom('alerts').selectAll().execute();
    expect(alerts).toHaveLength(rowsBefore('alerts').length);
    for (const { metal, rule, ...before } of rowsBefore('alerts')) {
      const { rule: text = '', ...after } = alerts.find(({ id }) => id === before['id']) ?? {};
      expect(after).toEqual(before);
      expect(JSON.parse(text)).toEqual(nowOf(String(rule), metal));
    }
    await store.close();
  },
);

/** What is kept of a line in this version. */
function nowOf(line: string, metal: unknown): object {
  const typed = metal === 'unobtanium' ? line : RULES[line];
  if (typed === undefined) return { line, metal };
  // Not all metals are among the few that rows are made of.
  const rule = ruleOf(typed.replace('praseodymium', 'neodymium'));
  return { ...rule, of: { ...rule.of, material: metal } };
}

test.each([
  ['its database', leaveAsBefore],
  ['its export', moveByExport],
])(
  'from %s each digest keeps its next time and each alert its rest: as it was kept, as this version counts it, and once it has looked',
  async (_, bring) => {
    const place = await newPlace();
    await bring(place);
    const store = await openStore({ ...place, as: 'bot' });
    const before = rowsBefore('subscriptions').map(({ id, next_at: at, next_slot: key }) => ({
      id,
      at,
      key,
    }));
    const kept = async () => {
      const all = await listSubscriptions(store.db, 'T0LOCAL0001');
      expect(all.filter((one) => !isReadable(one))).toEqual([]);
      return all.filter(isReadable);
    };
    const asIs = (await kept()).map(({ id, next }) => ({ id, ...next }));
    expect(asIs.toSorted(byId)).toEqual(before.toSorted(byId));
    const counted = (await kept()).map(({ id, schedule, zone }) => ({
      id,
      ...nextSlot(schedule, zone, MADE_AT),
    }));
    expect(counted.toSorted(byId)).toEqual(before.toSorted(byId));
    // What is put right at a start finds nothing to put right.
    expect(await mendSlots({ store, now: () => MADE_AT, log: { ...console, warn: () => {} } })).toBe(0);
    expect((await kept()).map(({ id, next }) => ({ id, ...next })).toSorted(byId)).toEqual(
      before.toSorted(byId),
    );
    const rests = rowsBefore('alerts').map(({ id, state, snoozed_until: until }) => ({ id, state, until }));
    const alerts = await store.db.selectFrom('alerts').selectAll().execute();
    expect(rests.some(({ until }) => until !== null)).toBe(true);
    expect(
      alerts.map(({ id, state, snoozed_until: until }) => ({ id, state, until })).toSorted(byId),
    ).toEqual(rests.toSorted(byId));
    await store.close();
  },
);

const byId = (a: { readonly id: unknown }, b: { readonly id: unknown }): number =>
  String(a.id) < String(b.id) ? -1 : 1;

test('a database of before takes tokens of the API, which are found again', async () => {
  const place = await newPlace();
  await leaveAsBefore(place);
  const store = await openStore({ ...place, as: 'bot' });
  const tokens = createTokens({
    store,
    house: { channelsByAdmins: false, entering: 'everyone', limits: NO_LIMITS },
    now: () => MADE_AT,
    onError: () => {},
  });
  expect(await tokens.isOn()).toBe(false);
  const made = await tokens.make(ADMIN, 'spreadsheet');
  expect(await tokens.find('token' in made ? made.token : '')).toMatchObject({ name: 'spreadsheet' });
  await store.close();
});

test('of a file there is nothing but rows that its export has', async () => {
  const { stateDir } = await newPlace();
  const file = join(stateDir, 'before.db');
  writeFileSync(file, contentOf('lodestone-0007.sqlite.gz'));
  const db = new DatabaseSync(file, { readOnly: true });
  for (const table of [...TABLES, 'alerts']) {
    const count = db.prepare(`select count(*) as rows from ${table}`).get();
    expect(count).toEqual({ rows: rowsBefore(table).length });
  }
  db.close();
});

let lodestone: Lodestone | undefined;
afterEach(async () => {
  await lodestone?.stop();
  lodestone = undefined;
});

test('a digest and alerts of before come after, each at its time', async () => {
  const place = await newPlace();
  await leaveAsBefore(place);
  let offset = MADE_AT - Date.now();
  const now = () => Date.now() + offset;
  const store = await openStore({ ...place, as: 'bot' });
  lodestone = await startLodestone({
    now,
    people: [{ name: 'Boss', tz: 'Europe/London', admin: true }],
    channels: [{ name: 'general' }],
    deps: { now: () => new Date(now()), store },
  });
  const running = lodestone;
  const { slack } = running;
  const boss = slack.user('Boss');
  const pass = (ms: number) => {
    offset += ms;
    running.wake();
  };
  /** Time passes until it has come: whoever takes up what nobody has begun looks for it now and then. */
  const comes = async (holds: () => boolean) => {
    const timer = setInterval(() => pass(500), 100);
    try {
      await slack.waitFor(holds, { timeoutMs: 40_000 });
    } finally {
      clearInterval(timer);
    }
  };
  const posted = (where: string, words: string) =>
    slack.messagesIn(where).filter(({ text }) => text.includes(words));
  /** What is posted by itself meanwhile is no answer: it is told by its words. */
  const say = async (line: string, words: string) => {
    await boss.command(`/nd ${line}`, '#general');
    return await slack.waitFor(() =>
      slack
        .messagesIn('general', { visibleTo: boss })
        .findLast((message) => JSON.stringify(message).includes(words)),
    );
  };

  // What waited to be posted.
  pass(20 * MINUTE);
  await comes(() => posted('general', 'NdPr oxide is up since 24 Nov').length === 1);
  // What was left out is told in the place where commands answer: before the first of them.
  await comes(() => posted('dm:Boss', 'While I was not running').length === 1);

  const list = await say('alert list', 'An alert that can’t be read');
  for (const words of [
    'Neodymium above $150/kg',
    'Neodymium below $60/kg (USGS)',
    'entirely outside $110 to $150/kg (the report)',
    'within $200 to $250/kg',
    'NdPr: a quote above CN¥600,000/t (oxide)',
    'NdPr: a change of 5 % or more within 7 days',
    'Dysprosium entirely above $300/kg',
    'Praseodymium: a quote below $55.50/kg (metal)',
    'Terbium below $700/kg',
  ])
    expect(list.text).toContain(words);
  expect(list.text.match(/An alert that can’t be read/g)).toHaveLength(BROKEN);
  const block = list.blocks.findIndex((one) => JSON.stringify(one).includes('can’t be read'));
  await boss.press(list, { block_id: String(list.blocks[block + 1]?.['block_id']), text: 'Delete' });
  // Among what fires meanwhile.
  await comes(() =>
    slack
      .messagesIn('general', { visibleTo: boss })
      .some(({ text }) => text.match(/An alert that can’t be read/g)?.length === BROKEN - 1),
  );

  // A price that one of before waits for. The one that had fired is of a price that is corrected by it, and comes again.
  const shown = await say(
    'quote add NdPr oxide 700001 CNY/t ex-works China incl. VAT 30 Nov 2026',
    'Store it',
  );
  await boss.press(shown, 'Store it');
  await comes(() => posted('dm:Boss', 'NdPr oxide is above your threshold: CN¥700,001/t').length === 1);
  const changes = () => posted('general', 'NdPr oxide is up since 24 Nov');
  await comes(() => changes().length === 2);

  // Tuesday's digest, at the time that it had.
  const digests = () => posted('general', 'Since your last digest').length;
  expect(digests()).toBe(0);
  pass(Date.parse('2026-12-01T07:44:00Z') - now());
  await slack.settled();
  expect(digests()).toBe(0);
  pass(MINUTE);
  await comes(() => digests() === 1);
  pass(HOUR);
  await slack.settled();
  expect(changes().map(({ text }) => text.includes('corrected'))).toEqual([false, true]);
  expect(digests()).toBe(1);
});

test('no line that the version before could write is unread', () => {
  const numbers = ['1', '0.001', '1234.5670', '1e+21', '1.5e-7', '60000'];
  const ends = ['', ' entirely', ' usgs', ' report', ' entirely usgs'];
  const units = ['USD/kg', 'CNY/t', 'JPY/lb'].flatMap((unit) =>
    ['', ' oxide', ' metal', ' contained metal'].map((form) => ` ${unit}${form}`),
  );
  const lines = numbers.flatMap((number) => [
    ...[...ends, ...units].flatMap((end) => [`above ${number}${end}`, `below ${number}${end}`]),
    ...ends.flatMap((end) => ['leaves', 'enters'].map((verb) => `range ${number}-2e+22 ${verb}${end}`)),
  ]);
  const changes = ['0.1', '5', '2.5', '100'].flatMap((percent) =>
    ['', ' oxide'].map((form) => `change ${percent}% 7 days${form}`),
  );
  for (const line of [...lines, ...changes])
    expect({ line, rule: readWrittenRule(ruleOfLine(line, 'terbium')) }).toMatchObject({
      line,
      rule: { of: { material: 'terbium' }, repeat: 'each' },
    });
});
