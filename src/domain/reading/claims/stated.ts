/** "Was it $110 in 2023", "I have 92 for 2022, right?": what a figure is said to be, to be confirmed or not. */
import type { Findings } from '../findings.ts';
import type { AskedMetric } from '../asked-metrics.ts';
import type { Threshold } from '../frame.ts';
import type { Intent } from '../question.ts';
import { readNumber } from '../amounts/numbers.ts';
import { isFree, wordAt } from '../reading.ts';

const WHETHER = /^(?:is|was|were|did|does)$/u;
const LEAD = /^(?:and|ok|okay|so|hey|hi|hello|but|then|also|please|quick|question)$/u;
const YEAR_ASKED = /\b(?:which|what) years?\b/u;
const HELD: ReadonlySet<Intent> = new Set(['value', 'sources', 'summary']);
/** Behind a number that counts something else than what is asked about. */
const COUNTED =
  /^(?:years?|months?|weeks?|days?|times|x|sources?|metals?|countr(?:y|ies)|sectors?|st|nd|rd|th|points?)$/u;

interface Stated {
  readonly threshold: Threshold;
  /** The token at which it begins. */
  readonly at: number;
}

const line = (value: Threshold['value'], unit: string | null, per: Threshold['per'] = null): Threshold => ({
  side: 'equal',
  value,
  unit,
  per,
  ever: false,
});

/** The figure of one year that is said; `undefined` where none is, or more than one. */
export function readStated(
  findings: Findings,
  { metrics, intent }: { readonly metrics: readonly AskedMetric[]; readonly intent: Intent },
): Stated | undefined {
  const { has, words, times, amounts, subjects, threshold } = findings;
  const confirms = has('verify') || has('claim');
  const first = words.find((word) => !LEAD.test(word)) ?? '';
  // "In which year was it 110", "which year had 56,800 t".
  const asksYear = YEAR_ASKED.test(words.join(' ')) && times.years.length === 0;
  const isOne = asksYear || (times.years.length === 1 && times.span === null);
  if (threshold !== null || !HELD.has(intent) || !isOne || !(confirms || asksYear || WHETHER.test(first)))
    return undefined;
  // "How high was it, above or below".
  if (metrics.length > 1 || subjects.metals.length > 1 || has('reason') || has('compare') || has('change'))
    return undefined;
  const asked = asksYear ? { ever: true, first: true } : {};
  const [money, ...moneys] = amounts.moneys;
  const [mass, ...masses] = amounts.amounts;
  const [percent, ...percents] = amounts.percents;
  const isOther = moneys.length + masses.length + percents.length > 0;
  const kinds = [money, mass, percent].filter((one) => one !== undefined);
  if (isOther || kinds.length > 1) return undefined;
  if (money !== undefined) {
    const { value, currency, per, assumed = false, at } = money;
    const isOfPrice = metrics.every((metric) => metric === 'price') && (per === null || per.factor === 1);
    const said = line({ low: value, high: value }, assumed ? null : currency, per?.unit ?? null);
    return isOfPrice ? { threshold: { ...said, ...asked }, at } : undefined;
  }
  if (mass !== undefined)
    return metrics[0] === 'production'
      ? { threshold: { ...line(mass.value, mass.unit), ...asked }, at: mass.at }
      : undefined;
  if (percent !== undefined)
    return subjects.sectors.length === 1
      ? { threshold: { ...line(percent.value, '%'), ...asked }, at: percent.at }
      : undefined;
  const named = metrics.length > 0 || subjects.metals.length > 0;
  const bare = (confirms || asksYear) && named ? bareIn(findings) : undefined;
  return bare && { ...bare, threshold: { ...bare.threshold, ...asked } };
}

function bareIn({ reading }: Findings): Stated | undefined {
  const found: Stated[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    if (!isFree(reading, at) || reading.tokens[at]?.value === undefined) continue;
    const read = readNumber(reading.tokens, at);
    if (read === undefined || COUNTED.test(wordAt(reading, read.next))) continue;
    found.push({ threshold: line({ low: read.value, high: read.value }, null), at });
    at = read.next - 1;
  }
  const [one, ...others] = found;
  return others.length === 0 ? one : undefined;
}
