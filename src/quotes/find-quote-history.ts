/** Looks up what a chart of quotes shows: a series' prices, on the basis that is wanted, and the words for them. */
import type { Actor } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import type { QuoteHistory } from '#src/charts/specs/quotes.ts';
import { quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import { convertHistory } from '#src/domain/series/convert.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import type { QuotesSubject } from '#src/domain/series/chart-subject.ts';
import { nameOfQuote } from '#src/domain/series/quotes/quoted-series.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { ownerOfSeries, quoteHistory } from '#src/storage/quotes.ts';
import { convertContext, sourceOf, type QuoteDesk, type QuoteReader } from './quote-desk.ts';

/** Whether somebody may see what a chart of quotes shows: its subject stands on a button, and may be any. */
export async function maySeeHistory(
  { store, house }: Pick<QuoteDesk, 'store' | 'house'>,
  actor: Actor,
  { series }: QuotesSubject,
): Promise<boolean> {
  if (!may(actor, 'ask', 'files', house)) return false;
  const owner = await ownerOfSeries(store.db, series);
  return owner === EVERYBODY || owner === actor.team;
}

/** @returns `undefined` where the series has no price in these days that can be put on the basis. */
export async function findQuoteHistory(
  desk: Omit<QuoteReader, 'charted'>,
  { series, from, to, target }: QuotesSubject,
): Promise<QuoteHistory | undefined> {
  const stored = await quoteHistory(desk.store.db, series, from, to);
  const convert = await convertContext(desk, target === undefined ? to : from);
  const shown = target === undefined ? stored : convertHistory(stored, target, convert);
  const [quoted, newest] = [stored.at(-1), shown.at(-1)];
  if (quoted === undefined || newest === undefined) return undefined;
  const { unit } = quantityOf(newest);
  const left = stored.length - shown.length;
  return {
    name: nameOfQuote({ convert }, newest),
    unit,
    basis: [basisInWords(newest), ...estimates(shown)].join(', '),
    source: [
      [
        `${sourceOf(desk, newest.source).name}, of ${dayInWords(newest.date)}`,
        ...asQuoted(quoted, newest),
      ].join(', '),
      ...(quoted.currency === newest.currency ? [] : [`exchange rates: ${convert.rates?.source}`]),
      ...(left > 0 ? [`${left} ${left === 1 ? 'day' : 'days'} left out for want of a rate`] : []),
    ].join(' · '),
    quotes: shown,
  };
}

/** "quoted in CNY per t, VAT included": as far as that is not what is shown. */
function asQuoted(quoted: ReadQuote, shown: ReadQuote): readonly string[] {
  const { currency, mass, vat, form } = quoted;
  const words = [
    ...(currency === shown.currency && mass === shown.mass ? [] : [`${currency} per ${mass}`]),
    ...(form === shown.form ? [] : [form]),
    ...(vat === shown.vat ? [] : [`VAT ${vat}`]),
  ];
  return words.length === 0 ? [] : [`quoted in ${words.join(', ')}`];
}

function estimates(quotes: readonly ReadQuote[]): readonly string[] {
  const count = quotes.filter(({ estimated }) => estimated).length;
  if (count === 0) return [];
  return [count === quotes.length ? 'estimates' : `${count} of ${quotes.length} are estimates`];
}
