/** Years that are not written in full: "in 24", "21 22 23", "twenty twenty-four", "the year before", "the last decade". */
import { monthsBefore, addDays, MONTH_WORD } from '#src/domain/measure/days.ts';
import { NOT_COUNTED, type FormContext, type Groups, type Said, type TimeForm } from './time-form.ts';
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { yearOf, type Period } from '#src/domain/measure/period.ts';
import { readMassUnit, readMoneyUnit } from '#src/domain/measure/units.ts';

const said = (year: number, beside?: number): Said => ({
  kind: 'days',
  yearSaid: true,
  of: () => yearOf(year),
  ...(beside === undefined ? {} : { beside }),
});

/** "in 24" is a year after these, where nothing countable follows. */
const BEFORE_SHORT = new Set(['in', 'since', 'from', 'until', 'till', 'during', 'before', 'after']);
const AFTER_SHORT = new Set(
  'to and or vs versus compared till until price prices cost production pls please on onwards'.split(' '),
);
/** What is measured by the year: "nd 24 price", "price 23". */
const MEASURED = new Set('price prices cost costs production output supply share demand usgs'.split(' '));
const PAIRING = new Set(['to', 'vs', 'versus', 'and', 'or', 'until', 'till']);
const RECENT = /^(?:2\d|30)$/;

/** A unit, a percent sign, a currency, or what was read as something else already. */
function isCounted(word = ''): boolean {
  if (readMassUnit(word) !== undefined || readMoneyUnit(word) !== undefined) return true;
  return /^(?:[%$€£\uE000]|percent|top|last|next|past|first)$/.test(word);
}

const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+|[%$€£\uE000]/gu) ?? [];

/** Two digits that what stands around them makes a year. */
function short(
  { year = '' }: Groups,
  _: string,
  __: string,
  { before, after }: FormContext,
): Said | undefined {
  const [left, right] = [wordsIn(before.slice(-80)), wordsIn(after.slice(0, 80))];
  const [previous = '', next = ''] = [left.at(-1), right[0]];
  const ends = next === '' || /^\s*[,.?!;:]/.test(after);
  const number = Number(year);
  const pointed =
    BEFORE_SHORT.has(previous) && (ends || AFTER_SHORT.has(next)) && number >= 15 && number <= 35;
  const free = !isCounted(previous) && !isCounted(next);
  const measured = year.startsWith('2') && free && (MEASURED.has(next) || (ends && MEASURED.has(previous)));
  return pointed || measured || isPaired(number, left, right) ? said(2000 + number) : undefined;
}

function recent(near = '', far = ''): number | undefined {
  const word = PAIRING.has(near) ? far : near;
  return RECENT.test(word) ? Number(word) : undefined;
}

/** "21 22 23", "22 vs 23": numbers of these years beside one another, and nothing that they could count. */
function isPaired(own: number, left: readonly string[], right: readonly string[]): boolean {
  const [before, after] = [recent(left.at(-1), left.at(-2)), recent(right[0], right[1])];
  if (own < 20 || own > 30 || (after === undefined && before === undefined)) return false;
  if ((after ?? own + 1) <= own || (before ?? own - 1) >= own) return false;
  return !right.slice(0, 4).some(isCounted) && !isCounted(left.at(-1));
}

/** "twenty twenty-four", "two thousand and twenty four". */
function inWords({ tens = '', ones }: Groups): Said | undefined {
  const [ten, one] = [smallNumberOf(tens.toLowerCase()) ?? 0, smallNumberOf(ones?.toLowerCase() ?? '') ?? 0];
  return ten >= 20 || one === 0 ? said(2000 + ten + one) : undefined;
}

const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)';
const TENS =
  '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';

/** Ten years back from today, or on. */
function decade({ which = '' }: Groups, today: string): Said {
  const year = Number(today.slice(0, 4));
  const back = !/^(?:next|coming)/i.test(which);
  const period: Period = back
    ? {
        from: addDays(monthsBefore(today, 120), 1),
        to: today,
        label: 'the last 10 years',
        grain: 'year',
        years: { from: year - 10, to: year },
      }
    : {
        from: addDays(today, 1),
        to: monthsBefore(today, -120),
        label: 'the next 10 years',
        grain: 'year',
        years: { from: year, to: year + 10 },
      };
  return { kind: 'days', yearSaid: true, of: () => period };
}

export const YEAR_FORMS: readonly TimeForm[] = [
  {
    // Of a pair of them the first: "22-24", "22/23".
    pattern: String.raw`(?<year>2\d)(?=\s?[-/]\s?(?:2\d|30)(?![\d./:-]*\d)(?!\s*${MONTH_WORD})${NOT_COUNTED})`,
    read: ({ year = '' }, _, __, { before, after }) => {
      const [left, right] = [wordsIn(before.slice(-80)), wordsIn(after.slice(0, 80))];
      return isPaired(Number(year), left, right) ? said(2000 + Number(year)) : undefined;
    },
  },
  { pattern: String.raw`(?<year>\d\d)(?![\d./:-]*\d)${NOT_COUNTED}`, read: short },
  {
    pattern: String.raw`(?:twenty|two thousand(?:\s+and)?)[\s-]+(?<tens>${TENS})(?:[\s-]+(?<ones>${ONES}))?`,
    read: inWords,
  },
  {
    pattern: String.raw`two thousand(?:\s+and)?\s+(?<ones>${ONES})`,
    read: ({ ones = '' }) => said(2000 + (smallNumberOf(ones.toLowerCase()) ?? 0)),
  },
  { pattern: 'two thousand', read: () => said(2000) },
  {
    pattern: String.raw`(?:the\s+)?(?<which>last|past|previous|recent|next|coming)\s+decade`,
    read: decade,
  },
  // Of the one year that is named besides; by itself it is none.
  {
    pattern: String.raw`(?:the\s+)?(?:year|yr)\s+(?<side>before|earlier|prior|after|later)(?!\s+(?:last|previous|past|prior|that|this|\d|'))`,
    read: ({ side = '' }) => ({
      kind: 'days',
      yearSaid: true,
      of: () => undefined,
      beside: /^(?:after|later)$/i.test(side) ? 1 : -1,
    }),
  },
  // Meant as a year, but none that can be looked up.
  {
    pattern: String.raw`(?:(?<=\byear\s)\d{3,6}|(?<=\b(?:in|since|until)\s)\d{3,6}(?=\s*(?:$|[?.!,;:])))(?![\d/-])${NOT_COUNTED}`,
    read: (_, __, text) =>
      /^(?:19|20)\d\d$/.test(text) ? undefined : { kind: 'unread', reason: `“${text}” is no year of these` },
  },
];
