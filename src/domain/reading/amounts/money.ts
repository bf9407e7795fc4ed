/** Sums of money, currencies and percentages. */
import { isYear } from '#src/domain/measure/days.ts';
import { looksLikeYear, type Found, type MassRead, type MoneyRead } from './masses/amount-parts.ts';
import { readNumber } from './numbers.ts';
import { take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { currencyAt, currencyOf, readUnit } from './units.ts';
import SENSES from '#src/domain/reading/words/senses.json' with { type: 'json' };
import { percentAt } from './percents.ts';

/** "$10,000", "5000 dollars", "€20k". Returns the index after it. */
export function readMoney(reading: Reading, at: number, found: Found): number | undefined {
  const before = currencyOf(wordAt(reading, at));
  const isSign = /^\p{Sc}$/u.test(wordAt(reading, at)) || reading.tokens[at + 1]?.value !== undefined;
  if (before !== undefined && isSign) {
    const number = readNumber(reading.tokens, at + 1);
    // "USD 2024", "euro 1995 to 2005" and "in $ 2024" are a currency and a year.
    const isWord = !/^\p{Sc}$/u.test(wordAt(reading, at));
    const apart = isWord || reading.tokens[at + 1]?.glued !== true;
    const inYears = isWord && isYear(reading.tokens[at + 1]?.raw ?? '');
    // "In CHF: 800 kg".
    const isMass =
      isWord && number !== undefined && readUnit((i) => wordAt(reading, i), number.next) !== undefined;
    const noMoney = number === undefined || inYears || isMass || (apart && looksLikeYear(reading, at + 1));
    if (noMoney) return undefined;
    return keep(reading, found, { value: number.value, currency: before, at, next: number.next });
  }
  const number = looksLikeYear(reading, at) ? undefined : readNumber(reading.tokens, at);
  if (number === undefined) return undefined;
  if (isPerMass(reading, number.next)) {
    const bare = { value: number.value, currency: 'USD', at, next: number.next, assumed: true as const };
    return keep(reading, found, bare);
  }
  const after = currencyAt((one) => wordAt(reading, one), number.next);
  const grand = wordAt(reading, number.next) === 'grand' ? 1000 : undefined;
  if (after === undefined && (grand !== undefined || isBareSum(reading, at, number.next))) {
    const next = number.next + (grand === undefined ? 0 : 1);
    const named = currencyAt((one) => wordAt(reading, one), next);
    const sum = { value: number.value * (grand ?? 1), at, next: next + (named?.length ?? 0) };
    if (named !== undefined) return keep(reading, found, { ...sum, currency: named.code });
    return keep(reading, found, { ...sum, currency: 'USD', assumed: true });
  }
  if (after === undefined) return undefined;
  const next = number.next + after.length;
  return keep(reading, found, { value: number.value, currency: after.code, at, next });
}

const SPENT: ReadonlySet<string> = new Set(SENSES.spent);
const PAID: ReadonlySet<string> = new Set(SENSES.paid);
const OFFERED: ReadonlySet<string> = new Set([...SENSES.offered, ...SENSES.verdicts]);
const SMALL_LINK = /^(?:of|is|a|an|the|about|around|at|only|for|us|me|:)$/u;
const MOST_LINKS = 2;

/** "A budget of 50k", "what can 50k buy", "we paid 118, too much?", "12.5k for 100 kg": a sum, although no currency is typed. */
function isBareSum(reading: Reading, at: number, next: number): boolean {
  const word = (i: number) => wordAt(reading, i);
  if (readUnit(word, next) !== undefined || percentAt(reading, next) > 0 || PER_PIECE.test(word(next)))
    return false;
  if (/^[-/]$/u.test(reading.tokens[at]?.gap ?? '')) return false;
  // "NMC 811 worth", but not "IS 250 MUCH".
  const isShouted = reading.tokens.every(({ raw }) => !/\p{Ll}/u.test(raw));
  if (!isShouted && /^[A-Z]{2,4}$/u.test(reading.tokens[at - 1]?.raw ?? '')) return false;
  // "3 t per quarter, budget for 2026".
  if (/^(?:per|a|each|every)$/u.test(word(at - 1)) || /,/u.test(reading.tokens[next]?.gap ?? ''))
    return false;
  let before = at - 1;
  while (before >= Math.max(0, at - 1 - MOST_LINKS) && SMALL_LINK.test(word(before))) before -= 1;
  const buys =
    /^(?:can|could|does|do|did|will|would)$/u.test(word(at - 1)) &&
    /^(?:buy|buys|get|gets)$/u.test(word(next));
  // "20000 to spend on nd", "with 75k on terbium".
  const spends = /^(?:to|for)$/u.test(word(next)) && /^(?:spend|buy|invest)$/u.test(word(next + 1));
  const laidOut =
    word(at - 1) === 'with' &&
    word(next) === 'on' &&
    reading.tokens.some(({ word: one }) => /^(?:quantity|much|many|kg|kilos?|amount)$/u.test(one));
  // "Do I get 500 kg for 60k".
  const closes =
    word(next) === '' &&
    /^(?:for|with)$/u.test(word(at - 1)) &&
    reading.tokens.slice(0, at).some(({ word: one }) => BUYS.test(one));
  if (
    buys ||
    spends ||
    laidOut ||
    closes ||
    SPENT.has(word(before)) ||
    /^(?:worth|budget)$/u.test(word(next))
  )
    return true;
  const mass = word(next) === 'for' ? readNumber(reading.tokens, next + 1) : undefined;
  const isPaid =
    (mass !== undefined && readUnit(word, mass.next) !== undefined) ||
    PAID.has(word(before)) ||
    /^(?:is|was|at|would|are)$/u.test(word(at - 1));
  // Last, for it looks through all words.
  return isPaid && reading.tokens.some(({ word: one }, i) => OFFERED.has(one) && (i < at || i >= next));
}

const BUYS = /^(?:buy|get|afford|purchase|order)$/u;
const PER_PIECE =
  /^(?:years?|yrs?|months?|weeks?|days?|times|x|points?|magnets?|motors?|pcs|pieces|units?|countries|sectors?|am|pm)$/u;

/** "130/kg", "80 per kilo", "118 a kilo": nobody weighs by the kilogram, so the number is a price, in the currency of the sources. */
function isPerMass(reading: Reading, at: number): boolean {
  const word = (i: number) => wordAt(reading, i);
  if (reading.tokens[at]?.gap === '/') return readUnit(word, at) !== undefined;
  return /^(?:per|a|each)$/u.test(word(at)) && readUnit(word, at + 1) !== undefined;
}

/** Keeps a sum, with the mass that it is for where one follows: "$140/kg", "60 usd per kg", "5 dollars a kilo". */
function keep(reading: Reading, found: Found, money: Omit<MoneyRead, 'per'>): number {
  const word = (i: number) => wordAt(reading, i);
  const { next: at } = money;
  const slashed = reading.tokens[at]?.gap === '/';
  const worded = /^(?:per|a|an|each|every|the)$/u.test(word(at));
  const unit = slashed ? readUnit(word, at) : worded ? readUnit(word, at + 1) : undefined;
  const next = unit?.next ?? at;
  found.moneys.push({
    ...money,
    per: unit === undefined ? null : { unit: unit.unit, factor: unit.factor },
    next,
  });
  found.codes.add(money.currency);
  if (unit !== undefined) {
    found.priced = true;
    if (unit.factor === 1) found.perUnit ??= unit.unit;
  }
  take(reading, money.at, at, 'money');
  take(reading, at, next, 'unit');
  return next;
}

/** Between a mass and what it was said to cost: "a kilo used to be $5", "1 kg of neodymium was at 90 dollars". */
const STATES = /^(?:is|was|are|were|be|been|costs?|costed|at|for|goes|sells|sold|stood|stands)$/u;
const REACH = 6;

/** "A kilo used to be $5" states a price: the kilo is no amount that is asked about. */
export function withStatedPrices(
  reading: Reading,
  { masses, moneys }: Found,
): { readonly masses: readonly MassRead[]; readonly moneys: readonly MoneyRead[] } {
  const stated = new Map<MassRead, MoneyRead>();
  for (const mass of masses) {
    const money = moneys.find(({ at, per }) => per === null && at >= mass.next && at - mass.next <= REACH);
    if (!mass.single || money === undefined) continue;
    const between = reading.tokens.slice(mass.next, money.at);
    const whole = reading.tokens.slice(mass.next, money.at + 1).every(({ gap }) => !/[.;!?]/u.test(gap));
    if (whole && between.some(({ word }) => STATES.test(word))) stated.set(mass, money);
  }
  return {
    masses: masses.filter((mass) => !stated.has(mass)),
    moneys: moneys.map((money) => {
      const [mass] = [...stated].find(([, one]) => one === money) ?? [];
      return mass === undefined ? money : { ...money, per: { unit: mass.unit, factor: mass.value.low } };
    }),
  };
}

/** "in euros", "$/kg", "pounds sterling". Returns the index after it. */
export function readCurrency(reading: Reading, at: number, found: Found): number | undefined {
  const word = wordAt(reading, at);
  const pounds = (word === 'pounds' || word === 'pound') && wordAt(reading, at + 1) === 'sterling';
  const named = currencyAt((one) => wordAt(reading, one), at);
  const code = pounds ? 'GBP' : named?.code;
  if (code === undefined) return undefined;
  found.priced = true;
  found.codes.add(code);
  found.named ??= code;
  if (code !== 'USD') found.currency ??= code;
  const next = at + (pounds ? 2 : (named?.length ?? 1));
  take(reading, at, next, 'currency');
  return next;
}
