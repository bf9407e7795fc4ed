/** The registry of units: of which dimension each is, by which factor, and what people call it. */
import unitNames from './unit-names.json' with { type: 'json' };

type Dimension = 'mass' | 'money';

/** A unit of one dimension. */
interface UnitOf<D extends Dimension = Dimension> {
  readonly id: string;
  readonly dimension: D;
  /** How many of the dimension's base unit it is: kilograms, the currency's main unit. */
  readonly factor: number;
  /** What must be the same for two to be converted: of money, its currency. */
  readonly of?: string;
}
export type Mass = UnitOf<'mass'>;
/** Money: `of` is the currency's ISO code, and a cent is a hundredth of it. */
export type Money = UnitOf<'money'> & { readonly of: string };

/** Where the case of a letter says which: a small one at the end of a code is its hundredth. */
const MINOR_BY_CASE: Readonly<Record<string, string>> = unitNames.hundredthsByCase;

const split = (listed: string) => listed.split(' ').map((name) => name.replaceAll('-', ' '));
/** A metric ton unit holds a hundredth of a tonne of what is priced; a flask is what mercury is sold in. */
const MASS_BY_NAME: ReadonlyMap<string, Mass> = new Map(
  Object.entries(unitNames.masses).flatMap(([id, { kilograms, names: called }]) =>
    split(called).map((name) => [name, { id, dimension: 'mass' as const, factor: kilograms }] as const),
  ),
);
const money = (of: string, factor: number): Money => ({
  id: factor === 1 ? of : `${of}/100`,
  dimension: 'money',
  factor,
  of,
});
/** Names and signs of currencies, in lower case; `¥` alone is none, for it may be yuan or yen. */
const MONEY_BY_NAME: ReadonlyMap<string, Money> = new Map(
  [[unitNames.currencies, 1] as const, [unitNames.hundredths, 0.01] as const].flatMap(([table, factor]) =>
    Object.entries(table).flatMap(([code, called]) =>
      split(called).map((name) => [name, money(code, factor)] as const),
    ),
  ),
);

/** The ISO codes of currencies. */
export const CURRENCY_CODES: readonly string[] = Object.keys(unitNames.currencies);
/** What tells one dollar from another, in lower case: "canadian", "hong kong". */
export const DOLLARS_OF: readonly string[] = [...MONEY_BY_NAME.keys()].flatMap(
  (name) => /^(.+) dollar$/.exec(name)?.[1] ?? [],
);

/** Every word that names money, in lower case: none of them is a slip of another word. */
export const MONEY_WORDS: ReadonlySet<string> = new Set(
  [...MONEY_BY_NAME.keys()].flatMap((name) => name.split(' ')),
);

/** Pattern of any of the names, longest first; Latin ones are whole words. */
function anyOf(names: Iterable<string>): string {
  const patterns = [...names]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => {
      const escaped = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', '[\\s-]+');
      const [left, right] = [
        /^[a-z]/.test(name) ? '(?<![A-Za-z])' : '',
        /[a-z]$/.test(name) ? '(?![A-Za-z])' : '',
      ];
      return `${left}${escaped}${right}`;
    });
  return `(?:${patterns.join('|')})`;
}

/** Patterns of the names, for where they stand in a text; without regard to case, and `¥` too, which is refused by name. */
export const MONEY_NAME = anyOf([
  '¥',
  ...MONEY_BY_NAME.keys(),
  ...Object.keys(MINOR_BY_CASE).map((name) => name.toLowerCase()),
]);
export const MASS_NAME = anyOf(MASS_BY_NAME.keys());

/** Most words of a question are so already. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;
const ONE = /^[a-z]+$/;
const named = (text: string) => (PLAIN.test(text) ? text : plainName(text));
const plainName = (text: string) =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, ' ');

/** The first words of names, and whether a word begins one. */
function beginnings(names: Iterable<string>): (word: string) => boolean {
  const firsts = new Set([...names].map((name) => named(name).split(' ')[0]));
  return (word) => firsts.has(word) || (!ONE.test(word) && firsts.has(named(word).split(' ')[0]));
}

/** Whether a word may begin the name of a mass, which may have more words: "metric" of "metric tons". */
export const beginsMass = beginnings(MASS_BY_NAME.keys());
/** The same of money: "hong" of "hong kong dollars". */
export const beginsMoney = beginnings([...MONEY_BY_NAME.keys(), ...Object.keys(MINOR_BY_CASE)]);

/**
 * The mass unit of a name, whatever its case. "Mt" is none: some write it for a tonne, others for a million of them.
 * @example readMassUnit('metric tons')?.factor // 1000
 */
