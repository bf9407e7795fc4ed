/** Fetches the quotes that a question may want, so that answering it stays pure. */
import type { Actor } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { questionsOf, type ReadText } from '#src/domain/asking/read-text.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { quoteNeeds, seriesToFetch, type QuoteNeeds } from '#src/domain/topics/price/quote-needs.ts';
import { latestQuotes, quoteHistory } from '#src/storage/quotes.ts';
import { convertContext, sourceOf, type QuoteDesk } from './desk.ts';

interface AskedOf {
  readonly read: ReadText;
  readonly team: string;
  readonly now: Date;
  /** The question before this one, that it may lean on. */
  readonly previous?: Question | undefined;
}

type Desk = Pick<QuoteDesk, 'store' | 'settings' | 'materials' | 'vat' | 'charted'>;

/** @returns `undefined` where there is no quote of what the question may be about */
export async function loadBook(
  desk: Desk,
  catalog: MetalCatalog,
  { read, team, now, previous }: AskedOf,
): Promise<QuoteBook | undefined> {
  return await bookFor(desk, team, now, quoteNeeds(questionsOf(read), catalog, now, previous));
}

/** The same for somebody who asks, if they may be answered from the workspace's quotes. */
export async function bookForAsker(
  desk: Desk & Pick<QuoteDesk, 'house'>,
  catalog: MetalCatalog,
  actor: Actor,
  asked: Omit<AskedOf, 'team'>,
): Promise<QuoteBook | undefined> {
  if (!may(actor, 'ask', 'quotes', desk.house)) return undefined;
  return await loadBook(desk, catalog, { ...asked, team: actor.team });
}

/** @returns `undefined` where there is no quote of what is needed */
export async function bookFor(
  desk: Desk,
  team: string,
  now: Date,
  needs: QuoteNeeds,
): Promise<QuoteBook | undefined> {
  const { db } = desk.store;
  const latest = await latestQuotes(db, team, needs.metals);
  if (latest.length === 0) return undefined;
  const today = isoDate(now.getTime());
  const known = { latest, today, sourceOf: (source: string) => sourceOf(desk, source) };
  const histories = new Map(
    await Promise.all(
      seriesToFetch(known, needs).map(
        async (series) => [series, await quoteHistory(db, series, needs.since, today)] as const,
      ),
    ),
  );
  const isConverted = needs.wanted.some(({ target }) => Object.keys(target).length > 0);
  // The oldest price that may be converted is the one that answers where nothing newer is there.
  const oldest = latest.reduce((day, { quote }) => (quote.date < day ? quote.date : day), needs.since);
  const convert = await convertContext(desk, isConverted ? oldest : today);
  return { ...known, convert, histories, charted: desk.charted };
}

/** Ids of the materials that a team may see quotes of. */
export async function quotedMaterials(
  { store }: Pick<QuoteDesk, 'store'>,
  team: string,
): Promise<ReadonlySet<string>> {
  return new Set((await latestQuotes(store.db, team)).map(({ key }) => key.metal));
}

/** All series of a material that a workspace sees, each with its history. @param since ISO date; @returns `undefined` where there are none */
export async function wholeBook(
  desk: Desk & Pick<QuoteDesk, 'now'>,
  team: string,
  material: string,
  since: string,
): Promise<QuoteBook | undefined> {
  const { db } = desk.store;
  const latest = await latestQuotes(db, team, [material]);
  if (latest.length === 0) return undefined;
  const today = isoDate(desk.now());
  const histories = new Map(
    await Promise.all(
      latest.map(async ({ series }) => [series, await quoteHistory(db, series, since, today)] as const),
    ),
  );
  const convert = await convertContext(desk, today);
  return { today, latest, histories, convert, charted: desk.charted, sourceOf: (one) => sourceOf(desk, one) };
}
