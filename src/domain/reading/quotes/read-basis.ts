/** Reads what a price is of, and on which basis, from a line that a person pasted. Each reader takes its words out. */
import { findMaterial, type Material } from '#src/domain/series/material.ts';
import type { Basis, Form, Payment, Terms, VatState } from '#src/domain/series/quote.ts';

/** A line with a part of it read and taken out. */
export interface Taken<T> {
  readonly value: T | undefined;
  readonly rest: string;
}

/** Takes the first match out of a line. */
export function take<T>(
  line: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => T | undefined,
): Taken<T> {
  const match = pattern.exec(line);
  const value = match === null ? undefined : read(match);
  if (match === null || value === undefined) return { value: undefined, rest: line };
  return { value, rest: `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}` };
}

const TERMS_WORDS: readonly (readonly [RegExp, Terms])[] = [
  [
    /\bex[\s-]?works?\b|\bex[\s-](?:mill|smelter|refinery|factory)\b|\bexw\b|\bab werk\b|départ usine|(?:en|ex) fábrica|franco fabbrica|loco (?:fabryka|zakład)|出厂价?|工場渡し|공장도/i,
    'ex-works',
  ],
  [/\bfca\b/i, 'fca'],
  [/\bfob\b|\bfas\b|离岸价?/i, 'fob'],
  [/\bcif\b|\bcfr\b|\bc&f\b|\bc[ip][pt]\b|到岸价?/i, 'cif'],
  [/\b(?:delivered|dlvd|dap|ddp|ddu|dpu|dat)\b|\bfrei haus\b|\brendu\b|到厂价?|持込/i, 'delivered'],
  [/\b(?:in|ex)[\s-]?(?:warehouse|whse?|whs)\b\.?|\bab lager\b/i, 'in warehouse'],
];

