/** What a digest keeps to compare with: its figures, and what has changed of them since. */
import type { Line, Part } from '#src/domain/answer.ts';
import type { DigestItem } from './digest-content.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { changeOf, isExact, type Quantity } from '#src/domain/measure/figure.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import { ANY_PRICE, pricesOf } from '#src/domain/topics/price/prices.ts';
import { sectorTracks } from '#src/domain/topics/sectors/sector-tracks.ts';
import { cite, firmness, makePart, show } from '#src/domain/topics/topic.ts';
import { newestYear, seriesIn, type Series } from '#src/domain/series/series.ts';

/** The figures of a digest by what they are of; kept to be compared with the next one's. */
export type DigestFigures = Readonly<Record<string, KeptFigure>>;

interface KeptFigure {
  readonly year: number;
  readonly quantity: Quantity;
  /** Of a quote: its day, as an ISO date. */
  readonly date?: string | undefined;
}

/** A figure that a digest keeps an eye on. */
export interface Tracked {
  readonly key: string;
  readonly label: string;
  readonly figure: KeptFigure & Pick<Figure, 'citation'>;
  /** What is said where the last digest did not have it; "new" unless given. */
  readonly ifNew?: string;
}

/** What the digest is about, to see whether it has changed: this year's figures, or the newest before. */
export function trackedOf(metal: Metal, items: readonly DigestItem[], thisYear: number): readonly Tracked[] {
  const { main, others } = pricesOf(metal, ANY_PRICE);
  const tracks: (readonly [string, Series])[] = [];
  const wantsPrice = (['price', 'change', 'chart'] as const).some((item) => items.includes(item));
  if (wantsPrice)
    for (const track of [main, ...others]) if (track !== undefined) tracks.push(['price', track]);
  if (items.includes('sectors'))
    for (const { sector, track } of sectorTracks(metal)) tracks.push([sector.name.toLowerCase(), track]);
  if (items.includes('production'))
    for (const track of seriesIn(metal, { metric: 'production' })) tracks.push(['production', track]);
  return tracks.flatMap(([what, track]) => {
    const year = newestYear(track, thisYear);
    const figure = year === undefined ? undefined : track.at(year);
    if (figure === undefined) return [];
    return [{ key: `${metal.id}/${track.id}`, label: `${metal.name} ${what}`, figure }];
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

function changeLine(
  { label, figure, ifNew = 'new' }: Tracked,
  before: KeptFigure | undefined,
  today: string,
): Line {
  const when = figure.date === undefined ? figure.year : dayInWords(figure.date, today);
  const now: Line = [`${label}, ${when}: `, show(figure), firmness(figure)];
  if (before === undefined) return [...now, `, ${ifNew}.`];
  const was: Line = [
    before.date !== undefined
      ? `; on ${dayInWords(before.date, today)} it was `
      : before.year === figure.year
        ? '; it was '
        : `; last time it was ${before.year}’s `,
    { quantity: before.quantity },
    firmness(before),
  ];
  const comparable = ofOneTime(before, figure) && before.quantity.unit === figure.quantity.unit;
  if (!comparable || before.quantity.range.low <= 0) return [...now, ...was, '.'];
  const change = changeOf(before.quantity, figure.quantity);
  const moved =
    !isExact(change.percent) || change.printed !== undefined || Math.abs(change.percent.low) >= 0.05;
  return moved ? [...now, ...was, ': ', { change }, '.'] : [...now, ...was, '.'];
}
