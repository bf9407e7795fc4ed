/** "Was it above 100 in 2023": yes or no first, by each source's own figure, then the figures. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line, Part, Span } from '#src/domain/answer.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { newestObserved, type Series } from '#src/domain/series/series.ts';
import {
  basisOf,
  capitalised,
  cite,
  firmness,
  listInWords,
  makePart,
  nameOf,
  show,
  sourceName,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { firstPast, SAID, type TrackVerdict, judgeTrack } from './past-line.ts';
import { monthsOf } from './threshold-days.ts';

/** What is judged: a track with others beside it, and what its figures are of. */
interface Judged {
  readonly topic: Part['topic'];
  /** "price", "world production", "share of electronics". */
  readonly what: string;
  readonly track: Series;
  readonly others?: readonly Series[];
}

/** The verdict; `undefined` where no line is drawn, or it is in another unit than the figures are. */
export function answerThreshold(context: TopicContext, judged: Judged): TopicResult | undefined {
  const { question, thisYear } = context;
  const { threshold = null } = question;
  if (threshold === null) return undefined;
  const { track, others = [] } = judged;
  const years = yearsOf(context, track, threshold);
  const lines = [track, ...others].map((one) => judgeTrack(one, years, threshold));
  const [main, ...beside] = lines;
  const [first] = main?.figures ?? [];
  if (main === undefined || first === undefined) return undefined;
  const name = judged.topic === 'price' ? nameOf(first) : context.metal.name;
  const known = beside.filter(({ figures }) => figures.length > 0);
  const isOpen = known.some(({ word }) => word !== main.word);
  const by = isOpen ? ` by ${sourceName(first)}` : '';
  const of = judged.topic === 'price' ? '' : `, ${judged.what}`;
  const projected = main.figures.every(({ quantity }) => quantity.firmness === 'projected');
  const passed = main.word === 'yes' ? main.telling : [];
  const once = (says(question, 'crosses') ? crossing(main) : undefined) ?? passed[0];
  const later = passed.filter((figure) => figure !== once);
  if (threshold.first === true && once !== undefined)
    return {
      found: true,
      part: makePart(judged.topic, {
        headline: firstPast(`${name}${of}`, threshold.side, once),
        body: [
          ...(later.length === 0 ? [] : [['Also: ', ...figuresOf(later), '.']]),
          ...(main.rest.length === 0 ? [] : [['Not so: ', ...figuresOf(main.rest), '.']]),
          ...known.map((one) => otherLine(one)),
        ],
        citations: cite([...main.figures, ...known.flatMap(({ figures }) => figures)]),
        chartWanted: question.chart,
      }),
      suggestions: [],
    };
  const months = monthsOf(context, judged, years, threshold);
  // A mean below the line, of months that were past it.
  const isOfMean = main.word === 'no' && months?.word === 'yes';
  const word =
    main.word === 'no' && says(question, 'when will')
      ? 'Not in any year that I have'
      : isOfMean
        ? 'Not as a mean of the year, but in single months'
        : main.word === 'open' && first.year >= thisYear
          ? 'It may be'
          : SAID[main.word];
  return {
    found: true,
    part: makePart(judged.topic, {
      headline: [
        {
          strong: [
            `${word}${projected ? ', as projected' : ''}${by}. ${name}${of}, `,
            ...figuresOf(main.telling),
          ],
        },
      ],
      body: [
        ...(main.rest.length === 0 ? [] : [['Not so: ', ...figuresOf(main.rest), '.']]),
        ...known.map((one) => otherLine(one)),
        ...(months === undefined ? [] : [months.line]),
      ],
      citations: cite([
        ...main.figures,
        ...known.flatMap(({ figures }) => figures),
        ...(months?.figures ?? []),
      ]),
      chartWanted: question.chart,
    }),
    suggestions: [],
  };
}

const crossing = ({ figures, telling }: TrackVerdict): Figure | undefined =>
  figures.find((figure, at) => {
    const before = figures[at - 1];
    return telling.includes(figure) && before !== undefined && !telling.includes(before);
  });

/** The years that are looked at: those named, all of them where "ever" is said, else the newest that was observed. */
function yearsOf(
  { question, thisYear }: TopicContext,
  track: Series,
  { ever }: Threshold,
): readonly number[] {
  if (question.years.length > 0 && !(question.current && question.span === null)) return question.years;
  if (ever || question.span !== null) return track.years.filter((year) => year < thisYear);
  return [newestObserved(track, thisYear) ?? track.years.at(-1) ?? thisYear];
}

/** "$110/kg in 2023 (estimate) and $125/kg in 2024 (estimate)". */
function figuresOf(figures: readonly Figure[]): Span[] {
  return figures.flatMap((figure, at): Span[] => {
    const joint = at === 0 ? '' : at === figures.length - 1 ? ' and ' : ', ';
    return [joint, `${figure.year}: `, show(figure), firmness(figure)];
  });
}

/** Another source's verdict. */
function otherLine({ word, telling }: TrackVerdict): Line {
  const [sample] = telling;
  if (sample === undefined) return [];
  const basis = basisOf(sample);
  const who = listInWords([...new Set(telling.map(sourceName))]);
  return capitalised([
    `${who}${basis && ` (${basis})`}: ${SAID[word].toLowerCase()}; `,
    ...figuresOf(telling),
    '.',
  ]);
}