/** "ex-works", "EXW", "FOB". */
export function readTerms(text: string): Terms | undefined {
  return TERMS_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

export function takeTerms(line: string): Taken<Terms> {
  for (const [pattern, terms] of TERMS_WORDS) {
    const taken = take(line, pattern, () => terms);
    if (taken.value !== undefined) return taken;
  }
  return { value: undefined, rest: line };
}

const PAYMENT_WORDS: readonly (readonly [RegExp, Payment])[] = [
  [/(?<![\p{L}\d])d\/a(?![\p{L}\d])|承兑/iu, 'D/A'],
  [/(?<![\p{L}\d])d\/p(?![\p{L}\d])/iu, 'D/P'],
  [/(?<![\p{L}\d])l\/c(?![\p{L}\d])/iu, 'L/C'],
  [/(?<!\p{L})cash (?:payment|on delivery)(?!\p{L})|现款|现金/iu, 'cash'],
];

/** "D/A", "承兑", "L/C", "现款": how it is paid. A bare "cash" is left: it is an exchange's word for prompt delivery. */
export function takePayment(line: string): Taken<Payment> {
  for (const [pattern, payment] of PAYMENT_WORDS) {
    const taken = take(line, pattern, () => payment);
    if (taken.value !== undefined) return taken;
  }
  return { value: undefined, rest: line };
}

const EXCLUDED =
  /\(?\b(?:ex(?:cl(?:\.|uding|uded|usive of)?)?|without|w\/o|no|plus|net of)\s*(?:\d+(?:\.\d+)?\s*%\s*)?vat\b\)?|\bvat\s*(?:excl(?:\.|uded|usive)?)|不含(?:\s?\d{1,2}\s?%\s?的?)?(?:增值)?税|未(?:含)?税|ohne mwst\.?|zzgl\.? mwst\.?|exkl\.? mwst\.?|(?:zzgl|exkl|ohne)\.? u\.?st\.?|(?<![a-zäöü])netto(?=preis|[^a-zäöü]|$)|hors (?:taxes?|tva)|\bht\b|(?:sin|senza|sem|más|mas|mais|più) iva|iva (?:no incluido|escl(?:usa|uso|\.)?|exclu[ií]d[oa])|(?:excl\.?|exclusief|zonder) btw|bez vat|без ндс|税[抜别別]|(?:부가세|vat) ?별도/i;
const INCLUDED =
  /\(?\b(?:inc(?:l(?:\.|uding|uded|usive of)?)?\.?|with)\s*(?:\d+(?:\.\d+)?\s*%\s*)?vat\b\)?|\bvat\s*(?:incl(?:\.|uded|usive)?)|含(?:\s?\d{1,2}\s?%\s?的?)?(?:增值)?税|(?:inkl\.?|mit) (?:mwst|u\.?st)\.?|(?<![a-zäöü])brutto(?=preis|[^a-zäöü]|$)|\bttc\b|tva (?:comprise|incluse|incl\.?)|(?:con|com|incl\.?) iva|iva (?:incl(?:uid[oa]|uíd[oa]|us[ao]|\.)?)|(?:incl\.?|inclusief|met) btw|(?<!\p{L})z vat|с (?:уч[её]том )?ндс|税込|(?:부가세|vat) ?포함/iu;

/** "incl. VAT", "VAT included", "excluding 13 % VAT". */
export function takeVat(line: string): Taken<VatState> {
  const excluded = take(line, EXCLUDED, (): VatState => 'excluded');
  return excluded.value === undefined ? take(line, INCLUDED, (): VatState => 'included') : excluded;
}

/** "99.5 %", "99.5% min", "4N" is left alone: what it means differs by trade. */
export function takePurity(line: string): Taken<string> {
  return take(line, /(?:≥\s*)?(\d{2}(?:[.,]\d+)?)\s?%\s*(?:min(?:imum|\.)?)?/i, ([, number = '']) =>
    Number(number.replace(',', '.')) >= 50 ? `${number.replace(',', '.')} %` : undefined,
  );
}

/** A purity as it is kept, so that "99.5%" and "99.50 % min" are one; other words stay as they are. */
export function readPurity(text: string): string {
  // Below "Purity" or "Grade" a number says its unit by where it stands.
  const { value, rest } = takePurity(/^\d{2}(?:[.,]\d+)?$/.test(text.trim()) ? `${text.trim()} %` : text);
  if (value === undefined || rest.trim() !== '') return text.trim();
  return `${Number(value.replace(' %', ''))} %`;
}

/** What stands after a metal's symbol in the formula of its oxide: "Nd2O3", "Pr6O11", "CeO2". */
const OXIDE = '(?:2o3|6o11|4o7|o2)(?![a-z0-9])';
const FORMULA = new RegExp(`(?<![a-z])[a-z]{1,2}${OXIDE}`, 'i');
/** What says the form, in questions as in tables. */
export const FORM_WORDS: readonly (readonly [RegExp, Form])[] = [
  [/\boxides?\b|\boxid\b|oxyde|óxido|ossido|氧化物?/i, 'oxide'],
  [/\b(?:metals?|ingots?|cathodes?|metall|m[eé]tal)\b|金属/i, 'metal'],
  [/\balloys?\b|合金/i, 'alloy'],
];

export function readForm(text: string): Form | undefined {
  return FORMULA.test(text) ? 'oxide' : FORM_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Material and form; the longest name that stands in the line is meant, so "NdPr" is not "Nd". */
export function takeSubject(
  line: string,
  materials: readonly Material[],
): { readonly material: Material | undefined; readonly form: Form | undefined; readonly rest: string } {
  const form = readForm(line);
  let rest = line;
  let material: Material | undefined;
  for (const { name, pattern } of patternsOf(materials)) {
    // "terbium oxide Tb4O7" names one twice.
    if (material !== undefined && !material.names.includes(name)) continue;
    const taken = take(rest, pattern, () => findMaterial(materials, name));
    if (taken.value === undefined) continue;
    material = taken.value;
    ({ rest } = taken);
  }
  for (const [pattern] of FORM_WORDS) ({ rest } = take(rest, pattern, () => true));
  return { material, form, rest };
}

const PATTERNS = new WeakMap<
  readonly Material[],
  readonly { readonly name: string; readonly pattern: RegExp }[]
>();

/** All names, longest first: made once for a list of materials, for every cell of a table is looked through for them. */
function patternsOf(materials: readonly Material[]) {
  const known = PATTERNS.get(materials);
  if (known !== undefined) return known;
  const made = [...new Set(materials.flatMap((m) => m.names))]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => ({ name, pattern: namePattern(name) }));
  PATTERNS.set(materials, made);
  return made;
}

/** A chemical formula, "Nd2O3", names the metal as well. */
function namePattern(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const latin = /^[\x20-\x7e]*$/.test(name);
  return new RegExp(latin ? `(?<![a-z])${escaped}(?:${OXIDE})?(?![a-z0-9])` : escaped, 'i');
}

const PLACES: readonly (readonly [RegExp, Basis['place']])[] = [
  [/\b(?:china|chinese|prc)\b|中国/i, 'China'],
  [/\brotterdam\b/i, 'Rotterdam'],
  [/\b(?:europe|eu)\b/i, 'Europe'],
  [/\bjapan\b/i, 'Japan'],
  [/\bkorea\b/i, 'Korea'],
  // "us" is a word.
  [
    /\bU\.?S\.?(?:A\b)?(?![\w$])|\busa\b|\bunited states\b|\bUnited States\b|\bUNITED STATES\b/,
    'United States',
  ],
  [/\bindia\b/i, 'India'],
  [/\bvietnam\b/i, 'Vietnam'],
  // An exchange is where its price is made, and no two make the same.
  [/\blme\b/i, 'LME'],
  [/\bshfe\b|上期所|沪期/i, 'SHFE'],
  [/\bcomex\b/i, 'COMEX'],
];

export function takePlace(line: string): Taken<string> {
  for (const [pattern, place] of PLACES) {
    const taken = take(line, pattern, () => place);
    if (taken.value !== undefined) return taken;
  }
  return { value: undefined, rest: line };
}
