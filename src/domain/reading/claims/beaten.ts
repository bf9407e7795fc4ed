/** "Has it ever been cheaper than in 2021": whether any other year beats the one that is named. */
import { HIGHER, LOWER } from '../words/move-words.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { Intent, Question } from '#src/domain/reading/question.ts';

/** The comparison is with all that there was. */
const ANY = /^(?:ever|never|any|anytime|another|other)$/u;
/** From the comparative to "than": "more expensive than". */
const REACH = 2;

/** The extreme that the named year would be if nothing beats it; `undefined` where no such thing is asked. */
export function beatenExtreme({ words, times, amounts }: Findings): 'highest' | 'lowest' | undefined {
  const than = words.indexOf('than');
  if (than < 0 || times.years.length !== 1 || times.span !== null || amounts.money !== null) return undefined;
  const any = words.findIndex((word) => ANY.test(word));
  if (any < 0 || any > than) return undefined;
  const before = words.slice(Math.max(0, than - REACH), than);
  if (before.includes('less') || before.some((word) => LOWER.has(word))) return 'lowest';
  return before.some((word) => HIGHER.has(word)) ? 'highest' : undefined;
}

export function extremeOf(findings: Findings, intent: Intent): Question['extreme'] {
  const { has, hits, words } = findings;
  const beaten = beatenExtreme(findings);
  if (intent === 'extreme' && beaten !== undefined) return beaten;
  // "The lowest on record", "a record low".
  const record = hits.every(({ kind, from }) => kind !== 'highest' || /^records?$/u.test(words[from] ?? ''));
  if (has('highest') && !(record && has('lowest'))) return 'highest';
  if (has('lowest')) return 'lowest';
  return intent === 'extreme' ? 'mean' : null;
}
