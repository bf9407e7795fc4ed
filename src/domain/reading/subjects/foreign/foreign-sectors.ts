/** Where a sector's word is of something else: "electronics prices", "military parade". */
import type { Findings } from '#src/domain/reading/findings.ts';
import { isJoined, nounsFrom, type Found, type Sentence } from './foreign-roles.ts';
import { wordAt } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

const CLOCK = /^(?:time|day|night|week|month|hour)s?$/u;

/** "electronics prices", "renewable energy production": the sector's own, not the metal's. */
export function sectorHead({ hits }: Findings, sentence: Sentence): Found | undefined {
  const owned = hits.filter(
    (hit) =>
      (hit.kind === 'metric' || (hit.kind === 'loose' && hit.id === 'price')) &&
      (hit.id === 'price' || hit.id === 'production' || hit.id === 'reserves') &&
      !wordAt(sentence.reading, hit.from).startsWith('tonnage'),
  );
  const isHead = (sector: Hit) =>
    owned.some((hit) => hit.from === sector.to && isJoined(sentence, hit.from)) ||
    (wordAt(sentence.reading, sector.from - 1) === 'of' && owned.some((hit) => hit.to === sector.from - 1));
  return hits.find((hit) => hit.kind === 'sector' && isHead(hit));
}

/** "electronics store", "military parade", "military time": a sector's word before a noun that we don't know, or of the clock. */
export function sectorCompound({ hits }: Findings, sentence: Sentence): Found | undefined {
  if (hits.some((hit) => hit.id === 'share' || hit.id === 'demand')) return undefined;
  const { reading, roles } = sentence;
  const at = roles.findIndex(
    (role, i) =>
      (role === 'unknown' || (CLOCK.test(wordAt(reading, i)) && wordAt(reading, i + 1) !== 'by')) &&
      reading.slots[i - 1] === 'sector' &&
      reading.slots[i + 1] !== 'sector' &&
      isJoined(sentence, i),
  );
  return at < 0 ? undefined : nounsFrom(sentence, at, at - 1);
}
