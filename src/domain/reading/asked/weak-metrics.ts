/** What everyday words ask for, where no metric is named: "how much is it", "who makes it", "nd now". */
import type { Findings } from '#src/domain/reading/findings.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

/** Tokens in a question that is nearly only slots: "how much did it cost in 2023". */
const SHORT = 7;
/** Whoever speaks of these asks about them: "which countries are you in". */
const PERSONS = new Set(['i', 'im', 'my', 'you', 'your', 'u', 'our']);

/** What is done to a metal that is counted: "how many tonnes of tellurium are refined". */
const WON = /^(?:refined|smelted|mined|won|recovered|dug)$/u;
const HOW_MUCH_MINED =
  /\bhow (?:much|many(?: \w+)?) (?:do|does|did|will|can) (?:\w+ ){1,3}(?:mine|produce|dig|extract|refine|smelt)\b/u;

/** "tonnes", "in kg": a mass is wanted; "usd per ton" is of a price. */
export function wantsMass(findings: Findings): boolean {
  if (isByMass(findings)) return false;
  const { amounts, words } = findings;
  return amounts.perUnit !== null || words.some((word) => /^ton(?:ne|nage)?s?$/u.test(word));
}

/** "Cobalt 2022 per lb", "usd per ton": a mass that something is paid by, and none that is counted, as in "grams per ton of ore". */
const isByMass = ({ amounts, words }: Findings): boolean =>
  (amounts.perUnit !== null || amounts.priced) &&
  words.filter((word) => MASS.test(word)).length === 1 &&
  words.some((word, at) => word === 'per' && MASS.test(words[at + 1] ?? ''));
/** A mass of it in a mass of ore. */
const isGrade = ({ words, amounts }: Findings): boolean =>
  amounts.money === null &&
  words.some(
    (word, at) =>
      word === 'per' &&
      MASS.test(words[at + 1] ?? '') &&
      words.slice(Math.max(0, at - 3), at).some((before) => MASS.test(before)),
  ) &&
  words.some((word) => /^(?:ores?|rocks?|concentrates?)$/u.test(word));
const MASS = /^(?:kgs?|kilos?|kilograms?|g|grams?|lbs?|pounds?|t|mt|ton(?:ne)?s?|oz|ounces?)$/u;

/** The metrics that such words ask for, in this company; none where they ask for no figure. */
export function weakMetrics(findings: Findings): readonly AskedMetric[] {
  const { hits, subjects, amounts, times, has, words } = findings;
  const mass = wantsMass(findings);
  // "Grams of gold per ton of ore": a grade, which is no figure of ours.
  if (isGrade(findings)) return [];
  // What the two sources have in common are prices: "graph nd vs usgs".
  if (has('usgs') && (has('chart') || has('compare')) && !hits.some(({ kind }) => kind === 'weak'))
    return ['price'];
  if (subjects.sectors.length > 0) return [mass ? 'demand' : 'share'];
  const weak = hits.filter(
    (hit) =>
      // "Take nd for 2022 and average it": what whoever asks is to do takes no share.
      (words[0] !== 'take' || hit.from > 0) &&
      (hit.kind === 'weak' || (hit.kind === 'loose' && (isAnchored(findings) || isWorldly(hit, findings)))),
  );
  const names = (id: AskedMetric) => weak.some((hit) => hit.id === id);
  // "The sector which buys most": how much of it, and not for how much.
  if (isOfSectors(findings, weak)) return ['share'];
  // "Manganese ore CIF China": only prices have terms.
  if ((has('terms') || isByMass(findings)) && subjects.metals.length > 0) return ['price'];
  const place = placeMetric(findings, names);
  if (place !== undefined) return [place];
  if (asksForContent(findings) || asksForOxide(findings)) return [];
  const dated = times.years.length > 0;
  const hasAmount = amounts.amount !== null;
  // "How much did they mine in 2024".
  if (!hasAmount && HOW_MUCH_MINED.test(words.join(' '))) return ['production'];
  const pricing = weak.some((hit) => hit.id === 'price' && !isHowMuch(hit, words));
  // "what can purchasing do against price spikes" and the like are the FAQ's.
  if (!dated && !hasAmount && has('other')) return [];
  const compared = has('compare') && times.years.length > 1;
  // "How many tons more in 2026 than in 2025": of a mass that is counted it is output.
  const counts = /\bhow (?:many|much)\b/u.test(words.join(' ')) && mass && !hasAmount && !pricing;
  const won = words.some((word) => WON.test(word));
  const more = words.some((word) => /^(?:more|fewer|less)$/u.test(word)) && times.years.length > 1;
  const named = subjects.ours.length > 0;
  if (counts && (more || (named && (times.years.length > 1 || won)))) return ['production'];
  // "Is the 56 for 2024 metal or oxide": of a price.
  if (words.join(' ').includes('metal or oxide') && (has('usgs') || has('report')) && dated) return ['price'];
  if (has('change') || has('yearly') || has('annual') || compared) {
    // "which sector grew most", but in "% change" the percent only measures.
    const bySector = weak.some(
      (hit) => hit.id === 'share' && /^(?:sector|segment|industr)/u.test(words[hit.from] ?? ''),
    );
    return pricing ? ['price'] : bySector ? ['share'] : names('production') ? ['production'] : [];
  }
  if (names('production') && !pricing && !hasAmount) return ['production'];
  // "Neodymium average 2024".
  if (weak.length === 0 && has('mean') && subjects.metals.length > 0 && dated) return ['price'];
  if (names('supply-status')) return ['supply-status'];
  const priced = isPriced(findings);
  if (pricing || (priced && !mass) || isMetalNow(findings)) return ['price'];
  const howMuch = weak.some((hit) => isHowMuch(hit, words));
  if (names('demand') && howMuch) return ['demand'];
  if (names('demand') && !dated && (has('highest') || has('lowest'))) return [];
  // "Nd 2023 -> 2024 %": what is measured in per cent moved.
  if (isMoveInPercent(findings)) return ['price'];
  if (names('share') && !hasAmount) return ['share'];
  if (names('demand') && dated) return ['demand'];
  return priced || (howMuch && (isAnchored(findings) || isPointed(findings))) ? ['price'] : [];
}

