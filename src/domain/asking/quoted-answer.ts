/** Whether quotes answer a question, and what of them must be fetched for it. */
import type { Part } from '#src/domain/answer.ts';
import type { Catalog } from './catalog.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { mixturesOf, type Material } from '#src/domain/series/material.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { seriesFor } from '#src/domain/topics/quoted/series-for.ts';
import { endsOf } from '#src/domain/reading/quotes/read-window.ts';
import { lastDays, lastMonths } from '#src/domain/series/statistics.ts';
import { readQuoteRequest, type QuoteRequest } from '#src/domain/reading/quotes/quote-request.ts';
import { historyStart } from '#src/domain/topics/quoted/quoted-history.ts';
import { quotedPart } from '#src/domain/topics/quoted/quoted.ts';
import { tasksFor } from '#src/domain/topics/registry.ts';

/** Of which materials quotes are to be fetched, and their histories since when (ISO date). */
export interface QuoteNeeds {
  readonly metals: readonly string[];
  readonly since: string;
  readonly request: QuoteRequest;
}

/** What a text may want of quotes. Cheap, and says too much rather than too little. */
export function quoteNeeds(
  text: string,
  { defaultMetal, metals: catalogued, understand }: Pick<Catalog, 'defaultMetal' | 'metals' | 'understand'>,
  materials: readonly Material[],
  now: Date,
  previous?: Question,
): QuoteNeeds {
  const today = isoDate(now.getTime());
  const request = readQuoteRequest(text, today, materials, understand(text, now));
  const before = previous && readQuoteRequest(previous.text, today, materials, previous);
  const named = [
    request.material?.id,
    before?.material?.id,
    previous?.quotedOf,
    previous?.metals[0],
    defaultMetal,
  ];
  const metals = named.filter((id) => id !== undefined);
  const startOf = (one: QuoteRequest) =>
    historyStart(catalogued.some(({ id }) => id === one.material?.id) ? one : withYears(one), today);
  return {
    metals: [
      ...new Set([...metals, ...metals.flatMap((id) => mixturesOf(id, materials)).map(({ id }) => id)]),
    ],
    // "As a chart": the days are those of the question before it.
    since: [request, before ?? request].map(startOf).toSorted()[0] ?? today,
    request,
  };
}

/** As far back as a change over 12 months looks, and some weeks of holidays before. */
const DIGEST_MONTHS = 13;

/** What a digest on a material needs of quotes. */
export function digestNeeds(metal: string, materials: readonly Material[], now: Date): QuoteNeeds {
  const today = isoDate(now.getTime());
  const mixtures = mixturesOf(metal, materials).map(({ id }) => id);
  return {
    metals: [metal, ...mixtures],
    since: lastMonths(today, DIGEST_MONTHS).from,
    request: readQuoteRequest(metal, today, materials),
  };
}

/** The series of the needs whose histories are to be fetched: the one that would answer of each material. */
export function seriesToFetch(
  book: Pick<QuoteBook, 'latest' | 'sourceOf' | 'today'>,
  { metals, request }: QuoteNeeds,
): readonly string[] {
  return metals.flatMap((metal) => {
    const [asked] = seriesFor(book, metal, request);
    const [first] =
      asked === undefined
        ? seriesFor(book, metal, { ...request, form: undefined, terms: undefined })
        : [asked];
    return first === undefined ? [] : [first.series];
  });
}

export interface QuotedAnswer {
  readonly part: Part;
  readonly metal: string;
  /** Where the quote is of; empty where that is unstated. */
  readonly place: string;
  /** What the material is called: no slips of spelling. */
  readonly names: readonly string[];
  /** The year's figures are to follow. */
  readonly withYear: boolean;
}

