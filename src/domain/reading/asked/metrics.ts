/** Which metrics a question asks for. */
import type { Findings } from '#src/domain/reading/findings.ts';
import { isAskedMetric, type AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import { alsoTraded, importsAsked } from '#src/domain/reading/subjects/imports-asked.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';
import { wantsMass, weakMetrics } from './weak-metrics.ts';

/** What lasts is reserves, whatever else is said of them. */
const OF_GROUND: ReadonlySet<string> = new Set(['reserves', 'production', 'reserve-life', 'demand']);

/** The metrics asked for, in the question's order. Empty where none is named: the topic then takes its usual one. */
export const readMetrics = (findings: Findings): readonly AskedMetric[] =>
  withUses(namedMetrics(findings), findings);

function namedMetrics(findings: Findings): readonly AskedMetric[] {
  const { hits, subjects, allCountries } = findings;
  const imported = importsAsked(findings);
  if (imported !== undefined) return alsoTraded(imported, findings);
  // Jobs are of whoever asks where no metal is named.
  const named = subjects.metals.length > 0;
  const strong = inOrder(hits.filter((hit) => hit.kind === 'metric' && (named || hit.id !== 'employment')));
  if (strong.includes('reserve-life') && strong.every((metric) => OF_GROUND.has(metric)))
    return ['reserve-life'];
  const asked =
    strong.length > 0 ? [...refine(strong, findings), ...alsoSupply(findings)] : weakMetrics(findings);
  const place = subjects.countries.length > 0 || allCountries || findings.without.length > 0;
  // "Zinc consumption", "who consumes most copper": by sector nothing is known of it, and how much is consumed is.
  if (isConsumption(asked, findings)) return ['consumption'];
  // "China's share of output" is about output.
  if (!place) return asked;
  // Where it is dug, in whatever words: "where does chromite come from".
  if (asked.length === 0 && allCountries && subjects.metals.length > 0) return ['production'];
  const placed = subjects.countries.length + findings.without.length > 0;
  if (asked.includes('share') && placed && subjects.sectors.length === 0)
    return asked.filter((metric) => metric !== 'production' && metric !== 'demand');
  if (asked.includes('production')) {
    // "US output of copper against its consumption": what is consumed there is counted.
    const both = asked.includes('demand') && findings.consumed && subjects.countries.length === 1;
    const kept = asked.filter((metric) => metric !== 'share' && metric !== 'demand');
    return both ? [...kept, 'consumption'] : kept;
  }
  return subjects.sectors.length > 0
    ? asked
    : asked.map((metric) => (metric === 'share' ? 'production' : metric));
}

/** Of a country that no source has it of, that is said. */
function isConsumption(asked: readonly AskedMetric[], findings: Findings): boolean {
  const { subjects, consumed, hits, words, has } = findings;
  const [only, ...others] = asked;
  if (others.length > 0 || subjects.sectors.length > 0 || subjects.metals.length === 0) return false;
  if (has('end use') || has('forecast')) return false;
  const said = hits.some(({ kind, id }) => kind === 'metric' && id === 'demand');
  if (only === 'demand') return said && consumed;
  // "How much aluminium does the US use".
  const mined = hits.some(({ id }) => id === 'production');
  const uses = words.some((word) => /^(?:consum(?:e|es|ed|ing|ption)|uses?|used)$/u.test(word));
  return only === 'production' && uses && !mined && consumed && subjects.countries.length === 1;
}

/** "price and supply 2024": a weak word counts beside a strong one that it is joined to. */
function alsoSupply({ hits, words, reading }: Findings): readonly AskedMetric[] {
  const weak = hits.find((hit) => hit.kind === 'weak' && hit.id === 'supply-status');
  if (weak === undefined) return [];
  const metrics = hits.filter((hit) => hit.kind === 'metric');
  const joins = (at: number) => words[at] === 'and' || words[at] === 'plus';
  // "price 2023 and supply 2023".
  const isYear = (at: number) => reading.slots[at] === 'year';
  const after = isYear(weak.to) ? weak.to + 1 : weak.to;
  const joined = metrics.some((hit) => {
    const end = isYear(hit.to) ? hit.to + 1 : hit.to;
    return (joins(weak.from - 1) && end === weak.from - 1) || (joins(after) && hit.from === after + 1);
  });
  return joined && metrics.every((hit) => hit.id !== 'supply-status') ? ['supply-status'] : [];
}

function inOrder(hits: readonly Hit[]): readonly AskedMetric[] {
  const found = hits
    .toSorted((a, b) => a.from - b.from)
    .map(({ id }) => id)
    .filter(isAskedMetric);
  return [...new Set(found)];
}

/** "Years of vanadium reserves", "how long will the silver reserves last": for how long they are enough. */
function asksHowLong({ words, times }: Findings): boolean {
  if (times.years.length > 0) return false;
  const at = words.findIndex((word) => /^reserves?$/u.test(word));
  const years = words.findIndex((word) => word === 'years');
  const counted = /^(?:of|worth)$/u.test(words[years + 1] ?? '') || words[years - 1] === 'many';
  const lasts = words.some((word) => /^(?:lasts?|run|enough|exhausted)$/u.test(word));
  return at >= 0 && ((years >= 0 && counted) || (lasts && words.includes('long')));
}

function refine(strong: readonly AskedMetric[], findings: Findings): readonly AskedMetric[] {
  const { subjects, hits, words } = findings;
  if (strong.includes('reserves') && asksHowLong(findings))
    return strong.map((metric) => (metric === 'reserves' ? 'reserve-life' : metric));
  if (strong.includes('share') && strong.includes('demand')) {
    const dropped = wantsMass(findings) && !strong.includes('price') ? 'share' : 'demand';
    return strong.filter((metric) => metric !== dropped);
  }
  if (subjects.sectors.length === 0 || strong.includes('share') || strong.includes('demand')) return strong;
  const sector = hits.find((hit) => hit.kind === 'sector');
  const metrics = hits.filter((hit) => hit.kind === 'metric');
  // "renewable tonnage" is the tonnes that the sector takes.
  if (metrics.every((hit) => words[hit.from]?.startsWith('tonnage') === true)) return ['demand'];
  // "price and electronics share": the sector brings its share, unless the price itself is "for electronics".
  const price = metrics.find((hit) => hit.id === 'price');
  const forSector = price !== undefined && sector !== undefined && sector.from === price.to + 1;
  return forSector ? strong : [...strong, 'share'];
}

/** What something goes into: a figure of its own where nothing else is measured. */
function withUses(metrics: readonly AskedMetric[], { has, hits }: Findings): readonly AskedMetric[] {
  // "How much salt goes on the roads" is of no price.
  const priced = hits.some(({ kind, id }) => kind === 'metric' && id === 'price');
  const named = !priced && hits.some(({ kind, id }) => kind === 'end use' && id === 'named');
  // "How much of US niobium goes into steel": whose uses they are, and no output of theirs.
  const produced = hits.some(({ kind, id }) => kind === 'metric' && id === 'production');
  const alone = metrics.every(
    (one) =>
      one === 'share' ||
      one === 'demand' ||
      one === 'consumption' ||
      (named && (one === 'price' || (one === 'production' && !produced))),
  );
  return has('end use') && alone ? ['end-use'] : metrics;
}
