/** What a question wants of quotes: of what, of which days, in which unit. Read beside the grammar, which knows years only. */
import type { Basis, Form } from '#src/domain/series/quote.ts';
import type { Target } from '#src/domain/series/convert.ts';
import type { Material } from '#src/domain/series/material.ts';
import { takeSubject, takeTerms, takeVat } from './read-basis.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { readWindow, type TimesOf, type WantedDays } from './read-window.ts';
import { readCurrency, readMass } from '#src/domain/measure/price-units.ts';

export type Statistic = 'average' | 'lowest' | 'highest' | 'percentile';

export interface QuoteRequest {
  /** Named in the text. */
  readonly material: Material | undefined;
  readonly form: Form | undefined;
  readonly terms: Basis['terms'] | undefined;
  readonly days: WantedDays | undefined;
  /** The days of the years that are named, where no days are. */
  readonly years: WantedDays | undefined;
  readonly statistic: Statistic | undefined;
  /** What the price is to be turned into. */
  readonly target: Target;
  /** A file of the prices is wanted. */
  readonly csv: boolean;
  /** What the price of, in so many words, or nothing beside the material and what is said of it. */
  readonly ofPrice: boolean;
  /** "quote", "spot": asks for the market's price in so many words. */
  readonly spot: boolean;
}

const STATISTICS: readonly (readonly [RegExp, Statistic])[] = [
  [/\bpercentile\b|\brank(?:s|ed|ing)?\b|how (?:high|low|expensive|cheap) is/i, 'percentile'],
  [/\b(?:averages?|averaged|mean|avg)\b/i, 'average'],
  [/\b(?:lowest|min(?:imum)?|cheapest|bottom|lows?)\b/i, 'lowest'],
  [/\b(?:highest|max(?:imum)?|peak|top|highs?)\b/i, 'highest'],
];

const PRICE_WORDS = /\b(?:prices?|priced|costs?|quotes?|quoted|spot|worth|trading|how much)\b/i;
const LITTLE_WORDS =
  /\b(?:and|the|now|today|current|latest|what|about|for|please|show|give|tell|last|past|over|since|history|years?|draw|charts?|graphs?|plots?)\b/gi;

/** What a question on quotes may say that is no time, besides the words that any question has. */
const KNOWN = new Set(
  (
    'avg average averaged lowest highest cheapest dearest peak percentile rank ranked ranks ranking expensive cheap quote quotes quoted ' +
    'priced worth trading traded spot chart charts graph graphs plot plots draw drawn csv excel spreadsheet file history oxide oxides ' +
    'rise rises rose risen rising fall falls fell fallen falling climb climbed climbing drop dropped dropping move moved moving ' +
    'compare compared comparison versus vs against difference increase increased decrease decreased gain loss swing ' +
    'vat tax taxes duty freight gst excl incl ex works fob cif exw china chinese europe european rotterdam japan korea usa india vietnam ' +
    'cny rmb yuan renminbi usd eur euro euros gbp jpy inr rub chf krw aud cad sgd hkd percent nd pr daily weekly monthly quarterly yearly'
  ).split(' '),
);
const isKnown = (word: string, materials: readonly Material[]): boolean =>
  KNOWN.has(word) ||
  STOP_WORDS.has(word) ||
  MARKET_WORDS.has(word) ||
  materials.some(({ names }) => names.includes(word));

/** @param today ISO date @param times Those of the text, as the question has them. */
export function readQuoteRequest(
  text: string,
  today: string,
  materials: readonly Material[],
  { when, untimed }: TimesOf = { when: [], untimed: '' },
): QuoteRequest {
  const vat = takeVat(text);
  const unit = readTarget(vat.rest);
  const { material, form, rest } = takeSubject(unit.rest, materials);
  const left = takeSubject(readTarget(takeVat(untimed).rest).rest, materials).rest;
  const contained = /\bcontained\b/i.test(text);
  const statistics = STATISTICS.filter(([pattern]) => pattern.test(rest)).map(([, statistic]) => statistic);
  const [statistic] = statistics;
  return {
    material,
    form: contained ? 'oxide' : form,
    terms: takeTerms(text).value,
    ...readWindow({ when, untimed: left }, today, (word) => isKnown(word, materials)),
    // "min, max and average" is the whole table.
    statistic: statistics.length > 1 ? undefined : statistic,
    target: {
      ...unit.target,
      ...(vat.value === undefined ? {} : { vat: vat.value }),
      ...(contained ? { form: 'contained metal' as const } : {}),
    },
    csv: /\b(?:csv|spreadsheet|excel|as a file)\b/i.test(text),
    ofPrice: PRICE_WORDS.test(rest) || !/\p{L}{3}/u.test(rest.replaceAll(LITTLE_WORDS, ' ')),
    spot: /\b(?:quotes?|quoted|spot)\b/i.test(text),
  };
}

const CURRENCY = String.raw`cny|rmb|yuan|renminbi|usd|us\$|dollars?|eur|euros?|gbp|jpy|yen|inr|rupees?|\$|€|£|₹`;
const MASS = String.raw`kgs?|kilos?|kilograms?|lbs?|pounds?|tonnes?|tons?|t`;
const UNIT = new RegExp(String.raw`(?<![\w$€£₹])(${CURRENCY})\s*(?:\/|per|an?)\s*(${MASS})(?![a-z])`, 'i');
const IN_CURRENCY = new RegExp(String.raw`\bin\s+(${CURRENCY})(?![a-z])`, 'i');
const PER_MASS = new RegExp(String.raw`(?:\bper|\/|\ba)\s*(${MASS})(?![a-z])`, 'i');

/** "in USD/kg", "in euros", "per tonne". */
function readTarget(text: string): { readonly target: Target; readonly rest: string } {
  const unit = UNIT.exec(text);
  const currency = readCurrency(unit?.[1] ?? IN_CURRENCY.exec(text)?.[1] ?? '');
  const mass = readMass(unit?.[2] ?? PER_MASS.exec(text)?.[1] ?? '');
  const rest = [UNIT, IN_CURRENCY, PER_MASS].reduce((line, pattern) => line.replace(pattern, ' '), text);
  return {
    target: {
      ...(currency === undefined ? {} : { currency }),
      ...(mass === undefined ? {} : { mass }),
    },
    rest,
  };
}
