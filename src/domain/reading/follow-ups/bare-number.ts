/** A number that stands alone after a question: "and 30?" is as much in its unit, or the year 2030. */
import { exactly } from '#src/domain/measure/figure.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { countedAnew } from './orders/pieces-changed.ts';
import type { LeftOut } from '#src/domain/reading/frame.ts';

/** "Times 3": the number is how often. */
export const unnumbered = (question: Question): Question => ({
  ...question,
  bareNumber: null,
  percent: null,
  leftOut: (question.leftOut ?? []).filter(({ kind }) => kind !== 'arithmetic' && kind !== 'number'),
});

/** "And 30?" after an amount is as much in its unit, after a sum of money as much money, "and 24?" after a year is 2024. */
export function withNumber(previous: Question, question: Question): Question | undefined {
  const { bareNumber = null, leftOut = [] } = question;
  if (bareNumber === null) return question;
  const used = {
    ...question,
    bareNumber: null,
    // What was read against the question before is used.
    leftOut: leftOut.filter(({ words }) => !isNumber(words, bareNumber)) satisfies readonly LeftOut[],
  };
  const last = previous.amounts.at(-1);
  const value = exactly(bareNumber);
  if (previous.offer != null)
    return { ...used, intent: 'cost', offer: { ...previous.offer, value: bareNumber } };
  // "And at 120?" after what 800 kg cost: at that price.
  const isPrice = AT_PRICE.test(question.text) && previous.intent === 'cost' && previous.offer == null;
  // Of goods it may be a price, a mass or a count.
  if (isPrice && last?.product !== undefined) return undefined;
  if (last !== undefined && isPrice)
    return {
      ...used,
      intent: 'cost',
      amounts: previous.amounts,
      offer: { value: bareNumber, currency: previous.currency ?? 'USD', unitAssumed: true, plain: true },
    };
  const counted = last && countedAnew(last, bareNumber);
  if (counted !== undefined) return { ...used, intent: 'cost', amounts: [counted] };
  if (last !== undefined)
    return { ...used, intent: 'cost', amounts: [{ ...last, value, terms: undefined, others: undefined }] };
  if (previous.threshold != null)
    return { ...used, intent: 'value', threshold: { ...previous.threshold, value } };
  if (previous.money != null && previous.intent === 'cost')
    return { ...used, intent: 'cost', money: { ...previous.money, value: bareNumber } };
  const ago = yearsAgo(previous);
  const year = ago !== undefined && bareNumber <= MOST_AGO ? ago - bareNumber : CENTURY + bareNumber;
  const meant = previous.years.length > 0 && Number.isInteger(year) && year >= EARLIEST && year <= LATEST;
  if (!meant) return undefined;
  const evidence = ago === undefined ? [] : [{ slot: 'year', words: `${bareNumber} years ago` }];
  return { ...used, years: [year], evidence: [...(question.evidence ?? []), ...evidence] };
}

const AT_PRICE =
  /^\W*(?:(?:and|or|what|how|about|if|it|is|then|but) )*at (?:about |around )?[\d.,]{1,20}\W{0,9}$/iu;

const isNumber = (words: string, value: number): boolean =>
  Number(words.replaceAll(/[\s,]/gu, '').replace(/k$/iu, '000')) === value || !/\d/u.test(words);

const CENTURY = 2000;
const EARLIEST = 2018;
const LATEST = 2035;
const MOST_AGO = 9;

/** The year from which "two years ago" was counted; `undefined` where none was. */
function yearsAgo({ evidence = [], years }: Question): number | undefined {
  const said = evidence.find(({ slot, words }) => slot === 'year' && /\bago\b/iu.test(words));
  const counted = said && /^(?:a |an |one )?(\p{L}+|\d) years?/iu.exec(said.words);
  const count = counted && AGO.indexOf(counted[1]?.toLowerCase() ?? '');
  const [year] = years;
  if (counted == null || year === undefined) return undefined;
  const back = count !== null && count !== undefined && count >= 0 ? count : Number(counted[1]);
  return Number.isInteger(back) ? year + back : undefined;
}

const AGO = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
