/** What an alert says that has fired on a quote: the price or its change, the rule, and the quote with its basis. */
import type { AlertRule } from './alert.ts';
import type { Answer, Line, Part } from './answer.ts';
import { ask } from './ask.ts';
import type { Catalog } from './catalog.ts';
import { quantityOf } from './quote.ts';
import type { QuoteBook } from './quotes/quote-book.ts';
import { addDays, dayInWords } from './measure/days.ts';
import type { QuotesSubject } from './quotes/quotes-subject.ts';
import { anyRuleInWords, isOnQuotes, type QuoteReading, type QuoteRule } from './quote-alert.ts';
import { nameOfQuote } from './topics/quoted-choice.ts';

/** @param reading What it fired on. */
export function quoteAlertAnswer(
  catalog: Catalog,
  book: QuoteBook,
  rule: AlertRule | QuoteRule,
  reading: QuoteReading,
  now: Date,
): Answer {
  const name = nameOfQuote(book, reading.series.key);
  // Of its own series only: a newer quote on another basis is not what the alert fired on.
  const answer = ask(`${name} price`, catalog, { now, book: { ...book, latest: [reading.series] } });
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
            headline: headline(name, rule, reading, book.today),
            body: [own, ...quoted.body],
          },
        ];
  return { ...answer, parts };
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
  const value = isOnQuotes(rule) ? rule.price : rule.threshold.low;
  const { kind } = rule;
  return {
    ...subject,
    ...(mass === series.key.mass && rate === undefined
      ? {}
      : { target: { mass, ...(rate === undefined ? {} : { currency }) } }),
    // A band has two thresholds, of which neither alone is what the alert is for.
    ...(kind === 'above' || kind === 'below' ? { threshold: { direction: kind, value } } : {}),
  };
}

function headline(
  name: string,
  rule: AlertRule | QuoteRule,
  { series: { quote }, range, rate, change, before }: QuoteReading,
  today: string,
): Line {
  const day = dayInWords(quote.date, today);
  if (change === undefined || before === undefined) {
    const mass =
      isOnQuotes(rule) && rule.kind !== 'change' ? rule.mass : isOnQuotes(rule) ? quote.mass : 'kg';
    const currency =
      isOnQuotes(rule) && rule.kind !== 'change' && rate !== undefined ? rule.currency : quote.currency;
    const quantity = quantityOf({ ...quote, range, mass, currency });
    const is = isOnQuotes(rule) ? [`${rule.kind} your threshold`] : anyRuleInWords(rule);
    const converted = rate === undefined ? [] : [', ', { quantity: quantityOf(quote) }, ` ${rate}`];
    return [{ strong: [`${name} is `, ...is, ': ', { quantity }] }, ` on ${day}`, ...converted];
  }
  const direction = change.midpoint > 0 ? 'up' : 'down';
  return [
    { strong: [`${name} is ${direction} since ${dayInWords(before.date, today)}: `, { change }] },
    ', now ',
    { quantity: quantityOf(quote) },
    ` (${day})`,
  ];
}
