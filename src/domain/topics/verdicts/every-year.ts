/** "Did it grow every year?": yes or no, and the years in which it did not. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line } from '#src/domain/answer.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { listInWords } from '../topic.ts';
import { tellsMove } from './change-verdict.ts';

/** Whether each year of a row is asked about, as yes or no. */
export const asksOfEach = ({ text, verify }: Pick<Question, 'text' | 'verify'>): boolean =>
  (verify || says({ text }, 'whether')) && (says({ text }, 'each year') || neverMoved(text));

/** "It never fell": the same of the other way. */
const neverMoved = (text: string): boolean =>
  /\bnever\b/iu.test(text) &&
  tellsMove({ text }) &&
  !/\bnever\b.{0,60}\b(?:than|above|below|over|under)\b/iu.test(text);

/** "No. " and in which years not; `undefined` where that is not asked. @param row In order of years, of one source */
export function everyYear(
  question: Question,
  row: readonly Figure[],
): { readonly said: string; readonly line: Line } | undefined {
  if (!asksOfEach(question) || row.length < 3) return undefined;
  if (neverMoved(question.text)) return never(question, row);
  const way = says(question, 'down') ? -1 : 1;
  const moves = row.slice(1).map((figure, at) => {
    const { percent } = changeOf(row[at]?.quantity ?? figure.quantity, figure.quantity);
    const [least, most] = way > 0 ? [percent.low, percent.high] : [-percent.high, -percent.low];
    return { year: figure.year, did: least > 0, not: most <= 0 };
  });
  const years = (kind: (move: (typeof moves)[number]) => boolean) =>
    moves.filter(kind).map(({ year }) => year);
  const [not, open] = [years(({ not: one }) => one), years(({ did, not: one }) => !did && !one)];
  const verb = way > 0 ? 'rise' : 'fall';
  if (not.length > 0) return { said: 'No. ', line: [`It did not ${verb} in ${told(not, moves.length)}.`] };
  if (open.length > 0)
    return {
      said: '',
      line: [`Whether it did ${verb} in ${listInWords(open.map(String))}, the ranges leave open.`],
    };
  return { said: 'Yes. ', line: [`It did in each of ${moves.length} years.`] };
}

/** "Never fell" is not so where it did in any year. */
function never(
  question: Question,
  row: readonly Figure[],
): { readonly said: string; readonly line: Line } | undefined {
  const way = says(question, 'down') ? -1 : 1;
  const moves = row.slice(1).map((figure, at) => {
    const { percent } = changeOf(row[at]?.quantity ?? figure.quantity, figure.quantity);
    const [least, most] = way > 0 ? [percent.low, percent.high] : [-percent.high, -percent.low];
    return { year: figure.year, did: least > 0, open: least <= 0 && most > 0 };
  });
  const verb = way > 0 ? 'rise' : 'fall';
  const [did, open] = [
    moves.filter((one) => one.did).map(({ year }) => String(year)),
    moves.filter((one) => one.open).map(({ year }) => String(year)),
  ];
  if (did.length > 0) return { said: 'No. ', line: [`It did ${verb} in ${listInWords(did)}.`] };
  return open.length > 0
    ? { said: '', line: [`Whether it did ${verb} in ${listInWords(open)}, the ranges leave open.`] }
    : { said: 'Yes. ', line: [`It did not ${verb} in any of ${moves.length} years.`] };
}

const told = (years: readonly number[], of: number): string =>
  years.length > MOST_TOLD ? `${years.length} of ${of} years, last in ${years.at(-1)}` : years.join(', ');
const MOST_TOLD = 5;
