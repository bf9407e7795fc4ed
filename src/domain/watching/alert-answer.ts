/** What an alert says when it fires: the figure or its change, the rule, the source, and a chart. */
import type { Answer, Line, Part } from '#src/domain/answer.ts';
import { answerTo } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import { ANY_BASIS } from '#src/domain/reading/price-wanted.ts';
import { plainQuestion } from '#src/domain/reading/question.ts';
import type { QuotesSubject, Threshold } from '#src/domain/series/chart-subject.ts';
import { whenOf } from '#src/domain/series/series.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { cite, makePart } from '#src/domain/topics/topic.ts';
import { isPast } from './judge.ts';
import { partInWords, ruleInWords } from './rule-words.ts';
import { looksBack, type ThresholdRule } from './rule.ts';
import { isSame, priceOfWatched, type Watched } from './watched.ts';
import { headlineOf } from './alert-headline.ts';

type OfFigure = Extract<Watched, { on: 'figure' }>;
type OfQuote = Extract<Watched, { on: 'quote' }>;

/** The message of an alert that has fired. @param current What it looks at now; `undefined` where there is nothing any more. */
export function alertAnswer(
  catalog: Catalog,
  fired: Watched,
  current: Watched | undefined,
  now: Date,
): Answer {
  const meanwhile = meanwhileInWords(fired, current);
  return fired.on === 'figure' ? ofFigure(fired, meanwhile) : ofQuote(catalog, fired, now, meanwhile);
}

/** What is true now, where an alert fired on something else. */
function meanwhileInWords(fired: Watched, current: Watched | undefined): readonly Line[] {
  if (current === undefined) return [['There is no such price any more now.']];
  if (isSame(fired, current)) return [];
  const past = isPast(current.rule, current.reading);
  return [['Now: ', ...priceOfWatched(current), past ? '. That is past it too.' : '. That is not past it.']];
}

/** What the alert was for, and when it comes again. */
const own = ({ rule, on }: Watched): Line => [
  'Your alert was for ',
  ...ruleInWords(rule),
  rule.repeat === 'once'
    ? '. It comes once.'
    : `. It comes once, and again after ${'edition' in rule ? 'the next one' : on === 'figure' && 'when' in rule ? 'the price has come back' : 'that is over'}.`,
];

function ofFigure(fired: OfFigure, meanwhile: readonly Line[]): Answer {
  const { rule, figure } = fired;
  const { metal, year, quantity } = figure;
  const years = figure.series.points.map((point) => point.year);
  return {
    question: plainQuestion({ metals: [metal.id], metrics: ['price'], years: [year] }),
    outcome: 'answer',
    topic: 'price',
    faq: null,
    metal: metal.id,
    parts: [
      makePart('price', {
        headline: headlineOf(fired, meanwhile.length === 0),
        body: [...meanwhile, own(fired), ...partInWords(rule, quantity)],
        cautions:
          quantity.firmness === 'projected'
            ? [[`It is the source’s projection for ${whenOf(figure)}, not a quote.`]]
            : [],
        citations: cite([figure, ...(fired.beside ?? [])]),
        // Figures of months have no picture yet.
        ...(figure.at.length > 4
          ? {}
          : {
              chart: { kind: 'price', metal: metal.id, from: Math.min(...years), to: Math.max(...years) },
              chartWanted: true,
            }),
      }),
    ],
    suggestions: [askFor(metal, 'price')],
    confidence: 1,
    repairs: [],
  };
}

function ofQuote(catalog: Catalog, fired: OfQuote, now: Date, meanwhile: readonly Line[]): Answer {
  const { book, series: watched } = fired;
  const { series, quote, key } = watched;
  // Of its own series and day only: neither a quote on another basis nor a newer one is what the alert fired on.
  const until = (book.histories.get(series) ?? []).filter(({ date }) => date <= quote.date);
  const then = { ...book, latest: [watched], histories: new Map([[series, until]]) };
  const wanted = { ...ANY_BASIS, form: key.form };
  const question = plainQuestion({ metals: [key.metal], metrics: ['price'], wanted });
  const answer = answerTo(question, catalog, { now, book: then });
  const [quoted] = answer.parts;
  const parts: readonly Part[] =
    quoted === undefined
      ? []
      : [
          {
            ...quoted,
            ...(book.charted ? { chart: chartOf(fired), chartWanted: true } : {}),
            headline: headlineOf(fired, meanwhile.length === 0),
            body: [...meanwhile, own(fired), ...partInWords(fired.rule, fired.reading.now), ...quoted.body],
          },
        ];
  return { ...answer, parts };
}

/** Drawn before the day on which an alert fires, at the least. */
const DAYS_DRAWN = 90;
const A_YEAR = 365;

/** The days before, in the rule's unit, with its threshold; a change's days twice, so that what was before is seen. */
function chartOf({ rule, series, rate, book: { today } }: OfQuote): QuotesSubject {
  const days = looksBack(rule) ? Math.max(DAYS_DRAWN, 2 * (rule.within ?? A_YEAR)) : DAYS_DRAWN;
  const subject = { kind: 'quotes', series: series.series, from: addDays(today, -days), to: today } as const;
  const unit = 'when' in rule ? priceUnit(rule.at.unit) : undefined;
  if (!('when' in rule) || unit === undefined) return subject;
  const { mass, currency } = unit;
  return {
    ...subject,
    ...(mass === series.key.mass && rate === undefined
      ? {}
      : { target: { mass, ...(rate === undefined ? {} : { currency }) } }),
    threshold: limitOf(rule),
  };
}

function limitOf({ when, at: { range } }: ThresholdRule): Threshold {
  return when === 'above' || when === 'below'
    ? { direction: when, value: range.low }
    : { direction: when, ...range };
}
