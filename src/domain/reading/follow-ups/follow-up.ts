/** Two-turn talk: "and 2024?" or "what about electronics?" is read against the question before it. */
import { scale } from '#src/domain/measure/figure.ts';
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import { withAmountCorrected } from './orders/amount-corrected.ts';
import { currencyAfter } from './asked-again.ts';
import { pointedAt } from './pointed.ts';
import { stageAfter } from '#src/domain/reading/asked/stage-asked.ts';
import { asMany, countedOther } from './orders/pieces-changed.ts';
import { putOn } from './orders/put-on.ts';
import { asksWhence, leansOn } from './leans-on.ts';
import { askedOfAnswer } from './of-the-answer.ts';
import { withAmountAdded } from './list-edited.ts';
import { otherOne, placesMeant, referredTo, withMined } from './referring.ts';
import { setAgainst } from './set-against.ts';
import { turnsBefore } from './spoken.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Amount, Offer } from '#src/domain/reading/amounts/asked-amounts.ts';
import { unnumbered, withNumber } from './bare-number.ts';
import { aboutTheSame, monthOf, ofTheSame } from './same-subject.ts';
import { isPerUnit, mergeIntent, mergeMetrics } from './asked-again.ts';

/**
 * Fills in what a follow-up leaves out from the question before it. What the follow-up names wins;
 * a new year replaces the old years, a new sector the old sectors, a new metal the old metals.
 * `thisYear`: up to which "since then" reaches. `defaultMetal`: what is spoken of where no metal is named
 */
export function mergeFollowUp(
  previous: Question,
  question: Question,
  { thisYear, defaultMetal }: { readonly thisYear: number; readonly defaultMetal: string },
): Question {
  const merged = merge(previous, question, thisYear);
  return { ...merged, turns: turnsBefore(previous, merged, defaultMetal) };
}

function merge(previous: Question, read: Question, thisYear: number): Question {
  if (read.foreign !== null) return read;
  const ofAnswer = askedOfAnswer(previous, read);
  if (ofAnswer !== undefined) return ofAnswer;
  const recounted = countedOther(previous, read);
  if (recounted !== undefined) return recounted;
  const typed = withMined(read);
  if (!leansOn(previous, read) || asksWhence(previous, read)) return aboutTheSame(previous, typed);
  const places = typed.metrics.length > 0 ? placesMeant(previous, typed) : undefined;
  const asked = places === undefined ? typed : { ...typed, countries: places };
  // "and 2023?" after gold is of gold: what there is no data on is under discussion too.
  const named = asked.metals.length > 0 || (asked.product ?? null) !== null;
  if (previous.foreign !== null && previous.metals.length === 0 && !named)
    return { ...asked, foreign: previous.foreign };
  const other =
    asked.leaning?.pair === true && asked.metrics.length === 0 ? otherOne(previous, asked) : undefined;
  if (other !== undefined) return other;
  const refers = asked.leaning?.refers ?? null;
  const referred = refers === null ? undefined : referredTo(previous, asked, refers);
  if (referred !== undefined) return referred;
  const against =
    asked.leaning?.against === true
      ? setAgainst(previous, asked, thisYear, (one) => fillIn(previous, one))
      : undefined;
  if (against !== undefined) return against;
  if (asked.adjustments?.some(({ supposed }) => supposed === true) === true && asked.amounts.length === 0)
    return withSupposed(previous, asked);
  const added = withAmountAdded(previous, asked, (one) => fillIn(previous, one));
  if (added !== undefined) return added;
  const corrected = withAmountCorrected(previous, asked, (one) => fillIn(previous, one));
  if (corrected !== undefined) return corrected;
  const factor = asked.leaning?.factor ?? null;
  // "Double that" of a figure: there is nothing to be had twice of.
  if (factor !== null && previous.amounts.length === 0 && previous.money == null)
    return { ...asked, intent: 'open', metrics: [], amounts: [] };
  const question = factor === null ? withNumber(previous, asked) : unnumbered(asked);
  if (question === undefined) return asked;
  const [from] = previous.years;
  if (question.leaning?.since === true && from !== undefined && from < thisYear) {
    const years = Array.from({ length: thisYear - from + 1 }, (_, at) => from + at);
    return { ...fillIn(previous, question), years, span: { from, to: thisYear }, when: [], finerTime: null };
  }
  const pointed = pointedAt(previous, question, {
    thisYear,
    fillIn: (one) => fillIn(previous, one),
  });
  if (pointed !== undefined) return pointed;
  return fillIn(previous, question);
}

/** "What if it falls 20 %": what was costed, or a kilogram of what was priced, at a price that moved so. */
function withSupposed(previous: Question, asked: Question): Question {
  const { amounts, intent, metals, metrics, perUnit } = previous;
  const priced = intent === 'value' && metals.length === 1 && metrics.every((metric) => metric === 'price');
  const isCost = intent === 'cost' && amounts.length > 0;
  if (!isCost && !priced) return { ...asked, intent: 'open', metrics: [], followUp: false };
  const one = { value: { low: 1, high: 1 }, unit: perUnit ?? 'kg' } as const;
  return {
    ...fillIn(previous, { ...asked, metrics: [], reason: false, moving: false, percent: null }),
    intent: 'cost',
    amounts: isCost ? amounts : [one],
    adjustments: asked.adjustments ?? [],
  };
}

