/** "Is copper above $9,000": prices of months or days held against a line. */
import type { Part } from '#src/domain/answer.ts';
import { BEGINNING } from '#src/domain/measure/period.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Series } from '#src/domain/series/series.ts';
import { makePart } from '#src/domain/topics/topic.ts';
import { thresholdOver } from '#src/domain/topics/verdicts/threshold-days.ts';
import { figureOfDays } from './dated/price-days.ts';
import { basisLine, stepLines } from './price-words.ts';

/** Yes or no first: by the newest, or by all of the days asked for. */
export function verdictOf(
  chosen: Series,
  newest: Figure,
  { request, threshold, today }: { request: PriceWanted; threshold: Threshold; today: string },
): Part | undefined {
  const { days } = request;
  const window =
    days?.kind === 'window'
      ? days.window
      : threshold.ever && days === undefined
        ? { from: BEGINNING, to: today }
        : undefined;
  if (window === undefined && days !== undefined && days.kind !== 'at') return undefined;
  const of = days?.kind === 'at' ? figureOfDays(chosen, request) : undefined;
  const [first, ...more] =
    window === undefined
      ? [days === undefined ? newest : of].flatMap((one) => one ?? [])
      : chosen.within(window);
  const said =
    first && thresholdOver([first, ...more], threshold, chosen.cadence === 'day' ? 'days' : 'months');
  return (
    said &&
    makePart('price', {
      ...said,
      body: [...said.body, ...(chosen.cadence === 'day' ? [[basisLine(chosen)]] : []), ...stepLines(chosen)],
    })
  );
}
