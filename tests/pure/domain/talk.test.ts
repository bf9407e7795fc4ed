/** Two messages, one after the other: the metal and the year under discussion stay, unless others are named. */
import { describe, expect, test } from 'vitest';
import { ask, staysUnderDiscussion } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');

/** The first line of the answer to the last message. */
function lastOf(messages: readonly string[]): string {
  let previous: Question | undefined;
  let text = '';
  for (const message of messages) {
    const answer = ask(message, catalog, { now, previous });
    if (staysUnderDiscussion(answer)) previous = answer.question;
    text = renderPlainText(answer);
  }
  return text.split('\n')[0] ?? '';
}

describe('what is under discussion', () => {
  test.each([
    [['dysprosium price 2021', 'what would 20 kg cost?'], /20 kg of dysprosium.*2021: \$8,200/],
    [['cost of 20 kg terbium 2023', 'and 30?'], /30 kg of terbium.*2023: \$38,940/],
    [['what did 10 kg of terbium cost in 2021', 'what about 25'], /25 kg of terbium.*2021: \$33,650/],
    [['terbium price 2022', 'price in 2023'], /Terbium.*2023: \$1,298/],
    [['dysprosium price 2021', 'highest price?'], /Dysprosium.*\$410/],
    [['250 kg of magnets 2023', 'and 30?'], /in 30 kg of NdFeB magnets, 2023/],
    [['usgs price neodymium 2022', 'what do 10 kg cost'], /oxide.*2022: \$1,340/],
    [['price 2023', 'and 24?'], /Neodymium, 2024: \$125/],
  ])('%j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });

  test.each([
    [['dysprosium price 2021', 'neodymium price 2022'], /^Neodymium, 2022/],
    [['terbium price 2022', '250 kg of magnets in 2023'], /^The neodymium in 250 kg/],
    [['terbium price 2022', 'renewables share 2023'], /^Neodymium, 2023: Renewable energy/],
    [['terbium price 2022', 'price of copper'], /nothing on copper/],
    [['terbium price 2022', 'what can you do'], /^Ask me/],
    [['price of terbium', 'and 7?'], /don’t know/],
    // There is no data on it, and what follows is of it all the same: neodymium’s figure would be another metal’s.
    [['price of gold', 'and 2023?'], /nothing on gold/],
    [['copper price 2022', 'why?'], /nothing on copper/],
    [['price of gold', 'what about terbium?'], /^Terbium/],
    [['price of gold', 'price 2023'], /^Neodymium, 2023/],
  ])('gives way to what is named: %j', (messages, wanted) => {
    expect(lastOf(messages)).toMatch(wanted);
  });
});
