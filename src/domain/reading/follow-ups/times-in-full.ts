/** Times that are counted from the month, quarter or year under discussion, in full: "a month later", "the same month of 2021", "June?". */
import {
  halfOf,
  monthOf,
  quarterOf,
  stepFrom,
  yearOf,
  type Grain,
  type Period,
} from '#src/domain/measure/period.ts';
import type { Question } from '#src/domain/reading/question.ts';

const COUNTED = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];
const COUNT = String.raw`(?:(?<count>an?|one|two|three|four|five|six|\d{1,2}) )`;
const LENGTH = '(?<length>month|quarter|half|year|yr)s?';
const WAY =
  '(?:(?<on>later|after|afterwards|afterward|on|further)|before|earlier|prior|previously)(?: (?:that|this|it))?';
const STEP = new RegExp(String.raw`(?:${COUNT}|\bthe )?\b${LENGTH} ${WAY}(?![\p{L}\p{N}])`, 'iu');
const BESIDE =
  /(?:\bthe )?\b(?:(?<on>following|next|subsequent)|previous|preceding|prior) (?<length>month|quarter|half|year)(?![\p{L}\p{N}])/iu;
const SAME =
  /(?:\b(?:the|that|this|in|for) )?\b(?:(?:very )?same|that) (?:month|quarter|half|period)(?![\p{L}\p{N}])(?: (?:again|too))?/iu;
/** "Same in 2022". */
const SAME_IN = /(?:\bthe )?\bsame(?= (?:in|for|of) (?:19|20)\d\d(?!\d))/iu;
const OF_A_YEAR = /^,?(?: (?:of|in|from|for|but))*(?: the year)? (?<year>(?:19|20)\d\d)(?!\d)/iu;
const WHOLE_YEAR =
  /(?:\b(?:the|that|this|of the|of that) )?\b(?:(?:whole|full|entire) (?:of (?:the|that) )?year|year as a whole)(?! (?:19|20)\d)(?![\p{L}\p{N}])|\b(?:that|this same|the same) year(?![\p{L}\p{N}])/iu;
/** Said of what is counted from today. */
const FROM_TODAY = /\b(?:last|this|next|past|previous|current|coming|ago|so far|since|until|today|now)\b/iu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** Months of each length, and how many of one make a year. */
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * The words with such a time in full; `undefined` where there is none in them, or none is under discussion.
 * @example timesInFull(question('and a month later'), question('gold in May 2025')) // 'and Jun 2025'
 */
export function timesInFull(question: Question, previous: Question | undefined): string | undefined {
  if (previous === undefined) return undefined;
  const { text } = question;
  const period = monthsSpoken(previous);
  const same = period && sameAgain(text, period);
  if (same !== undefined) return same;
  if (YEAR.test(text)) return undefined;
  const beside = yearBeside(text, previous);
  if (beside !== undefined) return beside;
  return (period && (stepped(text, period) ?? wholeYear(text, period))) ?? ofThatYear(question, previous);
}

/** Nothing but that: who goes along the years means the one beside that which was told, and not the one beside today's. */
const BARE_NEXT =
  /^(?<lead>\W{0,3}(?:(?:and|then|ok|okay|so|what|how|about|for|in)\s){0,3})(?:the\s)?(?:(?<on>next|following)|previous|preceding|prior)\s(?:year|one)(?<end>\W{0,3})$/iu;

/** "Next year" after 2021: 2022. */
function yearBeside(text: string, { years, span, current }: Question): string | undefined {
  const groups = BARE_NEXT.exec(text)?.groups;
  const [year, ...others] = years;
  if (groups === undefined || year === undefined || others.length > 0 || span !== null || current)
    return undefined;
  return `${groups['lead'] ?? ''}${year + (groups['on'] === undefined ? -1 : 1)}${groups['end'] ?? ''}`;
}

