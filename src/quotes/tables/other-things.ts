/**
 * What stands in tables of prices and is none of a metal, though metals' names may stand beside it: premiums, surcharges, stocks, rates.
 * A title or a line between rows that names one says it of the rows below; the words are those of `other-things.json`.
 */
import words from './other-things.json' with { type: 'json' };
import { OF_PRICES } from './times/title-times.ts';

const either = (latin: string, others: string) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${latin})(?![\\p{L}\\d])|${others}`, 'iu');
const IN_TITLES = either(words.titles, words.within);
const IN_SECTIONS = either(`${words.titles}|${words.sections}`, `${words.within}|${words.sectionsWithin}`);
/** Settlements, fixings and quotations are prices, too. */
const QUOTED = /notierung|quotation|settlement|fixing|建値|行情/iu;

const speaksOfPrices = (text: string): boolean => OF_PRICES.test(text) || QUOTED.test(text);

/** What prices hold or do not hold is not what they are. */
const BESIDE =
  /(?<!\p{L})(?:excl\p{L}*|incl\p{L}*|without|plus|net of|subject|before|after|and prices|ohne|zzgl|exkl|inkl|vor|hors|sauf|sans|sin|más|senza|sem|mais|escl\p{L}*|bez|без)(?!\p{L})|不含|含/iu;
const [LONGEST, MOST_WORDS] = [80, 8];

/** A sentence may speak of anything. */
const isTitle = (line: string) =>
  line.length <= LONGEST && line.trim().split(/\s+/u).length <= MOST_WORDS && !/[.!?]$/u.test(line);

const isOther = (title: string) => isTitle(title) && IN_TITLES.test(title) && !BESIDE.test(title);

/**
 * The line that says of the numbers below it that they are no prices; `undefined` where another one speaks of prices.
 * @param titles Lines above, and the name of the sheet.
 */
export function otherThingInTitles(titles: readonly string[]): string | undefined {
  return titles.some((title) => !isOther(title) && speaksOfPrices(title)) ? undefined : titles.find(isOther);
}

/** Whether a line between rows says that those below it are no prices. */
export const isOtherThing = (section: string): boolean =>
  isTitle(section) && IN_SECTIONS.test(section) && !BESIDE.test(section);
