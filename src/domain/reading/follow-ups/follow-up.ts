/** Two-turn talk: "and 2024?" or "what about electronics?" is read against the question before it. */
import { exactly, scale } from '#src/domain/measure/figure.ts';
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import { pointedAt } from './pointed.ts';
import { meansLeader, referredTo } from './referring.ts';
import type { Intent, Question } from '#src/domain/reading/question.ts';
import type { LeftOut } from '#src/domain/reading/frame.ts';
import type { Amount, Offer } from '#src/domain/reading/amounts/asked-amounts.ts';

/** What asks for figures of a metal, and so is about the one under discussion where it names none. */
const OF_A_METAL: ReadonlySet<Intent> = new Set(['value', 'change', 'extreme', 'cost', 'chart', 'summary']);

/**
 * Fills in what a follow-up leaves out from the question before it. What the follow-up names wins;
 * a new year replaces the old years, a new sector the old sectors, a new metal the old metals.
 * @param thisYear Up to which "since then" reaches
 */
export function mergeFollowUp(previous: Question, question: Question, thisYear: number): Question {
  const { years, metals, countries, sectors } = previous;
  const merged = merge(previous, question, thisYear);
  const same = [
    [merged.years, years],
    [merged.metals, metals],
    [merged.countries, countries],
    [merged.sectors, sectors],
  ].every(([one, other]) => String(one) === String(other));
  // "And as a chart?" changes nothing of what "the two" are.
  const earlier = same && previous.earlier !== undefined ? previous.earlier : undefined;
  return { ...merged, earlier: earlier ?? { years, metals, countries, sectors } };
}

function merge(previous: Question, asked: Question, thisYear: number): Question {
  if (asked.foreign !== null) return asked;
  if (!asked.followUp) return aboutTheSame(previous, asked);
  // "and 2023?" after gold is of gold: what there is no data on is under discussion too.
  const named = asked.metals.length > 0 || (asked.product ?? null) !== null;
  if (previous.foreign !== null && previous.metals.length === 0 && !named)
    return { ...asked, foreign: previous.foreign };
  const refers = asked.leaning?.refers ?? null;
  const referred = refers === null ? undefined : referredTo(previous, asked, refers);
  if (referred !== undefined) return referred;
  const factor = asked.leaning?.factor ?? null;
  // "Double that" of a figure: there is nothing to be had twice of.
  if (factor !== null && previous.amounts.length === 0 && previous.money == null)
    return { ...asked, intent: 'open', metrics: [], amounts: [] };
  const question = factor === null ? withNumber(previous, asked) : unnumbered(asked);
  if (question === undefined) return asked;
  const pointed = pointedAt(previous, question, (one) => fillIn(previous, one));
  if (pointed !== undefined) return pointed;
  const [from] = previous.years;
  if (question.leaning?.since === true && from !== undefined && from < thisYear) {
    const years = Array.from({ length: thisYear - from + 1 }, (_, at) => from + at);
    return { ...fillIn(previous, question), years, span: { from, to: thisYear }, when: [], finerTime: null };
  }
  return fillIn(previous, question);
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
  const sectoral = question.sectors.length + previous.sectors.length > 0 || question.allCountries;
  const ranksYears = intent === 'extreme' && !newTime && previous.years.length === 1 && !sectoral;
  const years = newTime ? question.years : ranksYears ? [] : previous.years;
  const isCost = intent === 'cost';
  const ownAmounts = question.amounts.map((amount) => ofTheSame(previous, question, amount));
  const scaled = factor === null ? [] : previous.amounts.map((one) => times(one, factor));
  const amounts = [ownAmounts, scaled, spans ? [] : previous.amounts].find((list) => list.length > 0) ?? [];
  return {
    ...question,
    intent,
    metals: joined(adds, question.metals, previous.metals),
    metrics: isSaid(question) ? question.metrics : impliedMetrics(previous, question),
    sectors: newMetric ? question.sectors : previous.sectors,
    parts: (newMetric ? question.parts : previous.parts) ?? [],
    countries:
      world || (newMetric && question.countries.length === 0 && question.metrics.length > 0)
        ? question.countries
        : question.countries.length > 0
          ? question.countries
          : previous.countries,
    allCountries: question.allCountries || (!newMetric && !world && previous.allCountries),
    years: adds && newTime ? both(previous.years, question.years).toSorted((a, b) => a - b) : years,
    span: adds ? null : newTime ? question.span : ranksYears ? null : previous.span,
    current: newTime ? question.current : previous.current,
    amounts,
    money: question.money ?? (isCost && ownAmounts.length === 0 ? moneyTimes(previous, factor) : null),
    offer: question.offer ?? (isCost && ownAmounts.length === 0 ? offerOf(previous, question) : null),
    perUnit: question.perUnit ?? previous.perUnit,
    ...adjusted(question, isCost),
    source: question.source ?? previous.source,
    // "And in the report?": each source has prices of its own form.
    form: question.form ?? (isOtherSource(previous, question) ? null : previous.form),
    ...aboutOf(previous, question),
    currency: question.currency ?? previous.currency,
    threshold:
      question.threshold ??
      (newTime || newMetric || question.metals.length > 0 ? (previous.threshold ?? null) : null),
    extreme: question.extreme ?? (newTime ? null : previous.extreme),
    followUp: false,
    understood: Math.max(question.understood, previous.understood),
  };
}

