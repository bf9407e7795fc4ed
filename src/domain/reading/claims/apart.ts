/** "Which source is higher in 2022", "report price against oxide": the prices of several sources, one held against the other. */
import WORDS from '../words/apart.json' with { type: 'json' };
import type { Findings } from '../findings.ts';
import type { AskedMetric } from '../asked-metrics.ts';

const SOURCES: ReadonlySet<string> = new Set(WORDS.sources);
const APART: ReadonlySet<string> = new Set(WORDS.apart);
const EACH: ReadonlySet<string> = new Set(WORDS.each);

/** Whether prices are to be set against each other by source, or by the form that each is of. */
export function readApart(findings: Findings, metrics: readonly AskedMetric[]): boolean {
  const { has, words, subjects, amounts, threshold, parts } = findings;
  const { metals, sectors, countries } = subjects;
  const isOther =
    metrics.some((metric) => metric !== 'price') ||
    metals.length > 1 ||
    sectors.length + countries.length + parts.length > 0 ||
    amounts.amount !== null ||
    amounts.money !== null ||
    amounts.percent !== null ||
    threshold !== null ||
    has('reason') ||
    has('help');
  if (isOther || !words.some((word) => APART.has(word))) return false;
  const report = has('report');
  // "Do both sources agree" asks for a check of all that they say.
  const checks = has('verify') && !words.some((word) => APART.has(word) && !EACH.has(word));
  if (checks) return false;
  const pair = (has('usgs') && report) || (report && has('oxide')) || namesForms(findings);
  return pair || (speaksOfSources(words) && (metrics.length + metals.length > 0 || isWhole(findings)));
}

/** "Both sources", "which source", "the sources": several of them. */
const speaksOfSources = (words: readonly string[]): boolean =>
  words.some((word, at) => SOURCES.has(word) || (word === 'source' && EACH.has(words[at - 1] ?? '')));

/** "How far apart are the sources in 2023": nothing else is named. */
const isWhole = ({ unknown, times }: Findings): boolean =>
  unknown === 0 || (unknown === 1 && times.years.length > 0);

/** "Neodymium metal vs oxide": of one that is named, and of no amount. */
function namesForms({ words, subjects, has }: Findings): boolean {
  const metal = words.includes('metal') || has('metal form');
  return subjects.metals.length === 1 && has('oxide') && metal && (has('compare') || has('than'));
}
