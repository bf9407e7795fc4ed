/** What checks of packs are made of: numbers of a table by row and period, and what is judged of them. */
import { inMass, type Quantity } from '#src/domain/measure/figure.ts';
import { readCell } from '#src/domain/series/packs/cell.ts';
import type { Pack } from '#src/domain/series/metal.ts';
import { periodsOf, type PackTable } from '#src/domain/series/packs/pack-table.ts';
import { isMonthly, WORLD } from '#src/domain/series/packs/with-tables.ts';

/** Where a check fails: `where` is "copper/production-mine/2024". */
interface Finding {
  readonly where: string;
  readonly what: string;
}
/** What holds for every pack. */
export interface Check {
  readonly id: string;
  readonly says: string;
  readonly of: (pack: Pack) => readonly Finding[];
}

/** The middle of what is printed for a row and a period; `undefined` where that is no number. */
export const numberIn = (table: PackTable, row: string, period: string): number | undefined => {
  const at = periodsOf(table).indexOf(period);
  const cell = table.rows.find(([place]) => place === row)?.[at + 1];
  const range = cell === undefined ? undefined : readCell(cell).range;
  return range && (range.low + range.high) / 2;
};
/** Names of a table's rows. */
export const rowsOf = (table: PackTable): readonly string[] => table.rows.map(([place]) => place);
/** How far the larger is above the smaller, in percent. */
export const apart = (a: number, b: number): number => (Math.max(a, b) / Math.min(a, b) - 1) * 100;
/** Four digits that count, as a person writes them. */
export const round = (value: number): string => Number(value.toPrecision(4)).toLocaleString('en-US');

/** A check of each table of a metric, column by column. */
export const eachColumn =
  (
    metrics: readonly PackTable['metric'][],
    judge: (table: PackTable, period: string) => string | undefined,
  ) =>
  (pack: Pack): readonly Finding[] =>
    pack.tables
      .filter(({ metric }) => metrics.includes(metric))
      .flatMap((table) =>
        (isMonthly(table) ? [] : periodsOf(table)).flatMap((period) => {
          const what = judge(table, period);
          return what === undefined ? [] : [{ where: `${pack.id}/${table.id}/${period}`, what }];
        }),
      );

/** The parts of a table's world total, added up; `undefined` where one of them is no number. */
function sumOf(
  table: PackTable,
  period: string,
): { readonly sum: number; readonly total: number } | undefined {
  const total = numberIn(table, WORLD, period);
  const parts = rowsOf(table).filter((row) => row !== WORLD);
  if (total === undefined || parts.length === 0) return undefined;
  const at = periodsOf(table).indexOf(period);
  const cells = parts.map((row) => readCell(table.rows.find(([place]) => place === row)?.[at + 1] ?? 'NA'));
  if (
    cells.some(
      ({ silence, qualifier }) =>
        silence === 'withheld' ||
        silence === 'words' ||
        silence === 'not available' ||
        qualifier !== undefined,
    )
  )
    return undefined;
  return { sum: cells.reduce((all, { range }) => all + (range?.low ?? 0), 0), total };
}

/** That the parts are the world's total, within so many percent. */
export const addsUp =
  (most: number) =>
  (table: PackTable, period: string): string | undefined => {
    const found = sumOf(table, period);
    if (found === undefined || found.total === 0 || apart(found.sum, found.total) <= most) return undefined;
    return `parts add up to ${round(found.sum)}, the total is ${round(found.total)}`;
  };

/** That shares add up to so many percent. */
export const shareSum = (least: number, most: number) => (table: PackTable, period: string) => {
  const values = rowsOf(table).map((row) => numberIn(table, row, period) ?? 0);
  const sum = values.reduce((all, value) => all + value, 0);
  return sum < least || sum > most ? `shares add up to ${round(sum)} %` : undefined;
};

/** That no value is so many times the year's before it. */
export const jumps = (most: number) => (table: PackTable, period: string) => {
  const before = String(Number(period) - 1);
  const wild = rowsOf(table).flatMap((row) => {
    const [a, b] = [numberIn(table, row, before), numberIn(table, row, period)];
    return a === undefined || b === undefined || a === 0 || b === 0 || Math.max(a, b) / Math.min(a, b) <= most
      ? []
      : [`${row} ${round(a)} to ${round(b)}`];
  });
  return wild.length === 0 ? undefined : wild.join('; ');
};

/** The yearly prices of a source. */
export const priceTables = (pack: Pack, source: RegExp): readonly PackTable[] =>
  pack.tables.filter((table) => table.metric === 'price' && !isMonthly(table) && source.test(table.source));

const inTonnes = (value: number, { unit, cents }: PackTable): number => {
  const quantity: Quantity = { range: { low: value, high: value }, unit };
  return inMass(quantity, 't').range.low * (cents === true ? 0.01 : 1);
};

/** Two tables of prices, year by year, after their units. */
export function againstEachOther(pack: Pack, a: PackTable, b: PackTable, most: number): readonly Finding[] {
  return periodsOf(a).flatMap((period) => {
    const [one, other] = [numberIn(a, '', period), numberIn(b, '', period)];
    if (one === undefined || other === undefined) return [];
    const [x, y] = [inTonnes(one, a), inTonnes(other, b)];
    return apart(x, y) <= most
      ? []
      : [
          {
            where: `${pack.id}/${a.id}/${period}`,
            what: `${round(x)} against ${round(y)} a tonne in ${b.id}`,
          },
        ];
  });
}
