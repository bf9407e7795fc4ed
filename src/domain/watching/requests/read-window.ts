/** The days that an export is of: "last 30 days", "of September", "since 2025", "everything". */
import { readWhen } from '#src/domain/measure/when.ts';
import { countOf, COUNT } from './future-days.ts';
import type { AskedWindow } from './request.ts';
import type { Rest } from './rest.ts';

const LAST = new RegExp(
  String.raw`\b(?:(?:of|for|from|over|in)\s+)?(?:the\s+)?(?:last|past|previous)\s+(?:(?<count>${COUNT})\s+)?(?<unit>days?|weeks?|months?|quarters?|years?)(?!\p{L})|\b(?<count>\d{1,3})\s+(?<unit>days?|weeks?|months?|years?)(?:\s+(?:of|back))?(?!\p{L})`,
  'u',
);
const ALL =
  /\b(?:everything|all(?: time| of (?:it|them)| there is| (?:the )?(?:data|history|prices|quotes|days|years|rows))?|full history|complete history|whole history|entire history|since the (?:beginning|start)|the (?:whole|full|entire) (?:history|series|thing|lot)|(?:full|whole|entire|complete) (?:price )?(?:history|series))\b/u;

const DATED: ReadonlySet<string> = new Set(['years', 'months', 'day', 'window']);
const UNITS = ['day', 'week', 'month', 'year'] as const;

/** As it is said: so many last days, or from a date to another. @param today ISO date */
export function takeWindow(rest: Rest, today: string): AskedWindow | undefined {
  const last = rest.find(LAST);
  if (last !== undefined) {
    const { count = '1', unit = '' } = last.match.groups ?? {};
    rest.blot(last.from, last.to);
    const plain = unit.replace(/s$/u, '');
    return plain === 'quarter'
      ? { last: countOf(count) * 3, unit: 'month' }
      : { last: countOf(count), unit: UNITS.find((one) => one === plain) ?? 'day' };
  }
  const time = readWhen(rest.left.replaceAll('\uE000', ' '), today).find(({ kind }) => DATED.has(kind));
  if (time !== undefined && 'period' in time) {
    rest.blot(time.from, time.to);
    const { from, to } = time.period;
    const open = /\bsince\b|onwards?\b|\bfrom\b(?!.*\b(?:to|until|till)\b)/u.test(time.text) || to >= today;
    return { from, ...(open && to >= today && /\bsince|from|onward/u.test(rest.plain) ? {} : { to }) };
  }
  return rest.take(ALL) === undefined ? undefined : { all: true };
}
