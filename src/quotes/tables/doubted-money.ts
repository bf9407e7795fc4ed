/** Lines by which a writer leaves open what money the prices are in: "not sure whether Canadian or US dollars". */
import { CURRENCY_CODES, DOLLARS_OF } from '#src/domain/measure/units.ts';

const DOLLAR = `(?:${DOLLARS_OF.map((name) => name.replaceAll('.', String.raw`\.`)).join('|')})`;
const CODE = `(?:${[...CURRENCY_CODES, 'RMB'].join('|')})`;
/** Two moneys of which the writer can't say which one it is, and that this is so. */
const EITHER = new RegExp(
  String.raw`(?<!\p{L})${DOLLAR}\s(?:or|vs)\s${DOLLAR}(?!\p{L})|(?<!\p{L})${CODE}\s?(?:or|oder|ou|o|\/)\s?${CODE}(?!\p{L}|\s?\/)`,
  'iu',
);
const DOUBTS =
  /(?<!\p{L})(?:not sure|unsure|don['’]?t know|do not know|no idea|unclear|uncertain|unknown|please check|pls check|to be (?:checked|confirmed|verified)|tbc|nicht sicher|unklar|bitte prüfen|à (?:vérifier|confirmer)|da verificare|por confirmar)(?!\p{L})|\?/iu;

/** Whether a line names two moneys and says that it may be either. */
export const doubtsMoney = (line: string): boolean => EITHER.test(line) && DOUBTS.test(line);
