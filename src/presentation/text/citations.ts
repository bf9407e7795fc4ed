/** How sources are cited, in plain words; each surface adds its own dress. */
import type { Citation } from '#src/domain/series/metal.ts';

/** An edition names a document by itself ("USGS MCS 2026"); anything else needs its title and section. */
function cite(citation: Citation, sections: readonly string[]): string {
  const { publisher, title, edition, dated } = citation.source;
  if (edition !== undefined) return `${publisher} ${edition}`;
  return `${publisher}, "${title}", ${sections.join('; ')}, ${dated}`;
}

/**
 * Each source once, in the order of first use, with the sections that were used of it.
 * @example 'Farmonaut, "Neodymium Price per Kg 2021-2026: Global Trends", Summary, undated', 'USGS MCS 2026'
 */
export function citeSources(citations: readonly Citation[]): readonly string[] {
  const bySource = Map.groupBy(
    citations,
    (c) => `${c.source.publisher} ${c.source.edition ?? c.source.title}`,
  );
  return [...bySource.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [cite(first, [...new Set(group.map((c) => c.section))])];
  });
}

/** Says whose claim an answer is. */
export function claimLine(claimant: string): string {
  return `${claimant} says this of its own services.`;
}
