/** A table of a chapter's rows before it has its place among the others. */
import type { z } from 'zod';
import { writeCell } from '#src/domain/series/packs/cell.ts';
import type { packTable } from '#src/domain/series/packs/pack-table.ts';
import type { McsRow } from './mcs.ts';
import { baseOf, capital, METRIC_OF } from './mcs-words.ts';
import { unitOf } from './units.ts';

/** A table before its defaults are filled in. */
export type TableDraft = z.input<typeof packTable>;

export const MCS_SOURCE = 'usgs-2026';
/** How rows become the lines of a table. */
interface Reading {
  readonly rowName: (row: McsRow) => string;
  readonly noteOf?: (row: McsRow) => string | undefined;
  readonly period?: (row: McsRow) => string;
}

/** One line a name, one column a period; what is not there is "NA". @throws where there is no row */
export function draft(
  rows: readonly McsRow[],
  { rowName, noteOf, period = ({ year }) => year }: Reading,
): TableDraft {
  const [first] = rows;
  if (first === undefined) throw new Error('a table without rows');
  const periods = [...new Set(rows.map(period))].toSorted();
  const footnotes: string[] = [];
  const note = (text: string) => {
    if (!footnotes.includes(text)) footnotes.push(text);
    return footnotes.indexOf(text) + 1;
  };
  const groups = Map.groupBy(rows, rowName);
  const cells = [...groups].map(([name, inside]): [string, ...string[]] => [
    name,
    ...periods.map((one) => {
      const found = inside.find((row) => period(row) === one);
      if (found === undefined) return 'NA';
      const own = noteOf?.(found);
      const notes = [...(own === undefined ? [] : [capital(own)]), ...found.footnotes].map(note);
      return writeCell({ text: found.value, estimated: found.estimated, revised: false, notes });
    }),
  ]);
  return {
    id: '',
    metric: METRIC_OF[first.statistic] ?? 'production',
    label: baseOf(first.detail),
    ...unitOf(first.unit),
    source: MCS_SOURCE,
    section: first.section.replace('—', ', '),
    periods,
    rows: cells,
    footnotes,
  };
}
