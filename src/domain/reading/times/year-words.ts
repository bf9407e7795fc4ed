/** One year at a time: "2024", "'24", "FY24", "last year", "two years ago", "twenty twenty-four". */
import { smallNumber, readNumber } from '#src/domain/reading/amounts/numbers.ts';
import { isFree, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { readUnit } from '#src/domain/reading/amounts/units.ts';

export interface YearRead {
  readonly year: number;
  readonly at: number;
  readonly next: number;
  /** Counted from today: "last year". */
  readonly relative: boolean;
}

const YEAR = /^(?:year|yr|yrs|years)$/u;
const THIS = new Set(['this', 'current', 'present', 'running', 'ongoing', 'thys']);
const LAST = new Set(['last', 'past', 'previous', 'prior', 'preceding']);
const NEXT = new Set(['next', 'coming', 'following', 'upcoming']);
const AGO = new Set(['ago', 'back', 'earlier', 'before', 'prior']);
const HENCE = new Set(['hence', 'later', 'ahead', 'out']);
/** "in 24" is a year after these, where nothing countable follows. */
const BEFORE_SHORT = new Set(['in', 'since', 'from', 'until', 'till', 'during', 'before', 'after']);
const AFTER_SHORT = new Set(
  'to and or vs versus compared till until price prices cost production pls please on onwards'.split(' '),
);

/** The year that starts at a token, if one does. `thisYear` is the year of today. May lie outside 1900 to 2100. */
export function yearAt(reading: Reading, at: number, thisYear: number): YearRead | undefined {
  if (!isFree(reading, at)) return undefined;
  const found = inDigits(reading, at) ?? inWords(reading, at) ?? relative(reading, at, thisYear);
  return found !== undefined && isFree(reading, at, found.next) ? found : undefined;
}

function inDigits(reading: Reading, at: number): YearRead | undefined {
  const token = reading.tokens[at];
  if (token === undefined) return undefined;
  const year = (value: number, next = at + 1): YearRead => ({ year: value, at, next, relative: false });
  const fiscal = /^(?:fy|cy)(\d{2}|\d{4})$/u.exec(token.word)?.[1];
  if (fiscal !== undefined) return year(fiscal.length === 2 ? 2000 + Number(fiscal) : Number(fiscal));
  const following = reading.tokens[at + 1];
  if (
    (token.word === 'fy' || token.word === 'cy') &&
    following !== undefined &&
    /^(?:\d{2}|(?:19|20)\d\d)$/u.test(following.raw)
  ) {
    const digits = following.raw;
    return year(digits.length === 2 ? 2000 + Number(digits) : Number(digits), at + 2);
  }
  if (/^(?:19\d\d|20\d\d|2100)$/u.test(token.raw)) return year(Number(token.raw));
  if (!/^\d\d$/u.test(token.raw)) return undefined;
  if (token.gap.endsWith("'")) return year(2000 + Number(token.raw));
  const next = wordAt(reading, at + 1);
  const ends = following === undefined || AFTER_SHORT.has(next) || /[,.?!;:]/u.test(following.gap);
  const plausible = Number(token.raw) >= 15 && Number(token.raw) <= 35;
  const pointed = BEFORE_SHORT.has(wordAt(reading, at - 1)) && ends && plausible;
  return pointed || isPaired(reading, at) || isMeasured(reading, at)
    ? year(2000 + Number(token.raw))
    : undefined;
}

const MEASURED = new Set('price prices cost costs production output supply share demand usgs'.split(' '));

/** "nd 24 price", "price 23": a number of these years beside what is measured by the year, and that counts nothing. */
function isMeasured(reading: Reading, at: number): boolean {
  const raw = reading.tokens[at]?.raw ?? '';
  if (!/^2\d$/u.test(raw) || isCounted(reading, at + 1) || isCounted(reading, at - 1)) return false;
  const after = reading.tokens[at + 1];
  const ends = after === undefined || /[,.?!;:]/u.test(after.gap);
  return MEASURED.has(after?.word ?? '') || (ends && MEASURED.has(wordAt(reading, at - 1)));
}

/** A unit, a percent sign or a currency. */
function isCounted(reading: Reading, at: number): boolean {
  const unit = readUnit((word) => wordAt(reading, word), at) !== undefined;
  return unit || /^[%$€£]$|^(?:percent|usd|dollars?|top|last|next|past|first)$/u.test(wordAt(reading, at));
}

const PAIRING = new Set(['to', 'vs', 'versus', 'and', 'or', 'until', 'till']);

/** "21 22 23", "22 vs 23": numbers of these years beside one another, and nothing that they could count. */
function isPaired(reading: Reading, at: number): boolean {
  const recent = (i: number) => {
    const raw = reading.tokens[i]?.raw ?? '';
    return /^2\d$/u.test(raw) && Number(raw) <= 30 ? Number(raw) : undefined;
  };
  const beside = (i: number, step: number) =>
    recent(i + step) ?? (PAIRING.has(wordAt(reading, i + step)) ? recent(i + 2 * step) : undefined);
  const own = recent(at);
  const after = beside(at, 1);
  const before = beside(at, -1);
  if (own === undefined || (after === undefined && before === undefined)) return false;
  if ((after ?? own + 1) <= own || (before ?? own - 1) >= own) return false;
  return ![1, 2, 3, 4].some((step) => isCounted(reading, at + step)) && !isCounted(reading, at - 1);
}

/** "twenty twenty-four", "two thousand (and) twenty four". */
function inWords(reading: Reading, at: number): YearRead | undefined {
  const word = wordAt(reading, at);
  if (word === 'twenty') {
    const after = reading.tokens[at + 1];
    const tens = after?.value === undefined ? smallNumber(after) : undefined;
    if (tens === undefined || tens < 10 || tens > 90) return undefined;
    const ones = tens >= 20 && tens % 10 === 0 ? smallNumber(reading.tokens[at + 2]) : undefined;
    const hasOnes =
      ones !== undefined && ones > 0 && ones < 10 && reading.tokens[at + 2]?.value === undefined;
    return { year: 2000 + tens + (hasOnes ? ones : 0), at, next: at + (hasOnes ? 3 : 2), relative: false };
  }
  if (word !== 'two' || wordAt(reading, at + 1) !== 'thousand') return undefined;
  const number = readNumber(reading.tokens, at);
  if (number === undefined || number.value < 2000 || number.value > 2100) return undefined;
  return { year: number.value, at, next: number.next, relative: false };
}

function relative(reading: Reading, at: number, thisYear: number): YearRead | undefined {
  const word = (i: number) => wordAt(reading, i);
  const year = (value: number, next: number): YearRead => ({ year: value, at, next, relative: true });
  if (YEAR.test(word(at)) && word(at + 1) === 'before' && LAST.has(word(at + 2)))
    return year(thisYear - 2, at + 3);
  if (YEAR.test(word(at + 1))) {
    if (THIS.has(word(at))) return year(thisYear, at + 2);
    if (LAST.has(word(at))) return year(thisYear - 1, at + 2);
    if (NEXT.has(word(at))) return year(thisYear + 1, at + 2);
  }
  if (word(at) === 'lastyear') return year(thisYear - 1, at + 1);
  const inFuture = word(at) === 'in';
  const counted = inFuture ? at + 1 : at;
  const couple = word(counted) === 'a' ? counted + 1 : counted;
  const number =
    smallNumber(reading.tokens[couple]) ?? (word(counted) === 'a' && YEAR.test(word(couple)) ? 1 : undefined);
  if (number === undefined || !Number.isInteger(number)) return undefined;
  const unit =
    word(counted) === 'a' && YEAR.test(word(couple)) ? couple : couple + (word(couple + 1) === 'of' ? 2 : 1);
  if (!YEAR.test(word(unit))) return undefined;
  if (AGO.has(word(unit + 1))) return year(thisYear - number, unit + 2);
  if (HENCE.has(word(unit + 1))) return year(thisYear + number, unit + 2);
  if (word(unit + 1) === 'from' && (word(unit + 2) === 'now' || word(unit + 2) === 'today')) {
    return year(thisYear + number, unit + 3);
  }
  return inFuture ? year(thisYear + number, unit + 1) : undefined;
}
