/** The kinds of answer: from the FAQ, from figures, "did you mean", and "I don't know". */
import type { Answer, Line, Part, Suggestion } from '#src/domain/answer.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { metalOf, tradedOf } from '#src/domain/series/figures.ts';
import type { Catalog } from '../catalog.ts';
import { entryOf } from '#src/domain/faq/find-entry.ts';
import { answerFromFaq } from '#src/domain/faq/faq-answer.ts';
import { plainQuestion, type Question } from '#src/domain/reading/question.ts';
import type { QuotedBeside } from '#src/domain/topics/price/quoted-beside.ts';
import { coverage, exampleSuggestions } from '#src/domain/topics/help.ts';
import { askFor, askHistory, uniqueSuggestions } from '#src/domain/topics/suggestions.ts';
import { listInWords, makePart, type TopicResult } from '#src/domain/topics/topic.ts';

/** An FAQ entry's answer, after the figures that the question asks for too; `undefined` where there is no such entry. */
export function faqAnswer(
  question: Question,
  catalog: Catalog,
  entry: string,
  figures?: Answer,
): Answer | undefined {
  const faq = answerFromFaq(catalog, entry);
  if (faq === undefined) return undefined;
  const part = {
    ...faq.part,
    cautions: [...faq.part.cautions, ...cautionsFor(question, catalog, faq.metal)],
  };
  return {
    question,
    outcome: 'answer',
    topic: figures?.topic ?? 'faq',
    faq: entry,
    metal: faq.metal,
    parts: [...(figures?.parts ?? []), part],
    suggestions: figures?.suggestions ?? [],
    confidence: 1,
    repairs: question.repairs,
  };
}

/** The answer of an FAQ entry that was chosen; `undefined` where there is no such entry any more. */
export function entryAnswer(text: string, catalog: Catalog, id: string): Answer | undefined {
  const metal = entryOf(catalog.faq, id)?.metal;
  const question = plainQuestion({ text, intent: 'open', metals: metal === undefined ? [] : [metal] });
  return faqAnswer(question, catalog, id);
}

/** What an entry about a metal does not speak for: shares, and other metals. */
function cautionsFor(question: Question, catalog: Catalog, about: string): Line[] {
  const shares: Line[] = question.securities === true ? [[NO_SECURITIES]] : [];
  return [...shares, ...otherMetal(question, catalog, about)];
}

/** An entry about one metal does not speak for another. */
function otherMetal(question: Question, catalog: Catalog, about: string): Line[] {
  const asked = question.metals.filter((id) => id !== about && metalOf(catalog, about).group !== id);
  if (asked.length === 0 || question.metals.includes(about)) return [];
  const names = listInWords(asked.map((id) => tradedOf(catalog, id).name.toLowerCase()));
  return [
    [`This is about ${metalOf(catalog, about).name.toLowerCase()}: I have no explanations for ${names}.`],
  ];
}

/** The figures asked for; where none is found, what there is instead. */
export function figureAnswer(question: Question, catalog: Catalog, results: readonly TopicResult[]): Answer {
  const found = results.filter((r) => r.found);
  const suggestions = uniqueSuggestions(results.flatMap((r) => r.suggestions)).slice(0, 3);
  const [first] = found;
  const told = first && { country: first.leads, source: first.part.citations[0]?.id };
  return {
    question: { ...question, told },
    outcome: found.length > 0 ? 'answer' : 'none',
    topic: results[0]?.part.topic ?? 'unknown',
    faq: null,
    metal: question.metals[0] ?? catalog.defaultMetal,
    parts: results.map((r) => withChartNamed(r.part, catalog)),
    suggestions,
    confidence: 1,
    repairs: question.repairs,
  };
}

/** Says by its name what the chart of a part is of. @param of A metal or a product, by id: what the chart does not say itself */
export function withChartNamed(part: Part, catalog: Catalog, of?: string): Part {
  const id = part.chart !== undefined && 'metal' in part.chart ? part.chart.metal : of;
  return part.chart === undefined || id === undefined
    ? part
    : { ...part, chartOf: nameInText(tradedOf(catalog, id).name) };
}

