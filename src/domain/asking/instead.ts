/** What a question may have meant instead of what was answered: the other readings, the nearest entries, the other figures. */
import type { Answer, Suggestion } from '#src/domain/answer.ts';
import { faqSuggestions } from '#src/domain/faq/faq-answer.ts';
import { questionOf } from '#src/domain/reading/need.ts';
import { metalOf, outsiderOf } from '#src/domain/series/figures.ts';
import { askFor, askWhetherAgreed } from '#src/domain/topics/suggestions.ts';
import { answerKey } from './candidates.ts';
import type { Catalog } from './catalog.ts';
import type { AskContext } from './context.ts';
import { answerFromData } from './answers/data-answer.ts';

/** More choices than a hand has fingers are none. */
const MOST = 5;
const NEAREST = 2;
const OTHERS = ['price', 'production', 'share', 'supply-status', 'reserves'] as const;

/** At most five, likeliest first; each has an answer, and none says what was said. */
export function insteadOf(answer: Answer, catalog: Catalog, context: AskContext): readonly Suggestion[] {
  const { question, alternatives = [], suggestions, outcome } = answer;
  const id = question.metals.find((one) => outsiderOf(catalog, one) === undefined) ?? catalog.defaultMetal;
  const metal = metalOf(catalog, id);
  const year = question.years.at(-1);
  const nearest = catalog.matcher.match(question.text).ranked.slice(0, NEAREST);
  const offered: readonly Suggestion[] = [
    ...alternatives,
    ...(outcome === 'answer' ? [] : suggestions),
    ...faqSuggestions(
      catalog,
      nearest.filter((one) => one.id !== answer.faq),
    ),
    ...OTHERS.filter((metric) => !question.metrics.includes(metric)).map((metric) =>
      askFor(metal, metric, { year }),
    ),
    askWhetherAgreed(metal, 'Do the sources agree?'),
  ];
  const said = new Set([answerKey(answer)]);
  const kept: Suggestion[] = [];
  for (const { label, ask, need, faq } of offered) {
    if (kept.length >= MOST) break;
    const key = faq ?? keyOf({ ask, need }, catalog, context);
    if (key === undefined || said.has(key) || (faq === (answer.faq ?? undefined) && faq !== undefined))
      continue;
    said.add(key);
    // What stands on a button says by itself what it asks.
    kept.push({
      label: faq === undefined ? ask : label,
      ask,
      ...(need === undefined ? {} : { need }),
      ...(faq === undefined ? {} : { faq }),
    });
  }
  return kept;
}

/** What the data says to a choice; `undefined` where that is nothing. */
function keyOf(
  { ask, need }: Pick<Suggestion, 'ask' | 'need'>,
  catalog: Catalog,
  { now, book }: AskContext,
): string | undefined {
  if (need === undefined) return undefined;
  const data = answerFromData(questionOf(need, ask), catalog, { now, book });
  return data?.kind === 'figures' ? answerKey(data.answer) : undefined;
}
