/** An answer as plain text: the terminal, and the `text` beside Slack's blocks. */
import { DEFAULT_LOCALE, type Answer, type Line, type Part, type Table } from '#src/domain/answer.ts';
import { citeSources, claimLine } from './citations.ts';
import { runsOf } from './runs.ts';

/** Writes one line; what makes `text` for Slack escapes and shortens. */
type WriteLine = (line: Line) => string;

/** Writes lines without any markup, figures in full. */
export function plainWriter(locale: string): WriteLine {
  return (line) =>
    runsOf(line, locale)
      .map((run) => run.text)
      .join('');
}

const isFigure = (cell: Line | undefined) =>
  cell !== undefined &&
  cell.length > 0 &&
  cell.every((span) => typeof span !== 'string' || /^\W*$/.test(span));

/** Whether a column holds figures only, and so is aligned at its right edge. Years are labels, not figures. */
export function isFigureColumn(table: Table, column: number): boolean {
  return table.rows.length > 0 && table.rows.every((row) => isFigure(row[column]));
}

/** A table as aligned columns, one row a line. */
function tableLines(table: Table, write: WriteLine): readonly string[] {
  const rows = [table.columns.map((column) => write([column])), ...table.rows.map((row) => row.map(write))];
  const indices = table.columns.map((_, index) => index);
  const widths = indices.map((index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const right = indices.map((index) => isFigureColumn(table, index));
  return rows.map((row) =>
    indices
      .map((index) => {
        const [cell, width] = [row[index] ?? '', widths[index] ?? 0];
        return right[index] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A part's sources on one line; `undefined` where it cites none. */
export function sourcesLine(part: Part): string | undefined {
  const sources = citeSources(part.citations);
  if (sources.length === 0) return undefined;
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.join(' · ')}`;
}

/** Whether a part's sources are still to be named: parts in a row that share them are followed by them once. */
export function endsSources(answer: Answer, index: number): boolean {
  const [part, next] = [answer.parts[index], answer.parts[index + 1]];
  return part !== undefined && (next === undefined || sourcesLine(next) !== sourcesLine(part));
}

function partLines(answer: Answer, part: Part, index: number, write: WriteLine): readonly string[] {
  const lines = [part.headline, ...part.body].map(write);
  if (part.table !== undefined) lines.push(...tableLines(part.table, write));
  lines.push(...part.cautions.map(write));
  if (part.claimant !== undefined) lines.push(write([claimLine(part.claimant)]));
  const sources = sourcesLine(part);
  if (sources !== undefined && endsSources(answer, index)) lines.push(write([sources]));
  return lines.filter((line) => line !== '');
}

/** What stands over an answer's suggestions; nothing where the answer itself asks "did you mean". */
export function suggestionHeading({ outcome, parts }: Answer): string | undefined {
  if (outcome === 'answer') return 'You could ask next:';
  if (outcome === 'none') return 'What you can ask:';
  return parts.length > 0 ? undefined : 'Did you mean:';
}

/** Says which spelling was mended; `undefined` where none was. */
export function repairLine(repairs: Answer['repairs']): string | undefined {
  if (repairs.length === 0) return undefined;
  return `${repairs.map(({ from, to }) => `Read "${from}" as "${to}"`).join('; ')}.`;
}

/** An answer's blocks of lines, in reading order, without suggestions; empty ones left out. */
export function textBlocks(answer: Answer, write: WriteLine): readonly (readonly string[])[] {
  const repairs = repairLine(answer.repairs);
  return [
    ...answer.parts.map((part, index) => partLines(answer, part, index, write)),
    repairs === undefined ? [] : [write([repairs])],
  ].filter((lines) => lines.length > 0);
}

/** What one could ask, as a list under its heading; empty where there is nothing. */
export function suggestionLines(answer: Answer, write: WriteLine): readonly string[] {
  if (answer.suggestions.length === 0) return [];
  const heading = suggestionHeading(answer);
  // What can be typed: a button's label need not be a question.
  const list = answer.suggestions.map(({ ask }) => write([`  - ${ask}`]));
  return heading === undefined ? list : [heading, ...list];
}

/** A whole answer as people read it in a terminal: figures in full, suggestions as a list. */
export function renderPlainText(answer: Answer, locale: string = DEFAULT_LOCALE): string {
  const write = plainWriter(locale);
  return [...textBlocks(answer, write), suggestionLines(answer, write)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