/** Choices, where what was asked is not sure. */
export function didYouMean(question: Question, choices: readonly Suggestion[], confidence: number): Answer {
  return {
    question,
    outcome: 'suggest',
    topic: 'unknown',
    faq: null,
    metal: question.metals[0] ?? null,
    parts: [makePart('unknown', { headline: [{ strong: ['Did you mean one of these?'] }] })],
    suggestions: uniqueSuggestions(choices).slice(0, 3),
    confidence,
    repairs: question.repairs,
  };
}

const NO_SECURITIES = 'I cover metals, not shares in companies, funds or bonds.';

/**
 * A subject that there is no data on, by name.
 * @param quoted What there is of it after all: quotes, but not what was asked for.
 */
export function foreignAnswer(
  question: Question,
  catalog: Catalog,
  foreign: string,
  quoted?: QuotedBeside,
): Answer {
  if (quoted !== undefined) {
    const answer = unknownAnswer(question, catalog, `I don’t have that on ${foreign}.`, [quoted.line]);
    return { ...answer, suggestions: [quoted.suggestion, ...answer.suggestions].slice(0, 3) };
  }
  const more: Line[] = question.securities === true ? [[NO_SECURITIES]] : [];
  return unknownAnswer(question, catalog, `I have nothing on ${foreign}.`, more);
}

/** "I don't know", with what there is. */
export function unknownAnswer(
  question: Question,
  catalog: Catalog,
  headline: string,
  more: readonly Line[] = [],
): Answer {
  const body = [...more, coverage(catalog)];
  return noAnswer(
    question,
    makePart('unknown', { headline: [{ strong: [headline] }], body }),
    exampleSuggestions(catalog, 3),
  );
}

/** That there is no answer, and what may be asked instead. @param metal Which metal's figures were asked about */
export const noAnswer = (
  question: Question,
  part: Part,
  suggestions: readonly Suggestion[],
  metal: string | null = null,
): Answer => ({
  question,
  outcome: 'none',
  topic: 'unknown',
  faq: null,
  metal,
  parts: [part],
  suggestions,
  confidence: 0,
  repairs: question.repairs,
});

const METRICS_OFFERED = ['price', 'production', 'reserves', 'import-reliance', 'end-use'] as const;

/** "I don't know" of a question that was not made out: where a metal of ours is named, of that metal, and with what there is of it. */
export function notKnown(question: Question, catalog: Catalog): Answer {
  const metals = catalog.metals.filter(({ id }) => question.metals.includes(id));
  const [metal] = metals;
  if (metal === undefined) return unknownAnswer(question, catalog, 'I don’t know that.');
  const names = listInWords(metals.map(({ name }) => name.toLowerCase()));
  const explained = catalog.faq.some((entry) => entry.metal === metal.id);
  const headline =
    question.reason && !explained
      ? `I have figures on ${names}, and no explanations.`
      : `I don’t know that of ${names}.`;
  // What there is of other metals is no news to who named this one.
  return noAnswer(question, makePart('unknown', { headline: [{ strong: [headline] }] }), [
    askHistory(metal, `${metal.name} price history`),
    ...METRICS_OFFERED.map((metric) => askFor(metal, metric)),
  ]);
}

/** One answer of several, in the order of the questions; what was not understood at all is left out. */
export function together(whole: Answer, answers: readonly Answer[]): Answer {
  const lead = answers.find((a) => a.outcome === 'answer') ?? whole;
  return {
    ...lead,
    question: answers.at(-1)?.question ?? lead.question,
    faq: answers.find((a) => a.faq !== null)?.faq ?? null,
    parts: answers.flatMap((a) => a.parts),
    suggestions: uniqueSuggestions(
      answers.flatMap((a) => (a.outcome === 'answer' ? a.suggestions : [])),
    ).slice(0, 3),
    confidence: Math.min(...answers.map((a) => (a.outcome === 'answer' ? a.confidence : 1))),
    repairs: whole.repairs,
    alternatives: answers.flatMap((a) => a.alternatives ?? []),
  };
}

/** An answer from the data, right if the question is what was asked. */
export interface DataAnswer {
  /** `foreign`: there is nothing on its subject. `talk`: nothing was asked. `missing`: it is ours, and there is no such figure. */
  readonly kind: 'figures' | 'missing' | 'foreign' | 'talk';
  /** Nothing else can be meant: the question has a form of its own, or is of a quote. */
  readonly sure?: true;
  readonly answer: Answer;
}

export function figuresOrMissing(answer: Answer): DataAnswer {
  return { kind: answer.outcome === 'answer' ? 'figures' : 'missing', answer };
}
