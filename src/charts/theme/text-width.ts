/**
 * How wide text is in Inter, without a canvas: what is laid out here is drawn in another process.
 * A test compares it with what the renderer measures.
 */

/** Advance widths of the characters 32 to 126 in Inter Regular, in hundredths of the font size. */
const WIDTHS = [
  28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57, 62, 62, 29,
  30, 66, 66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76, 64, 76, 64, 64, 65, 74,
  69, 99, 68, 68, 63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61,
  61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43, 33, 43, 66,
];
/** Latin letters with accents and signs, and anything else (which may be as wide as the font is high). */
const LATIN_WIDTH = 70;
const OTHER_WIDTH = 105;
const LATIN_END = 0x2200;

const SPACE = 32;
/** As wide as a space, but lines don't break there. */
const NO_BREAK = '\u00A0';

/** Bolder is wider. */
const FACTORS = { 400: 1.01, 600: 1.03, 700: 1.04 } as const;

export type Weight = keyof typeof FACTORS;

/** Width in px, or a little more; never less by more than a px or two. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let sum = 0;
  for (const char of text) {
    const code = char === NO_BREAK ? SPACE : (char.codePointAt(0) ?? 0);
    sum += WIDTHS[code - SPACE] ?? (code < LATIN_END ? LATIN_WIDTH : OTHER_WIDTH);
  }
  return (sum / 100) * size * FACTORS[weight];
}

/**
 * Breaks between words so that lines fit, in at most `mostLines`; what is past them is cut with an ellipsis.
 * A word that is wider than a line is broken.
 */
export function wrapText(
  text: string,
  size: number,
  weight: Weight,
  width: number,
  mostLines: number,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/ (?![%·])/).flatMap((w) => pieces(w, size, weight, width))) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const whole = lines.map((line, i) => (i < lines.length - 1 ? line.replace(/ ·$/, '') : line));
  if (whole.length <= mostLines) return whole;
  const kept = whole.slice(0, mostLines);
  kept[mostLines - 1] = cutText(`${kept[mostLines - 1]} ${lines[mostLines]}`, size, weight, width);
  return kept;
}

/** The text, or as much of it as fits with an ellipsis. */
export function cutText(text: string, size: number, weight: Weight, width: number): string {
  if (textWidth(text, size, weight) <= width) return text;
  const chars = Array.from(text);
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size, weight) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

function pieces(word: string, size: number, weight: Weight, width: number): readonly string[] {
  if (textWidth(word, size, weight) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const char of word) {
    if (textWidth(piece + char, size, weight) > width) {
      found.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...found, piece];
}
