/** One run of a race: who of several rose or fell most between two times, and what may be said of it. */
import { changeOf, type Change } from '#src/domain/measure/changes.ts';
import type { Race } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import type { Line, Span } from '#src/domain/answer.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { isBound } from '../topic.ts';

export interface Entered {
  readonly name: string;
  readonly track: Series | undefined;
}
interface Moved {
  readonly name: string;
  readonly pair: readonly [Figure, Figure];
  readonly change: Change;
}
/** Those that have figures of both ends, in the order that is asked for. */
export interface Run {
  readonly from: string;
  readonly to: string;
  readonly moved: readonly Moved[];
  readonly verdict: string;
}

/** `undefined` where less than two have figures of both ends, in one edition each. @param from Of a year or month, as an ISO prefix */
export function runOf(race: Race, all: readonly Entered[], from: string, to: string): Run | undefined {
  const moved = all
    .flatMap(({ name, track }): Moved[] => {
      const pair = track?.ends(from, to);
      if (pair === undefined || pair.some(isBound) || pair[0].quantity.range.low <= 0) return [];
      return [{ name, pair, change: changeOf(pair[0].quantity, pair[1].quantity) }];
    })
    .toSorted((a, b) => (race.way === 'fall' ? -1 : 1) * (b.change.midpoint - a.change.midpoint));
  const [first] = moved;
  if (first === undefined || moved.length < 2) return undefined;
  const [start, end] = first.pair.map((figure) => whenOf(figure));
  return { from: start ?? from, to: end ?? to, moved, verdict: verdictOf(race, all[0], moved) };
}

const OPEN = 'It can’t be said, for the figures are too coarse. ';

/** "Yes. ", "Silver rose most. ": as far as the ranges of the figures say. */
function verdictOf(
  { way, polar, leader }: Race,
  asked: Entered | undefined,
  moved: readonly Moved[],
): string {
  const [first, second] = moved;
  if ((!polar && !leader) || first === undefined || second === undefined) return '';
  const [one, other] = [rangeOf(first), rangeOf(second)];
  const apart = way === 'fall' ? one.high < other.low : one.low > other.high;
  if (!apart) return OPEN;
  if (polar && asked !== undefined) return asked.name === first.name ? 'Yes. ' : 'No. ';
  const isSo = way === 'fall' ? one.high < 0 : one.low > 0;
  const verb = way === 'fall' ? (isSo ? 'fell most' : 'rose least') : isSo ? 'rose most' : 'fell least';
  return `${first.name} ${verb}. `;
}

const rangeOf = ({ change: { percent, printed = percent } }: Moved) => printed;

/** One word for both, unless one confirms what the other denies. */
export function verdictOfBoth(yearly: Run, monthly: Run): string {
  if (yearly.verdict === monthly.verdict || yearly.verdict === '') return yearly.verdict;
  const [first, last] = [yearly, monthly].map(({ verdict }) => verdict.trim().replace(/\.$/u, ''));
  return `By years: ${first?.toLowerCase()}; by months: ${last?.toLowerCase()}. `;
}

/** "From 2020 to 2025: copper +61 %, aluminium +54 %.": each within one edition of its source. */
export function movesLine(tracks: readonly Series[], years: readonly number[]): Line[] {
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  const pairs = tracks.flatMap((track) => {
    const pair = from < to ? track.ends(from, to) : undefined;
    return pair === undefined || pair.some(isBound) || pair[0].quantity.range.low <= 0 ? [] : [pair];
  });
  if (pairs.length < tracks.length) return [];
  return [
    [
      `From ${from} to ${to}: `,
      ...pairs.flatMap(([a, b], at): Span[] => [
        `${at > 0 ? '; ' : ''}${nameInText(a.metal.name)} `,
        { change: changeOf(a.quantity, b.quantity), from: [a, b] },
      ]),
      '.',
    ],
  ];
}
