/**
 * A price that was taken back goes from what is kept of digests and alerts, too: from the figures that a digest compares with,
 * from what waits to be posted or could not be, and from what an alert fired on.
 */
import { z } from 'zod';
import type { QuoteId } from '#src/domain/series/quotes/quote-store.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { isQuoteFigure } from '#src/domain/watching/kept-figures.ts';
import { blankReading } from '#src/domain/watching/kept-reading.ts';

type Gone = Pick<QuoteId, 'series' | 'date'>;

/** Must run in the transaction in which the price is taken back. @param team Whose price it was. */
export async function forgetFigures(db: Db, team: string, gone: Gone): Promise<void> {
  const naming = `%${gone.series}%`;
  const digests = await db
    .selectFrom('subscriptions')
    .select(['id', 'last_figures as text'])
    .where('team', '=', team)
    .where('last_figures', 'like', naming)
    .execute();
  for (const { id, text } of digests)
    await db
      .updateTable('subscriptions')
      .set({ last_figures: without(text, gone) })
      .where('id', '=', id)
      .execute();
  const alerts = await db
    .selectFrom('alerts')
    .select(['id', 'fired_on as text'])
    .where('team', '=', team)
    .where('fired_on', 'like', naming)
    .execute();
  for (const { id, text } of alerts)
    await db
      .updateTable('alerts')
      .set({ fired_on: without(text, gone) })
      .where('id', '=', id)
      .execute();
  const posts = await db
    .selectFrom('deliveries')
    .select(['id', 'payload as text'])
    .where('team', '=', team)
    .where('kind', '!=', 'notice')
    .where('payload', 'like', naming)
    .execute();
  for (const { id, text } of posts)
    await db
      .updateTable('deliveries')
      .set({ payload: without(text, gone) })
      .where('id', '=', id)
      .execute();
  // Told in words that may name the price. Where it is still to be told, it is found again.
  await db
    .deleteFrom('deliveries')
    .where('team', '=', team)
    .where('kind', '=', 'notice')
    .where('slot', 'like', naming)
    .where('state', '!=', 'sent')
    .execute();
}

const kept = z.record(z.string(), z.unknown());

/** What is kept of figures, without a price. What can't be read is not kept at all. */
function without(text: string | null, gone: Gone): string | null {
  if (text === null) return null;
  const read = kept.safeParse(JSON.parse(text)).data;
  if (read === undefined) return null;
  if ('on' in read) return blankReading(text, gone);
  const others = Object.entries(read).filter(([key, figure]) => !isQuoteFigure(key, figure, gone));
  return JSON.stringify(Object.fromEntries(others));
}
