/** The tables of a long history: what the USGS prints of each commodity since 1900. */
import { readCell } from '#src/domain/series/packs/cell.ts';
import { WORLD } from '#src/domain/series/packs/with-tables.ts';
import type { TableDraft } from './mcs-draft.ts';
import type { Sheet, SourceFolder } from './source-files.ts';

export const HISTORY_SOURCE = 'usgs-ds140';

/** Production of the United States and the world, and unit value, since 1900. */
export async function historyTables(
  folder: SourceFolder,
  file: string,
  sheetName: string,
): Promise<readonly TableDraft[]> {
  const sheet = await folder.sheet(file, sheetName);
  const head = sheet.findIndex((row) => row[0] === 'Year');
  const names = (sheet[head] ?? []).map((cell) => (typeof cell === 'string' ? cell : ''));
  const years = sheet
    .slice(head + 1)
    .filter((row) => typeof row[0] === 'number' && row[0] >= 1900 && row[0] <= 2100);
  const of = (
    pattern: RegExp,
    table: Omit<TableDraft, 'periods' | 'rows' | 'source' | 'section' | 'label'>,
  ) => {
    const at = names.findIndex((name) => pattern.test(name));
    return at < 0 ? [] : [historyTable(years, names[at] ?? '', at, table)];
  };
  return [
    ...of(/^World production \(lithium content\)|^World production$/u, {
      id: 'production-history',
      metric: 'production',
      role: 'other',
      stage: 'history',
      unit: 't',
    }),
    ...of(/^Unit value \(\$\/t\)/u, {
      id: 'unit-value-history',
      metric: 'price',
      role: 'other',
      form: 'apparent consumption, unit value',
      unit: 'USD/t',
    }),
    ...of(/^Unit value \(98/u, {
      id: 'unit-value-history-real',
      metric: 'price',
      role: 'other',
      form: 'apparent consumption, unit value',
      real: '1998',
      unit: 'USD/t',
    }),
  ];
}

function historyTable(
  years: Sheet,
  label: string,
  at: number,
  table: Omit<TableDraft, 'periods' | 'rows' | 'source' | 'section' | 'label'>,
): TableDraft {
  const cells = years.map((row) => {
    const value = row[at];
    const text =
      typeof value === 'number'
        ? value.toLocaleString('en-US', { maximumFractionDigits: 2 })
        : String(value ?? 'NA');
    return readCell(text).silence === 'words' ? 'NA' : text;
  });
  return {
    ...table,
    label,
    source: HISTORY_SOURCE,
    section: 'Historical statistics',
    periods: `${Number(years[0]?.[0])}..${Number(years.at(-1)?.[0])}`,
    rows: [[table.metric === 'production' ? WORLD : '', ...cells]],
    footnotes: [],
  };
}
