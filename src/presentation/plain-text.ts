/** An answer as plain text: the terminal, and the `text` beside Slack's blocks. */
import type { Answer, Line, Part, Span, Table } from '#src/domain/answer.ts';
import { citeSources, claimLine } from './citations.ts';
import { DEFAULT_LOCALE, formatChange, formatQuantity } from './format.ts';

function plainSpan(span: Span, locale: string): string {
  if (typeof span === 'string') return span;
  if ('quantity' in span) return formatQuantity(span.quantity, locale);
  if ('change' in span) return formatChange(span.change, locale);
  return plainLine(span.strong, locale);
}

/** A line without any markup. */
export function plainLine(line: Line, locale: string = DEFAULT_LOCALE): string {
  return line.map((span) => plainSpan(span, locale)).join('');
}

const isFigure = (cell: Line | undefined) =>
  cell !== undefined &&
  cell.length > 0 &&
  cell.every((span) => typeof span !== 'string' || /^\W*$/.test(span));

/** Whether a column holds figures only, and so is aligned at its right edge. Years are labels, not figures. */
export function isFigureColumn(table: Table, column: number): boolean {
  return table.rows.length > 0 && table.rows.every((row) => isFigure(row[column]));
}

/** A table as aligned columns, one row a line; figures are aligned at the right. */
export function plainTable(table: Table, locale: string = DEFAULT_LOCALE): readonly string[] {
  const rows = [table.columns, ...table.rows.map((row) => row.map((cell) => plainLine(cell, locale)))];
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

function plainPart(part: Part, next: Part | undefined, locale: string): readonly string[] {
  const sources = sourcesLine(part);
  const lines = [part.headline, ...part.body].map((line) => plainLine(line, locale));
  if (part.table !== undefined) lines.push(...plainTable(part.table, locale));
  lines.push(...part.cautions.map((line) => plainLine(line, locale)));
  if (part.claimant !== undefined) lines.push(claimLine(part.claimant));
  // Parts that share their sources are followed by them once.
  if (sources !== undefined && (next === undefined || sourcesLine(next) !== sources)) lines.push(sources);
  return lines.filter((line) => line !== '');
}

function sourcesLine(part: Part): string | undefined {
  const sources = citeSources(part.citations);
  if (sources.length === 0) return undefined;
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.join(' · ')}`;
}

const SUGGESTION_HEADINGS = {
  answer: 'You could ask next:',
  suggest: 'Did you mean:',
  none: 'What you can ask:',
} as const satisfies Record<Answer['outcome'], string>;

/** What stands over an answer's suggestions. */
export function suggestionHeading(outcome: Answer['outcome']): string {
  return SUGGESTION_HEADINGS[outcome];
}

/** Says which spelling was mended; `undefined` where none was. */
export function repairLine(repairs: Answer['repairs']): string | undefined {
  if (repairs.length === 0) return undefined;
  return `${repairs.map(({ from, to }) => `Read "${from}" as "${to}"`).join('; ')}.`;
}

/** The figures and words of an answer, without suggestions: what a notification or a screen reader needs. */
export function renderParts(answer: Answer, locale: string = DEFAULT_LOCALE): string {
  const parts = answer.parts.map((part, index) =>
    plainPart(part, answer.parts[index + 1], locale).join('\n'),
  );
  const repairs = repairLine(answer.repairs);
  return [...parts, ...(repairs === undefined ? [] : [repairs])].filter((block) => block !== '').join('\n\n');
}

/** A whole answer as people read it in a terminal. Figures are in full; suggestions are a list. */
export function renderPlainText(answer: Answer, locale: string = DEFAULT_LOCALE): string {
  const text = renderParts(answer, locale);
  if (answer.suggestions.length === 0) return text;
  const list = [suggestionHeading(answer.outcome), ...answer.suggestions.map((s) => `  - ${s.label}`)];
  return [text, list.join('\n')].filter((block) => block !== '').join('\n\n');
}
