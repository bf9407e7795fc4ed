/** How far a price moves and within how many days: "5 % in a week", "doubles", "by 5 USD/kg". */
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { MONEY_NAME } from '#src/domain/measure/units.ts';
import { amountFrom, units } from './read-amount.ts';
import { COUNT } from '../times/future-days.ts';
import { lasting } from '../times/read-bounds.ts';
import type { Rest } from '../rest.ts';
import { UP, DOWN, MOVES, APART, type RuleSaid, GOES_UP, GOES_DOWN } from './way-words.ts';

const PERCENT = String.raw`(?:%|percent|per cent|pct|prozent)`;
const WITHIN = new RegExp(
  String.raw`\b(?:in|within|over|during|inside|across)\s+(?:the\s+)?(?:(?:a|any|one|single|same|last|past)\s+)*(?<count>${COUNT})?[\s-]*(?<unit>days?|weeks?|months?|quarters?|years?|fortnight|hours?)(?!\p{L})|\/\s?(?<count>\d{1,3})\s?(?<unit>d|w|m|y)(?!\p{L})|\b(?:in|within|over)\s+(?<count>\d{1,3})\s?(?<unit>d|w|wks?|mo|h|hrs?|yr?)(?!\p{L})|(?<=\uE000[\s,]*)(?:(?<count>one|two|three|four|five|six|ten|\d{1,3})[\s-]+)?(?<unit>days?|wks?|weeks?|mo|months?)(?!\p{L})|\b(?<each>a|per|each|every)\s+(?<unit>day|week|month|quarter|year)(?!\p{L})|\b(?<named>overnight|day[\s-](?:on|over|to)[\s-]day|week[\s-](?:on|over|to)[\s-]week|month[\s-](?:on|over|to)[\s-]month|year[\s-](?:on|over|to)[\s-]year|d\/d|dod|w\/w|wow|m\/m|mom|y\/y|yoy|on the (?:day|week|month|quarter|year)|from (?:one|a) (?:day|week|month|quarter|year) to the (?:next|other)|(?:versus|vs\.?|against|above|below|over|under|than|compared (?:to|with)|from|since) (?:the )?(?:last|previous|a) (?:day|week|month|quarter|year)(?: ago)?|(?:from|since|vs\.?|versus|than) yesterday|daily|weekly|monthly)(?!\p{L})`,
  'u',
);

const MULTIPLES: readonly (readonly [RegExp, number, 'up' | 'down'])[] = [
  [/\bdoubles?\b/u, 100, 'up'],
  [/\btriples?\b/u, 200, 'up'],
  [/\bhalves\b|\bfalls? by half\b|\bdrops? by half\b|\bloses? half\b/u, 50, 'down'],
];

const MOVED_BY = new RegExp(
  String.raw`\b(?:${UP}|${DOWN}|${MOVES})\s+by\s+(?:more than |at least |over )?(?=(?:${MONEY_NAME})?\s?\d)`,
  'u',
);
/** "increases 50 $/kg in 10 days": a change, for a time is said. */
const MOVED_SO = new RegExp(
  String.raw`\b(?:increases?|decreases?|gains?|loses?|adds?|sheds?|rises?|falls?|drops?|up|down|higher|lower)\s+(?:by\s+)?(?=(?:${MONEY_NAME})?\s?\d)`,
  'u',
);

const directionOf = (text: string): 'up' | 'down' | undefined => {
  const [up, down] = [GOES_UP.test(text), GOES_DOWN.test(text)];
  return up === down ? undefined : up ? 'up' : 'down';
};

