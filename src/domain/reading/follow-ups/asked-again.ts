/** What is asked of what a follow-up names: by its own words, or as in the question before it. */
import type { Question } from '#src/domain/reading/question.ts';

export function mergeIntent(previous: Question, question: Question, newTime: boolean): Question['intent'] {
  if (question.amounts.length > 0) return 'cost';
  if (question.leaning?.factor != null && (previous.amounts.length > 0 || previous.money != null))
    return 'cost';
  const own = question.intent;
  if (own !== 'open' && own !== 'value' && own !== 'chart') return own;
  if (own === 'chart') return previous.intent === 'open' ? 'chart' : previous.intent;
  if (
    previous.intent === 'open' ||
    previous.intent === 'help' ||
    previous.intent === 'greeting' ||
    previous.intent === 'sources'
  ) {
    return own === 'open' ? 'open' : 'value';
  }
  // "Per kg?" after what a tonne costs: the price of one.
  if (previous.intent === 'cost' && isPerUnit(question)) return 'value';
  // "Price" after all about a metal.
  if (previous.intent === 'summary' && question.metrics.length > 0) return own === 'open' ? 'value' : own;
  // A cost is of a price: production and shares of that year are asked for by themselves.
  if (previous.intent === 'cost' && question.metrics.some((metric) => metric !== 'price')) return 'value';
  // A single new month, or year, asks for its figure, not for the change or ranking that came before.
  if (
    newTime &&
    question.when.length === 1 &&
    question.when[0]?.kind === 'months' &&
    SET.has(previous.intent)
  )
    return 'value';
  if (
    newTime &&
    question.years.length === 1 &&
    ((previous.intent === 'compare' && !isSideBySide(previous)) ||
      previous.intent === 'extreme' ||
      previous.intent === 'overtake')
  )
    return 'value';
  return previous.intent;
}

const SET: ReadonlySet<Question['intent']> = new Set(['change', 'compare', 'extreme']);

/** "Per kg", "per lb?", and no amount, time or metal of its own; "sorry, per kg" corrects how the cost is shown. */
export const isPerUnit = ({ perUnit, text, amounts, metals, years, leaning }: Question): boolean =>
  perUnit !== null &&
  leaning?.corrects !== true &&
  amounts.length + metals.length + years.length === 0 &&
  /^\W*(?:(?:and|so|what|how|much|is|that|about|it) )*(?:per|a|an|each|\/) ?\p{L}{1,20}\W{0,9}$/iu.test(text);

/** "Palladium vs platinum": set side by side in so many words, and no leader sought. */
const isSideBySide = ({ metals, extreme }: Question): boolean => metals.length > 1 && extreme === null;

/** The metrics that it names, or that what it names asks for. */
export const mergeMetrics = (previous: Question, question: Question): Question['metrics'] =>
  isSaid(question) ? question.metrics : impliedMetrics(previous, question);

/** "Brazil?" names no output: a place alone says nothing of what. */
function isSaid({ metrics, countries, evidence = [] }: Question): boolean {
  const [only, ...others] = metrics;
  const placed = only === 'production' && others.length === 0 && countries.length > 0;
  return metrics.length > 0 && !(placed && evidence.every(({ slot }) => slot !== 'production'));
}
const BY_COUNTRY: ReadonlySet<string> = new Set([
  'reserves',
  'capacity',
  'reserve-life',
  'share',
  'import-sources',
]);

/** A sector after a price question asks for its share; a country asks for its output. */
function impliedMetrics(previous: Question, question: Question): Question['metrics'] {
  if (question.sectors.length > 0) return ['share'];
  if (question.countries.length > 0 || question.allCountries) {
    const [only, ...others] = previous.metrics;
    // "Malaysia %": its part of the world's.
    if (question.countries.length === 1 && only === 'production' && OF_WORLD.test(question.text))
      return ['share'];
    // "From China" after imports asks how much of them.
    if (only === 'imports' || (only === 'import-reliance' && /\bfrom\b/iu.test(question.text)))
      return question.countries.includes('United States') ? [only] : ['import-sources'];
    return only !== undefined && others.length === 0 && BY_COUNTRY.has(only) ? [only] : ['production'];
  }
  // "In tonnes" after a country's part of the world.
  const ofWorld =
    previous.countries.length > 0 && previous.sectors.length === 0 && previous.metrics[0] === 'share';
  if (ofWorld && question.perUnit !== null)
    return [previous.metrics.includes('reserves') ? 'reserves' : 'production'];
  return previous.metrics;
}

const OF_WORLD = /(?:^|\s)(?:%|pct|percent(?:age)?|share)\s*\??$/iu;

/** "Back to dollars": they are what prices are in, and no currency to be turned into. */
export const currencyAfter = (previous: Question, { currency, wanted }: Question): string | null =>
  currency ?? (wanted.target.currency === 'USD' ? null : previous.currency);
