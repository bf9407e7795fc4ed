/** Lines by which a writer leaves open what money the prices are in: "not sure whether Canadian or US dollars". */

/** Two moneys of which the writer can't say which one it is, and that this is so. */
const EITHER =
  /(?<!\p{L})(?:canadian|us|u\.s\.|american|australian|singapore|hong kong|new zealand|taiwan)\s(?:or|vs)\s(?:canadian|us|u\.s\.|american|australian|singapore|hong kong|new zealand|taiwan)(?!\p{L})|(?<!\p{L})(?:USD|CAD|AUD|NZD|SGD|HKD|EUR|GBP|CHF|CNY|RMB|JPY|INR)\s?(?:or|oder|ou|o|\/)\s?(?:USD|CAD|AUD|NZD|SGD|HKD|EUR|GBP|CHF|CNY|RMB|JPY|INR)(?!\p{L}|\s?\/)/iu;
const DOUBTS =
  /(?<!\p{L})(?:not sure|unsure|don['’]?t know|do not know|no idea|unclear|uncertain|unknown|please check|pls check|to be (?:checked|confirmed|verified)|tbc|nicht sicher|unklar|bitte prüfen|à (?:vérifier|confirmer)|da verificare|por confirmar)(?!\p{L})|\?/iu;

/** Whether a line names two moneys and says that it may be either. */
export const doubtsMoney = (line: string): boolean => EITHER.test(line) && DOUBTS.test(line);
