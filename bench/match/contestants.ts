/** Who takes part in the matching benchmark. A peer is loaded only when it is asked for. */
import { createMatcher, type MatchEntry } from '#src/domain/faq/matcher.ts';
import { loadWordVectors } from '#src/platform/word-vectors.ts';
import type { Build, Contestant } from './measure.ts';

export const PEERS = ['fuse', 'minisearch', 'nlpjs'] as const;
export type Peer = (typeof PEERS)[number];

function buildOurs(entries: readonly MatchEntry[], strangers: number | undefined): Contestant {
  const matcher = createMatcher(entries, { wordVectors: loadWordVectors(), strangers });
  // The first look learns: that is what building costs.
  void matcher.thresholds;
  return (text) => {
    const { ranked, outcome } = matcher.match(text);
    return {
      ids: ranked.map(({ id }) => id),
      // The bot says "I don't know" when the first three together are unlikely, so this is what parts in from out.
      confidence: ranked.slice(0, 3).reduce((sum, { probability }) => sum + probability, 0),
      answers: outcome === 'answer',
    };
  };
}

/** How to build a peer's matcher, or ours where no peer is named; `strangers` is our setting (`STRANGER_SHARE`). */
export async function loadContestant(peer: Peer | undefined, strangers?: number): Promise<Build> {
  switch (peer) {
    case undefined:
      return (entries) => buildOurs(entries, strangers);
    case 'fuse':
      return (await import('./peers/fuse.ts')).build;
    case 'minisearch':
      return (await import('./peers/minisearch.ts')).build;
    case 'nlpjs':
      return (await import('./peers/nlpjs.ts')).build;
  }
}
