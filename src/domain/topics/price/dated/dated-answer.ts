/** Whether prices of days or months answer a question, quotes above all, and what they say. */
import { says } from '#src/domain/reading/asked/manner.ts';
import { withId } from '#src/domain/series/by-id.ts';
import type { Part } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { addDays, monthsBefore } from '#src/domain/measure/days.ts';
import { whenOf } from '#src/domain/series/series.ts';
import { outsiderOf } from '#src/domain/series/figures.ts';
import { libraryOf, pricedByYear, type Market } from '#src/domain/series/library.ts';
import type { Material } from '#src/domain/series/material.ts';
import { endsOf } from '#src/domain/reading/times/wanted-days.ts';
import { lastDays } from '#src/domain/series/statistics.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import { tasksFor } from '#src/domain/topics/registry.ts';
import { BEGINNING } from '#src/domain/measure/period.ts';
import { isBare, leanOn, ofBefore } from '../leaning-price.ts';
import { datedPart } from './price-dated.ts';
import { withYears } from '../quote-needs.ts';
import { heldAgainst } from './then-and-now.ts';

export interface DatedAnswer {
  readonly part: Part;
  readonly metal: string;
  /** Where the price is of; empty where that is unstated. */
  readonly place: string;
  /** What the material is called: no slips of spelling. */
  readonly names: readonly string[];
  /** The year's figures are to follow. */
  readonly withYear: boolean;
}

/**
 * What prices of days or months answer; `undefined` where the question is not for them, or there is none.
 * @param named A metal is, in the question itself.
 */
export function answerDated(
  read: Question,
  market: Market,
  { previous, named }: { readonly previous: Question | undefined; readonly named: boolean },
): DatedAnswer | undefined {
  const { catalog, today } = market;
  const leaning = !named && previous !== undefined && isBare(read);
  const question = leaning ? ofBefore(read, previous) : read;
  const { metals } = question;
  const metal = metals.find((id) => outsiderOf(catalog, id)) ?? metals[0] ?? catalog.defaultMetal;
  const outsider = outsiderOf(catalog, metal);
  const leant = leaning
    ? { ...question, wanted: leanOn(previous.wanted, question.wanted, question.chart) }
    : question;
  const hasYears = pricedByYear(catalog, metal);
  const wanted =
    outsider !== undefined
      ? withMonth(ofYears(leant, today), question, today)
      : // "Lowest quote this year", "monthly prices of 2022": of quotes or of months, in so many words.
        leant.wanted.spot || leant.wanted.every !== undefined || isSinceLastYear(leant, today)
        ? withYears(overAll(leant, today), today)
        : isMoveOfYear(leant, today)
          ? { ...leant.wanted, days: leant.wanted.days ?? leant.wanted.years }
          : hasYears
            ? sinceAYear(leant, market, metal)
            : ofYears(leant, today);
  const asked = { ...question, wanted };
  const isFor = outsider === undefined ? asksForDays(asked) : asksForOutsider(asked, outsider);
  if (!isFor || (hasYears && isBeforeAll(market, metal, wanted))) return undefined;
  const ofNow =
    wanted.days === undefined && wanted.statistic === undefined && wanted.every === undefined && !wanted.csv;
  if (ofNow && isOvertaken(market, metal, wanted)) return undefined;
  const found = datedPart(market, metal, spends(question) ? asked : { ...asked, money: null });
  const withYear = outsider === undefined && !question.chart && ofNow;
  const names = withId(catalog.materials, metal)?.names ?? [];
  return found && { ...found, metal, withYear, names };
}

/** "Since 2025": of that year there is one figure, and months from then on. */
function isSinceLastYear({ span, when }: Question, today: string): boolean {
  const thisYear = Number(today.slice(0, 4));
  const isOpen = when.some(
    (time) => 'period' in time && time.period.years !== undefined && time.period.years.to === undefined,
  );
  return isOpen && span !== null && span.to >= thisYear && span.from >= thisYear - 1;
}

