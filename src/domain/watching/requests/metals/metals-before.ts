/** "It" is a metal that the same message names before: "Is copper still near 9k? If it goes below 8.8k, tell me". */
import type { AskedRequest, Intent, TypedContext } from '../request.ts';
import { takeMetalsAsked } from './read-metals.ts';
import { Rest } from '../rest.ts';
import { goodsIn } from './unknown-names.ts';

const CARRIED: ReadonlySet<Intent> = new Set(['digest.create', 'alert.create', 'export']);

const lacksMetals = ({ intent, metals, cannot }: AskedRequest): boolean =>
  CARRIED.has(intent) && metals === undefined && !cannot.includes('metals');
const withoutMetals = (slots: readonly string[]) => slots.filter((slot) => slot !== 'metals');

/** A request with such metals, where it needs some and names none. */
export const withMetals = (request: AskedRequest, metals: readonly string[]): AskedRequest =>
  lacksMetals(request) ? { ...request, metals, ask: withoutMetals(request.ask) } : request;

/** The same with those that stand before it; what stands there and is none that is known can't be had. */
export function withMetalsBefore(request: AskedRequest, text: string, context: TypedContext): AskedRequest {
  if (!lacksMetals(request)) return request;
  const metals = takeMetalsAsked(new Rest(text), context.materials);
  if (metals.length > 0) return withMetals(request, metals);
  return goodsIn(text, context.materials).length === 0
    ? request
    : { ...request, ask: withoutMetals(request.ask), cannot: [...request.cannot, 'metals'] };
}
