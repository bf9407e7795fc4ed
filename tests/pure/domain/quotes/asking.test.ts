/** Questions that quotes answer, or have something to add to: orders, days without a rate, and what has quotes alone. */
import { expect, it } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { formatChange } from '#src/presentation/text/format-change.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { bookOf, TODAY } from './sample-quotes.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const now = new Date(`${TODAY}T12:00:00Z`);

const NDPR = bookOf({ '2026-11-13': 500_000, '2026-11-19': 550_000, '2026-11-20': 553_000 });
const ND = bookOf({ '2026-11-20': 80 }, { metal: 'neodymium', currency: 'USD', mass: 'kg', vat: 'excluded' });

const say = (text: string, book: QuoteBook | undefined) =>
  renderMessage(ask(text, catalog, { now, book })).text;

it.each([
  [
    'what would 500 kg of ndpr oxide cost?',
    'CN¥276,500, as of 20 Nov',
    '500 kg at CN¥553,000/t: 99 %, ex works China',
  ],
  ['cost of 2-3 t ndpr', 'CN¥1,106,000 to CN¥1,659,000, as of 20 Nov', '2 to 3 t at CN¥553,000/t'],
  ['500 kg ndpr oxide in USD/kg without VAT', '500 kg of NdPr oxide: about $34,390', '500 kg at $68.77/kg'],
])('an order is costed at the newest quote: “%s”', (text, headline, step) => {
  const answer = say(text, NDPR);
  expect(answer).toContain(headline);
  expect(answer).toContain(step);
  expect(answer).toContain('freight, duty and what a seller adds are not in it');
});

it('a correction is an edition of its day, and is said where that day is cited', () => {
  const [series] = NDPR.latest;
  const history = (NDPR.histories.get('s') ?? []).map((one) => ({
    ...one,
    edition: one.date > '2026-11-19' ? 2 : 1,
  }));
  const newest = history.at(-1);
  if (series === undefined || newest === undefined) throw new Error('no series');
  const book = { ...NDPR, latest: [{ ...series, quote: newest }], histories: new Map([['s', history]]) };
  expect(say('ndpr price', book)).toContain('smm of 20 Nov 2026, corrected');
  expect(say('ndpr price on 20 Nov', book)).toContain('smm of 20 Nov 2026, corrected');
  expect(say('ndpr price on 19 Nov', book)).toMatch(/smm of 19 Nov 2026(?!, corrected)/);
});

it('a converted price is called by the basis that it was put on', () => {
  const answer = say('price ndpr in USD/kg without VAT', NDPR);
  expect(answer).toContain('99 %, ex works China, VAT excluded.');
  expect(answer).not.toContain('VAT included');
});

it('days that are over are answered by their own average, and the newest quote comes after it', () => {
  const book = bookOf({ '2025-03-03': 400_000, '2025-03-04': 420_000, '2026-11-20': 553_000 });
  const answer = say('ndpr price 2025', book);
  expect(answer).toMatch(/^NdPr oxide, average of 2025: CN¥410,000\/t/);
  expect(answer).toContain('The newest quote is CN¥553,000/t, as of 20 Nov');
  expect(answer).not.toContain('Average of Oct');
  expect(say('ndpr price last 30 days', book)).toMatch(/^NdPr oxide: CN¥553,000/);
});

it('a line on quotes begins as a sentence, and a change whose ends round to one figure is said once', () => {
  const fell = bookOf({ '2026-11-19': 27_650_000, '2026-11-20': 553_000 }, { purity: '' });
  expect(say('ndpr price on 19 Nov', fell)).toContain('\nEx works China');
  const since = say('ndpr price lowest since 1 September', fell);
  expect(since).toMatch(/^NdPr oxide, lowest since 1 Sep: CN¥553,000/);
  const narrow = { percent: { low: -98.01, high: -97.99 }, midpoint: -98 };
  expect(formatChange(narrow)).toBe('-98 %');
});

it('two metals at one price are not called 1 times each other', () => {
  const answer = say('lanthanum vs cerium 2021', undefined);
  expect(answer).toContain('As rounded, the prices are the same.');
  expect(answer).not.toContain('1 times');
});

it('an order of a metal with yearly figures gets the quote first and the year’s cost after it', () => {
  const answer = say('what do 250 kg of neodymium cost?', ND);
  expect(answer).toContain('250 kg of neodymium oxide: $20,000');
  expect(answer).toContain('2026: $28,750 to $35,000');
  expect(answer.indexOf('$20,000')).toBeLessThan(answer.indexOf('$28,750'));
});

it('an order in a year, of magnets, or at a quote that is no price any more, is not costed at a quote', () => {
  expect(say('what did 250 kg of neodymium cost in 2023?', ND)).not.toContain('$20,000');
  expect(say('what do 250 kg of magnets cost?', ND)).not.toContain('as of 20 Nov');
  const old = bookOf({ '2026-08-20': 553_000 });
  expect(say('what would 500 kg of ndpr oxide cost?', old)).toContain(
    'NdPr oxide: no price for today, so no cost',
  );
});

