/** What is seen of a clause before it is known what it asks for. */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { readMassUnit, readMoneyUnit } from '#src/domain/measure/units.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import { takeSpan, takeUntil } from './times/read-bounds.ts';
import type { Look } from './intents/intent-score.ts';
import { intentOf } from './intents/intents.ts';
import { clauseOf } from './intents/clause.ts';
import { amountFrom } from './rules/read-amount.ts';
import { takeRule } from './rules/read-rule.ts';
import { takeSchedule } from './times/read-schedule.ts';
import { withoutReason } from './reasons.ts';
import { takeMetals } from './metals/read-metals.ts';
import { takeFormat, takeOwner, takePerson, takePlaces, takeUnchanged } from './read-things.ts';
import { REQUEST_WORDS } from './request-words.ts';
import type { RequestContext } from './request.ts';
import { takeUnknownGoods } from './metals/unknown-goods.ts';
import { Rest } from './rest.ts';

/** @param text A clause, as `mendText` gives it */
export function lookAt(text: string, context: RequestContext): Look {
  const seen = new Rest(text);
  const places = takePlaces(seen.marking('place'));
  const metals = takeMetals(seen.marking('metal'), context.materials);
  const goods = takeUnknownGoods(seen, context.materials);
  const ruled = takeRule(new Rest(seen.left));
  const fullPrice = takePrice(seen.left) !== undefined;
  const price = fullPrice || amountFrom(seen)?.currency !== undefined;
  const when = takeSchedule(seen.marking('when'), context.today, context.zone);
  // "every day, but only if the price has moved" is no alert.
  const moved = new Rest(text);
  const unchanged = when.often && takeUnchanged(moved);
  if (unchanged) takeUnchanged(seen);
  const clause = clauseOf(withoutNames(unchanged ? moved.left.replaceAll('\uE000', ' ') : text));
  takeRule(seen.marking('rule'));
  takeOwner(seen.marking('person'), context.materials);
  takePerson(seen);
  const signs = {
    often: when.often,
    once: when.once,
    rule: ruled !== undefined,
    amount:
      ruled?.rule.low !== undefined || ruled?.rule.percent !== undefined || ruled?.rule.amount !== undefined,
    clock: when.clock || when.schedule?.zone !== undefined,
    place: places.length > 0,
    metals: metals.length > 0 || goods.length > 0,
    price,
    fullPrice,
    span: takeSpan(new Rest(text)) !== undefined || takeUntil(new Rest(text), context.today) !== undefined,
    format: takeFormat(new Rest(text)) !== undefined,
    foreign: foreignIn(withoutReason(seen.left, clause.head)),
  };
  return { clause, signs, past: when.past, outline: seen.outline(), told: intentOf(clause, signs) };
}

/** The names of channels say nothing of what is wanted. */
const withoutNames = (text: string) =>
  text.replaceAll(/#[\p{L}\p{N}_-]+/gu, (name) => `#${'x'.repeat(name.length - 1)}`);

/** How many words are none that requests are made of. */
function foreignIn(left: string): number {
  return (left.match(/(?<![\p{L}\p{N}'#@/-])\p{L}[\p{L}'-]+/gu) ?? []).filter((word) => !isOurs(word)).length;
}

const isOurs = (word: string) => {
  const plain = word.replace(/'(?:s|ve|re|d|ll|m)?$/u, '');
  return (
    smallNumberOf(plain) !== undefined ||
    weekdayIn(plain) !== undefined ||
    readMoneyUnit(plain) !== undefined ||
    readMassUnit(plain) !== undefined ||
    REQUEST_WORDS.has(plain) ||
    REQUEST_WORDS.has(plain.replaceAll("'", '')) ||
    plain.split('-').every((part) => REQUEST_WORDS.has(part))
  );
};
