/** Words for masses and currencies. */
import type { MassUnit } from '../figure.ts';

export interface UnitWord {
  readonly unit: MassUnit;
  /** How many of `unit` one of it is: a gram is 0.001 kg. */
  readonly factor: number;
}

function unitWords(words: string, unit: MassUnit, factor = 1): readonly (readonly [string, UnitWord])[] {
  return words.split(' ').map((word) => [word, { unit, factor }] as const);
}

/** A "ton" is read as a metric tonne: that is what the trade in rare earths means by it. */
const MASSES: ReadonlyMap<string, UnitWord> = new Map([
  ...unitWords('kg kgs kgr kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm', 'kg'),
  ...unitWords('t ton tons tonne tonnes mt mts tonn', 't'),
  ...unitWords('kt ktons kilotonne kilotonnes kiloton kilotons', 't', 1000),
  ...unitWords('lb lbs pound pounds', 'lb'),
  ...unitWords('g gr gm gms gram grams gramme grammes', 'kg', 0.001),
  ...unitWords('mg milligram milligrams', 'kg', 0.000001),
  ...unitWords('oz ounce ounces', 'lb', 1 / 16),
]);

/** Too short to mean a mass without a number or a "per" before it. */
const BARE_UNITS = new Set(
  'kg kgs kilo kilos kilogram kilograms ton tons tonne tonnes lb lbs pound pounds'.split(' '),
);

export interface UnitRead extends UnitWord {
  readonly next: number;
}

/** The mass unit at a token: "kg", "metric tons" (t), "short tons" (2,000 lb each), "grams" (0.001 kg each). */
export function readUnit(words: (at: number) => string, at: number): UnitRead | undefined {
  const first = words(at);
  const isTon = /^ton(?:ne)?s?$/u.test(words(at + 1));
  if (isTon && first === 'metric') return { unit: 't', factor: 1, next: at + 2 };
  if (isTon && first === 'short') return { unit: 'lb', factor: 2000, next: at + 2 };
  if (isTon && first === 'long') return { unit: 'lb', factor: 2240, next: at + 2 };
  const found = MASSES.get(first);
  return found && { ...found, next: at + 1 };
}

/** Whether a word names a mass even without a number beside it. */
export function isBareUnit(word: string): boolean {
  return BARE_UNITS.has(word);
}

const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  USD: '$ usd dollar dollars bucks buck greenbacks',
  EUR: '€ eur euro euros',
  GBP: '£ gbp sterling quid',
  CNY: '¥ cny rmb yuan renminbi',
  JPY: 'jpy yen',
  INR: '₹ inr rupee rupees',
  CHF: 'chf franc francs',
  CAD: 'cad',
  AUD: 'aud',
  KRW: 'krw',
  SEK: 'sek krona kronor',
  BRL: 'brl reais',
  RUB: 'rub ruble rubles rouble roubles',
  PLN: 'pln zloty',
  SGD: 'sgd',
  MXN: 'mxn peso pesos',
  TRY: 'lira',
  ZAR: 'zar rand',
  VND: 'vnd',
};
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries(CURRENCY_WORDS).flatMap(([code, words]) =>
    words.split(' ').map((word) => [word, code] as const),
  ),
);

/** The ISO code of a currency's word or sign. */
export function currencyOf(word: string): string | undefined {
  return CURRENCIES.get(word);
}
