/** Columns that say in how many units a row's numbers are: a power of ten, as statistical offices have it, or its word. */
import { isEmpty, textOf, type Cell } from '../sheets/sheet.ts';

const POWER =
  /^(?:unit[_ ]?mult(?:iplier)?|power[_ ]?code(?:[_ ]?code)?|scalar[_ ]id|potencia(?: de 10)?|zehnerpotenz)$/i;
const OTHER =
  /^(?:multiplier|scale|scale[_ ]?factor|scalar[_ ]?factor|scaling(?:[_ ]factor)?|magnitude|order of magnitude|multiplikator|faktor|factor|facteur|multiplicateur|multiplicador|escala|échelle|moltiplicatore|множитель|масштаб|倍率|单位倍数|배수)$/iu;

/** Whether a column says in how many units the numbers of its rows are, and of one of them in more than ones. */
export const isMultiplier = (heading: string, cells: readonly Cell[]): boolean =>
  POWER.test(heading)
    ? cells.some((cell) => !/^(?:0|units?)?$/i.test(textOf(cell)))
    : OTHER.test(heading)
      ? cells.some((cell) => !/^[01]?$/.test(textOf(cell)) && wordScale(textOf(cell)) !== 1)
      : areScaleWords(cells);

const WORDS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:units?|ones?|eins|uno|un|um|один|einheit(?:en)?|unités?|unidad(?:es)?|unidades?|unità|единиц[аы]?)$/iu,
    1,
  ],
  [/^(?:tens|zehner|decenas|dizaines)$/iu, 10],
  [/^(?:hundreds?|hunderte?r?|centaines|centenas|cientos|сот(?:ни|ен))$/iu, 100],
  [
    /^(?:thousands?|['’]?000s?|tausende?r?|tsd\.?|milliers?|mil(?:es)?|mila|migliaia|milhares|тысяч[аи]?|тыс\.?|千|천)$/iu,
    1000,
  ],
  [/^(?:ten thousands?|万|만)$/iu, 1e4],
  [/^(?:millions?|mn|mio\.?|millionen|millones|milioni|milhões|миллион(?:ы|ов)?|млн\.?|百万|백만)$/iu, 1e6],
];

/** Whether cells are such words, and one of them no "units": whatever their column is called, they say what the row's number is in. */
const areScaleWords = (cells: readonly Cell[]): boolean =>
  cells.length > 0 &&
  cells.every((cell) => typeof cell === 'string' && wordScale(cell) !== undefined) &&
  cells.some((cell) => wordScale(textOf(cell)) !== 1);

const wordScale = (text: string) => WORDS.find(([pattern]) => pattern.test(text.trim()))?.[1];

/** What a row's numbers are in; `undefined` where nobody can say, as of a "3" that is called a scale. */
export function scaleOf(heading: string, cell: Cell | undefined): number | undefined {
  if (isEmpty(cell)) return 1;
  const text = textOf(cell);
  const word = wordScale(text);
  if (word !== undefined) return word;
  if (POWER.test(heading)) return /^[0-6]$/.test(text) ? 10 ** Number(text) : undefined;
  return /^1(?:000(?:000)?)?$/.test(text) ? Number(text) : undefined;
}
