/** Cells that are merged with those below them: what the first has, all have. Beside one another only the heading merges cells. */

interface Merged {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** Rows in one merged cell: a longer one is a mistake of the file. */
const MOST_ROWS = 5000;

/** @param merges Places from 0, ends included. */
export function filledDown<V>(
  rows: readonly (readonly V[])[],
  merges: readonly Merged[] = [],
): readonly (readonly V[])[] {
  const filled = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow } of merges) {
    const value = filled[startRow]?.[startCol];
    if (value === undefined || endRow - startRow > MOST_ROWS) continue;
    for (let at = startRow + 1; at <= endRow; at += 1) {
      const row = filled[at];
      if (row !== undefined) row[startCol] = value;
    }
  }
  return filled;
}
