/** Dates in points, "26.11.20", in writing whose readers put the year first: there points do not say that the day is first. */
import type { Layout } from '../layout.ts';
import { textOf, type TableRecord } from '../sheets/sheet.ts';

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Rows that are looked at. */
const LOOKED_AT = 50;

export const isWrittenYearFirst = ({ above, columns }: Layout, rows: readonly TableRecord[]): boolean =>
  [...above, ...rows.slice(0, LOOKED_AT)].some(({ cells }) =>
    cells.some((cell) => EAST_ASIAN.test(textOf(cell))),
  ) || columns.some(({ heading }) => EAST_ASIAN.test(heading));

/** A date whose points would say its order, with marks that do not. */
export const withoutPoints = (text: string): string =>
  /^\d{1,2}\.\d{1,2}\.\d{2}$/.test(text.trim()) ? text.trim().replaceAll('.', '-') : text;
