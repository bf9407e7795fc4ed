/** What an alert is for: "goes above 600k yuan a tonne", "moves 5 % in a week", "hits a new 52-week high", "the sources disagree by 10 %". */
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { MONEY_NAME } from '#src/domain/measure/units.ts';
import { readForm, takeVat } from '#src/domain/reading/quotes/read-basis.ts';
import { amountFrom, levelOf, type ReadAmount } from './read-amount.ts';
import { COUNT, lasting } from '../times/future-days.ts';
import type { AskedRule } from '../request.ts';
import type { Rest } from '../rest.ts';

const UP = String.raw`(?:rises?|rising|pops?|adds?|advances?|climbs?|jumps?|gains?|surges?|soars?|spikes?|increases?|goes up|go up|moves? up|up|rall(?:y|ies)|higher|upwards?|grows?)`;
const DOWN = String.raw`(?:drops?|dropping|falls?|falling|dips?|sinks?|slips?|slides?|declines?|decreases?|loses?|lose|reduces?|sheds?|weakens?|softens?|crashes|plunges?|goes down|go down|moves? down|down|lower|downwards?|tumbles?)`;
const MOVES = String.raw`(?:moves?|moving|changes?|swings?|shifts?|fluctuates?|varies)`;
const ABOVE = new RegExp(
  String.raw`(?:\b(?:above|over|more than|higher than|greater than|(?:dearer|pricier|costlier|more expensive|steeper) than|(?:cross(?:es)?|breaks?|goes|comes|pushes) up(?:wards?)? (?:through|past)|exceeds?|exceeding|tops?|topping|surpass(?:es)?|past|beyond|north of|at least|or more|(?:${UP})\s+to|up to|breaks? through|breaches)(?!\p{L})|\bhigher(?=\s+[$€£¥]?\s?\d)|(?<![-=])>=?|≥)`,
  'u',
);
const BELOW = new RegExp(
  String.raw`(?:\b(?:below|under|beneath|sub|less than|lower than|cheaper than|(?:cross(?:es)?|breaks?|goes|comes|pushes) down(?:wards?)? (?:through|past)|(?:falls?|drops?|sinks?|slips?|dips?) through|fewer than|south of|at most|or less|(?:${DOWN})\s+to|down to)(?!\p{L})|\blower(?=\s+[$€£¥]?\s?\d)|<=?|≤)`,
  'u',
);
const EITHER =
  /\b(?:at|hits?|arrives?(?: at)?|reach(?:es)?|crosses|crossing|cross|touches|gets? to|passes|comes to|gets|is|equals)(?!\p{L})/u;
const LEAVES =
  /\b(?:leaves?|leaving|(?:ceases?|stops?|no longer)\s(?:\p{L}+\s){0,3}?(?:between|within|in)|outside(?: of)?|out of|not (?:in|within|between)|breaks? out of|moves? out of|exits?|beyond the (?:band|range))(?!\p{L})/u;
const ENTERS =
  /\b(?:enters?|entering|between|within|inside|into|(?:is |comes? |gets? )?(?:back )?in(?:to)?(?: the)? (?:range|band)|in between|lands? in|falls? into|comes? into)(?!\p{L})/u;
