/** Lines by which a writer leaves open what the prices are in: "not sure whether Canadian or US dollars", "unit to be confirmed". */
import { CURRENCY_CODES, DOLLARS_OF } from '#src/domain/measure/units.ts';

const DOLLAR = `(?:${DOLLARS_OF.map((name) => name.replaceAll('.', String.raw`\.`)).join('|')})`;
const CODE = `(?:${[...CURRENCY_CODES, 'RMB'].join('|')})`;
/** Two moneys of which the writer can't say which one it is, and that this is so. */
const EITHER = new RegExp(
  String.raw`(?<!\p{L})${DOLLAR}\s(?:or|vs)\s${DOLLAR}(?!\p{L})|(?<!\p{L})${CODE}\s?(?:or|oder|ou|o|\/)\s?${CODE}(?!\p{L}|\s?\/)|[$€£¥]\s?(?:or|oder|ou|o|vs)\s?[$€£¥]`,
  'iu',
);
const DOUBTS =
  /(?<!\p{L})(?:not sure|unsure|don['’]?t know|do not know|no idea|unclear|uncertain|unknown|please check|pls check|to be (?:checked|confirmed|verified|corrected)|tbc|nicht sicher|unklar|bitte prüfen|à (?:vérifier|confirmer)|da verificare|por confirmar)(?!\p{L})|\?/iu;

/** What says in which unit numbers are. */
const OF_UNIT =
  /(?<!\p{L})(?:currenc(?:y|ies)|units?|head(?:er|ing)s?|columns? titles?|währung(?:en)?|einheit(?:en)?|spaltenköpfe|devises?|unités?|en-têtes?|monedas?|unidad(?:es)?|encabezados?|moedas?|unidades?|valut[ae]|unità|intestazion[ei]|walut[ay]|jednost(?:ka|ki)|валют[аы]|единиц[аы]|para birimi|birim)(?!\p{L})|币种|单位|通貨|単位|통화|단위/iu;

/** Whether a line says that the money may be one of two that it names, or that the unit is open. */
export const doubtsMoney = (line: string): boolean =>
  DOUBTS.test(line) && (EITHER.test(line) || OF_UNIT.test(line));
