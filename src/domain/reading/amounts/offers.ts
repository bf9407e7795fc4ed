/** A price that somebody was offered, pays or asks about: "supplier quotes me $140/kg", "is $140/kg fair". */
import type { Offer } from '#src/domain/reading/amounts/asked-amounts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { wordAt } from '#src/domain/reading/reading.ts';
import SENSES from '#src/domain/reading/words/senses.json' with { type: 'json' };

/** Said of a price that is on the table. */
const CUES: ReadonlySet<string> = new Set(SENSES.offered);
/** Beside a copula: "is $140/kg good". */
const VERDICTS: ReadonlySet<string> = new Set(SENSES.verdicts);
/** "Above the market", "vs market". */
const MARKETS = /^(?:market|markets|benchmark|index|average|going|typical)$/u;
const JUDGING = /^(?:is|was|are|thats|its|sounds?|looks?|seems?|does)$/u;
const BOUGHT = /^(?:gets?|getting|got|buys?|buying)$/u;
const SIDES = /^(?:above|below|over|under|vs|versus|against|near|off|than|at)$/u;

/** Whether a word is said of a price that is on the table, or of what somebody thinks of it. */
export const isOfferWord = (word: string): boolean => CUES.has(word) || VERDICTS.has(word);

/** The offered price; `null` where there is none, or it is only said what something used to cost. */
export function readOffer({
  amounts,
  words,
  has,
  reading,
  subjects,
  threshold,
  times,
}: Findings): Offer | null {
  const money = amounts.moneys.find(({ per }) => per !== null) ?? amounts.money;
  // "Too good to be true" claims nothing.
  const isDoubted = words.join(' ').includes('too good to be true');
  if (money === null || (has('claim') && !isDoubted) || threshold !== null) return null;
  // "We get antimony at $22,000/t": a price for a mass is no budget.
  const alone = amounts.moneys.length === 1 && money.per !== null && amounts.amount === null;
  const bought =
    alone && words.some((word) => BOUGHT.test(word)) && /^(?:at|for)$/u.test(wordAt(reading, money.at - 1));
  const past = words.some((word, at) => word === 'used' && words[at + 1] === 'to');
  const cued = words.some((word) => CUES.has(word));
  const before = wordAt(reading, money.at - 1);
  const judged =
    (/^(?:is|are|was|be)$/u.test(before) || /^(?:is|are|was|would|were)$/u.test(words[0] ?? '')) &&
    words.some((word) => VERDICTS.has(word));
  // "100 t at $9,500/t, is that good".
  const asked = words.some(
    (word, at) =>
      VERDICTS.has(word) &&
      words.slice(Math.max(0, at - 3), at).some((one) => JUDGING.test(one)) &&
      at > money.at,
  );
  const toMarket = words.some(
    (word, at) => MARKETS.test(word) && words.slice(Math.max(0, at - 2), at).some((one) => SIDES.test(one)),
  );
  const too = words.some((word, at) => word === 'too' && VERDICTS.has(words[at + 1] ?? ''));
  // "High or low?".
  const either = words.some(
    (word, at) => word === 'or' && VERDICTS.has(words[at - 1] ?? '') && VERDICTS.has(words[at + 1] ?? ''),
  );
  const { per, assumed = false } = money;
  const year = yearBeside(times, money);
  const sum = {
    value: money.value,
    currency: money.currency,
    ...(assumed ? { assumed } : {}),
    ...(year === undefined ? {} : { year }),
  };
  // "Can I get 500 kg for $60,000", "is $60,000 enough for 500 kg": what the whole is to cost, whatever else is said.
  const { amount } = amounts;
  const whole = amount !== null && per === null && isWhole(reading, money, amount);
  if (!past && whole && amounts.amounts.length === 1 && amounts.moneys.length === 1) return sum;
  const isOffered = cued || judged || asked || too || toMarket || either || bought || isDoubted;
  if (!past && !isOffered && isPlain(reading, money, amounts.amounts, subjects.product !== null))
    return { ...sum, ...(per === null ? { unitAssumed: true as const } : { per }), plain: true };
  if (past || !isOffered) return null;
  if (per !== null) return { ...sum, per };
  // "10 kg for $1,500", "$1,500 for 10 kg": the price of the whole.
  if (amount !== null) {
    const first = amount.at < money.at && /^(?:for|at)$/u.test(before);
    const last = amount.at >= money.next && wordAt(reading, money.next) === 'for';
    const total = amount.at < money.at && TOTAL.test(before);
    return amounts.amounts.length === 1 && (first || last || total) ? sum : null;
  }
  // "We paid 118 for nd": for the unit that prices are printed for.
  const spends = words.some((word) => /^(?:buys?|get|gets|how|many|budget|worth|spend)$/u.test(word));
  if (subjects.metals.length === 0 || spends) return null;
  return { ...sum, unitAssumed: true };
}

