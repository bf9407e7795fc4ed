/** Numbers in words and what multiplies them: "two hundred and fifty", "half", "k", "万", "lakh". */

/** The largest number read; more is a slip of the finger, or worse. */
const LARGEST = 1e15;
/** Words in the longest number that is read: "two hundred and fifty thousand" and then some. */
const LONGEST = 12;

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
]);
const LOOSE: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 5],
  ['dozen', 12],
]);

/** What a word or letter after a number multiplies it by, in lower case. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['million', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['mln', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['千', 1000],
  ['万', 1e4],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
]);
/** Too short to be a factor on their own: "5 m" is five metres unless a unit of mass or money follows. */
export const GLUED_SCALES: ReadonlySet<string> = new Set(['k', 'm', 'mn', 'mio', 'mln', 'bn']);

/** What small number a word names: "two", "twenty", "couple" (2), "few" (3), "several" (5), "dozen" (12). */
export function smallNumberOf(word: string): number | undefined {
  return SMALL.get(word) ?? LOOSE.get(word);
}

const BEGINS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...LOOSE.keys(),
  'hundred',
  'half',
  'quarter',
  'a',
  'an',
]);

/** Whether a word may begin a number in words: most begin none. */
export const beginsNumber = (word: string): boolean => BEGINS.has(word);

interface WordsRead {
  readonly value: number;
  /** Index of the first word after it. */
  readonly next: number;
}

/**
 * The number in words that starts at a word. `undefined` where none does.
 * @param word The word at a place, in lower case; empty where there is none.
 * @example readWords((i) => ['two', 'hundred', 'and', 'fifty', 'kilos'][i] ?? '', 0) // { value: 250, next: 4 }
 */
export function readWords(word: (at: number) => string, at: number): WordsRead | undefined {
  return beginsNumber(word(at)) ? (readFraction(word, at) ?? readWhole(word, at)) : undefined;
}

/** "half a", "a half", "half", "quarter of a". */
function readFraction(word: (at: number) => string, at: number): WordsRead | undefined {
  let next = at;
  if (isArticle(word(next))) next += 1;
  const size = word(next) === 'half' ? 0.5 : word(next) === 'quarter' ? 0.25 : undefined;
  if (size === undefined) return undefined;
  next += 1;
  if (word(next) === 'of') next += 1;
  if (isArticle(word(next))) next += 1;
  // "Half a million".
  const scale = SCALES.get(word(next));
  if (scale !== undefined && !GLUED_SCALES.has(word(next))) return { value: size * scale, next: next + 1 };
  return { value: size, next };
}

function readWhole(word: (at: number) => string, at: number): WordsRead | undefined {
  let next = at;
  let total = 0;
  let current: number | undefined;
  if (isArticle(word(next))) {
    const after = word(next + 1);
    if (!SCALES.has(after) && !LOOSE.has(after)) return undefined;
    next += 1;
    if (SCALES.has(after)) current = 1;
  }
  const end = at + LONGEST;
  for (; next < end; next += 1) {
    const here = word(next);
    const small = smallNumberOf(here);
    const scale = GLUED_SCALES.has(here) ? undefined : SCALES.get(here);
    if (small !== undefined) current = (current ?? 0) + small;
    else if (scale === 100 && current !== undefined) current *= 100;
    else if (scale === 100 && at === next) current = 100;
    else if (scale !== undefined && current !== undefined) {
      total += current * scale;
      current = 0;
    } else if (here === 'and' && current !== undefined && continues(word, next)) continue;
    else break;
  }
  if (current === undefined || total + current > LARGEST) return undefined;
  const whole = { value: total + current, next };
  if (word(next) === 'of' && LOOSE.has(word(next - 1))) return { ...whole, next: next + 1 };
  const fraction = word(next) === 'and' ? readFraction(word, next + 1) : undefined;
  return fraction === undefined ? whole : { value: whole.value + fraction.value, next: fraction.next };
}

/** "two hundred AND fifty", but not "two AND three". */
function continues(word: (at: number) => string, at: number): boolean {
  return SCALES.has(word(at - 1)) && SMALL.has(word(at + 1));
}

function isArticle(word: string): boolean {
  return word === 'a' || word === 'an';
}
