/** Fetches the quotes that a question may want, so that answering it stays pure. */
import type { Actor } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { questionsOf, type ReadText } from '#src/domain/asking/read-text.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { quoteNeeds, seriesToFetch, type QuoteNeeds } from '#src/domain/topics/price/quote-needs.ts';
import { latestQuotes, quoteHistory } from '#src/storage/quotes.ts';
import { convertContext, sourceOf, type QuoteDesk, type QuoteReader } from './quote-desk.ts';

interface AskedOf {
  readonly read: ReadText;
  readonly team: string;
  readonly now: Date;
  /** The question before this one, that it may lean on. */
  readonly previous?: Question | undefined;
}

/** @returns `undefined` where there is no quote of what the question may be about */
export async function loadBook(
  desk: QuoteReader,
  catalog: MetalCatalog,
  { read, team, now, previous }: AskedOf,
): Promise<QuoteBook | undefined> {
  return await bookFor(desk, team, now, quoteNeeds(questionsOf(read), catalog, now, previous));
}

/** The same for somebody who asks, if they may be answered from the workspace's quotes. */
export async function bookForAsker(
  desk: QuoteReader & Pick<QuoteDesk, 'house'>,
  catalog: MetalCatalog,
  actor: Actor,
  asked: Omit<AskedOf, 'team'>,
): Promise<QuoteBook | undefined> {
  if (!may(actor, 'ask', 'quotes', desk.house)) return undefined;
  return await loadBook(desk, catalog, { ...asked, team: actor.team });
}

/** @returns `undefined` where there is no quote of what is needed */
export async function bookFor(
  desk: QuoteReader,
  team: string,
  now: Date,
  needs: QuoteNeeds,
): Promise<QuoteBook | undefined> {
  const known = await knownOf(desk, team, now.getTime(), needs.metals);
  if (known === undefined) return undefined;
  const { latest, today } = known;
  const isConverted = needs.wanted.some(({ target }) => Object.keys(target).length > 0);
  // The oldest price that may be converted is the one that answers where nothing newer is there.
  const oldest = latest.reduce((day, { quote }) => (quote.date < day ? quote.date : day), needs.since);
  return await withHistories(desk, known, {
    series: seriesToFetch(known, needs),
    since: needs.since,
    convertedSince: isConverted ? oldest : today,
  });
}

type Known = Pick<QuoteBook, 'latest' | 'today' | 'sourceOf'>;

/** The newest price of each series that a team sees; `undefined` where there is none. @param metals Ids. */
async function knownOf(
  desk: QuoteReader,
  team: string,
  now: number,
  metals: QuoteNeeds['metals'],
): Promise<Known | undefined> {
  const latest = await latestQuotes(desk.store.db, team, metals);
  return latest.length === 0
    ? undefined
    : { latest, today: isoDate(now), sourceOf: (source) => sourceOf(desk, source) };
}

async function withHistories(
  desk: QuoteReader,
  known: Known,
  {
    series,
    since,
    convertedSince,
  }: { readonly series: readonly string[]; readonly since: string; readonly convertedSince: string },
): Promise<QuoteBook> {
  const { db } = desk.store;
  const histories = new Map(
    await Promise.all(
      series.map(async (one) => [one, await quoteHistory(db, one, since, known.today)] as const),
    ),
  );
  const convert = await convertContext(desk, convertedSince);
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
  desk: QuoteReader & Pick<QuoteDesk, 'now'>,
  team: string,
  material: string,
  since: string,
): Promise<QuoteBook | undefined> {
  const known = await knownOf(desk, team, desk.now(), [material]);
  return (
    known &&
    (await withHistories(desk, known, {
      series: known.latest.map(({ series }) => series),
      since,
      convertedSince: known.today,
    }))
  );
}
