/** The single door: a question in, an answer out. Pure, and never throws on what a user typed. */
import type { Answer, Suggestion } from '#src/domain/answer.ts';
import {
  didYouMean,
  entryAnswer,
  faqAnswer,
  figureAnswer,
  foreignAnswer,
  uniqueSuggestions,
  unknownAnswer,
} from './answers.ts';
import { arbitrate, faqKnows } from './arbitrate.ts';
import { metalOf, outsiderOf } from '#src/domain/series/figures.ts';
import type { Catalog } from './catalog.ts';
import { weighMatch } from '#src/domain/faq/faq-evidence.ts';
import { mergeFollowUp } from '#src/domain/reading/follow-up.ts';
import {
  leftOutNumbers,
  leftOutOfFigures,
  leftOutOfQuotes,
  sayCut,
  sayFiner,
  sayLeftOut,
} from '#src/domain/topics/left-out.ts';
import type { Match } from '#src/domain/faq/matcher.ts';
import { answerDated, type DatedAnswer } from '#src/domain/topics/price/dated-answer.ts';
import { quotedAlone, quotedMixture, type QuotedBeside } from '#src/domain/topics/price/quoted-beside.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { questionOf } from '#src/domain/reading/need.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { acrossSeries, isCosted, isQuoted, typedFor, withoutOutsiders } from './outsiders.ts';
import { restate } from './restate.ts';
import { readText, type ReadText } from './read-text.ts';
import { answerUnread, timeUnread } from '#src/domain/topics/unread.ts';
import { narrowTo } from '#src/domain/series/narrow.ts';
import { libraryOf, type Market } from '#src/domain/series/library.ts';
import { answerAside } from '#src/domain/topics/aside.ts';
import { uncosted } from '#src/domain/topics/cost/cost-lines.ts';
import { exampleSuggestions } from '#src/domain/topics/help.ts';
import { tasksFor, TOPIC_ANSWERS } from '#src/domain/topics/registry.ts';
import type { TopicContext, TopicResult } from '#src/domain/topics/topic.ts';

export interface AskContext {
  /** The person's today; relative years count from its calendar year. */
  readonly now: Date;
  /** The question before this one in the same thread or DM, so that "and 2024?" can be read. */
  readonly previous?: Question | undefined;
  /** The quotes that were fetched for this question; none where there are none. */
  readonly book?: QuoteBook | undefined;
}

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
  const offered = answer.suggestions.filter(answers);
  const instead = answer.outcome === 'none' && offered.length === 0 ? examples : [];
  return { ...answer, suggestions: [...offered, ...instead] };
}

function answerAll(read: ReadText, catalog: Catalog, context: AskContext): Answer {
  const whole = answerTo(read.whole, catalog, context);
  if (read.pieces.length === 1) return whole;
  const answers: Answer[] = [];
  for (const { question } of read.pieces) {
    // "price 2022? and 2023?" leans on its neighbour; "... and who mines it?" may not.
    const leaning = { ...context, previous: answers.at(-1)?.question ?? context.previous };
    const answer = answerTo(question, catalog, leaning);
    answers.push(answer.outcome === 'answer' ? answer : answerTo(question, catalog, context));
  }
  // "My card is stolen. Help!" asks for no help of ours.
  const answered = answers.filter((a) => a.outcome === 'answer' && a.topic !== 'help');
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
    together(whole, answers.filter(isSaid)),
    silent.map((words) => ({ words: `“${words}”`, kind: 'words' as const })),
  );
}

const isSaid = (a: Answer): boolean => a.outcome === 'answer' || a.question.foreign !== null;

/** One answer of several, in the order of the questions; what was not understood at all is left out. */
function together(whole: Answer, answers: readonly Answer[]): Answer {
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
  };
}

/** The answer to one question, also to one that nobody typed, with what it left out said. */
export function answerTo(read: Question, catalog: Catalog, context: AskContext): Answer {
  const answer = answerWhole(read, catalog, context);
  return sayLeftOut(answer, leftOutNumbers(answer.question));
}

