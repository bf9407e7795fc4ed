/** What is put on a cost or taken off it: "less 10 %", "plus 19 % VAT", "if prices rise 5 %", "if they double". */
import { exactly } from '#src/domain/measure/figure.ts';
import { FALLS, MULTIPLES, RISES, WENT_DOWN, WENT_UP } from '#src/domain/reading/words/move-words.ts';
import MOVES from '#src/domain/reading/words/moves.json' with { type: 'json' };
import type { Adjustment } from './asked-amounts.ts';
import { asTyped, type PercentRead } from './masses/amount-parts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { BESIDE_PERCENT } from './percents.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

const LESS = /^(?:less|minus|without)$/u;

const SUPPOSING: ReadonlySet<string> = new Set(MOVES.supposing);
const DEARER: ReadonlySet<string> = new Set(MOVES.moreByPercent);
const CHEAPER: ReadonlySet<string> = new Set(MOVES.lessByPercent);
const isUp = (word: string): boolean => RISES.has(word) || WENT_UP.has(word);
const isDown = (word: string): boolean =>
  FALLS.has(word) || WENT_DOWN.has(word) || word === 'cut' || word === 'cuts';
const MOVE_REACH = 4;
/** "Rose 10 %" is what happened, where nothing supposes it. */
const PAST = /(?:ed|rose|risen|grew|grown|fell|fallen|sank|sunk)$/u;
/** "Did it fall 15 %" asks for what happened. */
const HAPPENED = /^(?:did|does|do|has|have|had|was|were|will|why|is|are)$/u;
const OF_PRICE = /^(?:prices?|costs?|quotes?|level|rates?|market|it|they|that)$/u;

/** "If prices go up 10 %", "price falls by a third": 1 for up, -1 for down, 0 where none is supposed. */
function supposedMove({ tokens }: Findings['reading'], at: number): number {
  const before = tokens.slice(0, at).map(({ word }) => word);
  const isSaid = before.some((word) => SUPPOSING.has(word));
  if (!isSaid && before.some((word) => HAPPENED.test(word))) return 0;
  const near = before.slice(-MOVE_REACH).filter((word) => isSaid || !PAST.test(word));
  const isCut = tokens.slice(at - near.length, at).some(({ gap }) => /[.;!?]/u.test(gap));
  if (isCut) return 0;
  return near.some(isUp) ? 1 : near.some(isDown) ? -1 : 0;
}

/** "10 % higher", "20 % price increase", "10 % below its 2024 price": the same, said behind the percentage. */
function moveBehind({ tokens, slots }: Findings['reading'], next: number): number {
  const at = OF_PRICE.test(tokens[next]?.word ?? '') ? next + 1 : next;
  const word = tokens[at]?.word ?? '';
  if (/[.;!?,]/u.test(tokens[at]?.gap ?? '')) return 0;
  // "10 % more expensive", and not "10 % more neodymium"; "below 2024", and not "over 3 years".
  const behind = tokens.slice(at + 1, at + 1 + MOVE_REACH);
  const isPriced = behind.some(
    (one, i) => OF_PRICE.test(one.word) || slots[at + 1 + i] === 'year' || slots[at + 1 + i] === 'current',
  );
  const isOpen = /^(?:above|over|below|under|beneath|more|less)$/u.test(word);
  if (isOpen && !isPriced && !/^(?:expensive|than|cheap|costly)$/u.test(tokens[at + 1]?.word ?? '')) return 0;
  const isLess = word === 'less' && /^(?:expensive|than)$/u.test(tokens[at + 1]?.word ?? '');
  return DEARER.has(word) ? 1 : CHEAPER.has(word) || isLess ? -1 : 0;
}

/** Whether a percentage says how far a price moves, and not how much of a metal is in goods: "nd 5 % below 2024". */
export const isMove = ({ reading }: Findings, { at, next }: PercentRead): boolean =>
  supposedMove(reading, at) !== 0 || moveBehind(reading, next) !== 0;

