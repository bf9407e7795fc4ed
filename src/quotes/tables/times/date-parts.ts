/** Dates in several columns: a year, with a month and a day, a week or a quarter beside it. */
import { textOf, type Cell } from '../sheets/sheet.ts';

const PARTS = {
  year: /^(?:year|yr|jahr|année|annee|año|anno|年|年份|年度)$/i,
  month: /^(?:month|monat|mois|mes|mese|月|月份)$/i,
  day: /^(?:day|tag|jour|día|dia|giorno|日)$/i,
  week: /^(?:week|woche|kw|semaine|semana|周|week no\.?)$/i,
  quarter: /^(?:quarter|quartal|trimestre|季度)$/i,
} as const;
type Part = keyof typeof PARTS;

/** In which column each part is. */
export type DateParts = Readonly<Partial<Record<Part, number>>> & { readonly year: number };

/** `undefined` where no year stands beside another part. */
export function datePartsIn(
  columns: readonly { readonly at: number; readonly heading: string; readonly role: string | undefined }[],
): DateParts | undefined {
  const places: Partial<Record<Part, number>> = {};
  for (const { at, heading, role } of columns) {
    const part = (['year', 'month', 'day', 'week', 'quarter'] as const).find((one) =>
      PARTS[one].test(heading.trim()),
    );
    if (role === 'date' && part !== undefined) places[part] ??= at;
  }
  const { year, ...others } = places;
  return year === undefined || Object.keys(others).length === 0 ? undefined : { ...places, year };
}

/** The parts of a row as one date or period; the year alone where no other is said. @example "2026-11-20", "2026-W46" */
export function dateFrom({ year, month, day, week, quarter }: DateParts, cells: readonly Cell[]): string {
  const said = (at: number | undefined) =>
    at === undefined ? '' : textOf(cells[at]).replace(/^(?:w|kw|q)/i, '');
  const [y, m, d] = [said(year), said(month), said(day)];
  if (said(week) !== '') return `${y}-W${said(week).padStart(2, '0')}`;
  if (said(quarter) !== '') return `${y} Q${said(quarter)}`;
  if (m === '') return y;
  if (!/^\d{1,2}$/.test(m)) return d === '' ? `${m} ${y}` : `${d} ${m} ${y}`;
  return [y, m.padStart(2, '0'), ...(d === '' ? [] : [d.padStart(2, '0')])].join('-');
}
