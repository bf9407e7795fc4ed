/** Takes a unit of prices out of a heading, a title or a product's name: "(RMB/mt)", "in USD per kg", "万元/吨", "EUR". */
import { CURRENCIES } from '#src/domain/measure/figure.ts';
import {
  COUNT,
  MASS_NAME,
  MONEY_NAME,
  readMoneyUnit,
  readPricePer,
  withoutPrefix,
} from '#src/domain/measure/units.ts';
import type { Taken } from './read-basis.ts';
import { withKnownUnits } from './foreign-units.ts';

const SCALE =
  "(?:(?:'000s?|(?<!\\d[.,'’\\s]?)000s?|thousands?\\s+of|thousand|k|mln|million|lakhs?|lacs?|crores?)\\s+|(?:tsd|tys|тыс|млн|mille)(?:\\.\\s*|\\s+)|千|百万|万|亿|천|백만|만)?";
const PER = String.raw`(?:\s*\/\s*|\s+(?:per|pro|je|an?)\s+|\s*每\s*)(?:${COUNT})?`;
const WHOLE = new RegExp(
  `(?<![\\p{L}\\d])${SCALE}${MONEY_NAME}(?:\\s+(?:k|'?000s?|thousands?|mn|mln|millions?|lakhs?|lacs?|crores?))?${PER}(?:metric\\s+)?${MASS_NAME}|(?:千|百万|万|亿)?(?:美元|人民币|元|欧元)\\s*\\/\\s*${MASS_NAME}`,
  'iu',
);
/** Codes that no table has for anything else: "TRY", "ALL" and the like may be words. */
const CODES = CURRENCIES.filter((code) => !/^(?:TRY|COP|PEN|RON|ARS|SAR)$/.test(code));
/** A currency alone is one only as a code, or where brackets have it. */
const CODE = new RegExp(`(?<![A-Za-z])(?:US\\$|RMB|GBp|USc|EURO|${CODES.join('|')})(?![A-Za-z])|[€£₹]`, 'u');
const BRACKETS = /[([（【]([^()[\]（）【】]{1,20})[)\]）】]/gu;
const PER_MASS = new RegExp(
  `(?:(?<!\\p{L})(?:per|pro|je)\\s+|(?<!(?<!\\p{L})\\p{L})\\/\\s*)(?:${COUNT})?${MASS_NAME}`,
  'iu',
);

const PER_WORD = new RegExp(`(?<!\\p{L})(?:per|pro|je)\\s+(?:${COUNT})?${MASS_NAME}`, 'iu');

/** "币种：人民币", "Währung: Euro" */
const LABELLED = new RegExp(
  `(?<=(?:币种|币别|货币|幣別|通貨|통화|currency|währung|devise|monnaie|moneda|divisa|moeda|valuta|waluta|měna|валюта|para birimi)\\s?[:：=]\\s?)${MONEY_NAME}`,
  'iu',
);

/** "Price/kg (USD)" */
const PER_SIGN = new RegExp(`(?<=\\p{L}{2}|[,;:)])\\s*\\/\\s*(?:${COUNT})?${MASS_NAME}`, 'iu');

/** The unit as it stands there, without brackets; of several the first. */
export function takeUnit(given: string): Taken<string> {
  const text = withoutPrefix(withKnownUnits(given));
  for (const pattern of [WHOLE, CODE, LABELLED, PER_MASS]) {
    const match = pattern.exec(text);
    if (match === null || !isUnit(match[0])) continue;
    const rest = without(text, match.index, match[0].length);
    // "per kg (INR)", "je 100 kg in EUR": the halves of one unit.
    const per =
      pattern === CODE || pattern === LABELLED ? (PER_WORD.exec(rest) ?? PER_SIGN.exec(rest)) : null;
    return per === null
      ? { value: match[0].trim(), rest }
      : {
          value: `${match[0].trim()} ${per[0].trim()}`,
          rest: without(rest, per.index, per[0].length),
        };
  }
  for (const match of text.matchAll(BRACKETS)) {
    const inside = match[1]?.trim() ?? '';
    // At the beginning of a line it is the sign of a copyright.
    if (/^c$/iu.test(inside) && match.index === text.search(/\S/u)) continue;
    if (isUnit(inside)) return { value: inside, rest: without(text, match.index, match[0].length) };
  }
  return { value: undefined, rest: text };
}

function isUnit(text: string): boolean {
  const { money, mass } = readPricePer(text);
  return money !== undefined || mass !== undefined || readMoneyUnit(text) !== undefined;
}

/** Without the unit and the brackets that then hold nothing. */
function without(text: string, at: number, length: number): string {
  return `${text.slice(0, at)} ${text.slice(at + length)}`.replaceAll(/[([（【]\s*[)\]）】]/gu, ' ');
}