const isOtherSource = ({ source }: Question, asked: Question): boolean =>
  asked.source !== null && source !== null && asked.source !== source;

/** The words that told which prices of the metal were meant, as long as it is the same metal. */
function aboutOf(previous: Question, { metals }: Question): Pick<Question, 'about'> {
  const isSame = metals.length === 0 || String(metals) === String(previous.metals);
  return isSame ? { about: [previous.text, ...(previous.about ?? [])].slice(0, MOST_ABOUT) } : {};
}
const MOST_ABOUT = 4;

/** A percentage that is taken off no cost is used for nothing. */
function adjusted(
  { adjustments = [], leftOut = [] }: Question,
  isCost: boolean,
): Pick<Question, 'adjustments' | 'leftOut'> {
  if (isCost || adjustments.length === 0) return {};
  return {
    adjustments: [],
    leftOut: [...leftOut, ...adjustments.map(({ words }) => ({ words, kind: 'percent' as const }))],
  };
}

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

/** "And 20 kg?" after magnets is of magnets. */
function ofTheSame(previous: Question, { metals, product = null, form }: Question, amount: Amount): Amount {
  const last = previous.amounts.at(-1);
  const named = metals.length > 0 || product !== null || form !== null || amount.oxide !== undefined;
  if (last?.product === undefined || named || amount.product !== undefined) return amount;
  return {
    ...amount,
    product: last.product,
    ...(last.content === undefined ? {} : { content: last.content }),
  };
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

const PAST = /\b(?:was|were|did)\b/iu;

/** A whole question that names no metal is about the metal under discussion; a cost is at the year under discussion, too. */
function aboutTheSame(previous: Question, question: Question): Question {
  const { intent, metals, product, years, span, current, finerTime, sectors, countries, metrics } = question;
  const own = metals.length > 0 || (product ?? null) !== null || sectors.length > 0 || countries.length > 0;
  if (own || question.allCountries || !OF_A_METAL.has(intent)) return ofTheYear(previous, question);
  const timeless = years.length === 0 && span === null && !current && finerTime === null;
  // "What is that worth at 2024 prices": of the amount that was spoken of.
  const ofAmount =
    question.pointing === true &&
    previous.intent === 'cost' &&
    question.amounts.length + (question.extreme === null ? 0 : 1) === 0 &&
    metrics.every((metric) => metric === 'price') &&
    (intent === 'value' || intent === 'cost' || intent === 'summary');
  const costs = ofAmount && previous.amounts.length > 0;
  const isCost = intent === 'cost' || costs;
  // "What was it worth" is of the year that was spoken of.
  const past = question.pointing === true && PAST.test(question.text);
  const dated = (isCost || past) && timeless && previous.years.length === 1 && !previous.current;
  const ofLeader = meansLeader(previous, question);
  if (previous.metals.length === 0 && !costs && !dated && !ofLeader) return question;
  return {
    ...question,
    metals: previous.metals,
    ...(ofLeader && previous.told?.country !== undefined ? { countries: [previous.told.country] } : {}),
    ...(costs
      ? { intent: 'cost' as const, amounts: previous.amounts, product: previous.product ?? null }
      : {}),
    ...(dated ? { years: previous.years } : {}),
    ...(question.source === null && dated ? { source: previous.source } : {}),
  };
}

/** An amount of a metal that is named costs what it does in the year under discussion. */
function ofTheYear(previous: Question, question: Question): Question {
  const { intent, amounts, years, span, current, finerTime } = question;
  const timeless = years.length === 0 && span === null && !current && finerTime === null;
  const dated =
    intent === 'cost' &&
    amounts.length > 0 &&
    timeless &&
    previous.intent === 'cost' &&
    previous.years.length === 1 &&
    !previous.current;
  return dated ? { ...question, years: previous.years } : question;
}

/** "Times 3": the number is how often. */
const unnumbered = (question: Question): Question => ({
  ...question,
  bareNumber: null,
  percent: null,
  leftOut: (question.leftOut ?? []).filter(({ kind }) => kind !== 'arithmetic' && kind !== 'number'),
});

/** "And 30?" after an amount is as much in its unit, after a sum of money as much money, "and 24?" after a year is 2024. */
function withNumber(previous: Question, question: Question): Question | undefined {
  const { bareNumber = null, leftOut = [] } = question;
  if (bareNumber === null) return question;
  const used = {
    ...question,
    bareNumber: null,
    // What was read against the question before is used.
    leftOut: leftOut.filter(({ words }) => !isNumber(words, bareNumber)) satisfies readonly LeftOut[],
  };
  const last = previous.amounts.at(-1);
  const value = exactly(bareNumber);
  if (previous.offer != null)
    return { ...used, intent: 'cost', offer: { ...previous.offer, value: bareNumber } };
  if (last !== undefined)
    return { ...used, intent: 'cost', amounts: [{ ...last, value, terms: undefined, others: undefined }] };
  if (previous.threshold != null)
    return { ...used, intent: 'value', threshold: { ...previous.threshold, value } };
  if (previous.money != null && previous.intent === 'cost')
    return { ...used, intent: 'cost', money: { ...previous.money, value: bareNumber } };
  const ago = yearsAgo(previous);
  const year = ago !== undefined && bareNumber <= MOST_AGO ? ago - bareNumber : CENTURY + bareNumber;
  const meant = previous.years.length > 0 && Number.isInteger(year) && year >= EARLIEST && year <= LATEST;
  if (!meant) return undefined;
  const evidence = ago === undefined ? [] : [{ slot: 'year', words: `${bareNumber} years ago` }];
  return { ...used, years: [year], evidence: [...(question.evidence ?? []), ...evidence] };
}

const isNumber = (words: string, value: number): boolean =>
  Number(words.replaceAll(/[\s,]/gu, '').replace(/k$/iu, '000')) === value || !/\d/u.test(words);

const CENTURY = 2000;
const EARLIEST = 2018;
const LATEST = 2035;
const MOST_AGO = 9;

/** The year from which "two years ago" was counted; `undefined` where none was. */
function yearsAgo({ evidence = [], years }: Question): number | undefined {
  const said = evidence.find(({ slot, words }) => slot === 'year' && /\bago\b/iu.test(words));
  const counted = said && /^(?:a |an |one )?(\p{L}+|\d) years?/iu.exec(said.words);
  const count = counted && AGO.indexOf(counted[1]?.toLowerCase() ?? '');
  const [year] = years;
  if (counted == null || year === undefined) return undefined;
  const back = count !== null && count !== undefined && count >= 0 ? count : Number(counted[1]);
  return Number.isInteger(back) ? year + back : undefined;
}

const AGO = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function mergeIntent(previous: Question, question: Question, newTime: boolean): Question['intent'] {
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
  // A cost is of a price: production and shares of that year are asked for by themselves.
  if (previous.intent === 'cost' && question.metrics.some((metric) => metric !== 'price')) return 'value';
  // A single new year asks for that year's figure, not for the change or ranking that came before.
  if (
    newTime &&
    question.years.length === 1 &&
    (previous.intent === 'compare' || previous.intent === 'extreme' || previous.intent === 'overtake')
  )
    return 'value';
  return previous.intent;
}

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
    return only !== undefined && others.length === 0 && BY_COUNTRY.has(only) ? [only] : ['production'];
  }
  return previous.metrics;
}
