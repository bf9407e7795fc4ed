/** What is wanted: decided from the cues found and the slots filled, the most telling first. */
import type { Intent } from './question.ts';
import type { Findings } from './findings.ts';
import { readLargest } from './claims/moves.ts';
import { beatenExtreme } from './claims/beaten.ts';
import { readOffer } from './amounts/offers.ts';
import { MARKET_WORDS } from './words/plain-words.ts';
import type { AskedMetric } from './asked-metrics.ts';
import type { Timeframe } from './times/timeframe.ts';

/** The slots that are filled before the intent is decided. */
interface Slots {
  readonly metrics: readonly AskedMetric[];
  readonly time: Timeframe;
}

/** "where do these numbers come from", but not "where does neodymium come from". */
const FIGURE_WORDS = new Set(
  'number numbers figure figures data price prices info information value values stat stats this that these those table chart'.split(
    ' ',
  ),
);
/** Words that nobody knows, in a question that is still of our figures. */
const FEW_UNKNOWN = 2;
const BUYING = new Set('buy get gets got budget afford purchase buys bought'.split(' '));
const DATA_WORDS = new Set('number numbers figure figures data price prices report stats'.split(' '));
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
  if (asksForSources(findings, slots)) return 'sources';
  if (isOvertaking(findings, slots)) return 'overtake';
  if (isCost(findings, slots)) return 'cost';
  if (isOwn(findings, slots)) return 'open';
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
  /\b(?:been|was|were|youre|so much|for|appreciate)(?: (?:an?|of|such|so|really|very|all|the|that|this|your|ur|big|great|huge|real|much|good|nice|lovely|wonderful|immense|kind|quick|for))* help\b/u;

/** One of the sources is named. */
function isSourced({ has }: Pick<Findings, 'has'>): boolean {
  return has('usgs') || has('report');
}

function asksForSources(findings: Findings, { metrics }: Slots): boolean {
  const { reading, has, amounts, subjects, words, unknown } = findings;
  if (has('place') || amounts.amount !== null) return false;
  // "why does usgs say 56 when you say 125": what the answers say is the report's.
  const answered = has('reason') && words.some((word) => /^(?:you|your|yours)$/u.test(word));
  if (has('usgs') && (has('report') || answered)) return true;
  // "is it true that nicotine is bad": something else is to be checked.
  const sourced = isSourced(findings);
  // "I have verified the account number several times": in a story a number is anyone's.
  const data = unknown <= FEW_UNKNOWN && words.some((word) => DATA_WORDS.has(word));
  const asked = metrics.length + subjects.metals.length > 0;
  const ours = unknown === 0 || asked || amounts.percent !== null || sourced || data;
  if (!ours || words.includes('my')) return false;
  // "Agreed" alone checks nothing.
  if (has('sources') || (has('verify') && (asked || words.length > 1))) return true;
  // In "usgs price from 2020 to 2025" the word opens a span.
  const freely = words.some((word, at) => word === 'from' && reading.slots[at] !== 'year');
  const from = has('origin') || (words[0] === 'where' && words.at(-1) === 'from') || (sourced && freely);
  if (from && words.some((word) => FIGURE_WORDS.has(word))) return true;
  if (sourced && amounts.percent !== null && metrics.length > 0) return true;
  const buys = words.some((word) => BUYING.has(word));
  if (has('claim') && (amounts.percent !== null || (amounts.money !== null && !buys))) return true;
  return sourced && (has('level') || (has('compare') && metrics.length < 2 && !has('metal')));
}

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

/** "$1 million of neodymium", "$50,000 worth", "spend 20k", "how much material is $1m": a sum, and what it buys. */
function isSpent({ amounts: { money }, words, reading }: Findings): boolean {
  if (money === null || money.per !== null) return false;
  const [after = '', next = ''] = [words[money.next], words[money.next + 1]];
  const isGoods = reading.slots[money.next + 1] === 'metal' || reading.slots[money.next + 1] === 'product';
  if (after === 'worth' || (after === 'of' && (isGoods || GOODS.test(next)))) return true;
  const before = words.slice(0, money.at);
  const spends = before.some((word) => SPENDING.test(word));
  const asksMass =
    before.some((word) => /^(?:much|what|which)$/u.test(word)) && words.some((word) => GOODS.test(word));
  // "20k usd terbium oxide": a sum and what it is for.
  const ofGoods = reading.slots[money.next] === 'metal' || reading.slots[money.next] === 'product';
  const much = words.some((word, at) => word === 'how' && words[at + 1] === 'much');
  // "Max kg for $69,000", "with 75k$ what weight".
  const measured = words.some((word) => MASSES.test(word));
  return spends || asksMass || measured || (ofGoods && much);
}

const MASSES =
  /^(?:quantity|quantities|weight|weigh|mass|tonnage|volume|amount|kilos?|kgs?|kilograms?|tonnes?|tons?)$/u;

const SPENDING = /^(?:spend|spends|spending|invest|invests)$/u;
const GOODS = /^(?:material|metal|stuff|weight|mass|quantity|kilos?|kgs?|kilograms?|tonnes?|tons?)$/u;

function isCost(findings: Findings, { metrics }: Slots): boolean {
  const { has, amounts, subjects, words, unknown } = findings;
  if (amounts.amount !== null) {
    // "5 lb in kg" asks for a mass in another unit.
    if (amounts.perUnit !== null && metrics.length + subjects.ours.length === 0 && !amounts.priced)
      return false;
    return !metrics.some((metric) => metric === 'production' || metric === 'reserves' || metric === 'share');
  }
  const asks = words.some((word) => BUYING.has(word)) || words.includes('many') || isSpent(findings);
  if (amounts.money === null || (has('claim') && !asks) || (unknown > 0 && subjects.metals.length === 0))
    return false;
  return asks || (words.includes('for') && (has('weak') || has('loose')));
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
