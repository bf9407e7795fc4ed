/** What of an order of countries is left out, and why. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Ranked } from './rank-lead.ts';
import type { Series } from '#src/domain/series/series.ts';
import { listInWords, show, sourceName } from '#src/domain/topics/topic.ts';

/** "Left out: China, 67,000 t.": what was not to be counted. */
export function leftOut(
  tracks: readonly { country: string; track: Series }[],
  without: readonly string[],
  year: number,
): Line[] {
  const found = without.flatMap((country): Span[][] => {
    const figure = tracks.find((one) => one.country === country)?.track.at(year);
    return figure === undefined ? [[`${country} (no figure)`]] : [[`${country}, `, show(figure)]];
  });
  return found.length === 0
    ? []
    : [['Left out: ', ...found.flatMap((one, at) => (at > 0 ? ['; ', ...one] : one)), '.']];
}

/** Countries that only another year or edition has: "For India this edition has none; USGS MCS 2025 had 6,900,000 t." */
export function leftBehind(
  tracks: readonly { country: string; track: Series }[],
  ranked: readonly Ranked[],
  year: number,
): Line[] {
  const lacking = tracks.filter(({ country }) => !ranked.some((r) => r.country === country));
  const older = lacking.flatMap(({ country, track }): Span[][] => {
    const newest = track.years.findLast((y) => y < year);
    const figure = newest === undefined ? undefined : track.at(newest);
    const label = figure && figure.series.metric === 'reserves' ? sourceName(figure) : String(newest);
    return figure === undefined ? [] : [[`${country} `, show(figure), ` (${label})`]];
  });
  const other = lacking.filter(({ track, country }) => {
    const unlike = track.at(year);
    return unlike !== undefined && !ranked.some((r) => r.country === country);
  });
  return [
    ...(older.length === 0
      ? []
      : [
          [
            'Not in it, for there are only older figures: ',
            ...older.flatMap((o, i) => (i > 0 ? ['; ', ...o] : o)),
            '.',
          ],
        ]),
    ...(other.length === 0
      ? []
      : [
          [
            `Left out, for its unit counts something else: ${listInWords(other.map(({ country }) => country))}.`,
          ],
        ]),
  ];
}
