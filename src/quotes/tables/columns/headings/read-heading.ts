/** Reads what heads a column: its role, and what it says of all prices in it: "NdPr oxide, low (RMB/mt, incl. VAT)". */
import type { Period } from '#src/domain/measure/period.ts';
import { takeNamed, type Named } from '#src/domain/reading/quotes/read-subject.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import type { Material } from '#src/domain/series/material.ts';
import { headingTimeIn } from '#src/quotes/tables/cell-kinds.ts';
import { takeFirmness, type Firmness } from '#src/quotes/tables/times/firmness.ts';
import { parted, roleOf, takeRole, withoutNoise, type ColumnRole } from './heading-words.ts';
import { monthNumbered, partIn, whole, yearIn } from '#src/quotes/tables/times/partial-times.ts';
import type { Fields, Row } from '#src/quotes/tables/rows/row.ts';
import { withoutLeastShare } from './least-share.ts';
import { tenorOf } from '../tenors.ts';
import { isEmpty, textOf, type Cell } from '#src/quotes/tables/sheets/sheet.ts';

export interface HeadingRead {
  /** As it stands there, its rows one after the other. */
  readonly text: string;
  readonly role: ColumnRole | undefined;
  /** What it says of the prices below. */
  readonly own: Row;
  /** Where the column is of one time: a wide table of months. */
  readonly time: Period | undefined;
  /** Where it is of a part of a year that something else says: "Jan". */
  readonly part?: string | undefined;
  /** How firm that time's prices are. */
  readonly firmness?: Firmness | undefined;
  /** Words that are not known: they may make another price of it. */
  readonly left: string;
}

/**
 * @param parts A column's cells in the heading's rows, from above.
 * @param hasLeastShares Whether a "min" beside a share is of that share.
 */
export function readHeading(
  parts: readonly (Cell | undefined)[],
  materials: readonly Material[],
  today: string,
  hasLeastShares = false,
): HeadingRead {
  let role: ColumnRole | undefined;
  let time: Period | undefined;
  let part: string | undefined;
  let year: string | undefined;
  let firmness: Firmness | undefined;
  const own: Fields = {};
  const left: string[] = [];
  for (const cell of parts) {
    const text = hasLeastShares ? withoutLeastShare(textOf(cell)) : textOf(cell);
    if (text === '') continue;
    const ofYear = partIn(cell) ?? (typeof cell === 'number' ? monthNumbered(text) : undefined);
    if (ofYear !== undefined) {
      part = ofYear;
      continue;
    }
    const all = roleOf(text) ?? roleOfShare(text);
    if (all !== undefined) {
      role = all;
      Object.assign(own, lengthIn(text), unitInBrackets(text));
      continue;
    }
    const at = headingTimeIn(cell, today);
    if (at !== undefined) {
      time = at;
      year = yearIn(takeFirmness(text).rest) ?? year;
      firmness = takeFirmness(text).firmness ?? firmness;
      continue;
    }
    const alone = tenorOf(text);
    if (alone !== undefined) {
      left.push(alone);
      continue;
    }
    const dated = takeDay(parted(text), today);
    time = dated.time ?? time;
    const bare = takeNamed(dated.rest, materials);
    // "3-month" is no date.
    const [behind = ''] = / \d{1,2}-month$/u.exec(bare.left) ?? [];
    const said = bare.left.slice(0, bare.left.length - behind.length);
    const alike = takeRole(bare.material === undefined || /[\p{L}\p{N}]/u.test(said) ? said : '');
    const taken = { ...alike, rest: `${alike.rest}${behind}` };
    role = taken.role ?? role;
    // Without the words of its role the rest may be a name as a whole: "Price in".
    const named = bare.material === undefined ? both(bare, takeNamed(taken.rest, materials)) : bare;
    Object.assign(own, lengthIn(text), rowOf(named));
    const rest = withoutNoise(
      bare.material === undefined ? named.left : taken.rest === '' ? named.left : taken.rest,
    );
    const tenor = role === undefined ? undefined : tenorOf(rest);
    if (tenor !== undefined) own['place'] = tenor;
    else if (/[\p{L}\p{N}]/u.test(rest)) left.push(rest.replaceAll(/\s+/gu, ' ').trim());
  }
  const words = parts.filter((cell) => !isEmpty(cell)).map(textOf);
  if (part !== undefined && year !== undefined) time = headingTimeIn(whole(part, year), today);
  return {
    text: [...new Set(words)].join(' '),
    role,
    own,
    time,
    firmness,
    ...(part !== undefined && year === undefined ? { part } : {}),
    left: left.join(' '),
  };
}