it('days that can’t be converted are not left out in silence', () => {
  const answer = say('price ndpr last 30 days in USD/kg', NDPR);
  expect(answer).toContain('2 days with a quote');
  expect(answer).toContain(
    '1 of the 3 days with a quote are left out: ECB has no rate from CNY to USD for 13 Nov',
  );
  expect(say('price ndpr last 30 days', NDPR)).not.toContain('left out');
  expect(say('what was ndpr on 13 Nov in USD/kg', NDPR)).toContain('no rate from CNY to USD for 13 Nov');
});

it('where only a mixture is quoted, today’s price of the metal in it says so', () => {
  const answer = ask('price', catalog, { now, book: NDPR });
  const { text } = renderMessage(answer);
  expect(text).toContain('Neodymium oxide, 99.5 % minimum, 2025: $73/kg');
  expect(text).toContain('NdPr oxide, which holds it, is quoted at CN¥553,000/t (as of 20 Nov, 3 days old).');
  expect(answer.suggestions[0]).toMatchObject({ ask: 'NdPr price', need: { metals: ['ndpr'] } });
  expect(say('price in 2023', NDPR)).not.toContain('NdPr');
});

it('a quote beside a metal’s figures is put in the currency that was asked for, at its day’s rate, or says why not', () => {
  const text = say('neodymium price in USD/kg', NDPR);
  expect(text).toMatch(
    /NdPr oxide, which holds it, is quoted at \$77\.71\/kg .* Quoted as CN¥553,000\/t: .*ECB/,
  );
  const bare = bookOf({ '2026-11-13': 500_000 });
  expect(say('neodymium price in USD/kg', bare)).toMatch(
    /CN¥500,000\/t .* It stays as it is quoted: ECB has no rate/,
  );
});

it('where what has no years is going, a month of quotes says', () => {
  for (const text of ['is ndpr going up?', 'ndpr trend'])
    expect(say(text, NDPR)).toContain('NdPr oxide price, 13 Nov 2026 to 20 Nov 2026: +10.6 %');
  expect(say('will ndpr fall next year?', NDPR)).not.toContain('+10.6 %');
  expect(say('why is ndpr rising?', NDPR)).not.toContain('+10.6 %');
});

it('what has quotes alone is not said to be unknown', () => {
  for (const text of ['compare neodymium and ndpr', 'ndpr production in 2023', 'who uses ndpr?']) {
    const answer = say(text, NDPR);
    expect(answer).not.toContain('I have nothing on');
    expect(answer).toContain('CN¥553,000/t');
  }
  expect(say('ndpr production in 2023', undefined)).toContain('I have nothing on ndpr');
});

it.each([
  ['ndpr price last year', '2025-01-01', '2025-12-31'],
  ['chart ndpr 2025', '2025-01-01', '2025-12-31'],
  ['ndpr oxide chart this year', '2026-01-01', TODAY],
  ['ndpr price history', '2025-11-24', TODAY],
  ['draw me the price of ndpr over the last year', '2025-11-24', TODAY],
  ['ndpr last 3 years', '2023-11-24', TODAY],
  ['ndpr price 2024 to 2025', '2024-01-01', '2025-12-31'],
  ['chart of ndpr since 2025', '2025-01-01', TODAY],
])('years of what has quotes alone are days: “%s”', (text, from, to) => {
  const days = { '2024-12-02': 400_000, '2025-02-03': 420_000, '2025-12-01': 480_000, '2026-11-20': 553_000 };
  expect(ask(text, catalog, { now, book: bookOf(days) }).parts[0]?.chart).toMatchObject({ from, to });
});

it.each(['chart of last 30 days', 'chart 30 days', 'graph neodymium oxide 30 days'])(
  '“%s” is a chart of the default metal’s quotes',
  (text) => {
    const book = bookOf({ '2026-11-12': 79, '2026-11-20': 80 }, { metal: 'neodymium' });
    expect(ask(text, catalog, { now, book }).parts[0]).toMatchObject({
      chartWanted: true,
      chart: { kind: 'quotes', from: '2026-10-25', to: TODAY },
    });
  },
);

it.each(['ndpr price forecast 2027', 'ndpr production in 2023', 'ndpr price in 2030'])(
  'years are no days of quotes where nothing of them is asked: “%s”',
  (text) => expect(ask(text, catalog, { now, book: NDPR }).parts[0]?.chart).toBeUndefined(),
);

it.each(['chart neodymium last 3 years', 'neodymium price 2021-2025', 'chart of sector shares last 30 days'])(
  'what has figures of years keeps them: “%s”',
  (text) => expect(ask(text, catalog, { now, book: ND }).parts[0]?.chart?.kind).not.toBe('quotes'),
);
