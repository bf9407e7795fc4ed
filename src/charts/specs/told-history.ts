/** A history in words, for its chart's title, subtitle and description: of quotes by the day, or of figures by the month. */
import { isExact, midpoint, type Range, type Unit } from '#src/domain/measure/figure.ts';
import { changeBetween } from '#src/domain/measure/changes.ts';
import { changeText, figureText, numberText, unitText } from '#src/charts/words.ts';
import { gapsOf, type DayQuote } from './quote-marks.ts';

/** How one of them is spoken of. */
interface Wording<T extends DayQuote> {
  /** "Neodymium oxide" */
  readonly name: string;
  readonly unit: Unit;
  readonly noun: 'quote' | 'figure';
  /** Its time. @example "3 Mar 2026" */
  readonly at: (one: Pick<T, 'date'>) => string;
  /** Before it. */
  readonly in: 'on' | 'in';
}

interface Told {
  /** @example "$73 to $75/kg on 3 Mar 2026" */
  readonly now: string;
  /** Since the first, or nothing. @example ", up 12 % since 3 Mar 2025" */
  readonly moved: string;
  /** @example "3 Mar 2025 to 3 Mar 2026" */
  readonly span: string;
  /** What the subtitle adds: how many are drawn as one, and since when there are none. */
  readonly beside: string;
  /** Of the description; empty ones are left out. */
  readonly sentences: readonly string[];
}

/** @param all Ascending, at least one. @param stretches As they are drawn. @returns `undefined` where there is none */
export function tellHistory<T extends DayQuote>(
  all: readonly T[],
  stretches: number,
  wording: Wording<T>,
): Told | undefined {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { name, unit, noun, at } = wording;
  const tell = (one: T, beside = ''): string =>
    `${figureText(one.range, unit)}${beside} ${wording.in} ${at(one)}`;
  const lone = first === last;
  const change = !lone && first.range.low > 0 ? changeBetween(first.range, last.range) : undefined;
  const moved = change === undefined ? '' : `, ${changeText(change)} since ${at(first)}`;
  const span = lone ? at(last) : `${at(first)} to ${at(last)}`;
  const thinned =
    stretches < all.length ? ` · ${numberText(all.length)} ${noun}s in ${stretches} stretches` : '';
  const gaps = gapsOf(all);
  const [gap] = gaps;
  const without =
    gap === undefined
      ? ''
      : `no ${noun}s from ${at({ date: gap.from })} to ${at({ date: gap.to })}${gaps.length > 1 ? `, and ${gaps.length - 1} more gaps` : ''}`;
  return {
    now: tell(last),
    moved,
    span,
    beside: `${thinned}${without === '' ? '' : ` · ${without}`}`,
    sentences: [
      ...(lone
        ? [`Chart of one ${noun} of ${name} in ${unitText(unit)}: ${tell(last)}.`]
        : [
            `Line chart of ${name} ${noun}s in ${unitText(unit)}, ${span}.`,
            `From ${figureText(first.range, unit)} to ${tell(last)}${moved}.`,
            extremes(all, tell),
          ]),
      ...(without === '' ? [] : [`The line has a gap: ${without}.`]),
    ],
  };
}

function extremes<T extends { readonly range: Range }>(
  all: readonly T[],
  tell: (one: T, beside: string) => string,
): string {
  const sorted = all.toSorted((a, b) => midpoint(a.range) - midpoint(b.range));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || low === high) return '';
  const told = (one: T): string => tell(one, isExact(one.range) ? '' : ' (a range)');
  return `Lowest ${told(low)}, highest ${told(high)}.`;
}
