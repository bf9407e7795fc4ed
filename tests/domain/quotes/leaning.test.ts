/** What leans on a question that quotes answered is of the same material, however many turns later. */
import { expect, test } from 'vitest';
import { ask } from '#src/domain/ask.ts';
import type { Question } from '#src/domain/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/config.ts';
import { renderPlainText } from '#src/presentation/plain-text.ts';
import { bookFor } from './year-of-quotes.ts';

const catalog = await loadCatalog(readDataOptions({}));
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
