/** What was understood of a question, as a plain question that can be pressed. */
import type { Suggestion } from '#src/domain/answer.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import type { Catalog } from './catalog.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import { metricWord } from '#src/domain/topics/suggestions.ts';
import { sectorTracks } from '#src/domain/topics/sectors/sector-tracks.ts';

function wordOf(metric: AskedMetric): string {
  if (metric === 'import-sources') return 'import sources';
  return metricWord(metric === 'demand' ? 'share' : metric);
}

/** One choice for each metric that was read, for the metal and years that were read; of shares, one for each sector too. */
export function restate(question: Question, catalog: Catalog): Suggestion[] {
  const metal = metalOf(catalog, question.metals[0] ?? catalog.defaultMetal);
  const { span, years } = question;
  const when = span === null ? years.join(' and ') : `${span.from} to ${span.to}`;
  const metrics = question.metrics.length > 0 ? question.metrics : (['price'] as const);
  const each = metrics.includes('share') && question.sectors.length === 0 ? sectorTracks(metal) : [];
  const choices = [
    ...metrics.map((metric) => ({
      word: wordOf(metric),
      metrics: [metric === 'demand' ? ('share' as const) : metric],
    })),
    ...each.map(({ sector }) => ({
      word: `${sector.name.toLowerCase()} share`,
      metrics: ['share' as const],
      sectors: [sector.id],
    })),
  ];
  const timed = span === null ? { years: [...years] } : { span };
  return [...new Map(choices.map((choice) => [choice.word, choice])).values()].map(({ word, ...slots }) => {
    const ask = `${metal.name} ${word} ${when}`.trim();
    return { label: ask, ask, need: { metals: [metal.id], ...slots, ...timed } };
  });
}
