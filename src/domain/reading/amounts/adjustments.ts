/** What is put on a cost or taken off it: "less 10 %", "plus 19 % VAT", "if prices rise 5 %". */
import { FALLS, RISES } from '#src/domain/reading/words/move-words.ts';
import type { Adjustment } from './asked-amounts.ts';
import { asTyped, type PercentRead } from './amount-parts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { BESIDE_PERCENT } from './percents.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

const LESS = /^(?:less|minus|without)$/u;

const SUPPOSING = /^(?:if|assuming|suppose|supposing|should)$/u;
const isUp = (word: string): boolean => RISES.has(word) || word === 'up' || word === 'higher';
const isDown = (word: string): boolean => FALLS.has(word) || word === 'down' || word === 'lower';
const MOVE_REACH = 3;

/** "If prices go up 10 %": 1 for up, -1 for down, 0 where none is supposed. */
function supposedMove({ tokens }: Findings['reading'], at: number): number {
  const before = tokens.slice(0, at).map(({ word }) => word);
  if (!before.some((word) => SUPPOSING.test(word))) return 0;
  const near = before.slice(-MOVE_REACH);
  return near.some(isUp) ? 1 : near.some(isDown) ? -1 : 0;
}

/** "Less 10 %", "10 % off", "plus 19 % VAT", "+ 5 %". What is only mentioned ("incl. 19 % VAT") stays unused. */
export function adjustmentsOf({ reading, amounts }: Findings, used: Set<PercentRead>): readonly Adjustment[] {
  return amounts.percents.flatMap((percent): readonly Adjustment[] => {
    if (used.has(percent) || percent.kept !== undefined) return [];
    const { at, next, value } = percent;
    const before = wordAt(reading, at - 1);
    const gap = reading.tokens[at]?.gap ?? '';
    const after = wordAt(reading, next);
    const noun = BESIDE_PERCENT.test(after) ? 1 : 0;
    const supposed = supposedMove(reading, at);
    // "8 % volume discount".
    const kind = /^(?:volume|bulk|quantity|cash|early|loyalty|trade|special|extra|additional)$/u.test(after)
      ? wordAt(reading, next + 1)
      : after;
    const less = LESS.test(before) || gap === '-' || /^(?:discount|rebate|off)$/u.test(kind) || supposed < 0;
    const plus = before === 'plus' || gap === '+' || supposed > 0;
    if (less === plus) return [];
    used.add(percent);
    const words = `${less ? 'less' : 'plus'} ${asTyped(reading, at, next + noun)}`;
    return [
      { kind: less ? 'less' : 'plus', percent: value, words, ...(supposed === 0 ? {} : { supposed: true }) },
    ];
  });
}
