/** The years and spans that a question asks for: "2021-23", "since 2021", "last 3 years", "between 2021 and 2025". */
import { isFree, rawText, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { neighbours, oddYear, RECENT, stretchAt, type Horizon, type Span } from './stretches.ts';
import { yearAt, type YearRead } from './year-words.ts';

export interface YearsRead {
  /** Ascending, without doubles, all within 1900 to 2100. */
  readonly years: readonly number[];
  readonly span: Span | null;
  /** The one year named counts from today ("last year"). */
  readonly relative: boolean;
  /** A year that no calendar series can have ("in 3000"), as typed. */
  readonly odd: string | null;
  /** Which tokens said which years. */
  readonly places: readonly { readonly from: number; readonly next: number; readonly span: Span }[];
}

const EARLIEST = 1900;
const LATEST = 2100;
const TO = new Set(['to', 'until', 'till', 'til', 'through', 'thru', 'upto', 'bis', 'thrugh', 'a']);
const UNTIL = new Set(['until', 'till', 'til', 'through', 'thru', 'upto']);
const NOW = new Set(['now', 'today', 'date', 'present', 'current', 'onwards', 'onward']);
const ON = new Set(['on', 'onwards', 'onward', 'forward', 'forwards', 'upward', 'upwards']);

/** Reads all years of a question and takes their words. */
export function readYears(reading: Reading, horizon: Horizon): YearsRead {
  const years = new Set<number>();
  let span: Span | null = null;
  let relative = 0;
  let odd: string | null = null;
  const places: { from: number; next: number; span: Span }[] = [];
  const keep = (found: Span) => {
    const [low, high] = found.from <= found.to ? [found.from, found.to] : [found.to, found.from];
    if (low < EARLIEST || high > LATEST) return false;
    for (let year = low; year <= high; year += 1) years.add(year);
    if (low !== high) span ??= { from: low, to: high };
    return true;
  };
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const stretch = stretchAt(reading, at, horizon);
    if (stretch !== undefined) {
      if (!keep(stretch.span)) odd ??= rawText(reading, at, stretch.next);
      else places.push({ from: at, next: stretch.next, span: stretch.span });
      take(reading, at, stretch.next, 'year');
      at = stretch.next - 1;
      continue;
    }
    const year = yearAt(reading, at, horizon.thisYear);
    if (year === undefined) {
      odd ??= oddYear(reading, at);
      continue;
    }
    const read = spanAt(reading, besideNamed(reading, year, years), horizon);
    if (!keep(read.span)) odd ??= rawText(reading, at, read.next);
    else places.push({ from: read.from, next: read.next, span: read.span });
    if (year.relative && read.next === year.next) relative += 1;
    take(reading, read.from, read.next, 'year');
    at = read.next - 1;
  }
  for (const year of neighbours(reading, years)) keep({ from: year, to: year });
  const ascending = [...years].toSorted((a, b) => a - b);
  return { years: ascending, span, relative: ascending.length === 1 && relative === 1, odd, places };
}

/** "2023 against the previous year": counted from the year just named, not from today. */
function besideNamed(reading: Reading, read: YearRead, named: ReadonlySet<number>): YearRead {
  const [only] = named;
  if (named.size !== 1 || only === undefined || !read.relative) return read;
  const word = wordAt(reading, read.at);
  if (word === 'previous' || word === 'prior' || word === 'preceding') return { ...read, year: only - 1 };
  return word === 'following' ? { ...read, year: only + 1 } : read;
}

interface SpanRead {
  readonly span: Span;
  readonly from: number;
  readonly next: number;
}

