/** An order without what is only said beside it: "delete that digest again please, silly idea of mine". */
import { beginsWithOrder } from '../intents/intent-lexicon.ts';
import { clauseOf } from '../intents/clause.ts';
import { ASKING, CONDITION } from '../intents/intent-words.ts';
import { lookAt } from '../look-at.ts';
import type { RequestContext } from '../request.ts';

const JOINT = /\s*(?:[,;:.!]|\s[-–—])\s+/gu;
/** What is behind them takes the order back, says more of it, or another's words. */
const TAKES_BACK =
  /^(?:and|but|or|then|except|unless|until|only|just|not|never|no|without|with|from|on|at|in|to|as soon)\b|\b(?:wait|never ?mind|kidding|joking|jokes?|forget it|scratch that|or not|don't|do not|second thoughts?|said|told|asked|says|asks|tells|maybe|perhaps|instead|rather|example|else|too|as well|also|other|another|both)(?!\p{L})/u;
const CORRECTS = /^(?:no+|nope|nah|sorry|oops|whoops|actually)[\s,]+\S/u;
/** Asides are short: in a long one more may be wanted. */
const MOST_WORDS = 12;

/** @returns the order; `undefined` where the text begins with none, or where what is beside it states anything */
export function withoutAside(text: string, context: RequestContext): string | undefined {
  for (const { index, 0: joint } of text.matchAll(JOINT)) {
    const order = text.slice(0, index);
    if (isOrder(order) && isAside(text.slice(index + joint.length), context)) return order;
  }
  return undefined;
}

const isOrder = (text: string): boolean => CORRECTS.test(text) || beginsWithOrder(clauseOf(text).head);

/** Whether something is said in it that nothing hangs on. */
function isAside(text: string, context: RequestContext): boolean {
  const isShort = text.split(/\s+/u).length <= MOST_WORDS;
  if (!isShort || /[?\d#@]/u.test(text) || TAKES_BACK.test(text)) return false;
  if (ASKING.test(text) || CONDITION.test(text) || isOrder(text)) return false;
  const { often, once, rule, amount, clock, place, metals, price, span, format } = lookAt(
    text,
    context,
  ).signs;
  return ![often, once, rule, amount, clock, place, metals, price, span, format].includes(true);
}
