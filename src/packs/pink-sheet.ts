/** The World Bank's Pink Sheet: monthly means since 1960, and years, nominal and in constant dollars. */
import { periodsOf } from '#src/domain/series/packs/pack-table.ts';
import type { TableDraft } from './mcs-draft.ts';
import type { Sheet, SheetCell, SourceFolder } from './source-files.ts';
import { unitOf } from './units.ts';

export const MONTHS_SOURCE = 'world-bank-2026-07';
export const YEARS_SOURCE = 'world-bank-2026-03';
const MONTHLY = 'worldbank/pink-sheet-monthly-2026-07-02.xlsx';
const ANNUAL = 'worldbank/pink-sheet-annual-2026-03-03.xlsx';
/** Digits beyond which a cell only holds binary noise. */
const DIGITS = 12;

interface Column {
  readonly unit: string;
  /** By period; "…" is none. */
  readonly values: ReadonlyMap<string, string>;
}

export interface PinkSheet {
  readonly months: ReadonlyMap<string, Column>;
  readonly years: ReadonlyMap<string, Column>;
  readonly real: ReadonlyMap<string, Column>;
  /** What each column is a price of, as the sheet "Description" says it. */
  readonly descriptions: readonly string[];
}

export async function readPinkSheet(folder: SourceFolder): Promise<PinkSheet> {
  const [months, description, years, real] = [
    await folder.sheet(MONTHLY, 'Monthly Prices'),
    await folder.sheet(MONTHLY, 'Description'),
    await folder.sheet(ANNUAL, 'Annual Prices (Nominal)'),
    await folder.sheet(ANNUAL, 'Annual Prices (Real)'),
  ];
  return {
    months: columns(months, /^(\d{4})M(\d{2})$/u),
    years: columns(years, /^(\d{4})$/u),
    real: columns(real, /^(\d{4})$/u),
    descriptions: description.flatMap((row) =>
      row.filter((cell): cell is string => typeof cell === 'string').slice(0, 2),
    ),
  };
}

/** The columns of a sheet by name. @param period What the first cell of a row of figures is. */
function columns(sheet: Sheet, period: RegExp): ReadonlyMap<string, Column> {
  const first = sheet.findIndex((row) => period.test(String(row[0] ?? '')));
  const [names = [], units = []] = [sheet[first - 2], sheet[first - 1]];
  const rows = sheet.slice(first).filter((row) => period.test(String(row[0] ?? '')));
  return new Map(
    names.flatMap((cell, at) => {
      const name = nameOf(cell);
      const values = rows.flatMap((row): [string, string][] => {
        const value = row[at];
        const [, year = '', month] = period.exec(String(row[0])) ?? [];
        return typeof value === 'number'
          ? [[month === undefined ? year : `${year}-${month}`, printed(value)]]
          : [];
      });
      return name === '' || values.length === 0
        ? []
        : [[name, { unit: String(units[at] ?? ''), values: new Map(values) }]];
    }),
  );
}

/** Two asterisks say that the series was changed; they are no part of its name. */
const nameOf = (cell: SheetCell): string =>
  typeof cell === 'string' ? cell.replace(/\s*\*+$/u, '').trim() : '';
const printed = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** What each column is a price of, by its name. */
function kindOf(name: string): Pick<TableDraft, 'basis' | 'form' | 'market'> {
  if (name.startsWith('Iron ore')) return { basis: 'ore', form: '62 % Fe fines, c.f.r. China' };
  if (name === 'Phosphate rock') return { basis: 'ore', form: 'f.o.b. North Africa' };
  if (name === 'Potassium chloride')
    return { basis: 'compound', form: 'muriate of potash (potassium chloride)' };
  return KINDS[name] ?? { basis: 'metal' };
}

const KINDS: Readonly<Record<string, Pick<TableDraft, 'basis' | 'form' | 'market'> | undefined>> = {
  'Coal, Australian': { basis: 'unstated', form: 'thermal, f.o.b. Newcastle' },
  'Coal, South African': { basis: 'unstated', form: 'thermal, f.o.b. Richards Bay' },
  DAP: { basis: 'compound', form: 'f.o.b. US Gulf' },
  TSP: { basis: 'compound', form: 'import US Gulf' },
  Urea: { basis: 'compound', form: 'prilled, f.o.b. Middle East (Black Sea until February 2022)' },
};

/** The tables of one column: years, years in constant dollars, months. @throws Error where the sheets lack it. */
export function pinkTables(sheet: PinkSheet, name: string): readonly TableDraft[] {
  const describes = describedAs(sheet, name);
  const market = /LME|London Metal/u.test(describes) ? { market: 'LME' } : {};
  const common = { metric: 'price' as const, ...kindOf(name), footnotes: [] };
  const made = (column: Column | undefined, last: string) => {
    if (column === undefined) throw new Error(`the Pink Sheet has no column "${name}"`);
    const found = [...column.values.keys()].toSorted();
    const [from = '', to = ''] = [found[0], found.at(-1)];
    if (to !== last) throw new Error(`the Pink Sheet's "${name}" ends with ${to}, not with ${last}`);
    const cells = periodsOf({ periods: `${from}..${to}` }).map((period) => column.values.get(period) ?? 'NA');
    return {
      periods: `${from}..${to}`,
      rows: [['', ...cells] as [string, ...string[]]],
      ...unitOf(column.unit),
    };
  };
  return [
    {
      id: 'price-world-bank',
      role: 'headline',
      label: describes,
      ...common,
      ...market,
      terms: 'annual average',
      source: YEARS_SOURCE,
      section: 'Annual Prices (Nominal)',
      ...made(sheet.years.get(name), '2025'),
    },
    {
      id: 'price-world-bank-real',
      role: 'other',
      label: `${describes} (constant dollars of 2010)`,
      ...common,
      ...market,
      terms: 'annual average',
      real: '2010',
      source: YEARS_SOURCE,
      section: 'Annual Prices (Real)',
      ...made(sheet.real.get(name), '2025'),
    },
    {
      id: 'price-world-bank-monthly',
      role: 'headline',
      label: describes,
      ...common,
      ...market,
      terms: 'monthly average',
      source: MONTHS_SOURCE,
      section: 'Monthly Prices',
      ...made(sheet.months.get(name), '2026-06'),
    },
  ];
}

/** As long as a label may be, with what is said of constant dollars behind it. */
const MOST_LABEL = 210;

/** The line of the sheet "Description" that begins with the column's name, without the sources after it. */
function describedAs({ descriptions }: PinkSheet, name: string): string {
  const [word = '', place = ''] = name.toLowerCase().split(', ');
  const lines = descriptions
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line.toLowerCase().startsWith(word))
    .filter((line) => !/contract/iu.test(line) || word !== 'iron ore');
  // "Coal, South African" is told of as "Coal (South Africa)".
  const found = lines.find((line) => line.toLowerCase().includes(`(${place.replace(/n$/u, '')}`)) ?? lines[0];
  if (found === undefined) throw new Error(`the Pink Sheet describes no "${name}"`);
  return found.length > MOST_LABEL ? `${found.slice(0, MOST_LABEL - 1)}…` : found;
}
