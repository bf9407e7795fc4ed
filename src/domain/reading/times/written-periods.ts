/** How tables of other tongues and programs write a time, as one of the forms that are read: "1. Quartal 2026" is "Q1 2026". */

import { inOurCalendar } from './other-calendars.ts';

const YEAR = String.raw`(?<year>(?:19|20)\d\d|'?\d\d)`;
const FULL_YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const OF = String.raw`\s*(?:(?:de|del|of|von)\s+)?[\s/,-]*`;
const NTH = String.raw`(?:er|e|è|ème|º|ª|°|st|nd|rd|th)?`;
const QUARTER_WORD = String.raw`(?:quartal|quartals|quarter|qtr\.?|trimestre|trim\.?|kwartaal|kwartał|kw\.|kwartału|кв\.?|квартала?|분기|四半期)`;
const WEEK_WORD = String.raw`(?:kalenderwoche|woche|kw|cw|wk|week|weeknr|semaine|semana|settimana|sem|неделя|нед\.?|tydzień|tydz\.?|vecka|v\.|uge|uke|hafta|týden|týž(?:den)?|viikko|vko|savaitė|hét|주차|주|tuần|тиждень|тижд\.?|εβδομάδα|săptămâna)`;

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'iu');
type Groups = Readonly<Record<string, string | undefined>>;
/** Characters: far more than such a time takes. */
const LONGEST = 60;
type Write = (groups: Groups) => string;

const NUMBERS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
};
const numberOf = (text = '') => NUMBERS[text.toLowerCase()] ?? text;
const yearOf = ({ year = '' }: Groups) => (year.length > 3 ? year : `20${year.replace("'", '')}`);

const quarter: Write = (groups) => `Q${numberOf(groups['nth'])} ${yearOf(groups)}`;
const week: Write = (groups) => `${yearOf(groups)}-W${(groups['nth'] ?? '').padStart(2, '0')}`;
/** "2025-26" is rather a year that begins within one. */
const weekBehindYear: Write = (groups) =>
  Number(groups['nth']) === (Number(groups['year']) % 100) + 1
    ? `${groups['year']}-${groups['nth']}`
    : week(groups);
const month: Write = (groups) => `${yearOf(groups)}-${(groups['nth'] ?? '').padStart(2, '0')}`;

/** Years of a reign, and of the republic of Taiwan, by the year before its first. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, 民國: 1911, 民国: 1911 };
const ERA = /(令和|平成|民[國国]|(?<![\p{L}\d])r)\s?(\d{1,3}|元)(?=年|[./-]\d)/giu;
/** "115年11月26日": three digits before a month are a year of the republic. */
const TAIWAN = /(?<![\d\p{L}])(1[01]\d)(?=年\s?\d{1,2}月)/gu;
/** @example "令和8年3月5日" is "2026年3月5日" */
export const withPlainYear = (text: string): string =>
  text
    .replaceAll(TAIWAN, (_, year: string) => String(1911 + Number(year)))
    .replaceAll(ERA, (_, era: string, year: string) =>
      String((ERAS[era.toLowerCase()] ?? 0) + (year === '元' ? 1 : Number(year))),
    );

const FORMS: readonly (readonly [RegExp, Write])[] = [
  [whole(String.raw`(?<nth>[1-4]|iv|i{1,3})\.?${NTH}\s*${QUARTER_WORD}${OF}${YEAR}`), quarter],
  [whole(String.raw`${QUARTER_WORD}\s*(?<nth>[1-4]|iv|i{1,3})${OF}${YEAR}`), quarter],
  [whole(String.raw`${FULL_YEAR}[\s/-]*${QUARTER_WORD}\s*(?<nth>[1-4])`), quarter],
  [whole(String.raw`${FULL_YEAR}[\s/,-]*(?<nth>[1-4])\.?${NTH}\s*${QUARTER_WORD}`), quarter],
  [
    whole(
      String.raw`t(?<nth>[1-4])[\s/-]*${YEAR}|(?<nth>[1-4])t[\s/-]*${YEAR}|${FULL_YEAR}[\s/-]*t(?<nth>[1-4])`,
    ),
    quarter,
  ],
  [whole(String.raw`${FULL_YEAR}年第?(?<nth>[1-4一二三四])季度?|${FULL_YEAR}年q(?<nth>[1-4])`), quarter],
  [whole(String.raw`(?<nth>\d{1,2})\.?${NTH}\s*${WEEK_WORD}${OF}${YEAR}`), week],
  [whole(String.raw`(?:${WEEK_WORD}|w)\.?\s*(?:nr\.?|no\.?)?\s*(?<nth>\d{1,2})[\s/,'-]+${YEAR}`), week],
  [whole(String.raw`${FULL_YEAR}[\s/-]*(?:${WEEK_WORD}|w)\.?\s*(?<nth>\d{1,2})`), week],
  [whole(String.raw`${FULL_YEAR}[\s/.-]*(?<nth>\d{1,2})\.?\s*${WEEK_WORD}`), week],
  // A week's number behind its year is greater than any month's.
  [
    whole(
      String.raw`${FULL_YEAR}[/-](?<nth>1[3-9]|[2-4]\d|5[0-3])|(?<nth>1[3-9]|[2-4]\d|5[0-3])[/-]${FULL_YEAR}`,
    ),
    weekBehindYear,
  ],
  [whole(String.raw`'?(?<year>\d\d)[\s-]?w(?<nth>\d{2})`), week],
  [whole(String.raw`s(?<nth>\d{1,2})[\s/-]+${FULL_YEAR}`), week],
  [whole(String.raw`${FULL_YEAR}[年년]\s?第?(?<nth>\d{1,2})(?:[周週]|주차?)`), week],
  [whole(String.raw`${FULL_YEAR}年\s*(?:第\s*)?(?<nth>[1-4])\s*(?:分期|분기|四半期)`), quarter],
  [whole(String.raw`${FULL_YEAR}(?<nth>0[1-9]|1[0-2])`), month],
  [whole(String.raw`(?<nth>0?[1-9]|1[0-2])[./-]${FULL_YEAR}|${FULL_YEAR}[./-](?<nth>[1-9])`), month],
];