const PERCENT = String.raw`(?:%|percent|per cent|pct|prozent)`;
const WITHIN = new RegExp(
  String.raw`\b(?:in|within|over|during|inside|across)\s+(?:the\s+)?(?:(?:a|any|one|single|same|last|past)\s+)*(?<count>${COUNT})?[\s-]*(?<unit>days?|weeks?|months?|quarters?|years?|fortnight|hours?)(?!\p{L})|\/\s?(?<count>\d{1,3})\s?(?<unit>d|w|m|y)(?!\p{L})|\b(?:in|within|over)\s+(?<count>\d{1,3})\s?(?<unit>d|w|wks?|mo|h|hrs?|yr?)(?!\p{L})|(?<=\uE000\s*)(?:one\s+)?(?<unit>day|wk|week|mo|month)(?!\p{L})|\b(?<each>a|per|each|every)\s+(?<unit>day|week|month|quarter|year)(?!\p{L})|\b(?<named>overnight|day[\s-](?:on|over)[\s-]day|week[\s-](?:on|over)[\s-]week|month[\s-](?:on|over)[\s-]month|year[\s-](?:on|over)[\s-]year|daily|weekly|monthly)(?!\p{L})`,
  'u',
);
const HIGH =
  /\b(?:new |fresh |another |record |all[\s-]time )*(?:(?:(?<count>\d{1,4}|one|two|three|six|twelve)[\s-]?)?(?<unit>yearly|monthly|weekly|quarterly|day|week|wk|month|mo|m|year|yr|y)s?[\s-])?(?<high>highs?|peaks?|max(?:imum)?|highest|record)(?!\p{L})/u;
const LOW =
  /\b(?:new |fresh |another |record |all[\s-]time )*(?:(?:(?<count>\d{1,4}|one|two|three|six|twelve)[\s-]?)?(?<unit>yearly|monthly|weekly|quarterly|day|week|wk|month|mo|m|year|yr|y)s?[\s-])?(?<low>lows?|troughs?|minimum|(?<=(?:day|week|month|year)[\s-])min|lowest)(?!\p{L})/u;
/** "higher than on any of the past 45 days". */
const BEYOND_ALL = new RegExp(
  String.raw`\b(?<way>higher|lower|cheaper|dearer|more expensive) than (?:[a-z]+ ){0,6}?(?:last|past) (?:(?<count>${COUNT}) )?(?<unit>days?|weeks?|months?|years?)(?!\p{L})`,
  'u',
);
const IN_SPAN = new RegExp(
  String.raw`\b(?:in|of|for|since|over)\s+(?:the\s+)?(?:(?:last|past)\s+)?(?<count>${COUNT})?[\s-]*(?<unit>days?|weeks?|months?|years?)(?!\p{L})`,
  'u',
);
const APART =
  /\b(?:(?:sources?|usgs|report|figures|quotes|prices|they|two)\b.{0,60}?\b(?:disagree|differ|diverge|(?:move |drift |are |get |come |go )?(?:more than .{1,12} )?apart|part ways)|disagree(?:ment)?s?|spread between|gap between|apart)(?!\p{L})/u;
const EDITION =
  /\b(?:new|next|latest|updated|revised|fresh)\s+(?:usgs\s+|report\s+|annual\s+|yearly\s+)?(?:edition|version|release|report|figures|data|numbers|publication|summaries|mcs)\b|\b(?:publishes|releases|updates|brings out|comes out|is out|revises)\b.{0,40}|\bedition\b/u;
const REPEAT_ONCE =
  /\b(?:just|only) once\b|\b(?<!\bat )once(?: only)?(?=\s*(?:$|[.,;:!?)(-]|(?:if|when|as|and|in case|in total|please|pls)\b))(?!,?\s+and\s+for all)|\b(?:one time|a single time|the first time)\b/u;
