/** Goods that are called by a metal and are none of it: by their whole name, "tin plate", or by a part of a word beside it, "Kupfer Kabelreste". */
import GOODS from './other-goods.json' with { type: 'json' };

const NAMED = new RegExp(`(?<![\\p{L}\\d])(?:${GOODS.named})(?![\\p{Script=Latin}\\d])`, 'iu');
const PARTS = new RegExp(Object.values(GOODS.parts).join('|'), 'iu');

/** Whether a name is of goods that are only made with the metal in it: "tin plate", "lead-acid". */
export const isOtherGood = (name: string): boolean => NAMED.test(name);

/** Whether a word that no list knows may be of another good, of scrap, or of a figure that is no price of the metal. */
export const mayBeOtherGood = (words: string): boolean => PARTS.test(words);
