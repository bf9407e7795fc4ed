/** A table that says two things of the money or the mass of all its prices: its title one, and every column and row of it another. */
import { shorten } from '#src/domain/measure/days.ts';
import { MONEY_NAME, readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { doubtsMoney } from './doubted-money.ts';
import type { PriceGroup } from './layout.ts';
import type { TimedColumn } from './columns/price-groups.ts';
import type { RowField } from './rows/row.ts';
import { numberOf, textOf, type TableRecord } from './sheets/sheet.ts';
import { linesOf } from './titles.ts';
import { OF_PRICES } from './times/title-times.ts';

/** Words by which a line speaks of all numbers below it. */
const OF_ALL =
  /(?<!\p{L})(?:all|figures|values|quoted|units?|alle|angaben|werte|einheit|tous|toutes|valeurs|todos|todas|valores|tutti|valori|unità|wszystkie|все|единица)(?!\p{L})|单位|単位|단위/iu;
/** A line with an exception, or of a rate or a sum, says nothing of all. */
const NOT_OF_ALL =
  /=|(?<!\p{L})(?:unless|otherwise|except|excluding freight|where|sofern|soweit|außer|falls|sauf|salvo|excepto|eccetto|se non|chyba|кроме|если|rates?|exchange|fx|kurs\p{L}*|wechselkurs|tasso|cambio|taux|converted|umgerechnet|convert\p{L}*|or|oder|ou|and|und|surcharge|freight|fee|charges?)(?!\p{L})|汇率|除/iu;

const MONEY_OF_ALL = new RegExp(
  `(?:(?<!\\p{L})(?:in|en|em|w|в|are|is|were|sind|ist|sont|est|son|sono|são|są)\\s+|[:：]\\s*|单位[^\\p{L}]{0,3}|[均]?[为為是])${MONEY_NAME}`,
  'iu',
);

const unitIn = (text: string) => readPricePer(withKnownUnits(takeUnit(text).value ?? ''));

interface Said {
  readonly text: string;
  readonly money: string | undefined;
  readonly mass: string | undefined;
}

/**
 * @param lines Titles above and notes below. @param samples The first rows, whose cells may say the unit themselves.
 * @returns Both in words; `undefined` where they agree, or one of them says nothing.
 */
export function contradictionIn(
  lines: readonly TableRecord[],
  groups: readonly PriceGroup[],
  places: readonly (readonly [RowField, number])[],
  samples: readonly TableRecord[],
): string | undefined {
  const stated = linesOf(lines).flatMap((line): readonly Said[] => {
    if (NOT_OF_ALL.test(line) || !(OF_PRICES.test(line) || OF_ALL.test(line))) return [];
    const { money, mass } = unitIn(line);
    // "USD prices on request" says nothing of the others.
    const isSaid = mass !== undefined || MONEY_OF_ALL.test(withKnownUnits(line));
    return money === undefined || !isSaid ? [] : [{ text: line, money: money.of, mass: mass?.id }];
  });
  const at = [
    ...places.flatMap(([field, place]) => (field === 'unit' || field === 'currency' ? [place] : [])),
    ...groups.flatMap((group) => group.places.map(([, place]) => place)),
  ];
  const cells = new Set(
    samples.flatMap(({ cells: row }) => at.map((place) => textOf(row[place])).filter((one) => one !== '')),
  );
  const own = [...groups.flatMap(({ own: { unit } }) => (unit === undefined ? [] : [String(unit)])), ...cells]
    .map((text): Said => {
      const { money, mass } = unitIn(text);
      return { text, money: money?.of, mass: mass?.id };
    })
    .filter(({ money }) => money !== undefined);
  const [first] = own;
  const other = stated.find((line) => own.length > 0 && own.every((one) => areUnlike(line, one)));
  return other === undefined || first === undefined
    ? undefined
    : `it says “${shorten(other.text)}”, and of its prices “${shorten(first.text)}”: mend one of them, or say the unit as a setting`;
}

/** Why the money of all prices is open: a line says itself that it may be one or another. @param lines Titles above and notes below. */
export function doubtIn(lines: readonly TableRecord[]): string | undefined {
  const doubted = linesOf(lines).find((line) => doubtsMoney(line));
  return doubted && `it says “${shorten(doubted)}”: say the currency as a setting (currency=USD)`;
}

/** Of other money, or of the same for another mass. */
const areUnlike = (line: Said, own: Said): boolean =>
  line.money !== own.money || (line.mass !== undefined && own.mass !== undefined && line.mass !== own.mass);

/** So many times as much or as little a number beside a price may be one of its prices, too. */
const ALIKE = 2;

/** Why a column of numbers without a heading, right beside prices and like them, leaves open what the prices are: it may be their high end. */
export function unnamedBeside(
  columns: readonly TimedColumn[],
  samples: readonly TableRecord[],
): string | undefined {
  const found = columns.find(({ at, heading, role }) => {
    const before = columns.find((column) => column.at === at - 1);
    if (heading !== '' || role !== undefined || before?.role !== 'price') return false;
    const pairs = samples.flatMap(({ cells }) => {
      const [one, other] = [numberOf(cells[at - 1]), numberOf(cells[at])];
      return one === undefined || other === undefined || one <= 0 ? [] : [other / one];
    });
    return pairs.length > 0 && pairs.every((times) => times < ALIKE && times > 1 / ALIKE);
  });
  const beside = columns.find(({ at }) => at + 1 === found?.at);
  return found === undefined || beside === undefined
    ? undefined
    : `a column without a heading stands beside “${shorten(beside.heading)}”, with numbers like its own: give it one`;
}

/** How near the middle of a range a mean is, as a share of what lies between its ends; beside that, half a unit of its last digit. */
const [MIDDLE, ROUNDED] = [0.05, 0.5];

/**
 * Why low and high may be no range: a column that is not known lies within them in every row, and is not their middle. Of a day's trade
 * it would be the first or last price.
 */
export function unknownWithin(
  columns: readonly TimedColumn[],
  groups: readonly PriceGroup[],
  samples: readonly TableRecord[],
): string | undefined {
  for (const { places } of groups) {
    const [low, high] = (['low', 'high'] as const).map((field) => places.find(([one]) => one === field)?.[1]);
    if (low === undefined || high === undefined || places.some(([field]) => field === 'price')) continue;
    const found = columns.find(({ at, role, heading, time }) => {
      if (role !== undefined || heading === '' || time !== undefined) return false;
      const rows = samples.flatMap(({ cells }) => {
        const [from, to, value] = [numberOf(cells[low]), numberOf(cells[high]), numberOf(cells[at])];
        return from === undefined || to === undefined || value === undefined || from >= to
          ? []
          : [{ from, to, value }];
      });
      return (
        rows.length > 0 &&
        rows.every(({ from, to, value }) => value >= from && value <= to) &&
        rows.some(
          ({ from, to, value }) =>
            Math.abs(value - (from + to) / 2) > Math.max((to - from) * MIDDLE, value < 100 ? 0.005 : ROUNDED),
        )
      );
    });
    if (found !== undefined)
      return `“${shorten(found.heading)}” is not known here, and lies between low and high: they may be those of a day’s trade, and it the price. Call it open, close or mean`;
  }
  return undefined;
}
