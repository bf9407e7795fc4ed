/** Several questions in one message: "price 2022? and who are the main producers?", or a list of them. */

/** Of a list; what stands after them is named as left out. */
export const MOST_QUESTIONS = 10;

const ENDS =
  /(?<=[?;\n])(?=[\s\p{L}\p{N}])|(?<=\p{L}[.!])\s+(?=\p{Lu})|(?:,|(?<![\s,]))\s+(?=(?:and|AND) (?:[Ww]hy|[Ww]ho|[Hh]ow come|[Ww]hen|[Ww]here|[Hh]ow (?:much|many) (?:of|was|were|is|are|do|does|did))(?:\s|\?|$))|,\s+(?=and (?:which|what|how|can|could|does|will|should)\s)|,\s+(?=(?:also|plus|and also|as well as) (?:the|its|their|what|how|who|which|tell|give|show)\s)|(?=[•◦▪▸‣])/u;
/** "see item 2. Thanks": a number that belongs to the word before it. */
const NUMBERED =
  /^$|\b(?:items?|no|nr|number|points?|sections?|chapters?|tables?|pages?|grades?|figures?|of|in|by)\.?$/iu;
const BULLET = /^[•◦▪▸‣]\s*/u;

/** "Two things: ...", "got 2 questions - ...": that there are several is said, so each "and" between them may part them. */
const SEVERAL =
  /^(?:(?:hi|hey|hello|ok|so|just|only|i have|i've|ive|got|have)[\s,]+)*(?:two|three|2|3|a couple(?: of)?|a few|some)\s+(?:quick |small |short )?(?:things|questions|points|queries|qs)\b[^\p{L}\p{N}?]*(?=\p{L}|\p{N})/iu;
const PARTS = /\s{0,3}[;,]\s{0,3}(?:and|also|plus)\s{1,3}|\s{0,3};\s{0,3}|\s{1,3}(?:and also|plus)\s{1,3}/iu;

/** What is told as several in so many words; `undefined` where it is not, or no word parts it. */
function toldApart(text: string): readonly string[] | undefined {
  const rest = text.replace(SEVERAL, '');
  if (rest === text) return undefined;
  const parts = rest.split(PARTS);
  return parts.length > 1 ? parts : rest.split(/\s{1,3}and\s{1,3}/iu);
}

/**
 * The questions of a text in order; the text alone where it is one. A mark that ends a question parts them, a bullet, the
 * numbers of a list, and "and why", "and who"; any other "and" is left to the grammar, which knows whether it joins two
 * years or two questions.
 * @example splitQuestions('price 2022? why did it rise?') // ['price 2022?', 'why did it rise?']
 * @example splitQuestions('1. price 2024 2. production 2023') // ['price 2024', 'production 2023']
 */
export function splitQuestions(text: string): readonly string[] {
  const pieces = (toldApart(text) ?? numbered(text))
    .flatMap((line) => line.split(ENDS))
    .map((piece) => piece.trim().replace(BULLET, '').replace(/;$/u, '').trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.length > 1 ? pieces : [text];
}

/** Whether the questions are the lines or the points of a list, each of which is meant. */
export function isList(text: string): boolean {
  return (
    SEVERAL.test(text) ||
    text.trim().includes('\n') ||
    BULLET.test(text.trimStart()) ||
    numbered(text).length > 1
  );
}

/** The points of "1. ... 2. ...", on one line or several, whose numbers count up from 1. */
function numbered(text: string): readonly string[] {
  const points: string[] = [];
  let start = 0;
  for (const mark of text.matchAll(/(?<=^|\s)(\d{1,2})[.)]\s+(?=\p{L})/gu)) {
    const before = points.length === 0 ? text.slice(0, mark.index).trim() : '';
    // Slack makes the first number of a line the mark of an item, and sends the rest.
    if (points.length === 0 && mark[1] === '2' && !NUMBERED.test(before)) points.push('');
    if (Number(mark[1]) !== points.length + 1) continue;
    if (points.length === 0 && before !== '') break;
    points.push('');
    if (points.length > 1) points[points.length - 2] = text.slice(start, mark.index);
    start = mark.index + mark[0].length;
  }
  if (points.length < 2) return [text];
  points[points.length - 1] = text.slice(start);
  return points;
}
