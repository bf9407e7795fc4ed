/** What a row is before its cells are read: as long as its heading, its source by a name that is kept, and cells without a spreadsheet’s mark. */
import { isSource } from '#src/domain/series/quote.ts';
import { isEmpty, type Cell, type TableRecord } from '../sheets/sheet.ts';

/** As our own exports name sources; others' names are made such. */
export function sourceOf(text: string, id: string): string {
  if (text === '' || isSource(text)) return text || id;
  const made = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return isSource(made) ? made : text;
}

/** A row whose cells are not those of the heading: each of them may stand in another's place. */
export function oddLength({ cells }: TableRecord, wanted: number): string | undefined {
  const length = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
  if (length > wanted)
    return `it has ${length} cells, and the heading has ${wanted}: a cell with the delimiter in it must stand in quotes, as in "553,000"`;
  return cells.length < wanted ? `it has ${cells.length} cells, and the heading has ${wanted}` : undefined;
}

/** Without the mark that keeps a spreadsheet from taking a cell for a formula. */
export function plainCell(cell: Cell = ''): Cell {
  if (typeof cell === 'number') return cell;
  return /^'+[=+@＝＋－＠\t\r-]/.test(cell) ? cell.slice(1) : cell;
}
