/** The least share of a metal in what is priced, which is no lowest price: "APT 88.5% WO3 min, USD/mtu". */
import { textOf, type Cell } from '#src/quotes/tables/sheets/sheet.ts';

const LEAST = String.raw`(?:[Mm][ií]n|MIN|[Mm]inimum|[Mm]indestens|[Mm][ií]nimo|[Мм]ин|[Нн]е менее)\.?`;
const PERCENT = String.raw`(?:%|pct\.?|percent|Prozent)`;
/** A symbol or a formula, and no word as "purity". */
const OF = String.raw`(?:[A-Z][a-z]?\d{0,2}){1,4}(?![A-Za-z\d])`;
const LEAST_SHARE = new RegExp(
  String.raw`(?<=\d\s?${PERCENT}\s?${OF},?\s)${LEAST}(?![\p{L}\d])|(?<!\p{L})${LEAST}\s?(?=\d{1,2}(?:[.,]\d{1,4})?\s?${PERCENT}\s?${OF})`,
  'gu',
);
const HAS_PERCENT = new RegExp(PERCENT, 'iu');
const MOST = /(?<!\p{L})(?:max|máx|maximum|höchstens|máximo|massimo|maximo|maks|макс)(?!\p{L})/iu;

/** Whether the headings of a row may say least shares: beside a "max" a "min" is the lowest price. */
export const maySayLeastShares = (rows: readonly (readonly Cell[])[]): boolean =>
  !rows.some((cells) => cells.some((cell) => MOST.test(textOf(cell))));

/** @example withoutLeastShare('APT 88.5% WO3 min') // "APT 88.5% WO3 " */
export const withoutLeastShare = (heading: string): string =>
  HAS_PERCENT.test(heading) ? heading.replaceAll(LEAST_SHARE, '') : heading;
