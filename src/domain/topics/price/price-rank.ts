/** How high a price is among those of the last years. */
import type { Part } from '#src/domain/answer.ts';
import { RANK_MONTHS } from '#src/domain/reading/price-wanted.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { lastMonths, percentileOf } from '#src/domain/series/statistics.ts';
import { makePart } from '#src/domain/topics/topic.ts';
import {
  basisWords,
  counted,
  lostLines,
  newestHeadline,
  newestLine,
  NOUN,
  stepLines,
} from './price-words.ts';

/** How high a price is among those of the last three years. */
export function rankPart(chosen: Series, today: string): Part {
  const window = lastMonths(today, RANK_MONTHS);
  const cautions = lostLines(chosen, window);
  const inside = chosen.within(window);
  const newest = chosen.newest(today);
  const percentile = newest && percentileOf(newest, inside);
  const [first] = inside;
  if (newest === undefined || percentile === undefined || first === undefined)
    return makePart('price', {
      headline: newest === undefined ? [] : newestHeadline(chosen, newest),
      body: [[`Too few ${NOUN[chosen.cadence]}s to rank it within 3 years: ${inside.length}.`]],
      cautions,
    });
  const quantity = { range: { low: percentile, high: percentile }, unit: '%' } as const;
  const basis = basisWords(chosen);
  return makePart('price', {
    headline: [
      {
        strong: [
          `${chosen.name}: higher than `,
          { quantity, from: [newest, ...inside] },
          ` of the ${chosen.cadence}s in 3 years`,
        ],
      },
      ' (its percentile)',
    ],
    body: [
      newestLine(chosen, today),
      ...stepLines(chosen),
      [
        `Of ${counted(chosen, inside.length)} since ${whenOf(first)}, between midpoints${basis === '' ? '.' : `; ${basis}.`}`,
      ],
    ],
    cautions,
  });
}
