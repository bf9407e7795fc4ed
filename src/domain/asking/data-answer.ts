/** What the data says to one question: quotes, figures of years, what is wanted beside them; or that its subject is not ours. */
import type { Answer } from '#src/domain/answer.ts';
import { figureAnswer, foreignAnswer, together, uniqueSuggestions, unknownAnswer } from './answers.ts';
import type { AskContext } from './context.ts';
import type { Catalog } from './catalog.ts';
import { acrossSeries, isCosted, isQuoted, typedFor, withoutOutsiders } from './outsiders.ts';
import { mergeFollowUp } from '#src/domain/reading/follow-ups/follow-up.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { metalOf, outsiderOf } from '#src/domain/series/figures.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { libraryOf, type Market } from '#src/domain/series/library.ts';
import { inAskedCurrency } from '#src/domain/topics/price/in-currency.ts';
import { narrowTo, tellsApart, wordsIn } from '#src/domain/series/narrow.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { reachingBack } from '#src/domain/series/reaching-back.ts';
import { answerAcross } from '#src/domain/topics/supply-chain/across.ts';
import { answerFamily, familyMetric } from '#src/domain/topics/supply-chain/family.ts';
import { answerAside } from '#src/domain/topics/aside.ts';
import { uncosted } from '#src/domain/topics/cost/cost-lines.ts';
import {
  leftOutOfFigures,
  leftOutOfQuotes,
  sayFiner,
  sayFirmness,
  sayLeftOut,
} from '#src/domain/topics/left-out.ts';
import { answerDated, isOfDays, type DatedAnswer } from '#src/domain/topics/price/dated-answer.ts';
import { quotedAlone, quotedMixture, type QuotedBeside } from '#src/domain/topics/price/quoted-beside.ts';
import { countriesCounted } from '#src/domain/topics/countries/ranking.ts';
import { hasUses } from '#src/domain/topics/supply-chain/uses.ts';
import { tasksFor, TOPIC_ANSWERS } from '#src/domain/topics/registry.ts';
import type { TopicContext, TopicResult } from '#src/domain/topics/topic.ts';
import { answerUnread, timeUnread } from '#src/domain/topics/unread.ts';

/** An answer from the data, right if the question is what was asked. */
export interface DataAnswer {
  /** `foreign`: there is nothing on its subject. `talk`: nothing was asked. `missing`: it is ours, and there is no such figure. */
  readonly kind: 'figures' | 'missing' | 'foreign' | 'talk';
  /** Nothing else can be meant: the question has a form of its own, or is of a quote. */
  readonly sure?: true;
  readonly answer: Answer;
}

/** What the data says; `undefined` where it says nothing to such a question. */
export function answerFromData(
  read: Question,
  catalog: Catalog,
  context: AskContext,
): DataAnswer | undefined {
  const { now, previous, book } = context;
  const ranked = acrossAnswer(read, catalog, now);
  if (ranked !== undefined) return ranked;
  const family = familyAnswer(read, catalog, now);
  if (family !== undefined) return family;
  const leaning = previous === undefined ? read : asFacet(previous, read, catalog);
  const merged = previous === undefined ? read : mergeFollowUp(previous, leaning, now.getUTCFullYear());
  const outsiders = merged.metals.filter((id) => outsiderOf(catalog, id) !== undefined);
  const aside = asideAnswer(merged, catalog, now);
  if (aside !== undefined) return { ...figuresOrMissing(aside), sure: true };
  const named = read.metals.length > 0;
  const market: Market = { catalog, book, today: book?.today ?? isoDate(now.getTime()) };
  const quoted = answerDated(merged, market, { previous, named });
  if (quoted !== undefined) {
    const answer = quotedAnswer(merged, catalog, quoted, now);
    return { ...figuresOrMissing(sayLeftOut(answer, leftOutOfQuotes(merged, quoted.place))), sure: true };
  }
  // What has no figures is not what "production 2023" leans on; "and 2023?" is of nothing else.
  if (outsiders.length > 0 && !named && !read.followUp) return answerFromData(read, catalog, { now, book });
  const across = acrossSeries(merged, market);
  if (across !== undefined) return figuresOrMissing(figureAnswer(merged, catalog, [across]));
  const isEach = outsiders.length > 0 || isOfDays(merged.wanted);
  const each = isEach ? answerEach(merged, catalog, { now, book }) : undefined;
  if (each !== undefined) return figuresOrMissing(each);
  const unknown = outsiders.filter((id) => !isCosted(merged, id, book));
  const question = unknown.length === 0 ? merged : withoutOutsiders(merged, catalog, unknown, book);
  if (question.foreign !== null) {
    const outsider = outsiderOf(catalog, outsiders.find((id) => isQuoted(id, book)) ?? '');
    const alone = outsider && quotedAlone(outsider, market);
    const answer = foreignAnswer(question, catalog, question.foreign, alone);
    // It stays under discussion.
    return {
      kind: 'foreign',
      answer: { ...answer, question: { ...answer.question, metals: merged.metals } },
    };
  }
  if (question.intent === 'greeting') {
    const hello = 'Hello. Ask me about metal prices, production, sectors or supply.';
    return { kind: 'talk', answer: unknownAnswer(question, catalog, hello) };
  }
  // "Will gold rise": what was says nothing of what comes.
  if (asksOfFuture(question)) return undefined;
  const figures = figureParts(question, catalog, { now, book });
  if (figures.length === 0) return undefined;
  const mixture = quotedMixture(question, market);
  const shown = mixture === undefined ? figures : withQuote(figures, mixture);
  const answer = sayFirmness(sayFiner(figureAnswer(question, catalog, shown)));
  const data = figuresOrMissing(sayLeftOut(answer, leftOutOfFigures(question, catalog, book)));
  return leaning === read && !isToldOnlySo(question, catalog) ? data : { ...data, sure: true };
}

