/** "Why?" alone, after figures: what an entry says of such a move, or that no source has a reason for them. */
import { entryOf } from '#src/domain/faq/find-entry.ts';
import type { Answer } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { metalOf, outsiderOf } from '#src/domain/series/figures.ts';
import { makePart } from '#src/domain/topics/topic.ts';
import { questionOf } from '#src/domain/reading/need.ts';
import { askHistory, askWhetherAgreed } from '#src/domain/topics/suggestions.ts';
import { faqAnswer, noAnswer } from './answers/answers.ts';
import { answerFromData } from './answers/data-answer.ts';
import type { Catalog } from './catalog.ts';
import type { AskContext } from './context.ts';

const LONGEST = 4;

/** What is asked of the figures that were told; `undefined` where the question says more, or no figures were told. */
export function whyBefore(
  question: Question,
  catalog: Catalog,
  { now, previous, book }: AskContext,
): Answer | undefined {
  const { text, why, metals, metrics, years, foreign, sectors, countries } = question;
  const named = metals.length + metrics.length + years.length + sectors.length + countries.length > 0;
  const differs = DIFFER.test(text);
  const longest = differs ? LONGEST_OF_TWO : LONGEST;
  const isBare = why === true && !named && foreign === null && text.split(/\s+/u).length <= longest;
  const isOfFigures = previous?.told?.source !== undefined || isOfPrice(previous);
  if (!isBare || previous === undefined || !isOfFigures) return undefined;
  const id = previous.metals[0] ?? catalog.defaultMetal;
  if (outsiderOf(catalog, id) !== undefined) return undefined;
  const metal = metalOf(catalog, id);
  // "Why so different": of the prices that its sources, or its forms, have.
  if (differs && isOfOnePrice(previous)) {
    const agreed = questionOf(askWhetherAgreed(metal).need ?? {}, text);
    return answerFromData({ ...agreed, years: previous.years }, catalog, { now, book })?.answer;
  }
  const asked = { ...previous, text, told: undefined };
  const entry = entryFor(previous, catalog, metal.name);
  const answer = entry === undefined ? undefined : faqAnswer(asked, catalog, entry);
  if (answer !== undefined) return answer;
  const headline = 'I don’t know why: my sources have these figures, and no reasons for them.';
  const part = makePart('unknown', { headline: [{ strong: [headline] }] });
  // What was mended in the question before was said there.
  return { ...noAnswer({ ...asked, told: previous.told }, part, [askHistory(metal)], id), repairs: [] };
}

const LONGEST_OF_TWO = 7;
const DIFFER =
  /\b(?:differ\w{0,8}|disagree\w{0,8}|far apart|not the same|two (?:prices|figures|numbers))\b/iu;

const isOfOnePrice = ({ metals, years, metrics, countries }: Question): boolean =>
  metals.length <= 1 &&
  years.length <= 1 &&
  countries.length === 0 &&
  metrics.every((one) => one === 'price');

/** A price of days or months, of one metal. */
const isOfPrice = (question: Question | undefined): boolean =>
  question !== undefined && question.metals.length === 1 && question.metrics.includes('price');

/** The entry that says what moves the price, or why it is short. */
function entryFor(previous: Question, { matcher, faq }: Catalog, name: string): string | undefined {
  const { metrics, countries, sectors } = previous;
  if (countries.length + sectors.length > 0) return undefined;
  const isPrice = metrics.every((metric) => metric === 'price');
  const isSupply = metrics.length > 0 && metrics.every((metric) => metric === 'supply-status');
  if (!isPrice && !isSupply) return undefined;
  const text = isPrice ? `what drives the ${name} price` : `why is there a shortage of ${name}`;
  const { ranked, outcome } = matcher.match(text);
  const [first] = ranked;
  const about = entryOf(faq, first?.id ?? '')?.metal;
  return outcome === 'answer' && about === (previous.metals[0] ?? about) ? first?.id : undefined;
}
