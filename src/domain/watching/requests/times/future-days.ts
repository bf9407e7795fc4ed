/** Days that are to come, feasts among them, and how many of something: "Friday", "January", "Easter"; "a couple of". */
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { COMING_DAY, comingDay } from '#src/domain/measure/times/coming-day.ts';
import { FEAST_NAMES, feastDay } from '#src/domain/watching/calendar/holidays.ts';

const NUMBER_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|twenty-four|thirty|forty|forty-eight|sixty|ninety';
export const COUNT = `(?:\\d{1,4}|an?|${NUMBER_WORDS}|a couple of|a few)`;
const FEAST = `(?:${FEAST_NAMES.toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}-])`;
/** A day, or the beginning or end of a stretch, that is to come. */
export const FUTURE = `(?:${FEAST}|${COMING_DAY})`;

/** @example countOf('two') // 2 */
export function countOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  if (/^an?$/.test(word)) return 1;
  if (word === 'third') return 3;
  if (word === 'fourth') return 4;
  if (word === 'sixth') return 6;
  return (
    word
      .replace(/^a (couple|few).*/, '$1')
      .split('-')
      .reduce((sum, part) => sum + (smallNumberOf(part) ?? 0), 0) || 1
  );
}

/** The same as `comingDay`, of feasts as well. */
export const futureDay = (text: string, today: string, which: 'first' | 'last'): string | undefined =>
  feastDay(text.trim(), today) ?? comingDay(text, today, which);
