/** Reads a line that a person pasted into a price, to be shown as understood and confirmed. Stores nothing. */
import type { Range } from '#src/domain/measure/figure.ts';
import { scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { settled } from '#src/domain/measure/numbers/numbers.ts';
import { whichOne, type Misread } from '#src/domain/measure/numbers/which-number.ts';
import { MANUAL, type ReadQuote } from '#src/domain/series/quote.ts';
import { checkQuote } from '#src/domain/series/quotes/check-quote.ts';
import { MONTH_WORD, shorten } from '#src/domain/measure/days.ts';
import { plainText, readWhen } from '#src/domain/measure/times/when.ts';
import type { ReadDate } from '#src/domain/measure/times/read-date.ts';
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
/**
 * @example
 * readLine('Nd oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', context)
 * // { ok: true, quote: { metal: 'neodymium', form: 'oxide', range: { low: 553000, high: 557000 }, ... }, ... }
 */
export function readLine(text: string, context: ReadLineContext): ReadLine {
  const { materials, today } = context;
  const line = plainText(withPlainFormulas(text)).trim();
  if (line.length > LONGEST_LINE)
    return { ok: false, reason: 'That is too long for one price: paste one line.' };
  if (/(?:^|[\s:$€£])[-−]\d[\d.,]*k?(?!\d*[-/.]\d)/i.test(line))
    return { ok: false, reason: 'A price is more than nothing: there is a minus before a number.' };
  const date = takeDay(line, today);
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
  const time = date.value === undefined ? timeLeft(estimate.rest, today) : undefined;
  if (time !== undefined)
    return {
      ok: false,
      reason: `${noDay(time)}.`,
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
    form: subject.form ?? metal.form ?? 'metal',
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
    ...(subject.form === undefined && metal.form === undefined ? ['of metal, not oxide'] : []),
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

const noDay = (words: string): string =>
  `“${shorten(words)}” is no day that I can read. Say it as “20 Nov”, “2026-11-20” or “last Friday”`;

/** The first day that a line names; one that can't be, where it names no other. A day of the week is the last that has begun. */
function takeDay(line: string, today: string): Taken<ReadDate> {
  const times = readWhen(line, today);
  const day = times.find(({ kind }) => kind === 'day' || kind === 'now');
  const unread = times.find((time) => time.kind === 'unread');
  if (day === undefined)
    return { value: unread && { ok: false, reason: unread.reason ?? noDay(unread.text) }, rest: line };
  const date = day.kind === 'day' ? day.period.from : today;
  return { value: { ok: true, date }, rest: `${line.slice(0, day.from)} ${line.slice(day.to)}` };
}

/** A day and no year, in digits or without its month: which it is of could only be guessed. */
const [DAY, MONTH] = ['(?:0?[1-9]|[12]\\d|3[01])', '(?:0?[1-9]|1[0-2])'];
const PART_OF_DAY = new RegExp(
  `(?<![\\d./-])(?:${DAY}[-/]${MONTH}|${MONTH}[-/]${DAY}|${DAY}\\.${MONTH}\\.)(?![\\d./-])|\\b\\d{1,2}(?:st|nd|rd|th)\\b`,
  'i',
);
/** Words of time that say no more than that one is meant. */
const TIME_WORD = new RegExp(
  `\\b(?:${MONTH_WORD}|ago|eod|(?:day|week|month|quarter|year)s?)\\b|[上下本昨前今](?:周|月|天|日)`,
  'iu',
);

/** Words or digits of time that name no day: with one of them, the price is not simply today's. */
function timeLeft(rest: string, today: string): string | undefined {
  const period = scanNumbers(rest).find(({ kind }) => kind !== 'number');
  if (period !== undefined) return rest.slice(period.start, period.end);
  return (readWhen(rest, today)[0]?.text ?? PART_OF_DAY.exec(rest)?.[0] ?? TIME_WORD.exec(rest)?.[0])?.trim();
}

/** What no reader took, without marks and little words. */
function leftOver(rest: string): string {
  return rest
    .replaceAll(/[()[\],;:|·•–—-]+/g, ' ')
    .replaceAll(/(?<![a-z])(?:price|quote[ds]?|at|on|of|in|is|the|as|add|prices?|basis|min)(?![a-z])/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
