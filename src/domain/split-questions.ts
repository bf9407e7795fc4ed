/** Several questions in one message: "price 2022? and who are the main producers?". */

const MOST = 3;

/**
 * The questions of a text, at most three, in order; the text alone where it is one. A mark that ends a question
 * parts them, and so does "and why", "and who"; any other "and" is left to the grammar, which knows whether it joins two
 * years or two questions.
 * @example splitQuestions('price 2022? why did it rise?') // ['price 2022?', 'why did it rise?']
 */
export function splitQuestions(text: string): readonly string[] {
  const pieces = text
    .split(
      /(?<=[?;\n])(?=[\s\p{L}\p{N}])|(?<=\p{L}[.!])\s+(?=\p{Lu})|(?:,|(?<![\s,]))\s+(?=(?:and|AND) (?:[Ww]hy|[Ww]ho|[Hh]ow come|[Ww]hen|[Ww]here)\s)/u,
    )
    .map((piece) => piece.trimEnd().replace(/;$/u, '').trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.length > 1 && pieces.length <= MOST ? pieces : [text];
}
