/** What was put on the cost of the question before, taken off it or lost: it stays, unless it is said to go. */
import type { Adjustment } from '#src/domain/reading/amounts/asked-amounts.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** What is put on the cost, taken off it or lost, or was of the cost before; on no cost it is used for nothing. */
export function putOn(
  previous: Question,
  question: Question,
  isCost: boolean,
): Pick<Question, 'adjustments' | 'losses' | 'leftOut'> {
  const { adjustments = [], losses = [], leftOut = [] } = question;
  const isAsItIs = AS_IT_IS.test(question.text);
  if (isCost)
    return {
      adjustments: isAsItIs ? [] : adjustments.length > 0 ? adjustments : adjustmentsHeld(previous, question),
      losses: isAsItIs ? [] : losses.length > 0 ? losses : (previous.losses ?? []),
    };
  const unused = [...adjustments, ...losses];
  if (unused.length === 0) return {};
  return {
    adjustments: [],
    losses: [],
    leftOut: [...leftOut, ...unused.map(({ words }) => ({ words, kind: 'percent' as const }))],
  };
}

/** "In euros", "and in 2023?": a discount stays; a price that is only supposed is that of its own year. */
function adjustmentsHeld({ adjustments = [] }: Question, question: Question): readonly Adjustment[] {
  return isShown(question) ? adjustments : adjustments.filter(({ supposed }) => supposed !== true);
}
/** "Without the discount". */
const AS_IT_IS =
  /\b(?:without|excluding|no|net of|before) (?:the |any |that )?(?:\d+ ?(?:%|percent) )?(?:discount|vat|tax|scrap|loss(?:es)?|waste|rebate|duty|tariff|freight)\b/iu;

/** "In euros", "per lb": the same cost, shown otherwise. */
const isShown = ({ amounts, metals, years, currency, perUnit, wanted }: Question): boolean =>
  amounts.length + metals.length + years.length === 0 &&
  (currency !== null || perUnit !== null || wanted.target.currency !== undefined);

/** "Without the discount", and nothing else, after a cost that has one. */
export const takesOff = (previous: Question, { text }: Question): boolean =>
  (previous.adjustments ?? []).length + (previous.losses ?? []).length > 0 &&
  previous.intent === 'cost' &&
  ALONE.test(text.replace(AS_IT_IS, ''));
const ALONE = /^\W{0,9}(?:(?:and|but|now|so|what|if|it|is) )*\W{0,9}$/iu;
