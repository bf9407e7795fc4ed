/** What changes the order that was spoken of: "less 8 %, we pay early", "10,000 pieces" of so much each, "how much does that buy". */
import { scale } from '#src/domain/measure/figure.ts';
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import { readNumber } from '#src/domain/reading/amounts/numbers.ts';
import type { Adjustment, Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { tokenize } from '#src/domain/reading/tokens.ts';

/** Said before a discount that is asked for: any other word begins a question of its own. */
const OPENS_TERMS =
  /^(?:[-+\d]|(?:and|but|so|ok|okay|now|then|less|minus|plus|with|including|incl|incl\.|at|after|they|he|she|we|i|if|assume|say|apply|take|add|deduct|subtract|give)\b)/iu;

/** The order that is meant; `undefined` where nothing of it is changed. */
export function orderChanged(previous: Question, asked: Question): Question | undefined {
  return (
    withTerms(previous, asked) ??
    inPieces(previous, asked) ??
    bought(previous, asked) ??
    offered(previous, asked)
  );
}

const isPriceOfOne = ({ intent, metals, metrics }: Question): boolean =>
  (intent === 'value' || intent === 'summary') &&
  metals.length === 1 &&
  metrics.every((metric) => metric === 'price');

/** What is put on a cost or taken off it, beside what was already: a second discount takes the place of the first. */
const termsOf = (before: readonly Adjustment[], own: readonly Adjustment[]): readonly Adjustment[] => [
  ...before.filter(({ kind }) => own.every((one) => one.kind !== kind)),
  ...own,
];

/** "Less 10 %" of a cost, or of a kilogram of what was priced. */
function withTerms(previous: Question, asked: Question): Question | undefined {
  const { adjustments = [], amounts, metals, years, countries, sectors, money = null, text } = asked;
  const named = amounts.length + metals.length + years.length + countries.length + sectors.length;
  const isTerms = adjustments.length > 0 && adjustments.every(({ supposed }) => supposed !== true);
  if (!isTerms || named > 0 || money !== null || !OPENS_TERMS.test(text.trim())) return undefined;
  const isCost = previous.intent === 'cost' && previous.amounts.length > 0 && previous.offer == null;
  if (!isCost && !isPriceOfOne(previous)) return undefined;
  const one: Amount = { value: { low: 1, high: 1 }, unit: previous.perUnit ?? 'kg' };
  return {
    ...previous,
    text,
    intent: 'cost',
    metrics: ['price'],
    amounts: isCost ? previous.amounts : [one],
    adjustments: termsOf(isCost ? (previous.adjustments ?? []) : [], adjustments),
    leftOut: [],
    leaning: NO_LEANING,
    told: undefined,
  };
}

const PIECES =
  /^(?:pieces?|pcs?|units?|items?|parts?|magnets?|motors?|blocks?|segments?|such|of|them|those|these|x|times)$/u;
const LEADS =
  /^(?:and|so|ok|okay|then|now|for|what|about|how|we|need|i|make|it|that|total|in|please|order|buy|say)$/u;

const OF_EACH = /\b(?:each|apiece|a ?piece|per (?:piece|pc|magnet|motor|unit|part))\b/iu;

/** "10,000 pieces" after so much each: as many of them. */
function inPieces(previous: Question, asked: Question): Question | undefined {
  const [amount, ...others] = previous.amounts;
  if (previous.intent !== 'cost' || amount === undefined || others.length > 0) return undefined;
  if (
    asked.amounts.length + asked.metals.length + asked.years.length > 0 ||
    amount.rate !== undefined ||
    amount.pieces !== undefined ||
    amount.terms !== undefined
  )
    return undefined;
  // "20 kg" is of no piece, until that is said.
  if (![previous.text, ...(previous.about ?? [])].some((text) => OF_EACH.test(text))) return undefined;
  const tokens = tokenize(asked.text.slice(0, 80));
  const at = tokens.findIndex(({ word }) => !LEADS.test(word));
  const read = at < 0 ? undefined : readNumber(tokens, at);
  if (read === undefined || read.value <= 0 || !Number.isInteger(read.value)) return undefined;
  const rest = tokens.slice(read.next).filter(({ word }) => !LEADS.test(word));
  if (rest.length === 0 || !rest.every(({ word }) => PIECES.test(word))) return undefined;
  const each = amount.value.low === amount.value.high ? `${amount.value.low} ${amount.unit}` : undefined;
  return {
    ...previous,
    text: asked.text,
    amounts: [
      {
        ...amount,
        value: scale(amount.value, read.value),
        others: undefined,
        pieces: read.value,
        ...(each === undefined ? {} : { terms: `${read.value.toLocaleString('en-US')} x ${each}` }),
      },
    ],
    leftOut: [],
    leaning: NO_LEANING,
    told: undefined,
  };
}

const HOW_MUCH = /\bhow (?:much|many)\b/iu;
const WHAT = /\bwhat\b/iu;
const BUYS = /\b(?:buys?|gets?|afford|purchase)\b/iu;
const FOR_THAT = /\bfor (?:that|it|this)\b/iu;
const asksWhatItBuys = (text: string): boolean =>
  (HOW_MUCH.test(text) && (BUYS.test(text) || FOR_THAT.test(text))) || (WHAT.test(text) && BUYS.test(text));

/** "How much nd does that buy": of the sum that was spoken of. */
function bought(previous: Question, asked: Question): Question | undefined {
  const { text, metals, amounts, money = null, years, when, span, current, foreign } = asked;
  const isBudget = previous.intent === 'cost' && previous.money != null && previous.amounts.length === 0;
  if (
    !isBudget ||
    amounts.length > 0 ||
    money !== null ||
    foreign !== null ||
    !asksWhatItBuys(text.slice(0, 120))
  )
    return undefined;
  return {
    ...previous,
    text,
    metals: metals.length > 0 ? metals : previous.metals,
    ...(years.length > 0 ? { years, when, span, current, finerTime: asked.finerTime } : {}),
    form: asked.form ?? (metals.length > 0 ? null : previous.form),
    leaning: NO_LEANING,
    told: undefined,
  };
}

const JUDGED =
  /\b(?:fair|ok|okay|good|bad|reasonable|expensive|dear|high|low|cheap|deal|bargain|acceptable|competitive|right|too much|overpriced|realistic)\b/iu;
const LONGEST_OFFER = 8;

/** "Is 90 usd fair" after a price: an offer of what was priced, for the mass that its price is for. */
function offered(previous: Question, asked: Question): Question | undefined {
  const { text, money = null, amounts, metals, years, foreign } = asked;
  const isPlain = amounts.length + metals.length + years.length === 0 && foreign === null;
  if (money === null || !isPlain || asked.offer != null || !isPriceOfOne(previous)) return undefined;
  if (text.split(/\s+/u).length > LONGEST_OFFER || !JUDGED.test(text)) return undefined;
  return {
    ...previous,
    text,
    intent: 'cost',
    metrics: ['price'],
    money,
    offer: { ...money, unitAssumed: true },
    leaning: NO_LEANING,
    told: undefined,
  };
}
