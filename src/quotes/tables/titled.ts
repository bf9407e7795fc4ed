/** What titles and headings say together of a group of prices, or of all: halves of a unit, an exchange and a day of delivery. */
import type { PriceGroup } from './layout.ts';
import type { TimedColumn } from './columns/price-groups.ts';
import type { Row } from './rows/row.ts';
import { bothHalvesOf, wholeOf } from './rows/row-units.ts';

/** A day of delivery or one of a day's fixings, which makes no place of its own. */
const OF_PLACE = /^(?:\d+-month|AM|PM)$/;

/** The half of a unit that a heading says, "per t", with the other that a title says; and the same of an exchange and its delivery. */
export function withOther(given: PriceGroup, { unit: titled, place: where }: Row): PriceGroup {
  const { place } = given.own;
  const group =
    where !== undefined && OF_PLACE.test(String(place))
      ? { ...given, own: { ...given.own, place: `${String(where)} ${String(place)}` } }
      : given;
  const { unit } = group.own;
  const whole =
    unit === undefined || titled === undefined
      ? undefined
      : (bothHalvesOf(String(unit), String(titled)) ?? wholeOf(String(unit), String(titled)));
  return whole === undefined ? group : { ...group, own: { ...group.own, unit: whole } };
}

/** "USD/t" over the names or the days, where no price's heading says a unit. */
export function unitBeside(columns: readonly TimedColumn[], groups: readonly PriceGroup[]): Row['unit'] {
  if (groups.some(({ own }) => own['unit'] !== undefined)) return undefined;
  const said = columns.flatMap(({ role, own }) =>
    (role === 'metal' || role === 'date') && own['unit'] !== undefined ? [own['unit']] : [],
  );
  return said.length === 1 ? said[0] : undefined;
}

/** A title's day, and the length of time that it ends, are of rows that say none themselves. */
export function withoutDay(row: Row): Row {
  const { date, period, ...rest } = row;
  const isOfDay = date !== undefined && /^(?:week|month|quarter)$/.test(String(period));
  return { ...rest, ...(isOfDay || period === undefined ? {} : { period }) };
}
