/** The times of a question, by the one reader of times, over the tokens that nothing else has taken. */
import { isYear } from '#src/domain/measure/days.ts';
import { withoutTimes } from '#src/domain/measure/times/times-left.ts';
import { readWhen, type When } from '#src/domain/measure/times/when.ts';
import { yearsOf, type YearSpan } from '#src/domain/measure/period.ts';
import { looksLikeYear } from '#src/domain/reading/amounts/masses/amount-parts.ts';
import { rawText, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { OPAQUE } from '#src/domain/reading/tokens.ts';
import { readUnit } from '#src/domain/reading/amounts/units.ts';

/** First and last year. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a span without one of its ends reaches to. */
export interface Horizon {
  readonly thisYear: number;
  /** First and last year that the data has. */
  readonly first: number;
  readonly last: number;
}

export interface TimesRead {
  readonly when: readonly When[];
  /** The text with a sign that nobody types in place of each time: what is left may say when, too. */
  readonly rest: string;
  /** Years named, or counted from today; ascending, without doubles, all within 1900 to 2100. */
  readonly years: readonly number[];
  readonly span: Span | null;
  /** The one year named counts from today ("last year"). */
  readonly relative: boolean;
  /** The first time that no yearly series has, as typed: a month, a day, what is not known. */
  readonly finer: string | null;
  /** The years in which it falls, where it does not say them ("yesterday", "in March"). */
  readonly finerYears: readonly number[];
  /** Which tokens said which years. */
  readonly places: readonly { readonly from: number; readonly next: number; readonly span: Span }[];
}

const EARLIEST = 1900;
const LATEST = 2100;

/**
 * Reads all times of a question and takes their words.
 * @param today ISO date, the asker's
 * @param known The times of the same words with others between them: they are the same, if all are there.
 */
export function readTimes(
  reading: Reading,
  today: string,
  horizon: Horizon,
  known?: readonly When[],
): TimesRead {
  const { line, ends } = lineOf(reading);
  const when = (known && movedTo(line, known)) ?? readWhen(line, today);
  const years = new Set<number>();
  const finerYears = new Set<number>();
  const places: { from: number; next: number; span: Span }[] = [];
  let span: Span | null = null;
  let finer: string | null = null;
  const apart = spanApart(line, when);
  for (const time of when) {
    // "2023+ price": the sign is no token, and the word behind it is none of the time.
    const [from, next] = tokensOf(ends, { ...time, to: time.to - Number(time.text.endsWith('+')) });
    if (time.kind === 'now') {
      const { thisYear } = horizon;
      places.push({ from, next, span: { from: thisYear, to: thisYear } });
      continue;
    }
    takeTime(reading, from, next, time.kind);
    const found = apart?.of.includes(time) === true ? apart.span : spanOf(time, horizon);
    const isOdd = found !== undefined && (found.from < EARLIEST || found.to > LATEST);
    if (isOdd || !isYearly(time)) finer ??= rawText(reading, from, next);
    if (found === undefined || isOdd) continue;
    const isSaid = isYearly(time) || /(?:19|20)\d\d|'\d\d|\byear\b/iu.test(time.text);
    for (let year = found.from; year <= found.to; year += 1) (isSaid ? years : finerYears).add(year);
    if (isSaid) places.push({ from, next, span: found });
    const isListed = time.kind === 'years' && time.listed === true;
    if (found.from !== found.to && !isListed) span ??= found;
  }
  const ascending = [...years].toSorted((a, b) => a - b);
  const relative = when.some((time) => time.kind === 'years' && time.relative === true);
  return {
    when,
    rest: withoutTimes(line, when),
    years: ascending,
    span,
    relative: ascending.length === 1 && relative,
    finer,
    finerYears: [...finerYears],
    places,
  };
}

/** "Since 2021 in total up to 2024", "from the 2022 high until 2025": one span, though words stand between its ends. */
function spanApart(
  line: string,
  when: readonly When[],
): { readonly of: readonly When[]; readonly span: Span } | undefined {
  const yearly = when.filter((time) => time.kind === 'years');
  const [one, two, ...others] = yearly;
  if (one === undefined || two === undefined || others.length > 0) return undefined;
  const [begins, ends] = [yearsOf(one.period), yearsOf(two.period)];
  if (begins.from === undefined || ends.to === undefined || ends.from !== undefined) return undefined;
  const isOpen = begins.to === undefined;
  const isFrom =
    begins.from === begins.to && /\b(?:from|since)\s+(?:the\s+|its\s+)?$/iu.test(line.slice(0, one.from));
  const between = line.slice(one.to, two.from);
  if (!(isOpen || isFrom) || begins.from >= ends.to || /[?;.!]/u.test(between)) return undefined;
  return { of: [one, two], span: { from: begins.from, to: ends.to } };
}

/** Times where they stand in another line; `undefined` where one of them does not. */
function movedTo(line: string, times: readonly When[]): readonly When[] | undefined {
  const moved: When[] = [];
  let end = 0;
  for (const time of times) {
    const from = line.indexOf(time.text, end);
    if (from < 0) return undefined;
    end = from + time.text.length;
    moved.push({ ...time, from, to: end });
  }
  return moved;
}

/** What has figures of years alone answers a year that begins on another day by them, too. */
const isYearly = (time: When): boolean =>
  time.kind === 'years' || (time.kind === 'unread' && time.yearly === true);

/** The years that a time reaches over, its open ends as far as the data. */
function spanOf(time: When, { thisYear, first, last }: Horizon): Span | undefined {
  const years: YearSpan | undefined =
    'period' in time ? yearsOf(time.period) : time.kind === 'unread' ? time.years : undefined;
  if (years === undefined) return undefined;
  const { from, to } = years;
  if (from === undefined) return to === undefined ? undefined : { from: Math.min(first, to), to };
  return { from, to: to ?? (from > thisYear ? Math.max(from, last) : thisYear) };
}

/** The line that is read: as typed, words with their spelling mended, and what was taken already out of reach. */
function lineOf(reading: Reading): { readonly line: string; readonly ends: readonly number[] } {
  let line = '';
  const ends: number[] = [];
  for (const [at, { raw, word, value, between, mended }] of reading.tokens.entries()) {
    const glued =
      between === '' && !/^(?:fy|cy)$/u.test(wordAt(reading, at - 1)) && value !== undefined && isYear(raw);
    line += glued ? ' ' : between;
    // Whoever reads amounts has left the number before a unit to be a year: "price 2022 t".
    const isTaken =
      reading.slots[at] !== undefined || (looksLikeYear(reading, at - 1) && isUnit(reading, at));
    line += isTaken ? OPAQUE : mended === true ? word : raw;
    ends.push(line.length);
  }
  return { line, ends };
}

const isUnit = (reading: Reading, at: number): boolean =>
  readUnit((i) => wordAt(reading, i), at) !== undefined || /^(?:%|percent|pct)$/u.test(wordAt(reading, at));

/** The tokens from one place of the line to another. */
function tokensOf(ends: readonly number[], { from, to }: When): readonly [number, number] {
  let first = 0;
  while (first < ends.length && ends[first]! <= from) first += 1;
  let last = first;
  while (last < ends.length && ends[last]! < to) last += 1;
  return [first, Math.min(last + 1, ends.length)];
}

function takeTime(reading: Reading, from: number, next: number, kind: When['kind']): void {
  for (let at = from; at < next; at += 1) {
    const isOfYear = kind === 'years' || isYear(reading.tokens[at]?.raw ?? '');
    take(reading, at, at + 1, isOfYear ? 'year' : 'time');
  }
}
