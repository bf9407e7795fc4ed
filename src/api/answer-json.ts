/** An answer as JSON, with its figures: what the terminal, the API and the tools for assistants give out. */
import { DEFAULT_LOCALE, type Answer } from '#src/domain/answer.ts';
import { numbersIn, type ShownFigure } from '#src/domain/asking/answers/figures-of.ts';
import type { ReadText } from '#src/domain/asking/read-text.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { citeSources } from '#src/presentation/text/citations.ts';
import { plainWriter, renderPlainText } from '#src/presentation/text/plain-text.ts';
import type { AnswerJson } from './schemas/answer.ts';
import type { FigureJson } from './schemas/figure.ts';

/**
 * The answer to a text that was read.
 * @param requests What the text asks to be set up
 */
export function answerJson(
  question: string,
  answer: Answer,
  read: Pick<ReadText, 'pieces' | 'unread'>,
  requests: readonly AskedRequest[],
): AnswerJson {
  const [request = null, ...more] = requests;
  const { figures, workedOut, given } = numbersIn(answer);
  const write = plainWriter(DEFAULT_LOCALE);
  return {
    question,
    request: more.length === 0 ? request : requests,
    outcome: answer.outcome,
    topic: answer.topic,
    faq: answer.faq,
    metal: answer.metal,
    text: renderPlainText(answer),
    suggestions: answer.suggestions,
    confidence: Number(answer.confidence.toFixed(3)),
    sources: [...new Set(answer.parts.flatMap((part) => citeSources(part.citations)))],
    figures: figures.map(figureJson),
    workedOut: workedOut.map(({ kind, quantity: { range, unit }, change, from }) => ({
      kind,
      ...range,
      unit,
      midpoint: change?.midpoint ?? null,
      printed: change?.printed ?? null,
      from,
    })),
    given: given.map(({ range, unit }) => ({ ...range, unit })),
    cautions: answer.parts.flatMap(({ cautions }) => cautions.map(write)).filter((line) => line !== ''),
    unused: unusedWords(answer, read),
    alternatives: (answer.alternatives ?? []).map((one) => ({
      ...one,
      probability: Number(one.probability.toFixed(3)),
    })),
  };
}

function figureJson({ quantity, citation, ...figure }: ShownFigure): FigureJson {
  const { range, unit, qualifier, firmness } = quantity;
  const { publisher, title, edition, url } = citation.source;
  return {
    ...figure,
    ...range,
    unit,
    qualifier: qualifier ?? null,
    firmness: firmness ?? null,
    converted:
      citation.rates?.map(({ said, of: time }) => `at ${said}, the average of ${time}`).join('; ') ?? null,
    source: publisher,
    title,
    edition: edition ?? null,
    section: citation.section,
    url: url ?? null,
  };
}

/** What was named and not used, and questions too many; an entry of the FAQ reads words that no slot takes. */
function unusedWords({ faq }: Answer, { pieces, unread }: Pick<ReadText, 'pieces' | 'unread'>): string[] {
  const words = pieces.flatMap(({ question: { leftOut = [], unread: strange = [] } }) => [
    ...leftOut.map((one) => one.words),
    ...(faq === null ? strange : []),
  ]);
  return [...new Set([...words, ...unread])];
}
