/** "What does the DRC produce", "which minerals does China dominate", "what does the US import from China": all that one country has. */
import PROFILE from '../words/asks/profile.json' with { type: 'json' };
import type { Findings } from '../findings.ts';
import type { Profile } from '../frame.ts';

const wordsOf = (line: string): ReadonlySet<string> => new Set(line.split(' '));
const GOODS = wordsOf(PROFILE.goods);
const OBJECTS = wordsOf(PROFILE.objects);
const VERBS = wordsOf(PROFILE.verbs);
const NOUNS = wordsOf(PROFILE.nouns);
const LEADS = wordsOf(PROFILE.leads);
const MOSTLY = wordsOf(PROFILE.mostly);
const COMES = wordsOf(PROFILE.comes);
const IMPORTS = wordsOf(PROFILE.imports);
const NAMED = wordsOf(PROFILE.profile);
const MEASURED = wordsOf(PROFILE.measured);
const BESIDE = wordsOf(PROFILE.beside);
const DENIED = wordsOf(PROFILE.denied);
const HELD = wordsOf(PROFILE.held);
const HAS = /^(?:has|have|hold|holds|got|own|owns)$/u;
const US = 'United States';

/** `null` where a metal is named, how much there is of one is asked, or something that is not read. */
export function readProfile(findings: Findings): Profile | null {
  const { words, subjects, amounts, threshold, times, without, unread, allCountries } = findings;
  const { metals, sectors, countries } = subjects;
  const some = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  const isOther =
    metals.length + sectors.length + without.length > 0 || amounts.amount !== null || threshold !== null;
  // "Which minerals does it not produce" is the opposite.
  if (isOther || some(DENIED) || times.finer !== null || times.span !== null || times.years.length > 1)
    return null;
  if (countries.length === 0)
    return asksWhoLeads(findings) ? { ...LEADERS, critical: words.includes('critical') } : null;
  if (some(MEASURED) || !unread.every((word) => isSaid(word.toLowerCase()))) return null;
  const isObject = OBJECTS.has(words.find((word) => !/^(?:and|so|ok|hey|hi)$/u.test(word)) ?? '');
  const asks = isObject || some(GOODS);
  const [country, other, ...others] = countries.toSorted((a, b) => Number(a === US) - Number(b === US));
  if (country === undefined || others.length > 0) return null;
  const shared = { country, leads: some(LEADS), mostly: some(MOSTLY), critical: words.includes('critical') };
  if (other !== undefined) return other === US && asks && some(IMPORTS) ? { of: 'imports', ...shared } : null;
  const doing = some(VERBS) || some(LEADS) || (some(COMES) && words.includes('from'));
  // "What reserves does Bolivia have", but not "what is China's production".
  const isThing = !some(NOUNS) || (some(HELD) && words.some((word) => HAS.test(word)));
  const isAsked = (isObject && doing && isThing) || (some(GOODS) && (doing || some(NOUNS)));
  if (!isAsked && !some(NAMED)) return null;
  // "Which country has the most minerals" ranks countries.
  if (allCountries && !shared.leads) return null;
  return { of: some(HELD) ? 'reserves' : 'production', ...shared };
}

const LEADERS: Profile = { of: 'production', country: null, leads: false, mostly: false, critical: false };
const WHO = /^(?:who|whos|which|what)$/u;
const MOST = /^(?:most|biggest|largest|greatest|top|number)$/u;

/** "Which country produces the most minerals", "who dominates critical minerals". */
function asksWhoLeads({ words, has, allCountries, subjects }: Findings): boolean {
  const all = words.some((word) =>
    /^(?:minerals|metals|commodities|elements|materials|resources)$/u.test(word),
  );
  const who =
    words.some((word) => WHO.test(word)) &&
    (words[0]?.startsWith('who') === true || has('all countries') || allCountries);
  const most = words.some((word) => MOST.test(word) || LEADS.has(word));
  return all && who && most && subjects.countries.length === 0;
}

const isSaid = (word: string): boolean =>
  [GOODS, OBJECTS, VERBS, NOUNS, LEADS, MOSTLY, COMES, IMPORTS, NAMED, HELD, BESIDE].some((set) =>
    set.has(word),
  );
