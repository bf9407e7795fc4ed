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
/** The sides by which a price lies of a threshold; "higher" may be of the threshold itself. */
const PLAIN_SIDES = /(?<!\p{L})(?:above|over|below|under|beneath)(?!\p{L})/gu;
/** That something is put right, and what else may be said beside the side. */
const CORRECTING: ReadonlySet<string> = new Set(
  'no nope nah sorry oops wait wrong meant mean should make instead rather actually correction'.split(' '),
);
const BESIDE: ReadonlySet<string> = new Set(
  "i'm am so very my mistake apologies them mixed up the a it its it's i to say says be is that this when if once price threshold limit level goes falls drops rises way round around other of course please pls thanks and but then".split(
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

const NAMED =
  /\b(?:the|my|our|that|this)\s+(?:\S+\s+){0,3}?(?:alert|alarm|warning|trigger)\b|\balert\s+#?\d{1,2}\b/u;
const TO_BE =
  /\b(?:should|must|ought|shall|meant|supposed|has to|needs? to|make|flip|switch|turn|change|set|wrong|instead|rather|not)\b/u;

/**
 * "the tin alert should be below, not above": the other side of one that is named; `undefined` where a price is said as well.
 * @param text All of the clause
 */
export function otherSideOfNamed(text: string): 'above' | 'below' | undefined {
  const found = NAMED.exec(text);
  if (found === null || text.includes('?') || !TO_BE.test(text)) return undefined;
  const said = text.replace(NAMED, ' ').replaceAll(NOT_MEANT, ' ');
  const [side, ...more] = said.match(PLAIN_SIDES) ?? [];
  return /\d/u.test(said) || more.length > 0 ? undefined : SIDES.get(side ?? '');
}
