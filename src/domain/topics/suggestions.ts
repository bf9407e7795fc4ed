/** What may be asked next, each in words for a reader and as a need for who presses it. */
import type { Suggestion } from '#src/domain/answer.ts';
import type { Need } from '#src/domain/reading/need.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Traded } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { remembering } from '#src/domain/series/packs/with-tables.ts';

type Named = Pick<Traded, 'id' | 'name'>;
type Spoken = Exclude<AskedMetric, 'demand'>;

/** What a metric is called in a question, where its own name says too little. */
const METRIC_WORDS: Partial<Record<Spoken, string>> = {
  share: 'breakdown by sector',
  'supply-status': 'supply status',
  'import-reliance': 'import reliance',
  'import-sources': 'import sources of the US',
  critical: 'critical mineral',
  'end-use': 'end uses',
  concentration: 'concentration of output',
  'reserve-life': 'years of reserves',
  intensity: 'per kWh',
  consumption: 'apparent consumption',
  imports: 'US imports',
  exports: 'US exports',
  stocks: 'yearend stocks',
};

/** @example metricWord('share') // "breakdown by sector" */
export const metricWord = (metric: Spoken): string => METRIC_WORDS[metric] ?? metric;

interface Asked {
  readonly label?: string;
  readonly year?: number | undefined;
  readonly country?: string | undefined;
}

/** A metric of a metal, now or in a year. @example askFor(terbium, 'price', { year: 2023 }) // "Terbium price 2023" */
export function askFor(
  { id, name }: Named,
  metric: Spoken,
  { label, year, country }: Asked = {},
): Suggestion {
  const words = [name, metricWord(metric), country, year].filter((word) => word !== undefined).join(' ');
  return {
    label: label ?? `${name} ${metricWord(metric)}`,
    ask: words,
    need: {
      metals: [id],
      metrics: [metric],
      ...(year === undefined ? {} : { years: [year] }),
      ...(country === undefined ? {} : { countries: [country] }),
    },
  };
}

/** "Price 2024": of the metal that is spoken of. */
export const askPriceOf = (metal: Named, year: number | undefined): Suggestion =>
  askFor(metal, 'price', { year, label: year === undefined ? 'Price' : `Price ${year}` });

/** All figures of a metric, by year. */
export function askHistory(
  metal: Named & { readonly series?: Metal['series'] },
  label = 'History',
  metric: 'price' | 'production' | 'share' = 'price',
): Suggestion {
  const span = spansOf(metal, metric, () => spanOf(metal.series ?? [], metric));
  return {
    label,
    ask:
      metric === 'share'
        ? `${metal.name} sector shares over all years`
        : `${metal.name} ${metricWord(metric)} history`,
    need: {
      metals: [metal.id],
      metrics: [metric],
      ...(span === undefined ? {} : { span }),
    },
  };
}

const spansOf = remembering<Need['span']>();

/** The first and the last year of a metric. */
function spanOf(series: Metal['series'], metric: string): Need['span'] {
  const years = series
    .filter((one) => one.role === 'headline' && one.metric === metric)
    .flatMap(({ points }) => points.map((point) => point.year));
  return years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
}

/** How a metric moved, between two years where they are given. */
export function askChange(
  { id, name }: Named,
  span?: NonNullable<Need['span']>,
  more: Pick<Need, 'metrics' | 'source' | 'sectors' | 'countries'> & { readonly what?: string } = {},
): Suggestion {
  const { what = 'price', ...need } = more;
  const when = span === undefined ? '' : ` from ${span.from} to ${span.to}`;
  return {
    label: span === undefined ? 'Price change' : `Change ${span.from} to ${span.to}`,
    ask: `${need.source === undefined ? '' : `${need.source.toUpperCase()} `}${name} ${what} change${when}`,
    need: {
      intent: 'change',
      metals: [id],
      metrics: ['price'],
      ...(span === undefined ? {} : { span }),
      ...need,
    },
  };
}

/** Whether the sources agree on its price. */
export const askWhetherAgreed = ({ id, name }: Named, label = 'Why do sources differ?'): Suggestion => ({
  label,
  ask: `do the sources agree on the ${name} price?`,
  need: { intent: 'sources', metals: [id], metrics: ['price'], verify: true },
});

/** Who mines it or has it in the ground. */
export const askCountries = (
  label: string,
  ask: string,
  metric: 'production' | 'reserves',
  metal?: Named,
): Suggestion => ({
  label,
  ask,
  need: { metrics: [metric], allCountries: true, ...(metal === undefined ? {} : { metals: [metal.id] }) },
});

/** Its largest producers, by country. */
export const askProducers = (metal: Named): Suggestion =>
  askCountries('Top producers', `top ${metal.name.toLowerCase()} producing countries`, 'production', metal);

/** All about a year of a metal. */
export const askAbout = ({ id, name }: Named, year: number | undefined, label: string): Suggestion => ({
  label,
  ask: `tell me about ${name} in ${year}`,
  need: { intent: 'summary', metals: [id], ...(year === undefined ? {} : { years: [year] }) },
});

/** What so much of it costs. */
export const askCost = ({ id, name }: Named, value: number, unit: 'kg' | 't'): Suggestion => ({
  label: `${value} ${unit}`,
  ask: `what does ${value} ${unit} of ${name} cost`,
  need: {
    intent: 'cost',
    metals: [id],
    metrics: ['price'],
    amounts: [{ value: { low: value, high: value }, unit }],
  },
});

/** Drops choices that ask the same thing again; of those that only look the same, each shows what it asks. */
export function uniqueSuggestions(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const different = [...new Map(suggestions.map((s) => [s.ask.toLowerCase(), s])).values()];
  const isShared = ({ label }: Suggestion) => different.filter((s) => s.label === label).length > 1;
  return different.map((s) => (isShared(s) ? { ...s, label: s.ask } : s));
}