const REPEAT_EACH =
  /(?<!\b(?:not|don't|than) )(?:\b(?:every|each) time\b|\bon each occasion\b|\bwhenever\b|\bas often as\b|\bevery new one\b)/u;
const REACH =
  /\b(?:entirely|completely|fully|in full|in its entirety|(?:the )?(?:whole|entire|entirety|full|complete)(?: of)? (?:(?!if\b|when\b)\S+ ){0,3}?(?:range|band|quote|spread)|all of (?:it|(?:the )?(?:\S+ ){0,3}?(?:range|band|quote|spread))|both (?:the )?ends|both (?:the )?(?:low|high) and (?:the )?(?:low|high))\b/u;
const MULTIPLES: readonly (readonly [RegExp, number, 'up' | 'down'])[] = [
  [/\bdoubles?\b/u, 100, 'up'],
  [/\btriples?\b/u, 200, 'up'],
  [/\bhalves\b|\bfalls? by half\b|\bdrops? by half\b|\bloses? half\b/u, 50, 'down'],
];

/** What is said of a rule beside its kind. */
function besides(rest: Rest): AskedRule {
  const vat = takeVat(rest.left);
  const form = readForm(rest.plain);
  const source = /\busgs\b/u.test(rest.plain)
    ? 'usgs'
    : /\b(?:the |our |farmonaut |market |of )report(?:'s)?\b|\bfarmonaut\b/u.test(rest.plain)
      ? 'report'
      : undefined;
  const reach = rest.take(REACH);
  const each = rest.take(REPEAT_EACH);
  const once = each === undefined ? rest.take(REPEAT_ONCE) : undefined;
  return {
    ...(form === undefined ? {} : { form }),
    ...(source === undefined ? {} : { source }),
    ...(vat.value === 'included' || vat.value === 'excluded' ? { vat: vat.value } : {}),
    ...(reach === undefined ? {} : { reach: 'entirely' as const }),
    ...(each === undefined ? {} : { repeat: 'each' as const }),
    ...(once === undefined ? {} : { repeat: 'once' as const }),
  };
}

interface ReadRule {
  readonly rule: AskedRule;
  /** Its number may be read in two ways. */
  readonly unclear?: true;
}

/**
 * The rule that a text states; `undefined` where it says nothing of one.
 * @param near The last price of what it is for, in its own unit: decides between two readings of a number.
 */
export function takeRule(rest: Rest, near?: number): ReadRule | undefined {
  const change = takeChange(rest);
  const kind =
    change ?? takeExtreme(rest) ?? takeBand(rest, near) ?? takeLevel(rest, near) ?? takeEdition(rest);
  if (kind === undefined) return undefined;
  const { unclear, ...rule } = kind;
  const { source, ...more } = besides(rest);
  // Sources that lie apart are named both.
  const of = source === undefined || rule.kind === 'apart' ? {} : { source };
  return { rule: { ...rule, ...more, ...of }, ...(unclear === true ? { unclear } : {}) };
}

/** "an alert for terbium, 1600 USD/kg": how far is said, and not which way. */
export function takeBareRule(rest: Rest): ReadRule | undefined {
  const amount = amountFrom(rest);
  const rule = levelOf(amount);
  if (amount === undefined || rule === undefined) return undefined;
  rest.blot(amount.from, amount.to);
  return {
    rule: { ...rule, ...besides(rest) },
    ...(amount.unclear === undefined ? {} : { unclear: amount.unclear }),
  };
}

type Kind = AskedRule & { readonly unclear?: true | undefined };

const MOVED_BY = new RegExp(
  String.raw`\b(?:${UP}|${DOWN}|${MOVES})\s+by\s+(?:more than |at least |over )?(?=(?:${MONEY_NAME})?\s?\d)`,
  'u',
);
/** "increases 50 $/kg in 10 days": a change, for a time is said. */
const MOVED_SO = new RegExp(
  String.raw`\b(?:increases?|decreases?|gains?|loses?|adds?|sheds?|rises?|falls?|drops?|up|down|higher|lower)\s+(?:by\s+)?(?=(?:${MONEY_NAME})?\s?\d)`,
  'u',
);

/** "heads up", "hit me up": no way that a price goes. */
const NO_WAY = String.raw`(?<!\b(?:heads|me|us|set|sign|wake|speak|follow|shut|put) )`;
const GOES_UP = new RegExp(
  String.raw`\b${NO_WAY}(?:${UP}|risen|climbed|gained|jumped|gone up|increased|surged|rallied|grown)(?!\p{L})`,
  'u',
);
const GOES_DOWN = new RegExp(
  String.raw`\b(?:${DOWN}|fallen|dropped|declined|lost|slipped|slid|sunk|gone down|decreased|tumbled)(?!\p{L})`,
  'u',
);

const directionOf = (text: string): 'up' | 'down' | undefined => {
  const [up, down] = [GOES_UP.test(text), GOES_DOWN.test(text)];
  return up === down ? undefined : up ? 'up' : 'down';
};

/** "5 %", "half a percent", "doubles", "by 5 USD/kg": a change, and within how many days. */
function takeChange(rest: Rest): Kind | undefined {
  const multiple = MULTIPLES.find(([pattern]) => rest.has(pattern));
  if (multiple !== undefined) {
    rest.take(multiple[0]);
    return { kind: 'change', percent: multiple[1], direction: multiple[2], ...takeDays(rest) };
  }
  const signed = /(?<![\d\p{L}/])(?<sign>[+-])\s?\d+(?:[.,]\d+)?\s?%/u.exec(rest.left)?.groups?.['sign'];
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
  if (groups['named'] !== undefined) return { days: NAMED_DAYS[groups['named'].charAt(0)] ?? 1 };
  const span = lasting(groups['count'] ?? 'a', groups['unit'] ?? 'day');
  return { days: 'days' in span ? span.days : Math.max(1, Math.round(span.hours / 24)) };
}

/** "a new high", "52-week low", "the highest in a year". */
function takeExtreme(rest: Rest): Kind | undefined {
  const beyond = rest.take(BEYOND_ALL)?.groups;
  if (beyond !== undefined) {
    const over = lasting(beyond['count'] ?? 'a', beyond['unit'] ?? 'day');
    const kind = /^(?:low|cheap)/u.test(beyond['way'] ?? '') ? 'newLow' : 'newHigh';
    return { kind, ...('days' in over ? { days: over.days } : {}) };
  }
  const [high, low] = [HIGH.exec(rest.left), LOW.exec(rest.left)];
  const found = high ?? low;
  if (found === null) return undefined;
  rest.take(high === null ? LOW : HIGH);
  const groups = found.groups?.['unit'] === undefined ? rest.take(IN_SPAN)?.groups : found.groups;
  const span = groups?.['unit'] === undefined ? undefined : lasting(groups['count'] ?? 'a', groups['unit']);
  return {
    kind: high === null ? 'newLow' : 'newHigh',
    ...(span !== undefined && 'days' in span ? { days: span.days } : {}),
  };
}

const units = ({ currency, mass }: ReadAmount) => ({
  ...(currency === undefined ? {} : { currency }),
  ...(mass === undefined ? {} : { mass }),
});

/** "below 55 or above 75 USD/kg", "> 110 or < 70": out of a band, whichever side is named first. */
const LOW_SIDE = String.raw`(?:\b(?:below|under|lower than|less than|beneath)\s+|<\s*)(?=[$€£¥]?\s?\d)`;
const HIGH_SIDE = String.raw`(?:\b(?:above|over|higher than|more than|beyond)\s+|>\s*)(?=[$€£¥]?\s?\d)`;
const JOINED = String.raw`^(?:[\s,/]|\b(?:or|and|if|when|it|goes|is|falls|drops|rises|climbs|else)\b)*`;
const SIDES: readonly (readonly [first: RegExp, next: RegExp, isLowFirst: boolean])[] = [
  [new RegExp(LOW_SIDE, 'u'), new RegExp(JOINED + HIGH_SIDE, 'u'), true],
  [new RegExp(HIGH_SIDE, 'u'), new RegExp(JOINED + LOW_SIDE, 'u'), false],
];

function takeEnds(rest: Rest, near: number | undefined): Kind | undefined {
  for (const [first, second, isLowFirst] of SIDES) {
    const start = rest.find(first);
    const one = start && amountFrom(rest, start.to, { near });
    const next = one && second.exec(rest.left.slice(one.to));
    if (start === undefined || one?.low === undefined || !next) continue;
    const other = amountFrom(rest, one.to + next[0].length, { near });
    if (other?.low === undefined) continue;
    const [low, high] = isLowFirst ? [one.low, other.low] : [other.low, one.low];
    if (high <= low) continue;
    rest.blot(start.from, other.to);
    const unclear = one.unclear ?? other.unclear;
    return { kind: 'leaves', low, high, ...units(one), ...units(other), unclear };
  }
  return undefined;
}

function takeBand(rest: Rest, near: number | undefined): Kind | undefined {
  const ends = takeEnds(rest, near);
  if (ends !== undefined) return ends;
  for (const [pattern, kind] of [
    [LEAVES, 'leaves'],
    [ENTERS, 'enters'],
  ] as const) {
    const found = rest.find(pattern);
    const amount = found && amountFrom(rest, found.to, { near });
    if (
      found === undefined ||
      amount?.low === undefined ||
      amount.high === undefined ||
      amount.low >= amount.high
    )
      continue;
    rest.blot(found.from, found.to);
    rest.blot(amount.from, amount.to);
    return { kind, low: amount.low, high: amount.high, ...units(amount), unclear: amount.unclear };
  }
  return undefined;
}

/** "150 usd/kg above": the word stands behind. */
const BEHIND = /^\s*,?\s*(?:and |or )?(?<side>above|over|below|under)(?!\p{L})/u;

/** "at 900 or lower". */
const OR_MORE =
  /^\s*(?:or|and)\s+(?:(?<more>higher|more|above|over|up(?:wards?)?|dearer)|(?:lower|less|below|under|down(?:wards?)?|cheaper))(?!\p{L})/u;
function sideBehind(text: string): 'above' | 'below' | undefined {
  const found = OR_MORE.exec(text);
  if (found === null) return undefined;
  return found.groups?.['more'] === undefined ? 'below' : 'above';
}

/** How far from its word a threshold stands: "above the mark of 150". */
const ROOM = 30;

function takeLevel(rest: Rest, near: number | undefined): Kind | undefined {
  const found = [
    [ABOVE, 'above'],
    [BELOW, 'below'],
    [EITHER, undefined],
  ] as const;
  for (const [pattern, kind] of found) {
    const [closest] = rest.all(pattern).flatMap((word) => {
      const amount = amountFrom(rest, word.match[0].startsWith('or ') ? 0 : word.to, { near });
      const isFar = amount === undefined || amount.from - word.to > ROOM || isHour(word.match[0], amount);
      return isFar ? [] : [{ word, amount }];
    });
    if (closest?.amount.low === undefined) continue;
    const { word, amount } = closest;
    const behind = kind ?? sideBehind(rest.left.slice(amount.to));
    rest.blot(word.from, word.to);
    rest.blot(amount.from, amount.to);
    return {
      ...(behind === undefined ? {} : { kind: behind }),
      low: closest.amount.low,
      high: amount.high ?? closest.amount.low,
      ...units(amount),
      unclear: amount.unclear,
    };
  }
  const amount = amountFrom(rest, 0, { near });
  const behind = amount && BEHIND.exec(rest.left.slice(amount.to));
  if (amount?.low === undefined || amount.currency === undefined || !behind) return undefined;
  rest.blot(amount.from, amount.to + behind[0].length);
  const kind = /^(?:above|over)/u.test(behind.groups?.['side'] ?? '') ? 'above' : 'below';
  return {
    kind,
    low: amount.low,
    high: amount.high ?? amount.low,
    ...units(amount),
    unclear: amount.unclear,
  };
}

/** "at 9" is a time of the clock, unless money is said. */
const isHour = (word: string, { low = 0, currency, mass }: ReadAmount) =>
  word === 'at' && low <= 24 && currency === undefined && mass === undefined;

function takeEdition(rest: Rest): Kind | undefined {
  if (rest.has(APART) && rest.take(/\bsources?\b/u) !== undefined) return { kind: 'apart' };
  return rest.take(EDITION) === undefined ? undefined : { kind: 'edition' };
}
