/**
 * Words that may name another subject, in a question that names none of our metals: "cost per click 2024", "compare sales
 * in 2022 and 2023". They stand nowhere that proves them to be what is asked about, as a foreign subject does, so
 * figures are offered and not given.
 */
import type { Findings } from '#src/domain/reading/findings.ts';
import type { Role, Sentence } from './foreign/foreign-roles.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

const NOUNS: ReadonlySet<Role | undefined> = new Set(['thing', 'company', 'place', 'use', 'unknown']);
/**
 * The first such word, in lower case; null where there is none, or a metal or product of ours is named in full: "tb",
 * "neo" and "magnet" mean other things too.
 * @param isKnown Words that name nothing in such a question
 */
export function findStranger(
  { reading, subjects, amounts, has, hits, allCountries }: Findings,
  { roles }: Sentence,
  metrics: readonly AskedMetric[],
  figures: boolean,
  isKnown: (word: string) => boolean = () => false,
): string | null {
  const named = hits.some(
    ({ kind, from, to }) =>
      kind === 'metal' || (kind === 'product' && (to - from > 1 || wordAt(reading, from) === 'ndfeb')),
  );
  if (named) return null;
  // Words of two letters are mostly shorthand ("2 u"), and name nothing by themselves.
  // An amount alone is anyone's: "i weigh 80 kg".
  const bare = metrics.length === 0;
  const at = roles.findIndex(
    (role, i) =>
      (NOUNS.has(role) || (bare && role === 'verb')) &&
      wordAt(reading, i).length > 2 &&
      !isKnown(wordAt(reading, i)),
  );
  if (at >= 0) return wordAt(reading, at);
  // "biggest country in the world": a ranking, of nothing that we know.
  const ranking =
    allCountries || subjects.ours.length > 0 ? undefined : hits.find((hit) => hit.kind === 'all countries');
  if (ranking !== undefined) return wordAt(reading, ranking.to - 1);
  if (!figures) return null;
  // "budget increase 2024": what is everyday beside a metal is a subject alone.
  const everyday =
    bare && amounts.money === null && isNothingNamed(subjects)
      ? hits.find((hit) => hit.kind === 'loose')
      : undefined;
  const aside = subjects.ours.length === 0 && !metrics.includes('price') && has('other');
  const other = everyday ?? (aside ? hits.find((hit) => hit.kind === 'other') : undefined);
  return other === undefined || isKnown(wordAt(reading, other.from)) ? null : wordAt(reading, other.from);
}

function isNothingNamed({ ours, sectors, countries }: Findings['subjects']): boolean {
  return ours.length + sectors.length + countries.length === 0;
}
