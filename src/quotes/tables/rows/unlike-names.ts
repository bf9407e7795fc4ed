/** What the cells of a row call its metal, against what was read of it: another name beside it, or a mean of a longer time than its day. */
import { shorten } from '#src/domain/measure/days.ts';
import { periodAround } from '#src/domain/measure/period.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import { ALSO_NAME } from '../columns/rivals.ts';
import type { Layout } from '../layout.ts';
import { textOf, type Cell } from '../sheets/sheet.ts';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MEAN = '(?:average|avg\\.?|mean)';
/** "monthly average", "Oct avg": of a month. */
const OF_MONTH = new RegExp(
  `(?<!\\p{L})(?:month(?:ly)?|${MONTHS})[ -]${MEAN}(?!\\p{L})|(?:monats|monatl\\.? )(?:mittel|durchschnitt)|月均|月平均`,
  'iu',
);
/** Of a time that is not over, or of a longer one. */
const OF_OTHERS = new RegExp(
  `(?<!\\p{L})(?:[mqy]td|(?:month|year)[ -]to[ -]date|(?:year(?:ly)?|annual|quarterly) ${MEAN}|\\d{1,3}[ -]?(?:d|day|week|month)s? ${MEAN}|moving ${MEAN})(?!\\p{L})|年均|季均`,
  'iu',
);

/** An exchange's symbol: HG is copper there, and SI silver. */
const CODE = /^[A-Z\d]{1,4}$/u;

/** The columns that name the metal, too. */
export const namesBeside = ({ columns }: Layout): readonly number[] =>
  columns.flatMap(({ why, at }) => (why === ALSO_NAME ? [at] : []));

/** Why a row is not sure to be of its metal, or of its day. @param name What its metal was read from. */
export function unlikeName(
  { metal, date, period }: ReadQuote,
  name: string,
  beside: readonly Cell[],
  materials: readonly Material[],
): string | undefined {
  const other = beside
    .map(textOf)
    .find((text) => !CODE.test(text) && (readSubject(text, materials)?.material.id ?? metal) !== metal);
  if (other !== undefined && name !== '')
    return `one cell calls it “${shorten(name)}”, and another “${shorten(other)}”: mend one of them`;
  const isOfDay = period === undefined || period.startsWith('day');
  const isMean = OF_OTHERS.test(name) || (OF_MONTH.test(name) && periodAround(date, 'month')?.to !== date);
  return isOfDay && isMean
    ? `“${shorten(name)}” is the mean of more than its day ${date}: write its month as the date`
    : undefined;
}
