/** What leans on a question that quotes answered is of the same material, however many turns later. */
import { expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { bookFor } from './year-of-quotes.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const now = new Date('2026-11-30T12:00:00Z');
const book = bookFor('ndpr', 'neodymium');

test.each([
  [['ndpr price', 'last month'], /^NdPr oxide, average of Oct 2026: CN¥602,250/],
  [['ndpr price Q2 2026', 'and Q3?'], /^NdPr oxide, average of Q3 2026: CN¥580,250/],
  [['ndpr price Q1 2026', 'and Q2?', 'and Q3?'], /^NdPr oxide, average of Q3 2026: CN¥580,250/],
  [['ndpr price', 'cost of 2 t?'], /^2 t of NdPr oxide: CN¥1,235,000/],
  [['ndpr price', 'on 15 May 2026?'], /^NdPr oxide, 15 May 2026: CN¥547,500/],
  [['neodymium oxide quote', 'last month'], /^Neodymium oxide, average of Oct 2026: CN¥652,250/],
  [['ndpr price', 'terbium price 2023'], /^Terbium oxide.*2023: \$1,298/],
  [['ndpr price', 'production 2023'], /^Neodymium, world production, 2023/],
  [['terbium price 2023', 'and 2022?'], /^Terbium oxide.*2022: \$2,051/],
])('%j', (messages, first) => {
  let previous: Question | undefined;
  let said = '';
  for (const message of messages) {
    const answer = ask(message, catalog, { now, previous, book });
    previous = answer.question;
    said = renderPlainText(answer);
  }
  expect(said).toMatch(first);
});

test.each([
  [
    'got an offer of 600,000 CNY/t for ndpr oxide, is it fair',
    /CN¥600,000\/t is 2\.8 to 3\.5 % below the quote/,
  ],
  ['ndpr oxide offered at 640 CNY/kg', /CN¥640\/kg is 3 to 3\.6 % above the quote/],
  ['ndpr price fob Rotterdam', /did not use: Rotterdam/],
  ['ndpr price in Japan', /did not use: Japan/],
  ['ndpr volatility in May 2026', /did not use: volatility/],
  ['was 27 November the highest ndpr quote of 2026?', /did not use: highest/],
])('what quotes leave out is said, and an offer is set against them: %s', (text, said) => {
  expect(renderPlainText(ask(text, catalog, { now, book }))).toMatch(said);
});

test.each([
  'ndpr price between 3 and 14 May',
  'ndpr 15 May vs 15 June',
  'ndpr price in China',
  'ndpr May 3 2026',
])('nothing that was used is said to be left out: %s', (text) => {
  expect(renderPlainText(ask(text, catalog, { now, book }))).not.toContain('did not use');
});
