/** "Is terbium dearer than dysprosium": yes or no, where the figures say so. */
import type { Line } from '#src/domain/answer.ts';
import type { Comparative } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import { OFFER_VERDICTS } from '#src/domain/topics/cost/offer-verdict.ts';
import { isBound } from '#src/domain/topics/topic.ts';

const YES = 'Yes. ';
const NO = 'No. ';
const OPEN = 'It can’t be said, for a range is given. ';
const APART = 'The sources disagree. ';
const WORDS: ReadonlySet<unknown> = new Set([YES, NO, OPEN, APART, ...OFFER_VERDICTS]);

/** A headline without what it confirms: the same figures are the same answer, however they were asked for. */
export const withoutVerdict = (headline: Line): Line =>
  headline.map((span) =>
    typeof span === 'object' && 'strong' in span
      ? { strong: span.strong.filter((part) => !WORDS.has(part) && !isLeader(part)) }
      : span,
  );

const isLeader = (part: unknown): boolean =>
  typeof part === 'string' && / is the (?:high|low)est\. $/u.test(part);

/** "Lead is the lowest. ": which of several it is that was asked for; nothing where they overlap, or can't be held against each other. */
export function leaderWords(extreme: Question['extreme'], figures: readonly Figure[]): string {
  if ((extreme !== 'lowest' && extreme !== 'highest') || figures.length < 2 || figures.some(isBound))
    return '';
  const sides = alike(figures);
  if (sides === undefined) return '';
  const low = extreme === 'lowest';
  const sorted = sides.toSorted((a, b) => {
    const [one, other] = [a.quantity.range, b.quantity.range];
    return low ? one.high - other.high : other.low - one.low;
  });
  const [first, next] = sorted;
  if (first === undefined || next === undefined) return '';
  const [one, other] = [first.quantity.range, next.quantity.range];
  const apart = low ? one.high < other.low : one.low > other.high;
  return apart ? `${first.metal.name} is the ${extreme}. ` : OPEN;
}

/** One word for all sources: that of the first, unless one confirms what another denies. */
export const verdictOfAll = (words: readonly string[]): string =>
  words.includes(YES) && words.includes(NO) ? APART : (words[0] ?? '');

/**
 * What is said first, with a space behind it; nothing where the two can't be held against each other, as in other units.
 * @param of What is asked about. @param than What it is held against.
 */
export function comparativeWords(
  comparative: Comparative | undefined,
  of: Figure | undefined,
  than: Figure | undefined,
): string {
  if (comparative === undefined || of === undefined || than === undefined) return '';
  if (isBound(of) || isBound(than)) return '';
  const [one, other] = (alike([of, than]) ?? []).map(({ quantity }) => quantity.range);
  if (one === undefined || other === undefined) return '';
  const [lower, higher] = comparative.side === 'lower' ? [one, other] : [other, one];
  if (lower.high < higher.low) return YES;
  if (lower.low >= higher.high) return NO;
  return OPEN;
}