/** The quotes' part of an answer; `undefined` where the question is not for them, or there is none. */
export function answerFromQuotes(
  read: Question,
  catalog: Catalog,
  book: QuoteBook,
  {
    previous,
    named,
  }: { readonly previous: Question | undefined; /** A metal is. */ readonly named: boolean },
): QuotedAnswer | undefined {
  const { materials } = book.convert;
  const request = readQuoteRequest(read.text, book.today, materials, read);
  const leaning = !named && previous !== undefined && isBare(request, read);
  const before = leaning ? readQuoteRequest(previous.text, book.today, materials, previous) : undefined;
  const material =
    request.material ??
    before?.material ??
    (leaning ? materials.find(({ id }) => id === previous.quotedOf) : undefined);
  const question = leaning ? ofBefore(read, request, previous) : read;
  const metal = material?.id ?? question.metals[0] ?? catalog.defaultMetal;
  const inCatalog = catalog.metals.some(({ id }) => id === metal);
  const leant = before === undefined ? request : leanOn(before, request, question.chart);
  const asked = inCatalog
    ? // "Lowest quote this year" is of quotes, in so many words.
      leant.spot
      ? withYears(leant)
      : leant
    : withMonth(ofYears(leant, question), question, book.today);
  const wanted = inCatalog ? asksForQuote(question, asked) : asksForOutsider(question, asked, material);
  if (!wanted || (inCatalog && isBeforeAll(book, metal, asked))) return undefined;
  const part = quotedPart(book, metal, asked, question);
  const ofNow = asked.days === undefined && asked.statistic === undefined && !asked.csv;
  const withYear = inCatalog && !question.chart && ofNow;
  const place = seriesFor(book, metal, { ...asked, form: undefined, terms: undefined })[0]?.key.place ?? '';
  return part && { part, metal, withYear, place, names: material?.names ?? [] };
}

/** "In USD/kg?", "and without VAT?", "as a chart": says nothing of what. */
function isBare(request: QuoteRequest, question: Question): boolean {
  const { followUp, chart, amounts, metrics, foreign, sectors, countries, product } = question;
  if (request.material !== undefined) return false;
  if (followUp || Object.keys(request.target).length > 0 || (chart && request.ofPrice)) return true;
  const ofPrice = metrics.every((metric) => metric === 'price') && sectors.length + countries.length === 0;
  const alone = ofPrice && foreign === null && (product ?? null) === null;
  const timed = request.days !== undefined && request.days.kind !== 'unread';
  return alone && (timed || amounts.length > 0 || IT.test(question.text));
}