/** The question before with what this one names in its place. */
function fillIn(previous: Question, question: Question): Question {
  const { adds, factor, world } = question.leaning ?? NO_LEANING;
  const newTime =
    question.years.length > 0 || question.span !== null || question.finerTime !== null || question.current;
  const newMetric =
    question.metrics.length > 0 ||
    question.sectors.length > 0 ||
    question.countries.length > 0 ||
    question.allCountries;
  const intent = mergeIntent(previous, question, newTime && !adds);
  const spans = intent === 'change' || intent === 'compare';
  // The cheapest of one year is no question.
  const sectoral =
    question.sectors.length + previous.sectors.length > 0 ||
    question.allCountries ||
    previous.metrics.some((metric) => metric === 'share' || metric === 'demand');
  const ranksYears = intent === 'extreme' && !newTime && previous.years.length === 1 && !sectoral;
  const years = newTime ? question.years : ranksYears ? [] : previous.years;
  const isCost = intent === 'cost';
  const many = asMany(previous, question);
  const ownAmounts =
    many === undefined ? question.amounts.map((amount) => ofTheSame(previous, question, amount)) : [many];
  const scaled = factor === null ? [] : previous.amounts.map((one) => times(one, factor));
  const held = spans || (previous.intent === 'cost' && isPerUnit(question)) ? [] : previous.amounts;
  const amounts = [ownAmounts, scaled, held].find((list) => list.length > 0) ?? [];
  return {
    ...question,
    intent,
    metals: joined(adds, question.metals, previous.metals),
    metrics: mergeMetrics(previous, question),
    stage: stageAfter(previous, question, mergeMetrics(previous, question)),
    sectors: newMetric ? question.sectors : previous.sectors,
    parts: (newMetric ? question.parts : previous.parts) ?? [],
    countries:
      world || (newMetric && question.countries.length === 0 && !isPlaced(question))
        ? question.countries
        : question.countries.length > 0
          ? question.countries
          : previous.countries,
    allCountries: question.allCountries || (!newMetric && !world && previous.allCountries),
    without: withoutAfter(previous, question),
    years: adds && newTime ? both(previous.years, question.years).toSorted((a, b) => a - b) : years,
    span: adds ? null : newTime ? question.span : ranksYears ? null : previous.span,
    current: newTime ? question.current : previous.current,
    amounts,
    money: question.money ?? (isCost && ownAmounts.length === 0 ? moneyTimes(previous, factor) : null),
    offer: question.offer ?? (isCost && ownAmounts.length === 0 ? offerOf(previous, question) : null),
    perUnit: question.perUnit ?? previous.perUnit,
    ...(newTime ? {} : monthOf(previous, question)),
    ...putOn(previous, question, isCost),
    source: question.source ?? previous.source,
    // "And in the report?": each source has prices of its own form.
    form: question.form ?? (isOtherSource(previous, question) ? null : previous.form),
    ...aboutOf(previous, question),
    currency: currencyAfter(previous, question),
    threshold:
      question.threshold ??
      (newTime || newMetric || question.metals.length > 0 ? (previous.threshold ?? null) : null),
    // "Australia?" after who has the least asks what it has.
    extreme: question.extreme ?? (newTime || question.countries.length > 0 ? null : previous.extreme),
    followUp: false,
    understood: Math.max(question.understood, previous.understood),
  };
}

/** "In 2023?" after output without China is without China; who has most, or a country, is asked of all. */
function withoutAfter(previous: Question, question: Question): readonly string[] {
  const { without = [], countries, allCountries, leaning, metrics } = question;
  const isOther = countries.length > 0 || allCountries || leaning?.world === true;
  const isOfPlaces = metrics.every((metric) => OF_COUNTRIES.has(metric) || metric === 'share');
  return without.length > 0 || isOther || !isOfPlaces ? without : (previous.without ?? []);
}

/** "Reserves?" after the output of a country: what each country has, and no price. */
const isPlaced = ({ metrics, sectors, allCountries }: Question): boolean =>
  sectors.length === 0 && !allCountries && metrics.every((metric) => OF_COUNTRIES.has(metric));
const OF_COUNTRIES: ReadonlySet<string> = new Set(['production', 'reserves', 'capacity', 'reserve-life']);

const isOtherSource = ({ source }: Question, asked: Question): boolean =>
  asked.source !== null && asked.source !== source;

/** The words that told which prices of the metal were meant, as long as it is the same metal. */
function aboutOf(previous: Question, { metals }: Question): Pick<Question, 'about'> {
  const isSame = metals.length === 0 || String(metals) === String(previous.metals);
  return isSame ? { about: [previous.text, ...(previous.about ?? [])].slice(0, MOST_ABOUT) } : {};
}
const MOST_ABOUT = 4;

const both = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])];

/** "What about $120/kg": another price on the table, or the same one. */
function offerOf({ offer = null }: Question, { money = null }: Question): Offer | null {
  return offer === null || money === null
    ? offer
    : { ...offer, value: money.value, currency: money.currency };
}

/** What is named, beside what was or in its place. */
function joined<T>(adds: boolean, own: readonly T[], previous: readonly T[]): readonly T[] {
  if (own.length === 0) return previous;
  return adds ? both(previous, own) : own;
}

/** Twice as much to spend. */
function moneyTimes({ money = null, amounts }: Question, factor: number | null) {
  return money === null || factor === null || amounts.length > 0
    ? money
    : { ...money, value: money.value * factor };
}

/** "Double that". */
function times(amount: Amount, factor: number): Amount {
  const { terms: _terms, others: _others, ...plain } = amount;
  return { ...plain, value: scale(amount.value, factor) };
}
