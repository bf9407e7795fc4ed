/** The smaller sources: end uses, battery intensities, MCS 2025's rare earths, the yearbook's countries. */
import { writeCell } from '#src/domain/series/packs/cell.ts';
import { WORLD } from '#src/domain/series/packs/with-tables.ts';
import type { TableDraft } from './mcs-draft.ts';
import { slug } from './mcs-words.ts';
import type { Row, SourceFolder } from './source-files.ts';
import { unitOf } from './units.ts';

export const MCS_2025_SOURCE = 'usgs-2025';
export const BATTERY_SOURCE = 'batpac';
export const YEARBOOK_SOURCE = 'usgs-myb-2022';

/** Shares of what a commodity goes into, as MCS 2025 states them; one table a scope. */
export function endUseTables(rows: readonly Row[], commodity: string): readonly TableDraft[] {
  const own = rows.filter((row) => row['commodity'] === commodity);
  if (own.length === 0) throw new Error(`no end uses of "${commodity}"`);
  const groups = Map.groupBy(own, (row) => `${row['scope']}|${row['share_of']}|${row['year']}`);
  return [...groups.values()].map((inside) => {
    const [first] = inside;
    const footnotes = [...new Set(inside.map((row) => row['note'] ?? '').filter((note) => note !== ''))];
    return {
      id: slug(`end uses ${first?.['scope']} ${first?.['share_of']}`),
      metric: 'end-use',
      label: `Share of ${first?.['scope'] === 'US' ? 'US ' : 'world '}${first?.['share_of']}`,
      rowsOf: 'use',
      scope: first?.['scope'] === 'US' ? 'United States' : WORLD,
      unit: '%',
      source: MCS_2025_SOURCE,
      section: first?.['section'] ?? '',
      periods: [first?.['year'] ?? ''],
      rows: inside.map((row): [string, ...string[]] => [
        row['use'] ?? '',
        writeCell({
          text: `${row['qualifier'] === 'more than' ? '>' : ''}${row['percent']}`,
          estimated: row['qualifier'] === 'estimated',
          revised: false,
          notes: row['note'] === '' ? [] : [footnotes.indexOf(row['note'] ?? '') + 1],
        }),
      ]),
      footnotes,
    };
  });
}

/** Kilograms in a kilowatt-hour of battery pack, by chemistry. */
export function intensityTable(rows: readonly Row[], mineral: string): TableDraft {
  const own = rows.filter((row) => row['Mineral'] === mineral);
  if (own.length === 0) throw new Error(`no battery intensity of "${mineral}"`);
  return {
    id: 'battery-intensity',
    metric: 'intensity',
    label: `${mineral} in a battery pack, by chemistry`,
    rowsOf: 'chemistry',
    unit: 'kg/kWh',
    source: BATTERY_SOURCE,
    section: 'Mineral intensity, kilograms per kilowatt-hour',
    // The model's edition: its figures are of a design, not of a year.
    periods: ['2024'],
    rows: own.map((row): [string, ...string[]] => [row['chemistry'] ?? '', row['kg_per_kwh'] ?? 'NA']),
    footnotes: [],
  };
}

/** MCS 2025's rare earths: the price of an oxide, or the world's table. */
export function mcs2025Tables(
  rows: readonly Row[],
  wanted: { readonly price: RegExp } | 'world',
): readonly TableDraft[] {
  const own = rows.filter((row) => row['edition'] === 'MCS 2025');
  if (wanted !== 'world') {
    const priced = own.filter((row) => row['metric'] === 'price' && wanted.price.test(row['what'] ?? ''));
    return priced.length === 0 ? [] : [{ ...tableOf(priced, () => ''), id: 'price-oxide-mcs-2025' }];
  }
  return (['production', 'reserves'] as const).map((metric) => {
    const inside = own.filter((row) => row['metric'] === metric);
    return {
      ...tableOf(inside, (row) => (row['country'] === 'World total' ? WORLD : (row['country'] ?? ''))),
      id: `world-${metric}-mcs-2025`,
      rounded: true,
      basis: 'rare-earth oxide equivalent',
      ...(metric === 'production' ? { stage: 'mine' } : {}),
    };
  });
}

function tableOf(rows: readonly Row[], nameOf: (row: Row) => string): Omit<TableDraft, 'id'> {
  const [first] = rows;
  const periods = [...new Set(rows.map(yearIn))].toSorted();
  const metric =
    first?.['metric'] === 'price' ? 'price' : first?.['metric'] === 'reserves' ? 'reserves' : 'production';
  return {
    metric,
    label: first?.['what'] ?? '',
    ...unitOf(first?.['unit'] ?? ''),
    source: MCS_2025_SOURCE,
    section:
      metric === 'price' ? 'Price, average, dollars per kilogram' : 'World Mine Production and Reserves',
    periods,
    rows: [...Map.groupBy(rows, nameOf)].map(([name, inside]): [string, ...string[]] => [
      name,
      ...periods.map((period) => mcs2025Cell(inside.find((row) => yearIn(row) === period))),
    ]),
    footnotes: [],
  };
}

const yearIn = (row: Row): string => (row['year'] ?? '').slice(0, 4);

function mcs2025Cell(row: Row | undefined): string {
  if (row === undefined || row['status'] === 'not available') return 'NA';
  const number = Number(row['low']).toLocaleString('en-US');
  const text = row['status'] === 'zero' ? '—' : `${row['qualifier'] === 'more than' ? '>' : ''}${number}`;
  return writeCell({ text, estimated: /estimated/u.test(row['note'] ?? ''), revised: false, notes: [] });
}

/** Mine production of rare earths by country, 2018 to 2022, with its marks in the cells beside. */
export async function yearbookTable(folder: SourceFolder): Promise<TableDraft> {
  const sheet = await folder.sheet('usgs/myb2022-rare-earths.xlsx', 'T8');
  const head = sheet.findIndex((row) => String(row[0] ?? '').startsWith('Country'));
  const columns = (sheet[head] ?? []).flatMap((cell, at) =>
    typeof cell === 'number' ? [[String(cell), at] as const] : [],
  );
  const total = sheet.findIndex((row) => row[0] === 'Total');
  const rows = sheet.slice(head + 1, total + 1).map((row): [string, ...string[]] => {
    const printed = String(row[0]);
    // "Australiae", "Thailande, 5": the e of an estimate hangs on the name, and so does a footnote's number.
    const [, name = '', all] = /^(.+?)(e)?(?:,? ?\d)?$/u.exec(printed.replace(/, \d$/u, '')) ?? [];
    return [
      name === 'Total' ? WORLD : name,
      ...columns.map(([, at]) => {
        const [value, mark] = [row[at], String(row[at + 1] ?? '')];
        const text = typeof value === 'number' ? value.toLocaleString('en-US') : value === '--' ? '—' : 'NA';
        return writeCell({
          text,
          estimated: all !== undefined || mark === 'e',
          revised: mark === 'r',
          notes: [],
        });
      }),
    ];
  });
  return {
    id: 'production-myb-2022',
    family: 'production',
    metric: 'production',
    label: 'World mine production, by country or locality',
    stage: 'mine',
    basis: 'rare-earth oxide equivalent',
    unit: 't',
    rounded: true,
    source: YEARBOOK_SOURCE,
    section: 'Table 8, Rare earths: world mine production, by country or locality',
    periods: columns.map(([year]) => year),
    rows,
    footnotes: [],
  };
}
