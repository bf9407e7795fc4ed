/** The side of a threshold put right: "no, above, not below". */

const SIDES: ReadonlyMap<string, 'above' | 'below'> = new Map([
  ['above', 'above'],
  ['over', 'above'],
  ['higher', 'above'],
  ['below', 'below'],
  ['under', 'below'],
  ['lower', 'below'],
  ['beneath', 'below'],
]);
/** The side that is not meant. */
const NOT_MEANT =
  /\b(?:not|instead of|rather than|isn't|in place of)\s(?:goes |is |it )?(?:above|below|over|under|higher|lower|beneath)\b/gu;
/** That something is put right, and what else may be said beside the side. */
const CORRECTING: ReadonlySet<string> = new Set(
  'no nope nah sorry oops wait wrong meant mean should make instead rather actually correction'.split(' '),
);
const BESIDE: ReadonlySet<string> = new Set(
  "the a it its it's i to say says be is that this when if once price threshold limit level goes falls drops rises way round around other of course please pls thanks and but then".split(
    ' ',
  ),
);
const WORD = /[\p{L}']+/gu;

/**
 * "no, above, not below": the other side of the threshold, and nothing beside it. A side alone corrects nothing: it may be part of an answer.
 * @param text All of the clause
 */
export function otherSide(text: string): 'above' | 'below' | undefined {
  if (/[\d?]/u.test(text)) return undefined;
  const kept = text.replaceAll(NOT_MEANT, ' ');
  const words = kept.match(WORD) ?? [];
  const [side, ...more] = words.flatMap((word) => SIDES.get(word) ?? []);
  const corrects = kept !== text || words.some((word) => CORRECTING.has(word));
  const isAll = words.every((word) => SIDES.has(word) || CORRECTING.has(word) || BESIDE.has(word));
  return corrects && isAll && more.length === 0 ? side : undefined;
}
