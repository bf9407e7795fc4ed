/** Opens a file of prices by what its bytes are: a workbook, JSON, XML, or a table of text in any encoding. */
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { MOST_WHOLE_MEGABYTES } from '#src/quotes/feeds/limits.ts';
import { inUtf8, type Pieces } from './decode.ts';
import { htmlSheets } from './html-sheets.ts';
import { jsonSheets } from './json/json-sheets.ts';
import type { Sheet } from './sheet.ts';
import { textSheet } from './text-sheet.ts';
import { workbookSheets } from './workbook-sheets.ts';
import { xmlSheets } from './xml-sheets.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const PIECE_BYTES = 65_536;
const MOST_WORKBOOK_MEGABYTES = 20;

/**
 * @param isKnown Whether a word is one that tables have: by it old encodings are told apart.
 * @param isName Whether a text is the name of a metal and nothing else: by it a mail's lines are told from prose, and fields of JSON from others.
 * @throws FeedError where it is no table, or can't be opened
 */
export async function openSheets(
  table: string | Uint8Array | Pieces,
  delimiter?: string,
  isKnown?: (word: string) => boolean,
  isName: (text: string) => boolean = () => false,
): Promise<readonly Sheet[]> {
  const { begins, pieces } = await begun(
    typeof table === 'string' || table instanceof Uint8Array ? piecesOf(table) : table,
  );
  const isA = (signature: readonly number[]) => signature.every((byte, i) => begins[i] === byte);
  if (isA(ZIP) || isA(COMPOUND))
    return await workbookSheets(await whole(pieces, MOST_WORKBOOK_MEGABYTES), isA(ZIP) ? 'xlsx' : 'xls');
  const text = await begun(inUtf8(pieces, isKnown));
  const first = text.begins.subarray(0, 2048).toString('utf8').trimStart();
  // A chat that was saved begins with the time of its first message.
  if (/^[[{]/.test(first) && !/^\[\d{1,4}[-/.]\d/.test(first))
    return await jsonSheets((await whole(text.pieces, MOST_WHOLE_MEGABYTES)).toString('utf8'), isName);
  if (/^<(?:!doctype html|html|head|body|meta|style|table|div)[\s>]/i.test(first))
    return htmlSheets((await whole(text.pieces, MOST_WHOLE_MEGABYTES)).toString('utf8'));
  if (first.startsWith('<'))
    return await xmlSheets((await whole(text.pieces, MOST_WHOLE_MEGABYTES)).toString('utf8'), isName);
  return [await textSheet(text.pieces, delimiter, isName)];
}

/** The first piece that is not empty, and all of them. */
async function begun(table: Pieces): Promise<{ readonly begins: Buffer; readonly pieces: Pieces }> {
  const iterator = table[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  while (first.length === 0) {
    const next = await iterator.next();
    if (next.done === true) break;
    first = next.value;
  }
  return {
    begins: Buffer.from(first.buffer, first.byteOffset, first.length),
    pieces: (async function* () {
      yield first;
      yield* { [Symbol.asyncIterator]: () => iterator };
    })(),
  };
}

async function whole(pieces: Pieces, megabytes: number): Promise<Buffer> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > megabytes * 1_000_000)
      throw new FeedError(`it is larger than ${megabytes} MB, the most that is read of its kind`);
    all.push(piece);
  }
  return Buffer.concat(all);
}

async function* piecesOf(table: string | Uint8Array): Pieces {
  const bytes = Buffer.from(table);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
