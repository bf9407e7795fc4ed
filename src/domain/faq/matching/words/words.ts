/** Cuts a text into the lower-case words that everything else in this folder counts. */

/** Characters of a message that are read. A question fits; a pasted article does not cost more than this. */
export const MAX_QUERY_LENGTH = 1000;

/** Apostrophes are dropped in chat ("whats", "dont"), so both spellings become the long form. */
const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ['wont', 'will not'],
  ['cant', 'can not'],
  ['cannot', 'can not'],
  ['shant', 'shall not'],
  ['dont', 'do not'],
  ['doesnt', 'does not'],
  ['didnt', 'did not'],
  ['isnt', 'is not'],
  ['arent', 'are not'],
  ['wasnt', 'was not'],
  ['werent', 'were not'],
  ['hasnt', 'has not'],
  ['havent', 'have not'],
  ['hadnt', 'had not'],
  ['couldnt', 'could not'],
  ['wouldnt', 'would not'],
  ['shouldnt', 'should not'],
  ['im', 'i am'],
  ['ive', 'i have'],
  ['youre', 'you are'],
  ['theyre', 'they are'],
  ['whats', 'what is'],
  ['wats', 'what is'],
  ['wat', 'what'],
  ['hows', 'how is'],
  ['whos', 'who is'],
  ['wheres', 'where is'],
  ['whens', 'when is'],
  ['whys', 'why is'],
  ['thats', 'that is'],
  ['theres', 'there is'],
  ['lets', 'let us'],
  ['u', 'you'],
  ['ur', 'your'],
  ['r', 'are'],
  ['pls', 'please'],
  ['plz', 'please'],
  ['thx', 'thanks'],
]);

const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/\b(can|won|shan)'t\b/gu, '$1t'],
  [/n't\b/gu, ' not'],
  [/\b(what|how|who|where|when|why|that|there|it|he|she)'s\b/gu, '$1 is'],
  [/'s\b/gu, ''],
  [/'m\b/gu, ' am'],
  [/'re\b/gu, ' are'],
  [/'ve\b/gu, ' have'],
  [/'ll\b/gu, ' will'],
  [/'d\b/gu, ' would'],
];

/** Most questions have no other letters: there is nothing to fold. */
const BEYOND_ASCII = /[^\0-\x7f]/;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');

/**
 * The words of a text: compatibility forms folded (NFKC), accents of Latin letters dropped, contractions spelt out.
 * Letters, marks and digits of any script make words; everything else parts them. Empty for a text without any.
 */
export function splitWords(text: string): readonly string[] {
  const read = text.slice(0, MAX_QUERY_LENGTH);
  const isPlain = !BEYOND_ASCII.test(read);
  let plain = (isPlain ? read.toLowerCase() : folded(read)).replace(/\bw\/o\b/gu, 'without');
  if (/['\u2018\u2019\u02bc`]/u.test(plain)) {
    plain = plain.replace(/[\u2018\u2019\u02bc`]/gu, "'");
    for (const [suffix, long] of SUFFIXES) plain = plain.replace(suffix, long);
    plain = plain.replaceAll("'", '');
  }
  const words: string[] = [];
  for (const word of plain.match(isPlain ? /[a-z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const long = CONTRACTIONS.get(word);
    if (long === undefined) words.push(word);
    else words.push(...long.split(' '));
  }
  return words;
}
