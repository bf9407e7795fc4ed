/** What is wrong with the answer to a line of a question set. */
import type { Answer } from '#src/domain/answer.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

/** A question, which outcomes are right, and patterns that its answer must and must not show. */
export interface Line {
  readonly q: string;
  readonly outcome: string | readonly string[];
  readonly must?: readonly string[];
  readonly mustNot?: readonly string[];
  /** Ids of the FAQ entries that are right. */
  readonly faq?: readonly string[];
}

function pattern(source: string): RegExp {
  return source.startsWith('(?i)') ? new RegExp(source.slice(4), 'i') : new RegExp(source);
}

/** The faults in words, none where the answer is right, and whether a figure is shown that must not be. */
export function judgeAnswer(
  line: Line,
  answer: Answer,
): { readonly faults: readonly string[]; readonly wrongFigure: boolean } {
  const text = renderPlainText(answer);
  const shown = (line.mustNot ?? []).filter((source) => pattern(source).test(text));
  const known = line.faq === undefined || (answer.faq !== null && line.faq.includes(answer.faq));
  const faults = [
    ...([line.outcome].flat().includes(answer.outcome) ? [] : [`outcome ${answer.outcome}`]),
    // What is not answered at once shows nothing.
    ...(line.must ?? []).filter((source) => !pattern(source).test(text)).map((source) => `lacks ${source}`),
    ...shown.map((source) => `shows ${source}`),
    ...(known ? [] : [`faq ${answer.faq}`]),
  ];
  return { faults, wrongFigure: shown.length > 0 };
}
