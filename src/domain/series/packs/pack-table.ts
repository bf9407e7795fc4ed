/** The tables of a pack: what a source prints, place by period, cell by cell, with all that says what it is of. */
import { z } from 'zod';
import { COUNTED_UNITS, CURRENCIES, PRINTED_MASSES, type Unit } from '#src/domain/measure/figure.ts';
import { readCell } from './cell.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower case letters, digits and dashes');
const name = z.string().trim().min(1).max(240);

export const UNITS = [
  '%',
  ...COUNTED_UNITS,
  ...PRINTED_MASSES,
  ...CURRENCIES.flatMap((currency) => PRINTED_MASSES.map((mass) => `${currency}/${mass}` as const)),
] as const satisfies readonly Unit[];

/** What a table counts. */
export const TABLE_METRICS = [
  'price',
  'production',
  'reserves',
  'capacity',
  'consumption',
  'imports',
  'exports',
  'stocks',
  'shipments',
  'employment',
  'import-reliance',
  'import-sources',
  'end-use',
  'intensity',
] as const;

/**
 * What a figure is a price or mass of. `unstated` where the source does not say; what is more particular than these is
 * the table's `form`.
 */
export const BASES = [
  'metal',
  'oxide',
  'rare-earth oxide equivalent',
  'alloy',
  'contained metal',
  'compound',
  'ore',
  'gross weight',
  'unstated',
] as const;

/** "2024", "2026-06", "2021-24" (the years of both ends together). */
const period = z.string().regex(/^\d{4}(?:-\d{2})?$/, 'a period is 2024, 2026-06 or 2021-24');
const periods = z.union([
  z.array(period).min(1),
  z
    .string()
    .regex(
      /^(\d{4})\.\.(\d{4})$|^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/,
      'give "2021..2025", or "1960-01..2026-06"',
    ),
]);

/** A row's name, then its cells, a column each. */
type Row = readonly [string, ...string[]];

/** Tens of thousands of cells are read at each start: a loop looks at them, not a schema. */
const rows = z.custom<readonly Row[]>(
  (value) => Array.isArray(value) && value.length > 0 && value.every(isRow),
  'rows are lists of texts: the row’s name, then a cell for each period, none empty',
);

function isRow(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  return value.every(
    (cell, at) => typeof cell === 'string' && cell.length <= MOST_CELL && (at === 0 || cell !== ''),
  );
}
const MOST_CELL = 240;

/** One table of one source and edition. */
export const packTable = z.strictObject({
  id,
  /** Tables of one family are the same figures in several editions; a table is its own where none is given. */
  family: id.optional(),
  metric: z.enum(TABLE_METRICS),
  /**
   * Of prices: `headline` answers; `benchmark` is another source's for the same thing; `other` is another form or market,
   * which answers where it is named.
   */
  role: z.enum(['headline', 'benchmark', 'other']).default('headline'),
  /** As the source words it. */
  label: name,
  /** Where in the chain: mine, refinery, smelter, secondary ... */
  stage: name.optional(),
  /** Of what, more closely: "battery-grade lithium carbonate", "usable ore", "iron content". */
  form: name.optional(),
  basis: z.enum(BASES).default('unstated'),
  purity: name.optional(),
  /** Whose price: "LME", "COMEX", "Rotterdam". */
  market: name.optional(),
  /** "f.o.b. mine", "c.i.f. China", "cash". */
  terms: name.optional(),
  /** The source prints hundredths: cells are in cents a pound where the unit is dollars a pound. */
  cents: z.boolean().optional(),
  /** In constant money, of which year: "2010". */
  real: z.string().optional(),
  unit: z.enum(UNITS),
  source: id,
  section: name,
  /** What a row is of: a place unless it says else. */
  rowsOf: z.enum(['place', 'use', 'chemistry']).default('place'),
  /** Of uses: whose they are. */
  scope: name.optional(),
  /** The world's total is rounded. */
  rounded: z.boolean().optional(),
  periods,
  rows,
  footnotes: z.array(z.string().min(1).max(1200)).default([]),
});

export type PackTable = z.output<typeof packTable>;

/** The periods of a table's columns, written out. */
export function periodsOf({ periods: written }: Pick<PackTable, 'periods'>): readonly string[] {
  if (typeof written !== 'string') return written;
  const [first = '', last = ''] = written.split('..');
  if (first.length === 4)
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => String(Number(first) + at));
  return Array.from({ length: monthAt(last) - monthAt(first) + 1 }, (_, at) => {
    const month = monthAt(first) + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

const monthAt = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

/** What is wrong with a table beyond its shape; each problem with its place in it. */
export function checkTable(table: PackTable): readonly { readonly path: string; readonly reason: string }[] {
  const { length } = periodsOf(table);
  const seen = new Set<string>();
  return table.rows.flatMap(([place, ...cells], at) => {
    const problems: { path: string; reason: string }[] = [];
    const path = `rows[${at}]`;
    if (cells.length !== length)
      problems.push({ path, reason: `${cells.length} cells for ${length} periods` });
    if (seen.has(place)) problems.push({ path, reason: `"${place}" is there twice` });
    seen.add(place);
    for (const [i, cell] of cells.entries()) {
      if (!cell.includes('[')) continue;
      const { notes } = readCell(cell);
      const lost = notes.find((note) => table.footnotes[note - 1] === undefined);
      if (lost !== undefined)
        problems.push({ path: `${path}[${i + 1}]`, reason: `there is no footnote ${lost}` });
    }
    return problems;
  });
}
