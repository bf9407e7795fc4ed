/** How much of a metal goods hold, where a question says it: "magnets with 30 % Nd", "nd content 32 pct", "22 % Nd + 7 % Pr". */
import type { AmountRead, PercentRead } from './masses/amount-parts.ts';
import { isMove } from './adjustments.ts';
import { BESIDE_PERCENT } from './percents.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

/** A share of a metal in goods. */
export interface ContentRead {
  readonly percent: PercentRead;
  /** Whose share it is, and where it is named; absent where "content" alone is said. */
  readonly metal: string | undefined;
  readonly named: number | undefined;
}

/** From here on it is a purity: "99.5 % oxide". */
export const PURE = 90;
/** Between a metal and its share: "nd content of 32 %", "nd share = 30 %". */
const BETWEEN =
  /^(?:content|share|fraction|part|portion|proportion|loading|at|is|of|about|around|approx|approximately|roughly|with|makes?|a|an|the|mass|weight|wt)$/u;
/** Said of a share by itself. */
const CONTENT = /^(?:content|contents|fraction|loading)$/u;
const HOLDS = /^(?:with|containing|contains?|contained|holding|holds?|has|have|having|at|@|of)$/u;
const REACH = 4;

/** The shares of metals in goods, in the order of the text. */
export function contentsOf(findings: Findings): readonly ContentRead[] {
  const { amounts, has } = findings;
  if (has('change') || amounts.amounts.length === 0) return [];
  return amounts.percents.flatMap((percent) => contentOf(findings, percent) ?? []);
}

function contentOf(findings: Findings, percent: PercentRead): ContentRead | undefined {
  const { subjects, reading, amounts } = findings;
  const { at, next, value, kept } = percent;
  if (isMove(findings, percent)) return undefined;
  // "2 % magnets": how much of the goods these are.
  if (subjects.product?.from === next) return undefined;
  if (kept !== undefined || value.high >= PURE || BESIDE_PERCENT.test(wordAt(reading, next)))
    return undefined;
  const metals = subjects.ours.filter(({ id }) => subjects.metals.includes(id));
  const after = metals.find(({ from }) => from >= next && isWhole(findings, next, from));
  if (after !== undefined) return { percent, metal: after.id, named: after.from };
  // "Nd 30 %", but not "Nd 2023, plus 10 %".
  const isBetween = (to: number) =>
    at - to <= REACH && reading.tokens.slice(to, at).every(({ word }) => BETWEEN.test(word));
  const before = metals.findLast(({ to }) => to <= at && isBetween(to));
  if (before !== undefined && !/^[-+]$/u.test(reading.tokens[at]?.gap ?? ''))
    return { percent, metal: before.id, named: before.from };
  const said = [next, next + 1, at - 1, at - 2].some((i) => CONTENT.test(wordAt(reading, i)));
  // "Dy in 1 t of magnets at 3 %".
  const { product } = subjects;
  const ofProduct =
    product !== null && product.to <= at && at - product.to <= 1 && HOLDS.test(wordAt(reading, at - 1));
  // "4 % in 10 t of magnets".
  const inGoods =
    subjects.product !== null &&
    wordAt(reading, next) === 'in' &&
    amounts.amounts.some((amount) => amount.at === next + 1);
  return said || ofProduct || inGoods ? { percent, metal: undefined, named: undefined } : undefined;
}

/** What a share may be said to be of, before its metal is named. */
const WHOLE =
  /^(?:of )?(?:(?:it|them|that|this|these|those|which|(?:the )?(?:weight|mass|whole|total|product)) )?(?:by (?:weight|mass) )?(?:(?:is|are|being) )?$/u;
/** Words of that. */
const MOST_WHOLE = 6;

/** "29 % neodymium", "29 % of it is neodymium", "29 % of the magnets are neodymium". */
function isWhole({ reading }: Findings, from: number, to: number): boolean {
  if (to - from > MOST_WHOLE) return false;
  const words = reading.tokens
    .slice(from, to)
    .map(({ word }, i) => (reading.slots[from + i] === 'product' ? 'product ' : `${word} `));
  return WHOLE.test(words.join('').replaceAll(/(?:product )+/gu, 'product '));
}

/** The shares that an amount is asked for: of the metals named besides them, else of all of them. */
export function heldBy(
  contents: readonly ContentRead[],
  { subjects, amounts, words }: Findings,
  { at }: Pick<AmountRead, 'at'>,
): readonly ContentRead[] {
  // Beside several amounts, each share is of the amount before it.
  const own = contents.filter(({ percent }) => {
    const before = amounts.amounts.findLast((amount) => amount.at < percent.at) ?? amounts.amounts[0];
    return before?.at === at;
  });
  if (own.length < 2) return own;
  const asked = own.filter(
    ({ metal, named }) =>
      subjects.ours.some(({ id, from }) => id === metal && from !== named) ||
      (words.includes('only') && words[(named ?? 0) - 1] === 'only'),
  );
  return asked.length > 0 ? asked : own;
}