/** "5 %", "half a percent", "doubles", "by 5 USD/kg": a change, and within how many days. */
export function takeChange(rest: Rest): RuleSaid | undefined {
  const multiple = MULTIPLES.find(([pattern]) => rest.has(pattern));
  if (multiple !== undefined) {
    rest.take(multiple[0]);
    return { kind: 'change', percent: multiple[1], direction: multiple[2], ...takeDays(rest) };
  }
  const signed = /(?<![\d\p{L}/+±]\s?)(?<sign>[+-])\s?\d+(?:[.,]\d+)?\s?%/u.exec(rest.left)?.groups?.['sign'];
  const percent = takePercent(rest);
  if (percent !== undefined) {
    if (rest.has(APART)) {
      rest.take(APART);
      return { kind: 'apart', percent };
    }
    const direction = directionOf(rest.left) ?? (signed === '+' ? 'up' : signed === '-' ? 'down' : undefined);
    rest.take(/\b(?:more than|at least|over|by)\s+(?=[\uE000-\uE005])/u);
    return { kind: 'change', percent, ...(direction === undefined ? {} : { direction }), ...takeDays(rest) };
  }
  const by = MOVED_BY.exec(rest.left) ?? (WITHIN.test(rest.left) ? MOVED_SO.exec(rest.left) : null);
  if (by === null) return undefined;
  const amount = amountFrom(rest, by.index);
  if (amount?.low === undefined) return undefined;
  rest.blot(amount.from, amount.to);
  const direction = directionOf(by[0]);
  return {
    kind: 'change',
    amount: amount.low,
    ...units(amount),
    ...(direction === undefined ? {} : { direction }),
    ...takeDays(rest),
    unclear: amount.unclear,
  };
}

const PERCENT_WORDS = new RegExp(
  String.raw`\b(?<word>half(?: an?)?|quarter of an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty)\s+${PERCENT}(?: of an?)?(?: point)?`,
  'u',
);

/** "up by a quarter", "sheds a fifth of its price". */
const FRACTION =
  /\bby\s+(?:an?|one)\s+(?<part>half|third|quarter|fifth|tenth)(?!\p{L})|\b(?:an?|one)\s+(?<part>half|third|quarter|fifth|tenth)\s+(?:of\s+(?:its|the|their)\s+(?:price|value)|in\s+(?:price|value))/u;
const PARTS: Readonly<Record<string, number>> = { half: 50, third: 33.3, quarter: 25, fifth: 20, tenth: 10 };

const PERCENT_NEXT = new RegExp(`^\\s?${PERCENT}(?!\\p{L})`, 'u');

function takePercent(rest: Rest): number | undefined {
  const worded = rest.take(PERCENT_WORDS)?.groups?.['word'];
  if (worded !== undefined)
    return worded.startsWith('half') ? 0.5 : worded.startsWith('quarter') ? 0.25 : smallNumberOf(worded);
  const part = rest.take(FRACTION)?.groups?.['part'];
  if (part !== undefined) return PARTS[part];
  for (const { kind, start, end, readings } of scanNumbers(rest.left)) {
    const sign = PERCENT_NEXT.exec(rest.left.slice(end));
    // "99.5 %" before or after "min" is a purity.
    const value = readings[0]?.value;
    if (
      isPurity(rest, value) ||
      kind !== 'number' ||
      sign === null ||
      value === undefined ||
      /^\s*(?:min|purity|oxide|metal)/u.test(rest.left.slice(end + sign[0].length))
    )
      continue;
    rest.blot(start, end + sign[0].length);
    return Math.abs(value);
  }
  return undefined;
}

const isPurity = ({ plain }: Rest, value = 0) =>
  value >= 90 &&
  !/\bby (?:more than |at least |over )?9\d/u.test(plain) &&
  /\bpurity\b|\boxide\b|\bmetal\b|o\d/u.test(plain);

const NAMED_DAYS: Readonly<Record<string, number>> = { o: 1, d: 1, w: 7, m: 30, y: 365 };

function takeDays(rest: Rest): { readonly days?: number } {
  const groups = rest.take(WITHIN)?.groups;
  if (groups === undefined) return {};
  const named = groups['named'];
  if (named !== undefined) {
    const unit = /\b(?:day|week|month|quarter|year)\b/u.exec(named)?.[0] ?? named;
    return { days: NAMED_DAYS[unit.charAt(0)] ?? 1 };
  }
  const span = lasting(groups['count'] ?? 'a', groups['unit'] ?? 'day');
  return { days: 'days' in span ? span.days : Math.max(1, Math.round(span.hours / 24)) };
}
