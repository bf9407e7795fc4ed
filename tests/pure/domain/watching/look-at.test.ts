/** What alerts look at: quotes of one series, or figures of years, in the rule's unit. */
import { describe, expect, it, test } from 'vitest';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { alertAnswer } from '#src/domain/watching/alert-answer.ts';
import { isPast, judge } from '#src/domain/watching/judge.ts';
import { chooseSeries, lookAtFigures, lookAtQuotes, whyUnwatchable } from '#src/domain/watching/look-at.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import { ruleInWords } from '#src/domain/watching/rule-words.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { bookOf, CONTEXT, TODAY } from '../quotes/sample-quotes.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));

function ruleOf(text: string): Rule {
  const read = readRule(text, catalog);
  if (!read.ok) throw new Error(read.reason);
  return read.rule;
}

function lookedAt(rule: Rule, book: QuoteBook) {
  const series = chooseSeries(rule, book);
  return series && lookAtQuotes(rule, series, book);
}

describe('quotes of one series', () => {
  const change = ruleOf('change 5% week ndpr');
  const verdict = (book: QuoteBook, before = false) => {
    const watched = lookedAt(change, book);
    return watched && judge(change, before, watched.reading, TODAY);
  };

  it('fire a change at it, either way, and arm it again once it is calm', () => {
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 105.1 }))).toBe('fire');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 94.9 }))).toBe('fire');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 104.9 }))).toBe('stay');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 104.5 }), true)).toBe('stay');
    expect(verdict(bookOf({ '2026-11-13': 100, '2026-11-20': 103.9 }), true)).toBe('arm');
  });

  it('say nothing without one to compare with, or where the newest is no price any more', () => {
    expect(verdict(bookOf({ '2026-11-20': 105 }))).toBe('stay');
    // Quotes that begin within the week, and have moved since.
    expect(verdict(bookOf({ '2026-11-17': 100, '2026-11-20': 105.1 }))).toBe('fire');
    expect(verdict(bookOf({ '2026-11-12': 104, '2026-11-17': 100, '2026-11-20': 105.1 }))).toBe('fire');
    // The one before is 27 days older: a move within a week is not known.
    expect(verdict(bookOf({ '2026-10-24': 100, '2026-11-20': 200 }))).toBe('stay');
    expect(verdict(bookOf({ '2026-10-24': 100, '2026-11-20': 100 }), true)).toBe('stay');
    expect(verdict(bookOf({ '2026-08-13': 100, '2026-08-20': 200 }))).toBeUndefined();
  });

  it('are looked at in the rule’s own mass unit, and at the rate of their day in its currency', () => {
    const yuan = lookedAt(ruleOf('above 550 CNY/kg ndpr'), bookOf({ '2026-11-20': 555_000 }));
    expect(yuan && isPast(yuan.rule, yuan.reading)).toBe(true);
    const above = ruleOf('above 75 USD/kg ndpr');
    const book = bookOf({ '2026-11-20': 555_000 });
    const dollars = lookedAt(above, book);
    expect(dollars?.reading.now.range.low).toBeCloseTo((555 / 7.97) * 1.12, 6);
    expect(dollars?.rate).toBe('at 7.1161 CNY a USD (ECB, 20 Nov 2026)');
    expect(dollars && isPast(above, dollars.reading)).toBe(true);
    expect(whyUnwatchable(above, book)).toBeUndefined();
  });

  it('leave a band in their own unit, with the words of both', () => {
    const band = ruleOf('range 540-550k CNY/t leaves ndpr');
    const watched = lookedAt(band, bookOf({ '2026-11-20': 555_000 }));
    const text =
      watched && renderPlainText(alertAnswer(catalog, watched, watched, new Date(`${TODAY}T09:00Z`)));
    expect(text).toContain('NdPr oxide is outside CN¥540,000 to CN¥550,000/t: CN¥555,000/t on 20 Nov');
    expect(text).toContain('Your alert was for a quote outside CN¥540,000 to CN¥550,000/t.');
  });

  it('that no rate brings to a rule’s currency are refused, for it could never fire', () => {
    const above = ruleOf('above 75 USD/kg ndpr');
    const book = { ...bookOf({ '2026-11-20': 555_000 }), convert: { ...CONTEXT, rates: undefined } };
    expect(lookedAt(above, book)).toBeUndefined();
    expect(whyUnwatchable(above, book)).toMatchObject({
      quote: { currency: 'CNY', mass: 't' },
      reason: 'no exchange rates are set up (CNY to USD)',
    });
    expect(whyUnwatchable(ruleOf('above 75 CNY/kg ndpr'), book)).toBeUndefined();
    // Nothing is quoted yet: it is looked at when a quote comes.
    expect(whyUnwatchable(ruleOf('above 75 USD/kg terbium'), book)).toBeUndefined();
  });
});

describe('figures of years', () => {
  const at = new Date('2026-06-01T09:00:00Z');
  const textOf = (typed: string) => {
    const fired = lookAtFigures(ruleOf(typed), catalog, '2026-06-01');
    if (fired === undefined) throw new Error(`nothing to look at: ${typed}`);
    return renderPlainText(alertAnswer(catalog, fired, fired, at));
  };

  it('come with the figure, the threshold, the source and a chart', () => {
    const fired = lookAtFigures(ruleOf('above 60 usgs'), catalog, '2026-06-01');
    const answer = fired && alertAnswer(catalog, fired, fired, at);
    expect(answer?.parts[0]?.chart).toMatchObject({ kind: 'price', metal: 'neodymium' });
    expect(textOf('above 60 usgs')).toContain('is above $60/kg: $73/kg in 2025 (estimate)');
    expect(textOf('above 60 usgs')).toContain('Source: USGS MCS 2026');
    expect(ruleInWords(ruleOf('range 110-130 leaves entirely'))).toContain('entirely outside ');
  });

  it('are put in the rule’s unit, and not looked at in another currency or of another form', () => {
    expect(textOf('above 60000 USD/t usgs')).toContain('is above $60,000/t: $73,000/t in 2025 (estimate)');
    const none = ['above 60 CNY/kg usgs', 'above 60 metal usgs'].map((typed) =>
      lookAtFigures(ruleOf(typed), catalog, '2026-06-01'),
    );
    expect(none).toEqual([undefined, undefined]);
  });

  it('are compared within one edition', () => {
    const rule: Rule = {
      of: { material: 'neodymium', source: 'usgs' },
      change: { percent: 10 },
      within: 366,
      repeat: 'each',
    };
    const fired = lookAtFigures(rule, catalog, '2026-06-01');
    expect(fired?.reading.before?.at).toBe('2024');
    expect(fired && isPast(rule, fired.reading)).toBe(true);
    expect(fired && renderPlainText(alertAnswer(catalog, fired, fired, at))).toContain(
      'Neodymium oxide, 99.5 % minimum is up since 2024: +30.4 %, now $73/kg (2025), from $56/kg',
    );
  });

  test.each([
    ['above 100 report', 'all of it is past'],
    ['above 120 report', 'part of it is past'],
    ['below 150 report', 'all of it is past'],
    ['range 100-150 enters report', 'all of it is past'],
    ['range 120-130 enters report', 'part of it is past'],
  ])('say whether part or all of a range is past: “%s”', (typed, words) => {
    expect(textOf(typed)).toContain(words);
  });
});
