/** What is wanted: decided from the cues found and the slots filled, the most telling first. */
import type { Intent } from '../question.ts';
import type { AskedMetric } from './metrics.ts';

/** All that the decision looks at. */
export interface IntentContext {
  /** Whether a cue was found: "change", "compare", "sources". */
  readonly has: (cue: string) => boolean;
  readonly metrics: readonly AskedMetric[];
  readonly years: readonly number[];
  readonly span: boolean;
  readonly metals: readonly string[];
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly allCountries: boolean;
  readonly hasAmount: boolean;
  readonly hasMoney: boolean;
  readonly hasPercent: boolean;
  /** Both "usgs" and "report" are named. */
  readonly twoSources: boolean;
  readonly source: boolean;
  /** A year is named in the text itself. */
  readonly dated: boolean;
  /** "my", "your", "our". */
  readonly own: boolean;
  /** Words of the question that were not understood. */
  readonly unknown: number;
  /** Words of the question that were. */
  readonly known: number;
  readonly words: readonly string[];
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

/** The intent. `open` where the grammar has no figure to give. */
export function decideIntent(context: IntentContext): Intent {
  const talk = smallTalk(context);
  if (talk !== undefined) return talk;
  if (asksForSources(context)) return 'sources';
  if (isOvertaking(context)) return 'overtake';
  if (isCost(context)) return 'cost';
  if (isExtreme(context)) return 'extreme';
  if (isCompare(context)) return 'compare';
  if (isChange(context)) return 'change';
  return restOf(context);
}

function smallTalk({
  has,
  metrics,
  years,
  unknown,
  known,
  sectors,
  metals,
  words,
  source,
}: IntentContext): Intent | undefined {
  const about = metrics.length + years.length + sectors.length + metals.length;
  if (about > 0) return undefined;
  if (has('help') && !source && !has('other') && unknown === 0) return 'help';
  if (words.length === 0) return undefined;
  return has('greeting') && unknown === 0 && known > 0 && !has('weak') && !has('loose') && !has('reason')
    ? 'greeting'
    : undefined;
}

function asksForSources({
  has,
  hasPercent,
  hasMoney,
  twoSources,
  source,
  metrics,
  metals,
  hasAmount,
  words,
  unknown,
}: IntentContext): boolean {
  if (has('place') || hasAmount) return false;
  if (twoSources) return true;
  // "is it true that nicotine is bad": something else is to be checked.
  const data = words.some((word) => DATA_WORDS.has(word));
  const ours = unknown === 0 || metrics.length + metals.length > 0 || hasPercent || source || data;
  if (!ours || words.includes('my')) return false;
  if (has('sources') || has('verify')) return true;
  if (has('origin') && words.some((word) => FIGURE_WORDS.has(word))) return true;
  if (has('claim') && (hasPercent || hasMoney)) return true;
  if (source && has('level')) return true;
  return source && has('compare') && metrics.length < 2 && !has('metal');
}

function isOvertaking({ has, words, sectors, metrics }: IntentContext): boolean {
  const when =
    words.includes('when') || (words.includes('year') && (words.includes('which') || words.includes('what')));
  const two = sectors.length > 1;
  if (has('overtake')) return two || (sectors.length > 0 && (when || metrics.length === 0));
  return two && when && (has('level') || has('than'));
}

function isCost({ has, hasAmount, hasMoney, metrics, metals, words, unknown }: IntentContext): boolean {
  if (hasAmount) return !metrics.some((m) => m === 'production' || m === 'reserves' || m === 'share');
  if (!hasMoney || has('claim') || (unknown > 0 && metals.length === 0)) return false;
  const buys = words.some((word) => BUYING.has(word));
  return buys || words.includes('many') || (words.includes('for') && (has('weak') || has('loose')));
}

function isExtreme({
  has,
  metrics,
  years,
  span,
  sectors,
  metals,
  allCountries,
  words,
  source,
  unknown,
}: IntentContext): boolean {
  if (allCountries) return false;
  // "who uses most" without a year is the FAQ's; it comes without a metric.
  if (metrics.length === 0 && sectors.length === 0 && (has('weak') || has('loose'))) return false;
  const single = years.length === 1 && !span;
  const about =
    metrics.length + sectors.length + metals.length > 0 ||
    span ||
    words.includes('year') ||
    (unknown === 0 && words.length <= 4);
  if (has('highest') || has('lowest')) {
    if (!about) return false;
    const most = has('than') && !has('superlative');
    const bySector = metrics.includes('share') || metrics.includes('demand');
    if (single && !bySector) return false;
    return !most || metrics.length > 0 || words.includes('year') || sectors.length > 0;
  }
  return (
    has('mean') && !has('annual') && !single && !source && (metrics.length > 0 || span || years.length > 0)
  );
}

function isCompare({ has, years, span, metals, sectors, countries }: IntentContext): boolean {
  const things = Math.max(span ? 2 : years.length, metals.length, sectors.length, countries.length);
  if (has('compare') && (things > 0 || has('current')))
    return !(span && has('change') && metals.length < 2 && sectors.length < 2);
  if (!has('than') || things < 2) return false;
  return metals.length > 1 || sectors.length > 1 || countries.length > 1 || (!span && !has('change'));
}

function isChange({
  has,
  metrics,
  dated,
  sectors,
  metals,
  span,
  words,
  own,
  unknown,
}: IntentContext): boolean {
  const about = metrics.length + sectors.length + metals.length > 0 || dated || span;
  const alone = !own && unknown === 0 && words.length <= 6;
  return (has('yearly') || has('annual') || has('change')) && (about || alone);
}

function restOf(context: IntentContext): Intent {
  const { has, metrics, span, metals, sectors, countries, allCountries } = context;
  const aboutNothing =
    metrics.length === 0 && sectors.length === 0 && countries.length === 0 && !allCountries;
  if (
    has('chart') &&
    (metrics.length + sectors.length + metals.length + countries.length > 0 || context.dated || span)
  )
    return 'chart';
  if (has('summary') && aboutNothing && (context.dated || metals.length > 0)) return 'summary';
  if (aboutNothing) {
    if (context.unknown > 0 && !has('summary')) return 'open';
    if (has('summary') && context.unknown === 0 && context.words.length <= 4) return 'summary';
    if (has('chart') && context.words.length <= 4) return 'chart';
    if (context.dated || span) return has('oxide') || has('usgs') || has('report') ? 'value' : 'summary';
    const bare =
      metals.length > 0 &&
      !has('reason') &&
      !has('weak') &&
      !has('loose') &&
      !context.words.some((word) => ASKING.has(word));
    return bare ? 'summary' : 'open';
  }
  return metrics.length === 0 && sectors.length === 0 ? 'open' : 'value';
}
