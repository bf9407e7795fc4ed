/** "Was it above 100 in 2023": yes or no first, by each source's own figure, then the figures. */
import type { Line, Part, Span } from '#src/domain/answer.ts';
import {
  convertMass,
  convertPricePer,
  isMassUnit,
  MASS_UNITS,
  priceUnit,
  type Range,
} from '#src/domain/measure/figure.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { newestObserved, whenOf, type Series } from '#src/domain/series/series.ts';
import { massOf } from '#src/domain/series/one-unit.ts';
import { summarise } from '#src/domain/series/statistics.ts';
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

type Word = 'yes' | 'no' | 'open';
const SAID = { yes: 'Yes', no: 'No', open: 'It may have been' } as const;

/** What is judged: a track with others beside it, and what its figures are of. */
interface Judged {
  readonly topic: Part['topic'];
  /** "price", "world production", "share of electronics". */
  readonly what: string;
  readonly track: Series;
  readonly others?: readonly Series[];
}

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
      headline: [
        {
          strong: [
            `${name}, first ${threshold.side === 'below' ? 'below' : 'past'} it in ${whenOf(first)}: `,
            show(first),
          ],
        },
        firmness(first),
      ],
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
  const once = (CROSSES.test(question.text) ? crossing(main) : undefined) ?? passed[0];
  const later = passed.filter((figure) => figure !== once);
  if (threshold.first === true && once !== undefined)
    return {
      found: true,
      part: makePart(judged.topic, {
        headline: [
          {
            strong: [
              `${name}${of}, first ${threshold.side === 'below' ? 'below' : 'past'} it in ${once.year}: `,
              show(once),
            ],
          },
          firmness(once),
        ],
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
  const word = isOfMean
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

/** "Fell below", "passed": before it was on the other side. */
const CROSSES =
  /\b(?:falls?|fell|drops?|dropped|pass|passes|passed|exceeds?|exceeded|cross|crosses|crossed|rises?|rose|breaks?|broke|surpass|surpasses|surpassed|reach|reaches|reached|hits?)\b/iu;

const crossing = ({ figures, telling }: TrackVerdict): Figure | undefined =>
  figures.find((figure, at) => {
    const before = figures[at - 1];
    return telling.includes(figure) && before !== undefined && !telling.includes(before);
  });

interface MonthsVerdict {
  readonly word: Word;
  readonly line: Line;
  readonly figures: readonly [Figure, Figure];
}

/** "By month: …": a mean of a year may lie on one side, and months of it on the other. */
function monthsOf(
  { library, metal }: TopicContext,
  { topic, track }: Judged,
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

interface TrackVerdict {
  readonly word: Word;
  readonly figures: readonly Figure[];
  /** Those that the word is said of. */
  readonly telling: readonly Figure[];
  readonly rest: readonly Figure[];
}

function judgeTrack(track: Series, years: readonly number[], threshold: Threshold): TrackVerdict {
  const judged = years.flatMap((year) => {
    const figure = track.at(year);
    const line = figure && inUnitOf(figure, threshold);
    return figure === undefined || line === undefined
      ? []
      : [{ figure, word: judge(figure, line, threshold.side) }];
  });
  const figures = judged.map(({ figure }) => figure);
  const word = (['yes', 'open', 'no'] as const).find((one) => judged.some((of) => of.word === one)) ?? 'no';
  const telling = judged.filter((one) => one.word === word).map(({ figure }) => figure);
  return { word, figures, telling, rest: figures.filter((figure) => !telling.includes(figure)) };
}

/** Whether a figure, which may be a range, lies past the line. */
function judge({ quantity: { range } }: Figure, { low, high }: Range, side: Threshold['side']): Word {
  if (side === 'below') return range.high < low ? 'yes' : range.low >= high ? 'no' : 'open';
  const isPast = side === 'reach' ? range.low >= high : range.low > high;
  const isShort = side === 'reach' ? range.high < low : range.high <= low;
  return isPast ? 'yes' : isShort ? 'no' : 'open';
}

/** The line in the unit of a figure; `undefined` where it is of something else. */
function inUnitOf({ quantity: { unit } }: Figure, threshold: Threshold): Range | undefined {
  const { value, unit: said, per } = threshold;
  const price = priceUnit(unit);
  if (price !== undefined) {
    if (said !== null && said !== price.currency) return undefined;
    if (per === null || price.mass === per) return value;
    const mass = MASS_UNITS.find((one) => one === price.mass);
    return mass && convertPricePer(value, per, mass);
  }
  if (isMassUnit(unit)) {
    if (said === null) return value;
    const mass = MASS_UNITS.find((one) => one === said);
    return mass && convertMass(value, mass, unit);
  }
  return unit === '%' && (said === '%' || said === null) ? value : undefined;
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
