/**
 * What the sources must agree on with themselves and with each other: one list, longer than other files since it is read from
 * top to bottom, a check after the other.
 */
import { readCell } from '#src/domain/series/packs/cell.ts';
import { periodsOf } from '#src/domain/series/packs/pack-table.ts';
import { isMonthly, WORLD } from '#src/domain/series/packs/with-tables.ts';
import {
  addsUp,
  againstEachOther,
  apart,
  eachColumn,
  jumps,
  numberIn,
  priceTables,
  round,
  rowsOf,
  shareSum,
  type Check,
} from './checking.ts';

const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/cents per pound/u, 'USD/lb'],
  [/dollars per pound/iu, 'USD/lb'],
  [/dollars per (?:dry )?metric ton unit/u, 'USD/mtu'],
  [/dollars per metric ton(?! unit)/iu, 'USD/t'],
  [/dollars per kilogram/u, 'USD/kg'],
  [/dollars per troy ounce/u, 'USD/troy oz'],
  [/dollars per short ton/iu, 'USD/short ton'],
  [/dollars per carat/u, 'USD/carat'],
];
const WORDS = /^(?:Variable, depending on .*|Large|Moderate|Small|Very small|Moderate to large|-\d+)$/u;

export const CHECKS: readonly Check[] = [
  {
    id: 'output-adds-up',
    says: 'the countries’ output adds up to the world’s within 3 %',
    of: eachColumn(['production'], addsUp(3)),
  },
  {
    id: 'reserves-add-up',
    says: 'the countries’ reserves add up to the world’s within 5 %',
    of: eachColumn(['reserves'], addsUp(5)),
  },
  {
    id: 'capacity-adds-up',
    says: 'the countries’ capacity adds up to the world’s within 3 %',
    of: eachColumn(['capacity'], addsUp(3)),
  },
  {
    id: 'no-part-above-total',
    says: 'no country has more than the world',
    of: eachColumn(['production', 'reserves', 'capacity'], (table, period) => {
      const total = numberIn(table, WORLD, period);
      const above = rowsOf(table).filter(
        (row) => row !== WORLD && total !== undefined && (numberIn(table, row, period) ?? 0) > total,
      );
      return above.length === 0 ? undefined : above.join(', ');
    }),
  },
  {
    id: 'usgs-against-world-bank',
    says: 'the USGS price that stands beside the World Bank’s is within 5 % of it, after units',
    of: (pack) => {
      const bank = priceTables(pack, /^world-bank/u).find(({ role }) => role === 'headline');
      const usgs = priceTables(pack, /^usgs-2026/u).find(({ role }) => role === 'benchmark');
      return bank === undefined || usgs === undefined ? [] : againstEachOther(pack, usgs, bank, 5);
    },
  },
  {
    id: 'months-against-year',
    says: 'the mean of the World Bank’s months is its year’s figure within 0.6 %, since 2000',
    of: (pack) => {
      const months = pack.tables.find(isMonthly);
      const year = pack.tables.find(({ id }) => id === 'price-world-bank');
      if (months === undefined || year === undefined) return [];
      return periodsOf(year)
        .filter((period) => period >= '2000')
        .flatMap((period) => {
          const values = periodsOf(months)
            .filter((month) => month.startsWith(period))
            .flatMap((month) => numberIn(months, '', month) ?? []);
          const [mean, printed] = [
            values.reduce((sum, value) => sum + value, 0) / values.length,
            numberIn(year, '', period),
          ];
          return printed === undefined || values.length < 12 || apart(mean, printed) <= 0.6
            ? []
            : [
                {
                  where: `${pack.id}/${year.id}/${period}`,
                  what: `${round(printed)}, the months’ mean is ${round(mean)}`,
                },
              ];
        });
    },
  },
  {
    id: 'real-is-nominal-in-its-year',
    says: 'the price in dollars of 2010 is the nominal one in 2010',
    of: (pack) => {
      const [nominal, real] = ['price-world-bank', 'price-world-bank-real'].map((id) =>
        pack.tables.find((table) => table.id === id),
      );
      if (nominal === undefined || real === undefined) return [];
      const [a, b] = [numberIn(nominal, '', '2010'), numberIn(real, '', '2010')];
      return a === b ? [] : [{ where: `${pack.id}/${real.id}/2010`, what: `${a} and ${b}` }];
    },
  },
  {
    id: 'edition-against-edition',
    says: 'a price of MCS 2025 is that of MCS 2026 within its rounding, before the last year, which was an estimate',
    of: (pack) => {
      const [older] = priceTables(pack, /^usgs-2025/u);
      const newer = older && pack.tables.find((table) => table.family === older.family && table !== older);
      if (older === undefined || newer === undefined) return [];
      return periodsOf(older)
        .filter((period) => period < '2024')
        .flatMap((period) => {
          const [a, b] = [numberIn(older, '', period), numberIn(newer, '', period)];
          return a === undefined || b === undefined || Math.abs(a - b) <= Math.max(0.5, a * 0.005)
            ? []
            : [{ where: `${pack.id}/${older.id}/${period}`, what: `${a} in the older, ${b} in the newer` }];
        });
    },
  },
  {
    id: 'import-shares-at-most-all',
    says: 'import sources take at most 101 %',
    of: eachColumn(['import-sources'], shareSum(0, 101)),
  },
  {
    id: 'import-shares-at-least-all',
    says: 'import sources take at least 95 %',
    of: eachColumn(['import-sources'], shareSum(95, Infinity)),
  },
  {
    id: 'uses-at-most-all',
    says: 'end uses take at most 101 %',
    of: eachColumn(['end-use'], shareSum(0, 101)),
  },
  {
    id: 'uses-most-of-it',
    says: 'end uses name at least half',
    of: eachColumn(['end-use'], shareSum(50, Infinity)),
  },
  {
    id: 'reliance-is-a-share',
    says: 'import reliance is from 0 to 100 %',
    of: eachColumn(['import-reliance'], (table, period) => {
      const value = numberIn(table, 'United States', period);
      return value !== undefined && (value < 0 || value > 100) ? `${value} %` : undefined;
    }),
  },
  {
    id: 'unit-as-in-words',
    says: 'a price’s unit is the one that its words name',
    of: (pack) =>
      priceTables(pack, /^usgs-2026/u).flatMap((table) => {
        const wanted = UNIT_WORDS.find(([words]) => words.test(table.label))?.[1];
        return wanted === undefined || wanted === table.unit
          ? []
          : [{ where: `${pack.id}/${table.id}`, what: `“${table.label}” is in ${table.unit}` }];
      }),
  },
  {
    id: 'no-table-twice',
    says: 'no two tables of a metric and form print the same',
    of: (pack) => {
      const seen = new Map<string, string>();
      return pack.tables.flatMap((table) => {
        const key = JSON.stringify([
          table.metric,
          table.form,
          table.stage,
          table.unit,
          table.periods,
          table.rows,
        ]);
        const first = seen.get(key);
        seen.set(key, first ?? table.id);
        return first === undefined || table.rows.length < 2
          ? []
          : [{ where: `${pack.id}/${table.id}`, what: `as ${first}` }];
      });
    },
  },
  {
    id: 'words-are-known',
    says: 'what is no number and no mark is one of the words that the USGS uses',
    of: (pack) =>
      pack.tables.flatMap((table) =>
        table.rows.flatMap(([row, ...cells]) =>
          cells
            .map(readCell)
            .filter(({ silence, text }) => silence === 'words' && !WORDS.test(text))
            .map(({ text }) => ({ where: `${pack.id}/${table.id}/${row}`, what: text })),
        ),
      ),
  },
  {
    id: 'prices-do-not-jump',
    says: 'no yearly price since 2000 is six times its neighbour',
    of: eachColumn(['price'], (table, period) => (period >= '2001' ? jumps(6)(table, period) : undefined)),
  },
  {
    id: 'output-does-not-jump',
    says: 'no country’s output is eight times its neighbour year’s',
    of: eachColumn(['production'], (table, period) =>
      period >= '2001' ? jumps(8)(table, period) : undefined,
    ),
  },
  {
    id: 'newest-output-is-estimated',
    says: 'the world’s output of 2025 is marked as an estimate',
    of: eachColumn(['production'], (table, period) => {
      const cell = table.rows.find(([row]) => row === WORLD)?.[periodsOf(table).indexOf(period) + 1];
      if (period !== '2025' || cell === undefined || readCell(cell).range === undefined) return undefined;
      return readCell(cell).estimated ? undefined : cell;
    }),
  },
  {
    id: 'places-are-single',
    says: 'a row is of one place',
    of: (pack) =>
      pack.tables
        .filter((table) => table.rowsOf === 'place')
        .flatMap((table) =>
          rowsOf(table)
            .filter((row) => / and (?!Tobago)/u.test(row))
            .map((row) => ({ where: `${pack.id}/${table.id}`, what: row })),
        ),
  },
  {
    id: 'history-against-yearbook',
    says: 'the history’s world output is the yearbook’s within 10 %',
    of: (pack) => {
      const [history, yearbook] = ['production-history', 'production-myb-2022'].map((id) =>
        pack.tables.find((table) => table.id === id),
      );
      if (history === undefined || yearbook === undefined) return [];
      return periodsOf(yearbook).flatMap((period) => {
        const [a, b] = [numberIn(history, WORLD, period), numberIn(yearbook, WORLD, period)];
        return a === undefined || b === undefined || apart(a, b) <= 10
          ? []
          : [{ where: `${pack.id}/${history.id}/${period}`, what: `${round(a)} and ${round(b)}` }];
      });
    },
  },
  {
    id: 'intensity-is-plausible',
    says: 'a kilowatt-hour of battery holds more than nothing and less than 10 kg of anything',
    of: eachColumn(['intensity'], (table, period) => {
      const odd = rowsOf(table).filter((row) => (numberIn(table, row, period) ?? 0) >= 10);
      return odd.length === 0 ? undefined : odd.join(', ');
    }),
  },
];
