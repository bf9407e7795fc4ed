/** What an alert says when it fires: the figure or its change, the rule, the source, and a chart. */
import type { Answer, Line, Part } from '#src/domain/answer.ts';
import { answerTo } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import { ANY_BASIS } from '#src/domain/reading/price-wanted.ts';
import { plainQuestion } from '#src/domain/reading/question.ts';
import type { QuotesSubject, Threshold } from '#src/domain/series/chart-subject.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import { nameOfQuote } from '#src/domain/series/quotes/quoted-series.ts';
import { whenOf } from '#src/domain/series/series.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { basisOf, cite, firmness, makePart } from '#src/domain/topics/topic.ts';
import { isPast } from './judge.ts';
import { partInWords, ruleInWords } from './rule-words.ts';
import { isOnQuotes, looksBack, type Rule, type ThresholdRule } from './rule.ts';
import {
  changeOfWatched,
  isSame,
  percentInWords,
  priceOfWatched,
  showAgainst,
  sinceInWords,
  type Watched,
} from './watched.ts';

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

/** @param isNow Whether it is so still. */
function headlineOf(watched: Watched, isNow: boolean): Line {
  const { rule } = watched;
  const verb = isNow ? 'is' : 'was';
  if ('apart' in rule)
    return [
      {
        strong: [
          `${nameOf(watched)}: its sources ${isNow ? 'are' : 'were'} ${percentInWords(watched.reading.apart)} apart`,
        ],
      },
      ': ',
      ...priceOfWatched(watched),
    ];
  if ('edition' in rule)
    return [
      { strong: [`${rule.edition.publisher} has a new edition`] },
      `: ${nameOf(watched)}, `,
      ...priceOfWatched(watched),
    ];
  const change = changeOfWatched(watched);
  if (change !== undefined) {
    const [now, before] = [whole(watched), wholeBefore(watched)];
    return [
      {
        strong: [
          `${nameOf(watched)} ${verb} ${change.midpoint > 0 ? 'up' : 'down'} since ${sinceInWords(watched)}: `,
          { change, given: true },
        ],
      },
      isNow ? ', now ' : ', to ',
      { quantity: now, given: true },
      ` (${dayOf(watched)}), from `,
      ...(before === undefined ? [] : [{ quantity: before, given: true } as const]),
    ];
  }
  const said: Line = [`${nameOf(watched)} ${verb} `, ...whatInWords(rule), ': '];
  if (watched.on === 'figure') {
    const { figure } = watched;
    return [
      { strong: [...said, showAgainst(rule, figure.quantity)] },
      ` in ${whenOf(figure)}`,
      firmness(figure),
    ];
  }
  const { quote } = watched.series;
  const { rate, reading } = watched;
  const converted: Line =
    rate === undefined ? [] : [', ', { quantity: quantityOf(quote), given: true }, ` ${rate}`];
  return [{ strong: [...said, showAgainst(rule, reading.now)] }, ` on ${dayOf(watched)}`, ...converted];
}

/** @example "above your threshold", "outside $110 to $130/kg" */
function whatInWords(rule: Rule): Line {
  const isSide = 'when' in rule && (rule.when === 'above' || rule.when === 'below');
  return isSide && isOnQuotes(rule) && rule.reach === 'touches'
    ? [`${rule.when} your threshold`]
    : ruleInWords({ ...rule, of: { material: rule.of.material }, basis: undefined });
}

function nameOf(watched: Watched): string {
  if (watched.on === 'quote') return nameOfQuote(watched.book, watched.series.key);
  const basis = basisOf(watched.figure);
  return `${watched.figure.metal.name}${basis && ` ${basis}`}`;
}

const dayOf = (watched: Watched): string =>
  watched.on === 'figure'
    ? whenOf(watched.figure)
    : dayInWords(watched.series.quote.date, watched.book.today);

/** A price that a change is worked out from, so that whoever works it out again gets the same. */
const inFull = (quantity: Quantity): Quantity => ({
  ...quantity,
  against: [quantity.range.low, quantity.range.high],
});

const whole = (watched: Watched): Quantity =>
  inFull(watched.on === 'quote' ? quantityOf(watched.series.quote) : watched.figure.quantity);

function wholeBefore(watched: Watched): Quantity | undefined {
  if (watched.on === 'quote') return watched.before && inFull(quantityOf(watched.before));
  return watched.reading.before && inFull(watched.reading.before.quantity);
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
