/** What columns are called: the words of `heading-words.json`, by what they head. */
import words from './heading-words.json' with { type: 'json' };
import { simplified } from '#src/domain/reading/quotes/simplified.ts';
import { ROW_FIELDS, type RowField } from './row.ts';

/** What a column holds; `ignored` is known to be no price of the row: a change, a volume, a remark. */
export type ColumnRole = RowField | 'source' | 'ignored';

const { noise, ...roles } = words;
const ROLE_NAMES: readonly ColumnRole[] = [...ROW_FIELDS, 'source', 'ignored'];
const ROLES = Object.entries(roles).flatMap(([name, list]) => {
  const role = ROLE_NAMES.find((one) => one === name);
  return role === undefined ? [] : list.split('|').map((word) => [word, role] as const);
});
const BY_WORD: ReadonlyMap<string, ColumnRole> = new Map(ROLES);
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

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s:：*_]+/gu, ' ')
    .trim();

/** What a heading that is one of the known words heads. @example roleOf('Lowest') // "low" */
export function roleOf(text: string): ColumnRole | undefined {
  return (
    BY_WORD.get(text.trim().toLowerCase()) ?? BY_WORD.get(plain(text)) ?? BY_WORD.get(simplified(plain(text)))
  );
}

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

/** Without words that make no other price of it: who says it, and that it is one. */
export const withoutNoise = (text: string): string => text.replaceAll(NOISE, ' ');
