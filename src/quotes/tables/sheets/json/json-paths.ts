/** What the names of objects say of all that they hold: a metal, a day or month, a currency; or nothing, as "data" does. */
import { readMoneyCell } from '#src/domain/reading/quotes/read-cell.ts';
import { parted, roleOf, withoutNoise } from '#src/quotes/tables/columns/headings/heading-words.ts';
import { partIn, yearIn } from '../../times/partial-times.ts';
import { DAY } from './json-values.ts';

/** What holds prices and names none. */
const CONTAINER =
  /^(?:data|datas|data_?sets?|results?|response|payload|body|envelope|content|contents|items?|list|values?|rows?|records?|entries|entry|points|data_?points|history|historical|time_?series|series|observations?|obs|quotes?|quotations?|prices?|rates?|markets?|exchanges?|venues?|metals?|commodities|commodity|products?|instruments?|materials?|assessments?|latest|current|today|spot|live|feed|snapshot|hits|edges|nodes?|_?embedded|d|root|document|report|table|tables|sheet\d*|page|attributes|properties|fields)$/iu;

const CURRENCY_CODE = /^[A-Z]{3}$/u;
const SYMBOL = /^(?:[A-Z][a-z]|X[A-Z]{2})$/u;

export type IsName = (text: string) => boolean;

interface NameRead {
  readonly metal?: string;
  /** A day, a month, or a year, or a part of a year alone: "09", "Sep". */
  readonly time?: string;
  readonly currency?: string;
  /** Words that are none of these: a group, a market, or another thing. */
  readonly other?: string;
}

/** The name of a field as words: "iron_ore", "ironOre". */
const wordsOf = (name: string): string => parted(name).replaceAll('_', ' ').trim();

/** Whether the name of a field is that of a metal or product, and nothing else. */
function metalNamed(name: string, isName: IsName): string | undefined {
  if ((name.length < 3 && !SYMBOL.test(name)) || roleOf(name) !== undefined || DAY.test(name))
    return undefined;
  const words = withoutNoise(wordsOf(name)).replaceAll(/\s+/gu, ' ').trim();
  if (words.length < 2 || words.length > MOST_CHARACTERS) return undefined;
  return isName(words) ? words : isName(name) ? name : undefined;
}

const MOST_CHARACTERS = 80;

export function readName(name: string, isName: IsName): NameRead {
  if (DAY.test(name)) return { time: name };
  if (CONTAINER.test(name)) return {};
  const metal = metalNamed(name, isName);
  if (metal !== undefined) return { metal };
  if (partIn(name) !== undefined || /^(?:0?[1-9]|[12]\d|3[01])$/.test(name)) return { time: name };
  if (CURRENCY_CODE.test(name) && readMoneyCell(name) !== undefined) return { currency: name };
  return { other: wordsOf(name) };
}

/** Times within one another, as one that is read: "2026" and "09", "2026" and "Sep", "2026-09" and "18". */
export function joinedTimes(times: readonly string[]): string | undefined {
  const [first, ...rest] = times;
  if (first === undefined || rest.length === 0) return first;
  if (rest.length > 2) return undefined;
  const [second = '', third] = rest;
  if (yearIn(first) !== undefined) {
    const part = partIn(second);
    if (/^\d{1,2}$/.test(second)) {
      const month = `${first}-${second.padStart(2, '0')}`;
      return Number(second) > 12 ? undefined : third === undefined ? month : dayOf(month, third);
    }
    if (part !== undefined && third === undefined) return `${part} ${first}`;
    // A whole time beneath its year says the year again.
    return second.startsWith(first) && third === undefined ? second : undefined;
  }
  return /^\d{4}-\d\d$/.test(first) && third === undefined ? dayOf(first, second) : undefined;
}

const dayOf = (month: string, day: string): string | undefined =>
  /^\d{1,2}$/.test(day) ? `${month}-${day.padStart(2, '0')}` : day.startsWith(month) ? day : undefined;
