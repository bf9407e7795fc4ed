/** Marks that tables put where a price is not there: nothing is read from them, and nothing is wrong with them. */

const MARKS =
  /^(?:[.…·*]+|[-–—−_/\\]+|n\.?\s?[aqvm]\.?|n\.\s?d\.?|#n\/?a!?|n\/[aqd]|na|nan|nil|null|none|not (?:available|quoted|assessed|published)|no (?:quote|quotation|price|value|data)|closed|holiday|tbc|tba|k\.?\s?a\.?|entf(?:ällt|\.)?|无|暂无|休市|未报|停报|w|x+)$/i;

/** @example isNoValue('n/a') // true */
export const isNoValue = (text: string): boolean => MARKS.test(text.trim());

/** The marks that stand in the place of a text, and are no symbol of an element: "-", "n/a". */
export const isDash = (text: string): boolean => /^(?:[-–—.…]+|n\/a)$/i.test(text.trim());
