/** Which country of an order is told of: the first, the last, or the one at the place that is asked for; and who stands beside it. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { listInWords, show } from '../topic.ts';

export interface Ranked {
  readonly country: string;
  readonly figure: Figure;
}

interface Lead {
  /** "Leads", "is number 2". */
  readonly said: string;
  readonly first: Ranked;
  /** 1 for the first; absent of the last. */
  readonly rank?: number;
  /** A place was asked for that the order does not have. */
  readonly short?: true;
}

/**
 * @param ranked Largest first; "Other" is no country.
 * @param placed The country whose place is asked for.
 */
export function leadOf(
  { rank, extreme }: Pick<Question, 'rank' | 'extreme'>,
  ranked: readonly Ranked[],
  placed?: string,
): Lead | undefined {
  const countries = ranked.filter(({ country }) => country !== 'Other');
  const [top] = countries.length === 0 ? ranked : countries;
  if (top === undefined) return undefined;
  const own = placed === undefined ? -1 : countries.findIndex(({ country }) => country === placed);
  const last = countries.at(-1);
  if (extreme === 'lowest' && last !== undefined) return { said: 'has the least', first: last };
  const wanted = own >= 0 ? own + 1 : (rank ?? 1);
  const found = countries[wanted - 1];
  if (wanted === 1 || found === undefined)
    return { said: 'leads', first: top, rank: 1, ...(wanted === 1 ? {} : { short: true }) };
  return { said: `is number ${wanted}`, first: found, rank: wanted };
}

/** Who comes next, or before and behind the place that was asked for; and who is level with it. */
export function besideLead(ranked: readonly Ranked[], { rank, first, short }: Lead): Line[] {
  if (rank === undefined) return [];
  const countries = ranked.filter(({ country }) => country !== 'Other');
  if (short) return [[`The source names no more than ${countries.length} countries.`]];
  const told = ({ country, figure }: Ranked): Span[] => [`${country}, `, show(figure)];
  if (rank === 1) {
    const [next, after] = countries.slice(1);
    if (next === undefined) return [];
    return [['Then ', ...told(next), ...(after === undefined ? [] : [', and ', ...told(after)]), '.']];
  }
  const [before, behind] = [countries[rank - 2], countries[rank]];
  const level = countries.filter((one) => one !== first && isLevel(one, first)).map(({ country }) => country);
  return [
    [
      ...(before === undefined ? [] : ['Before it: ', ...told(before), '. ']),
      ...(behind === undefined
        ? ['The source names none behind it.']
        : ['Behind it: ', ...told(behind), '.']),
    ],
    ...(level.length === 0 ? [] : [[`As printed, it is level with ${listInWords(level)}.`]]),
  ];
}

const isLevel = (one: Ranked, other: Ranked): boolean =>
  one.figure.quantity.range.low === other.figure.quantity.range.low &&
  one.figure.quantity.range.high === other.figure.quantity.range.high;
