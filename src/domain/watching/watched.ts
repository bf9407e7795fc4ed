/** What an alert looks at, whichever cadence its figures have: its price in words, and whether two are one. */
import type { Line, Span } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import {
  convertPricePer,
  priceUnit,
  withoutNoise,
  type MassUnit,
  type Quantity,
  type Range,
} from '#src/domain/measure/figure.ts';
import { changeOf, type Change } from '#src/domain/measure/changes.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Citation } from '#src/domain/series/metal.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { LatestQuote, StoredQuote } from '#src/domain/series/quotes/quote-store.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import { citationOfQuote } from '#src/domain/series/quotes/quoted-series.ts';
import { whenOf } from '#src/domain/series/series.ts';
import { cite, firmness, sourceName } from '#src/domain/topics/topic.ts';
import type { Reading } from './judge.ts';
import { changeAgainst } from './rule-words.ts';
import type { Rule } from './rule.ts';

interface Held {
  readonly rule: Rule;
  /** As the rule sees it, in the rule's unit. */
  readonly reading: Reading;
}

export type Watched = Held &
  (
    | {
        readonly on: 'figure';
        readonly figure: Figure;
        /** Other sources' figures of the same, where it is how far they lie apart. */
        readonly beside?: readonly Figure[] | undefined;
      }
    | {
        readonly on: 'quote';
        readonly book: QuoteBook;
        readonly series: LatestQuote;
        /** At which rate it was converted, in words; `undefined` where it is quoted in the rule's currency. */
        readonly rate: string | undefined;
        /** What a change is since. */
        readonly before: StoredQuote | undefined;
        /** Other sources' quotes of the same, where it is how far they lie apart. */
        readonly beside?: readonly LatestQuote[] | undefined;
      }
  );

/** How it has moved since what the rule compares it with; `undefined` of rules that compare nothing. */
export function changeOfWatched({ rule, reading: { now, before } }: Watched): Change | undefined {
  return 'change' in rule && before !== undefined
    ? changeAgainst(rule, changeOf(before.quantity, now))
    : undefined;
}

/** The day that a change is since, or the month or year. */
export function sinceInWords({ reading: { before }, ...watched }: Watched): string {
  const at = before?.at ?? '';
  return whenOf({ at }, watched.on === 'quote' ? watched.book.today : undefined);
}

/** The prices that a rule names, for a mass; none of a rule that names none. */
function thresholdsPer(rule: Rule, mass: MassUnit | undefined): readonly number[] {
  const per = 'when' in rule ? priceUnit(rule.at.unit)?.mass : undefined;
  if (!('when' in rule) || per === undefined || mass === undefined) return [];
  const { low, high } = withoutNoise(convertPricePer(rule.at.range, per, mass));
  return [low, high];
}

/** A figure with the digits that tell it apart from a rule's thresholds. */
export function showAgainst(rule: Rule, quantity: Quantity): Span {
  const against = thresholdsPer(rule, priceUnit(quantity.unit)?.mass);
  return { quantity: { ...quantity, against }, given: true };
}

/** Whether two are of one price, and of one day before where it is of a change. */
export function isSame(a: Watched, b: Watched): boolean {
  if (a.on === 'figure' || b.on === 'figure') {
    if (a.on !== b.on) return false;
    const [one, other] = [a, b].map((watched) => (watched.on === 'figure' ? watched.figure : undefined));
    return (
      one?.series.id === other?.series.id &&
      one?.at === other?.at &&
      isSameRange(one?.quantity.range, other?.quantity.range) &&
      a.reading.edition === b.reading.edition &&
      a.reading.apart === b.reading.apart
    );
  }
  if (a.reading.apart !== b.reading.apart) return false;
  return isSameQuote(a.series.quote, b.series.quote) && isSameQuote(a.before, b.before);
}

const isSameQuote = (a: StoredQuote | undefined, b: StoredQuote | undefined): boolean =>
  a?.series === b?.series && a?.date === b?.date && isSameRange(a?.range, b?.range);

const isSameRange = (a: Range | undefined, b: Range | undefined): boolean =>
  a?.low === b?.low && a?.high === b?.high;

/** @example "$125/kg in 2024 (estimate)", "CN¥553,000/t on 20 Nov (oxide, ex works China, VAT included): +1.2 %" */
export function priceOfWatched(watched: Watched): Line {
  const { rule: of, reading } = watched;
  if ('apart' in of) return [...eachInWords(watched), `: ${percentInWords(reading.apart)} apart`];
  if ('edition' in of && watched.on === 'figure')
    return [
      `the newest edition is ${sourceName(watched.figure)}, with `,
      showAgainst(of, watched.figure.quantity),
      ` in ${whenOf(watched.figure)}`,
    ];
  const change = changeOfWatched(watched);
  const moved: Line =
    change === undefined ? [] : [': ', { change, given: true }, ` since ${sinceInWords(watched)}`];
  if (watched.on === 'figure') {
    const { figure, rule } = watched;
    return [showAgainst(rule, figure.quantity), ` in ${whenOf(figure)}`, firmness(figure), ...moved];
  }
  const { book, series, rule, rate } = watched;
  const { quote } = series;
  const quoted = quantityOf(quote);
  return [
    rate === undefined ? showAgainst(rule, quoted) : { quantity: { ...quoted, against: [] }, given: true },
    ...inRuleUnit(watched),
    `${firmness({ quantity: quoted })} on ${dayInWords(quote.date, book.today)} (${quote.form}, ${basisInWords(quote)})`,
    ...moved,
  ];
}

export const percentInWords = (percent = 0): string => `${Number(percent.toFixed(1))} %`;

/** What each source has. @example "World Bank $15,000/t and USGS $16,000/t in 2025" */
function eachInWords(watched: Watched): Line {
  if (watched.on === 'figure') {
    const all = [watched.figure, ...(watched.beside ?? [])];
    return [
      ...all.flatMap((figure, at): Line => [
        `${at === 0 ? '' : at === all.length - 1 ? ' and ' : ', '}${figure.citation.source.publisher} `,
        showAgainst(watched.rule, figure.quantity),
      ]),
      ` in ${whenOf(watched.figure)}`,
    ];
  }
  const { book, series, beside = [] } = watched;
  const all = [series, ...beside];
  return all.flatMap(({ key, quote }, at): Line => [
    `${at === 0 ? '' : at === all.length - 1 ? ' and ' : ', '}“${book.sourceOf(key.source).name}” `,
    showAgainst(watched.rule, quantityOf(quote)),
    ` on ${dayInWords(quote.date, book.today)}`,
  ]);
}

/** What it comes to in the rule's own unit, where it is quoted in another currency. */
function inRuleUnit({ rule, rate, reading }: Extract<Watched, { on: 'quote' }>): Line {
  if (rate === undefined) return [];
  const { range, unit } = reading.now;
  const against = 'when' in rule ? [rule.at.range.low, rule.at.range.high] : [];
  return [', which is ', { quantity: { range, unit, against }, given: true }, ` ${rate},`];
}

export function citationsOfWatched(watched: Watched): readonly Citation[] {
  return watched.on === 'figure'
    ? cite([watched.figure, ...(watched.beside ?? [])])
    : [watched.series, ...(watched.beside ?? [])].map((one) => citationOfQuote(watched.book, one));
}
