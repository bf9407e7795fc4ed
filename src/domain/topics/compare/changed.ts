/** From one figure of a series to another, in words: one rule for figures of years, months and days. */
import type { Line, Span } from '#src/domain/answer.ts';
import { daysBetween } from '#src/domain/measure/days.ts';
import { gapBetween } from '#src/domain/measure/figure.ts';
import { annualGrowth, changeOf } from '#src/domain/measure/changes.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { whenOf } from '#src/domain/series/series.ts';
import { differenceOf } from '../combined.ts';
import { inTime } from '../verdicts/extreme-verdict.ts';
import { capitalised, firmness, isBound, nameOf, show, sourceName } from '../topic.ts';

interface Changed {
  readonly headline: Line;
  readonly body: readonly Line[];
  /** That its figures are rounded, where that is what makes the change an interval. */
  readonly cautions: readonly Line[];
}

/**
 * "Neodymium price, 2021 to 2024: +66.7 %", with what it was and how much that is a year.
 * @param what What its figures are called: "price".
 * @param annual The change a year is said of a single year, too.
 */
export function changeInWords(
  from: Figure,
  to: Figure,
  { what, name = nameOf(from), annual = false }: Readonly<{ what: string; name?: string; annual?: boolean }>,
): Changed {
  if (isBound(from) || isBound(to))
    return besideInWords(from, to, {
      what,
      name,
      why: 'Of one it is only known that it is more, or less, than that, so no change is worked out between them.',
    });
  const change = changeOf(from.quantity, to.quantity);
  const gap = gapBetween(from.quantity.range, to.quantity.range);
  const years = yearsBetween(from, to);
  const made = [from, to];
  return {
    headline: [{ strong: [`${name} ${what}, ${whenOf(from)} to ${whenOf(to)}: `, { change, from: made }] }],
    body: [
      ['From ', show(from), firmness(from), ' to ', show(to), firmness(to), ...differenceOf(from, to), '.'],
      ...(from.quantity.unit === '%'
        ? [
            [
              'That is ',
              { quantity: { range: gap, unit: 'points' }, from: made },
              from.series.metric === 'share' ? ' of all demand.' : '.',
            ] satisfies Line,
          ]
        : []),
      ...(years > 1 || annual
        ? [
            [
              { change: annualGrowth(from.quantity, to.quantity, years), from: made },
              ` a year compounded (CAGR), over ${years} ${years === 1 ? 'year' : 'years'}.`,
            ] satisfies Line,
          ]
        : []),
    ],
    cautions: change.printed === undefined ? [] : [roundedCaution(from)],
  };
}

/** Two figures that no one edition of a source has: they are shown, and never divided, for they may not count alike. */
export function apartInWords(
  from: Figure,
  to: Figure,
  { what, name = nameOf(from) }: Readonly<{ what: string; name?: string }>,
): Changed {
  const noun = from.at.length > 4 ? 'months' : 'years';
  const why = `The two ${noun} are in different editions, which may not count alike, so no change is worked out between them.`;
  return besideInWords(from, to, { what, name, why });
}

function besideInWords(
  from: Figure,
  to: Figure,
  { what, name, why }: Readonly<{ what: string; name: string; why: string }>,
): Changed {
  return {
    headline: [
      { strong: [`${name} ${what}: `, show(from), ` ${inTime(from)}, `, show(to), ` ${inTime(to)}`] },
    ],
    body: [from, to].map((figure) => [
      `${whenOf(figure)}: `,
      show(figure),
      `${firmness(figure)}, ${sourceName(figure)}.`,
    ]),
    cautions: [[why]],
  };
}

const DAYS_A_YEAR = 365.25;

/** Whole years between figures of years; to a tenth between others. */
function yearsBetween(from: Figure, to: Figure): number {
  if (from.at.length === 4 && to.at.length === 4) return to.year - from.year;
  const [start = '', end = ''] = [from, to].map(({ at }) => periodNamed(at)?.from ?? at);
  return Math.round((daysBetween(start, end) / DAYS_A_YEAR) * 10) / 10;
}

/** "$2/kg is anything from $1.50 to $2.50/kg": why a change between two such figures is an interval. */
function roundedCaution(figure: Figure): Line {
  const { printed, unit } = figure.quantity;
  const stands: Span[] =
    printed === undefined
      ? []
      : [
          ', and ',
          show(figure),
          ' may be anything from ',
          { quantity: { range: printed, unit }, from: [figure] },
        ];
  return capitalised([`${sourceName(figure)} prints rounded figures`, ...stands, '.']);
}
