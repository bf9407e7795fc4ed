/** Reads on which basis, of which days and in which unit a price is wanted, off what was found in a question. */
import type { Grain } from '#src/domain/measure/period.ts';
import type { When } from '#src/domain/measure/times/when.ts';
import { isCurrency } from '#src/domain/series/quote.ts';
import type { Target } from '#src/domain/series/convert.ts';
import type { Findings } from './findings.ts';
import type { PriceWanted, Statistic } from './price-wanted.ts';
import type { AskedMetric } from './asked-metrics.ts';
import { readForm, readTerms, takeVat } from './quotes/read-basis.ts';
import { readWantedDays } from './times/wanted-days.ts';
import { MARKET_WORDS, STOP_WORDS } from './words/plain-words.ts';

/** Said of a price, of its basis or of a picture of it, and no time: what stands beside a year and is not known may be one. */
const KNOWN = new Set(
  (
    'dearest rank ranked ranks ranking expensive cheap quoted trading traded csv excel spreadsheet file metal alloy contained ' +
    'vat tax taxes duty freight gst excl incl ex works fob cif exw fca rotterdam china japan korea percent nd pr gain loss daily weekly monthly quarterly'
  ).split(' '),
);
const RANKED = /\bpercentile\b|\brank(?:s|ed|ing)?\b|\bhow (?:high|low|expensive|cheap) is\b/;
const FILE = /\b(?:csv|spreadsheet|excel|as a file)\b/;
const SPOT = /\b(?:quotes?|quoted|spot)\b/;
const PRICED = /^(?:worth|trading|traded|costs?|cheap|expensive)$/;

/** @param text As typed. @param today ISO date, the asker's */
export function readPriceWanted(
  findings: Findings,
  text: string,
  today: string,
  metrics: readonly AskedMetric[],
): PriceWanted {
  const { words, times, subjects, hits, unknown } = findings;
  const line = words.join(' ');
  const known = knownWords(findings);
  const isKnown = (word: string) =>
    known.has(word) || KNOWN.has(word) || STOP_WORDS.has(word) || MARKET_WORDS.has(word);
  const contained = words.includes('contained');
  const spot = SPOT.test(line);
  const other =
    metrics.length + subjects.sectors.length + subjects.countries.length + unknown > 0 ||
    subjects.product !== null;
  const priced = hits.some(
    ({ kind, id, from }) => id === 'price' && (kind === 'metric' || PRICED.test(words[from] ?? '')),
  );
  return {
    form: contained ? 'oxide' : readForm(text),
    terms: readTerms(withoutNames(findings, text)),
    ...readWantedDays({ when: times.when, untimed: times.rest }, today, isKnown),
    statistic: statisticOf(findings, line),
    every: everyOf(times.when),
    target: targetOf(findings, text, contained),
    csv: FILE.test(line),
    ofPrice: priced || spot || !other,
    spot,
  };
}

/** "DAP" names a fertiliser where it is what is asked about, and else says who delivers. */
function withoutNames({ reading: { tokens, slots } }: Findings, text: string): string {
  const names = tokens.filter(({ word }, at) => slots[at] === 'metal' && word.length <= SHORT);
  return names.reduce((rest, { raw }) => rest.replace(raw, ' '), text);
}
const SHORT = 3;

/** What is wanted of each, where that says more than the quotes themselves. */
function everyOf(when: readonly When[]): Grain | undefined {
  const every = when.find((time) => time.kind === 'every')?.grain;
  return every === 'week' || every === 'month' || every === 'quarter' ? every : undefined;
}

function statisticOf({ has, words, subjects }: Findings, line: string): Statistic | undefined {
  // "Where does Peru rank in silver mining" ranks countries.
  if (RANKED.test(line) && subjects.countries.length === 0) return 'percentile';
  const said = (cue: string, pattern: RegExp) => has(cue) || words.some((word) => pattern.test(word));
  const found = [
    ...(has('mean') ? (['average'] as const) : []),
    ...(said('lowest', /^(?:lows?|bottom)$/) ? (['lowest'] as const) : []),
    ...(said('highest', /^(?:highs?|top)$/) ? (['highest'] as const) : []),
  ];
  // "Min, max and average" is the whole table.
  return found.length > 1 ? undefined : found[0];
}

/** "In USD/kg", "in euros", "per tonne", "without VAT". */
function targetOf({ amounts }: Findings, text: string, contained: boolean): Target {
  const offered = amounts.moneys.find(({ per, assumed }) => per !== null && assumed !== true);
  const currency = amounts.named ?? offered?.currency;
  const vat = takeVat(text).value;
  return {
    ...(currency !== undefined && isCurrency(currency) ? { currency } : {}),
    ...(amounts.perUnit === null ? {} : { mass: amounts.perUnit }),
    ...(vat === undefined ? {} : { vat }),
    ...(contained ? { form: 'contained metal' as const } : {}),
  };
}

/** Words of the question that mean something and are no time. */
function knownWords({ reading: { tokens, slots }, hits }: Findings): ReadonlySet<string> {
  const taken = tokens.filter((_, at) => slots[at] !== undefined).map(({ word }) => word);
  return new Set([
    ...taken,
    ...hits.flatMap(({ from, to }) => tokens.slice(from, to).map(({ word }) => word)),
  ]);
}
