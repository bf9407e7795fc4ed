/**
 * What a few words ask of the answer before: who leads, who comes next, when that was, which part of the world it is, how much, what
 * the other source has. All of their words say nothing else.
 */
import { currencyAfter } from './asked-again.ts';
import { NO_LEANING, type Reference } from '#src/domain/reading/frame.ts';
import { isYear } from '#src/domain/measure/days.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import REFERRING from '#src/domain/reading/words/referring.json' with { type: 'json' };

/** A longer question stands alone. */
const LONGEST = 9;
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const BESIDE = setOf(REFERRING.beside);
const FORMS = (['place', 'source', 'rank', 'moment', 'part', 'figure'] as const).map((kind) => {
  const needs = REFERRING[kind].needs.map(setOf);
  const may = setOf(REFERRING[kind].may);
  const fits = (word: string) =>
    BESIDE.has(word) || may.has(word) || isYear(word) || needs.some((one) => one.has(word));
  return { kind, needs, fits };
});

/** What the words refer to; `null` where one of them says something of its own. */
export function readReference(words: readonly string[]): Reference | null {
  if (words.length === 0 || words.length > LONGEST) return null;
  const found = FORMS.find(
    ({ needs, fits }) =>
      needs.every((one) => words.some((word) => one.has(word))) && words.every((word) => fits(word)),
  );
  return found?.kind ?? null;
}

/** What is told by country. */
const BY_COUNTRY: ReadonlySet<AskedMetric> = new Set([
  'production',
  'reserves',
  'import-sources',
  'capacity',
]);
const SECTORAL: ReadonlySet<AskedMetric> = new Set(['share', 'demand', 'end-use']);
const FEWEST = /\b(?:least|smallest|smaller)\b/iu;
const BETWEEN_TWO = /\b(?:bigger|larger|smaller|more|ahead)\b/iu;
const PLACES = [
  /\b(?:second|2nd|runner|next)\b/iu,
  /\b(?:third|3rd)\b/iu,
  /\b(?:fourth|4th)\b/iu,
  /\b(?:fifth|5th)\b/iu,
];
const THEY = /\b(?:they|their|theirs|them)\b/iu;

/** The question that is meant; `undefined` where the one before has nothing of the kind. */
export function referredTo(previous: Question, asked: Question, reference: Reference): Question | undefined {
  const metric = previous.metrics.find((one) => BY_COUNTRY.has(one));
  switch (reference) {
    case 'rank':
    case 'place':
      return ranked(previous, asked, metric, reference === 'place');
    case 'moment':
      // What was said has its year beside it.
      return previous.years.length === 1 || previous.intent === 'extreme' || metric !== undefined
        ? again(previous, asked)
        : undefined;
    case 'part': {
      // The figures of several stand beside the world's.
      if (previous.countries.length > 1 && metric !== undefined) return again(previous, asked);
      const country = previous.countries.length === 1 ? previous.countries[0] : previous.told?.country;
      if (country === undefined || (metric !== 'production' && metric !== 'reserves')) return undefined;
      const metrics: readonly AskedMetric[] = metric === 'reserves' ? ['share', 'reserves'] : ['share'];
      return {
        ...again(previous, asked),
        metrics,
        countries: [country],
        allCountries: false,
        intent: 'value',
      };
    }
    case 'figure':
      return counted(previous, asked, metric);
    case 'source':
      return ofOtherSource(previous, asked);
  }
}

/** The same once more, with the time that is named now. */
function again(previous: Question, asked: Question): Question {
  const { text, years, when, span, perUnit } = asked;
  const timed = years.length > 0 ? { years, when, span, current: false, finerTime: null } : {};
  return {
    ...previous,
    ...timed,
    text,
    perUnit: perUnit ?? previous.perUnit,
    currency: currencyAfter(previous, asked),
    about: [previous.text, ...(previous.about ?? [])].slice(0, 4),
    leaning: NO_LEANING,
    rank: null,
    followUp: false,
    told: undefined,
  };
}

function ranked(
  previous: Question,
  asked: Question,
  metric: AskedMetric | undefined,
  isPlace: boolean,
): Question | undefined {
  const sectoral = previous.sectors.length > 0 || previous.metrics.some((one) => SECTORAL.has(one));
  if (sectoral || (previous.metals.length === 0 && metric === undefined) || previous.metals.length > 1)
    return undefined;
  const spoken = [...new Set([...(previous.turns?.at(-1)?.countries ?? []), ...previous.countries])];
  const isPair = !isPlace && spoken.length > 1 && BETWEEN_TWO.test(asked.text);
  const at = PLACES.findIndex((place) => place.test(asked.text));
  const same = again(previous, asked);
  const timed = metric === undefined && asked.years.length === 0;
  return {
    ...same,
    intent: 'value',
    metrics: [metric ?? 'production'],
    ...(timed ? { years: [], span: null, current: false, when: [], finerTime: null } : {}),
    countries: isPair ? spoken : [],
    allCountries: !isPair,
    extreme: FEWEST.test(asked.text) ? 'lowest' : null,
    form: metric === undefined ? null : same.form,
    source: metric === undefined ? null : same.source,
    amounts: [],
    money: null,
    offer: null,
    rank: isPlace && at >= 0 ? at + 2 : null,
  };
}

/** "How much do they have", "how much": of whoever was told first, or the same once more. */
function counted(previous: Question, asked: Question, metric: AskedMetric | undefined): Question | undefined {
  // "How much was produced" after a shortage names a figure of its own.
  if (asked.metrics.some((one) => one !== 'price' && !previous.metrics.includes(one))) return undefined;
  const country = previous.told?.country;
  if (metric !== undefined && country !== undefined && THEY.test(asked.text))
    return {
      ...again(previous, asked),
      intent: 'value',
      countries: [country],
      allCountries: false,
      extreme: null,
    };
  return metric === undefined && previous.metrics.every((one) => one === 'price')
    ? undefined
    : again(previous, asked);
}

/** The source that did not answer first. */
function ofOtherSource(previous: Question, asked: Question): Question | undefined {
  if (previous.told?.source === undefined) return undefined;
  const source = previous.told.source.startsWith('usgs') ? 'report' : 'usgs';
  return { ...again(previous, asked), source, form: null };
}

/** Not "is there". */
const THERE = /(?<!\b(?:is|are|was|were|will|would|s) )\bthere\b(?! (?:is|are|was|were|will|be|an?|any)\b)/iu;

/** "Production there": in the place that was told. */
export const isThere = ({ metrics, text }: Question): boolean => metrics.length > 0 && THERE.test(text);

/** "How much did they mine in 2025", "mine production there": the countries that were asked about, or whoever leads in the answer before. */
export function placesMeant(previous: Question, asked: Question): readonly string[] | undefined {
  const { text, countries, metrics, allCountries } = asked;
  const byCountry = metrics.every((one) => BY_COUNTRY.has(one) || one === 'share');
  if (countries.length > 0 || allCountries || !byCountry) return undefined;
  const there = isThere(asked);
  if (there && previous.countries.length > 0) return previous.countries;
  const country = there || THEY.test(text) ? previous.told?.country : undefined;
  return country === undefined ? undefined : [country];
}
