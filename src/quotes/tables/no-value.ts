/** Marks that tables put where a price is not there: nothing is read from them, and nothing is wrong with them. */

const MARKS =
  /^(?:[.…·*]+|[-–—−_/\\]+|n\.?\s?[aqvm]\.?|n\.\s?d\.?|#n\/?a!?|n\/[aqd]|na|nan|nil|null|none|not (?:available|quoted|assessed|published)|no (?:quote|quotation|price|value|data)|closed|holiday|tbc|tba|k\.?\s?a\.?|entf(?:ällt|\.)?|(?:keine|ohne) notierung|feiertag|n\.?[vz]\.?|n\/[cmorv]|n\.?c\.?|s\/[cdn]|s\.?[cd]\.?|sin (?:datos|cotización)|no (?:disponible|cotiza)|non (?:coté|disponible|quotato)|não (?:disponível|cotado)|niet beschikbaar|geen|brak(?: danych)?|b\.?d\.?|н\/[дп]|нет(?: данных)?|férié|festivo|feriado|święto|祝日|休場|休み|なし|未定|휴장|없음|미정|未发布|未公布|停牌|休息|缺货|无|暂无|休市|未报|停报|w|x+)$/i;

/** @example isNoValue('n/a') // true */
export const isNoValue = (text: string): boolean =>
  MARKS.test(text.trim()) || /^(?:nd|ND)$/.test(text.trim());

/** The marks that stand in the place of a text, and are no symbol of an element: "-", "n/a". */
export const isDash = (text: string): boolean => /^(?:[-–—.…]+|n\/a)$/i.test(text.trim());
