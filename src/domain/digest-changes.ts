/** What a digest keeps to compare with: its figures, and what has changed of them since. */
import type { Line, Part } from './answer.ts';
import type { Figure } from './catalog.ts';
import type { DigestItem } from './digest.ts';
import { changeBetween, isExact, type Quantity } from './figure.ts';
import type { Metal } from './metal.ts';
import { quantityOf } from './quote.ts';
import { freshnessOf } from './quotes/freshness.ts';
import { seriesFor, type QuoteBook } from './quotes/quote-book.ts';
import { citationOfQuote, nameOfQuote } from './topics/quoted-choice.ts';
import { ANY_PRICE, pricesOf } from './topics/prices.ts';
import { sectorTracks } from './topics/sector-tracks.ts';
import { cite, firmness, makePart, show } from './topics/topic.ts';
import { newestYear, tracksOf, type Track } from './topics/track.ts';

/** The figures of a digest by what they are of; kept to be compared with the next one's. */
export type DigestFigures = Readonly<Record<string, { readonly year: number; readonly quantity: Quantity }>>;

/** A figure that a digest keeps an eye on. */
export interface Tracked {
  readonly key: string;
  readonly label: string;
  readonly figure: Pick<Figure, 'year' | 'quantity' | 'citation'>;
}

/** What the digest is about, to see whether it has changed: this year's figures, or the newest before. */
export function trackedOf(metal: Metal, items: readonly DigestItem[], thisYear: number): readonly Tracked[] {
  const { main, others } = pricesOf(metal, ANY_PRICE);
  const tracks: (readonly [string, Track])[] = [];
  const wantsPrice = (['price', 'change', 'chart'] as const).some((item) => items.includes(item));
  if (wantsPrice)
    for (const track of [main, ...others]) if (track !== undefined) tracks.push(['price', track]);
  if (items.includes('sectors'))
    for (const { sector, track } of sectorTracks(metal)) tracks.push([sector.name.toLowerCase(), track]);
  if (items.includes('production'))
    for (const track of tracksOf(metal, { metric: 'production' })) tracks.push(['production', track]);
  return tracks.flatMap(([what, track]) => {
    const year = newestYear(track, thisYear);
    const figure = year === undefined ? undefined : track.at(year);
    const family = track.family[0]?.family;
    if (figure === undefined || family === undefined) return [];
    return [{ key: `${metal.id}/${family}`, label: `${metal.name} ${what}`, figure }];
  });
}

/** The newest quote of a metal that is a price still. Its series is part of the key: another basis is another figure. */
export function quoteTracked(
  metal: Metal,
  items: readonly DigestItem[],
  book: QuoteBook | undefined,
): readonly Tracked[] {
  const wanted = items.includes('price') || items.includes('change');
  const [newest] =
    book && wanted ? seriesFor(book, metal.id, { form: undefined, terms: undefined, target: {} }) : [];
  if (book === undefined || newest === undefined) return [];
  const { key, quote, series } = newest;
  if (freshnessOf(quote.date, book.today, book.sourceOf(key.source).limits).state === 'dead') return [];
  const figure = {
    year: Number(quote.date.slice(0, 4)),
    quantity: quantityOf(quote),
    citation: citationOfQuote(book, newest),
  };
  return [{ key: `${metal.id}/quote/${series}`, label: `${nameOfQuote(book, key)} quote`, figure }];
}

/** Whether a figure is other than it was, or new. */
export function hasChanged(
  before: DigestFigures[string] | undefined,
  { year, quantity }: Tracked['figure'],
): boolean {
  if (before === undefined) return true;
  return (
    before.year !== year ||
    before.quantity.unit !== quantity.unit ||
    before.quantity.range.low !== quantity.range.low ||
    before.quantity.range.high !== quantity.range.high ||
    before.quantity.firmness !== quantity.firmness
  );
}

/** What has changed, with what it was and by how much. */
export function changesPart(changed: readonly Tracked[], previous: DigestFigures, since: string): Part {
  return makePart('change', {
    headline: [{ strong: [`${since[0]?.toUpperCase() ?? ''}${since.slice(1)}`] }],
    body: changed.map(({ key, label, figure }): Line => {
      const before = previous[key];
      const now: Line = [`${label}, ${figure.year}: `, show(figure), firmness(figure)];
      if (before === undefined) return [...now, ', new.'];
      const was: Line = [
        before.year === figure.year ? '; it was ' : `; last time it was ${before.year}’s `,
        { quantity: before.quantity },
        firmness(before),
      ];
      const comparable = before.year === figure.year && before.quantity.unit === figure.quantity.unit;
      if (!comparable || before.quantity.range.low <= 0) return [...now, ...was, '.'];
      const change = changeBetween(before.quantity.range, figure.quantity.range);
      const moved = !isExact(change.percent) || Math.abs(change.percent.low) >= 0.05;
      return moved ? [...now, ...was, ': ', { change }, '.'] : [...now, ...was, '.'];
    }),
    citations: cite(changed.map((t) => t.figure)),
  });
}