export function readMassUnit(text: string): Mass | undefined {
  return text.trim() === 'Mt' ? undefined : (MASS_BY_NAME.get(text) ?? MASS_BY_NAME.get(named(text)));
}

/** The money of a name, code or sign. @example readMoneyUnit('GBp') // { of: 'GBP', factor: 0.01, ... } */
export function readMoneyUnit(text: string): Money | undefined {
  const byCase = MINOR_BY_CASE[text.trim()];
  return byCase === undefined ? MONEY_BY_NAME.get(named(text)) : money(byCase, 0.01);
}

/** How many of `to` one of `from` is; `undefined` where they measure different things, or different money. */
export function factorBetween(from: UnitOf, to: UnitOf): number | undefined {
  return from.dimension === to.dimension && from.of === to.of ? from.factor / to.factor : undefined;
}

/** Money for a mass, as a text names it. */
interface PricePer {
  readonly money: Money | undefined;
  readonly mass: Mass | undefined;
  /** What the number before it is in: 10,000 of "万元/吨", 1,000 of "k USD/t". */
  readonly times: number;
}

const TIMES_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:'000|000s?|thousands?|k)(?=\s|[$€£¥]|[A-Z]{3}$)\s*(?:of\s+)?/iu, 1000],
  [/^(?:millions?|mn|mln|mio)\s*(?:of\s+)?/iu, 1e6],
  [/^(?:lakhs?|lacs?)\s+/iu, 1e5],
  [/^crores?\s+/iu, 1e7],
  [/^百万/u, 1e6],
  [/^千万/u, 1e7],
  [/^(?:tsd|tys|тыс|mille)(?:\.\s*|\s+)/iu, 1000],
  [/^(?:млн)(?:\.\s*|\s+)/iu, 1e6],
  [/^千(?=元|円|日元|美元|人民币|欧元|[A-Z]{3}$)/u, 1000],
  [/^(?:천|千)(?=원|[A-Z]{3}$)/u, 1000],
  [/^백만/u, 1e6],
  [/^만/u, 1e4],
  [/^万/u, 1e4],
  [/^亿/u, 1e8],
];

/** "100 kg": of so many masses a price may be. */
export const COUNT = String.raw`(?:1,?000|100|10|1)\s?`;
const COUNTED = new RegExp(`^(?:(${COUNT}))?(\\D.*)$`, 'isu');

/** "TEUR" and "k€": thousands that are written with the money. */
const PREFIX = /(?<![\p{L}\d])[KkT](?=(?:USD|EUR|CNY|RMB|GBP|JPY|INR|CHF)(?![A-Za-z])|[$€£₹])/gu;

/** @example withoutPrefix('TEUR/t') // "k EUR/t" */
export const withoutPrefix = (text: string): string => text.replaceAll(PREFIX, 'k ');

/**
 * What a unit's text says: money, a mass, or both. What it does not say, or is not known, is left out.
 * @example readPricePer('万元/吨') // 10,000 yuan a tonne: { money: CNY, mass: t, times: 10000 }
 */
export function readPricePer(text: string): PricePer {
  const plain = withoutPrefix(text.normalize('NFKC').trim()).replaceAll(/\s+/gu, ' ');
  const [left = '', right, ...more] = plain.split(/ ?\/ ?| (?:per|je|pro) |^(?:per|je|pro) | an? /iu);
  if (more.length > 0) return { money: undefined, mass: undefined, times: 1 };
  const { name, times } = withoutTimes(left);
  const [, count = '1', unit = ''] = COUNTED.exec(right ?? left) ?? [];
  // Nothing is priced by the million tonnes.
  const mass = readMassUnit(right === undefined ? unit : unit.replace(/^Mt$/, 't'));
  const isMassOnly = right === undefined && mass !== undefined;
  return {
    money: left === '' || isMassOnly ? undefined : readMoneyUnit(name),
    mass,
    times: times / Number(count.replace(',', '')),
  };
}

function withoutTimes(text: string): { readonly name: string; readonly times: number } {
  for (const [pattern, times] of TIMES_WORDS) {
    const name = text.trim().replace(pattern, '');
    if (name !== text.trim()) return { name, times };
  }
  // "USD k", "RMB '000", "USD thousand"
  const after = /(?<=\S)\s*(k|'?000s?|thousands?|mn|mln|millions?|lakhs?|lacs?|crores?)$/iu.exec(text.trim());
  const name = text.trim().slice(0, after?.index);
  const word = after?.[1] ?? '';
  return after !== null && readMoneyUnit(text) === undefined && readMoneyUnit(name) !== undefined
    ? { name, times: /^m/iu.test(word) ? 1e6 : /^l/iu.test(word) ? 1e5 : /^c/iu.test(word) ? 1e7 : 1000 }
    : { name: text, times: 1 };
}
