/** What an alert says that has fired on a quote: the price or its change, the rule, and the quote with its basis. */
import { partInWords, type AlertRule } from './alert.ts';
import type { Answer, Line, Part } from '#src/domain/answer.ts';
import { answerTo } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import type { Quantity } from '#src/domain/measure/figure.ts';
import type { StoredQuote } from '#src/domain/series/quote-store.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { addDays, dayInWords } from '#src/domain/measure/days.ts';
import { ANY_BASIS } from '#src/domain/reading/price-wanted.ts';
import { plainQuestion } from '#src/domain/reading/question.ts';
import type { QuotesSubject, Threshold } from '#src/domain/series/chart-subject.ts';
import { anyRuleInWords, changeAgainst, isOnQuotes, type QuoteRule } from './quote-alert.ts';
import { thresholdOf, thresholdsPer, type QuoteReading } from './quote-reading.ts';
import { nameOfQuote } from '#src/domain/series/quoted-series.ts';

/**
 * @param reading What it fired on.
 * @param meanwhile What is true now, in words, where that is another quote.
 */
export function quoteAlertAnswer(
  catalog: Catalog,
  book: QuoteBook,
  rule: AlertRule | QuoteRule,
  reading: QuoteReading,
  now: Date,
  meanwhile?: Line,
): Answer {
  const name = nameOfQuote(book, reading.series.key);
  const { series, quote } = reading.series;
  // Of its own series and day only: neither a quote on another basis nor a newer one is what the alert fired on.
  const until = (book.histories.get(series) ?? []).filter(({ date }) => date <= quote.date);
  const then = { ...book, latest: [reading.series], histories: new Map([[series, until]]) };
  const { metal, form } = reading.series.key;
  const question = plainQuestion({ metals: [metal], metrics: ['price'], wanted: { ...ANY_BASIS, form } });
  const answer = answerTo(question, catalog, { now, book: then });
  const [quoted] = answer.parts;
  const own: Line = [
    'Your alert was for ',
    ...anyRuleInWords(rule),
    '. It comes once, and again after that is over.',
  ];
  const parts: readonly Part[] =
    quoted === undefined
      ? []
      : [
          {
            ...quoted,
            ...(book.charted ? { chart: chartOf(rule, reading, book.today), chartWanted: true } : {}),
            headline: headline(name, rule, reading, book.today, meanwhile === undefined ? 'is' : 'was'),
            body: [
              ...(meanwhile === undefined ? [] : [meanwhile]),
              own,
              ...partOf(rule, reading),
              ...quoted.body,
            ],
          },
        ];
  return { ...answer, parts };
}

function partOf(rule: AlertRule | QuoteRule, { range }: QuoteReading): readonly Line[] {
  if (!isOnQuotes(rule)) return partInWords(rule, range);
  return rule.kind === 'change' ? [] : partInWords(thresholdOf(rule), range);
}

/** Drawn before the day on which an alert fires, at the least. */
const DAYS_DRAWN = 90;

/** The days before, in the rule's unit, with its threshold; a change's days twice, so that what was before is seen. */
function chartOf(rule: AlertRule | QuoteRule, { series, rate }: QuoteReading, today: string): QuotesSubject {
  const days = rule.kind === 'change' ? Math.max(DAYS_DRAWN, 2 * rule.days) : DAYS_DRAWN;
  const subject = { kind: 'quotes', series: series.series, from: addDays(today, -days), to: today } as const;
  if (rule.kind === 'change') return subject;
  const mass = isOnQuotes(rule) ? rule.mass : 'kg';
  const currency = isOnQuotes(rule) ? rule.currency : 'USD';
  return {
    ...subject,
    ...(mass === series.key.mass && rate === undefined
      ? {}
      : { target: { mass, ...(rate === undefined ? {} : { currency }) } }),
    threshold: limitOf(rule),
  };
}

function limitOf(rule: AlertRule | Exclude<QuoteRule, { kind: 'change' }>): Threshold {
  if (isOnQuotes(rule)) return { direction: rule.kind, value: rule.price };
  const { kind, threshold } = rule;
  return kind === 'above' || kind === 'below'
    ? { direction: kind, value: threshold.low }
    : { direction: kind, ...threshold };
}

function headline(
  name: string,
  rule: AlertRule | QuoteRule,
  { series: { quote }, range, rate, change, before }: QuoteReading,
  today: string,
  verb: 'is' | 'was',
): Line {
  const day = dayInWords(quote.date, today);
  if (change === undefined || before === undefined) {
    const mass =
      isOnQuotes(rule) && rule.kind !== 'change' ? rule.mass : isOnQuotes(rule) ? quote.mass : 'kg';
    const currency =
      isOnQuotes(rule) && rule.kind !== 'change' && rate !== undefined ? rule.currency : quote.currency;
    const against = thresholdsPer(rule, mass);
    const quantity = { ...quantityOf({ ...quote, range, mass, currency }), against };
    const is = isOnQuotes(rule) ? [`${rule.kind} your threshold`] : anyRuleInWords(rule);
    const converted = rate === undefined ? [] : [', ', { quantity: quantityOf(quote) }, ` ${rate}`];
    return [{ strong: [`${name} ${verb} `, ...is, ': ', { quantity }] }, ` on ${day}`, ...converted];
  }
  const direction = change.midpoint > 0 ? 'up' : 'down';
  return [
    {
      strong: [
        `${name} ${verb} ${direction} since ${dayInWords(before.date, today)}: `,
        { change: changeAgainst(rule, change) },
      ],
    },
    verb === 'is' ? ', now ' : ', to ',
    { quantity: withAllDigits(quote) },
    ` (${day}), from `,
    { quantity: withAllDigits(before) },
  ];
}

/** A price that a change is worked out from, so that whoever works it out again gets the same. */
function withAllDigits(quote: StoredQuote): Quantity {
  return { ...quantityOf(quote), against: [quote.range.low, quote.range.high] };
}
