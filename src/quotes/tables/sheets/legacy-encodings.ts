/** Encodings of before UTF-8, each told by what a file declares, or by the words that its bytes make in it and in no other. */

/**
 * In the order in which they are preferred where two make the same words. Digits and marks are the same bytes in all of them: a
 * wrong one could only make a name or a sign of money another.
 */
const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1253',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'iso-8859-2',
  'macintosh',
] as const;

/** What is looked at for words: a heading stands at the beginning. */
const LOOKED_AT = 65_536;
const DECLARED =
  /^\s*<\?xml[^>]{0,200}?encoding=["']([\w:-]{2,40})["']|<meta[^>]{0,200}?charset=["']?([\w:-]{2,40})/iu;
const WORD = /\p{L}+/gu;

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** The encoding that XML or a web page says it is in; `undefined` where it says none, or its bytes are not of it. */
export function declaredIn(head: Uint8Array): string | undefined {
  const beginning = Buffer.from(head.subarray(0, 2048)).toString('latin1');
  const [, ofXml, ofPage] = DECLARED.exec(beginning) ?? [];
  const name = ofXml ?? ofPage;
  // Its bytes are no UTF-8, whatever it says.
  return name === undefined || /^utf/i.test(name) || decoded(head, name) === undefined ? undefined : name;
}

/**
 * The encoding in which bytes make more known words than in any other: "Дата" of Windows-1251 is "ƒатa" or "дЮРЮ" elsewhere.
 * `undefined` where they make none.
 */
export function encodingByWords(bytes: Uint8Array, isKnown: (word: string) => boolean): string | undefined {
  const head = bytes.subarray(0, LOOKED_AT);
  let best: { readonly encoding: string; readonly words: number } | undefined;
  for (const encoding of ENCODINGS) {
    const words = wordsIn(decoded(head, encoding) ?? '', isKnown);
    if (words > (best?.words ?? 0)) best = { encoding, words };
  }
  // A sign that Windows-1252 has hardly any use for is the euro of its neighbour.
  return best?.encoding === 'windows-1252' && head.includes(0xa4) ? 'iso-8859-15' : best?.encoding;
}

/** How many of a text's words with a letter beyond ASCII are known. Short ones may be so by chance. */
function wordsIn(text: string, isKnown: (word: string) => boolean): number {
  const words = new Set(text.match(WORD)?.filter((word) => /\P{ASCII}/u.test(word)));
  return [...words].filter(
    (word) => word.length >= (/^\p{Lo}/u.test(word) ? 2 : 3) && isKnown(word.toLowerCase()),
  ).length;
}
