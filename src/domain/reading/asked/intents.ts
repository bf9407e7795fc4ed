/** What is wanted: decided from the cues found and the slots filled, the most telling first. */
import type { Intent } from '#src/domain/reading/question.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { readApart } from '#src/domain/reading/claims/apart.ts';
import { readMoved } from '#src/domain/reading/claims/moved.ts';
import { readLargest } from '#src/domain/reading/claims/moves.ts';
import { countriesAsked } from '#src/domain/reading/subjects/countries-asked.ts';
import { readRace } from '#src/domain/reading/claims/race.ts';
import { leaderAsked } from '#src/domain/reading/claims/among.ts';
import { beatenExtreme } from '#src/domain/reading/claims/beaten.ts';
import { readOffer } from '#src/domain/reading/amounts/offers.ts';
import { MARKET_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Timeframe } from '#src/domain/reading/times/timeframe.ts';
import { isCost } from './spending.ts';
import { isMoveInPercent } from './weak-metrics.ts';
import { isSourced, asksForSources } from './sources-asked.ts';

/** The slots that are filled before the intent is decided. */
interface Slots {
  readonly metrics: readonly AskedMetric[];
  readonly time: Timeframe;
}

/** A metal beside one of these is asked about in words, not in figures. */
const ASKING = new Set('what who why where how which when is are can do does'.split(' '));

/** Slots beside which a year still asks for all about it. */
const BARE_TIME = new Set('year time current forecast follow-up filler greeting history claim'.split(' '));
const OWN = new Set(['my', 'your', 'our']);
/** What is not the price of a metal. */
const MARKED = /^(?:min(?:e|es|ing|ers?)|suppl(?:y|ies)|markets?|sectors?|industr(?:y|ies))$/u;
/** What a change alone is of, or how it is measured. */
const MEANT = /^(?:it|they|that|much|many|far|%|percent|up|down|expensive|cheaper|prices?)$/u;
const AUXILIARY = /^(?:did|have|has|are|am|were|will)$/u;
const PERSONAL = /^(?:i|we|you|they|he|she)$/u;

/** The intent. `open` where the grammar has no figure to give. */
export function decideIntent(findings: Findings, slots: Slots): Intent {
  const talk = smallTalk(findings, slots);
  if (talk !== undefined) return talk;
  if (readOffer(findings) !== null) return 'cost';
  if (readApart(findings, slots.metrics)) return 'compare';
  if (asksForSources(findings, slots.metrics)) return 'sources';
  if (isOvertaking(findings, slots)) return 'overtake';
  if (isCost(findings, slots.metrics)) return 'cost';
  if (isOwn(findings, slots)) return 'open';
  if (countriesAsked(findings) === 'shared') return 'compare';
  if (readRace(findings) !== null) return 'change';
  if (leaderAsked(findings) !== undefined) return 'compare';
  if (isMoved(findings, slots) || isFromPeak(findings)) return 'change';
  if (isExtreme(findings, slots)) return 'extreme';
  if (isCompare(findings, slots)) return 'compare';
  if (isChange(findings, slots)) return 'change';
  return restOf(findings, slots);
}

function smallTalk(
  { has, subjects, unknown, known, words }: Findings,
  { metrics, time }: Slots,
): Intent | undefined {
  const about = metrics.length + time.years.length + subjects.sectors.length + subjects.metals.length;
  if (about > 0 || unknown > 0 || known === 0) return undefined;
  // "Thanks for your help" asks for none.
  if (has('greeting') && words.some((word) => /^th(?:an)?(?:k|nk|x)/u.test(word))) return 'greeting';
  if (has('help') && HELPED.test(words.join(' '))) return 'greeting';
  // "What are you made of".
  if (has('help') && !isSourced({ has }) && !has('other') && !has('loose')) return 'help';
  return has('greeting') && !has('weak') && !has('loose') && !has('reason') ? 'greeting' : undefined;
}

/** "You've been a big help", "appreciate all your help": help that was had. */
const HELPED =
  /\b(?:been|was|were|youre|so much|for|appreciate)(?: (?:an?|of|such|so|really|very|all|the|that|this|your|ur|big|great|huge|real|much|good|nice|lovely|wonderful|immense|kind|quick|for)){0,6} help\b/u;

