/** Whether a question leaves it to the one before it what it is of: it says so, or it names no figure, and all that it does say was understood. */
import { asksOf } from '#src/domain/reading/asked/asks-of.ts';
import { isAskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** A longer question stands alone. */
const LONGEST = 9;
/** "One more kg" is an amount. */
const MORE = /\bmore\b/iu;
const SHOWING: ReadonlySet<string> = new Set(['unit', 'currency', 'than', 'filler', 'follow-up', 'greeting']);
/** They name no figure by themselves. */
const HOW_MUCH = /^how (?:much|many)$/iu;

/** "Australia the same year", "average of 2022", "2024 for both", as well as "and 2024?". */
export const leansOn = (previous: Question | undefined, question: Question): boolean =>
  previous !== undefined && (question.followUp || isShort(question) || asksWhence(previous, question));

/** "Where does it come from" after what is imported. */
export const asksWhence = (previous: Question, { metals, countries, text }: Question): boolean =>
  previous.metrics.some((metric) => metric === 'import-reliance' || metric === 'imports') &&
  metals.length + countries.length === 0 &&
  FROM.test(text);
const FROM =
  /\b(?:com(?:es?|ing) from|from (?:where|whom|who)|where from|who (?:supplies|sells|delivers))\b/iu;

function isShort(question: Question): boolean {
  const {
    text,
    intent,
    foreign,
    reason,
    metals,
    product = null,
    aside = null,
    verify,
    families = [],
  } = question;
  if (foreign !== null || reason || aside !== null || verify || families.length > 0 || product !== null)
    return false;
  const isOfFigures = asksOf(intent) === 'metal' || intent === 'open';
  if (!isOfFigures || isMetricSaid(question) || text.split(/\s+/u).length > LONGEST) return false;
  const {
    years,
    countries,
    sectors,
    amounts,
    perUnit,
    currency,
    form,
    source,
    unread = [],
    evidence = [],
  } = question;
  // What was pressed, and not typed, is whole.
  if (evidence.some(({ slot }) => slot === 'asked')) return false;
  // "Tell me about 2023" asks for all of it.
  // A source that is named says what is asked of it.
  if (unread.length > 0 || source !== null || evidence.some(({ slot }) => slot === 'summary')) return false;
  const other = years.length + countries.length + sectors.length + amounts.length;
  const shown = perUnit !== null || currency !== null || form !== null;
  const named = metals.length > 0;
  // "Per tonne or kg?".
  const onlyShown = shown && !MORE.test(text) && evidence.every(({ slot }) => SHOWING.has(slot));
  return other > 0 || onlyShown || (named && (shown || intent === 'value'));
}

/** A metric is named in so many words, and not only by a place, or by "how much". */
function isMetricSaid({ metrics, evidence = [] }: Question): boolean {
  if (metrics.length === 0) return false;
  return evidence.some(({ slot, words }) => isAskedMetric(slot) && !HOW_MUCH.test(words));
}