/** "Nd 2023 to 2024 in %": a metal over two years, and nothing beside it but that per cent are wanted. */
export function isMoveInPercent({ hits, subjects, times, words, unknown, has }: Findings): boolean {
  const named = hits.filter(({ kind, id }) => METRIC_KINDS.has(kind) && id !== 'price');
  return (
    subjects.metals.length === 1 &&
    subjects.sectors.length + subjects.countries.length + unknown === 0 &&
    times.years.length > 1 &&
    !has('end use') &&
    named.length > 0 &&
    named.every(({ id, from, to }) => id === 'share' && to === from + 1 && PERCENT.test(words[from] ?? ''))
  );
}
/** "Which industry buys the most": one of the sectors is asked for, and a price only by what they do. */
const isOfSectors = ({ words, has }: Findings, weak: readonly Hit[]): boolean =>
  weak.some(
    ({ id, from }) =>
      id === 'share' && /^(?:sectors?|segments?|industry|industries)$/u.test(words[from] ?? ''),
  ) &&
  weak.some(
    ({ kind, id, from }) =>
      kind === 'loose' && id === 'price' && /^(?:buys?|buying|bought|purchases?)$/u.test(words[from] ?? ''),
  ) &&
  (has('highest') || words.includes('most') || words.includes('least'));

const METRIC_KINDS = new Set(['metric', 'weak', 'loose']);
const PERCENT = /^(?:%|percent|percents|percentage|percentages|pct|perc)$/u;

/** A currency or "per kilo" is named, or a sum with something that it can be the price of. */
function isPriced({ amounts, subjects, times }: Findings): boolean {
  return amounts.priced || (amounts.money !== null && (subjects.ours.length > 0 || times.years.length > 0));
}

/** "nd now": a metal and today, and nothing else that could be meant. */
function isMetalNow({ subjects, has }: Findings): boolean {
  const other = has('weak') || has('loose') || has('other') || has('reason');
  return has('current') && subjects.metals.length > 0 && !other;
}

/** Whether the question is about a metal or a mass of it, so that everyday words are about it too. */
function isAnchored(findings: Findings): boolean {
  return findings.subjects.ours.length > 0 || findings.amounts.amount !== null || isPriced(findings);
}

/** "how many tons did the world make". */
function isWorldly({ id }: Hit, findings: Findings): boolean {
  const world = findings.words.some((word) => /^(?:worlds?|worldwide|global|globally)$/u.test(word));
  return id === 'production' && world && wantsMass(findings);
}

/** A few words, all of them understood, and nobody speaking of themselves. */
function isShort({ unknown, words }: Findings): boolean {
  return unknown === 0 && words.length <= SHORT && !words.some((word) => PERSONS.has(word));
}

/** "how much is it", "how much in 2023", "how much now". */
function isPointed(findings: Findings): boolean {
  const [, , third] = findings.words;
  const pointed =
    findings.times.years.length > 0 || findings.has('current') || third === 'it' || third === undefined;
  return pointed && isShort(findings);
}

/** A country alone asks for its output, but only where something says that output is meant: "is China far" does not. */
function placeMetric(findings: Findings, names: (id: AskedMetric) => boolean): AskedMetric | undefined {
  const { hits, subjects, allCountries, times, has } = findings;
  if (subjects.countries.length === 0 && !allCountries && findings.without.length === 0) return undefined;
  if (names('reserves')) return 'reserves';
  const short = isShort(findings);
  const mines = hits.some((hit) => hit.kind === 'loose' && hit.id === 'production' && short);
  if (names('production') || mines || wantsMass(findings)) return 'production';
  // "Malaysia %": its part of the world's, and no move.
  const isPart = names('share') && short && subjects.countries.length === 1 && times.years.length < 2;
  if (isPart && !has('change') && findings.amounts.percent === null) return 'share';
  const aside = has('other') || has('reason');
  const named = subjects.ours.length > 0;
  // "who is the leader of russia" ranks no producers.
  const other = has('all countries') && !allCountries;
  return (named && (times.years.length > 0 || !aside)) || (short && !aside && !other)
    ? 'production'
    : undefined;
}

/** "how much neodymium is in a motor": no price, and no figure of ours. */
function asksForContent({ hits, words }: Findings): boolean {
  return hits.some(({ kind, to }) => {
    if (kind !== 'metal' || !/^(?:is|are)$/u.test(words[to] ?? '')) return false;
    const inside = words[words[to + 1] === 'there' ? to + 2 : to + 1] ?? '';
    return /^(?:in|inside|within|contained|needed|used|required)$/u.test(inside);
  });
}

/** "how much nd2o3 do i need for 10 kg metal": one form for the other. */
function asksForOxide({ has, words, amounts }: Findings): boolean {
  return amounts.amount !== null && has('oxide') && words.includes('metal');
}

/** "how much" asks for a price only where nothing else is measured. */
function isHowMuch(hit: Hit, words: readonly string[]): boolean {
  return hit.id === 'price' && hit.to - hit.from === 2 && /^ho?w$/u.test(words[hit.from] ?? '');
}
