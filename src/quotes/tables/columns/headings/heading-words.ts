/** What columns are called: the words of `heading-words.json`, by what they head. */
import words from './heading-words.json' with { type: 'json' };
import trade from './trade-words.json' with { type: 'json' };
import { simplified } from '#src/domain/reading/quotes/simplified.ts';
import { ROW_FIELDS, type RowField } from '#src/quotes/tables/rows/row.ts';

/** What a column holds; `ignored` is known to be no price of the row: a change, a volume, a remark. */
export type ColumnRole = RowField | 'source' | 'ignored';

const { noise, ...roles } = words;
const ROLE_NAMES: readonly ColumnRole[] = [...ROW_FIELDS, 'source', 'ignored'];
const ROLES = Object.entries(roles).flatMap(([name, list]) => {
  const role = ROLE_NAMES.find((one) => one === name);
  return role === undefined ? [] : list.split('|').map((word) => [word, role] as const);
});
/** What the columns of a day's trade are called. */
const TRADE = (
  [
    ['ignored', trade.open],
    ['price', trade.close],
    ['low', trade.low],
    ['high', trade.high],
  ] as const
).flatMap(([role, list]) => list.split('|').map((word): readonly [string, ColumnRole] => [word, role]));
const BY_WORD: ReadonlyMap<string, ColumnRole> = new Map([...TRADE, ...ROLES]);
/** What a heading of several words is of by one of them: the first of these that it has. */
const WITHIN: readonly ColumnRole[] = [
  'ignored',
  'low',
  'high',
  'date',
  'price',
  'currency',
  'unit',
  'metal',
];
/** Writing that parts no words. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const PATTERNS = WITHIN.map((role) => {
  const own = ROLES.filter(([word, of]) => of === role && (word.length > 2 || /\P{ASCII}/u.test(word)))
    .map(([word]) => word)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  const latin = own.filter((word) => !UNPARTED.test(word));
  // One letter of these is a part of any word.
  const han = own.filter((word) => UNPARTED.test(word) && word.length > 1);
  const either = [
    ...(latin.length === 0 ? [] : [`(?<![\\p{L}\\d])(?:${latin.join('|')})(?![\\p{L}\\d])`]),
    ...han,
  ];
  return [role, new RegExp(either.join('|'), 'iu'), new RegExp(either.join('|'), 'giu')] as const;
});

const CAMEL = /\p{Ll}\p{Lu}/u;
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s:：*_]+/gu, ' ')
    .trim();

const CAMEL_UNIT =
  /(?<=\p{L}{2})(Usd|Eur|Cny|Rmb|Gbp|Jpy|Inr|Krw|Chf|USD|EUR|CNY|RMB|GBP|JPY|INR|KRW|CHF)(?:Per)?(Kg|KG|Lb|LB|Mt|MT|Tonne|Ton|T|Ozt|G)$/u;

/** A heading written as one word of several: "PriceLow", "CopperUsdPerTonne". Formulas have no such long words. */
export const parted = (text: string): string =>
  /\s/u.test(text)
    ? text
    : text
        .replace(
          CAMEL_UNIT,
          (_, money: string, mass: string) => ` ${money.toUpperCase()}/${mass.toLowerCase()}`,
        )
        // "unitOfMeasure": no formula begins with three small letters.
        .replace(/^(\p{Ll}{3,20})(Of|In|At|By|Per)(?=\p{Lu})/u, '$1 $2 ')
        // "PricePerTonne"
        .replaceAll(/(?<=\p{Ll}{2})(Per|In|Of)(?=\p{Lu}\p{Ll})/gu, ' $1 ')
        .replaceAll(/(?<=(?<!\p{L})\p{Lu}?\p{Ll}{2,30})(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{3})(?=\p{Lu})/gu, ' ');

/** What programs call fields has no accents: "preco", "mes", "waehrung". */
const FIELD_NAME = /^[A-Za-z][A-Za-z_. ]{2,30}$/;
const BY_BARE_WORD: ReadonlyMap<string, ColumnRole> = new Map(
  ROLES.flatMap(([word, role]) => {
    const bare = word
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll('ł', 'l')
      .replaceAll('ı', 'i')
      .replaceAll('ø', 'o');
    const german = word
      .replaceAll('ä', 'ae')
      .replaceAll('ö', 'oe')
      .replaceAll('ü', 'ue')
      .replaceAll('ß', 'ss');
    return [bare, german].flatMap((one): (readonly [string, ColumnRole])[] =>
      one === word || BY_WORD.has(one) ? [] : [[one, role]],
    );
  }),
);

/** What a heading that is one of the known words heads. @example roleOf('Lowest') // "low" */
export function roleOf(text: string): ColumnRole | undefined {
  return (
    BY_WORD.get(text.trim().toLowerCase()) ??
    BY_WORD.get(plain(text)) ??
    BY_WORD.get(simplified(plain(text))) ??
    (CAMEL.test(text) ? BY_WORD.get(plain(parted(text))) : undefined) ??
    (FIELD_NAME.test(text) ? BY_BARE_WORD.get(plain(text)) : undefined) ??
    roleOfBoth(text)
  );
}

const BOTH =
  /^(\p{L}{2,20})(?: ?[,&/] ?| (?:and|und|et|y|e|i|и|och|og|en) |[及与和]|\s?\()(\p{L}{2,20})\)?$/u;

/** "Material and unit": names with the unit of each behind them. */
function roleOfBoth(text: string): ColumnRole | undefined {
  const [, first, second] = (text.length < 50 ? BOTH.exec(text.trim()) : undefined) ?? [];
  return first !== undefined &&
    second !== undefined &&
    wordRole(first) === 'metal' &&
    wordRole(second) === 'unit'
    ? 'metal'
    : undefined;
}

const wordRole = (word: string): ColumnRole | undefined =>
  BY_WORD.get(plain(word)) ?? BY_WORD.get(simplified(plain(word)));

/** The role that a part of a heading says, and the heading without it. */
export function takeRole(given: string): { readonly role: ColumnRole | undefined; readonly rest: string } {
  const text =
    /\p{Script=Han}/u.test(given) && takenFrom(given).role === undefined ? simplified(given) : given;
  return takenFrom(text);
}

function takenFrom(text: string): { readonly role: ColumnRole | undefined; readonly rest: string } {
  // "Low - High" is one price with both.
  const whole = roleOf(text.replaceAll(/^[\s()[\]]+|[\s()[\]]+$/gu, ''));
  if (whole === 'price') return { role: whole, rest: ' ' };
  for (const [role, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    let rest = text;
    // "Low price": both are its role's words.
    for (const [other, , all] of PATTERNS)
      if (other === role || other === 'price') rest = rest.replaceAll(all, ' ');
    return { role, rest };
  }
  return { role: undefined, rest: text };
}

const NOISE = new RegExp(
  noise
    .split('|')
    .toSorted((a, b) => b.length - a.length)
    .map((word) => (/^[a-z]/.test(word) ? `(?<!\\p{L})${word}(?!\\p{L})` : word))
    .join('|'),
  'giu',
);

const [OPEN, CLOSE] = [trade.open, trade.close].map((list) => new Set(list.split('|')));

/** Whether a heading is of the first price of a day's trade, or of the last. */
export const isOpening = (heading: string): boolean => OPEN?.has(plain(heading)) === true;
export const isClosing = (heading: string): boolean => CLOSE?.has(plain(heading)) === true;

/** Without words that make no other price of it: who says it, and that it is one. */
export const withoutNoise = (text: string): string => text.replaceAll(NOISE, ' ');
