/** The unit of a rule's price where it stands apart from its number ("in euros"), and the ounce of precious metals. */
import type { AskedRule } from '../request.ts';
import type { Rest } from '../rest.ts';
import { takeUnit } from './read-amount.ts';

const PRECIOUS: ReadonlySet<string> = new Set([
  'gold',
  'silver',
  'platinum',
  'palladium',
  'rhodium',
  'iridium',
  'ruthenium',
]);
const OUNCE = /(?:\/|\b(?:per|an?|the|each))\s*(?:oz|ounces?)(?!\p{L})/u;

interface WithUnits {
  readonly rule: AskedRule;
  /** Taken for granted, and to be asked for. */
  readonly unclear: readonly string[];
}

/**
 * A rule with what is said of its unit elsewhere. An ounce of gold is taken for a troy ounce, and asked about.
 * @param rest What nobody else has taken
 */
export function withUnits(rule: AskedRule, rest: Rest, metals: readonly string[]): WithUnits {
  const isPrice = rule.low !== undefined || rule.amount !== undefined;
  if (!isPrice || (rule.currency !== undefined && rule.mass !== undefined)) return { rule, unclear: [] };
  const full = { ...takeUnit(rest), ...rule };
  const isTroy =
    full.mass === undefined &&
    metals.length > 0 &&
    metals.every((id) => PRECIOUS.has(id)) &&
    OUNCE.test(rest.plain);
  return isTroy
    ? { rule: { ...full, mass: 'troy oz' }, unclear: ['rule.mass'] }
    : { rule: full, unclear: [] };
}