/** A year with what stands around it: "since", "until", "to 2023", "-23", "onwards". */
function spanAt(reading: Reading, first: YearRead, horizon: Horizon): SpanRead {
  const word = (at: number) => wordAt(reading, at);
  const { year, at } = first;
  const before = word(at - 1);
  const decade = word(first.next) === 's' && reading.tokens[first.next]?.glued === true && year % 10 === 0;
  if (decade) return { span: { from: year, to: year + 9 }, from: at, next: first.next + 1 };
  const between = before === 'between' || word(at - 2) === 'between';
  const second = secondYear(reading, first, between, horizon);
  if (second !== undefined) {
    return { span: { from: year, to: second.year }, from: isLead(before) ? at - 1 : at, next: second.next };
  }
  const on =
    ON.has(word(first.next)) && (before === 'from' || before === 'since' || word(first.next) !== 'on');
  // "2022 + 10 kg" and "2023 + 10 %" add something.
  const following = reading.tokens[first.next];
  const plus =
    following?.gap.startsWith('+') === true &&
    following.value === undefined &&
    !/^(?:amount|percent|money)$/u.test(reading.slots[first.next] ?? '');
  if (before === 'since' || on || plus) {
    const to = year > horizon.thisYear ? Math.max(year, horizon.last) : horizon.thisYear;
    return {
      span: { from: year, to },
      from: isLead(before) ? at - 1 : at,
      next: on ? first.next + 1 : first.next,
    };
  }
  const upTo = before === 'to' && word(at - 2) === 'up';
  if (UNTIL.has(before) || upTo) {
    return {
      span: { from: Math.min(horizon.first, year), to: year },
      from: upTo ? at - 2 : at - 1,
      next: first.next,
    };
  }
  if (before === 'before' || before === 'pre') {
    return {
      span: { from: Math.min(horizon.first, year - 1), to: year - 1 },
      from: at - 1,
      next: first.next,
    };
  }
  if (before === 'after' || before === 'post' || before === 'beyond') {
    const to = Math.max(horizon.thisYear, year + 1);
    return { span: { from: year + 1, to }, from: at - 1, next: first.next };
  }
  const during = before === 'over' || word(at - 2) === 'over' || word(at - 2) === 'during';
  if (first.relative && during && RECENT.has(word(at))) {
    return { span: { from: year, to: horizon.thisYear }, from: at, next: first.next };
  }
  return { span: { from: year, to: year }, from: at, next: first.next };
}

function isLead(word: string): boolean {
  return word === 'from' || word === 'between' || word === 'since';
}

/** The other end of a span, where one follows: "to 2023", "-23", "/22", ".. 2026", "and 2025" after "between", "till now". */
function secondYear(
  reading: Reading,
  first: YearRead,
  between: boolean,
  { thisYear }: Horizon,
): { readonly year: number; readonly next: number } | undefined {
  const joint = reading.tokens[first.next];
  if (joint === undefined || !isFree(reading, first.next)) return undefined;
  const upTo = joint.word === 'up' && wordAt(reading, first.next + 1) === 'to';
  const joined = TO.has(joint.word) || upTo || (between && (joint.word === 'and' || joint.word === '&'));
  const start = joined ? first.next + (upTo ? 2 : 1) : first.next;
  const dashed = /^(?:'s)?(?:-+>?|\.\.+|…|>|=>|→|~)'?$/u.test(joint.gap);
  const slashed = joint.gap === '/' && /^\d\d$/u.test(joint.raw);
  const ampersand = between && joint.gap === '&';
  if (!joined && !dashed && !slashed && !ampersand) return undefined;
  if (joined && joint.word !== 'and' && NOW.has(wordAt(reading, start)))
    return { year: thisYear, next: start + 1 };
  if (between && NOW.has(wordAt(reading, start))) return { year: thisYear, next: start + 1 };
  const second = yearAt(reading, start, thisYear);
  if (second !== undefined) return { year: second.year, next: second.next };
  const short = reading.tokens[start];
  if (short === undefined || !/^\d\d$/u.test(short.raw)) return undefined;
  const year = Math.floor(first.year / 100) * 100 + Number(short.raw);
  return year > first.year ? { year, next: start + 1 } : undefined;
}
