/** What an alert on quotes says when it fires: the price or its change, the rule, and the quote with its basis. */
import type { Answer, Line, Part } from './answer.ts';
import { ask } from './ask.ts';
import type { Catalog } from './catalog.ts';
import { quantityOf } from './quote.ts';
import type { QuoteBook } from './quotes/quote-book.ts';
import { dayInWords } from './quotes/dates.ts';
import { quoteRuleInWords, type QuoteReading, type QuoteRule } from './quote-alert.ts';
import { nameOfQuote } from './topics/quoted-choice.ts';

/** @param reading What it fired on. */
export function quoteAlertAnswer(
  catalog: Catalog,
  book: QuoteBook,
  rule: QuoteRule,
  reading: QuoteReading,
  now: Date,
): Answer {
  const name = nameOfQuote(book, reading.series.key);
  const answer = ask(`${name} price`, catalog, { now, book });
  const [quoted] = answer.parts;
  const own: Line = [
    `Your alert was for ${quoteRuleInWords(rule)}. It comes once, and again after that is over.`,
  ];
  const parts: readonly Part[] =
    quoted === undefined
      ? []
      : [{ ...quoted, headline: headline(name, rule, reading), body: [own, ...quoted.body] }];
  return { ...answer, parts };
}

function headline(
  name: string,
  rule: QuoteRule,
  { series: { quote }, range, change, before }: QuoteReading,
): Line {
  const day = dayInWords(quote.date);
  if (rule.kind !== 'change' || change === undefined || before === undefined) {
    const unit = rule.kind === 'change' ? ({ ...quote } as const) : { ...quote, range, mass: rule.mass };
    return [
      { strong: [`${name} is ${rule.kind} your threshold: `, { quantity: quantityOf(unit) }] },
      ` on ${day}`,
    ];
  }
  const direction = change.midpoint > 0 ? 'up' : 'down';
  return [
    { strong: [`${name} is ${direction} since ${dayInWords(before.date)}: `, { change }] },
    ', now ',
    { quantity: quantityOf(quote) },
    ` (${day})`,
  ];
}
