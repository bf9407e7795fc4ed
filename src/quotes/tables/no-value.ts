/** Marks that tables put where a price is not there: nothing is read from them, and nothing is wrong with them. */

const MARKS =
  /^(?:[.…·*]+|:(?: ?[a-z])?|[-–—−‐‑‒―－ー_/\\]+|:?-{2,}:?|n\.?\s?[aqvm]\.?|n\.\s?d\.?|#n\/?a!?|#(?:ref|value|div\/0|name|num|null|error|wert|valeur|valor|spill|getting_data)[!?]?|err:?\s?\d*|loading(?:\.{2,3}|…)?|n\/[aqd]|na|nan|nil|null|none|not (?:available|quoted|assessed|published)|no (?:quote|quotation|price|value|data|bids?|bid|interest|liquidity|stock|business)|sold out|ausverkauft|vergriffen|rupture|épuisé|agotado|esaurito|esgotado|wyprzedan[ey]|brak towaru|нет в наличии|売り切れ|在庫なし|품절|거래 ?없음|tükendi|yok|fiyat yok|veri yok|slutsåld|loppu|nincs|elfogyott|není|neuvedeno|vyprodáno|tidak ada|habis|không có|немає|fără|inget pris|ei noteerausta|ingen notering|ingen|helgdag|pyhä|ünnepnap|svátek|libur|tatil|resmi tatil|nghỉ|helligdag|closed|holiday|tbc|tba|k\.?\s?a\.?|entf(?:ällt|\.)?|(?:keine|ohne) notierung|feiertag|n\.?[vz]\.?|n\/[cemorsv]|n\.?c\.?|n\.n\.?|s\/[cdn]|s\.?[cd]\.?|sin (?:datos|cotización)|no (?:disponible|cotiza)|non (?:coté|disponible|quotato)|não (?:disponível|cotado)|niet beschikbaar|geen|brak(?: danych)?|b\.?d\.?|н\/[дп]|нет(?: данных)?|férié|festivo|feriado|święto|祝日|休場|休み|なし|未定|휴장|없음|미정|未发布|未公布|停牌|休息|缺货|无|暂无|休市|未报|停报|w|x+|(?:price )?(?:(?:up)?on|by) (?:request|application|enquiry|inquiry)|p\.?o\.?[ar]\.?|call|call (?:us|for price)|(?:preis )?auf anfrage|a\.\s?a\.|(?:prix )?sur demande|nous consulter|(?:precio )?(?:a consultar|bajo (?:consulta|pedido))|consultar|(?:prezzo )?(?:su|a) richiesta|(?:preço )?sob consulta|(?:prijs )?op aanvraag|(?:cena )?na zapytanie|цена по запросу|по запросу|договорная|面议|电议|询价|応相談|要問合せ|별도문의|협의|n[aā] anfrage|keine angaben?|ausgesetzt|suspended|no (?:trades?|trading|market|offers?|deals?|fixing|session)|not (?:traded|fixed|reported)|market closed|exchange closed|börse geschlossen|geschlossen|fermé|chiuso|cerrado|fechado|gesloten|zamknięte|nieczynne|выходной|праздник|закрыто|(?:bank|public|national) holiday|good friday|easter(?: monday)?|christmas(?: day| eve)?|boxing day|new year(?:['’]?s)?(?: day| eve)?|labou?r day|may day|independence day|thanksgiving|karfreitag|ostermontag|pfingstmontag|neujahr|weihnachten|tag der arbeit|春节|春節|国庆节?|清明节?|端午节?|中秋节?|元旦|劳动节|节假日|假期|放假)$/iu;

/** @example isNoValue('n/a') // true */
export const isNoValue = (text: string): boolean => {
  const mark = text.trim();
  return MARKS.test(mark) || mark === 'nd' || mark === 'ND' || MARKS.test(mark.replace(WHY, ''));
};

/** Why there is none: "Holiday (Good Friday)". */
const WHY = /(?<=\p{L}) ?\([^()\d]{1,60}\)$/u;

/** The marks that stand in the place of a text, and are no symbol of an element: "-", "n/a". */
export const isDash = (text: string): boolean => /^(?:[-–—−‐‑‒―－ー.…]+|n\/a)$/i.test(text.trim());