/** "2026. 11. 20.", and days and months as some programs run them together: "20NOV2026". */
const [DOTTED, JOINED] = [
  /^((?:19|20)\d\d)\.\s?(\d{1,2})\.\s?(\d{1,2})\.?$/u,
  /^(\d{1,2})([A-Za-z]{3})((?:19|20)?\d\d)$/u,
];
/** "20/XI/2026" */
const ROMAN = /^(\d{1,2})[\s./-](I{1,3}|IV|VI{0,3}|I?X|XI{1,2})[\s./-]((?:19|20)\d\d)$/u;
const MONTHS = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');
const withMarks = (text: string): string =>
  text
    .replace(
      DOTTED,
      (_, year: string, m: string, day: string) => `${year}-${m.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
    .replace(JOINED, '$1-$2-$3')
    .replace(
      ROMAN,
      (_, day: string, roman: string, year: string) => `${day}.${MONTHS.indexOf(roman) + 1}.${year}`,
    );

/** @example asWritten('KW 34/26') // "2026-W34"; what is none of these forms stays as it is */
export function asWritten(text: string): string {
  if (text.length > LONGEST) return text;
  const plain = withMarks(inOurCalendar(withPlainYear(text))).replaceAll(
    /(?<=[\d\p{L}]) del? (?=[\d\p{L}])/giu,
    ' ',
  );
  for (const [pattern, write] of FORMS) {
    const groups = pattern.exec(plain)?.groups;
    if (groups !== undefined) return write(groups);
  }
  return plain;
}

const JOINT = String.raw`\s*(?:[-–—~～]|\bto\b|\bbis\b|\bau\b|至)\s*`;
const SPANS: readonly (readonly [RegExp, (groups: Groups) => readonly [string, string]])[] = [
  [
    whole(String.raw`(?<a>\d{1,2})\.?${JOINT}(?<b>\d{1,2})\.?\s+(?<rest>\p{L}{3,10}\.?,?\s+\d{4})`),
    ({ a = '', b = '', rest = '' }) => [`${a} ${rest}`, `${b} ${rest}`],
  ],
  [
    whole(String.raw`(?<m>\p{L}{3,10})\.?\s+(?<a>\d{1,2})${JOINT}(?<b>\d{1,2}),?\s+(?<year>\d{4})`),
    ({ m = '', a = '', b = '', year = '' }) => [`${a} ${m} ${year}`, `${b} ${m} ${year}`],
  ],
  [
    whole(String.raw`(?<a>\d{1,2})\.(?<m>\d{1,2}\.)?${JOINT}(?<b>\d{1,2})\.(?<n>\d{1,2})\.(?<year>\d{4})`),
    ({ a = '', m, b = '', n = '', year = '' }) => [`${a}.${m ?? `${n}.`}${year}`, `${b}.${n}.${year}`],
  ],
  [
    whole(String.raw`(?<a>\d{4}-\d\d-\d\d)(?:${JOINT}|\/)(?<b>\d{4}-\d\d-\d\d)`),
    ({ a = '', b = '' }) => [a, b],
  ],
  [whole(String.raw`(?<a>[^-–—~～]{6,24}?)${JOINT}(?<b>[^-–—~～]{6,24})`), ({ a = '', b = '' }) => [a, b]],
];

/** The first and the last day of "16.-20.11.2026", as they are written; `undefined` where it is none of these forms. */
export function spanWritten(text: string): readonly [string, string] | undefined {
  for (const [pattern, ends] of SPANS) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return ends(groups);
  }
  return undefined;
}