/** What was spoken of. */
const IT = /\b(?:it|its|it['’]s|this|that)\b/i;

/** "Last month?" wants of those days what the question before it wanted. */
function ofBefore(question: Question, { days }: QuoteRequest, previous: Question): Question {
  if (days === undefined || question.metrics.length > 0 || question.intent !== 'open') return question;
  return { ...question, metrics: previous.metrics, metals: previous.metals, intent: 'value' };
}

/** What a question that says nothing of what is about; a chart is one of the same days on the same basis, too. */
function leanOn(before: QuoteRequest, request: QuoteRequest, chart: boolean): QuoteRequest {
  const form = request.form ?? before.form;
  if (!chart) return { ...request, form };
  return {
    ...before,
    form,
    days: request.days ?? before.days,
    target: { ...before.target, ...request.target },
    csv: request.csv,
  };
}

/** Days before all quotes of what has figures of years: those are older, and answer with what they lack. */
function isBeforeAll(book: QuoteBook, metal: string, request: QuoteRequest): boolean {
  const last = endsOf(request.days)?.to;
  const known = book.latest.filter(({ key }) => key.metal === metal);
  return last !== undefined && known.length > 0 && known.every(({ first }) => last < first);
}

/** A price of one of our metals, of now or of days: what is about years, products, sources or reasons is not for quotes. */
export function asksForQuote(question: Question, request: QuoteRequest): boolean {
  const { intent, reason, source, amounts, forecast, foreign, metals, product, verify, span } = question;
  if (reason || source !== null || forecast === true || verify) return false;
  if ((product ?? null) !== null || metals.length > 1) return false;
  if (amounts.length > 0) return isOrder(question, request);
  if (foreign !== null && !isMaterialName(foreign, request)) return false;
  const ofDays = isOfDays(request) || request.statistic === 'percentile';
  const ofPrice = question.metrics.includes('price') || request.spot;
  if (ofDays)
    return (
      ofPrice ||
      intent === 'change' ||
      intent === 'extreme' ||
      (intent === 'value' && metals.length > 0) ||
      // A chart of days can be of nothing else.
      (question.chart && ofNothingElse(question))
    );
  if (span !== null || (question.years.length > 0 && !question.current)) return false;
  if (intent === 'extreme' || intent === 'change' || intent === 'compare' || intent === 'cost') return false;
  if (question.chart && !request.spot) return false;
  if (request.csv || request.spot) return ofPrice;
  return tasksFor(question).some(({ topic }) => topic === 'price');
}

const ofNothingElse = ({ metrics, sectors, countries, allCountries }: Question): boolean =>
  metrics.length + sectors.length + countries.length === 0 && !allCountries;

/** What masses cost, now or on days that are over: not in a year, and not of something that only contains the metal. */
function isOrder({ intent, amounts, years, current, foreign }: Question, request: QuoteRequest): boolean {
  if (intent !== 'cost' || amounts.length === 0 || amounts.some(({ product }) => product !== undefined))
    return false;
  if (foreign !== null && !isMaterialName(foreign, request)) return false;
  return isOfDays(request) || (request.days === undefined && (years.length === 0 || current));
}

/**
 * Days that only quotes have. What is no time that is known may be anything, so what has figures of years answers by them;
 * but what is a day that may be two, or does not exist, is a day.
 */
function isOfDays({ days, spot }: QuoteRequest): boolean {
  if (days?.kind !== 'unread') return days !== undefined;
  return spot || days.unread.some(({ reason, yearly }) => reason !== undefined && yearly !== true);
}

const withYears = (request: QuoteRequest): QuoteRequest => ({
  ...request,
  days: request.days ?? request.years,
});

/** With the years as days, where a price of them is asked for: what has quotes alone has no figures of years. */
function ofYears(request: QuoteRequest, { chart, forecast }: Question): QuoteRequest {
  const ofPrice = chart || request.ofPrice || request.statistic !== undefined;
  return forecast === true || !ofPrice ? request : withYears(request);
}

/** Of what has no years, a month says where it goes. */
const MOVED =
  /\b(?:trends?|trending|(?:going|gone|went) (?:up|down)|ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|climb(?:s|ed|ing)?|dropp?(?:s|ed|ing)?|mov(?:e|es|ed|ing)|develop(?:s|ed|ing|ment)?)\b/i;
/** With the days in which what was asked to have moved is looked at. */
function withMonth(request: QuoteRequest, { text, forecast }: Question, today: string): QuoteRequest {
  if (request.days !== undefined || !MOVED.test(text) || YEAR.test(text) || forecast === true) return request;
  return { ...request, days: { kind: 'window', window: lastDays(today, 30) } };
}

/** A year that was typed: "trend" alone means all that there are. */
const YEAR = /\b(?:19|20)\d\d\b|\byears?\b/i;
const WHY = /\b(?:why|how come|reasons?|because)\b/i;

/** What only markets know, such as NdPr, has nothing but quotes. */
function asksForOutsider(question: Question, request: QuoteRequest, material: Material | undefined): boolean {
  if (material === undefined || WHY.test(question.text)) return false;
  // "10 kg NdPr and 5 kg terbium": which amount is of which was not read.
  const others = question.metals.filter((id) => material.holds?.includes(id) !== true);
  if (question.amounts.length > 0)
    return (
      others.length === 0 && (request.days !== undefined || isOrder({ ...question, intent: 'cost' }, request))
    );
  if (request.days !== undefined || request.statistic === 'percentile') return true;
  const ofPrice = question.metrics.length === 0 ? request.ofPrice : question.metrics.includes('price');
  return ofPrice && (question.years.length === 0 || question.current);
}

function isMaterialName(foreign: string, { material }: QuoteRequest): boolean {
  return material?.names.includes(foreign.toLowerCase()) === true;
}
