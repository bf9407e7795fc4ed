/** A threshold or a band: "goes above 600k yuan a tonne", "leaves 100 to 120", "150 usd/kg above". */
import { amountFrom, type ReadAmount, units } from './read-amount.ts';
import type { Rest } from '../rest.ts';
import { UP, DOWN, type RuleSaid } from './way-words.ts';

const ABOVE = new RegExp(
  String.raw`(?:\b(?:above|over|more than|higher than|greater than|(?:dearer|pricier|costlier|more expensive|steeper) than|(?:cross(?:es)?|breaks?|goes|comes|pushes) up(?:wards?)? (?:through|past)|exceeds?|exceeding|tops?|topping|surpass(?:es)?|past|beyond|north of|at least|or more|(?:${UP})\s+to|up to|breaks? through|breaches)(?!\p{L})|\bhigher(?=\s+[$€£¥]?\s?\d)|(?<![-=])>=?|≥)`,
  'u',
);
const BELOW = new RegExp(
  String.raw`(?:\b(?:below|under|beneath|sub|less than|lower than|cheaper than|(?:cross(?:es)?|breaks?|goes|comes|pushes) down(?:wards?)? (?:through|past)|(?:falls?|drops?|sinks?|slips?|dips?) through|fewer than|south of|at most|or less|(?:${DOWN})\s+to|down to)(?!\p{L})|\blower(?=\s+[$€£¥]?\s?\d)|<=?|≤)`,
  'u',
);
const EITHER =
  /\b(?:at|hits?|arrives?(?: at)?|reach(?:es)?|breaks?|crosses|crossing|cross|touches|gets? to|passes|comes to|gets|is|equals)(?!\p{L})/u;
const LEAVES =
  /\b(?:leaves?|leaving|(?:ceases?|stops?|no longer)\s(?:\p{L}+\s){0,3}?(?:between|within|in)|outside(?: of)?|out of|not (?:in|within|between)|breaks? out of|moves? out of|exits?|beyond the (?:band|range))(?!\p{L})/u;
const ENTERS =
  /\b(?:enters?|entering|between|within|inside|into|(?:is |comes? |gets? )?(?:back )?in(?:to)?(?: the)? (?:range|band)|in between|lands? in|falls? into|comes? into)(?!\p{L})/u;

/** "below 55 or above 75 USD/kg", "> 110 or < 70": out of a band, whichever side is named first. */
const LOW_SIDE = String.raw`(?:\b(?:below|under|lower than|less than|beneath)\s+|<\s*)(?=[$€£¥]?\s?\d)`;
const HIGH_SIDE = String.raw`(?:\b(?:above|over|higher than|more than|beyond)\s+|>\s*)(?=[$€£¥]?\s?\d)`;
const JOINED = String.raw`^(?:[\s,/]|\b(?:or|and|if|when|it|goes|is|falls|drops|rises|climbs|else)\b)*`;
const SIDES: readonly (readonly [first: RegExp, next: RegExp, isLowFirst: boolean])[] = [
  [new RegExp(LOW_SIDE, 'u'), new RegExp(JOINED + HIGH_SIDE, 'u'), true],
  [new RegExp(HIGH_SIDE, 'u'), new RegExp(JOINED + LOW_SIDE, 'u'), false],
];

function takeEnds(rest: Rest, near: number | undefined): RuleSaid | undefined {
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

/** Out of a band, or into it. @param near The last price, in its own unit. */
export function takeBand(rest: Rest, near: number | undefined): RuleSaid | undefined {
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
/** "crosses 120 upwards", "at 95 on the way down". */
const UPWARDS =
  /^\s*,?\s*(?:going |coming |moving )?(?:up(?:wards?)?|from below|on (?:the|its) way up)(?!\p{L})/u;
const DOWNWARDS =
  /^\s*,?\s*(?:going |coming |moving )?(?:down(?:wards?)?|from above|on (?:the|its) way down)(?!\p{L})/u;
function sideBehind(text: string): 'above' | 'below' | undefined {
  const found = OR_MORE.exec(text);
  if (found !== null) return found.groups?.['more'] === undefined ? 'below' : 'above';
  if (UPWARDS.test(text)) return 'above';
  return DOWNWARDS.test(text) ? 'below' : undefined;
}

/** How far from its word a threshold stands: "above the mark of 150". */
const ROOM = 30;

/** A threshold, and from which side. @param near The last price, in its own unit. */
export function takeLevel(rest: Rest, near: number | undefined): RuleSaid | undefined {
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
