/** Units of prices as feeds and people write them: "CNY/t", "RMB/mt", "per metric ton", "元/吨". */
import type { Currency, MassUnit } from '../figure.ts';

/** In the order in which they are looked for; `$` alone is the US dollar. */
const CURRENCY_NAMES: readonly (readonly [RegExp, Currency])[] = [
  [/^(?:cny|rmb|cnh|yuan|renminbi|cn¥|元|人民币)$/i, 'CNY'],
  [/^(?:usd|us\$|u\.s\.\$|\$|dollars?|美元)$/i, 'USD'],
  [/^(?:eur|€|euros?)$/i, 'EUR'],
  [/^(?:gbp|£|pounds? sterling)$/i, 'GBP'],
  [/^(?:jpy|yen|円)$/i, 'JPY'],
  [/^(?:inr|₹|rs\.?|rupees?)$/i, 'INR'],
];

const MASS_NAMES: readonly (readonly [RegExp, MassUnit])[] = [
  [/^(?:kg|kgs|kilos?|kilograms?|kilogrammes?|公斤|千克)$/i, 'kg'],
  [/^(?:lbs?|pounds?)$/i, 'lb'],
  // A ton without more is taken as metric: it is what these metals are traded in. Short and long tons are refused.
  [/^(?:t|mt|tonnes?|tons?|metric tonn?e?s?|吨)$/i, 't'],
];

/** The currency of a name or sign; ¥ alone is refused, for it may be yuan or yen. */
export function readCurrency(text: string): Currency | undefined {
  return CURRENCY_NAMES.find(([pattern]) => pattern.test(text.trim()))?.[1];
}

/** The mass unit of a name, with or without "per" before it. @example readMass('per metric ton') // "t" */
export function readMass(text: string): MassUnit | undefined {
  const name = text.trim().replace(/^(?:per|\/)\s*/i, '');
  return MASS_NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** What a unit text says: a currency, a mass, or both. @example readUnit('RMB/mt') // { currency: 'CNY', mass: 't' } */
export function readUnit(text: string): {
  readonly currency?: Currency | undefined;
  readonly mass?: MassUnit | undefined;
} {
  const [left = '', right] = text.split(/\s*\/\s*|\s+per\s+|(?<=^)per\s+/i);
  if (right === undefined) return { currency: readCurrency(left), mass: readMass(left) };
  return { currency: left === '' ? undefined : readCurrency(left), mass: readMass(right) };
}
