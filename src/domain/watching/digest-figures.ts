/** What a digest keeps an eye on, by the year or by the day: the newest figure of each series, and what has changed since the last one. */
import type { Line, Part } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { isExact } from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import type { LatestQuote } from '#src/domain/series/quotes/quote-store.ts';
import { liveSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import { citationOfQuote, nameOfQuote } from '#src/domain/series/quotes/quoted-series.ts';
import { newestYear, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { ANY_PRICE, pricesOf } from '#src/domain/topics/price/prices.ts';
import { sectorTracks } from '#src/domain/topics/sectors/sector-tracks.ts';
import { cite, firmness, makePart } from '#src/domain/topics/topic.ts';
import type { DigestItem } from './digest-content.ts';
import { keyOfQuotes, type DigestFigures, type KeptFigure } from './kept-figures.ts';

/** What a digest is of: a metal of the catalog, or what only markets quote and has no figures. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly metal: Metal | undefined;
  readonly book: QuoteBook | undefined;
}

/** A figure that a digest keeps an eye on. */
interface Tracked {
  readonly key: string;
  readonly label: string;
  readonly figure: KeptFigure & Pick<Figure, 'citation'>;
  /** What is said where the last digest did not have it. */
  readonly ifNew: string;
}

/** More series of quotes of one metal than that are not watched. */
const MOST_QUOTED = 6;

/**
 * What the digest is about, to see whether it has changed: the newest quotes, and this year's figures or the newest before.
 * @param previous Those that the last digest had stay watched.
 */
export function trackedOf(
  subject: Subject,
  items: readonly DigestItem[],
  previous: DigestFigures | undefined,
  thisYear: number,
): readonly Tracked[] {
  const wants = (...some: readonly DigestItem[]) => some.some((item) => items.includes(item));
  return [
    ...(wants('price', 'change') ? quotesOf(subject, previous) : []),
    ...(subject.metal === undefined ? [] : figuresOf(subject.metal, wants, thisYear)),
  ];
}

/**
 * The newest quote of each series. A series is one source's prices on one basis, so what is compared with the last digest is
 * never on two.
 */
function quotesOf({ id, book }: Subject, previous: DigestFigures | undefined): readonly Tracked[] {
  if (book === undefined) return [];
  const live = liveSeries(book, id);
  const known = ({ series }: LatestQuote) => previous?.[keyOfQuotes(id, series)] !== undefined;
  const watched = live.toSorted((a, b) => Number(known(b)) - Number(known(a))).slice(0, MOST_QUOTED);
  const hadOthers = Object.keys(previous ?? {}).some((key) => key.startsWith(keyOfQuotes(id, '')));
  const ifNew = hadOthers
    ? 'the first of its source and basis, so there is nothing to compare it with'
    : 'new';
  return watched.map((series): Tracked => {
    const { key, quote } = series;
    const which = live.length > 1 ? ` (${book.sourceOf(key.source).name}; ${basisInWords(key)})` : '';
    const [year, date] = [Number(quote.date.slice(0, 4)), quote.date];
    return {
      key: keyOfQuotes(id, series.series),
      label: `${nameOfQuote(book, key)} quote${which}`,
      figure: { year, date, quantity: quantityOf(quote), citation: citationOfQuote(book, series) },
      ifNew,
    };
  });
}

function figuresOf(
  metal: Metal,
  wants: (...items: readonly DigestItem[]) => boolean,
  thisYear: number,
): readonly Tracked[] {
  const { main, others } = pricesOf(metal, ANY_PRICE);
  const prices = wants('price', 'change', 'chart') ? [main, ...others] : [];
  const tracks: (readonly [string, Series | undefined])[] = [
    ...prices.map((track) => ['price', track] as const),
    ...(wants('sectors')
      ? sectorTracks(metal).map(({ sector, track }) => [sector.name.toLowerCase(), track] as const)
      : []),
    ...(wants('production')
      ? seriesIn(metal, { metric: 'production' }).map((track) => ['production', track] as const)
      : []),
  ];
  return tracks.flatMap(([what, track]) => {
    const year = track && newestYear(track, thisYear);
    const figure = year === undefined ? undefined : track?.at(year);
    if (track === undefined || figure === undefined) return [];
    return [{ key: `${metal.id}/${track.id}`, label: `${metal.name} ${what}`, figure, ifNew: 'new' }];
  });
}

/** Whether a figure is other than it was, or new. */
export function hasChanged(before: DigestFigures[string] | undefined, figure: Tracked['figure']): boolean {
  if (before === undefined) return true;
  const { quantity } = figure;
  return (
    !ofOneTime(before, figure) ||
    before.quantity.unit !== quantity.unit ||
    before.quantity.range.low !== quantity.range.low ||
    before.quantity.range.high !== quantity.range.high ||
    before.quantity.firmness !== quantity.firmness
  );
}

/** A quote is of its day, and each is newer than the last; a figure of another year is another figure. */
const ofOneTime = (a: KeptFigure, b: KeptFigure): boolean =>
  a.year === b.year || (a.date !== undefined && b.date !== undefined);

/** Quotes of the last digest that are no price any more: the newest of their series has become too old. */
export function goneOf(
  { id, name }: Subject,
  tracked: readonly Tracked[],
  previous: DigestFigures | undefined,
): readonly Line[] {
  return Object.entries(previous ?? {})
    .filter(([key]) => key.startsWith(keyOfQuotes(id, '')) && tracked.every((t) => t.key !== key))
    .map(([, { date, quantity }]): Line => [
      `${name}: the quote of the last digest (`,
      { quantity, given: true },
      date === undefined ? '' : `, ${dayInWords(date)}`,
      ') is too old to be the price, and none has come since.',
    ]);
}

/**
 * What has changed, with what it was and by how much.
 * @param gone What the last digest had, and there is no more.
 * @param today As an ISO date.
 */
export function changesPart(
  changed: readonly Tracked[],
  gone: readonly Line[],
  previous: DigestFigures,
  { since, today }: { readonly since: string; readonly today: string },
): Part {
  return makePart('change', {
    headline: [{ strong: [`${since[0]?.toUpperCase() ?? ''}${since.slice(1)}`] }],
    body: [...changed.map((tracked) => changeLine(tracked, previous[tracked.key], today)), ...gone],
    citations: cite(changed.map((t) => t.figure)),
  });
}

function changeLine({ label, figure, ifNew }: Tracked, before: KeptFigure | undefined, today: string): Line {
  const when = figure.date === undefined ? figure.year : dayInWords(figure.date, today);
  const now: Line = [`${label}, ${when}: `, { quantity: figure.quantity, given: true }, firmness(figure)];
  if (before === undefined) return [...now, `, ${ifNew}.`];
  const was: Line = [
    before.date !== undefined
      ? `; on ${dayInWords(before.date, today)} it was `
      : before.year === figure.year
        ? '; it was '
        : `; last time it was ${before.year}’s `,
    { quantity: before.quantity, given: true },
    firmness(before),
  ];
  const comparable = ofOneTime(before, figure) && before.quantity.unit === figure.quantity.unit;
  if (!comparable || before.quantity.range.low <= 0) return [...now, ...was, '.'];
  const change = changeOf(before.quantity, figure.quantity);
  const moved =
    !isExact(change.percent) || change.printed !== undefined || Math.abs(change.percent.low) >= 0.05;
  return moved ? [...now, ...was, ': ', { change, given: true }, '.'] : [...now, ...was, '.'];
}
