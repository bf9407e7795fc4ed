/** Which columns make a price together: "Low" and "High", or all under a metal's name; or each column of a month. */
import { isClosing, isOpening } from './headings/heading-words.ts';
import { shorten } from '#src/domain/measure/days.ts';
import type { Period } from '#src/domain/measure/period.ts';
import type { Firmness } from '../times/firmness.ts';
import {
  isPriceField,
  NotLaidOut,
  PRICE_FIELDS,
  type ColumnSaid,
  type PriceField,
  type PriceGroup,
} from '../layout.ts';
import { whole } from '../times/partial-times.ts';
import { withoutLesser } from './several-prices.ts';
import type { Row, RowField } from '../rows/row.ts';

/** A column, with the time that it is of where it is of one, or the part of a year. */
export type TimedColumn = ColumnSaid & {
  readonly time: Period | undefined;
  readonly part?: string | undefined;
  readonly firmness?: Firmness | undefined;
  /** Whether its heading is a word of its role. */
  readonly isCalled?: boolean | undefined;
  /** Which price of its time it has, where its heading says so. */
  readonly field?: PriceField | undefined;
};

/**
 * Columns that make a price together: those whose headings say the same of it.
 * @param year What titles say of columns of months without one.
 * @throws NotLaidOut where several columns say one price
 */
export function groupsOf(columns: readonly TimedColumn[], year?: string): PriceGroup[] {
  const times = columns.filter(({ role }) => role === 'time');
  const hasDates = columns.some(({ role }) => role === 'date');
  if (times.length > 0)
    return ofTimes(times).map(({ places, of: { time, part, firmness, own } }) => ({
      places,
      own: {
        ...own,
        ...(firmness === 'estimated' ? { estimated: 'yes' } : {}),
        ...(part === undefined
          ? { date: dateOf(time) }
          : hasDates
            ? { date: part }
            : year === undefined
              ? {}
              : { date: whole(part, year) }),
      },
      ...(hasDates ? { isHalf: true } : {}),
    }));
  const isOfDay = isDaysTrade(columns);
  const groups = new Map<string, { places: [PriceField, number][]; own: Row }>();
  const priced = columns.filter(({ role, why }) => isPriceField(role) && why === undefined);
  for (const { role, at, own } of priced) {
    if (!isPriceField(role)) continue;
    // Of a day's trade, its first, highest and lowest prices are no range: the last one is the price.
    if (isOfDay && role !== 'price') continue;
    const { unit, ...rest } = own;
    const name = JSON.stringify({ ...rest, half: halfOf(at, columns) });
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
    const places = withoutLesser(withoutMeans(all, columns), columns);
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
    return { places: withoutCounterpart(places, columns), own };
  });
}

/** Low and high of one time below it are one price. */
function ofTimes(times: readonly TimedColumn[]) {
  const groups = new Map<string, { places: [PriceField, number][]; of: TimedColumn }>();
  for (const column of times) {
    const { at, field, time, part, own } = column;
    const key = field === undefined ? String(at) : JSON.stringify([time?.from, time?.grain, part, own]);
    const group = groups.get(key) ?? { places: [], of: column };
    group.places.push([field ?? 'price', at]);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const [OPEN, CLOSE, OFFER] = [
  /^(?!open(?:ing)?[ _-]?(?:stock|inventor|balance|warrant|interest|position))(?:o$|open|opening|开盘价?|今开|eröffn|ouv|apertura|abertura|otwarcie|откр|始値|시가|açılış|öppen|öppning|åbning|otevír|avaus|nyitó)/iu,
  /^c$|(?<!\p{L})(?:clos(?:e|ing)|settle(?:ment)?|last|schluss\p{L}*|clôture|cierre|chiusura|fechamento|zamknięcie|закрыти[ея])(?!\p{L})|收盘|结算|終値|종가/iu,
  /(?<!\p{L})(?:bid|ask|offer|geld|brief|buy|sell|acheteur|vendeur|compra|venta|denaro|lettera|kupno|sprzedaż|покупка|продажа)(?!\p{L})|买入|卖出|買値|売値|매수|매도/iu,
];

/** Whether a heading is of what is bid or asked. */
export const isOffer = (heading = ''): boolean => OFFER.test(heading);

/** What a seller asks, where nothing says what a buyer bids, is the price. */
function withoutCounterpart(
  places: readonly (readonly [PriceField, number])[],
  columns: readonly TimedColumn[],
): readonly (readonly [PriceField, number])[] {
  const [only, ...others] = places;
  const heading = columns.find(({ at }) => at === only?.[1])?.heading ?? '';
  return only?.[0] === 'high' && others.length === 0 && OFFER.test(heading) ? [['price', only[1]]] : places;
}

/** Whether highest and lowest are those of a day's trade, of which the last price counts. */
function isDaysTrade(columns: readonly TimedColumn[]): boolean {
  if (columns.some(({ heading }) => OPEN.test(heading) || isOpening(heading))) return true;
  const ends = columns.filter(({ role }) => role === 'low' || role === 'high');
  return (
    ends.length > 0 &&
    !ends.some(({ heading }) => OFFER.test(heading)) &&
    columns.some(({ role, heading }) => role === 'price' && (CLOSE.test(heading) || isClosing(heading)))
  );
}

/** Where a list goes on in columns beside its first, in which part of it a column is: by the names or days that head each. */
function halfOf(at: number, columns: readonly TimedColumn[]): number {
  const begins = (['metal', 'date'] as const)
    .map((role) => columns.filter((column) => column.role === role).map((column) => column.at))
    .find((places) => places.length > 1);
  if (begins === undefined || begins.some((place) => place > at && place === begins[0])) return 0;
  const headings = begins.map((place) => columns[place]?.heading);
  // Only where its headings come again is it a list that goes on.
  return new Set(headings).size === 1 ? begins.findLastIndex((place) => place <= at) : 0;
}

const MEAN =
  /(?<!\p{L})(?:avg|average|mean|mid(?:dle|point)?|mittel\w*|durchschnitt\w*|moyenne?|promedio|medi[ao]|média|gemiddelde?|średnia|средн(?:яя|ее))(?!\p{L})|均价|平均|中间价|평균|仲値/iu;
const RANGE =
  /(?<!\p{L})(?:price )?(?:range|band|\p{L}*spanne|preisbereich|fourchette|rango|intervallo|faixa|диапазон|widełki|zakres|bandbreedte|(?:bid|low|min|geld|von) ?[/–-] ?(?:ask|offer|high|max|brief|bis))(?!\p{L})|区间|范围|価格帯|レンジ|범위/iu;

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
