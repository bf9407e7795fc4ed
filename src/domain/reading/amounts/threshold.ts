/** A line that a figure may be past: "was it above 100 in 2023", "did output exceed 55,000 t", "has it ever been under $80". */
import { FALLS, HIGHER, LOWER, RISES } from '#src/domain/reading/words/move-words.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import { looksLikeYear, type AmountsRead, type MassRead } from './masses/amount-parts.ts';
import { readNumber } from './numbers.ts';
import { take, wordAt, type Reading } from '#src/domain/reading/reading.ts';

/** A line, with the mass that is no amount of an order. */
export interface ThresholdRead extends Threshold {
  readonly mass: MassRead | undefined;
}

const SIDES: readonly (readonly [Threshold['side'], RegExp])[] = [
  [
    'above',
    /^(?:above|over|beyond|past|exceed(?:s|ed|ing)?|surpass(?:es|ed)?|pass(?:ed|es)?|top(?:s|ped)?|cross(?:ed|es)?|broke|break)$/u,
  ],
  ['below', /^(?:below|under|beneath)$/u],
  ['reach', /^(?:reach(?:ed|es)?|hit|hits|touch(?:ed|es)?)$/u],
];
/** What opens a question that is answered by yes or no. */
const OPENS = /^(?:is|was|were|are|did|does|do|has|have|had|will|would|whether|ever)$/u;
const isMove = (word: string): boolean =>
  RISES.has(word) || FALLS.has(word) || /^(?:chang\w*|up|down)$/u.test(word);
const LEAD = /^(?:and|ok|okay|so|hey|hi|hello|but|or|then|also|please|quick|question)$/u;
const OF_TIME = /^(?:days?|weeks?|months?|quarters?|years?|yrs?)$/u;
const ARTICLE = /^(?:the|a|of|about|around|roughly|some|mark|level)$/u;

/** The line that a yes-or-no question draws; takes its words. `null` where there is none. */
export function readThreshold(reading: Reading, amounts: AmountsRead): ThresholdRead | null {
  const { tokens } = reading;
  const start = tokens.findIndex(({ word }) => !LEAD.test(word));
  const asksYears = tokens.some(
    ({ word }, at) =>
      // "Which year", "the first year above $100", "how long did it take to pass $100".
      (/^(?:which|what|first)$/u.test(word) && /^(?:years?|months?|time)$/u.test(wordAt(reading, at + 1))) ||
      (word === 'long' && wordAt(reading, at - 1) === 'how' && tokens.some((one) => one.word === 'take')),
  );
  // "Was it above 100", "above 100 in which years".
  const opens = tokens.slice(Math.max(start, 0), start + 5).some(({ word }) => OPENS.test(word));
  if (start < 0 || !(opens || asksYears)) return null;
  // "Did it rise over 80 %" is a claim of a change.
  const moves = tokens.some(({ word }) => isMove(word));
  for (let at = asksYears ? start : start + 1; at < tokens.length; at += 1) {
    const side = sideAt(reading, at);
    if (side === undefined) continue;
    let next = side.next;
    while (ARTICLE.test(wordAt(reading, next))) next += 1;
    const line = lineAt(reading, amounts, next);
    if (line === undefined || (moves && line.threshold.unit === '%')) continue;
    if (amounts.amounts.some((one) => one !== line.mass)) return null;
    const ever = tokens.some(({ word }) => word === 'ever' || word === 'never');
    take(reading, at, line.next, 'threshold');
    const first = asksYears || tokens.some(({ word }) => word === 'when');
    return {
      side: side.side,
      ever: ever || first,
      ...(first ? { first } : {}),
      ...line.threshold,
      mass: line.mass,
    };
  }
  return null;
}

function sideAt(
  reading: Reading,
  at: number,
): { readonly side: Threshold['side']; readonly next: number } | undefined {
  const word = wordAt(reading, at);
  if (wordAt(reading, at + 1) === 'than') {
    if (HIGHER.has(word)) return { side: 'above', next: at + 2 };
    if (LOWER.has(word)) return { side: 'below', next: at + 2 };
  }
  const expensive = word === 'expensive' && wordAt(reading, at + 1) === 'than';
  if (expensive) return { side: wordAt(reading, at - 1) === 'less' ? 'below' : 'above', next: at + 2 };
  if (word === 'at' && wordAt(reading, at + 1) === 'least') return { side: 'reach', next: at + 2 };
  const side = SIDES.find(([, pattern]) => pattern.test(word))?.[0];
  return side && { side, next: at + 1 };
}

interface LineRead {
  readonly threshold: Pick<Threshold, 'value' | 'unit' | 'per'>;
  readonly mass: MassRead | undefined;
  readonly next: number;
}

function lineAt(
  reading: Reading,
  { moneys, amounts, percents }: AmountsRead,
  at: number,
): LineRead | undefined {
  const money = moneys.find((one) => one.at === at);
  if (money !== undefined) {
    const { value, currency, per, next, assumed = false } = money;
    const unit = assumed ? null : currency;
    // "100 $ per 10 kg" is no price that figures are printed in.
    if (per !== null && per.factor !== 1) return undefined;
    const threshold = { value: { low: value, high: value }, unit, per: per?.unit ?? null };
    return { threshold, mass: undefined, next };
  }
  const mass = amounts.find((one) => one.at === at);
  if (mass !== undefined)
    return { threshold: { value: mass.value, unit: mass.unit, per: null }, mass, next: mass.next };
  const percent = percents.find((one) => one.at === at);
  if (percent !== undefined)
    return { threshold: { value: percent.value, unit: '%', per: null }, mass: undefined, next: percent.next };
  const free = reading.slots[at] === undefined && !looksLikeYear(reading, at);
  const number = free ? readNumber(reading.tokens, at) : undefined;
  if (number === undefined || reading.tokens[at]?.value === undefined) return undefined;
  const { value, next } = number;
  // "Higher than 5 years ago".
  if (OF_TIME.test(wordAt(reading, next))) return undefined;
  return { threshold: { value: { low: value, high: value }, unit: null, per: null }, mass: undefined, next };
}
