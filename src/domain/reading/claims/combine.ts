/** Whether several figures are to be put together: "total produced 2021 to 2025", "wind and electronics combined", "cost difference". */
import type { Findings } from '../findings.ts';
import type { Combine } from '../frame.ts';
import type { Intent } from '../question.ts';
import { wordAt } from '../reading.ts';

/** Words between what is added: "2023 plus 2024", "renewables + electronics". */
const PLUS = /^(?:plus|\+)$/u;
/** What one saves or pays more. */
const MORE =
  /^(?:more|less|extra|save[ds]?|saving|savings|dearer|cheaper|higher|lower|minus|differ|worse|better)$/u;

/** Which of the two is asked for; `null` where figures are wanted one by one. */
export function readCombine(findings: Findings, intent: Intent): Combine | null {
  const { has, words, times, subjects, amounts } = findings;
  const years = times.years.length;
  if (intent === 'cost' && amounts.amounts.length === 1 && years > 1) {
    const differs = has('compare') || has('change') || words.some((word) => MORE.test(word));
    return differs ? 'difference' : has('sum') ? 'sum' : null;
  }
  if (intent === 'cost') return amounts.amounts.length > 1 && has('sum') ? 'sum' : null;
  const several = years > 1 || subjects.sectors.length > 1 || subjects.countries.length > 1;
  if (!several || intent === 'change') return null;
  return has('sum') || isAdded(findings) ? 'sum' : null;
}

/** A sign or a word of addition stands between two years or sectors. */
function isAdded({ reading }: Findings): boolean {
  return reading.tokens.some(({ gap }, at) => {
    const [before, after] = [reading.slots[at - 1], reading.slots[at]];
    if (gap === '+' && after !== undefined && after === before) return true;
    return PLUS.test(wordAt(reading, at)) && before !== undefined && before === reading.slots[at + 1];
  });
}
