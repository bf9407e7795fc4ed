/** Words for masses and currencies in a question, by the registry of units. */
import type { MassUnit } from '#src/domain/measure/figure.ts';
import SENSES from '#src/domain/reading/words/senses.json' with { type: 'json' };
import type { Token } from '#src/domain/reading/tokens.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { hasSeries } from '#src/domain/series/packs/with-tables.ts';
import {
  beginsMass,
  beginsMoney,
  factorBetween,
  readMassUnit,
  readMoneyUnit,
  type Mass,
} from '#src/domain/measure/units.ts';

export interface UnitWord {
  /** The unit itself, where a price may be shown by it: a gram, a troy ounce. */
  readonly own: MassUnit | undefined;
  readonly unit: MassUnit;
  /** How many of `unit` one of it is: a gram is 0.001 kg. */
  readonly factor: number;
}

/** In which unit an answer shows a mass that was asked in another one. */
const SHOWN_IN: Readonly<Record<string, MassUnit>> = {
  kg: 'kg',
  t: 't',
  kt: 'kt',
  megatonne: 'megatonne',
  lb: 'lb',
  'short ton': 'short ton',
  'long ton': 't',
  oz: 'lb',
  'troy oz': 'troy oz',
  g: 'g',
  mg: 'g',
  mtu: 'mtu',
  flask: 'flask',
  carat: 'carat',
};
/** What a price is shown by where it is asked for so. */
const OWN = ['g', 'troy oz', 'mtu', 'carat', 'short ton', 'flask'] as const;
/** Names of units that are other things in a sentence: "1 st", "Mr. Te". */
const OTHER_THINGS = new Set(['st', 'te', 'ct', '千吨', '克']);

function unitWord(name: string): UnitWord | undefined {
  const mass = OTHER_THINGS.has(name) ? undefined : readMassUnit(name);
  const unit = mass && SHOWN_IN[mass.id];
  const base = unit && readMassUnit(unit);
  if (mass === undefined || unit === undefined || base === undefined) return undefined;
  return { unit, factor: exactFactor(mass, base), own: OWN.find((one) => one === mass.id) };
}

/** Without the noise of a binary quotient: an ounce is a sixteenth of a pound. */
function exactFactor(mass: Mass, base: Mass): number {
  return Number((factorBetween(mass, base) ?? Number.NaN).toPrecision(12));
}

/** Too short to mean a mass without a number or a "per" before it. */
const BARE_UNITS = new Set(
  'kg kgs kilo kilos kilogram kilograms ton tons tonne tonnes lb lbs pound pounds'.split(' '),
);

interface UnitRead extends UnitWord {
  readonly next: number;
}

const MOST_UNIT_WORDS = 3;

/** The mass unit at a token: "kg", "metric tons" (t), "short tons" (2,000 lb each), "grams" (0.001 kg each). */
export function readUnit(words: (at: number) => string, at: number): UnitRead | undefined {
  if (!beginsMass(words(at))) return undefined;
  for (let length = MOST_UNIT_WORDS; length > 0; length -= 1) {
    const name = Array.from({ length }, (_, more) => words(at + more));
    const found = name.includes('') ? undefined : unitWord(name.join(' '));
    if (found !== undefined) return { ...found, next: at + length };
  }
  return undefined;
}

/** Whether a word names a mass even without a number beside it. */
export function isBareUnit(word: string): boolean {
  return BARE_UNITS.has(word);
}

const OUNCE = /^(?:oz|ounces?)$/u;
const OTHER_OUNCE = /^(?:troy|fine|avoirdupois|fluid|fl)$/u;

/** The words of what is sold by the troy ounce: gold, platinum. An ounce of these is always one. */
export function soldByTroyOunce(metals: readonly Metal[]): ReadonlySet<string> {
  const byOunce = metals.filter((metal) =>
    hasSeries(metal, ({ metric, unit }) => metric === 'price' && unit === 'USD/troy oz'),
  );
  return new Set(byOunce.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase())));
}

/** The tokens with ounces as troy ounces, where they are of what is sold by these, and with pounds that are money as such. */
export function withTroyOunces(tokens: readonly Token[], byOunce: ReadonlySet<string>): readonly Token[] {
  const isByOunce = tokens.some(({ word }) => byOunce.has(word));
  if (!isByOunce && !tokens.some(({ word }) => word === 'pounds')) return tokens;
  return tokens.map((token, at) => {
    const before = tokens[at - 1]?.word ?? '';
    if (isByOunce && OUNCE.test(token.word) && !OTHER_OUNCE.test(before)) return { ...token, word: 'ozt' };
    if (token.word !== 'pounds') return token;
    const isSum = tokens[at - 1]?.value !== undefined && isSpent(tokens, at);
    return isSum || (IN.test(before) && isSterling(tokens, isByOunce)) ? { ...token, word: 'gbp' } : token;
  });
}

const SPENT: ReadonlySet<string> = new Set(SENSES.spent);
const ASKED_MASS =
  /^(?:kgs?|kilos?|kilograms?|grams?|g|tonnes?|tons?|t|pounds?|lbs?|ounces?|oz|quantity|weight|neodymium|nd)$/u;

/** "I can spend 12,500 pounds, how many pounds of nd": what is laid out is money. */
const isSpent = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some(({ word }) => SPENT.has(word)) &&
  tokens.some(
    ({ word }, i) =>
      /^(?:many|much|what)$/u.test(word) &&
      tokens.slice(i + 1, i + 4).some((one) => ASKED_MASS.test(one.word)),
  );

const IN = /^(?:in|into)$/u;
const OF_PRICE: ReadonlySet<string> = new Set(SENSES.ofPrice);
const OF_MASS: ReadonlySet<string> = new Set(SENSES.ofMass);

/** "In pounds" is money beside another mass, and of what is sold by the ounce; of output it is a mass. */
const isSterling = (tokens: readonly Token[], isByOunce: boolean): boolean => {
  if (tokens.some(({ word }) => OF_MASS.has(word))) return false;
  const weighed = tokens.some(
    ({ word }) => !/^(?:pounds?|lbs?)$/u.test(word) && (isBareUnit(word) || OUNCE.test(word)),
  );
  return isByOunce || (weighed && tokens.some(({ word }) => OF_PRICE.has(word)));
};

/** Names of currencies that are plain words as well. */
const PLAIN_WORDS = new Set(['won', 'real', 'try', 'rs', 'rs.']);

/** The ISO code of a currency's word or sign; ¥ is taken for yuan. */
export function currencyOf(word: string): string | undefined {
  if (word === '¥') return 'CNY';
  const money = PLAIN_WORDS.has(word) ? undefined : readMoneyUnit(word);
  return money?.factor === 1 ? money.of : undefined;
}

const MOST_WORDS = 3;

/** The currency that is named from a word on, in as many words as it takes: "yen", "swiss francs", "hong kong dollars". */
export function currencyAt(
  words: (at: number) => string,
  at: number,
): { readonly code: string; readonly length: number } | undefined {
  if (words(at) !== '¥' && !beginsMoney(words(at))) return undefined;
  for (let length = MOST_WORDS; length > 0; length -= 1) {
    const name = Array.from({ length }, (_, more) => words(at + more)).join(' ');
    const code = name.endsWith(' ') ? undefined : currencyOf(name);
    if (code !== undefined) return { code, length };
  }
  return undefined;
}
