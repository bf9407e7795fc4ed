/** The registry of units: of which dimension each is, by which factor, and what people call it. */

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

/** A metric ton unit holds a hundredth of a tonne of what is priced; a flask is what mercury is sold in. */
const MASSES: readonly (readonly [id: string, kilograms: number, names: string])[] = [
  ['kg', 1, 'kg kgs kg. kgr kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm 公斤 千克'],
  // A ton without more is taken as metric: it is what these metals are traded in.
  [
    't',
    1000,
    't mt mts ton tons tonn tonne tonnes te metric-ton metric-tons metric-tonne metric-tonnes dmt dry-ton dry-tons dry-tonne dry-tonnes dry-metric-ton dry-metric-tons dry-metric-tonne dry-metric-tonnes 吨 公吨',
  ],
  ['kt', 1e6, 'kt kts kton ktons kilotonne kilotonnes kiloton kilotons 千吨'],
  ['10kt', 1e7, '万吨'],
  ['megatonne', 1e9, 'megatonne megatonnes megaton megatons'],
  ['lb', 0.45359237, 'lb lbs lb. lbs. pound pounds 磅'],
  ['short ton', 907.18474, 'st short-ton short-tons us-ton us-tons'],
  ['long ton', 1016.0469088, 'long-ton long-tons imperial-ton imperial-tons'],
  ['oz', 0.028349523125, 'oz oz. ounce ounces 盎司'],
  [
    'troy oz',
    0.0311034768,
    'ozt t.oz t.-oz t-oz tr.oz tr.-oz tr-oz toz oz.t oz.t. oz-t troy-oz troy-oz. troy-ounce troy-ounces 金衡盎司',
  ],
  ['g', 0.001, 'g gr gm gms gram grams gramme grammes 克'],
  ['mg', 1e-6, 'mg milligram milligrams'],
  ['carat', 0.0002, 'ct carat carats'],
  ['thousand carats', 0.2, 'thousand-carats'],
  ['million carats', 200, 'million-carats'],
  [
    'mtu',
    10,
    'mtu mtus dmtu dmtus metric-ton-unit metric-ton-units dry-metric-ton-unit dry-metric-ton-units 吨度',
  ],
  ['flask', 34.473, 'flask flasks'],
];

/** Names and signs of currencies, in lower case; `¥` alone is none, for it may be yuan or yen. */
const CURRENCIES: Readonly<Record<string, string>> = {
  USD: '$ usd us$ $us u.s.$ us-dollar us-dollars u.s.-dollar u.s.-dollars american-dollar american-dollars dollar dollars buck bucks greenbacks 美元',
  EUR: '€ eur euro euros 欧元',
  GBP: '£ gbp british-pound british-pounds pounds-sterling pound-sterling sterling quid 英镑',
  CNY: 'cny rmb cnh cn¥ rmb¥ chinese-yuan chinese-renminbi yuan renminbi 元 人民币 人民币元',
  JPY: 'jpy yen japanese-yen jp¥ 円 日元',
  INR: '₹ inr rs rs. rupee rupees indian-rupee indian-rupees',
  CHF: 'chf franc francs swiss-franc swiss-francs',
  CAD: 'cad c$ ca$ canadian-dollar canadian-dollars',
  AUD: 'aud a$ au$ australian-dollar australian-dollars aussie-dollar aussie-dollars',
  KRW: 'krw won ₩ korean-won',
  SEK: 'sek krona kronor swedish-krona swedish-kronor swedish-crowns',
  NOK: 'nok norwegian-krone norwegian-kroner',
  DKK: 'dkk danish-krone danish-kroner',
  NZD: 'nzd nz$ new-zealand-dollar new-zealand-dollars kiwi-dollars',
  BRL: 'brl reais real r$ brazilian-real brazilian-reais',
  RUB: 'rub ruble rubles rouble roubles ₽',
  PLN: 'pln zloty',
  SGD: 'sgd s$ singapore-dollar singapore-dollars',
  MXN: 'mxn peso pesos mexican-peso mexican-pesos',
  TRY: 'try lira ₺',
  ZAR: 'zar rand south-african-rand',
  VND: 'vnd ₫',
  HKD: 'hkd hk$ hong-kong-dollar hong-kong-dollars',
  TWD: 'twd nt$ taiwan-dollar taiwan-dollars',
  THB: 'thb baht ฿ thai-baht',
  KZT: 'kzt tenge',
  MYR: 'myr ringgit malaysian-ringgit',
};
/** A hundredth of a currency. */
const MINOR: Readonly<Record<string, string>> = {
  USD: '¢ c cts cent cents uscts us-cts us¢ us-cent us-cents usc usx',
  GBP: 'p pence penny gbx',
  EUR: 'eurocent eurocents euro-cent euro-cents',
  CNY: '分 fen',
  INR: 'paise paisa',
};
/** Where the case of a letter says which: a small one at the end of a code is its hundredth. */
const MINOR_BY_CASE: Readonly<Record<string, string>> = {
  USd: 'USD',
  USc: 'USD',
  GBp: 'GBP',
  GBx: 'GBP',
  EUc: 'EUR',
  EURc: 'EUR',
  ZAc: 'ZAR',
  INp: 'INR',
};

const split = (names: string) => names.split(' ').map((name) => name.replaceAll('-', ' '));
const MASS_BY_NAME: ReadonlyMap<string, Mass> = new Map(
  MASSES.flatMap(([id, factor, names]) =>
    split(names).map((name) => [name, { id, dimension: 'mass' as const, factor }] as const),
  ),
);
const money = (of: string, factor: number): Money => ({
  id: factor === 1 ? of : `${of}/100`,
  dimension: 'money',
  factor,
  of,
});
const MONEY_BY_NAME: ReadonlyMap<string, Money> = new Map(
  [[CURRENCIES, 1] as const, [MINOR, 0.01] as const].flatMap(([table, factor]) =>
    Object.entries(table).flatMap(([code, names]) =>
      split(names).map((name) => [name, money(code, factor)] as const),
    ),
  ),
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
  return (word) => firsts.has(named(word).split(' ')[0]);
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
