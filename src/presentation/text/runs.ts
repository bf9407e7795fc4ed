/** Lines as runs of text: the step between an answer's spans and any dialect (plain text, mrkdwn). */
import type { Line, Span } from '#src/domain/answer.ts';
import { formatQuantity } from './format.ts';
import { formatChange } from './format-change.ts';

/** Text of one look. `figure` is never cut: half a figure is a wrong figure. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly figure: boolean;
}

function spanRuns(span: Span, locale: string, strong: boolean): readonly Run[] {
  // What is strong stays on its line: a mark that opens on one and closes on the next marks nothing.
  if (typeof span === 'string') {
    return [{ text: strong ? span.replaceAll(/\s+/g, ' ') : span, strong, figure: false }];
  }
  if ('quantity' in span) return [{ text: formatQuantity(span.quantity, locale), strong, figure: true }];
  if ('change' in span) return [{ text: formatChange(span.change, locale), strong, figure: true }];
  return span.strong.flatMap((inner) => spanRuns(inner, locale, true));
}

/** A line's runs, in order. `strong` makes all of it strong. */
export function runsOf(line: Line, locale: string, strong = false): readonly Run[] {
  return line.flatMap((span) => spanRuns(span, locale, strong));
}

/** Length of a text once a dialect has escaped it. */
type Measure = (text: string) => number;

/** As much of a literal text as fits: at a space where there is one, and never within a number or a character. */
function cutText(text: string, room: number, measure: Measure): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += measure(character);
    if (used > room) break;
    end += character.length;
  }
  const fits = text.slice(0, end);
  const space = fits.search(/\s\S*$/);
  return space !== -1 ? fits.slice(0, space) : fits.replace(/(?<![\d.,])[\d.,]+$/, '');
}

/**
 * Shortens runs to a room of characters, with "…" where something is left out.
 * @param measure Length of a text in the dialect that it will be written in; marks of strong runs are added here.
 */
export function clampRuns(runs: readonly Run[], room: number, measure: Measure): readonly Run[] {
  const marks = (run: Run) => (run.strong ? 2 : 0);
  const lengths = runs.map((run) => measure(run.text) + marks(run));
  if (lengths.reduce((sum, length) => sum + length, 0) <= room) return runs;
  const kept: Run[] = [];
  let left = room - 1;
  for (const [index, run] of runs.entries()) {
    const length = lengths[index] ?? 0;
    if (length > left) {
      if (!run.figure) kept.push({ ...run, text: cutText(run.text, left - marks(run), measure) });
      break;
    }
    kept.push(run);
    left -= length;
  }
  return [...kept, { text: '…', strong: false, figure: false }];
}
