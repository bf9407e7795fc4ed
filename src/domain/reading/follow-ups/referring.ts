/**
 * What a few words ask of the answer before: who leads, who comes next, when that was, which part of the world it is, how much, what
 * the other source has. All of their words say nothing else.
 */
import { currencyAfter } from './asked-again.ts';
import { otherSpoken } from './spoken.ts';
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
  if (NUMBERED.test(words.join(' '))) return 'place';
  const found = FORMS.find(
    ({ needs, fits }) =>
      needs.every((one) => words.some((word) => one.has(word))) && words.every((word) => fits(word)),
  );
  // "By how much" is what is done with two figures.
  return found?.kind === 'figure' && words.includes('by') ? null : (found?.kind ?? null);
}

/** "Who is number two", "no. 3?". */
const NUMBERED =
  /^(?:(?:and|so|then|who|whos|is|the) )*(?:number|no|nr) (?:two|three|four|five|[2-5])(?: then)?$/u;

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
  /\b(?:second|2nd|runner|next|(?:number|no|nr)\.? ?(?:two|2))\b/iu,
  /\b(?:third|3rd|(?:number|no|nr)\.? ?(?:three|3))\b/iu,
  /\b(?:fourth|4th|(?:number|no|nr)\.? ?(?:four|4))\b/iu,
  /\b(?:fifth|5th|(?:number|no|nr)\.? ?(?:five|5))\b/iu,
];
const THEY = /\b(?:they|their|theirs|them)\b/iu;

/** The question that is meant; `undefined` where the one before has nothing of the kind. */
export function referredTo(previous: Question, asked: Question, reference: Reference): Question | undefined {
  const metric = previous.metrics
    .map((one) => (one === 'reserve-life' ? 'reserves' : one))
    .find((one) => BY_COUNTRY.has(one));
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
      const same = again(previous, asked);
      return {
        ...same,
        // Of several years, the last.
        ...(same.years.length > 1 ? { years: same.years.slice(-1), span: null } : {}),
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
  const sectoral =
    previous.sectors.length > 0 ||
    (previous.countries.length === 0 && previous.metrics.some((one) => SECTORAL.has(one)));
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
    aside: null,
    combine: null,
    rank: isPlace && at >= 0 ? at + 2 : null,
  };
}

/** "How much do they have", "how much": of whoever was told first, or the same once more. */
function counted(previous: Question, asked: Question, metric: AskedMetric | undefined): Question | undefined {
  // "How much was produced" after a shortage names a figure of its own.
  if (asked.metrics.some((one) => one !== 'price' && !previous.metrics.includes(one))) return undefined;
  // "How many tonnes" after a country's part of the world.
  if (previous.metrics[0] === 'share' && previous.countries.length > 0 && previous.sectors.length === 0)
    return {
      ...again(previous, asked),
      metrics: [previous.metrics.includes('reserves') ? 'reserves' : 'production'],
    };
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

/** "The other one in 2022": of two that were spoken of, the one that was first. */
export function otherOne(previous: Question, asked: Question): Question | undefined {
  const { text } = asked;
  if (!/\bother\b/iu.test(text) || /\b(?:sources?|reports?|usgs|publishers?|two)\b/iu.test(text))
    return undefined;
  const other = otherSpoken(previous);
  return other && { ...again(previous, asked), ...other };
}

/** The source that did not answer first. */
function ofOtherSource(previous: Question, asked: Question): Question | undefined {
  if (previous.told?.source === undefined) return undefined;
  const source = previous.told.source.startsWith('usgs') ? 'report' : 'usgs';
  return { ...again(previous, asked), source, form: null };
}

/** "What did it mine there in 2024": what they do says what is asked. */
export function withMined(asked: Question): Question {
  const { metrics, evidence = [], text } = asked;
  const mined = metrics.length === 0 && evidence.some(({ slot }) => slot === 'production');
  return mined && (THERE.test(text) || THEY.test(text) || ITS.test(text))
    ? { ...asked, metrics: ['production'] }
    : asked;
}

/** Not "is there". */
const THERE = /(?<!\b(?:is|are|was|were|will|would|s) )\bthere\b(?! (?:is|are|was|were|will|be|an?|any)\b)/iu;

/** "Production there": in the place that was told. */
const isThere = ({ metrics, text }: Question): boolean => metrics.length > 0 && THERE.test(text);

/** "Its reserves", "what did it mine in 2024": the country's that was asked about. */
const ITS = /\bits\b|\bit (?:mined?|makes?|made|produced?s?|digs?|dug|holds?|has|have)\b/iu;
const TRADED: ReadonlySet<AskedMetric> = new Set(['imports', 'import-sources']);
const BUYER = 'United States';

/** "How much did they mine in 2025", "mine production there": the countries that were asked about, or whoever leads in the answer before. */
export function placesMeant(previous: Question, asked: Question): readonly string[] | undefined {
  const { text, countries, metrics, allCountries } = asked;
  const byCountry = metrics.every((one) => BY_COUNTRY.has(one) || one === 'share');
  // "Which of them" is of all that were spoken of.
  if (countries.length > 0 || allCountries || !byCountry || asked.leaning?.pair === true) return undefined;
  const points = isThere(asked) || THEY.test(text);
  // Of imports it is who sells, and not who buys.
  const isTrade = previous.metrics.some((metric) => TRADED.has(metric));
  const spoken = previous.countries.filter((country) => !isTrade || country !== BUYER);
  if ((points || ITS.test(text)) && spoken.length > 0) return spoken;
  const country = points ? previous.told?.country : undefined;
  return country === undefined ? undefined : [country];
}
