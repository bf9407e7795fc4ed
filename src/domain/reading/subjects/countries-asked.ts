/** What is asked of the countries that have a metal, besides their order: how many they are, or which have each of several. */
import type { Findings } from '#src/domain/reading/findings.ts';

const COUNTED =
  /\bhow many (?:[a-z]+ ){0,2}(?:countries|nations|producers|states|places)\b|\bnumber of (?:countries|nations|producers|producing countries)\b/u;
const EACH = /\b(?:both|as well as|and also|at the same time|each of)\b/u;
const WHICH =
  /\b(?:which|what|list|name|countries|who) (?:of )?(?:the )?(?:countries|nations|producers|that|mines?|produces?|make|have)\b/u;

/** `undefined` where the order is wanted, or no country is asked for. */
export function countriesAsked({ words, allCountries, subjects }: Findings): 'number' | 'shared' | undefined {
  if (!allCountries) return undefined;
  const line = words.join(' ');
  if (COUNTED.test(line)) return subjects.metals.length > 1 && EACH.test(line) ? 'shared' : 'number';
  return subjects.metals.length > 1 && EACH.test(line) && WHICH.test(line) ? 'shared' : undefined;
}
