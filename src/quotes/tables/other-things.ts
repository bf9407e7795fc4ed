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
const IN_COLUMNS = either(words.columns, words.columnsWithin);
const NO_DELIVERY = either(words.deliveries, words.deliveriesWithin);
const OTHER_MONEY = either(words.otherMoney, words.otherMoneyWithin);
const VOID = either(words.void, words.voidWithin);
const OLD = either(words.old, words.oldWithin);
const WRONG = either(words.wrong, words.wrongWithin);
/** Settlements, fixings and quotations are prices, too. */
const QUOTED = /notierung|quotation|settlement|fixing|建値|行情/iu;

const speaksOfPrices = (text: string): boolean => OF_PRICES.test(text) || QUOTED.test(text);

/** What prices hold or do not hold is not what they are. */
const BESIDE =
  /(?<!\p{L})(?:excl\p{L}*|incl\p{L}*|without|plus|net of|subject|before|after|and prices|prices?,? (?:and|with)|prices? &|preise (?:und|mit)|prix et|precios y|prezzi e|ohne|zzgl|exkl|inkl|vor|hors|sauf|sans|sin|más|senza|sem|mais|escl\p{L}*|bez|без)(?!\p{L})|不含|含/iu;
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

/** Whether a heading is of what a metal costs its maker, or of an option on it. */
export const isOtherColumn = (heading: string): boolean => IN_COLUMNS.test(heading);

/** Whether what stands where rows say their delivery says that their numbers are no prices: "Stocks (t)" below "3-month". */
export const isNoDelivery = (label: string): boolean => NO_DELIVERY.test(label);

/** Whether a heading says that its prices are in the money of another year. */
export const isInOtherMoney = (heading: string): boolean =>
  OTHER_MONEY.test(heading) && !/nominal|current/iu.test(heading);

/** Whether a title says that what stands below it counts no more, or never did. */
export const saysVoid = (title: string): boolean => isTitle(title) && VOID.test(title);

/** Whether the name of a sheet says the same, or that it is an old one. */
export const isOldSheet = (name: string): boolean => VOID.test(name) || OLD.test(name);

/** Whether a remark beside a price says that the price does not count. */
export const saysWrong = (remark: string): boolean => VOID.test(remark) || WRONG.test(remark);
