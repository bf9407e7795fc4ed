/** Words as a link carries them: plain characters (others cost nine each), cut and wrapped by count. */
import type { Words } from '#src/charts/spec.ts';

const TITLE_LINE = 50;
const SMALL_LINE = 88;
const LONGEST_TITLE = 120;
const LONGEST_TEXT = 240;
const LONGEST_LABEL = 28;

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[–−—]/g, '-'],
  [/[“”]/g, "'"],
  [/ · /g, ' | '],
  [/…/g, '...'],
  [/’/g, "'"],
];

/** @example ascii('100–130 · oxide') // "100-130 | oxide" */
export function ascii(text: string): string {
  return PLAIN.reduce((done, [from, to]) => done.replace(from, to), text);
}

/** A label that leaves room for others. */
export function short(text: string, most: number = LONGEST_LABEL): string {
  const plain = Array.from(ascii(text));
  return plain.length > most ? `${plain.slice(0, most - 3).join('')}...` : plain.join('');
}

/** Breaks between words, so that no line is longer than `most` characters (a longer word is left whole). */
function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Six significant digits are more than a picture shows. */
export function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** @param footLine Letters in a line of the foot. */
export function leanWords(words: Words, note: string, footLine: number) {
  const foot = wrap(short(words.foot, LONGEST_TEXT), footLine);
  const subtitle = note === '' ? words.subtitle : `${note} · ${words.subtitle}`;
  const placed = { display: true, align: 'start' } as const;
  return {
    foot,
    title: { ...placed, text: wrap(short(words.title, LONGEST_TITLE), TITLE_LINE), font: { size: 20 } },
    subtitle: { ...placed, text: wrap(short(subtitle, LONGEST_TEXT), SMALL_LINE), padding: { bottom: 8 } },
    axisFoot: { ...placed, text: foot },
  };
}
