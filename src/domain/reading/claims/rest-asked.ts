/** "The rest of demand besides renewables and electronics": what the sectors that are named leave over. */
import WORDS from '../words/asks/rest-words.json' with { type: 'json' };
import type { Findings } from '../findings.ts';

const REST: ReadonlySet<string> = new Set(WORDS.rest);
const OF: ReadonlySet<string> = new Set(WORDS.of);

/** Of demand alone: output, prices and countries have no such rest. */
export function readRest({ words, subjects, hits, amounts }: Findings): boolean {
  const { metals, sectors, countries } = subjects;
  const isOther =
    metals.length > 1 || countries.length > 0 || amounts.amount !== null || amounts.money !== null;
  const measured = hits.some(
    ({ kind, id }) => kind === 'metric' && id !== 'share' && id !== 'demand' && id !== 'consumption',
  );
  if (isOther || measured) return false;
  if (sectors.length < 2 && !words.some((word, at) => OF.has(word) && words[at + 1] !== 'by')) return false;
  const text = ` ${words.join(' ')} `;
  return words.some((word) => REST.has(word)) || WORDS.other.some((one) => text.includes(` ${one} `));
}
