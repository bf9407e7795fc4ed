/** The single door: a question in, an answer out. Pure, and never throws on what a user typed. */
import type { Answer, Suggestion } from '#src/domain/answer.ts';
import { entryAnswer, notKnown, together } from './answers/answers.ts';
import { answerKey, gatherCandidates, type Candidates } from './candidates.ts';
import type { Catalog } from './catalog.ts';
import type { AskContext } from './context.ts';
import { answerFromData } from './answers/data-answer.ts';
import { weighCandidates } from './judge.ts';
import { questionOf } from '#src/domain/reading/need.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { readInFull, readText, type ReadPiece, type ReadText } from './read-text.ts';
import { askingOn, besidesNamed, namingIt, namingYear, inFullOf, ofOtherMetal } from './under-discussion.ts';
import { leansOn } from '#src/domain/reading/follow-ups/leans-on.ts';
import { askedOfAnswer } from '#src/domain/reading/follow-ups/of-the-answer.ts';
import { timesInFull } from '#src/domain/reading/follow-ups/times-in-full.ts';
import { namingPlaces } from './naming-metals.ts';
import { whyBefore } from './why-before.ts';
import { exampleSuggestions } from '#src/domain/topics/help.ts';
import { leftOutNumbers, sayCut, sayLeftOut } from '#src/domain/topics/left-out.ts';
import { alternativesTo, choose } from './answers/chosen-answer.ts';

export type { AskContext };

/**
 * Answers a question from the catalog; several questions in one text get an answer each, in one.
 * @example ask('price in 2022', catalog, { now: new Date() }).parts[0]?.headline // "Neodymium, 2022: $92/kg"
 */
export function ask(text: string, catalog: Catalog, context: AskContext): Answer {
  return answerText(readText(text, catalog, context.now), catalog, context);
}

/** The same of a text that was read. */
export function answerText(read: ReadText, catalog: Catalog, context: AskContext): Answer {
  const chosen = read.entry === undefined ? undefined : entryAnswer(read.text, catalog, read.entry);
  if (chosen !== undefined) return chosen;
  const answer = offering(answerAll(read, catalog, context), catalog, context);
  return read.cut ? sayCut(answer) : answer;
}

/** Choices that stand under an answer at the most. */
const MOST_OFFERED = 3;

/** What is offered instead of an answer must have one. */
function offering(answer: Answer, catalog: Catalog, { now, book }: AskContext): Answer {
  if (answer.outcome === 'answer') return answer;
  const examples = exampleSuggestions(catalog, 3);
  // Entries answer their own questions, and examples are what there is.
  const isKnown = ({ ask: asked, faq }: Suggestion) =>
    faq !== undefined || examples.some((example) => example.ask === asked);
  const answers = (one: Suggestion) =>
    isKnown(one) ||
    (one.need !== undefined &&
      answerTo(questionOf(one.need, one.ask), catalog, { now, book }).outcome === 'answer');
  const offered = answer.suggestions.filter(answers).slice(0, MOST_OFFERED);
  const instead = answer.outcome === 'none' && offered.length === 0 ? examples : [];
  return { ...answer, suggestions: [...offered, ...instead] };
}

function answerAll(read: ReadText, catalog: Catalog, context: AskContext): Answer {
  const whole = answerPiece(read.whole, catalog, context);
  if (read.pieces.length === 1) return whole;
  const answers: Answer[] = [];
  for (const piece of read.pieces) {
    // "price 2022? and 2023?" leans on its neighbour; "... and who mines it?" may not.
    const leaning = { ...context, previous: answers.at(-1)?.question ?? context.previous };
    const answer = answerPiece(piece, catalog, leaning);
    const isSame = answer.outcome === 'answer' || leaning.previous === context.previous;
    answers.push(isSame ? answer : answerPiece(piece, catalog, context));
  }
  // "My card is stolen. Help!" asks for no help of ours, and of a story no sentence is a question by itself.
  const told = !read.isList && answers.some((a, at) => !isSaid(a) && !isTalk(a) && isLong(read.pieces[at]));
  const answered = answers.filter(
    (a, at) => a.outcome === 'answer' && a.topic !== 'help' && (!told || isOurs(read.pieces[at])),
  );
  const enough = whole.outcome === 'answer' ? 2 : 1;
  if (answered.length < enough) return whole;
  // Each line of a list is meant: what has no answer is named. Between sentences it is talk.
  const silent = read.isList
    ? [
        ...read.pieces.flatMap(({ words }, at) => (isSaid(answers[at] ?? whole) ? [] : [words])),
        ...read.unread,
      ]
    : [];
  return sayLeftOut(
    together(
      whole,
      answers.filter(
        (a, at) =>
          (answered.includes(a) || (isSaid(a) && a.outcome !== 'answer')) &&
          // What two of them come to is said once.
          answers.findIndex((other) => answerKey(other) === answerKey(a)) === at,
      ),
    ),
    silent.map((words) => ({ words: `“${words}”`, kind: 'words' as const })),
  );
}

