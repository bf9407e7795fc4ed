/** What is wanted: decided from the cues found and the slots filled, the most telling first. */
import type { Intent } from '../question.ts';
import type { Findings } from './findings.ts';
import type { AskedMetric } from './metrics.ts';
import type { Timeframe } from './timeframe.ts';

/** The slots that are filled before the intent is decided. */
export interface Slots {
  readonly metrics: readonly AskedMetric[];
  readonly time: Timeframe;
}

/** "where do these numbers come from", but not "where does neodymium come from". */
const FIGURE_WORDS = new Set(
  'number numbers figure figures data price prices info information value values stat stats this that these those table chart'.split(
    ' ',
  ),
);
const BUYING = new Set('buy get got budget afford purchase buys bought'.split(' '));
const DATA_WORDS = new Set(
  'number numbers figure figures data price prices report source sources stats'.split(' '),
);
/** A metal beside one of these is asked about in words, not in figures. */
const ASKING = new Set('what who why where how which when is are can do does'.split(' '));

const OWN = new Set(['my', 'your', 'our']);

/** The intent. `open` where the grammar has no figure to give. */
export function decideIntent(findings: Findings, slots: Slots): Intent {
  const talk = smallTalk(findings, slots);
  if (talk !== undefined) return talk;
  if (asksForSources(findings, slots)) return 'sources';
  if (isOvertaking(findings, slots)) return 'overtake';
  if (isCost(findings, slots)) return 'cost';
  if (isExtreme(findings, slots)) return 'extreme';
  if (isCompare(findings, slots)) return 'compare';
  if (isChange(findings, slots)) return 'change';
  return restOf(findings, slots);
}

function smallTalk(
  { has, subjects, unknown, known }: Findings,
  { metrics, time }: Slots,
): Intent | undefined {
  const about = metrics.length + time.years.length + subjects.sectors.length + subjects.metals.length;
  if (about > 0 || unknown > 0 || known === 0) return undefined;
  if (has('help') && !isSourced({ has }) && !has('other')) return 'help';
  return has('greeting') && !has('weak') && !has('loose') && !has('reason') ? 'greeting' : undefined;
}

/** One of the sources is named. */
function isSourced({ has }: Pick<Findings, 'has'>): boolean {
  return has('usgs') || has('report');
}

function asksForSources(findings: Findings, { metrics }: Slots): boolean {
  const { has, amounts, subjects, words, unknown } = findings;
  if (has('place') || amounts.amount !== null) return false;
  if (has('usgs') && has('report')) return true;
  // "is it true that nicotine is bad": something else is to be checked.
  const sourced = isSourced(findings);
  const data = words.some((word) => DATA_WORDS.has(word));
  const asked = metrics.length + subjects.metals.length > 0;
  const ours = unknown === 0 || asked || amounts.percent !== null || sourced || data;
  if (!ours || words.includes('my')) return false;
  if (has('sources') || has('verify')) return true;
  const from =
    has('origin') || (words[0] === 'where' && words.at(-1) === 'from') || (sourced && words.includes('from'));
  if (from && words.some((word) => FIGURE_WORDS.has(word))) return true;
  if (has('claim') && (amounts.percent !== null || amounts.money !== null)) return true;
  return sourced && (has('level') || (has('compare') && metrics.length < 2 && !has('metal')));
}

function isOvertaking({ has, words, subjects }: Findings, { metrics }: Slots): boolean {
  const which = words.includes('year') && (words.includes('which') || words.includes('what'));
  const when = words.includes('when') || which;
  const sectors = subjects.sectors.length;
  if (has('overtake')) return sectors > 1 || (sectors > 0 && (when || metrics.length === 0));
  return sectors > 1 && when && (has('level') || has('than'));
}

function isCost({ has, amounts, subjects, words, unknown }: Findings, { metrics }: Slots): boolean {
  if (amounts.amount !== null) {
    return !metrics.some((metric) => metric === 'production' || metric === 'reserves' || metric === 'share');
  }
  if (amounts.money === null || has('claim') || (unknown > 0 && subjects.metals.length === 0)) return false;
  const buys = words.some((word) => BUYING.has(word));
  return buys || words.includes('many') || (words.includes('for') && (has('weak') || has('loose')));
}

function isExtreme(findings: Findings, { metrics, time }: Slots): boolean {
  const { has, subjects, allCountries, words, unknown } = findings;
  const subject = metrics.length + subjects.sectors.length;
  // "who uses most" without a year is the FAQ's; it comes without a metric.
  if (allCountries || (subject === 0 && (has('weak') || has('loose')))) return false;
  const single = time.years.length === 1 && time.span === null;
  if (has('highest') || has('lowest')) {
    const terse = unknown === 0 && words.length <= 4;
    const about =
      subject + subjects.metals.length > 0 || time.span !== null || words.includes('year') || terse;
    const bySector = metrics.includes('share') || metrics.includes('demand');
    if (!about || (single && !bySector)) return false;
    return !has('than') || subject > 0 || words.includes('year');
  }
  const over = metrics.length > 0 || time.years.length > 0;
  return has('mean') && !has('annual') && !single && !isSourced(findings) && over;
}

function isCompare({ has, subjects: { metals, sectors, countries } }: Findings, { time }: Slots): boolean {
  const years = time.span === null ? time.years.length : 2;
  const things = Math.max(years, metals.length, sectors.length, countries.length);
  const two = metals.length > 1 || sectors.length > 1;
  if (has('compare') && (things > 0 || time.current)) return !(time.span !== null && has('change') && !two);
  if (!has('than') || things < 2) return false;
  return two || countries.length > 1 || (time.span === null && !has('change'));
}

function isChange({ has, times, subjects, words, unknown }: Findings, { metrics, time }: Slots): boolean {
  if (!has('yearly') && !has('annual') && !has('change')) return false;
  const subject = metrics.length + subjects.sectors.length + subjects.metals.length > 0;
  const alone = unknown === 0 && words.length <= 6 && !words.some((word) => OWN.has(word));
  return subject || times.years.length > 0 || time.span !== null || alone;
}

function restOf(findings: Findings, { metrics, time }: Slots): Intent {
  const { has, times, subjects, allCountries, words, unknown } = findings;
  const { metals, sectors, countries } = subjects;
  const dated = times.years.length > 0 || time.span !== null;
  const about = metrics.length + sectors.length + countries.length > 0 || allCountries;
  if (has('chart') && (about || metals.length > 0 || dated)) return 'chart';
  if (about) return metrics.length + sectors.length > 0 ? 'value' : 'open';
  const short = words.length <= 4;
  if (has('summary') && (dated || metals.length > 0 || (unknown === 0 && short))) return 'summary';
  if (unknown > 0 && !has('summary')) return 'open';
  if (has('chart') && short) return 'chart';
  if (dated) return has('oxide') || isSourced(findings) ? 'value' : 'summary';
  const plain = !has('reason') && !has('weak') && !has('loose') && !words.some((word) => ASKING.has(word));
  return metals.length > 0 && plain ? 'summary' : 'open';
}