const DAY =
  /(?<![\p{L}\d])(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} \p{L}{3,10} \d{4})(?![\p{L}\d])|\d{4}年\d{1,2}月\d{1,2}日/u;

/** "Preis 12.03.2026": the day of a column's prices, and its heading without it. */
function takeDay(text: string, today: string): { readonly time: Period | undefined; readonly rest: string } {
  const found = DAY.exec(text);
  const time = found === null ? undefined : headingTimeIn(found[0], today);
  return time?.grain === 'day' && found !== null && roleOf(text.replace(found[0], '')) === 'price'
    ? { time, rest: text.replace(found[0], '') }
    : { time: undefined, rest: text };
}

/** What is left of a heading may say more of it; a second unit is not known: "(USD/t oz)". */
function both(first: Named, { unit, left, ...second }: Named): Named {
  const said = Object.entries(second).filter(([, value]) => value !== undefined && value !== '');
  const twice = unit !== undefined && first.unit !== undefined ? ` ${unit}` : '';
  return { ...first, ...Object.fromEntries(said), unit: first.unit ?? unit, left: left + twice };
}

const OF_LENGTH: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\p{L})(?:week[ -]?(?:ending|ended|end|commencing|beginning|of)|w\/[ec]|wochenende|woche (?:bis|vom))(?!\p{L})/iu,
    'week',
  ],
  [/(?<!\p{L})month[ -]?(?:ending|ended|end|beginning)(?!\p{L})/iu, 'month'],
  [/(?<!\p{L})quarter[ -]?(?:ending|ended|end)(?!\p{L})/iu, 'quarter'],
];

/** "16-20 November 2026", "16. bis 20.11.2026": from the first day of a week to its last. */
const DAYS_OF_WEEK =
  /(?<![\d./-])(\d{1,2})\.?\s?(?:[-–—]|bis|to|au|al)\s?(\d{1,2})(?=\.?\s(?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}|\.\d{1,2}\.\d{4})/iu;

/** How long a time each day stands for. @example lengthIn('Week ending') // { period: 'week' } */
export function lengthIn(text: string): Row {
  const [, first, last] = DAYS_OF_WEEK.exec(text) ?? [];
  const days = Number(last) - Number(first);
  const period =
    OF_LENGTH.find(([pattern]) => pattern.test(text))?.[1] ?? (days > 2 && days < 7 ? 'week' : undefined);
  return period === undefined ? {} : { period };
}

const BRACKETS = /[(（[]([^()（）[\]]{1,20})[)）\]]\s*$/u;

/** The unit of a heading that is known as a whole: "单价（元）", "Low (USD)". */
function unitInBrackets(text: string): Row {
  const [, inside] = BRACKETS.exec(text) ?? [];
  const unit = inside === undefined ? undefined : takeUnit(`(${inside})`);
  return unit?.value === undefined || /[\p{L}\p{N}]/u.test(unit.rest) ? {} : { unit: unit.value };
}

/** "Purity (%)" is the purity: of other columns the mark says that they are no prices. */
function roleOfShare(text: string): ColumnRole | undefined {
  const bare = text.replace(/\s*[([]?\s*(?:in\s+)?%\s*[)\]]?$/u, '');
  const role = bare === text ? undefined : roleOf(bare);
  return role === 'purity' ? role : undefined;
}

/** What is said, as the fields of a row have it. */
export function rowOf({ material, form, purity, terms, place, vat, payment, unit, taken }: Named): Row {
  const said = { metal: material?.id, form, purity, terms, place, vat, payment, unit, period: taken };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ''));
}
