/** Which of the candidates answers, and what else was likely enough to be worth a button. */
import type { Alternative, Answer, Suggestion } from '#src/domain/answer.ts';
import { didYouMean, faqAnswer, notKnown } from './answers.ts';
import { saysTheSame, type Candidates } from '../candidates.ts';
import type { Catalog } from '../catalog.ts';
import { entryAsking } from '#src/domain/faq/find-entry.ts';
import { faqSuggestions } from '#src/domain/faq/faq-answer.ts';
import { answerFrom, isOnlyOffered, type Weighed } from '../judge.ts';
import { outsiderOf } from '#src/domain/series/figures.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { restate } from '../restate.ts';

/** Of the three likeliest together, enough to ask back. */
const SUGGEST_FROM = 0.3;
/** At least this likely to be worth a button. */
const WORTH_ASKING = 0.05;
/** The most that are told. */
const MOST_ALTERNATIVES = 5;

/** What else was likely enough to be worth a button, and is not what the answer says. */
export function alternativesTo(answer: Answer, weighed: readonly Weighed[], catalog: Catalog): Alternative[] {
  const others = weighed.filter(
    ({ candidate, probability }) =>
      probability >= WORTH_ASKING &&
      (candidate.kind === 'faq'
        ? candidate.entry.id !== answer.faq
        : !saysTheSame(candidate.data.answer, answer)),
  );
  const found = others.flatMap((one) =>
    choicesOf(one, catalog).map((choice): Alternative => ({ ...choice, probability: one.probability })),
  );
  const each = new Map(found.toReversed().map((one) => [one.ask.toLowerCase(), one]));
  return [...each.values()].toSorted((a, b) => b.probability - a.probability).slice(0, MOST_ALTERNATIVES);
}

/** A candidate as choices that can be pressed. */
function choicesOf({ candidate }: Weighed, catalog: Catalog): readonly Suggestion[] {
  if (candidate.kind === 'faq') return faqSuggestions(catalog, [candidate.entry]);
  const { question } = candidate.reading;
  return question.metals.some((id) => outsiderOf(catalog, id)) ? [] : restate(question, catalog);
}

export function choose(
  among: Candidates,
  weighed: readonly Weighed[],
  catalog: Catalog,
  leans: boolean,
): Answer {
  const { whole, said } = among;
  const { question } = whole;
  // An entry answers its own question: it is what a choice asks when it is pressed.
  const own = entryAsking(catalog.faq, question.text);
  const itself = own && faqAnswer(question, catalog, own.entry.id);
  if (itself !== undefined) return itself;
  const from = answerFrom(catalog.precision);
  const missing = whole.cues.clean && said?.kind === 'missing';
  const plain = whole.cues.plain && said !== undefined && said.kind !== 'foreign';
  // "And 2024?" has no other sense than that of the question before it.
  const leaning = leans && (said?.kind === 'figures' || said?.kind === 'missing');
  const sure = said?.sure === true || missing || plain || leaning;
  if (sure) {
    const weight = weighed.find(({ candidate }) => candidate.kind === 'data' && candidate.reading === whole);
    return { ...said.answer, confidence: Math.max(weight?.probability ?? from, from) };
  }
  const best = weighed.find(({ candidate }) => !isOnlyOffered(candidate, among));
  // Nothing beside it was asked, so the nearest entry is the one that says what it is.
  const described = question.aside?.kind === 'description' && best?.candidate.kind === 'faq';
  const chosen =
    best && (best.probability >= from || described) ? answerOf(best, question, catalog) : undefined;
  if (chosen !== undefined) return chosen;
  // What is ours and has no such figure says so.
  if (said?.kind === 'foreign' || said?.kind === 'talk') return said.answer;
  if (
    best?.candidate.kind === 'data' &&
    best.candidate.data.kind === 'missing' &&
    best.probability >= SUGGEST_FROM
  )
    return best.candidate.data.answer;
  const three = weighed.slice(0, 3).reduce((sum, { probability }) => sum + probability, 0);
  const choices = weighed.filter(({ probability }) => probability >= WORTH_ASKING);
  if (three < SUGGEST_FROM || choices.length === 0) return notKnown(question, catalog);
  const suggestions = choices.flatMap((one) => choicesOf(one, catalog));
  return didYouMean(question, suggestions, weighed[0]?.probability ?? 0);
}

function answerOf(
  { candidate, probability }: Weighed,
  question: Question,
  catalog: Catalog,
): Answer | undefined {
  const answer =
    candidate.kind === 'data' ? candidate.data.answer : faqAnswer(question, catalog, candidate.entry.id);
  return answer && { ...answer, confidence: probability };
}
