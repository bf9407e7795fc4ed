/** Which columns make a price together: "Low" and "High", or all under a metal's name; or each column of a month. */
import { shorten } from '#src/domain/measure/days.ts';
import type { Period } from '#src/domain/measure/period.ts';
import {
  isPriceField,
  NotLaidOut,
  PRICE_FIELDS,
  type ColumnSaid,
  type PriceField,
  type PriceGroup,
} from './layout.ts';
import type { Row, RowField } from './row.ts';

/** A column, with the time that it is of where it is of one. */
export type TimedColumn = ColumnSaid & { readonly time: Period | undefined };

/**
 * Columns that make a price together: those whose headings say the same of it.
 * @throws NotLaidOut where several columns say one price
 */
export function groupsOf(columns: readonly TimedColumn[]): PriceGroup[] {
  const times = columns.filter(({ role }) => role === 'time');
  if (times.length > 0)
    return times.map(({ at, time, own }) => ({
      places: [['price', at]],
      own: { ...own, date: dateOf(time) },
    }));
  const isOfDay = columns.some(({ heading }) => /^(?:open|opening|开盘价|eröffnung)/iu.test(heading));
  const groups = new Map<string, { places: [PriceField, number][]; own: Row }>();
  const priced = columns.filter(({ role, why }) => isPriceField(role) && why === undefined);
  for (const { role, at, own } of priced) {
    if (!isPriceField(role)) continue;
    // Of a day's trade, its first, highest and lowest prices are no range: the last one is the price.
    if (isOfDay && role !== 'price') continue;
    const { unit, ...rest } = own;
    const name = JSON.stringify(rest);
    const of = [...groups].find(
      ([key, group]) =>
        key.startsWith(name) &&
        (unit === undefined || group.own['unit'] === undefined || group.own['unit'] === unit),
    );
    const [key, group] = of ?? [`${name}${at}`, { places: [], own }];
    group.places.push([role, at]);
    group.own = { ...group.own, ...own };
    groups.set(key, group);
  }
  return [...groups.values()].map(({ places: all, own }) => {
    const places = withoutMeans(all, columns);
    const twice = PRICE_FIELDS.find((field) => places.filter(([role]) => role === field).length > 1);
    if (twice !== undefined) {
      const names = places
        .filter(([role]) => role === twice)
        .map(([, at]) => `“${shorten(columns[at]?.heading ?? '')}”`);
      throw new NotLaidOut(
        `it has several columns for one ${twice}: ${names.join(' and ')}. Say which one is meant`,
        columns,
      );
    }
    // The middle of a range is no more than its ends: it is only checked.
    return { places, own };
  });
}

const MEAN =
  /(?<!\p{L})(?:avg|average|mean|mid(?:dle|point)?|mittel\w*|durchschnitt\w*)(?!\p{L})|均价|平均|中间价/iu;
const RANGE = /(?<!\p{L})range(?!\p{L})|区间/iu;

/** The mean beside a column of ranges is no second price. */
function withoutMeans(
  places: readonly (readonly [PriceField, number])[],
  columns: readonly TimedColumn[],
): readonly (readonly [PriceField, number])[] {
  const heading = (at: number) => columns.find((column) => column.at === at)?.heading ?? '';
  const isRange = places.some(([field, at]) => field === 'price' && RANGE.test(heading(at)));
  return isRange ? places.filter(([field, at]) => field !== 'price' || !MEAN.test(heading(at))) : places;
}

/**
 * Where a row has several columns of dates, or of units, each goes with the prices beside it: one that stands before all prices
 * with those that follow it, and one that stands behind some with those before.
 * @param first Of each field the first column. @param seconds The others.
 */
export function withTheirOwn(
  groups: readonly PriceGroup[],
  first: readonly (readonly [RowField, number])[],
  seconds: readonly (readonly [RowField, number])[],
): PriceGroup[] {
  const ends = groups.map(({ places }) => {
    const at = places.map(([, place]) => place);
    return { from: Math.min(...at), to: Math.max(...at) };
  });
  const begins = Math.min(...ends.map(({ from }) => from));
  return groups.map((group, i) => {
    const { from, to } = ends[i] ?? { from: 0, to: 0 };
    const beside = first.flatMap(([field, at]): (readonly [RowField, number])[] => {
      const all = [at, ...seconds.flatMap(([one, place]) => (one === field ? [place] : []))];
      // Of two dates before the first price, the first is the one that all prices are of.
      const own =
        at < begins
          ? all.findLast((place) => place < from && (place === at || place > begins))
          : all.find((place) => place > to);
      return own === undefined || own === at ? [] : [[field, own]];
    });
    return beside.length === 0 ? group : { ...group, beside };
  });
}

/** As a cell has it: a month is "2026-06", and a year "2026". */
function dateOf(time: Period | undefined): string {
  if (time === undefined || time.grain === 'day') return time?.from ?? '';
  if (time.grain === 'year') return time.from.slice(0, 4);
  if (time.grain === 'month') return time.from.slice(0, 7);
  return time.label.replace(/,.*$/, '');
}