function answerWhole(read: Question, catalog: Catalog, context: AskContext): Answer {
  const { now, previous, book } = context;
  const merged = previous === undefined ? read : mergeFollowUp(previous, read);
  const match = matchFaq(catalog, read, previous);
  const outsiders = merged.metals.filter((id) => outsiderOf(catalog, id) !== undefined);
  const aside = asideAnswer(merged, catalog, match, now);
  if (aside !== undefined) return aside;
  const named = read.metals.length > 0;
  const market: Market = { catalog, book, today: book?.today ?? isoDate(now.getTime()) };
  const quoted = answerDated(merged, market, { previous, named });
  if (quoted !== undefined)
    return sayLeftOut(quotedAnswer(merged, catalog, quoted, now), leftOutOfQuotes(merged, quoted.place));
  // What has no figures is not what "production 2023" leans on; "and 2023?" is of nothing else.
  if (outsiders.length > 0 && !named && !read.followUp) return answerWhole(read, catalog, { now, book });
  const across = acrossSeries(merged, catalog, book);
  if (across !== undefined) return figureAnswer(merged, catalog, [across], match);
  const each = outsiders.length === 0 ? undefined : answerEach(merged, catalog, { now, book });
  if (each !== undefined) return each;
  const unknown = outsiders.filter((id) => !isCosted(merged, id, book));
  const question = unknown.length === 0 ? merged : withoutOutsiders(merged, catalog, unknown, book);
  if (question.foreign !== null) {
    const known = faqKnows(question, match) ? faqAnswer(question, catalog, [], match) : undefined;
    const outsider = outsiderOf(catalog, outsiders.find((id) => isQuoted(id, book)) ?? '');
    const alone = outsider && quotedAlone(outsider, market);
    const answer = known ?? foreignAnswer(question, catalog, question.foreign, alone);
    // It stays under discussion.
    return { ...answer, question: { ...answer.question, metals: merged.metals } };
  }
  if (question.intent === 'greeting') {
    return unknownAnswer(
      question,
      catalog,
      'Hello. Ask me about metal prices, production, sectors or supply.',
    );
  }
  const figures = figureParts(question, catalog, { now, book });
  const reach = { any: figures.length > 0, found: figures.some((f) => f.found) };
  const respondent = arbitrate(question, match, reach, now.getUTCFullYear());
  if (respondent === 'faq' || respondent === 'both') {
    const shown = respondent === 'both' ? figures.filter((f) => f.found) : [];
    const answer = faqAnswer(question, catalog, shown, match);
    const subjects = leftOutOfFigures(question, catalog, book).filter(({ kind }) => kind === 'subject');
    if (answer !== undefined) return sayLeftOut(answer, subjects);
  }
  if (respondent === 'unsure') return didYouMean(question, catalog, match, restate(question, catalog));
  if (figures.length > 0) {
    const mixture = quotedMixture(question, market);
    const shown = mixture === undefined ? figures : withQuote(figures, mixture);
    const answer = sayFiner(figureAnswer(question, catalog, shown, match));
    return sayLeftOut(answer, leftOutOfFigures(question, catalog, book));
  }
  if (match.outcome !== 'none') return didYouMean(question, catalog, match, []);
  return unknownAnswer(question, catalog, 'I don’t know that.');
}

/** Of several metals in a list, each by what there is of it, quotes or figures; `undefined` where they belong together. */
function answerEach(question: Question, catalog: Catalog, context: AskContext): Answer | undefined {
  const { metals, intent, reason } = question;
  const isList = intent === 'value' || intent === 'extreme' || intent === 'change' || intent === 'chart';
  if (!isList || reason || metals.length < 2) return undefined;
  const answers = metals.map((id) => answerWhole({ ...question, metals: [id] }, catalog, context));
  const found = answers.filter(({ outcome }) => outcome === 'answer');
  const [first] = found;
  if (first === undefined) return undefined;
  const left = metals.filter((_, at) => answers[at]?.outcome !== 'answer');
  const words = left.map((id) => typedFor(question, catalog, id));
  return sayLeftOut(
    { ...together(first, found), question },
    words.map((one) => ({ words: one, kind: 'subject' as const })),
  );
}

