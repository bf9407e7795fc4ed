/** What a message says of a price that is to be stored. */
import { dayOf } from '#src/domain/measure/period.ts';
import { readWhen } from '#src/domain/measure/times/when.ts';
import {
  readForm,
  takePlace as takeCountry,
  takePurity,
  takeTerms,
  takeVat,
} from '#src/domain/reading/quotes/read-basis.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import { amountFrom, levelOf } from './rules/read-amount.ts';
import { takeMetals } from './metals/read-metals.ts';
import type { AskedQuote, AskedSlots, TypedContext } from './request.ts';
import { Rest } from './rest.ts';

/** "CIF Hamburg", "ex works Baotou". */
const TERMS_PLACE =
  /\b(?:cif|cfr|fob|fca|exw|ex[\s-]works?|ddp|dap|delivered|in warehouse)\s+(?!today|yesterday|incl|excl|ex\b|vat|price|prices|only|basis|from|of|on|the|dated|please|now|this|last|mon|tue|wed|thu|fri|sat|sun|china\b|europe\b|japan\b)(?<place>\p{L}{2,}(?:\s(?!today|yesterday|incl|excl|vat|dated|please|on\b|from\b|this\b|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|purity|price|at\b|and\b|keep|it\b|save|log)\p{L}{3,})?)/u;

/** A name in the capitals in which it was typed. */
function asTyped(name: string, typed: string): string {
  const at = typed.toLowerCase().indexOf(name);
  return at < 0 ? name : typed.slice(at, at + name.length);
}

/** The text with the place of its terms taken. */
function withoutPlace(text: string, place: string | undefined): Rest {
  const rest = new Rest(text);
  const at = place === undefined ? -1 : text.indexOf(place);
  if (place !== undefined && at >= 0) rest.blot(at, at + place.length);
  return rest;
}

const US_ALL =
  /(?<=\b(?:\p{L}+ed|gave|give|gives|sold|sent|sends|sells?|offers?|quotes?|charges?|wants?|asks?|for|to|of|from|with|by|let|costs?|bill)\s)us(?!\p{L}|[\s-]+(?:market|supplier|price|warehouse|midwest|port|gulf))/gu;

/** The text with "US" in the capitals in which it was typed, where it is no "us". */
const withCountry = (text: string, typed: string): string =>
  /\bUS\b/u.test(typed) ? text.replaceAll(US_ALL, '  ').replaceAll(/\bus\b/gu, 'US') : text;

export function quoteSlots(text: string, context: TypedContext): AskedSlots {
  const rest = new Rest(text);
  // "cif LA": a place, no lanthanum, where another metal is named.
  const named = TERMS_PLACE.exec(text)?.groups?.['place'];
  const [only, all] = [withoutPlace(text, named), new Rest(text)].map((one) =>
    takeMetals(one, context.materials),
  );
  const metals = only === undefined || only.length === 0 ? (all ?? []) : only;
  takeMetals(rest, context.materials);
  const line = rest.left.replaceAll('\uE000', ' ');
  const vat = takeVat(line);
  const purity = takePurity(vat.rest);
  const terms = takeTerms(purity.rest);
  const price = takePrice(terms.rest);
  const single = price?.ok === true ? price.readings[0] : undefined;
  const any = amountFrom(new Rest(terms.rest));
  // "between 1,050 and 1,100 USD/kg": both ends, where the unit stands behind the second.
  const isRange =
    any?.low !== undefined && any.high !== undefined && any.low < any.high && any.mass !== undefined;
  const isEnd = isRange && single !== undefined && single.range.low === any.high;
  const amount = isEnd ? undefined : single;
  const loose = amount === undefined ? any : undefined;
  // "They quoted us 52 EUR": whom, and no country.
  const country = takeCountry(withCountry(terms.rest, context.typed));
  const where = named === undefined ? country.value : asTyped(named, context.typed);
  const form = readForm(text);
  const day = readWhen(
    text.replaceAll(/\b(?:from|since|as of|dated|(?<!\d(?:st|nd|rd|th)\s)of)\b/gu, (word) =>
      ','.padEnd(word.length),
    ),
    context.today,
  ).find(({ kind }) => kind === 'day' || kind === 'now');
  const isToday = /\btoday\b|\bthis (?:morning|afternoon|evening)\b|\bjust (?:now|off)\b/u.test(text);
  const date =
    day?.kind === 'day' ? day.period.from : isToday ? context.today : shortDate(text, context.today);
  const quote: AskedQuote = {
    ...(amount === undefined
      ? levelOf(loose)
      : { ...amount.range, currency: amount.currency, mass: amount.mass }),
    ...(form === undefined ? {} : { form }),
    ...(purity.value === undefined ? {} : { purity: `${Number(purity.value.replace(' %', ''))} %` }),
    ...(terms.value === undefined || terms.value === 'unstated' ? {} : { terms: terms.value }),
    ...(where === undefined ? {} : { place: where }),
    ...(vat.value === 'included' || vat.value === 'excluded' ? { vat: vat.value } : {}),
    ...(date === undefined ? {} : { date }),
  };
  return {
    ...(metals.length === 0 ? {} : { metals }),
    ...(Object.keys(quote).length === 0 ? {} : { quote }),
  };
}

/** "20.11.": the last such day. */
function shortDate(text: string, today: string): string | undefined {
  const [, day, month] = /(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?!\d)/u.exec(text) ?? [];
  const year = Number(today.slice(0, 4));
  const dates = [year, year - 1].flatMap((one) => dayOf(one, Number(month), Number(day))?.from ?? []);
  return dates.find((date) => date <= today);
}
