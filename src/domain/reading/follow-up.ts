/** Two-turn talk: "and 2024?" or "what about electronics?" is read against the question before it. */
import { exactly } from '#src/domain/measure/figure.ts';
import type { Discussed, Intent, LeftOut, Question } from './question.ts';

const NO_LEANING = { pair: false, step: 0, corrects: false } as const;

/** What asks for figures of a metal, and so is about the one under discussion where it names none. */
const OF_A_METAL: ReadonlySet<Intent> = new Set(['value', 'change', 'extreme', 'cost', 'chart', 'summary']);

/**
 * Fills in what a follow-up leaves out from the question before it. What the follow-up names wins;
 * a new year replaces the old years, a new sector the old sectors, a new metal the old metals.
 */
export function mergeFollowUp(previous: Question, question: Question): Question {
  const { years, metals, countries, sectors } = previous;
  return { ...merge(previous, question), earlier: { years, metals, countries, sectors } };
}

function merge(previous: Question, question: Question): Question {
  if (question.foreign !== null) return question;
  if (!question.followUp) return aboutTheSame(previous, question);
  // "and 2023?" after gold is of gold: what there is no data on is under discussion too.
  const named = question.metals.length > 0 || (question.product ?? null) !== null;
  if (previous.foreign !== null && previous.metals.length === 0 && !named)
    return { ...question, foreign: previous.foreign };
  if ((question.bareNumber ?? null) !== null && previous.amounts.length === 0)
    return bareYear(previous, question);
  const newTime =
    question.years.length > 0 || question.span !== null || question.finerTime !== null || question.current;
  const newMetric =
    question.metrics.length > 0 ||
    question.sectors.length > 0 ||
    question.countries.length > 0 ||
    question.allCountries;
  const intent = mergeIntent(previous, question, newTime);
  const pointed = pointedAt(previous, question);
  if (pointed !== undefined) return pointed;
  const spans = intent === 'change' || intent === 'compare';
  const bare = question.amounts.length > 0 ? undefined : bareAmounts(previous, question);
  return {
    ...question,
    // What was read against the question before is used.
    ...(bare === undefined ? {} : { leftOut: withoutNumber(question) }),
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
    amounts: question.amounts.length > 0 ? question.amounts : (bare ?? (spans ? [] : previous.amounts)),
    perUnit: question.perUnit ?? previous.perUnit,
    source: question.source ?? previous.source,
    form: question.form ?? previous.form,
    currency: question.currency ?? previous.currency,
    extreme: question.extreme ?? (newTime ? null : previous.extreme),
    followUp: false,
    understood: Math.max(question.understood, previous.understood),
  };
}

/** A whole question that names no metal is about the metal under discussion; a cost is at the year under discussion, too. */
function aboutTheSame(previous: Question, question: Question): Question {
  const { intent, metals, product, years, span, current, finerTime, sectors, countries } = question;
  const own = metals.length > 0 || (product ?? null) !== null || sectors.length > 0 || countries.length > 0;
  if (own || question.allCountries || previous.metals.length === 0 || !OF_A_METAL.has(intent))
    return question;
  const timeless = years.length === 0 && span === null && !current && finerTime === null;
  const dated = intent === 'cost' && timeless && previous.years.length === 1 && !previous.current;
  return {
    ...question,
    metals: previous.metals,
    ...(dated ? { years: previous.years } : {}),
    ...(question.source === null && dated ? { source: previous.source } : {}),
  };
}

/** "Growth between the two", "and the year after": what is pointed at takes the place of what is not named. */
function pointedAt(previous: Question, question: Question): Question | undefined {
  const { pair = false, step = 0 } = question.leaning ?? {};
  const own = question.years.length > 0 || question.metals.length > 0;
  if (step === 0 && (!pair || own)) return undefined;
  const base = merge(previous, { ...question, leaning: NO_LEANING, followUp: true });
  if (step !== 0 && previous.years.length > 0) {
    const year = (step < 0 ? (previous.years[0] ?? 0) : (previous.years.at(-1) ?? 0)) + step;
    return {
      ...base,
      intent: previous.intent === 'open' ? 'value' : previous.intent,
      years: [year],
      span: null,
      current: false,
      when: [],
      finerTime: null,
    };
  }
  if (!pair || own) return undefined;
  const of = pairOf(previous);
  if (of === undefined) return undefined;
  const moves = question.intent === 'change' || question.percent !== null || question.moving === true;
  const intent = moves && 'years' in of ? 'change' : 'compare';
  const years = of.years ?? base.years;
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0];
  const span = intent === 'change' && 'years' in of ? { from, to } : null;
  return { ...base, ...of, years, intent, span, when: [], current: false, amounts: previous.amounts };
}

const both = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])];

/** The two of what was spoken of last that there are two of. */
function pairOf(previous: Question): Partial<Discussed> | undefined {
  const { earlier } = previous;
  if (previous.years.length > 1 || previous.metals.length > 1 || previous.countries.length > 1)
    return previous.years.length > 1 ? { years: previous.years } : {};
  if (earlier === undefined) return undefined;
  const countries = both(earlier.countries, previous.countries);
  if (countries.length > 1) return { countries };
  const metals = both(earlier.metals, previous.metals);
  if (metals.length > 1) return { metals };
  const years = both(earlier.years, previous.years).toSorted((a, b) => a - b);
  return years.length > 1 ? { years } : undefined;
}

/** "and 24?" after a year is 2024; after anything else a bare number says nothing. */
function bareYear(previous: Question, question: Question): Question {
  const year = 2000 + (question.bareNumber ?? 0);
  const meant = previous.years.length > 0 && year >= 2018 && year <= 2035;
  return meant ? mergeFollowUp(previous, { ...question, bareNumber: null, years: [year] }) : question;
}

/** "and 30?" after an amount: as much in the unit of the last one, of the same thing. */
function bareAmounts(
  { amounts }: Question,
  { bareNumber = null }: Question,
): Question['amounts'] | undefined {
  const last = amounts.at(-1);
  if (last === undefined || bareNumber === null) return undefined;
  return [{ ...last, value: exactly(bareNumber), terms: undefined, others: undefined }];
}

const withoutNumber = ({ leftOut = [], bareNumber }: Question): readonly LeftOut[] =>
  leftOut.filter(({ words }) => Number(words) !== bareNumber);

function mergeIntent(previous: Question, question: Question, newTime: boolean): Question['intent'] {
  if (question.amounts.length > 0 || bareAmounts(previous, question) !== undefined) return 'cost';
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