/** What is wanted beside figures; `undefined` where it is nothing, or the metal's FAQ says what it is. */
function asideAnswer(question: Question, catalog: Catalog, match: Match, now: Date): Answer | undefined {
  const aside = question.aside ?? null;
  const outsider = question.metals.some((id) => outsiderOf(catalog, id) !== undefined);
  if (aside === null || (outsider && aside.kind !== 'request')) return undefined;
  const inCatalog = question.metals.find((id) => outsiderOf(catalog, id) === undefined);
  const metal = metalOf(catalog, inCatalog ?? catalog.defaultMetal);
  const described = metal.kind !== 'element' || catalog.faq.some((faq) => faq.metal === metal.id);
  // Nothing beside it was asked, so the nearest entry is the one that says what it is.
  if (aside.kind === 'description' && described)
    return match.outcome === 'none' ? undefined : faqAnswer(question, catalog, [], match);
  const context = { catalog, metal, question, thisYear: now.getUTCFullYear() };
  return figureAnswer(question, catalog, [answerAside(context, aside)], match);
}

/** The quote first, then the year's figures, where it was asked what it is now. */
function quotedAnswer(question: Question, catalog: Catalog, quoted: DatedAnswer, now: Date): Answer {
  const { part, metal, withYear } = quoted;
  const metals = question.metals.length > 0 ? question.metals : [metal];
  const asked = { ...question, years: [], current: false, finerTime: null, currency: null };
  const years = withYear ? figureParts({ ...asked, metals: [metal] }, catalog, { now }, true) : [];
  const found = years.filter((result) => result.found);
  return {
    question: { ...question, foreign: null, metals },
    outcome: 'answer',
    topic: 'price',
    faq: null,
    metal: withYear ? metal : null,
    parts: [part, ...found.map((result) => result.part)],
    suggestions: uniqueSuggestions(found.flatMap((result) => result.suggestions)).slice(0, 3),
    confidence: Math.max(question.understood, 0.5),
    repairs: question.repairs.filter(({ from }) => !quoted.names.includes(from.toLowerCase())),
  };
}

/** With what is quoted beside the first of them. */
function withQuote(
  [first, ...others]: readonly TopicResult[],
  { line, suggestion }: QuotedBeside,
): readonly TopicResult[] {
  if (first === undefined) return [];
  const part = { ...first.part, body: [...first.part.body, line] };
  return [{ ...first, part, suggestions: [suggestion, ...first.suggestions] }, ...others];
}

/** "Why?" alone says little: a follow-up is matched together with the question that it leans on. */
function matchFaq(catalog: Catalog, read: Question, previous: Question | undefined): Match {
  const alone = weighMatch(catalog.matcher.match(read.text), read);
  if (previous === undefined || !read.followUp || !read.reason || alone.outcome === 'answer') return alone;
  return catalog.matcher.match(`${read.text} ${previous.text}`);
}

/** One result a metal and task; what compares metals, or is about none, is done once. */
function figureParts(
  question: Question,
  whole: Catalog,
  { now, book }: AskContext,
  quoted = false,
): readonly TopicResult[] {
  const named = question.metals.length > 0 ? question.metals : [whole.defaultMetal];
  const said = new Set(question.text.toLowerCase().match(/\p{L}[\p{L}\p{N}]+/gu));
  const metals = whole.metals.map((metal) => (named.includes(metal.id) ? narrowTo(metal, said) : metal));
  const catalog = { ...whole, metals };
  const once = question.intent === 'compare' || question.intent === 'help';
  const tasks = tasksFor(question);
  const unread = timeUnread(question);
  return (once ? named.slice(0, 1) : named).flatMap((id) => {
    // A cost finds its metals itself.
    const metal = metalOf(catalog, outsiderOf(catalog, id) === undefined ? id : catalog.defaultMetal);
    return tasks.flatMap((task) => {
      // A cost lists all its metals itself; what has no amount has a price.
      const priced = task.topic === 'cost' && uncosted(task.question).includes(id);
      if (task.topic === 'cost' && id !== named[0] && !priced) return [];
      const context: TopicContext = {
        catalog,
        metal,
        question: task.question,
        thisYear: now.getUTCFullYear(),
        today: book?.today ?? isoDate(now.getTime()),
        library: libraryOf(catalog, book),
        quoted,
      };
      if (unread !== undefined && task.topic !== 'help') return [answerUnread(task.topic, context, unread)];
      const answers = task.topic === 'cost' && id !== named[0] ? [] : [TOPIC_ANSWERS[task.topic](context)];
      return priced ? [...answers, TOPIC_ANSWERS.price(context)] : answers;
    });
  });
}
