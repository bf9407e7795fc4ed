/** The kinds of answer: from the FAQ, from figures, "did you mean", and "I don't know". */
import type { Answer, Line, Part, Suggestion } from '#src/domain/answer.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import type { Catalog } from './catalog.ts';
import { answerFromFaq, faqSuggestions } from '#src/domain/faq/faq-answer.ts';
import type { Match } from '#src/domain/faq/matcher.ts';
import { plainQuestion, type Question } from '#src/domain/reading/question.ts';
import type { QuotedBeside } from '#src/domain/topics/price/quoted-beside.ts';
import { coverage, exampleSuggestions } from '#src/domain/topics/help.ts';
import { listInWords, makePart, type TopicResult } from '#src/domain/topics/topic.ts';

/** The FAQ entry's answer, after the figures that the question asks for too. */
export function faqAnswer(
  question: Question,
  catalog: Catalog,
  figures: readonly TopicResult[],
  match: Match,
): Answer | undefined {
  const [top] = match.ranked;
  const faq = top === undefined ? undefined : answerFromFaq(catalog, top.id);
  if (top === undefined || faq === undefined) return undefined;
  return {
    question,
    outcome: 'answer',
    topic: figures[0]?.part.topic ?? 'faq',
    faq: top.id,
    metal: faq.metal,
    parts: [
      ...figures.map((f) => f.part),
      { ...faq.part, cautions: [...faq.part.cautions, ...cautionsFor(question, catalog, faq.metal)] },
    ],
    suggestions: uniqueSuggestions(figures.flatMap((f) => f.suggestions)).slice(0, 3),
    confidence: match.confidence,
    repairs: question.repairs,
  };
}

/** The answer of an FAQ entry that was chosen; `undefined` where there is no such entry any more. */
export function entryAnswer(text: string, catalog: Catalog, id: string): Answer | undefined {
  const metal = catalog.faq.find(({ entry }) => entry.id === id)?.metal;
  const question = plainQuestion({ text, intent: 'open', metals: metal === undefined ? [] : [metal] });
  const ranked = [{ id, score: 1, probability: 1, matchedWords: [], ties: [] }];
  return faqAnswer(question, catalog, [], { outcome: 'answer', confidence: 1, ranked });
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
  const names = listInWords(asked.map((id) => metalOf(catalog, id).name.toLowerCase()));
  return [
    [`This is about ${metalOf(catalog, about).name.toLowerCase()}: I have no explanations for ${names}.`],
  ];
}

/** The figures asked for; where none is found, what there is instead. */
export function figureAnswer(
  question: Question,
  catalog: Catalog,
  results: readonly TopicResult[],
  match: Match,
): Answer {
  const found = results.filter((r) => r.found);
  const suggestions = uniqueSuggestions(results.flatMap((r) => r.suggestions)).slice(0, 3);
  return {
    question,
    outcome: found.length > 0 ? 'answer' : 'none',
    topic: results[0]?.part.topic ?? 'unknown',
    faq: null,
    metal: question.metals[0] ?? catalog.defaultMetal,
    parts: results.map((r) => r.part),
    suggestions:
      found.length > 0
        ? suggestions
        : uniqueSuggestions([...suggestions, ...faqSuggestions(catalog, match)]).slice(0, 3),
    confidence: found.length > 0 ? Math.max(question.understood, 0.5) : question.understood,
    repairs: question.repairs,
  };
}

/** Choices, where what was asked is not sure. */
export function didYouMean(
  question: Question,
  catalog: Catalog,
  match: Match,
  figures: readonly Suggestion[],
): Answer {
  const faq = match.outcome === 'none' ? [] : faqSuggestions(catalog, match);
  return {
    question,
    outcome: 'suggest',
    topic: 'unknown',
    faq: null,
    metal: question.metals[0] ?? null,
    parts: [makePart('unknown', { headline: [{ strong: ['Did you mean one of these?'] }] })],
    // Where all words were read, what they were read as is nearer than an entry.
    suggestions: uniqueSuggestions(
      question.understood === 1 ? [...figures, ...faq] : [...faq, ...figures],
    ).slice(0, 3),
    confidence: match.confidence,
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
  const suggestions: Suggestion[] = exampleSuggestions(catalog, 3);
  const body = [...more, coverage(catalog)];
  const part: Part = makePart('unknown', { headline: [{ strong: [headline] }], body });
  return {
    question,
    outcome: 'none',
    topic: 'unknown',
    faq: null,
    metal: null,
    parts: [part],
    suggestions,
    confidence: 0,
    repairs: question.repairs,
  };
}

/** Drops choices that ask the same thing again; of those that only look the same, each shows what it asks. */
export function uniqueSuggestions(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const different = [...new Map(suggestions.map((s) => [s.ask.toLowerCase(), s])).values()];
  const isShared = ({ label }: Suggestion) => different.filter((s) => s.label === label).length > 1;
  return different.map((s) => (isShared(s) ? { ...s, label: s.ask } : s));
}
