/** Words of a product's text that no list knows, where what stands before them says what they are: a port behind its Incoterm, the symbol behind a share. */

/** An Incoterm, and what stands behind it up to the next comma or bracket. */
const BEHIND_TERM =
  /(?<![\p{L}\d])(?:fob|fas|cif|cfr|c&f|cpt|cip|exw|ex[- ](?:works|mill|smelter|refinery|factory)|fca|dap|ddp|ddu|dpu|dat|delivered|dlvd|in[- ]wh(?:arehouse|se|s)|franco|loco)[\s:]+([^,;:()[\]|]{2,60})/giu;
/** A name, and no digits. */
const NAME = /^\p{Lu}[\p{L}.'’]*$/u;
/** Words that make another price of it. */
const OTHER =
  /^(?:premium|premia|discount|index|swap|forward|futures?|surcharge|freight|stocks?|inventory|change|volume|tax|duty|diff(?:erential)?|spread|treatment|charge|tc|rc|cost|prämie|prime|prima|premio|prêmio|премия)$/iu;

/** Names of places that no list has: "CIF Tubarão", "DDP Kazincbarcika". @param left What no other reader took. */
export function placeBehindTerm(
  text: string,
  left: string,
): { readonly place: string; readonly left: string } | undefined {
  const words = left.split(/[^\p{L}\p{N}.'’]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const behind = new Set(
    [...text.matchAll(BEHIND_TERM)].flatMap(([, place = '']) => place.split(/[\s/&-]+/u)),
  );
  const isPlace =
    words.length > 0 &&
    words.length < 5 &&
    words.every((word) => NAME.test(word) && !OTHER.test(word) && behind.has(word));
  return isPlace ? { place: words.join(' '), left: ' ' } : undefined;
}

const BEHIND_SHARE = /%\s?(?:min\.?\s)?([A-Z][a-z]?|[A-Z][a-z]?\d?O\d?)(?![\p{L}\d])/gu;

/** Whether all that is left is the symbol of what a share is of: "Graphite, 94% C". */
export const isOfShare = (text: string, left: string): boolean => {
  const word = left.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return [...text.matchAll(BEHIND_SHARE)].some(([, symbol]) => symbol === word);
};
