/**
 * What a sector counts in and has no figure of its own ("wind", "electric vehicles"). The words mostly speak of something
 * else ("electric car production"), so they name the sector only where its share or tonnes are asked for.
 */
import { STOP_WORDS, MARKET_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

interface PartRead {
  /** The hits, with the parts that are meant turned into their sectors. */
  readonly hits: readonly Hit[];
  /** The parts' names, in the data's spelling. */
  readonly parts: readonly string[];
}

/** Finds the parts that are asked about. */
export function readParts(reading: Reading, hits: readonly Hit[]): PartRead {
  const found = hits.filter(({ kind }) => kind === 'part');
  const rest = hits.filter(({ kind }) => kind !== 'part');
  const meant = found.filter((part) => isAsked(reading, part, rest));
  // "Renewables, wind above all": the sector itself is named; "wind against electronics" is of two.
  const isNamed = ({ id }: Hit) => rest.some((hit) => hit.kind === 'sector' && hit.id === id.split(':')[0]);
  if (meant.length === 0 || meant.some(isNamed)) return { hits: rest, parts: [] };
  const others = rest.filter((hit) => !meant.some((part) => part.from === hit.from && hit.kind === 'use'));
  const sectors = meant.map((part): Hit => ({ ...part, kind: 'sector', id: part.id.split(':')[0] ?? '' }));
  return {
    hits: [...others, ...sectors].toSorted((a, b) => a.from - b.from),
    parts: [...new Set(meant.map(({ id }) => id.split(':')[1] ?? ''))],
  };
}

/**
 * "wind share", "how many tonnes went into wind", "neodymium demand for electric cars". The market share of electric cars
 * and the demand for them are theirs, unless a metal is named.
 */
function isAsked(reading: Reading, part: Hit, hits: readonly Hit[]): boolean {
  const measures = hits.filter((hit) => isMeasure(reading, hit));
  if (measures.length === 0) return false;
  if (hits.some(({ kind }) => kind === 'metal')) return true;
  const theirs = measures.some(
    ({ kind, id, from, to }) =>
      wordAt(reading, from) === 'market' ||
      (kind === 'metric' &&
        id === 'demand' &&
        (part.to === from || (part.from === to + 1 && /^(?:for|of)$/u.test(wordAt(reading, to))))),
  );
  return !theirs && isKnown(reading, [...hits, part]);
}

/** What measures a sector: its share, its demand, or what went into it. */
function isMeasure(reading: Reading, { kind, id, to }: Hit): boolean {
  if (kind === 'metric' || kind === 'weak') return id === 'share' || (kind === 'metric' && id === 'demand');
  return kind === 'loose' && id === 'demand' && /^(?:in)?to$/u.test(wordAt(reading, to - 1));
}

/** Whether every word is of a phrase, or says nothing. */
function isKnown({ tokens, slots }: Reading, hits: readonly Hit[]): boolean {
  return tokens.every(
    ({ word }, at) =>
      slots[at] !== undefined ||
      STOP_WORDS.has(word) ||
      MARKET_WORDS.has(word) ||
      hits.some(({ from, to }) => from <= at && at < to),
  );
}
