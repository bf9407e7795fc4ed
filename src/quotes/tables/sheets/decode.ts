/**
 * A table's bytes as UTF-8, whatever they were written in, as far as the bytes themselves tell: a mark at the beginning, UTF-8
 * that is valid, what it declares itself, the encoding in which its words are those of a table, Chinese in GB18030, or the letters of
 * western Europe in Windows-1252. What is no text (a workbook, a picture) is named, and never shown.
 */
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { declaredIn, encodingByWords } from './legacy-encodings.ts';

/** A table's bytes, a piece at a time: a long history is never in memory as a whole. */
export type Pieces = AsyncIterable<Uint8Array>;

/** How much is looked at before an encoding is settled. */
const LOOKED_AT = 1_000_000;

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'this is a PDF: copy its table into a spreadsheet, and save that as CSV UTF-8'],
  [[0x1f, 0x8b], 'this is compressed (gzip): unpack it first'],
  [[0x89, 0x50, 0x4e, 0x47], 'this is a picture: its table must be typed'],
  [[0xff, 0xd8, 0xff], 'this is a picture: its table must be typed'],
];
const SAVE_AS = 'save it as CSV UTF-8';

/**
 * The same text in UTF-8, without a byte order mark.
 * @param isKnown Whether a word is one that tables have: it tells encodings apart.
 * @throws FeedError, once it is read, where it is no text, or in an encoding that can't be told
 */
export async function* inUtf8(pieces: Pieces, isKnown: (word: string) => boolean = () => false): Pieces {
  const iterator = pieces[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < LOOKED_AT) {
    const next = await iterator.next();
    if (next.done === true) {
      ended = true;
      break;
    }
    seen.push(next.value);
    length += next.value.length;
  }
  const encoding = encodingOf(Buffer.concat(seen), ended, isKnown);
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return Buffer.from(piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true }));
    } catch (error) {
      throw new FeedError(`it is not in ${encoding.toUpperCase()} throughout: ${SAVE_AS}`, { cause: error });
    }
  };
  for (const piece of seen) yield decode(piece);
  if (!ended) yield* rest();
  const last = decode();
  if (last.length > 0) yield last;

  async function* rest(): Pieces {
    for await (const piece of { [Symbol.asyncIterator]: () => iterator }) yield decode(piece);
  }
}

function encodingOf(head: Buffer, isWhole: boolean, isKnown: (word: string) => boolean): string {
  for (const [bytes, reason] of SIGNATURES)
    if (bytes.every((byte, i) => head[i] === byte)) throw new FeedError(reason);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const beginning = head.subarray(0, 4096);
  const wide = wideIn(beginning);
  if (wide !== undefined) return wide;
  if (beginning.includes(0)) throw new FeedError(`it is no text: ${SAVE_AS}`);
  if (isValid(head, isWhole)) return 'utf-8';
  const told = declaredIn(head) ?? encodingByWords(head, isKnown);
  if (told !== undefined) return told;
  if (isChinese(head, isWhole)) return 'gb18030';
  if (isWestern(head)) return 'windows-1252';
  throw new FeedError(`it is not in UTF-8, and its letters could be several ones: ${SAVE_AS}`);
}

const MOST_OTHERS = 8;

/** Whether bytes are text in an encoding: with no character that none has, a tab or comma, and hardly a sign of control. */
function isText(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length & ~1), {
      stream: true,
    });
    return /[\t,;|]/.test(text) && !/(?![\t\n\r\f])[\p{Cc}\p{Co}\p{Cn}]/u.test(text);
  } catch {
    return false;
  }
}

/**
 * UTF-16 without a mark: marks, digits and Latin letters have a zero as one of their two bytes, always in the same place. Which
 * one tells the order.
 */
function wideIn(beginning: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (const [i, byte] of beginning.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Of Chinese few bytes are: "一" has one in the other place.
  if (odd > 1 && odd > even * MOST_OTHERS && isText(beginning, 'utf-16le')) return 'utf-16le';
  return even > 1 && even > odd * MOST_OTHERS && isText(beginning, 'utf-16be') ? 'utf-16be' : undefined;
}

function isValid(bytes: Buffer, isWhole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

/** Codes that Windows-1252 has no letter for. */
const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const MOST_ACCENTS = 0.05;
const NO_BREAK_SPACE = 0xa0;

/** Whether what is no ASCII stands alone among plain letters, as accents and signs do: "Z\u00fcrich", "\u20ac/kg". */
function isWestern(bytes: Buffer): boolean {
  let [accents, pairs] = [0, 0];
  for (const [i, byte] of bytes.entries()) {
    if (UNUSED.has(byte)) return false;
    // A space that breaks no line stands in numbers, and says nothing.
    if (byte < 0x80 || byte === NO_BREAK_SPACE) continue;
    accents += 1;
    if ((bytes[i + 1] ?? 0) >= 0x80) pairs += 1;
  }
  return pairs <= accents / 4 && accents <= Math.max(20, bytes.length * MOST_ACCENTS);
}

/**
 * Whether all that is no ASCII comes in pairs of the range of simplified Chinese, with one of its frequent characters among
 * them. Letters of the west with accents stand alone among plain ones, which makes no such pairs.
 */
function isChinese(bytes: Buffer, isWhole: boolean): boolean {
  let frequent = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const [lead = 0, trail] = [bytes[i], bytes[i + 1]];
    if (lead < 0x80) continue;
    if (trail === undefined) return frequent && !isWhole;
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) return false;
    frequent ||= lead >= 0xb0 && lead <= 0xd7;
    i += 1;
  }
  return frequent;
}
