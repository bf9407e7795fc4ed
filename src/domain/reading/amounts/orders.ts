/** Of what each amount of a question is, and of which years: "10 kg of dysprosium and 20 kg of terbium in 2023". */
import { type Range, scale } from '#src/domain/measure/figure.ts';
import type { LeftOut } from '#src/domain/reading/frame.ts';
import type { Adjustment, Amount, Loss } from './asked-amounts.ts';
import { OWNED } from './masses/amount-counts.ts';
import { asTyped, type AmountRead, type PercentRead } from './masses/amount-parts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { ofAmount } from '#src/domain/reading/subjects/foreign/foreign-heads.ts';
import type { Sentence } from '#src/domain/reading/subjects/foreign/foreign-roles.ts';
import { contentsOf, heldBy } from './contents.ts';
import { rawText, wordAt } from '#src/domain/reading/reading.ts';
import { adjustmentsOf, supposesPrice } from './adjustments.ts';
import { substanceOf } from './substance-of.ts';

interface OrdersRead {
  readonly amounts: readonly Amount[];
  readonly adjustments: readonly Adjustment[];
  readonly losses: readonly Loss[];
  /** Metals that are only named as a part of the goods: nothing is asked of them. */
  readonly within: readonly string[];
  /** Amounts of what there is nothing on, where others stand beside them. */
  readonly strange: readonly LeftOut[];
  /** The percentages that neither of them used. */
  readonly unused: readonly PercentRead[];
}

/** Words of a question that leans on the one before it. */
const MOST_LEANING = 12;

/** What stands at a place of the text. */
interface Placed<T> {
  readonly at: number;
  readonly value: T;
}

/** The amounts with what they are of; in a list, those of something that there is nothing on are left out and named. */
export function readOrders(findings: Findings, sentence: Sentence): OrdersRead {
  const { amounts: all } = findings;
  const strange = all.amounts.flatMap((amount) => {
    const head = ofAmount(sentence, amount.next);
    return head === undefined || head === 'ours' ? [] : [{ amount, head }];
  });
  // Where none is of ours, the whole question is foreign, or of what only markets know.
  if (!all.amounts.some(({ next }) => ofAmount(sentence, next) === 'ours') || strange.length === 0)
    return { ...ordersOf(findings), strange: [] };
  const amounts = all.amounts.filter((amount) => strange.every((one) => one.amount !== amount));
  return {
    ...ordersOf({ ...findings, amounts: { ...all, amounts } }),
    strange: strange.flatMap(({ amount, head }): readonly LeftOut[] => [
      { words: rawText(findings.reading, head.from, head.to), kind: 'subject' },
      { words: asTyped(findings.reading, amount.at, head.to), kind: 'number' },
    ]),
  };
}

function ordersOf(findings: Findings): Omit<OrdersRead, 'strange'> {
  const { amounts: read, subjects, times } = findings;
  const used = new Set<PercentRead>();
  const metals = metalsOf(findings);
  const years = times.places.map(({ from, span }): Placed<readonly number[]> => ({
    at: from,
    value: Array.from({ length: span.to - span.from + 1 }, (_, i) => span.from + i),
  }));
  const single = metals.length < subjects.metals.length ? metals.map(({ value }) => value) : undefined;
  const own = {
    metals: read.amounts.length === 1 ? [single] : pair(read.amounts, metals, true),
    // "100 kg and 200 kg in 2022 and 2023" may be each in each.
    years: pair(read.amounts, years, findings.words.includes('respectively')),
  };
  const contents = contentsOf(findings);
  const amounts = read.amounts.flatMap((amount, at): readonly Amount[] => {
    const part = partOf(findings, amount);
    const of = substanceOf(findings, amount, sharer(findings, at), contents);
    // "Terbium 1.5 % of 8 t of magnets": what the goods hold of it.
    const isHeld =
      of.product !== undefined &&
      contents.some(({ percent, metal }) => percent === part && metal !== undefined);
    const share = isHeld ? undefined : part;
    if (share !== undefined) used.add(share);
    const factor =
      share === undefined ? undefined : { low: share.value.low / 100, high: share.value.high / 100 };
    const { value, others, terms, rate, joint, unit, pieces } = amount;
    const [ownMetals, ownYears] = [own.metals[at], own.years[at]?.flat()];
    const held = of.oxide === undefined && share === undefined ? heldBy(contents, findings, amount) : [];
    for (const { percent } of held) used.add(percent);
    const plain: Amount = {
      value: timesRange(value, factor),
      unit,
      ...of,
      ...(others.length > 0 ? { others: others.map((other) => timesRange(other, factor)) } : {}),
      ...(share === undefined
        ? {}
        : {
            terms: asTyped(
              findings.reading,
              Math.min(share.at, amount.at),
              Math.max(share.next, amount.next),
            ),
          }),
      ...(terms === null || share !== undefined ? {} : { terms }),
      ...(pieces === undefined || share !== undefined ? {} : { pieces }),
      ...(rate === null ? {} : { rate }),
      ...(joint === null ? {} : { joint }),
      ...(ownMetals === undefined ? {} : { metals: [...new Set(ownMetals)] }),
      ...(ownYears === undefined ? {} : { years: [...new Set(ownYears)].toSorted((a, b) => a - b) }),
    };
    if (held.length === 0) return [plain];
    // "22 % Nd and 7 % Pr": the same goods, for the sake of each metal in them.
    return held.map(({ percent, metal }, i): Amount => ({
      ...plain,
      ...(i === 0 ? {} : { joint: 'and' as const }),
      ...(metal === undefined ? {} : { metals: [metal] }),
      content: scale(percent.value, 1 / 100),
    }));
  });
  // The shares of the other metals in the goods are not asked for.
  if (contents.some(({ percent }) => used.has(percent)))
    for (const { percent } of contents) used.add(percent);
  // "And with 10 % discount?": of the amount that was spoken of.
  const leans =
    read.moneys.length + subjects.ours.length + findings.times.years.length === 0 &&
    findings.words.length <= MOST_LEANING;
  // "Copper 10 % below its 2024 price": of a price that is named, what is supposed of it.
  const isNamed = subjects.ours.length + findings.times.years.length > 0 && read.moneys.length === 0;
  const adjustments =
    read.amounts.length > 0 || leans
      ? adjustmentsOf(findings, used)
      : isNamed && supposesPrice(findings)
        ? adjustmentsOf(findings, used)
        : [];
  const losses = read.percents.flatMap((percent): readonly Loss[] => {
    const { at, next, kept } = percent;
    if (kept === undefined || used.has(percent) || (read.amounts.length === 0 && !leans)) return [];
    used.add(percent);
    const typed = asTyped(findings.reading, at, next);
    return [{ kept, words: `${typed} ${percent.lost === true ? 'lost' : 'left'}` }];
  });
  const asked = amounts.flatMap(({ metals: ids = [] }) => ids);
  const within = contents.flatMap(({ metal, named }) => {
    const other = subjects.ours.some(({ id, from }) => id === metal && from !== named);
    return metal === undefined || other || asked.length === 0 || asked.includes(metal) ? [] : [metal];
  });
  return {
    amounts,
    adjustments,
    losses,
    within,
    unused: read.percents.filter((percent) => !used.has(percent)),
  };
}

