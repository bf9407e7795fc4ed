/** Prices of months or days held against a line: alone, or beside the mean of their year. */
import type { Line, Part } from '#src/domain/answer.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { massOf } from '#src/domain/series/one-unit.ts';
import { summarise } from '#src/domain/series/statistics.ts';
import { firmness, nameOf, show, type TopicContext } from '#src/domain/topics/topic.ts';
import { firstPast, inUnitOf, judge, SAID, type Word } from './past-line.ts';

/** Prices of months or days held against the line: the newest, or the outermost of the days asked for. */
export function thresholdOver(
  figures: readonly [Figure, ...(readonly Figure[])],
  threshold: Threshold,
  noun: 'months' | 'days',
): { readonly headline: Line; readonly body: readonly Line[] } | undefined {
  const judged = figures.flatMap((figure) => {
    const line = inUnitOf(figure, threshold);
    return line === undefined ? [] : [{ figure, word: judge(figure, line, threshold.side) }];
  });
  if (judged.length < figures.length) return undefined;
  const { lowest, highest } = summarise(figures) ?? {};
  const outermost = (threshold.side === 'below' ? lowest : highest) ?? figures[0];
  const past = judged.filter(({ word }) => word === 'yes').map(({ figure }) => figure);
  const [first] = past;
  const name = nameOf(outermost);
  const whole =
    figures.length === 1 ? '' : threshold.side === 'below' ? 'the lowest was ' : 'the highest was ';
  if (threshold.first === true && first !== undefined && figures.length > 1)
    return {
      headline: firstPast(name, threshold.side, first),
      body: [[`It was so in ${past.length} of ${figures.length} ${noun}.`]],
    };
  return {
    headline: [
      {
        strong: [
          `${first === undefined ? 'No' : 'Yes'}. ${name}, ${whole === '' ? `${whenOf(outermost)}: ` : whole}`,
          show(outermost),
          whole === '' ? '' : `, ${whenOf(outermost)}`,
        ],
      },
      firmness(outermost),
    ],
    body:
      first === undefined || figures.length === 1
        ? []
        : [
            [
              `It was so in ${past.length} of ${figures.length} ${noun}, first in ${whenOf(first)} (`,
              show(first),
              ').',
            ],
          ],
  };
}

interface MonthsVerdict {
  readonly word: Word;
  readonly line: Line;
  readonly figures: readonly [Figure, Figure];
}

/** "By month: …": a mean of a year may lie on one side, and months of it on the other. */
export function monthsOf(
  { library, metal }: TopicContext,
  { topic, track }: { readonly topic: Part['topic']; readonly track: Series },
  years: readonly number[],
  threshold: Threshold,
): MonthsVerdict | undefined {
  if (topic !== 'price' || library === undefined) return undefined;
  const mass = massOf(track.unit);
  const [dated] = library.dated({ of: metal.id, target: mass === undefined ? {} : { mass } });
  const months = years.flatMap((year) => dated?.within({ from: `${year}-01-01`, to: `${year}-12-31` }) ?? []);
  const { lowest, highest } = summarise(months) ?? {};
  if (lowest === undefined || highest === undefined || lowest === highest) return undefined;
  const line = inUnitOf(highest, threshold);
  const outermost = threshold.side === 'below' ? lowest : highest;
  const word = line === undefined ? 'open' : judge(outermost, line, threshold.side);
  const noun = dated?.cadence === 'day' ? 'By day' : 'By month';
  return {
    word,
    figures: [lowest, highest],
    line: [
      `${noun}${word === 'open' ? '' : `: ${SAID[word].toLowerCase()}`}; from `,
      show(lowest),
      ` (${whenOf(lowest)}) to `,
      show(highest),
      ` (${whenOf(highest)}).`,
    ],
  };
}
