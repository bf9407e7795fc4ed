/** Where sources disagree, both are shown, fairly, and the difference is computed from the figures. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { basisOf, capitalised, firmness, show, sourceName } from './topic.ts';
import type { Prices } from './price/prices.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';

/** Lines for one year's price: other sources' figures, the source's own prose, older editions. */
export function disagreements(figure: Figure, prices: Prices): { lines: Line[]; figures: Figure[] } {
  const others = prices.others.flatMap((s) => s.at(figure.year) ?? []);
  const behind = prices.others.flatMap((s) => newestBefore(s, figure.year) ?? []);
  const prose = prices.prose.flatMap((s) => s.at(figure.year) ?? []).filter((p) => differs(p, figure));
  const older = figure.superseded.filter((o) => differs(o, figure));
  const lines: Line[] = [
    ...others.map((other): Line => {
      const basis = basisOf(other);
      const verdict =
        figure.quantity.unit !== other.quantity.unit
          ? 'That is in another currency, so the two are not compared.'
          : agree(figure, other)
            ? 'The two agree.'
            : overlap(figure.quantity.range, other.quantity.range)
              ? 'The two overlap, though their bases differ.'
              : figure.series.basis !== other.series.basis &&
                  [figure, other].some(({ series }) => series.basis === 'oxide')
                ? 'The two sources disagree, and an oxide is not the metal.'
                : isOneBasis(figure, other)
                  ? 'The two sources disagree.'
                  : 'It is of another form or market, which is no disagreement.';
      return capitalised([
        `${sourceName(other)} has `,
        show(other),
        `${basis && ` for ${basis}`} in ${other.year}${firmness(other)}. `,
        verdict,
      ]);
    }),
    ...behind.map((other): Line => {
      const basis = basisOf(other);
      return capitalised([
        `${sourceName(other)} has nothing for ${figure.year}; its newest is `,
        show(other),
        `${basis && ` for ${basis}`} in ${other.year}${firmness(other)}.`,
      ]);
    }),
    ...prose.map((p): Line => [
      `The report's own text gives `,
      show(p),
      ` for ${p.year}, beside `,
      show(figure),
      ' in its table.',
    ]),
    ...older.map((o): Line => [
      `${sourceName(o)}, an older edition, had `,
      show(o),
      ` for ${o.year}${firmness(o)}.`,
    ]),
  ];
  return { lines, figures: [...others, ...behind, ...prose, ...older] };
}

/** The newest figure of a source that ends before a year; `undefined` where it reaches it, or begins after it. */
function newestBefore(track: Series, year: number): Figure | undefined {
  const newest = track.years.at(-1);
  return newest !== undefined && newest < year ? track.at(newest) : undefined;
}

function differs(a: Figure, b: Figure): boolean {
  return a.quantity.range.low !== b.quantity.range.low || a.quantity.range.high !== b.quantity.range.high;
}

function overlap(a: Range, b: Range): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** Whether two figures are of one form, and of one market where that is said: only then may they be set against each other. */
const isOneBasis = (a: Figure, b: Figure): boolean =>
  a.series.basis === b.series.basis && (a.basis ?? '') === (b.basis ?? '');

/** "oxide, 99.5 % minimum", "oxide, ex works China, VAT included", "form not stated". */
export const basisInFull = (figure: Figure): string =>
  // A quote says its market itself.
  [basisOf(figure) || 'form not stated', figure.series.market === undefined ? figure.basis : undefined]
    .filter((one) => one !== undefined)
    .join(', ');

/** How many others are named beside a price. */
const MOST_BESIDE = 3;

/** Other series of the same, never compared: only named, each with its basis where that is another one. */
export function besideLine(lead: Figure, others: readonly Figure[], today: string): Line[] {
  const shown = others.slice(0, MOST_BESIDE);
  if (shown.length === 0) return [];
  const spans = shown.flatMap((other, index): Span[] => {
    const same = isOneBasis(other, lead) && other.quantity.unit === lead.quantity.unit;
    return [
      `${index > 0 ? '; ' : ''}${other.citation.source.publisher} `,
      show(other),
      ` ${other.at.length > 7 ? 'on' : 'in'} ${whenOf(other, today)}${same ? '' : ` (another basis: ${basisInFull(other)})`}`,
    ];
  });
  const more = others.length - shown.length;
  return [['Also ', ...spans, more > 0 ? `; and ${more} more series.` : '.']];
}

/** That prices stand beside each other on different bases; nothing where they are on one. @param so What follows from it */
export function basesCaution(
  figures: readonly Figure[],
  so = 'so the gap between them is no change of price',
): Line[] {
  const [first, ...others] = figures;
  if (first === undefined || others.every((other) => isOneBasis(first, other))) return [];
  const bases = [...new Set(figures.map(basisInFull))];
  return [[`The prices are on different bases (${bases.join('; ')}), ${so}.`]];
}

/** Percent by which two figures may differ that are rounded and converted from one. */
const NEAR = 0.25;

/** The same price, as far as rounding goes. */
function agree(a: Figure, b: Figure): boolean {
  const { percent } = changeOf(a.quantity, b.quantity);
  return Math.abs(percent.low) <= NEAR && Math.abs(percent.high) <= NEAR;
}

/** How two sources moved between two years: "USGS MCS 2026 has oxide down 42.9 % ... while ... rose". */
export function movements(from: Figure, to: Figure, others: readonly (readonly [Figure, Figure])[]): Line[] {
  const main = changeOf(from.quantity, to.quantity);
  return others.map(([otherFrom, otherTo]): Line => {
    const change = changeOf(otherFrom.quantity, otherTo.quantity);
    const basis = basisOf(otherTo);
    const opposite =
      (main.percent.low > 0 && change.percent.high < 0) || (main.percent.high < 0 && change.percent.low > 0);
    const figures: Span[] = [
      ' (',
      show(otherFrom),
      firmness(otherFrom),
      ' to ',
      show(otherTo),
      firmness(otherTo),
      ')',
    ];
    const named = `${sourceName(otherTo)}${basis && ` (${basis})`}`;
    // "Since 2021" is told of the newest year of each.
    const apart = otherFrom.year !== from.year || otherTo.year !== to.year;
    const tail = opposite
      ? ': the opposite direction.'
      : apart || overlap(main.percent, change.percent)
        ? '.'
        : ': the two sources disagree.';
    return capitalised([
      `${named} has `,
      { change, from: [otherFrom, otherTo] },
      ` from ${otherFrom.year} to ${otherTo.year}`,
      ...figures,
      tail,
    ]);
  });
}