const ofPriceAlone = (metrics: Question['metrics']): boolean => metrics.every((metric) => metric === 'price');

/** "Is gold up this year": of it there are months alone. */
function isMoveOfYear({ intent, span, years, metrics }: Question, today: string): boolean {
  return (
    intent === 'change' &&
    span === null &&
    ofPriceAlone(metrics) &&
    years.length === 1 &&
    years[0] === Number(today.slice(0, 4))
  );
}

/** "The highest monthly price ever": of all there are, where no days are named. */
function overAll(question: Question, today: string): Question {
  const { wanted, text } = question;
  const outermost = wanted.statistic === 'highest' || wanted.statistic === 'lowest';
  if (!outermost || wanted.days !== undefined || wanted.years !== undefined || !says({ text }, 'ever'))
    return question;
  const window = { from: BEGINNING, to: today, label: 'all months' };
  return { ...question, wanted: { ...wanted, days: { kind: 'window', window } } };
}

/** Days before all prices of days and months of what has figures of years: those are older, and answer with what they lack. */
function isBeforeAll({ catalog, book }: Market, of: string, { days, target }: PriceWanted): boolean {
  const last = endsOf(days)?.to;
  if (last === undefined) return false;
  const known = libraryOf(catalog, book).dated({ of, target });
  return known.length > 0 && known.every(({ since }) => last < since);
}

/** Whether the newest price of a month is of a year before the newest figure of a year: then that is what is newest. */
function isOvertaken({ catalog, book, today }: Market, of: string, { target }: PriceWanted): boolean {
  const [lead, ...others] = libraryOf(catalog, book).prices({ of, target });
  const newest = lead?.newest(today);
  return (
    lead?.cadence === 'month' &&
    newest !== undefined &&
    others.some((series) => series.cadence === 'year' && (series.newest(today)?.year ?? 0) > newest.year)
  );
}

/** A price of one of our metals, of now or of days: what is about years, products, sources or reasons is not for quotes. */
export function asksForDays(question: Question): boolean {
  const { intent, reason, source, amounts, forecast, foreign, metals, product, verify, span, wanted } =
    question;
  if (reason || source !== null || forecast === true || verify || foreign !== null) return false;
  if ((product ?? null) !== null || metals.length > 1) return false;
  if (amounts.length > 0) return isOrder(question);
  if (spends(question)) return isOfDays(wanted) || question.years.length === 0 || question.current;
  const ofPrice = question.metrics.includes('price') || wanted.spot;
  // "Production last week" is of something else that has no quotes.
  const placed = question.countries.length > 0 && question.metrics.every((metric) => metric === 'production');
  if (!ofPrice && question.metrics.length > 0 && !placed) return false;
  // "Dearer now than a year ago".
  if (ofPrice || question.metrics.length === 0) if (heldAgainst(question) !== undefined) return true;
  // "Average quote": of quotes, in so many words.
  const isOfQuotes = wanted.spot && wanted.statistic !== undefined;
  if (isOfQuotes || isOfDays(wanted) || wanted.statistic === 'percentile' || wanted.every !== undefined)
    return (
      ofPrice ||
      intent === 'change' ||
      intent === 'extreme' ||
      ((intent === 'value' || intent === 'summary') && metals.length > 0) ||
      // "What was copper on 19 November": of a day, and of nothing that is said, it is the price.
      (intent === 'open' && metals.length > 0 && wanted.ofPrice && ofNothingElse(question)) ||
      (intent === 'compare' && metals.length > 0 && ofNothingElse(question)) ||
      // A chart of days can be of nothing else.
      (question.chart && ofNothingElse(question))
    );
  if (span !== null || (question.years.length > 0 && !question.current)) return false;
  if (intent === 'extreme' || intent === 'change' || intent === 'compare' || intent === 'cost') return false;
  if (question.chart && !wanted.spot) return false;
  if (wanted.csv || wanted.spot) return ofPrice;
  return tasksFor(question).some(({ topic }) => topic === 'price');
}

