/** What is traded and has no figures of years: where quotes stand in for them, and what is said where there are none. */
import { outsiderOf } from '#src/domain/series/figures.ts';
import { libraryOf, pricedByYear, type Market } from '#src/domain/series/library.ts';
import { nameInText } from '#src/domain/series/material.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { compareAcross } from '#src/domain/topics/compare/compare-across.ts';
import { uncosted } from '#src/domain/topics/cost/cost-lines.ts';
import type { TopicResult } from '#src/domain/topics/topic.ts';
import type { Catalog } from './catalog.ts';

/** Whether anybody quotes it. */
export const isQuoted = (metal: string, book: QuoteBook | undefined): boolean =>
  book?.latest.some(({ key }) => key.metal === metal) === true;

/** Whether it is an amount of it that a cost is asked of, and there are quotes to cost it at. */
export function isCosted(question: Question, metal: string, book: QuoteBook | undefined): boolean {
  const { intent, amounts, offer = null } = question;
  const isOrder = intent === 'cost' && amounts.length > 0 && offer === null;
  return isOrder && isQuoted(metal, book) && !uncosted(question).includes(metal);
}

/** Prices of metals side by side, where that takes quotes: of days, or of what has no figures of years. */
export function acrossSeries(question: Question, { catalog, book, today }: Market): TopicResult | undefined {
  const { metals, metrics, intent, wanted, reason, foreign } = question;
  const ofPrice = metrics.every((metric) => metric === 'price') && !reason && foreign === null;
  if (intent !== 'compare' || metals.length < 2 || !ofPrice) return undefined;
  const isNeeded =
    wanted.days !== undefined || wanted.spot || !metals.every((id) => pricedByYear(catalog, id));
  return isNeeded ? compareAcross(question, libraryOf(catalog, book), today) : undefined;
}

/**
 * What has no figures bars them where it is all that is asked about, or is to be compared with; in a list it is left out, by
 * name, and the rest is answered.
 */
export function withoutOutsiders(
  question: Question,
  catalog: Catalog,
  outsiders: readonly string[],
  book: QuoteBook | undefined,
): Question {
  const metals = question.metals.filter((id) => !outsiders.includes(id));
  // What there is nothing of at all is named first.
  const ordered = outsiders.toSorted((a, b) => Number(isQuoted(a, book)) - Number(isQuoted(b, book)));
  const words = ordered.map((id) => typedFor(question, catalog, id));
  if (metals.length === 0 || question.intent === 'compare')
    return { ...question, metals, foreign: question.foreign ?? words[0] ?? null };
  const left = words.map((one) => ({ words: one, kind: 'subject' as const }));
  const isOurs = (id: string) => !outsiders.includes(id);
  const amounts = question.amounts.filter((amount) => amount.metals?.every(isOurs) !== false);
  return { ...question, metals, amounts, leftOut: [...(question.leftOut ?? []), ...left] };
}

/** As it was typed, where that is plain; a symbol by its name. */
export function typedFor({ metals, evidence = [] }: Question, catalog: Catalog, id: string): string {
  const said = evidence.filter(({ slot }) => slot === 'metal').map(({ words }) => words);
  const { name, names } = outsiderOf(catalog, id) ?? { name: id, names: [id] };
  const typed =
    said.find((words) => names.includes(words.toLowerCase())) ?? (metals.length === 1 ? said[0] : undefined);
  return typed === undefined || typed.length < 3 ? nameInText(name) : typed;
}