/** "80 kg, total 9200 USD", "we got 80 kg and paid 9200 USD". */
const TOTAL =
  /^(?:total|totals?|totalling|is|was|were|cost|costs|paid|pay|pays|sum|invoice|invoiced|billed|altogether|to|wants?|asks?)$/u;

/** The year that stands nearest to a price, where several are named one by one. */
function yearBeside({ places, span, years }: Findings['times'], { at, next }: Between): number | undefined {
  const single = places.filter((place) => place.span.from === place.span.to);
  if (span !== null || years.length < 2 || single.length < 2) return undefined;
  const ordered = single.toSorted((a, b) => a.from - b.from);
  // "In 2022 we paid $88/kg and in 2024 $118/kg": all stand before their price.
  const before = ordered.findLast((place) => place.next <= at);
  const behind = ordered.find((place) => place.from >= next);
  return (before === ordered[0] && before !== undefined ? before : (behind ?? before))?.span.from;
}

const AT_PRICE = /^(?:at|to|of|for|is|was|be|goes|hits|reaches|were|costs?|around|about)$/u;

/** "What do 12 t cost at $80/kg", "250 kg @ 110 usd": a price of the asker's own for an amount. */
function isPlain(
  reading: Findings['reading'],
  { at, per }: Findings['amounts']['moneys'][number],
  amounts: Findings['amounts']['amounts'],
  ofGoods: boolean,
): boolean {
  const [amount, ...others] = amounts;
  if (amount === undefined || others.length > 0 || ofGoods || amount.rate !== null) return false;
  const before = wordAt(reading, at - 1);
  const isTimes = reading.tokens[at]?.gap === '@' || /^(?:x|times)$/u.test(before);
  if (per === null) return isTimes && amount.next <= at;
  return isTimes || AT_PRICE.test(before) || /[@*x×]/u.test(reading.tokens[at]?.gap ?? '') || at === 0;
}

interface Between {
  readonly at: number;
  readonly next: number;
}

const BUYS = /^(?:enough|buys?|covers?|gets?|for|me|us|sufficient|be|to)$/u;
const OF_IT = /^(?:of|the|metal)$/u;
/** Slots of what an amount is of. */
const NAMES: ReadonlySet<string> = new Set(['metal', 'oxide', 'product', 'form']);
const MOST_BETWEEN = 4;

/** A sum that is set against an amount: "500 kg of nd for $60,000", "is $60,000 enough for 500 kg", "will 60k buy me 500 kg". */
function isWhole(reading: Findings['reading'], money: Between, amount: Between): boolean {
  if (amount.at < money.at) {
    const behind = reading.tokens.slice(amount.next, money.at - 1);
    const named = behind.every(
      ({ word }, i) => OF_IT.test(word) || NAMES.has(reading.slots[amount.next + i] ?? ''),
    );
    // "500 kg with $5 freight" is no price of the whole.
    const last = money.next === reading.tokens.length || wordAt(reading, money.at - 1) === 'for';
    return named && last && /^(?:for|with)$/u.test(wordAt(reading, money.at - 1));
  }
  const between = reading.tokens.slice(money.next, amount.at);
  return between.length > 0 && between.length <= MOST_BETWEEN && between.every(({ word }) => BUYS.test(word));
}
