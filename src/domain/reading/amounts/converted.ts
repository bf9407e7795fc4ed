/** "Convert $125/kg to $/lb": a price of the asker's own for another mass, and no price of ours. */
import type { Aside } from '#src/domain/reading/frame.ts';
import type { MassUnit } from '#src/domain/measure/figure.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { readUnit } from './units.ts';

const CONVERTS = /^(?:convert|converted|converts|conversion|to|into|in|as|per|equals?|=)$/u;

/** `undefined` where something of ours is named, a time is, or another currency is wanted. */
export function readConverted({ amounts, subjects, times, words, hits, has }: Findings): Aside | undefined {
  const [money, ...others] = amounts.moneys;
  if (money === undefined || others.length > 0 || money.per === null || money.per.factor !== 1)
    return undefined;
  const to = unitBehind(words, money.next);
  if (to === undefined || to === money.per.unit || amounts.amounts.length > 0) return undefined;
  const named =
    subjects.ours.length + subjects.sectors.length + subjects.countries.length + times.years.length;
  const priced = hits.some(({ kind }) => kind === 'metric') || has('current') || has('compare');
  if (named > 0 || priced || (amounts.named ?? money.currency) !== money.currency) return undefined;
  const { value, currency } = money;
  return { kind: 'conversion', value, currency, from: money.per.unit, to };
}

/** "... to $/lb", "... per tonne": the mass that is wanted, right behind a word that asks for it. */
function unitBehind(words: readonly string[], from: number): MassUnit | undefined {
  for (let at = from; at < words.length; at += 1) {
    const read = readUnit((i) => words[i] ?? '', at);
    if (read !== undefined && words.slice(from, at).some((word) => CONVERTS.test(word))) return read.unit;
    if (read !== undefined && at > from && words[at - 1] === 'per') return read.unit;
  }
  return undefined;
}