/**
 * Whether what follows may lean on a question: on one that was answered, and on one of what there is no data on ("and 2023?" after
 * bitcoin is of bitcoin); talk in between is none ("what is the weather like").
 */
export function staysUnderDiscussion({ outcome, question, topic }: Answer): boolean {
  if (outcome === 'answer') return true;
  const asked = question.metrics.length + question.amounts.length > 0 || question.metals.length > 0;
  // "Neodymium price 2032? Sorry, 2023": what there is no figure of in that year is still what is asked about.
  // "What can replace cobalt", then "and nickel": what nobody could answer is asked of another.
  const isOpen = question.intent === 'open' && question.metals.length === 1;
  const missing =
    (topic !== 'unknown' || isOpen || question.allCountries || question.metrics.length > 0) &&
    question.metals.length > 0 &&
    question.foreign === null;
  return missing || (question.foreign !== null && asked);
}

const isTalk = ({ question }: Answer): boolean => question.intent === 'greeting';
const isLong = (piece: ReadPiece | undefined): boolean => (piece?.readings[0].cues.words ?? 0) > 2;
/** Something of ours is named in it. */
function isOurs(piece: ReadPiece | undefined): boolean {
  const cues = piece?.readings[0].cues;
  return (
    cues !== undefined &&
    (cues.named || (cues.metric === 'strong' && cues.owned === 0 && cues.nouns.length === 0))
  );
}

const isSaid = (a: Answer): boolean => a.outcome === 'answer' || a.question.foreign !== null;

/** The answer to a question that nobody typed, with what it left out said. */
export function answerTo(question: Question, catalog: Catalog, context: AskContext): Answer {
  const answer = answerFromData(question, catalog, context)?.answer ?? notKnown(question, catalog);
  return sayLeftOut(answer, leftOutNumbers(answer.question));
}

/**
 * The answer to one question that was typed. What leans on the one before it is read again in full, with the time or the thing that was
 * spoken of; and once more only where its answer shows that it was of another metal, or of nothing.
 */
export function answerPiece(typed: ReadPiece, catalog: Catalog, context: AskContext): Answer {
  const { previous, now } = context;
  const again = (text: string) => readInFull(text, catalog, now);
  const piece = inFull(typed, previous, { catalog, again });
  const answer = answerReadings(piece, catalog, context);
  const named = namingIt(piece.question, answer, catalog, previous);
  if (named !== undefined) return answerReadings(again(named), catalog, context);
  const joined = answer.outcome === 'answer' ? undefined : askingOn(piece.question, previous);
  const whole = joined === undefined ? answer : answerReadings(again(joined), catalog, context);
  return whole.outcome === 'answer'
    ? { ...whole, question: { ...whole.question, text: piece.question.text } }
    : answer;
}

/** A question with the time, or the thing, that it leaves to what was spoken of. */
function inFull(
  typed: ReadPiece,
  previous: Question | undefined,
  { catalog, again }: { readonly catalog: Catalog; readonly again: (text: string) => ReadPiece },
): ReadPiece {
  const { question } = typed;
  const dated =
    namingPlaces(question, previous, catalog) ??
    timesInFull(question, previous) ??
    namingYear(question, previous) ??
    ofOtherMetal(question, previous) ??
    inFullOf(question, previous, catalog);
  if (dated !== undefined) return again(dated);
  const beside = besidesNamed(question, previous);
  const read = beside === undefined ? typed : again(beside);
  // "And EVs" is of shares where it names one.
  return read.question.sectors.length + read.question.countries.length > 0 ? read : typed;
}

function answerReadings({ readings }: ReadPiece, catalog: Catalog, context: AskContext): Answer {
  const why = whyBefore(readings[0].question, catalog, context);
  if (why !== undefined) return why;
  const among = gatherCandidates(readings, catalog, context);
  const { question } = among.whole;
  const { previous } = context;
  const ofAnswer = previous !== undefined && askedOfAnswer(previous, question) !== undefined;
  const leans = ofAnswer || (leansOn(previous, question) && !question.reason);
  const weighed = weighCandidates(among);
  const answer = choose(among, weighed, catalog, leans);
  const alternatives = alternativesTo(answer, weighed, catalog);
  return { ...sayLeftOut(withLeader(answer, among), leftOutNumbers(answer.question)), alternatives };
}

/** An entry on who mines most names the country that the figures do. */
function withLeader(answer: Answer, { said }: Candidates): Answer {
  const country = answer.faq === null ? undefined : said?.answer.question.told?.country;
  return country === undefined ? answer : { ...answer, question: { ...answer.question, told: { country } } };
}
