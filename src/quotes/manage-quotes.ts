/**
 * What people do with quotes: enter, confirm what they pasted, take back, decide what is held, and see how feeds fare. What
 * only some may, asks whether they may, so that no caller has to.
 */
import type { Actor } from '#src/access/actor.ts';
import { overInWords } from '#src/access/limits.ts';
import type { House } from '#src/access/may.ts';
import { isRefused, type Refused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { MANUAL, type ReadQuote } from '#src/domain/series/quote.ts';
import { DAY_MS, isoDate } from '#src/domain/measure/days.ts';
import type { QuoteId, StoredQuote, StoreOutcome } from '#src/domain/series/quotes/quote-store.ts';
import { readLine, type ReadLine } from '#src/domain/reading/quotes/read-line.ts';
import { enteredBefore, takeTurn } from '#src/storage/counts.ts';
import { listFeedHealth, type FeedHealth } from '#src/storage/feed-health.ts';
import { decideHeld, heldQuotes, lastEntered, withdrawQuote } from '#src/storage/quote-decisions.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';
import { take, wasTaken } from '#src/storage/taken.ts';
import { readRow } from './tables/rows/read-row.ts';
import type { Row } from './tables/rows/row.ts';
import type { Feed } from './feeds/kinds.ts';
import type { QuoteDesk } from './quote-desk.ts';

/** Far more than any price moves: what a person has confirmed is held only where a mark or a zero must have slipped. */
const MANUAL_HOLD_FACTOR = 10;

/** Reads a line as it would be stored. */
export function readQuoteLine(
  desk: Pick<QuoteDesk, 'materials' | 'now'>,
  text: string,
  defaultMetal: string,
): ReadLine {
  return readLine(text, { materials: desk.materials, defaultMetal, today: isoDate(desk.now()) });
}

/** The fields of the form in which something may be wrong. */
const TYPED = ['low', 'high', 'date', 'place', 'purity'] as const;

/** Reads a form whose fields are named as a feed's row has them. @returns the price, or which field is wrong, and why */
export function readQuoteFields(
  { materials, now }: Pick<QuoteDesk, 'materials' | 'now'>,
  fields: Row,
): { readonly quote: ReadQuote } | { readonly field: string; readonly reason: string } {
  const common = {
    source: MANUAL,
    marks: { style: 'none', strict: false },
    dateOrder: undefined,
    invert: false,
    isUnitSet: true,
    common: {},
  } as const;
  const row = { ...fields, high: fields.high ?? fields.low ?? '' };
  const read = readRow(row, common, { materials, today: isoDate(now()) });
  if ('quote' in read) return read;
  return { field: TYPED.find((name) => read.reason.includes(name)) ?? 'low', reason: read.reason };
}

/**
 * Stores a price that a person entered and confirmed, where there is room for one more.
 * @param key Of the form or button that it comes from: what is sent twice is stored once.
 * @returns what came of it; `again` where it was stored before
 */
export async function enterQuote(
  desk: QuoteDesk,
  actor: Actor,
  quote: ReadQuote,
  key: string,
): Promise<StoreOutcome | Refused | 'again'> {
  const why = whyNot(actor, 'quotes', 'enter', desk.house);
  if (why !== undefined) return { why };
  const { store, now, house } = desk;
  const { team, user } = actor;
  const outcome = await store.db.transaction().execute(async (db) => {
    const at = now();
    await takeTurn(db, store.kind, team);
    if (await wasTaken(db, team, key)) return 'again';
    const over = await whyTooManyToday(db, actor, house, at);
    if (over !== undefined) return over;
    await take(db, team, key, at);
    const request = { quotes: [quote], team, holdFactor: MANUAL_HOLD_FACTOR, enteredBy: user, now: at };
    return await storeQuotes(db, request);
  });
  if (outcome !== 'again' && !isRefused(outcome) && outcome.published.length > 0) desk.changed();
  return outcome;
}

/** Prices that were entered longer ago do not count. */
const ENTERED_WITHIN_MS = DAY_MS;

async function whyTooManyToday(
  db: Db,
  { team, user }: Actor,
  { limits: { quotes: most } }: House,
  at: number,
): Promise<Refused | undefined> {
  for (const [whose, enteredBy] of [['person', user], ['workspace']] as const) {
    const first = await enteredBefore(db, team, most[whose], at - ENTERED_WITHIN_MS, enteredBy);
    if (first === undefined) continue;
    const words = overInWords({ limited: 'quotes', whose, most, waitMs: first + ENTERED_WITHIN_MS - at });
    return { why: `*Nothing was stored.* ${words}` };
  }
  return undefined;
}

/** Takes back the newest price that a person entered. @returns it, or `undefined` where there is none */
export async function undoQuote(desk: QuoteDesk, actor: Actor): Promise<StoredQuote | Refused | undefined> {
  const why = whyNot(actor, 'quotes', 'undo', desk.house);
  if (why !== undefined) return { why };
  const { team, user } = actor;
  const undone = await desk.store.db.transaction().execute(async (db) => {
    const last = await lastEntered(db, team, user);
    if (last === undefined || !(await withdrawQuote(db, last))) return undefined;
    await desk.takenBack(db, team, last);
    return last;
  });
  if (undone === undefined) return undefined;
  desk.withdrawn(undone.series);
  desk.changed();
  return undone;
}

/** Publishes or rejects a held price that a team sees. @returns it, or `undefined` where it was decided already */
export async function decideQuote(
  desk: QuoteDesk,
  actor: Actor,
  id: QuoteId,
  decision: 'publish' | 'reject',
): Promise<StoredQuote | Refused | undefined> {
  const why = whyNot(actor, 'quotes', 'decide', desk.house);
  if (why !== undefined) return { why };
  const { team } = actor;
  const decided = await desk.store.db.transaction().execute(async (db) => {
    const held = await heldQuotes(db, team);
    const quote = held.find((q) => q.series === id.series && q.date === id.date && q.edition === id.edition);
    return quote !== undefined && (await decideHeld(db, id, decision)) ? quote : undefined;
  });
  if (decided !== undefined && decision === 'publish') desk.changed();
  return decided;
}

interface FeedsStatus {
  /** `health` is missing before a feed's first turn. */
  readonly feeds: readonly { readonly feed: Feed; readonly health: FeedHealth | undefined }[];
  readonly held: readonly StoredQuote[];
}

/** How the feeds fare, for somebody who may know. */
export async function feedsFor(
  desk: Pick<QuoteDesk, 'store' | 'settings' | 'house'>,
  actor: Actor,
): Promise<FeedsStatus | Refused> {
  const why = whyNot(actor, 'look', 'feeds', desk.house);
  return why === undefined ? await feedsStatus(desk, actor.team) : { why };
}

/** The same for whoever runs the bot, in a terminal. @param team Whose held prices. */
export async function feedsStatus(
  { store, settings }: Pick<QuoteDesk, 'store' | 'settings'>,
  team: string,
): Promise<FeedsStatus> {
  const health = await listFeedHealth(store.db);
  return {
    feeds: settings.feeds.map((feed) => ({ feed, health: health.find((row) => row.feed === feed.id) })),
    held: await heldQuotes(store.db, team),
  };
}
