/**
 * Cuts XML at the children of one of its elements, so that a parser which can't be interrupted gets it a piece at a time.
 * Counts elements and their depth meanwhile, and refuses what declares a type: entities of its own could blow it up.
 */
import { FeedError } from './feed.ts';
import { checkCells, checkDepth, MOST_ELEMENT_CHARACTERS } from './limits.ts';
import { createTurns } from './turns.ts';

interface XmlPieces {
  /** The document without the children at that depth. */
  readonly frame: string;
  /** Those children as they are written, in order. */
  readonly children: readonly string[];
}

/** What stands between these holds no tags. */
const ASIDE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * @param depth Of the children; the document's own element is at 1.
 * @throws FeedError where a tag or remark has no end, or there is more of it than is read
 */
export async function xmlPieces(text: string, depth: number): Promise<XmlPieces> {
  const turn = createTurns();
  const children: string[] = [];
  const frame: string[] = [];
  let [level, elements, kept, begun] = [0, 0, 0, 0];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const aside = ASIDE.find(([begin]) => text.startsWith(begin, at));
    if (aside !== undefined) {
      at = endOf(text, aside[1], at);
      continue;
    }
    if (text.startsWith('<!', at)) throw new FeedError('it declares a document type, which is not read');
    const end = tagEnd(text, at);
    const closes = text[at + 1] === '/';
    const alone = text[end - 2] === '/';
    if (!closes) {
      checkCells((elements += 1), 'elements');
      checkDepth((level += 1), 'elements');
      if (level === depth) begun = at;
    }
    if ((closes || alone) && level === depth) {
      frame.push(text.slice(kept, begun));
      children.push(bounded(text.slice(begun, end)));
      kept = end;
    }
    if (closes || alone) level -= 1;
    at = end;
    await turn();
  }
  return { frame: bounded(frame.join('') + text.slice(kept)), children };
}

/** @throws FeedError where a piece would hold others up by itself */
function bounded(piece: string): string {
  if (piece.length <= MOST_ELEMENT_CHARACTERS) return piece;
  const most = MOST_ELEMENT_CHARACTERS.toLocaleString('en');
  throw new FeedError(`an element of it has more than ${most} characters`);
}

/** The place behind a mark. */
function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new FeedError('it is no XML');
  return at + mark.length;
}

/** The place behind a tag: a value in it may hold ">". */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  throw new FeedError('it is no XML');
}
