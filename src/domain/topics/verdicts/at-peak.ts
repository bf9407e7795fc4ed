/** "Is gold at an all time high", "how far is lithium below its peak": the newest figure held against the highest, or the lowest. */
import type { Line } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { firmness, nameOf, show } from '#src/domain/topics/topic.ts';
import { inTime, overlaps, pickExtreme, poolOf, type Extreme } from './extreme-verdict.ts';

const IS = /^\W*(?:(?:so|and|but|then|ok|hey) )*(?:is|are)(?:n['’]?t)?\b/iu;
const HOW_FAR = /\bhow (?:far|much|close|near)\b/iu;
const FROM = /\b(?:from|below|off|under|above|to)\b/iu;
const AGAINST_ITS = /\b(?:vs|versus|against|compared (?:to|with)) (?:its|the|their)\b/iu;
const asksHowFar = (text: string): boolean =>
  (HOW_FAR.test(text) && FROM.test(text)) || AGAINST_ITS.test(text);

/** The line that says so; `undefined` where it is only asked what the highest is, or a year is named. @param tracks Of all sources */
export function atPeakLine(
  { text, years, beaten, span }: Question,
  extreme: Extreme,
  tracks: readonly [Series, ...Series[]],
): Line | undefined {
  const isAsked = IS.test(text);
  if (years.length > 0 || span !== null || beaten === true || !(isAsked || asksHowFar(text)))
    return undefined;
  // Of months and days it is more than of whole years.
  const track = tracks.find(({ cadence }) => cadence !== 'year') ?? tracks[0];
  const [first, ...more] = poolOf(track, { years: [], span: null }, true).pool;
  const newest = more.at(-1);
  if (first === undefined || newest === undefined) return undefined;
  const best = pickExtreme([first, ...more], extreme);
  const isOpen = [first, ...more].some(
    (one) => one !== newest && overlaps(one, newest) && (best === newest || one === best),
  );
  const word = isOpen ? 'The ranges leave that open. ' : best === newest ? 'Yes. ' : 'No. ';
  const name = track.cadence === 'year' ? nameOf(newest) : track.name;
  return [
    {
      strong: [
        isAsked ? word : '',
        `${name}, ${whenOf(newest)}: `,
        show(newest),
        firmness(newest),
        ...(best === newest
          ? [isOpen ? '' : `, the ${extreme} there is`]
          : [
              ', ',
              { change: changeOf(best.quantity, newest.quantity), from: [best, newest] },
              ` from the ${extreme}, `,
              show(best),
              ` ${inTime(best)}`,
            ]),
      ],
    },
  ];
}
