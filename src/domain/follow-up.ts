/** Two-turn talk: "and 2024?" or "what about electronics?" is read against the question before it. */
import type { Question } from './question.ts';

/**
 * Fills in what a follow-up leaves out from the question before it. What the follow-up names wins;
 * a new year replaces the old years, a new sector the old sectors, a new metal the old metals.
 */
export function mergeFollowUp(previous: Question, question: Question): Question {
  if (!question.followUp || question.foreign !== null) return question;
  const newTime =
    question.years.length > 0 || question.span !== null || question.finerTime !== null || question.current;
  const newMetric =
    question.metrics.length > 0 ||
    question.sectors.length > 0 ||
    question.countries.length > 0 ||
    question.allCountries;
  const intent = mergeIntent(previous, question, newTime);
  const spans = intent === 'change' || intent === 'compare';
  return {
    ...question,
    intent,
    metals: question.metals.length > 0 ? question.metals : previous.metals,
    metrics: question.metrics.length > 0 ? question.metrics : impliedMetrics(previous, question),
    sectors: newMetric ? question.sectors : previous.sectors,
    parts: (newMetric ? question.parts : previous.parts) ?? [],
    countries:
      newMetric && question.countries.length === 0 && question.metrics.length > 0
        ? []
        : question.countries.length > 0
          ? question.countries
          : previous.countries,
    allCountries: question.allCountries || (!newMetric && previous.allCountries),
    years: newTime ? question.years : previous.years,
    span: newTime ? question.span : previous.span,
    current: newTime ? question.current : previous.current,
    amounts: question.amounts.length > 0 ? question.amounts : spans ? [] : previous.amounts,
    perUnit: question.perUnit ?? previous.perUnit,
    source: question.source ?? previous.source,
    form: question.form ?? previous.form,
    currency: question.currency ?? previous.currency,
    extreme: question.extreme ?? (newTime ? null : previous.extreme),
    followUp: false,
    understood: Math.max(question.understood, previous.understood),
  };
}

function mergeIntent(previous: Question, question: Question, newTime: boolean): Question['intent'] {
  if (question.amounts.length > 0) return 'cost';
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
  // A single new year asks for that year's figure, not for the change or ranking that came before.
  if (
    newTime &&
    question.years.length === 1 &&
    (previous.intent === 'compare' || previous.intent === 'extreme' || previous.intent === 'overtake')
  )
    return 'value';
  return previous.intent;
}

/** A sector after a price question asks for its share; a country asks for its output. */
function impliedMetrics(previous: Question, question: Question): Question['metrics'] {
  if (question.sectors.length > 0) return ['share'];
  if (question.countries.length > 0 || question.allCountries) {
    return previous.metrics.includes('reserves') ? ['reserves'] : ['production'];
  }
  return previous.metrics;
}
