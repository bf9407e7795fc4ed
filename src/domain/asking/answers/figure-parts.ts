/** The figures that a question asks for, one result a metal and task; and the quote that stands before them. */
import { withChartNamed } from './answers.ts';
import type { Answer } from '#src/domain/answer.ts';
import { uniqueSuggestions } from '#src/domain/topics/suggestions.ts';
import type { AskContext } from '../context.ts';
import type { Catalog } from '../catalog.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { withId } from '#src/domain/series/by-id.ts';
import { metalOf, outsiderOf } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { libraryOf } from '#src/domain/series/library.ts';
import { inAskedCurrency } from '#src/domain/topics/price/in-currency.ts';
import { narrowTo, tellsApart } from '#src/domain/series/narrow.ts';
import { wordsIn } from '#src/domain/series/table-words.ts';
import { reachingBack } from '#src/domain/series/reaching-back.ts';
import { uncosted } from '#src/domain/topics/cost/cost-lines.ts';
import type { DatedAnswer } from '#src/domain/topics/price/dated/dated-answer.ts';
import type { QuotedBeside } from '#src/domain/topics/price/quoted-beside.ts';
import { countriesCounted } from '#src/domain/topics/countries/country-tracks.ts';
import { tasksFor, TOPIC_ANSWERS } from '#src/domain/topics/registry.ts';
import type { TopicContext, TopicResult } from '#src/domain/topics/topic.ts';
import { byMostMoved } from '#src/domain/topics/compare/moved-most.ts';
import { answerUnread, timeUnread } from '#src/domain/topics/unread.ts';

/** The quote first, then the year's figures, where it was asked what it is now. */
export function quotedAnswer(question: Question, catalog: Catalog, quoted: DatedAnswer, now: Date): Answer {
  const { part, metal, withYear } = quoted;
  const metals = question.metals.length > 0 ? question.metals : [metal];
  // What has no rate of a year is said beside the quote already.
  const currency = catalog.rates === undefined ? null : question.currency;
  const asked = { ...question, years: [], current: false, finerTime: null, currency };
  const years = withYear ? figureParts({ ...asked, metals: [metal] }, catalog, { now }, true) : [];
  const found = years.filter((result) => result.found);
  return {
    question: { ...question, foreign: null, metals },
    outcome: 'answer',
    topic: 'price',
    faq: null,
    metal: withYear ? metal : null,
    parts: [part, ...found.map((result) => result.part)].map((one) => withChartNamed(one, catalog, metal)),
    suggestions: uniqueSuggestions(found.flatMap((result) => result.suggestions)).slice(0, 3),
    confidence: 1,
    repairs: question.repairs.filter(({ from }) => !quoted.names.includes(from.toLowerCase())),
  };
}

/** With what is quoted beside the first of them. */
export function withQuote(
  [first, ...others]: readonly TopicResult[],
  { line, suggestion }: QuotedBeside,
): readonly TopicResult[] {
  if (first === undefined) return [];
  const part = { ...first.part, body: [...first.part.body, line] };
  return [{ ...first, part, suggestions: [suggestion, ...first.suggestions] }, ...others];
}

/** One result a metal and task; what compares metals, or is about none, is done once. */
export function figureParts(
  asked: Question,
  whole: Catalog,
  { now, book }: AskContext,
  quoted = false,
): readonly TopicResult[] {
  const named = asked.metals.length > 0 ? asked.metals : [whole.defaultMetal];
  const money = inAskedCurrency(asked, whole, narrowedBy(asked, named, whole));
  const { question } = money;
  const catalog = withMetals(whole, money.metals);
  const once = question.intent === 'compare' || question.intent === 'help' || question.race != null;
  const tasks = tasksFor(question);
  const unread = timeUnread(question);
  const results = (once ? named.slice(0, 1) : named).flatMap((id) => {
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
      return (priced ? [...answers, TOPIC_ANSWERS.price(context)] : answers).map(money.said);
    });
  });
  return byMostMoved(results, question);
}

/** The metals that are named, each with the tables that the question means. */
function narrowedBy(asked: Question, named: readonly string[], { metals }: Catalog): readonly Metal[] {
  // What was said last of which prices are meant.
  // "Lead?" after recycled tin.
  const typed = wordsIn(`${asked.text.replaceAll(PURITY, ' ')} ${asked.stage ?? ''}`);
  const said = [typed, ...(asked.about ?? []).map(wordsIn)];
  return named.flatMap((id) => {
    const metal = withId(metals, id);
    if (metal === undefined) return [];
    const back = reachingBack(metal, asked.years);
    if (back !== metal) return back;
    const narrow = narrowTo(metal, said.find((words) => tellsApart(metal, words)) ?? typed);
    // "Who makes the most refined nickel": what is told of the United States alone ranks no countries.
    return asked.allCountries && countriesCounted(narrow, 'production').length < 2 ? metal : narrow;
  });
}

/** "50 % TiO2" says how much is in it, and not which of them it is. */
const PURITY = /\d\s?%\s?[a-z]{1,2}\d{0,2}o\d?(?![\p{L}\p{N}])/giu;

/** The catalog with these metals in place of its own: most questions leave them as they are. */
function withMetals(whole: Catalog, metals: readonly Metal[]): Catalog {
  if (metals.every((metal) => withId(whole.metals, metal.id) === metal)) return whole;
  return { ...whole, metals: whole.metals.map((metal) => withId(metals, metal.id) ?? metal) };
}