/** "Tell me about scandium": a metal that no entry describes is told of by its figures. */
function isToldOnlySo({ intent, metals, understood, foreign }: Question, catalog: Catalog): boolean {
  const metal = catalog.metals.find(({ id }) => metals.includes(id));
  const whole = intent === 'summary' && understood === 1 && foreign === null && metals.length === 1;
  return whole && metal !== undefined && !isDescribed(metal, catalog);
}

const OF_USE = /\b(?:for|uses?|used|applications?)\b/iu;

const MOST_FACET = 4;

/** "And flake?" after amorphous graphite: a word that tells the prices of the metal apart, and nothing else. */
function asFacet(previous: Question, read: Question, { metals }: Catalog): Question {
  const { text, metals: own, metrics, foreign, unread = [] } = read;
  const words = wordsIn(text);
  const isBare =
    own.length + metrics.length === 0 && foreign === null && text.split(/\s+/u).length <= MOST_FACET;
  const metal = metals.find(({ id }) => id === previous.metals[0]);
  const isOf =
    metal !== undefined &&
    isBare &&
    unread.length > 0 &&
    tellsApart(metal, new Set(unread.map((one) => one.toLowerCase())));
  return isOf && words.size > 0 ? { ...read, followUp: true, unread: [], understood: 1 } : read;
}

const FUTURE = /^(?:will|would|could|might|may|can)\b|^(?:is|are)\b.*\bgoing to\b/iu;

/** How something moves, in a time that no year says and that is to come. */
function asksOfFuture({ reason, intent, years, text }: Question): boolean {
  return reason && intent === 'change' && years.length === 0 && FUTURE.test(text);
}

const MOST_BARE = 4;
/** Too little is understood below it to be sure that a family is what is asked about. */
const SURE_OF_FAMILY = 0.75;

/** Commodities in order: of the family or the group that is named, or of all; `undefined` where none are ranked. */
function acrossAnswer(question: Question, catalog: Catalog, now: Date): DataAnswer | undefined {
  const { across = null, families = [], metals, foreign, reason } = question;
  if (across === null || foreign !== null || reason || families.length > 1) return undefined;
  const [family] = families;
  const named = metals.flatMap((id) => catalog.metals.find((metal) => metal.id === id) ?? []);
  const group = named.find(({ kind }) => kind === 'group');
  const [one, ...others] = named.filter((metal) => metal !== group);
  const asked = across.polar && across.by === 'price' ? one : undefined;
  if (others.length > 0 || (one !== undefined && asked === undefined)) return undefined;
  if (asked !== undefined && group !== undefined && asked.group !== group.id) return undefined;
  const within = group?.id;
  const all = membersOf(catalog, family);
  const members = all.filter((metal) => within === undefined || metal.group === within);
  const name = (family ?? (within === undefined ? undefined : group?.name) ?? 'commodities').toLowerCase();
  const result = answerAcross({ question, thisYear: now.getUTCFullYear() }, across, name, members, asked);
  return { ...figuresOrMissing(figureAnswer(question, catalog, [result])), sure: true };
}

/** The commodities of a family, or all; a group of several is no member. */
const membersOf = ({ metals }: Catalog, family: string | undefined): readonly Metal[] =>
  metals.filter(
    ({ kind, families }) => kind === 'element' && (family === undefined || families.includes(family)),
  );

/** What the members of a family have; `undefined` where none is asked about, or one of our metals beside it. */
function familyAnswer(question: Question, catalog: Catalog, now: Date): DataAnswer | undefined {
  const { families = [], metals, metrics, reason, foreign, understood, countries, text } = question;
  const [name] = families;
  // "Precious metals" alone asks for what they cost; "which base metals does the US import" for something else.
  const isBare = countries.length === 0 && text.split(/\s+/u).length <= MOST_BARE;
  if (metrics.length === 0 && !isBare) return undefined;
  const metric = familyMetric(metrics);
  if (name === undefined || metals.length > 0 || metric === undefined || reason || foreign !== null)
    return undefined;
  const members = membersOf(catalog, name);
  const money = inAskedCurrency(question, catalog, members);
  const context = { question: money.question, thisYear: now.getUTCFullYear() };
  const result = money.said(answerFamily(context, name, money.metals, metric));
  const data = figuresOrMissing(figureAnswer(question, catalog, [result]));
  return understood < SURE_OF_FAMILY ? data : { ...data, sure: true };
}

