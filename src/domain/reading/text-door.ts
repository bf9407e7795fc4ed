/** The door for text: what people type or paste passes it before anything reads it. Pure, linear, and never throws. */

/** Characters of a text that are read. */
export const MAX_TYPED = 3000;
/** What is looked at of a text as it came: far above what Slack sends, and spaces may fill most of it. */
const MOST_RAW = 100_000;
/** How far a cut goes back to leave no part of a word or number: "20" of "2024" would be another figure. */
const WORD_ROOM = 100;

/** A text as it may be read. */
interface Typed {
  /** Without what can't be seen, and at most `MAX_TYPED` characters. */
  readonly text: string;
  /** Whether anything was cut off at the end: the answer says so. */
  readonly cut: boolean;
}

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/** Controls, marks of direction, what has no width, halves of characters, and letters of private use, which are ours. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/** Digits and letters that East Asian keyboards make as wide as ideographs. Signs stay: a wide "<" opens nothing. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;
const WIDE_OFFSET = 0xfee0;
const DIGIT = /\p{Nd}/u;
const OF_A_WORD = /[\p{L}\p{M}\p{N}.,'’]/u;

/**
 * Lets a text in: in one normal form (NFC, so that "²" and "½" stay what they are), with plain letters and digits, without
 * what nobody sees, with one space where there are several, and not longer than `MAX_TYPED`.
 * @example admit('price\u200b  in\u00a02024').text // "price in 2024"
 */
export function admit(text: string): Typed {
  const whole = clean(text).trim();
  const rest = text.slice(MOST_RAW).trim() !== '';
  return whole.length > MAX_TYPED ? { text: cutOff(whole), cut: true } : { text: whole, cut: rest };
}

/** The same for a piece of a text: nothing is cut, and spaces at its ends stay. */
export function clean(text: string): string {
  return text
    .slice(0, MOST_RAW)
    .replace(LINE_ENDS, '\n')
    .replace(UNSEEN, '')
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET))
    .normalize('NFC')
    .replace(/\s+/gu, spaceFor);
}

/** Between numbers a hard space may group digits, and a wide gap parts two columns; "12  553" is no 12,553. */
function spaceFor(run: string, at: number, whole: string): string {
  if (run.includes('\n')) return '\n';
  const between = DIGIT.test(lastOf(whole, at)) && DIGIT.test(whole.charAt(at + run.length));
  if (!between) return ' ';
  return run.length === 1 ? run : '\t';
}

/** The character before a place. Digits outside of the basic plane are nobody's. */
const lastOf = (text: string, at: number): string => (at === 0 ? '' : text.charAt(at - 1));

function cutOff(text: string): string {
  let end = MAX_TYPED;
  while (
    end > MAX_TYPED - WORD_ROOM &&
    OF_A_WORD.test(text.charAt(end)) &&
    OF_A_WORD.test(text.charAt(end - 1))
  )
    end -= 1;
  // A word without an end is cut where it is; no character is.
  if (end === MAX_TYPED - WORD_ROOM) end = MAX_TYPED;
  return text
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/u, '')
    .trimEnd();
}
