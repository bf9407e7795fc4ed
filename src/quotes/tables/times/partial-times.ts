/** Months, quarters, halves and weeks that stand without their year: another row, column or title says it. */
import { withEnglishMonths } from '#src/domain/reading/times/month-names.ts';
import { textOf, type Cell } from '../sheets/sheet.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:q|t|quarter |quartal )\s?([1-4])$/i, 'Q'],
  [
    /^([1-4])\.?\s?(?:q|t|st quarter|nd quarter|rd quarter|th quarter|quartal|er trimestre|e trimestre|trimestre)$/i,
    'Q',
  ],
  [/^第?([1-4一二三四])季度?$/u, 'Q'],
  [/^h(?:alf )?\s?([12])$|^([12])h$/i, 'H'],
  [
    /^(?:kw|cw|wk|week|woche|w|sett|settimana|sem|semaine|semana|нед|неделя|tydz|tydzień|vecka|uge|hafta)\.?\s?(\d{1,2})$/iu,
    'KW ',
  ],
  [/^第(\d{1,2})周$/u, 'KW '],
];
const HAN_NUMBERS = '一二三四';

/** @example partIn('März') // "mar"; partIn('1月') // "jan"; partIn('2. Quartal') // "Q2" */
export function partIn(cell: Cell | undefined): string | undefined {
  if (typeof cell !== 'string') return undefined;
  const text = withEnglishMonths(cell.normalize('NFKC').trim());
  if (text.length > 20) return undefined;
  const month = MONTH.exec(text)?.[1] ?? MONTHS[Number(/^(\d{1,2})月份?$/u.exec(text)?.[1] ?? 0) - 1];
  if (month !== undefined) return month.slice(0, 3).toLowerCase();
  for (const [pattern, name] of OTHERS) {
    const [, first, second] = pattern.exec(text) ?? [];
    const number = first ?? second;
    if (number === undefined) continue;
    const plain = HAN_NUMBERS.includes(number) ? HAN_NUMBERS.indexOf(number) + 1 : number;
    return `${name}${plain}`;
  }
  return undefined;
}

const YEAR = /^((?:19|20)\d\d)年?度?$/u;

/** The year that a cell is. */
export const yearIn = (cell: Cell | undefined): string | undefined => YEAR.exec(textOf(cell))?.[1];

/** A part and its year as one text that is read. @example whole('Q2', '2026') // "Q2 2026" */
export const whole = (part: string, year: string): string => `${part} ${year}`;

/** The months by number, in a column or row that is called so. */
export const monthNumbered = (text: string): string | undefined =>
  /^\d{1,2}$/.test(text) ? MONTHS[Number(text) - 1] : undefined;

/** Parts of one kind that follow one another, as columns do. */
export function areParts(cells: readonly Cell[]): boolean {
  // Low and high of one time stand side by side.
  const parts = cells.flatMap((cell) => partIn(cell) ?? []).filter((part, i, all) => part !== all[i - 1]);
  if (parts.length < 2) return false;
  const at = parts.map((part) =>
    /^(?:Q|H|KW )/.test(part) ? Number(/\d+/.exec(part)?.[0]) : MONTHS.indexOf(part),
  );
  const kinds = new Set(parts.map((part) => /^(?:Q|H|KW )/.exec(part)?.[0] ?? 'month'));
  // Under each of several years they begin anew.
  return kinds.size === 1 && at.every((one, i) => i === 0 || one !== at[i - 1]);
}
