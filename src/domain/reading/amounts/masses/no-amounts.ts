/** Masses and money that are no amount of an order: a line, a network, the unit that is wanted. */
import type { AmountsRead, MassRead } from './amount-parts.ts';
import type { Reading } from '#src/domain/reading/reading.ts';
import type { ThresholdRead } from '../threshold.ts';

/** What a figure is held against is no amount of an order and no price that was offered. */
export function withoutThreshold(read: AmountsRead, { mass, unit }: ThresholdRead): AmountsRead {
  const amounts = read.amounts.filter((amount) => amount !== mass);
  const isMoney = unit !== '%' && mass === undefined;
  const moneys = isMoney ? [] : read.moneys;
  const percents = unit === '%' ? [] : read.percents;
  return {
    ...read,
    amounts,
    amount: amounts[0] ?? null,
    moneys,
    money: moneys[0] ?? null,
    percents,
    percent: percents.length === 0 ? null : read.percent,
  };
}

/** "5g" is a network, and "sector 7g" a place, unless a metal is weighed. Gives the words back. */
export function withoutNetworks({ tokens, slots }: Reading, read: AmountsRead): AmountsRead {
  const isNetwork = ({ at, next }: MassRead) =>
    next - at === 2 &&
    /^\d$/u.test(tokens[at]?.raw ?? '') &&
    tokens[at + 1]?.word === 'g' &&
    tokens[at + 1]?.glued === true;
  for (const { at } of read.amounts.filter(isNetwork)) slots.fill(undefined, at, at + 2);
  const amounts = read.amounts.filter((amount) => !isNetwork(amount));
  return { ...read, amounts, amount: amounts[0] ?? null };
}

/** "Kg of copper in a pack": the unit that is wanted, and no amount. */
export function withoutSingles(read: AmountsRead): AmountsRead {
  const amounts = read.amounts.filter(({ single }) => !single);
  return { ...read, amounts, amount: amounts[0] ?? null, priced: false };
}
