/** What the first rows of a table tell of its layout: where units stand, what is named once over several rows, and halves of times. */
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { timeIn } from './cell-kinds.ts';
import { takeFirmness } from './times/firmness.ts';
import type { PriceGroup } from './layout.ts';
import { partIn, yearIn } from './times/partial-times.ts';
import type { TimedColumn } from './columns/price-groups.ts';
import type { RowField } from './rows/row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from './sheets/sheet.ts';

export const isDayAlone = (cells: readonly Cell[], today: string): boolean => {
  const [first, ...others] = cells.filter((cell) => !isEmpty(cell));
  return others.length === 0 && timeIn(first, today) !== undefined;
};

/** Whether prices have their unit beside them in their cells, or products theirs. */
export function unitIn(groups: readonly PriceGroup[], samples: readonly TableRecord[]): boolean {
  return samples.some(
    ({ cells }) =>
      groups.some(({ places }) =>
        places.some(
          ([, at]) =>
            typeof cells[at] === 'string' &&
            /\p{L}|\p{Sc}/u.test(textOf(cells[at]).replace(/[km万亿]$/iu, '')),
        ),
      ) || cells.some((cell) => typeof cell === 'string' && takeUnit(cell).value !== undefined),
  );
}

/** Whether the headings have months and the rows their years, or the other way round. */
export function areHalves(
  times: readonly TimedColumn[],
  samples: readonly TableRecord[],
  dateAt: number,
): boolean {
  const cells = samples.map(({ cells: row }) => row[dateAt]).filter((cell) => !isEmpty(cell));
  const most = (test: (cell: Cell | undefined) => boolean) => cells.filter(test).length >= cells.length * 0.6;
  if (times.every(({ part }) => part !== undefined))
    return most((cell) => yearIn(takeFirmness(textOf(cell)).rest) !== undefined);
  return (
    times.every(({ time }) => time?.grain === 'year') &&
    most((cell) => partIn(cell) !== undefined || /^(?:[1-9]|1[0-2])$/.test(textOf(cell)))
  );
}

/** How many of the rows with a price may lack a field that is named once over several of them. */
const LEAST_LACKING = 0.25;

/** Metals or days that many rows with a price lack: they are named once, as merged cells are. */
export function onceIn(
  places: readonly (readonly [RowField, number])[],
  groups: readonly PriceGroup[],
  samples: readonly TableRecord[],
): readonly RowField[] {
  const priced = samples.filter(({ cells }) =>
    groups.some((group) => group.places.some(([, at]) => !isEmpty(cells[at]))),
  );
  const [first] = priced;
  return places.flatMap(([field, at]) => {
    const lacking = priced.filter(({ cells }) => isEmpty(cells[at])).length;
    const isOnce = (field === 'metal' || field === 'date') && lacking >= priced.length * LEAST_LACKING;
    return isOnce && lacking > 0 && !isEmpty(first?.cells[at]) ? [field] : [];
  });
}