function isOvertaking({ has, words, subjects }: Findings, { metrics }: Slots): boolean {
  const which = words.includes('year') && (words.includes('which') || words.includes('what'));
  const when = words.includes('when') || which;
  const sectors = subjects.sectors.length;
  if (has('overtake')) return sectors > 1 || (sectors > 0 && (when || metrics.length === 0));
  return sectors > 1 && (when ? has('level') || has('than') : has('level') && words.includes('year'));
}

/** "compare our numbers": theirs, where nothing of ours is named. */
function isOwn({ words, subjects }: Findings, { metrics }: Slots): boolean {
  const named = metrics.length + subjects.ours.length + subjects.sectors.length + subjects.countries.length;
  return named === 0 && words.some((word) => OWN.has(word));
}

/** "How far down is it from its 2022 peak": the peak is where the change begins. */
const FROM_PEAK =
  /\b(?:from|since|off|below|above) (?:the |its |that |a )?(?:(?:19|20)\d\d (?:peak|high|top|low|bottom|trough|record)|(?:peak|high|top|low|bottom|trough|record) (?:of|in) (?:19|20)\d\d)\b/u;

function isFromPeak({ words, has, times }: Findings): boolean {
  if (times.years.length === 0) return false;
  const moves = has('change') || words.some((word) => /^(?:down|up|far|much|below|above)$/u.test(word));
  return moves && FROM_PEAK.test(words.join(' '));
}

/** "When did it fall": of something of ours, or of "it". */
function isMoved(findings: Findings, { metrics }: Slots): boolean {
  const { subjects, unknown, words } = findings;
  const named = metrics.length + subjects.ours.length + subjects.sectors.length > 0;
  return (named || (unknown === 0 && !isPersonal(words))) && readMoved(findings) !== undefined;
}

function isExtreme(findings: Findings, { metrics, time }: Slots): boolean {
  const { has, subjects, allCountries, words, unknown } = findings;
  if (beatenExtreme(findings) !== undefined && !allCountries) return true;
  const subject = metrics.length + subjects.sectors.length;
  // "who uses most" without a year is the FAQ's; it comes without a metric.
  if (allCountries || (subject === 0 && (has('weak') || has('loose')))) return false;
  const single = time.years.length === 1 && time.span === null;
  if (readLargest(findings) !== null && !single) return true;
  if (has('highest') || has('lowest')) {
    const terse = unknown === 0 && words.length <= 4;
    const about =
      subject + subjects.metals.length > 0 || time.span !== null || words.includes('year') || terse;
    const bySector = metrics.includes('share') || metrics.includes('demand');
    if (!about || (single && !bySector && !asksWhether(words))) return false;
    return !has('than') || subject > 0 || words.includes('year');
  }
  const over = metrics.length > 0 || time.years.length > 0;
  return has('mean') && !has('annual') && !single && !isSourced(findings) && over;
}

function isCompare({ has, subjects: { metals, sectors, countries } }: Findings, { time }: Slots): boolean {
  const years = time.span === null ? time.years.length : 2;
  const things = Math.max(years, metals.length, sectors.length, countries.length);
  // "graph nd vs usgs": one metal by two sources, which its price always shows.
  if (things < 2 && has('usgs')) return false;
  const two = metals.length > 1 || sectors.length > 1;
  if (has('compare') && (things > 0 || time.current)) return !(time.span !== null && has('change') && !two);
  if (!has('than') || things < 2) return false;
  return two || countries.length > 1 || (time.span === null && !has('change'));
}

function isChange(findings: Findings, { metrics }: Slots): boolean {
  const { hits, has, times, subjects, words, unknown } = findings;
  if (isMoveInPercent(findings)) return true;
  if (!has('yearly') && !has('annual') && !has('change')) return false;
  const subject = metrics.length + subjects.sectors.length + subjects.metals.length > 0;
  if (!subject && isPersonal(words)) return false;
  // "how much did it rise", "cagr?"; but "supply drop" and "what's trending" are of something else.
  const meant =
    has('annual') || has('yearly') || isSourced(findings) || words.some((word) => MEANT.test(word));
  const weak = hits.some((hit) => hit.kind === 'weak' && hit.id !== 'price' && hit.id !== 'share');
  const alone = unknown === 0 && words.length <= 6 && meant && !weak && !words.some((word) => OWN.has(word));
  return subject || times.years.length > 0 || alone;
}

