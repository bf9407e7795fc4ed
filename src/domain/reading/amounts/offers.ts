/** A price that somebody was offered, pays or asks about: "supplier quotes me $140/kg", "is $140/kg fair". */
import type { Offer } from '#src/domain/reading/question.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

/** Said of a price that is on the table. */
const CUES =
  /^(?:ask|quot(?:e|es|ed|ing)|offer(?:s|ed|ing)?|pay(?:s|ing)?|paid|charg(?:e|es|ed|ing)|ask(?:s|ing)?|asked|wants?|demands?|suppliers?|vendors?|sellers?|traders?|fair|unfair|reasonable|overpriced|deal|bargain|competitive|acceptable|bid|bids|proposal|overpa(?:y|id|ying)|bought|rip|ripped|ripoff)$/u;
/** Beside a copula: "is $140/kg good". */
const VERDICTS = /^(?:good|ok|okay|fine|right|expensive|cheap|high|low|much|steep|normal|realistic)$/u;

/** Whether a word is said of a price that is on the table, or of what somebody thinks of it. */
export const isOfferWord = (word: string): boolean => CUES.test(word) || VERDICTS.test(word);

/** The offered price; `null` where there is none, or it is only said what something used to cost. */
export function readOffer({ amounts, words, has, reading }: Findings): Offer | null {
  const money = amounts.moneys.find(({ per }) => per !== null) ?? amounts.money;
  if (money === null || has('claim')) return null;
  const past = words.some((word, at) => word === 'used' && words[at + 1] === 'to');
  const cued = words.some((word) => CUES.test(word));
  const before = wordAt(reading, money.at - 1);
  const judged =
    (/^(?:is|are|was|be)$/u.test(before) || /^(?:is|are|was|would|were)$/u.test(words[0] ?? '')) &&
    words.some((word) => VERDICTS.test(word));
  const too = words.some((word, at) => word === 'too' && VERDICTS.test(words[at + 1] ?? ''));
  if (past || !(cued || judged || too)) return null;
  const { value, currency, per, assumed = false } = money;
  if (per !== null) return { value, currency, per, ...(assumed ? { assumed } : {}) };
  // "10 kg for $1,500": the price of the whole.
  const whole = amounts.amounts.length === 1 && /^(?:for|at)$/u.test(before);
  return whole && (amounts.amount?.at ?? 0) < money.at ? { value, currency } : null;
}
