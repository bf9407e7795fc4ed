/** "Is 2024 the cheapest year?": yes, no or open, first; then what the figures are, one source after another. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { yearsOf } from '#src/domain/measure/period.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { allFigures, figuresIn, whenOf, type Series } from '#src/domain/series/series.ts';
import { basisOf, firmness, listInWords, show, sourceNames, yearsInWords } from '#src/domain/topics/topic.ts';

export type Extreme = 'highest' | 'lowest';

const OPENERS = '(?:so|and|but|then|well|ok|okay|hey|hi)';
const YES_NO = new RegExp(
  `^(?:${OPENERS}[\\s,]+)*(?:is|was|were|are|did|does|do|has|have)(?:n['’]?t)?\\b`,
  'i',
);

/** The year that a yes/no question calls the highest or lowest; `undefined` where it asks which one is. */
export function yearInQuestion({ text, years, span, when, beaten = false }: Question): number | undefined {
  if (beaten) return years[0];
  if (!YES_NO.test(text.trim())) return undefined;
  if (span === null) return years.length === 1 ? years[0] : undefined;
  // "Is 2024 the cheapest since 2021?": the one year that stands by itself.
  const [alone, ...more] = when.flatMap((time) => {
    const { from, to } = time.kind === 'years' ? yearsOf(time.period) : {};
    return from !== undefined && from === to ? [from] : [];
  });
  return more.length === 0 && alone !== undefined && years.includes(alone) ? alone : undefined;
}

/** The figures that are looked at: the years of the span, or all; projections only where there is nothing else. */
export function poolOf(track: Series, { years, span }: Pick<Question, 'years' | 'span'>, all = false) {
  const [from, to] = [years[0], years.at(-1)];
  const figures =
    all || from === undefined || to === undefined
      ? allFigures(track)
      : track.cadence === 'year'
        ? figuresIn(track, years)
        : track
            .within({ from: `${from}-01-01`, to: `${to}-12-31` })
            .filter(({ year }) => years.includes(year));
  const wanted = all && span !== null ? figures.filter((f) => years.includes(f.year)) : figures;
  const settled = wanted.filter((f) => f.quantity.firmness !== 'projected');
  const pool = settled.length > 0 ? settled : wanted;
  return { pool, projected: wanted.filter((f) => !pool.includes(f)) };
}

/** The highest by its high end, the lowest by its low end: the reading that no range can contradict. */
export function pickExtreme(pool: readonly [Figure, ...Figure[]], extreme: Extreme): Figure {
  return pool.reduce((best, f) => {
    const better =
      extreme === 'highest'
        ? f.quantity.range.high > best.quantity.range.high
        : f.quantity.range.low < best.quantity.range.low;
    return better ? f : best;
  });
}

export function overlaps({ quantity: { range: a } }: Figure, { quantity: { range: b } }: Figure): boolean {
  return a.low <= b.high && b.low <= a.high;
}

interface Verdict {
  readonly word: 'yes' | 'no' | 'open' | 'none';
  /** Years that have the same figure as the one asked about, where it is the extreme. */
  readonly ties: readonly number[];
  /** The years that were looked at, in words. */
  readonly over: string;
  /** "$75/kg in 2021 (estimate); 2024 has $125/kg (estimate)". */
  readonly spans: readonly Span[];
  /** What is said under it: the next one, or that it is the other extreme. */
  readonly more: readonly Line[];
  readonly figures: readonly Figure[];
}

/** Whether the year has the highest or lowest figure of a track, or, where that is asked, whether another beats it. */
export function judgeExtreme(track: Series, question: Question, year: number, extreme: Extreme): Verdict {
  const verdict = judgeYear(track, question, year, extreme);
  if (question.beaten !== true) return verdict;
  const word = verdict.word === 'yes' ? 'no' : verdict.word === 'no' ? 'yes' : verdict.word;
  return { ...verdict, word, ties: [] };
}