/** "Less 10 %", "10 % off", "plus 19 % VAT", "+ 5 %". What is only mentioned ("incl. 19 % VAT") stays unused. */
export function adjustmentsOf(findings: Findings, used: Set<PercentRead>): readonly Adjustment[] {
  const { reading, amounts } = findings;
  const ofPercents = amounts.percents.flatMap((percent): readonly Adjustment[] => {
    if (used.has(percent) || percent.kept !== undefined) return [];
    const { at, next, value } = percent;
    const before = wordAt(reading, at - 1);
    const gap = reading.tokens[at]?.gap ?? '';
    const after = wordAt(reading, next);
    const noun = BESIDE_PERCENT.test(after) ? 1 : 0;
    const said = /^(?:plus|minus|less)$/u.test(before) || /^[-+]$/u.test(gap) ? 0 : supposedMove(reading, at);
    const supposed = said === 0 ? moveBehind(reading, next) : said;
    // "8 % volume discount".
    const kind = /^(?:volume|bulk|quantity|cash|early|loyalty|trade|special|extra|additional)$/u.test(after)
      ? wordAt(reading, next + 1)
      : after;
    const isOff = /^(?:discount|rebate|off)$/u.test(kind);
    // "20 % tariff on top".
    const onTop = reading.tokens
      .slice(next, next + MOVE_REACH)
      .some(({ word }, i, behind) => word === 'on' && behind[i + 1]?.word === 'top');
    // "10 % less", and nothing behind it.
    const isLess = after === 'less' && next + 1 === reading.tokens.length;
    const less = LESS.test(before) || gap === '-' || isOff || isLess || (supposed < 0 && noun === 0);
    const plus = before === 'plus' || gap === '+' || onTop || (supposed > 0 && !isOff);
    if (less === plus) return [];
    used.add(percent);
    const words = `${less ? 'less' : 'plus'} ${asTyped(reading, at, next + noun)}`;
    return [
      { kind: less ? 'less' : 'plus', percent: value, words, ...(supposed === 0 ? {} : { supposed: true }) },
    ];
  });
  return [...ofPercents, ...multiplesOf(findings)];
}

const MANY: Readonly<Record<number, string>> = {
  0.5: 'half',
  2: 'twice',
  3: 'three times',
  4: 'four times',
};

/** "If prices halve", "at twice the price": of what was, and not of what is said to have happened. */
function multiplesOf({ reading }: Findings): readonly Adjustment[] {
  return reading.tokens.flatMap(({ word }, at): readonly Adjustment[] => {
    const times = MULTIPLES.get(word) ?? ofPriceAt(reading, at);
    if (times === undefined) return [];
    const before = reading.tokens.slice(0, at).map((token) => token.word);
    const isVerb = ofPriceAt(reading, at) === undefined;
    const isSaid = before.some((one) => SUPPOSING.has(one));
    if (isVerb && !isSaid && before.some((one) => HAPPENED.test(one))) return [];
    const last = before.at(-1) ?? '';
    const moves =
      OF_PRICE.test(last) || reading.slots[at - 1] === 'metal' || /^(?:would|will|to)$/u.test(last);
    if (isVerb && !isSaid && (!moves || PAST.test(word))) return [];
    const words = `at ${MANY[times] ?? `${times} times`} the price`;
    const percent = exactly(Math.abs(times - 1) * 100);
    return [{ kind: times < 1 ? 'less' : 'plus', percent, words, supposed: true }];
  });
}

/** "At half the price", "twice today's price", "half the 2024 neodymium price". */
function ofPriceAt({ tokens, slots }: Findings['reading'], at: number): number | undefined {
  const times = { half: 0.5, twice: 2 }[tokens[at]?.word ?? ''];
  if (times === undefined) return undefined;
  const near = tokens.slice(at + 1, at + 1 + MOVE_REACH).map(({ word }) => word);
  const price = near.findIndex((word) => /^(?:prices?|costs?|level)$/u.test(word));
  const isPlain = near
    .slice(0, price)
    .every(
      (word, i) =>
        /^(?:metal|oxide|year)$/u.test(slots[at + 1 + i] ?? '') ||
        /^(?:of|the|that|its|todays?|current|this|years?|\d{4})$/u.test(word),
    );
  return price >= 0 && isPlain ? times : undefined;
}

const ASKS_FOR_REASON = /^(?:why|will|happens?|affects?|impacts?|means?|should|which|who|when)$/u;
const OPENS = /^(?:is|was|are|were|did|does|do|has|have)$/u;

/** Whether a price is asked for as it would be: "if neodymium falls 15 % from 2024, where is it", "copper 10 % below its 2024 price". */
export function supposesPrice({ words, has, subjects, hits }: Findings): boolean {
  if (OPENS.test(words[0] ?? '') || words.some((word) => ASKS_FOR_REASON.test(word))) return false;
  if (words.some((word, at) => word === 'how' && !/^(?:much|many)$/u.test(words[at + 1] ?? ''))) return false;
  const other =
    hits.some(({ kind, id }) => kind === 'metric' && id !== 'price') || subjects.sectors.length > 0;
  return !other && !has('claim') && subjects.product === null;
}
