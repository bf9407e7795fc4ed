/** What of quotes must be fetched for a question, or for a digest. */
import type { Question } from '#src/domain/reading/question.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { mixturesOf, type Material } from '#src/domain/series/material.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { bestSeries } from '#src/domain/series/quotes/choose-quotes.ts';
import { lastMonths, previousMonth } from '#src/domain/series/statistics.ts';
import { ANY_BASIS, daysLookedAt, quotesWanted, type PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { BEGINNING } from '#src/domain/measure/period.ts';
import { yearInQuestion } from '#src/domain/topics/verdicts/extreme-verdict.ts';

/** Of which materials quotes are to be fetched, their histories since when (ISO date), and on which bases. */
export interface QuoteNeeds {
  readonly metals: readonly string[];
  readonly since: string;
  readonly wanted: readonly PriceWanted[];
}

/** What questions may want of quotes. Cheap, and says too much rather than too little. */
export function quoteNeeds(
  questions: readonly Question[],
  catalog: MetalCatalog,
  now: Date,
  previous?: Question,
): QuoteNeeds {
  const today = isoDate(now.getTime());
  // "As a chart": the days are those of the question before it.
  const asked = previous === undefined ? questions : [...questions, previous];
  const metals = [...asked.flatMap((question) => question.metals), catalog.defaultMetal];
  const mixtures = metals.flatMap((id) => mixturesOf(id, catalog.materials)).map(({ id }) => id);
  return {
    metals: [...new Set([...metals, ...mixtures])],
    since: asked.map((question) => historyStart(withYears(question, today), today)).toSorted()[0] ?? today,
    wanted: asked.map(({ wanted }) => wanted),
  };
}

/** The first day of history that a request looks at, ISO date. */
function historyStart(request: Pick<PriceWanted, 'days' | 'statistic' | 'every'>, today: string): string {
  const wanted = daysLookedAt(request, today)?.from ?? today;
  // The month before is part of every answer on days.
  const month = previousMonth(today).from;
  return wanted < month ? wanted : month;
}

/** As far back as a change over 12 months looks, and some weeks of holidays before. */
const DIGEST_MONTHS = 13;

/** What a digest on a material needs of quotes. */
export function digestNeeds(metal: string, materials: readonly Material[], now: Date): QuoteNeeds {
  const mixtures = mixturesOf(metal, materials).map(({ id }) => id);
  return {
    metals: [metal, ...mixtures],
    since: lastMonths(isoDate(now.getTime()), DIGEST_MONTHS).from,
    wanted: [ANY_BASIS],
  };
}

/** The series of the needs whose histories are to be fetched: those that would answer of each material. */
export function seriesToFetch(
  book: Pick<QuoteBook, 'latest' | 'sourceOf' | 'today'>,
  { metals, wanted }: QuoteNeeds,
): readonly string[] {
  const found = metals.flatMap((metal) =>
    wanted.flatMap((one) => bestSeries(book, metal, quotesWanted(one, book.today)).slice(0, 1)),
  );
  return [...new Set(found.map(({ series }) => series))];
}

/** With the years that are named as days; all there are, where one of them is to be judged among the others. */
export function withYears(question: Question, today: string): PriceWanted {
  const { wanted } = question;
  if (wanted.days !== undefined) return wanted;
  const isJudged = wanted.years !== undefined && yearInQuestion(question) !== undefined;
  const all = { from: BEGINNING, to: today, label: ALL_YEARS };
  return { ...wanted, days: isJudged ? { kind: 'window', window: all } : wanted.years };
}

const ALL_YEARS = 'all years';

/** Whether one of the years is to be judged among the others. */
export const isOfAllYears = ({ days }: PriceWanted): boolean =>
  days?.kind === 'window' && days.window.label === ALL_YEARS;
