/** Reads a line that a person pasted into a price, to be shown as understood and confirmed. Stores nothing. */
import { MANUAL, type ReadQuote } from '../quote.ts';
import { checkQuote } from './check-quote.ts';
import { MONTH_WORD, readDate, shorten, type ReadDate } from './dates.ts';
import { findMaterial, type Material } from './material.ts';
import {
  readPurity,
  take,
  takePlace,
  takePurity,
  takeSubject,
  takeTerms,
  takeVat,
  type Taken,
} from './read-basis.ts';
import { takePrice } from './read-price.ts';

export type ReadLine =
  | {
      readonly ok: true;
      readonly quote: ReadQuote;
      /** What the line does not say and was taken for granted, in words: to be shown with the price. */
      readonly assumed: readonly string[];
      /** Words of the line that were not understood. */
      readonly ignored: string;
    }
  | { readonly ok: false; readonly reason: string };

export interface ReadLineContext {
  readonly materials: readonly Material[];
  /** Id of what is meant where the line names nothing. */
  readonly defaultMetal: string;
  /** ISO date. */
  readonly today: string;
}

const LONGEST_LINE = 300;
const DATE_PATTERNS = [
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/,
  /(?:\d{4}年)?\d{1,2}月\d{1,2}日/,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?[\\s-]+${MONTH_WORD}(?:,?[\\s-]+\\d{4}\\b)?`, 'i'),
  new RegExp(`\\b${MONTH_WORD}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4}\\b)?`, 'i'),
  /\b\d{1,2}([-/.])\d{1,2}\1\d{4}\b/,
  /\b(?:today|yesterday)\b/i,
];

/**
 * @example
 * readLine('Nd oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', context)
 * // { ok: true, quote: { metal: 'neodymium', form: 'oxide', range: { low: 553000, high: 557000 }, ... }, ... }
 */
export function readLine(text: string, context: ReadLineContext): ReadLine {
  const { materials, today } = context;
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length > LONGEST_LINE)
    return { ok: false, reason: 'That is too long for one price: paste one line.' };
  if (/(?:^|[\s:$€£])[-−]\d[\d.,]*k?(?!\d*[-/.]\d)/i.test(line))
    return { ok: false, reason: 'A price is more than nothing: there is a minus before a number.' };
  const date = takeDate(line, today);
  if (date.value?.ok === false) return { ok: false, reason: `${date.value.reason}.` };
  const vat = takeVat(date.rest);
  const purity = takePurity(vat.rest);
  const terms = takeTerms(purity.rest);
  const price = takePrice(terms.rest);
  if (price.value === undefined)
    return {
      ok: false,
      reason: 'I found no price with currency and unit in it. Write one such as “118.5 USD/kg”.',
    };
  const another = takePrice(price.rest);
  if (another.value !== undefined)
    return { ok: false, reason: 'That holds more than one price: paste one at a time.' };
  const place = takePlace(price.rest);
  const subject = takeSubject(place.rest, materials);
  const estimate = take(subject.rest, /\b(?:est(?:\.|imated?)?|approx\.?|about)(?![a-z])/i, () => true);
  const ignored = leftOver(estimate.rest);
  // A word that is no name here may be another metal's: its price must not become the default's.
  if (subject.material === undefined && ignored !== '')
    return { ok: false, reason: `I don’t know what “${shorten(ignored)}” is.` };
  const metal = subject.material ?? findMaterial(materials, context.defaultMetal);
  if (metal === undefined) return { ok: false, reason: 'Say what the price is of.' };
  const vatSaid = vat.value ?? 'unstated';
  // Yuan prices of goods inside the country are China's: nobody writes it beside them.
  const inChina = price.value.currency === 'CNY' && (vatSaid !== 'unstated' || terms.value === 'ex-works');
  const quote: ReadQuote = {
    metal: metal.id,
    form: subject.form ?? 'metal',
    purity: purity.value === undefined ? '' : readPurity(purity.value),
    terms: terms.value ?? 'unstated',
    place: place.value ?? (inChina ? 'China' : ''),
    vat: vatSaid,
    source: MANUAL,
    date: date.value?.date ?? today,
    estimated: estimate.value === true,
    ...price.value,
  };
  const wrong = checkQuote(quote, today);
  if (wrong !== undefined) return { ok: false, reason: `${wrong}.` };
  const assumed = [
    ...(subject.material === undefined ? [`of ${metal.name}`] : []),
    ...(subject.form === undefined ? ['of metal, not oxide'] : []),
    ...(place.value === undefined && inChina ? ['in China'] : []),
    ...(date.value === undefined ? ['of today'] : []),
  ];
  return { ok: true, quote, assumed, ignored };
}

function takeDate(line: string, today: string): Taken<ReadDate> {
  for (const pattern of DATE_PATTERNS) {
    const taken = take(line, pattern, ([match]) => readDate(match.replace(/\.$/, ''), today));
    if (taken.value !== undefined) return taken;
  }
  return { value: undefined, rest: line };
}

/** What no reader took, without marks and little words. */
function leftOver(rest: string): string {
  return rest
    .replaceAll(/[()[\],;:|·•–—-]+/g, ' ')
    .replaceAll(/(?<![a-z])(?:price|quote[ds]?|at|on|of|in|is|the|as|add|prices?|basis|min)(?![a-z])/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