/** "100 kg + 50 kg of oxide": which amount says of what this one is, itself or the next that does. */
function sharer({ amounts: { amounts }, reading }: Findings, index: number): number {
  let at = index;
  for (let next = amounts[at + 1]; next !== undefined; next = amounts[at + 1]) {
    const between = reading.tokens.slice(amounts[at]?.next, next.at);
    if (!between.every(({ word }) => CHAIN.has(word))) return at;
    at += 1;
  }
  return at;
}

function timesRange(range: Range, factor: Range | undefined): Range {
  return factor === undefined ? range : { low: range.low * factor.low, high: range.high * factor.high };
}

/** "50 % of 100 kg", "50 t of motors, 2 % magnets". */
function partOf({ reading, amounts, subjects }: Findings, { at, next }: AmountRead): PercentRead | undefined {
  const of = OWNED.test(wordAt(reading, at - 1)) ? at - 2 : at - 1;
  const before = wordAt(reading, of) === 'of' ? amounts.percents.find((one) => one.next === of) : undefined;
  // What of the goods is the product that holds the metal.
  const { product } = subjects;
  return before ?? amounts.percents.find((one) => one.at >= next && one.next === product?.from);
}

/**
 * What stands around several amounts, one list an amount; `undefined` where it is of all of them. What follows an amount
 * is its own; where one has none it shares the next one's, and behind the last one's the last. Where all stands before
 * its amount ("in 2022 100 kg and in 2023 200 kg"), it is read so.
 */
function pair<T>(
  amounts: readonly AmountRead[],
  things: readonly Placed<T>[],
  respectively: boolean,
): readonly (readonly T[] | undefined)[] {
  const [first] = amounts;
  const none = amounts.map(() => undefined);
  if (first === undefined || amounts.length < 2 || things.length < 2) return none;
  const last = amounts.at(-1) ?? first;
  const leads =
    things.every(({ at }) => at < last.at) && things.filter(({ at }) => at < first.at).length === 1;
  const owners = things.map(({ at }) => {
    const after = leads
      ? amounts.findIndex((amount) => amount.at > at)
      : amounts.findLastIndex((amount) => amount.at < at);
    return after;
  });
  if (new Set(owners).size < 2)
    return respectively && things.length === amounts.length ? things.map(({ value }) => [value]) : none;
  const own = amounts.map((_, index) =>
    things.filter((_thing, at) => owners[at] === index).map(({ value }) => value),
  );
  return own.map((list, index) => {
    if (list.length > 0) return list;
    const later = own.slice(index + 1).find((other) => other.length > 0);
    return later ?? own.slice(0, index).findLast((other) => other.length > 0);
  });
}

/** One amount is of the metals behind it; those before it are of something else: "neodymium price and 10 kg of terbium". */
function metalsOf({ amounts: { amounts }, subjects, reading }: Findings): readonly Placed<string>[] {
  const metals = subjects.ours
    .filter((named) => named !== subjects.product && subjects.metals.includes(named.id))
    .map(({ id, from }): Placed<string> => ({ at: from, value: id }));
  const [only, ...others] = amounts;
  if (only === undefined || others.length > 0) return metals;
  const behind = metals.filter(({ at }) => at >= only.next);
  const [first] = behind;
  if (first === undefined || first.at > only.next + 2 || reading.slots.includes('compare')) return metals;
  // "10 kg of dysprosium and terbium", but not "10 kg of dysprosium and the price of terbium".
  return behind.filter(({ at }) =>
    reading.tokens.slice(first.at, at).every((_, i) => isChained(reading, first.at + i)),
  );
}

function isChained(reading: Findings['reading'], at: number): boolean {
  return reading.slots[at] === 'metal' || reading.slots[at] === 'oxide' || CHAIN.has(wordAt(reading, at));
}
const CHAIN = new Set('and or plus also of both the metal oxide'.split(' '));