/** The months that were spoken of last. */
function monthsSpoken({ when }: Question): Period | undefined {
  const last = when.findLast((time) => time.kind === 'months' || time.kind === 'window');
  return last !== undefined && 'period' in last ? last.period : undefined;
}

/** "The same month of 2021", "the same month a year before", "that month". */
function sameAgain(text: string, period: Period): string | undefined {
  const found = SAME.exec(text) ?? SAME_IN.exec(text);
  if (found === null || !isOfYear(period)) return undefined;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  const lead = /^(?:in|for) /iu.exec(found[0])?.[0] ?? '';
  const year = OF_A_YEAR.exec(after);
  const step = year === null ? STEP.exec(after) : null;
  if (year !== null) {
    const other = inYear(period, Number(year.groups?.['year']));
    return other && `${before}${lead}${other.label}${after.slice(year[0].length)}`;
  }
  if (step?.groups !== undefined && /^(?:y|h|q)/u.test(step.groups['length'] ?? '')) {
    const other = moved(period, step.groups);
    return (
      other &&
      `${before}${lead}${other.label}${after.slice(0, step.index)}${after.slice(step.index + step[0].length)}`.trim()
    );
  }
  return YEAR.test(text) || FROM_TODAY.test(after) ? undefined : `${before}${lead}${period.label}${after}`;
}

/** "A month later", "the quarter before", "the year after that". */
function stepped(text: string, period: Period): string | undefined {
  const found = STEP.exec(text) ?? BESIDE.exec(text);
  const other = found?.groups && moved(period, found.groups);
  return found === null || other === undefined
    ? undefined
    : `${text.slice(0, found.index)}${other.label}${text.slice(found.index + found[0].length)}`.trim();
}

function moved(period: Period, groups: Readonly<Record<string, string | undefined>>): Period | undefined {
  const length = groups['length']?.toLowerCase().replace(/^yr$/u, 'year') ?? '';
  const size = MONTHS[period.grain];
  const by = MONTHS[length];
  if (size === undefined || by === undefined || period.grain === 'year' || by % size !== 0) return undefined;
  const word = groups['count']?.toLowerCase() ?? 'one';
  const count = COUNTED.includes(word) ? COUNTED.indexOf(word) : Number(word.replace(/^an?$/u, '1'));
  return stepFrom(period, (groups['on'] === undefined ? -1 : 1) * count * (by / size));
}

function wholeYear(text: string, period: Period): string | undefined {
  return isOfYear(period) && WHOLE_YEAR.test(text)
    ? text.replace(WHOLE_YEAR, period.from.slice(0, 4))
    : undefined;
}

/** "June?", "and the second half": of the year under discussion. */
function ofThatYear({ text, when, metals, metrics }: Question, previous: Question): string | undefined {
  const [time, ...others] = when;
  if (time?.kind !== 'months' || others.length > 0 || FROM_TODAY.test(time.text)) return undefined;
  // A whole question says its own time, or means the newest.
  if (metals.length > 0 && metrics.length > 0) return undefined;
  const months = monthsSpoken(previous);
  const [only, ...more] = previous.years;
  const year =
    months === undefined
      ? more.length === 0 && !previous.current && previous.metrics.includes('price')
        ? only
        : undefined
      : Number(months.to.slice(0, 4));
  const period = year === undefined ? undefined : inYear(time.period, year);
  return period && text.replace(time.text, () => period.label);
}

const isOfYear = ({ from, to }: Period): boolean => from.slice(0, 4) === to.slice(0, 4);

/** The same part of another year. */
function inYear({ from, grain }: Pick<Period, 'from' | 'grain'>, year: number): Period | undefined {
  const month = Number(from.slice(5, 7));
  const make: Partial<Record<Grain, () => Period | undefined>> = {
    month: () => monthOf(year, month),
    quarter: () => quarterOf(year, Math.ceil(month / 3)),
    half: () => halfOf(year, Math.ceil(month / 6)),
    year: () => yearOf(year),
  };
  return make[grain]?.();
}