function figuresOrMissing(answer: Answer): DataAnswer {
  return { kind: answer.outcome === 'answer' ? 'figures' : 'missing', answer };
}

/** Of several metals in a list, each by what there is of it, quotes or figures; `undefined` where they belong together. */
function answerEach(question: Question, catalog: Catalog, context: AskContext): Answer | undefined {
  const { metals, intent, reason, amounts, wanted } = question;
  // "10 kg silver and 2 kg gold in June": each at its price of then.
  const isOrder = intent === 'cost' && isOfDays(wanted) && amounts.every((one) => one.metals !== undefined);
  const isList =
    intent === 'value' || intent === 'extreme' || intent === 'change' || intent === 'chart' || isOrder;
  if (!isList || reason || metals.length < 2) return undefined;
  const answers = metals.map((id) => {
    const own = amounts.filter((one) => one.metals?.includes(id) !== false);
    return answerFromData({ ...question, metals: [id], amounts: own }, catalog, context)?.answer;
  });
  const found = answers.flatMap((answer) => (answer?.outcome === 'answer' ? [answer] : []));
  const [first] = found;
  if (first === undefined) return undefined;
  const left = metals.filter((_, at) => answers[at]?.outcome !== 'answer');
  const words = left.map((id) => typedFor(question, catalog, id));
  return sayLeftOut(
    { ...together(first, found), question },
    words.map((one) => ({ words: one, kind: 'subject' as const })),
  );
}

/** What is wanted beside figures; `undefined` where it is nothing, or an entry of the FAQ says what the metal is. */
function asideAnswer(question: Question, catalog: Catalog, now: Date): Answer | undefined {
  const aside = question.aside ?? null;
  const outsider = question.metals.some((id) => outsiderOf(catalog, id) !== undefined);
  if (aside === null || outsider) return undefined;
  const inCatalog = question.metals.find((id) => outsiderOf(catalog, id) === undefined);
  const metal = metalOf(catalog, inCatalog ?? catalog.defaultMetal);
  // Who uses it, and what it is, an entry of its own may say.
  const ofEntry = aside.kind === 'description' || (aside.kind === 'traders' && aside.does === 'use');
  if (ofEntry && isDescribed(metal, catalog)) return undefined;
  const context = { catalog, metal, question, thisYear: now.getUTCFullYear() };
  // "What is rhenium for": by shares, where a source has them.
  if (aside.kind === 'description' && OF_USE.test(question.text) && hasUses(metal))
    return figureAnswer(question, catalog, [TOPIC_ANSWERS.uses(context)]);
  return figureAnswer(question, catalog, [answerAside(context, aside)]);
}

/** Whether the FAQ says what a metal is. */
function isDescribed({ id, kind }: Metal, { faq }: Catalog): boolean {
  return kind !== 'element' || faq.some(({ metal }) => metal === id);
}

/** The quote first, then the year's figures, where it was asked what it is now. */
function quotedAnswer(question: Question, catalog: Catalog, quoted: DatedAnswer, now: Date): Answer {
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
    parts: [part, ...found.map((result) => result.part)],
    suggestions: uniqueSuggestions(found.flatMap((result) => result.suggestions)).slice(0, 3),
    confidence: 1,
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

/** One result a metal and task; what compares metals, or is about none, is done once. */
function figureParts(
  asked: Question,
  whole: Catalog,
  { now, book }: AskContext,
  quoted = false,
): readonly TopicResult[] {
  const named = asked.metals.length > 0 ? asked.metals : [whole.defaultMetal];
  // What was said last of which prices are meant.
  const said = [asked.text, ...(asked.about ?? [])].map(wordsIn);
  const narrowed = whole.metals.map((metal) => {
    if (!named.includes(metal.id)) return metal;
    const back = reachingBack(metal, asked.years);
    if (back !== metal) return back;
    const narrow = narrowTo(metal, said.find((words) => tellsApart(metal, words)) ?? wordsIn(asked.text));
    // "Who makes the most refined nickel": what is told of the United States alone ranks no countries.
    return asked.allCountries && countriesCounted(narrow, 'production').length < 2 ? metal : narrow;
  });
  const money = inAskedCurrency(
    asked,
    whole,
    narrowed.filter(({ id }) => named.includes(id)),
  );
  const { question } = money;
  const metals = narrowed.map((metal) => money.metals.find(({ id }) => id === metal.id) ?? metal);
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
      return (priced ? [...answers, TOPIC_ANSWERS.price(context)] : answers).map(money.said);
    });
  });
}
