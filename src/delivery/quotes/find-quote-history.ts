/** Looks up what a chart of quotes shows: a series' prices, on the basis that is wanted, and the words for them. */
import type { QuoteHistory } from '#src/charts/specs/quotes.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/quote.ts';
import { convertHistory } from '#src/domain/quotes/convert.ts';
import { dayInWords } from '#src/domain/quotes/dates.ts';
import type { QuotesSubject } from '#src/domain/quotes/quotes-subject.ts';
import { nameOfQuote } from '#src/domain/topics/quoted-choice.ts';
import { quoteHistory } from '#src/storage/quotes.ts';
import { convertContext, sourceOf, type QuoteDesk } from './desk.ts';

type Desk = Pick<QuoteDesk, 'store' | 'settings' | 'materials' | 'vat'>;

/** @returns `undefined` where the series has no price in these days that can be put on the basis. */
export async function findQuoteHistory(
  desk: Desk,
  { series, from, to, target }: QuotesSubject,
): Promise<QuoteHistory | undefined> {
  const stored = await quoteHistory(desk.store.db, series, from, to);
  const convert = await convertContext(desk, target === undefined ? to : from);
  const shown = target === undefined ? stored : convertHistory(stored, target, convert);
  const [quoted, newest] = [stored.at(-1), shown.at(-1)];
  if (quoted === undefined || newest === undefined) return undefined;
  const { unit } = quantityOf(newest);
  const rates = quoted.currency === newest.currency ? undefined : convert.rates?.source;
  const notes = [
    basisInWords(newest),
    ...estimates(shown),
    ...(target === undefined ? [] : [`converted from ${unitOf(quoted)}, ${basisInWords(quoted)}`]),
    ...(shown.length < stored.length
      ? [`${stored.length - shown.length} days left out, for want of a rate`]
      : []),
  ];
  return {
    name: nameOfQuote({ convert }, newest),
    unit,
    basis: notes.join(', '),
    source: [
      `${sourceOf(desk, newest.source).name}, of ${dayInWords(newest.date)}`,
      ...(rates === undefined ? [] : [`exchange rates of each day: ${rates}`]),
    ].join(' · '),
    quotes: shown,
  };
}

const unitOf = (quote: ReadQuote) => quantityOf(quote).unit;

function estimates(quotes: readonly ReadQuote[]): readonly string[] {
  const count = quotes.filter(({ estimated }) => estimated).length;
  if (count === 0) return [];
  return [count === quotes.length ? 'estimates' : `${count} of ${quotes.length} are estimates`];
}
