/**
 * Tables that people drop: read as they are or as somebody said, shown with what importing them would do, and imported. What
 * was chosen is remembered for the next file of the same columns.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#src/access/actor.ts';
import type { Refused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { midpoint } from '#src/domain/measure/figure.ts';
import { PriceTable } from '#src/domain/series/quotes/price-table.ts';
import { IMPORTED, seriesName, type ReadQuote } from '#src/domain/series/quote.ts';
import type { StoreOutcome } from '#src/domain/series/quotes/quote-store.ts';
import { readSetting, writeSetting } from '#src/storage/database/settings.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';
import { take, wasTaken } from '#src/storage/taken.ts';
import { readTableAside } from './aside/read-aside.ts';
import type { TableSaid } from './aside/read-dropped.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { FeedContent } from './feeds/feed.ts';
import { createTurns } from './feeds/turns.ts';
import { HOLD_FACTOR, importTable, type Imported } from './import-quotes.ts';
import { ROW_FIELDS } from './tables/rows/row.ts';

/** What a person said of a table: of columns, by their place, and of all rows. */
export const choicesSchema = z.strictObject({
  columns: z.record(z.string().regex(/^\d{1,3}$/), z.enum([...ROW_FIELDS, 'ignored'])).default({}),
  common: z.partialRecord(z.enum(ROW_FIELDS), z.string().max(100)).default({}),
});
export type Choices = z.output<typeof choicesSchema>;
const NO_CHOICES: Choices = { columns: {}, common: {} };

/** What importing a table would do. */
export interface DryRun extends FeedContent {
  readonly said: TableSaid;
  readonly choices: Choices;
  readonly counts: Imported;
  readonly held: StoreOutcome['held'];
}

/**
 * Reads a dropped table and says what importing it would do; stores nothing.
 * @param choices Without any, those that the same person made for the last table of these columns.
 * @throws FeedError where it is no table
 */
export async function tryDropped(
  desk: QuoteDesk,
  actor: Actor,
  bytes: Uint8Array,
  choices?: Choices,
): Promise<DryRun | Refused> {
  const why = whyNot(actor, 'quotes', 'import', desk.house);
  if (why !== undefined) return { why };
  const first = await readDroppedTable(desk, actor, bytes, choices ?? NO_CHOICES);
  const remembered = choices === undefined ? await recall(desk, actor, first.said) : undefined;
  const used = remembered ?? choices ?? NO_CHOICES;
  const read = remembered === undefined ? first : await readDroppedTable(desk, actor, bytes, remembered);
  const outcome = await wouldStore(desk, actor.team, read.quotes);
  const { added, corrected, unchanged, held } = outcome;
  return { ...read, choices: used, counts: { added, corrected, unchanged, held: held.length }, held };
}

/**
 * Imports a dropped table, once for one press.
 * @param key Of the button. @throws FeedError where it is no table
 */
export async function importDropped(
  desk: QuoteDesk,
  actor: Actor,
  { bytes, choices, key }: { readonly bytes: Uint8Array; readonly choices: Choices; readonly key: string },
): Promise<(Imported & { readonly rejected: number }) | Refused | 'again'> {
  const why = whyNot(actor, 'quotes', 'import', desk.house);
  if (why !== undefined) return { why };
  const { store, now } = desk;
  const { team } = actor;
  if (await wasTaken(store.db, team, key)) return 'again';
  const { quotes, rejected, said } = await readDroppedTable(desk, actor, bytes, choices);
  const table = new PriceTable();
  const turn = createTurns();
  for (const [at, quote] of quotes.entries()) {
    table.add(quote, at);
    await turn();
  }
  const done = await importTable(store, table, { team, now: now() });
  // Only then: what failed halfway can be pressed again, and to import the same again changes nothing.
  const isFirst = await store.db.transaction().execute(async (db) => {
    if (await wasTaken(db, team, key)) return false;
    await take(db, team, key, now());
    return true;
  });
  if (!isFirst) return 'again';
  await remember(desk, actor, said, choices);
  if (done.added + done.corrected > 0) desk.changed();
  return { ...done, rejected: rejected.length };
}

async function readDroppedTable(
  { store, materialsNow, now }: QuoteDesk,
  { team }: Actor,
  bytes: Uint8Array,
  { columns, common }: Choices,
) {
  const latest = await latestQuotes(store.db, team);
  const last = new Map(latest.map(({ key, quote }) => [seriesName(key), midpoint(quote.range)]));
  const settings = { id: IMPORTED, bySource: true, chosen: columns, common };
  return await readTableAside(bytes, settings, {
    materials: await materialsNow(),
    today: isoDate(now()),
    last,
  });
}

/** Thrown and caught here alone: what was stored is taken back. */
class TakenBack extends Error {}

/** What storing prices comes to: done, and taken back. */
async function wouldStore(
  desk: QuoteDesk,
  team: string,
  quotes: readonly ReadQuote[],
): Promise<StoreOutcome> {
  const none: StoreOutcome = {
    added: 0,
    corrected: 0,
    unchanged: 0,
    held: [],
    published: [],
    movedOn: undefined,
  };
  let outcome = none;
  if (quotes.length === 0) return none;
  try {
    await desk.store.db.transaction().execute(async (db) => {
      const request = { quotes, team, holdFactor: HOLD_FACTOR, enteredBy: null, now: desk.now() };
      outcome = await storeQuotes(db, request);
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return outcome;
}

/** The same for tables of the same columns, whatever their rows. */
const keyOf = ({ user }: Actor, { columns }: TableSaid): string => {
  const shape = createHash('sha256')
    .update(JSON.stringify(columns.map(({ heading }) => heading)))
    .digest('base64url');
  return `table ${user} ${shape.slice(0, 16)}`;
};

async function recall({ store }: QuoteDesk, actor: Actor, said: TableSaid): Promise<Choices | undefined> {
  return choicesSchema.safeParse(await readSetting(store.db, actor.team, keyOf(actor, said))).data;
}

async function remember(
  { store }: QuoteDesk,
  actor: Actor,
  said: TableSaid,
  choices: Choices,
): Promise<void> {
  // A day is of one table alone.
  const { date: _, ...common } = choices.common;
  const kept = { ...choices, common };
  if (Object.keys(kept.columns).length + Object.keys(common).length === 0) return;
  await writeSetting(store.db, actor.team, keyOf(actor, said), kept);
}
