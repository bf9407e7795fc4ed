/** What was understood of a question, as a plain question that can be pressed. */
import type { Suggestion } from '#src/domain/answer.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import type { Catalog } from './catalog.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { sectorTracks } from '#src/domain/topics/sectors/sector-tracks.ts';

const WORDS = {
  price: 'price',
  production: 'production',
  share: 'breakdown by sector',
  demand: 'breakdown by sector',
  'supply-status': 'supply status',
  reserves: 'reserves',
} as const;

/** One choice for each metric that was read, for the metal and years that were read; of shares, one for each sector too. */
export function restate(question: Question, catalog: Catalog): Suggestion[] {
  const metal = metalOf(catalog, question.metals[0] ?? catalog.defaultMetal);
  const { span, years } = question;
  const when = span === null ? years.join(' and ') : `${span.from} to ${span.to}`;
  const metrics = question.metrics.length > 0 ? question.metrics : (['price'] as const);
  const each = metrics.includes('share') && question.sectors.length === 0 ? sectorTracks(metal) : [];
  const shares = each.map(({ sector }) => `${sector.name.toLowerCase()} share`);
  return [...new Set([...metrics.map((m) => WORDS[m]), ...shares])].map((word) => {
    const ask = `${metal.name} ${word} ${when}`.trim();
    return { label: ask, ask };
  });
}
