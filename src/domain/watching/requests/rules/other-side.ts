/** The side of a threshold put right: "no, above, not below". */
const SIDE = String.raw`(?:above|below|over|under|higher|lower|beneath)`;
const OTHER_SIDE = new RegExp(
  String.raw`[,;:]?\s*\b(?:and |but )?(?:not|instead of|rather than|isn't|in place of)\s+(?:goes\s+|is\s+|it\s+)*${SIDE}(?!\p{L})`,
  'gu',
);
const ONE_SIDE = new RegExp(
  String.raw`^[^\p{L}]*(?:(?:no|nope|nah|sorry|oops|wait|wrong way (?:round|around)|other way (?:round|around)|the (?:wrong|other) way|i meant?|i meant to say|it should (?:be|say)|should be|that should be|make (?:it|that)|it's|it is|when|if|once|it|price|the|goes|falls|drops|rises|is|please|pls|actually|rather|instead|correction)(?:[^\p{L}]+|$))*(?<side>${SIDE})(?:\s+(?:it|that|the (?:threshold|limit|level|price)))?[^\p{L}]*(?:instead|please|pls|of course|thanks)*[^\p{L}]*$`,
  'u',
);

/** "no, above, not below": the other side of the threshold, and nothing beside it. @param text All of the clause */
export function otherSide(text: string): 'above' | 'below' | undefined {
  const kept = text.replaceAll(OTHER_SIDE, ' ');
  const side = ONE_SIDE.exec(kept)?.groups?.['side'];
  // A word alone corrects nothing: "above what?", "below" may be part of an answer.
  if (side === undefined || (kept === text && kept.trim() === side)) return undefined;
  return /^(?:above|over|higher)$/u.test(side) ? 'above' : 'below';
}