function restOf(findings: Findings, { metrics, time }: Slots): Intent {
  const { has, times, subjects, allCountries, words, unknown } = findings;
  const { metals, sectors, countries } = subjects;
  const dated = times.years.length > 0 || time.span !== null;
  const about = metrics.length + sectors.length + countries.length > 0 || allCountries;
  if (has('chart') && (about || metals.length > 0 || dated)) return 'chart';
  if (about) return metrics.length + sectors.length > 0 ? 'value' : 'open';
  const short = words.length <= 4;
  if (times.finer !== null && metals.length === 0 && times.years.length === 0) return 'open';
  // "usgs figures for neodymium" are its prices.
  if (has('usgs') && metals.length > 0) return 'value';
  // "Palladium highest month 2022".
  const ofMonths = words.some((word) => /^(?:months?|days?|weeks?|quarters?)$/u.test(word));
  // "Nickel max 2022": the highest within it.
  const within = times.years.length === 1 && time.span === null;
  if ((ofMonths || within) && dated && metals.length > 0 && (has('highest') || has('lowest'))) return 'value';
  // "What happened to palladium since 2021".
  if (has('summary') && time.span !== null && metals.length > 0 && HAPPENED.test(words.join(' ')))
    return 'change';
  if (has('summary') && (dated || metals.length > 0 || (unknown === 0 && short))) return 'summary';
  // "how strongly did nd appreciate from 2021 to 2024": whatever the verb, a metal over years.
  const overYears = times.span !== null && metals.length > 0 && unknown <= 2 && !has('other') && !has('use');
  if (overYears && !words.some((word) => MARKED.test(word))) return 'change';
  // "anyone got the 2023 neo number handy": figures are named, whatever stands around them.
  const figures = words.some((word) => /^(?:number|figure|stat|data)s?$/u.test(word));
  if (dated && figures && metals.length > 0 && unknown <= 2 && !has('other') && !has('use')) return 'summary';
  // "Terbium, dysprosium and olive oil 2023": what is not ours in a list is named, and the rest is answered.
  if (dated && metals.length > 1 && unknown <= 2 && !has('other') && !has('use') && !has('reason'))
    return 'value';
  if (unknown > 0 && !has('summary')) return 'open';
  if (has('chart') && short) return 'chart';
  if (dated && metals.length === 0 && !has('summary') && isPersonal(words)) return 'open';
  // "Nd 22 23 24": of several years a price is meant.
  const several = time.span !== null || time.years.length > 1;
  if (several && metals.length > 0 && !has('summary')) return 'value';
  if (dated && (has('oxide') || has('firmness') || isSourced(findings))) return 'value';
  if (dated) return metals.length > 0 || has('summary') || isBareTime(findings) ? 'summary' : 'open';
  if (has('usgs') && has('current')) return 'value';
  const plain = !has('reason') && !has('weak') && !has('loose') && !words.some((word) => ASKING.has(word));
  return metals.length > 0 && plain ? 'summary' : 'open';
}

const HAPPENED = /\b(?:happen(?:ed|ing|s)?|going on|went on|up with)\b/u;

/** "is 2026 the highest?": yes or no is asked for, and whether it is ours. */
function asksWhether(words: readonly string[]): boolean {
  return /^(?:is|was|were|did|does|has)$/u.test(words[0] ?? '') && !isPersonal(words);
}

/** "did we grow in 2024", "our 2023": whoever asks, unless something of ours is named. */
function isPersonal(words: readonly string[]): boolean {
  return words.some(
    (word, at) => OWN.has(word) || (AUXILIARY.test(word) && PERSONAL.test(words[at + 1] ?? '')),
  );
}

/** Nothing but a year was read, and words that leave open what of it: "2024", "and 2024 then?". */
function isBareTime({ reading, words }: Findings): boolean {
  return reading.slots.every((slot, at) =>
    slot === undefined
      ? !MARKET_WORDS.has(words[at] ?? '') || /^(?:market|metal)s?$/u.test(words[at] ?? '')
      : BARE_TIME.has(slot),
  );
}
