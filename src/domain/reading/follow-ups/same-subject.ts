/** A whole question that names no metal: it is about the metal under discussion, and a cost is at its year, too. */
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import { isAboutFigures } from '#src/domain/reading/asked/asks-of.ts';
import { currencyAfter, isPerUnit } from './asked-again.ts';
import { asksWhence } from './leans-on.ts';
import { placesMeant } from './referring.ts';
import type { Question } from '#src/domain/reading/question.ts';

const PAST = /\b(?:was|were|did)\b/iu;

/** A whole question that names no metal is about the metal under discussion; a cost is at the year under discussion, too. */
export function aboutTheSame(previous: Question, question: Question): Question {
  const { intent, metals, product, years, span, current, finerTime, metrics, amounts } = question;
  const held = ofWhatIsInIt(previous, question) ?? ofWhereItIsFrom(previous, question);
  if (held !== undefined) return held;
  const families = question.families ?? [];
  const own = metals.length + families.length + question.sectors.length > 0 || (product ?? null) !== null;
  if (own || !isAboutFigures(intent)) return ofTheYear(previous, question);
  const timeless = years.length === 0 && span === null && !current && finerTime === null;
  // "What is that worth at 2024 prices": of the amount that was spoken of.
  const ofAmount =
    !isPerUnit(question) &&
    (question.pointing === true || SAME_AMOUNT.test(question.text) || SUPPOSED.test(question.text)) &&
    previous.intent === 'cost' &&
    question.amounts.length + (question.extreme === null ? 0 : 1) === 0 &&
    metrics.every((metric) => metric === 'price' || SAME_AMOUNT.test(question.text)) &&
    (intent === 'value' || intent === 'cost' || intent === 'summary');
  const costs = ofAmount && (previous.amounts.length > 0 || previous.money != null);
  const isCost = intent === 'cost' || costs;
  // "What was it worth" is of the year that was spoken of.
  const past = question.pointing === true && PAST.test(question.text);
  const dated = (isCost || past) && timeless && previous.years.length === 1 && !previous.current;
  const places = placesMeant(previous, question);
  const ofGoods = intent === 'cost' && amounts.some((one) => ofTheSame(previous, question, one) !== one);
  if (previous.metals.length === 0 && !costs && !dated && !ofGoods && places === undefined) return question;
  return {
    ...question,
    metals: previous.metals,
    ...(ofGoods ? { amounts: amounts.map((one) => ofTheSame(previous, question, one)) } : {}),
    ...partOfImports(previous, question),
    // "How much is that per kg": in the money that was spoken of.
    ...(question.pointing === true ? { currency: currencyAfter(previous, question) } : {}),
    ...(places === undefined ? {} : { countries: places }),
    ...(costs
      ? {
          intent: 'cost' as const,
          metrics: ['price' as const],
          amounts: previous.amounts,
          money: question.money ?? previous.money ?? null,
          product: previous.product ?? null,
        }
      : {}),
    ...(dated ? { years: previous.years, ...monthOf(previous, question) } : {}),
    ...(question.source === null && dated ? { source: previous.source } : {}),
  };
}

/** "Where does it come from" after what is imported: of whom. */
function ofWhereItIsFrom(previous: Question, question: Question): Question | undefined {
  if (!asksWhence(previous, question)) return undefined;
  return {
    ...question,
    intent: 'value',
    metals: previous.metals,
    metrics: ['import-sources'],
    allCountries: false,
  };
}

/** "Share of China" after imports: of them. */
function partOfImports(previous: Question, { metrics, countries }: Question): Partial<Question> {
  const isPart = metrics.length === 1 && metrics[0] === 'share' && countries.length > 0;
  return isPart && previous.metrics.includes('import-sources') ? { metrics: ['import-sources'] } : {};
}

/** "Same qty", "what did the same cost". */
const SAME_AMOUNT =
  /\bsame (?:qty|quantity|amount|weight|mass|tonnage|volume|lot|order)\b|\bthe same cost\b/iu;
/** "If the price is that of 2022". */
const SUPPOSED = /^(?:(?:and|so|what|or) )*(?:if|with|at|using|by) /iu;

/** "What was the neodymium in it worth in 2023": in the goods that were spoken of. */
function ofWhatIsInIt(previous: Question, question: Question): Question | undefined {
  const { metals, metrics, amounts, text } = question;
  const goods = previous.intent === 'cost' && previous.amounts.some(({ product }) => product !== undefined);
  const isSame = metals.every((id) => previous.metals.length === 0 || previous.metals.includes(id));
  const priced = metrics.length > 0 && metrics.every((metric) => metric === 'price');
  if (!goods || !isSame || !priced || amounts.length > 0 || !IN_IT.test(text)) return undefined;
  return {
    ...question,
    intent: 'cost',
    metals: previous.metals,
    amounts: previous.amounts,
    product: previous.product ?? null,
  };
}
const IN_IT = /\b(?:in|inside|within) (?:it|them|that|these|those|there)\b/iu;

/** "How much would 5 t have cost that month": the month, or the quarter, that was spoken of. */
export function monthOf({ when, wanted, finerTime }: Question, asked: Question): Partial<Question> {
  if (asked.when.length > 0 || !when.some(({ kind }) => kind === 'months')) return {};
  return { when, finerTime, wanted: { ...asked.wanted, days: wanted.days, years: undefined } };
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

/** "And 20 kg?" after magnets is of magnets. */
export function ofTheSame(
  previous: Question,
  { metals, product = null, form }: Question,
  amount: Amount,
): Amount {
  const last = previous.amounts.at(-1);
  const named = metals.length > 0 || product !== null || form !== null || amount.oxide !== undefined;
  if (last?.product === undefined || named || amount.product !== undefined) return amount;
  return {
    ...amount,
    product: last.product,
    ...(last.content === undefined ? {} : { content: last.content }),
  };
}
