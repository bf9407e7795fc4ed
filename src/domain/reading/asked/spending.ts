/** Whether it is asked what an amount costs, or what a sum of money buys. */
import type { Findings } from '#src/domain/reading/findings.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';

export const BUYING = new Set('buy get gets got budget afford purchase buys bought'.split(' '));

/** "$1 million of neodymium", "$50,000 worth", "spend 20k", "how much material is $1m": a sum, and what it buys. */
function isSpent({ amounts: { money }, words, reading }: Findings): boolean {
  if (money === null || money.per !== null) return false;
  const [after = '', next = ''] = [words[money.next], words[money.next + 1]];
  const isGoods = reading.slots[money.next + 1] === 'metal' || reading.slots[money.next + 1] === 'product';
  if (after === 'worth' || (after === 'of' && (isGoods || GOODS.test(next)))) return true;
  const before = words.slice(0, money.at);
  const spends = before.some((word) => SPENDING.test(word));
  const asksMass =
    before.some((word) => /^(?:much|what|which)$/u.test(word)) && words.some((word) => GOODS.test(word));
  // "20k usd terbium oxide": a sum and what it is for.
  const ofGoods = reading.slots[money.next] === 'metal' || reading.slots[money.next] === 'product';
  const much = words.some((word, at) => word === 'how' && words[at + 1] === 'much');
  // "Max kg for $69,000", "with 75k$ what weight".
  const measured = words.some((word) => MASSES.test(word));
  return spends || asksMass || measured || (ofGoods && much);
}

const MASSES =
  /^(?:quantity|quantities|weight|weigh|mass|tonnage|volume|amount|kilos?|kgs?|kilograms?|grams?|lbs?|ounces?|tonnes?|tons?)$/u;

const SPENDING = /^(?:spend|spends|spending|invest|invests)$/u;
const GOODS = /^(?:material|metal|stuff|weight|mass|quantity|kilos?|kgs?|kilograms?|tonnes?|tons?)$/u;

export function isCost(findings: Findings, metrics: readonly AskedMetric[]): boolean {
  const { has, amounts, subjects, words, unknown } = findings;
  if (amounts.amount !== null) {
    // "Which year had 56,800 t": no order.
    if (/\b(?:which|what) years?\b/u.test(words.join(' ')) && !metrics.includes('price')) return false;
    // "5 lb in kg" asks for a mass in another unit.
    // "How many kg oxide for 60 kg metal" asks for one form of the other.
    const ofForm = has('oxide') && words.includes('metal');
    if (!ofForm && amounts.perUnit !== null && metrics.length + subjects.ours.length === 0 && !amounts.priced)
      return false;
    return !metrics.some((metric) => metric === 'production' || metric === 'reserves' || metric === 'share');
  }
  const asks = words.some((word) => BUYING.has(word)) || words.includes('many') || isSpent(findings);
  if (amounts.money === null || (has('claim') && !asks) || (unknown > 0 && subjects.metals.length === 0))
    return false;
  return asks || (words.includes('for') && (has('weak') || has('loose')));
}
