/** Continents and blocs: of what is counted by country, they are the countries in them that a source lists. */
import type { Hit } from '../vocabulary.ts';
import { wordAt, type Reading } from '../reading.ts';
import { REGION_WORDS } from '../words/things/regions.ts';

/** What sources count by country. */
const BY_COUNTRY = new Set(['production', 'reserves', 'share']);
const isMined = (id: string): boolean => id === 'production' || id === 'reserves';
const TRADED = /^(?:im|ex)ports?$|^(?:import|export)(?:ed|ing|ers?)$/u;

/**
 * "Gold production in Africa", "South American lithium": a place whose countries are counted, where a metal of ours is named and no
 * price, trade or use is asked for, which no source has by region.
 */
export function withRegions(reading: Reading, hits: readonly Hit[]): readonly Hit[] {
  const isOurs = hits.some(({ kind }) => kind === 'metal' || kind === 'family');
  // "How much copper does Africa mine": of what is mined it asks for no money.
  const isCounted = hits.some(({ kind, id }) => /^(?:metric|weak|loose)$/u.test(kind) && isMined(id));
  const isOther =
    hits.some(
      ({ kind, id }) =>
        /^(?:metric|weak|sector|use|end use)$/u.test(kind) &&
        !BY_COUNTRY.has(id) &&
        !(kind === 'weak' && id === 'price' && isCounted),
    ) || reading.tokens.some(({ word }) => TRADED.test(word));
  if (!isOurs || isOther) return hits;
  return hits.map((hit) => {
    const words = Array.from({ length: hit.to - hit.from }, (_, at) => wordAt(reading, hit.from + at));
    const region = hit.kind === 'place-name' ? REGION_WORDS.get(words.join(' ')) : undefined;
    return region === undefined ? hit : { ...hit, kind: 'country', id: region };
  });
}
