/** A line that says a price and what it is of, as people write them into a mail or a chat: "Indium 99.99   USD 412 - 428 / kg (thin!)". */
import { COUNT, MASS_NAME, MONEY_NAME } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import words from './line-words.json' with { type: 'json' };

/** Its cells, as a table has them; what stands behind the price belongs to the name, but for remarks. */
export interface PricedLine {
  readonly name: string;
  readonly price: string;
  /** Money, mass, both or neither: a title may say the rest. */
  readonly unit: string;
}

const NUMBER = String.raw`\d+(?:[.,'’\u00a0\u202f]\d+)*(?: \d{3}(?!\d))*(?:[.,]\d+)?(?:\s?(?:(?:k|m|mn|million|lakhs?)(?!\p{L})|[千万亿]))?`;
const JOIN = String.raw`\s?(?:[-–—~～/]|\.\.|至|到|(?:to|bis|à|au?|do|до)(?=\s))\s?`;
const PER = String.raw`\s?(?:\/|每|(?<=\s)(?:per|pro|je|an?|the)(?=\s))\s?`;
const CONTAINED = String.raw`(?:\s(?:of\s)?(?:contained\s)?[A-Z][a-z]?(?:\d?O\d?)?(?![\p{L}\d])(?:\scont(?:ained|\.)?)?)?`;
const PRICE = new RegExp(
  `^(?<before>${MONEY_NAME})?\\s?(?<low>${NUMBER})(?:${JOIN}(?:${MONEY_NAME}\\s?)?(?<high>${NUMBER}))?\\s?(?<after>${MONEY_NAME})?(?:${PER}(?<mass>(?:${COUNT})?${MASS_NAME}${CONTAINED}))?(?=$|[\\s,;.!?()（）\\[\\]*，；、。])`,
  'iu',
);
/** What parts a name from its price. */
const SEAM = /\s*(?::|：|=|@|\||\t|\.{3,}|…+|→|->)\s*|\s{2,}|\s+[-–—]\s+|\s+/gu;
/** Money that belongs to the number behind it. */
const MONEY_LAST = new RegExp(`${MONEY_NAME}\\s?$`, 'iu');
const LONGEST_NAME = 90;
const MOST_SEAMS = 24;

const REMARK = new RegExp(`^(?:(?:${words.remarks})(?:\\s+|$)){1,6}$`, 'iu');
const CHANGE = new RegExp(
  `^(?:(?:${words.since})\\s?)?(?:(?:[+\\-−–±▲▼↑↓△▽]|(?:${words.changes})(?:\\s|$|(?<=\\p{Script=Han})))\\s?[$€£]?\\d[\\d.,]*\\s?[万千]?元?%?|[+\\-−]?\\d[\\d.,]*\\s?%|(?:${words.remarks}))(?:\\s(?:on (?:the )?)?(?:day|week|d\\/d|w\\/w|dod|wow))?$`,
  'iu',
);

/**
 * @param isName Whether a text is the name of a metal and nothing else.
 * @returns `undefined` where it says no price, or something besides that is not understood
 */
export function readPricedLine(line: string, isName: (text: string) => boolean): PricedLine | undefined {
  const found: PricedLine[] = [];
  let unknown: PricedLine | undefined;
  let seams = 0;
  for (const { 0: seam, index } of line.matchAll(SEAM)) {
    seams += 1;
    if (seams > MOST_SEAMS || index > LONGEST_NAME) break;
    const [name, rest] = [line.slice(0, index).trim(), line.slice(index + seam.length).trim()];
    if (!mayBeName(name, seam)) continue;
    const read = priceIn(name, rest, isName);
    if (read === undefined) continue;
    if (isName(name)) found.push(read);
    // A whole price of what is not known: its row says so.
    else if (read.unit.includes('/') && (/[:：=@|]|\s{2,}/u.test(seam) || unknown === undefined))
      unknown = read;
  }
  const [first, ...others] = found;
  if (first === undefined) return unknown;
  // "Tin 99.9 34" may be tin of that purity, or a price of two numbers: the longest name has the fewest left.
  return others.at(-1) ?? first;
}

/** A name with money, a colon or an end of a range in it has a part of the price. */
const mayBeName = (name: string, seam: string): boolean =>
  /\p{L}/u.test(name) &&
  !MONEY_LAST.test(name) &&
  !hasMoney(name) &&
  !/[:：=@]/u.test(name) &&
  !(/[-–—]/u.test(seam) && /\d$/u.test(name)) &&
  !(/(?<![\d.,])\d{1,3}[.,]\d{3}$/u.test(name) && !/99[.,]\d{3}$/u.test(name));

function priceIn(name: string, given: string, isName: (text: string) => boolean): PricedLine | undefined {
  const text = withKnownUnits(given);
  const match = PRICE.exec(text);
  const { before, low, high, after, mass } = match?.groups ?? {};
  if (match === null || low === undefined) return undefined;
  if (before !== undefined && after !== undefined && before.toLowerCase() !== after.toLowerCase())
    return undefined;
  const money = before ?? after;
  const ofName = mass === undefined ? massIn(name) : undefined;
  const unit = [money, mass ?? ofName].filter((part) => part !== undefined).join('/');
  const tail = behind(text.slice(match[0].length), name, isName);
  if (tail === undefined) return undefined;
  return {
    name: [name, ...tail].join(', '),
    price: high === undefined ? low : `${low} - ${high}`,
    unit,
  };
}

/** Whether a line begins with a metal's name and has money in it: one of prices, though it is not understood. */
export const beginsUnread = (line: string, isName: (text: string) => boolean): boolean =>
  hasMoney(line) &&
  [...line.matchAll(SEAM)]
    .slice(0, MOST_SEAMS)
    .some(({ index }) => index <= LONGEST_NAME && isName(line.slice(0, index).trim()));

const NEAR_MONEY = new RegExp(`${MONEY_NAME}\\s?\\d|\\d\\s?(?:k|[千万亿])?${MONEY_NAME}`, 'iu');

/** Whether a line has money in it, so that whoever reads it may look for a price there. */
export const hasMoney = (line: string): boolean =>
  NEAR_MONEY.test(withKnownUnits(line).replaceAll(ONE_LETTER, ' '));

/** "P1020" is a grade, and no pence. */
const ONE_LETTER = /(?<![\p{L}\d])[pc](?=\d)/giu;

/** "(per 10 gm)" behind a name is what its price is of. */
function massIn(name: string): string | undefined {
  const { value } = takeUnit(name);
  return value?.replace(/^(?:per|je|pro|\/)\s*/iu, '');
}

/** What a text behind a price says of its goods; `undefined` where a part of it is neither that nor a remark. */
function behind(
  text: string,
  name: string,
  isName: (text: string) => boolean,
): readonly string[] | undefined {
  const said: string[] = [];
  for (const piece of text.split(/[,;()（）[\]!?*，；、。]+|\.(?=\s|$)|\s[-–—]\s/u)) {
    const part = piece.trim();
    if (part === '' || REMARK.test(part) || CHANGE.test(part)) continue;
    const beside = /^[\p{L}\s./&-]+$/u.test(part) && isName(`${isName(name) ? name : 'copper'}, ${part}`);
    if (!beside) return undefined;
    said.push(part);
  }
  return said;
}