function judgeYear(track: Series, question: Question, year: number, extreme: Extreme): Verdict {
  const { pool } = poolOf(track, question, true);
  const [own, ...more] = track.cadence === 'year' ? [track.at(year)] : pool.filter((f) => f.year === year);
  const asked = own && pickExtreme([own, ...more.flatMap((f) => f ?? [])], extreme);
  const [first, ...others] = pool.filter((f) => f.year !== year);
  if (asked === undefined || first === undefined) {
    const spans =
      asked === undefined
        ? [`no figure for ${year}`]
        : [`no figure for another year; ${year} has `, show(asked), `${timeIn(asked)}${firmness(asked)}`];
    return { word: 'none', ties: [], over: yearsOver(pool), spans, more: [], figures: [] };
  }
  const rest = [first, ...others] as const;
  const best = pickExtreme(rest, extreme);
  const found = {
    over: yearsOver([...rest, asked]),
    figures: [asked, best],
    ties: [],
    more: [],
  };
  if (beats(asked, best, extreme))
    return { ...found, word: 'yes', spans: figureIn(asked), more: [['Next: ', ...figureIn(best), '.']] };
  if (beats(best, asked, extreme)) {
    const other = extreme === 'highest' ? 'lowest' : 'highest';
    const last = beats(asked, pickExtreme(rest, other), other);
    const said = [show(asked), `${timeIn(asked)}${firmness(asked)}`];
    const spans = [...figureIn(best), `; ${year} has `, ...said];
    return { ...found, word: 'no', spans, more: last ? [[`${year} is the ${other} of these years.`]] : [] };
  }
  const rivals = rest.filter((f) => overlaps(f, asked));
  const same = rivals.every((f) => sameRange(f, asked));
  const ties = same ? [...new Set(rivals.map((f) => f.year))] : [];
  return same
    ? { ...found, ties, word: 'yes', spans: figureIn(asked) }
    : { ...found, word: 'open', spans: [...figureIn(asked), ' overlaps with ', ...figureIn(best)] };
}

function beats({ quantity: { range: a } }: Figure, { quantity: { range: b } }: Figure, extreme: Extreme) {
  return extreme === 'highest' ? a.low > b.high : a.high < b.low;
}

function sameRange({ quantity: { range: a } }: Figure, { quantity: { range: b } }: Figure): boolean {
  return a.low === b.low && a.high === b.high;
}

/** "$75/kg in 2021 (estimate)". */
export function figureIn(figure: Figure): Span[] {
  return [show(figure), ` ${inTime(figure)}`, firmness(figure)];
}

/** "in 2024", "in Jun 2026", "on 20 Nov 2026". */
export const inTime = (figure: Figure): string => `${figure.at.length > 7 ? 'on' : 'in'} ${whenOf(figure)}`;

/** When in a year that is named already: nothing of a year's own figure. */
const timeIn = (figure: Figure): string => (figure.at.length > 4 ? ` ${inTime(figure)}` : '');

const yearsOver = (pool: readonly Figure[]): string =>
  yearsInWords([...new Set(pool.map((f) => f.year))].toSorted((a, b) => a - b));

const ANSWER = { yes: 'Yes', no: 'No', open: 'It may be', none: 'I can’t tell' } as const;

/** "No", "Yes, as 2022 and 2023 are", "It may be, as projected". */
function wordOf({ word, ties, figures: [asked] }: Verdict): string {
  const projected = asked?.quantity.firmness === 'projected' ? ', as projected' : '';
  const tied =
    ties.length === 0 ? '' : `, as ${listInWords(ties.map(String))} ${ties.length === 1 ? 'is' : 'are'}`;
  return `${ANSWER[word]}${tied}${projected}`;
}

/**
 * The verdict as a headline: "No. Neodymium, lowest price 2021 to 2025: $75/kg in 2021 (estimate); ...".
 * @param by Another source says something else, so it is said whose verdict this is.
 */
export function verdictLine(verdict: Verdict, name: string, what: string, by?: string): Line {
  const { over, spans } = verdict;
  const whose = by === undefined ? '' : ` by ${by}`;
  return [{ strong: [`${wordOf(verdict)}${whose}. ${name}, ${what} of ${over}: `, ...spans] }];
}

/** Another source's verdict, as a line under the first. */
export function otherVerdict(track: Series, verdict: Verdict, extreme: Extreme): Line {
  const sample = verdict.figures[0] ?? track.at(track.periods.at(-1) ?? 0);
  if (sample === undefined) return [];
  const basis = basisOf(sample);
  const who = `${sourceNames(verdict.figures.length === 0 ? [sample] : verdict.figures)}${basis && ` (${basis})`}`;
  if (verdict.word === 'none') return [`${who}: `, ...verdict.spans, '.'];
  const word = wordOf(verdict);
  return [
    `${who}: ${word.charAt(0).toLowerCase()}${word.slice(1)}; ${extreme} ${verdict.over}: `,
    ...verdict.spans,
    '.',
  ];
}