const ofNothingElse = ({ metrics, sectors, countries, allCountries }: Question): boolean =>
  metrics.length + sectors.length + countries.length === 0 && !allCountries;

/** How much a sum buys: "how much for 1,000,000 CNY". */
const spends = ({ intent, money = null, amounts, offer = null }: Question): boolean =>
  intent === 'cost' && money !== null && amounts.length === 0 && offer === null;

/** What masses cost, now or on days that are over: not in a year, and not of something that only contains the metal. */
function isOrder({ intent, amounts, years, current, foreign, wanted }: Question): boolean {
  if (intent !== 'cost' || amounts.length === 0 || amounts.some(({ product }) => product !== undefined))
    return false;
  if (foreign !== null) return false;
  return isOfDays(wanted) || (wanted.days === undefined && (years.length === 0 || current));
}

/**
 * Days that only quotes have. What is no time that is known may be anything, so what has figures of years answers by them;
 * but what is a day that may be two, or does not exist, is a day.
 */
export function isOfDays({ days, spot }: PriceWanted): boolean {
  if (days?.kind !== 'unread') return days !== undefined;
  return spot || days.unread.some(({ reason, yearly }) => reason !== undefined && yearly !== true);
}

/** With the years as days, where a price of them is asked for: what has quotes alone has no figures of years. */
function ofYears(question: Question, today: string): PriceWanted {
  const { wanted, chart, forecast } = question;
  const ofPrice = chart || wanted.ofPrice || wanted.statistic !== undefined;
  return forecast === true || !ofPrice ? wanted : withYears(question, today);
}

/** Of what has no years, a month says where it goes: the days in which what was asked to have moved is looked at. */
function withMonth(wanted: PriceWanted, { moving, forecast }: Question, today: string): PriceWanted {
  if (wanted.days !== undefined || moving !== true || forecast === true) return wanted;
  return { ...wanted, days: { kind: 'window', window: lastDays(today, 30) } };
}

const YEAR = 12;

/** "Is silver up", "copper price change": where months are known, the last twelve of them, and not the decades of the years. */
function sinceAYear(
  { wanted, moving, intent, forecast, metrics, span }: Question,
  market: Market,
  of: string,
): PriceWanted {
  const asksHow =
    moving === true && intent === 'change' && span === null && forecast !== true && ofPriceAlone(metrics);
  if (!asksHow || wanted.days !== undefined || wanted.statistic !== undefined) return wanted;
  const { catalog, book, today } = market;
  const newest = libraryOf(catalog, book).dated({ of, target: {} })[0]?.newest(today);
  if (newest?.at.length !== MONTH) return wanted;
  const from = monthsBefore(`${newest.at}-01`, YEAR);
  const to = addDays(monthsBefore(`${newest.at}-01`, -1), -1);
  const label = `the ${YEAR} months to ${whenOf(newest)}`;
  return { ...wanted, days: { kind: 'window', window: { from, to, label } } };
}
/** As long as "2026-06". */
const MONTH = 7;

/** What only markets know, such as NdPr, has nothing but quotes. */
function asksForOutsider(question: Question, { id }: Material): boolean {
  const { wanted, metals, amounts, metrics, years, current, forecast, why } = question;
  if (why === true || (forecast === true && wanted.days === undefined)) return false;
  // Each of several metals has a part of its own.
  if (metals.some((one) => one !== id)) return false;
  if (amounts.length > 0) return wanted.days !== undefined || isOrder({ ...question, intent: 'cost' });
  if (wanted.days !== undefined || wanted.statistic === 'percentile' || wanted.every !== undefined)
    return true;
  if (spends(question)) return true;
  const ofPrice = metrics.length === 0 ? wanted.ofPrice && !question.reason : metrics.includes('price');
  return ofPrice && (years.length === 0 || current);
}
