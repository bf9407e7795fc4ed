/** Whether a price is wanted of oxide, of metal, or of the metal that is in the oxide. */
import type { Findings } from '#src/domain/reading/findings.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { isLead } from '#src/domain/reading/follow-ups/leaning.ts';
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';

/** What of them is said; `null` where neither is, or both are. */
export function formAsked(
  findings: Findings,
  metrics: readonly AskedMetric[],
): Required<Pick<Question, 'contained' | 'form'>> {
  if (asksContained(findings, metrics)) return { contained: true, form: 'oxide' };
  if (isBareMetal(findings)) return { contained: false, form: 'metal' };
  const [oxide, metal] = [findings.has('oxide'), findings.has('metal form')];
  const isOpen = oxide === metal || saysBothForms(findings);
  return { contained: false, form: isOpen ? null : oxide ? 'oxide' : 'metal' };
}

/** "Price of contained neodymium", "oxide price per kg of contained Nd". */
function asksContained({ words }: Findings, metrics: readonly AskedMetric[]): boolean {
  const contained = words.some(
    (word, at) => word === 'contained' || (word === 'content' && words[at - 1] === 'metal'),
  );
  return contained && metrics.includes('price');
}

/** "And metal?", "no, the metal", "metal in 2024": the form, where nothing but a year is said beside it. */
export function isBareMetal({ words, reading, times, subjects }: Findings): boolean {
  const named = subjects.ours.length + subjects.countries.length + subjects.sectors.length;
  if (words.length > MOST_BARE || named > 0 || !words.includes('metal')) return false;
  const isAlone = words.length > 1 || times.years.length > 0;
  return (
    isAlone &&
    words.every(
      (word, at) =>
        word === 'metal' ||
        isLead(word) ||
        BESIDE_METAL.has(reading.slots[at] ?? (STOP_WORDS.has(word) ? 'filler' : '')),
    ) &&
    !/\bmetals? (?:is|are|was|has|does)\b|\b(?:is|what|which|whats|how|who)\b/u.test(words.join(' '))
  );
}
const MOST_BARE = 6;
const BESIDE_METAL = new Set(['filler', 'follow-up', 'greeting', 'year']);

/** "Neodymium metal vs oxide", "difference between metal and oxide": neither of them alone. */
function saysBothForms({ words }: Findings): boolean {
  const [metal, oxide] = [words.indexOf('metal'), words.findIndex((word) => /^oxides?$/u.test(word))];
  const between = words.slice(Math.min(metal, oxide) + 1, Math.max(metal, oxide));
  return (
    metal >= 0 &&
    oxide >= 0 &&
    between.length <= 3 &&
    between.some((word) => /^(?:vs|versus|v|and|or|against|to|than)$/u.test(word))
  );
}
