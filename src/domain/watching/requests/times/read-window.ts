/** The days that an export is of: "last 30 days", "of September", "since 2025", "everything". */
import { readWhen } from '#src/domain/measure/times/when.ts';
import { countOf, COUNT } from './future-days.ts';
import type { AskedWindow } from '../request.ts';
import type { Rest } from '../rest.ts';

const LAST = new RegExp(
  String.raw`\b(?:(?:of|for|from|over|in)\s+)?(?:the\s+)?(?:last|past|previous)\s+(?:(?<count>${COUNT})\s+)?(?<unit>days?|weeks?|wks?|months?|quarters?|years?|yrs?)(?!\p{L})|(?<![\d.,$€£])\b(?<count>\d{1,3}|one|two|three|four|five|six|ten|twelve)\s?(?<unit>days?|d|weeks?|wks?|w|months?|mo|m|years?|yrs?|y)(?:\s+(?:of|back))?(?!\p{L})`,
  'u',
);
const ALL =
  /\b(?:everything|ever|(?:every|each) (?:single )?(?:\S+ ){0,2}?(?:price|quote|figure|number|value|row|record)s?|all(?: time| of (?:it|them)| there is| (?:the )?(?:data|history|prices|quotes|days|years|rows))?|full history|complete history|whole history|entire history|since the (?:beginning|start)|the (?:whole|full|entire) (?:history|series|thing|lot)|(?:full|whole|entire|complete) (?:[^\s.,;]+ )?(?:price )?(?:history|series|record|data))\b/u;

const DATED: ReadonlySet<string> = new Set(['years', 'months', 'day', 'window']);
const UNIT_NAMES: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  d: 'day',
  w: 'week',
  m: 'month',
  y: 'year',
};

/** As it is said: so many last days, or from a date to another. @param today ISO date */
export function takeWindow(rest: Rest, today: string): AskedWindow | undefined {
  const last = rest.find(LAST);
  if (last !== undefined) {
    const { count = '1', unit = '' } = last.match.groups ?? {};
    rest.blot(last.from, last.to);
    const plain = UNIT_NAMES[unit.charAt(0)] ?? 'day';
    return unit.startsWith('q')
      ? { last: countOf(count) * 3, unit: 'month' }
      : { last: countOf(count), unit: plain };
  }
  const text = rest.left
    .replaceAll('\uE000', ' ')
    .replaceAll(/--(?=from|to)/gu, '  ')
    .replaceAll(/\bfy(?=\s?20\d\d\b)/gu, '  ');
  const time = readWhen(text, today).find(({ kind }) => DATED.has(kind));
  if (time !== undefined && 'period' in time) {
    rest.blot(time.from, time.to);
    const { from, to } = time.period;
    const open = /\bsince\b|onwards?\b|\bfrom\b(?!.*\b(?:to|until|till)\b)/u.test(time.text) || to >= today;
    return {
      from,
      ...(open && to >= today && /\bsince|from|onward|ytd|to date/u.test(rest.plain) ? {} : { to }),
    };
  }
  return rest.take(ALL) === undefined ? undefined : { all: true };
}
