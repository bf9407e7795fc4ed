/** Whether it is asked where figures come from, or whether sources agree. */
import type { Findings } from '#src/domain/reading/findings.ts';
import { BUYING } from './spending.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';

/** "where do these numbers come from", but not "where does neodymium come from". */
const FIGURE_WORDS = new Set(
  'number numbers figure figures data price prices info information value values stat stats this that these those table chart'.split(
    ' ',
  ),
);

/** Words that nobody knows, in a question that is still of our figures. */
const FEW_UNKNOWN = 2;
const DATA_WORDS = new Set('number numbers figure figures data price prices report stats'.split(' '));

/** One of the sources is named. */
export function isSourced({ has }: Pick<Findings, 'has'>): boolean {
  return has('usgs') || has('report');
}

export function asksForSources(findings: Findings, metrics: readonly AskedMetric[]): boolean {
  const { reading, has, amounts, subjects, words, unknown } = findings;
  if (has('place') || amounts.amount !== null) return false;
  // "why does usgs say 56 when you say 125": what the answers say is the report's.
  const answered = has('reason') && words.some((word) => /^(?:you|your|yours)$/u.test(word));
  if (has('usgs') && (has('report') || answered)) return true;
  // "is it true that nicotine is bad": something else is to be checked.
  const sourced = isSourced(findings);
  // "I have verified the account number several times": in a story a number is anyone's.
  const data = unknown <= FEW_UNKNOWN && words.some((word) => DATA_WORDS.has(word));
  const asked = metrics.length + subjects.metals.length > 0;
  const ours = unknown === 0 || asked || amounts.percent !== null || sourced || data;
  if (!ours || words.includes('my')) return false;
  // "Agreed" alone checks nothing.
  if (has('sources') || (has('verify') && (asked || words.length > 1))) return true;
  // In "usgs price from 2020 to 2025" the word opens a span.
  const freely = words.some((word, at) => word === 'from' && reading.slots[at] !== 'year');
  const from = has('origin') || (words[0] === 'where' && words.at(-1) === 'from') || (sourced && freely);
  if (from && words.some((word) => FIGURE_WORDS.has(word))) return true;
  if (sourced && amounts.percent !== null && metrics.length > 0) return true;
  const buys = words.some((word) => BUYING.has(word));
  if (has('claim') && (amounts.percent !== null || (amounts.money !== null && !buys))) return true;
  return sourced && (has('level') || (has('compare') && metrics.length < 2 && !has('metal')));
}
