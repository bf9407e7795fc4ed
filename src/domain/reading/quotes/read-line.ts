/** Reads a line that a person pasted into a price, to be shown as understood and confirmed. Stores nothing. */
import type { Range } from '#src/domain/measure/figure.ts';
import { scanNumbers } from '#src/domain/measure/number-scan.ts';
import { settled } from '#src/domain/measure/numbers.ts';
import { whichOne, type Misread } from '#src/domain/measure/which-number.ts';
import { MANUAL, type ReadQuote } from '#src/domain/series/quote.ts';
import { checkQuote } from '#src/domain/series/check-quote.ts';
import { MONTH_WORD, shorten } from '#src/domain/measure/days.ts';
import { readDate, type ReadDate } from '#src/domain/measure/read-date.ts';
import { findMaterial, type Material } from '#src/domain/series/material.ts';
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
import { RELATIVE_DAY, readRelativeDay, timeWordsIn } from './relative-days.ts';

export type ReadLine =
  | {
      readonly ok: true;
      readonly quote: ReadQuote;
      /** What the line does not say and was taken for granted, in words: to be shown with the price. */
      readonly assumed: readonly string[];
      /** Words of the line that were not understood. */
      readonly ignored: string;
    }
  | Misread;

interface ReadLineContext {
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
  /\b20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b/,
  // A year of two digits, where nothing follows that it could be the number of.
  new RegExp(`\\b\\d{1,2}[\\s-]+${MONTH_WORD}[\\s-]+[’']?\\d{2}$`, 'i'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?[\\s-]+${MONTH_WORD}(?:,?[\\s-]+\\d{4}\\b)?`, 'i'),
  new RegExp(`\\b${MONTH_WORD}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4}\\b)?`, 'i'),
  /\b\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})\b/,
];

/**
 * @example
 * readLine('Nd oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', context)
 * // { ok: true, quote: { metal: 'neodymium', form: 'oxide', range: { low: 553000, high: 557000 }, ... }, ... }
 */
export function readLine(text: string, context: ReadLineContext): ReadLine {
  const { materials, today } = context;
  const line = withPlainFormulas(text).replaceAll(/\s+/g, ' ').trim();
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
  if (price === undefined)
    return {
      ok: false,
      reason: 'I found no price with currency and unit in it. Write one such as “118.5 USD/kg”.',
    };
  if (!price.ok) return { ok: false, reason: `${price.reason}.` };
  if (takePrice(price.rest) !== undefined)
    return { ok: false, reason: 'That holds more than one price: paste one at a time.' };
  const settledPrice = settled(price.readings);
  if (settledPrice === undefined) return askWhich(line, terms.rest.slice(price.start, price.end), price);
  const { range, currency, mass } = settledPrice;
  const place = takePlace(price.rest);
  const subject = takeSubject(place.rest, materials);
  const estimate = take(subject.rest, /\b(?:est(?:\.|imated?)?|approx\.?|about)(?![a-z])/i, () => true);
  const ignored = leftOver(estimate.rest);
  const time = date.value === undefined ? timeLeft(estimate.rest) : undefined;
  if (time !== undefined)
    return {
      ok: false,
      reason: `“${shorten(time)}” is no day that I can read. Say it as “20 Nov”, “2026-11-20” or “last Friday”.`,
    };
  // A word that is no name here may be another metal's: its price must not become the default's.
  if (subject.material === undefined && ignored !== '')
    return { ok: false, reason: `I don’t know what “${shorten(ignored)}” is.` };
  const metal = subject.material ?? findMaterial(materials, context.defaultMetal);
  if (metal === undefined) return { ok: false, reason: 'Say what the price is of.' };
  const vatSaid = vat.value ?? 'unstated';
  // Yuan prices of goods inside the country are China's: nobody writes it beside them.
  const inChina = currency === 'CNY' && (vatSaid !== 'unstated' || terms.value === 'ex-works');
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
    range,
    currency,
    mass,
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

/** "Nd₂O₃" is Nd2O3. */
function withPlainFormulas(text: string): string {
  return text.replaceAll(/[\u2080-\u2089]/g, (digit) => String(digit.charCodeAt(0) - 0x2080));
}

/** The same line with the price in each of the ways in which it may be read. */
function askWhich(
  line: string,
  written: string,
  { readings }: { readonly readings: readonly { readonly typed: Range }[] },
): Misread {
  const start = line.indexOf(written);
  const typed = readings.map((reading) => ({ ...reading.typed, value: reading.typed.low }));
  return whichOne(line, { readings: typed, start, end: start + written.length });
}

function takeDate(line: string, today: string): Taken<ReadDate> {
  for (const pattern of DATE_PATTERNS) {
    const taken = take(line, pattern, ([match]) => readDate(inFull(match.replace(/\.$/, '')), today));
    if (taken.value !== undefined) return taken;
  }
  return take(line, RELATIVE_DAY, ([match]) => readRelativeDay(match, today));
}

/** With a year of two digits after the name of a month in full. */
function inFull(date: string): string {
  return date.replace(/(?<=[a-z][.\s-]{1,9})[’']?(\d{2})$/i, '20$1');
}

/** Words or digits of time that name no day: with one of them, the price is not simply today's. */
function timeLeft(rest: string): string | undefined {
  const period = scanNumbers(rest).find(({ kind }) => kind !== 'number');
  return period === undefined ? timeWordsIn(rest) : rest.slice(period.start, period.end);
}

/** What no reader took, without marks and little words. */
function leftOver(rest: string): string {
  return rest
    .replaceAll(/[()[\],;:|·•–—-]+/g, ' ')
    .replaceAll(/(?<![a-z])(?:price|quote[ds]?|at|on|of|in|is|the|as|add|prices?|basis|min)(?![a-z])/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
