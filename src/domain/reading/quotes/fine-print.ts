/**
 * The numbers and codes in a product's name that are none of its price: standards ("EN 1179 Z1", "EN AB-99,7"), shares of elements
 * ("6-8.5% C, max 3% Si"), the thousandths of precious metals and the codes of exchanges.
 */
import type { Material } from '#src/domain/series/material.ts';
import type { Taken } from './read-basis.ts';
import words from './table-specs.json' with { type: 'json' };

/** What a standard is called by: its number says nothing that the name does not. */
const STANDARD =
  /(?<![\p{L}\d])(?:(?:DIN[ -]?)?EN|DIN|ISO|ASTM|GB\/T|ГОСТ|GOST|JIS|BS|UNI|NF|PN(?:-EN)?)[ -]?[A-Z]?\d{2,5}(?:[-–:.]\d{1,4})*(?![\p{L}\d])|(?<![\p{L}\d])API[ -]?(?:Spec\.? )?13A(?![\p{L}\d])/gu;
/** Unalloyed aluminium by its standard: the rest of the code is how fine it is. */
const [ALUMINIUM_CODE, ZINC_CODE, EXCHANGE_CODE, DEFERRED, BULLET] = [
  /(?<![\p{L}\d])EN[ -]?A[BW][ -]?(?=(?:Al ?)?99[.,]\d)/gu,
  /(?<=(?:zin[ckq]\p{L}{0,2}|cynk|цинк|cink|çinko)[\s,(-]{1,4}(?:\S{1,12}\s)?)Z[1-5](?![\p{L}\d])/giu,
  /(?<![\p{L}\d])m?(Au|Ag|Pt|Pd)(99[.,]?\d{1,2})(?!\d)/gu,
  /\(?(?<![\p{L}\d])T ?\+ ?D(?:\)|(?!\p{L}))/gu,
  /^\s*(?:[-–—*•·▪►>✓]|\d{1,2}[.)])\s+(?=\p{L})/u,
];

/** "BBEX3.D.XAU.USD.EA.AC.C05": the key of a series. */
const SERIES_CODE =
  /(?<![\p{L}\d.])(?=[A-Z\d_]{1,12}\.)[A-Z\d_]{1,12}(?:\.[A-Z\d_]{1,12}){3,12}(?![\p{L}\d.])/gu;

/** @example withoutCodes('Aluminium EN AB-99,7') // "Aluminium 99,7" */
export const withoutCodes = (text: string): string =>
  text
    .replace(BULLET, '')
    .replaceAll(SERIES_CODE, ' ')
    .replaceAll(ALUMINIUM_CODE, ' ')
    .replaceAll(STANDARD, ' ')
    .replaceAll(ZINC_CODE, ' ')
    .replaceAll(EXCHANGE_CODE, '$1 $2')
    .replaceAll(DEFERRED, ' ');

const NUMBER = String.raw`\d{1,3}(?:[.,]\d{1,4})?`;
const SYMBOL = String.raw`[A-Z][a-z]?(?:\d{0,2}O\d{0,2})?(?![\p{L}\d])`;
const LIMITED = String.raw`(?:(?:max|min|basis|approx|ca)\.?|[≥≤<>±])`;
/** Of another element there may be so much at most: what there must be at least is the metal itself. */
const AT_MOST = String.raw`(?:[Mm]ax(?:i(?:mum)?)?\.?|MAX\.?|máx\.?|макс\.?|не более|höchstens|under|below|up to|[≤<])`;
const FEW = String.raw`(?<![\d.,])[0-4]?\d(?:[.,]\d{1,4})?\s?%`;
const ELEMENT = String.raw`(?<![\p{L}\d])(?:[A-Z][a-z]?\d?(?:O\d?)?|${words.elements})(?![\p{L}\d])`;
/** How heavy a mineral is against water, by which drilling mud is graded: "API 4.1", "SG 4.20", "4.2 SG". */
const GRAVITY = String.raw`(?:API|[Ss]\.?[Gg]\.?|[Dd]ensity|[Dd]ichte|比重|密度)[\s:=]{0,2}(?<![\d.,])\d[.,]\d{1,2}(?![\d.,%])|(?<![\d.,\p{L}-])\d[.,]\d{1,2}\s?(?:[Ss]\.?[Gg]\.?|API)(?!\p{L})`;
/** "65-70%", "60-64.9% Cr", "max 3% Si", "Zr max 1%", "basis 78% min": never a share alone, which is read as how pure it is. */
const SHARES = new RegExp(
  [
    String.raw`(?:${LIMITED}\s?)?(?<![\d.,\p{L}-])${NUMBER}\s?%?\s?[-–/]\s?${NUMBER}\s?%(?:\s?(?:of\s)?${SYMBOL})?(?:\s?(?:max|min)\.?(?!\p{L}))?`,
    String.raw`(?:max|≤|<)\.?\s?${NUMBER}\s?%\s?(?:of\s)?${SYMBOL}`,
    String.raw`(?<![\d.,\p{L}-])${NUMBER}\s?%\s?${SYMBOL}\s?max(?!\p{L})`,
    String.raw`${ELEMENT}(?:[ -](?:content|Gehalt))?[\s:]{0,2}(?:${AT_MOST}\s?${FEW}|${FEW}\s?${AT_MOST}(?!\p{L}))`,
    String.raw`${AT_MOST}\s?${FEW}\s?(?:of\s)?${ELEMENT}`,
    String.raw`(?<![\p{L}\d])(?:${GRAVITY})`,
  ].join('|'),
  'gu',
);

/** Shares that stand beside the first one, or are of other elements. @example takeShares('HC 6-8.5% C').value // "6-8.5% C" */
export function takeShares(text: string): Taken<string> {
  const found = (text.match(SHARES) ?? []).map((one) => one.trim());
  return found.length === 0
    ? { value: undefined, rest: text }
    : { value: found.join(', '), rest: text.replaceAll(SHARES, ' ') };
}

/** Nitrogen, phosphate and potash of a fertiliser: "18-46-0". */
const NUTRIENTS = /(?<![\d.,\p{L}-])\d{1,2}-\d{1,2}(?:-\d{1,2})?(?![\d.,\p{L}-])/u;
const FINENESS =
  /(?<![\d.,\p{L}])(?:999[.,]?\d{0,2}|99[.,]\d{1,2}|995|958|950|925|916|900|835|800|750|585)(?:\s?‰)?(?![\d.,%\p{L}])/u;

/** How fine a precious metal is, or what a fertiliser holds. */
export function detailOf(text: string, { ounce, id }: Material): string | undefined {
  if (ounce === 'troy') return FINENESS.exec(text)?.[0];
  return id === 'dap' && /^[^\d]*18-46/u.test(text) ? NUTRIENTS.exec(text)?.[0] : undefined;
}
