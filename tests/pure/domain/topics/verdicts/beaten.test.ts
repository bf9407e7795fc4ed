/** Verdicts on what was ever higher or lower, offers without a currency, and lists: each judged by the sources' figures. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { splitQuestions } from '#src/domain/reading/split-questions.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');
const textOf = (text: string) => renderPlainText(ask(text, catalog, { now }));

test.each([
  ['is 2021 the lowest price on record?', /^Yes by the Farmonaut report.*lowest.*\$75/],
  ['record low of terbium', /^Terbium.*lowest price.*\$670/],
  ['record price of terbium', /^Terbium.*highest price.*\$2,051/],
  ['has it ever been cheaper than in 2021', /^No by the Farmonaut report.*lowest.*2021[^]*yes; lowest.*\$49/],
  ['has terbium ever been more expensive than in 2022?', /^No\. Terbium.*highest.*2022/],
  ['has terbium ever been more expensive than in 2023?', /^Yes\. Terbium.*\$2,051\/kg in 2022; 2023 has/],
  ['was dysprosium ever lower than in 2024', /^No\. Dysprosium.*lowest|^Yes\. Dysprosium.*lowest/],
  ['they want 130/kg for oxide', /^\$130\/kg is 78\.1 % above.*oxide[^]*No currency was named/],
  ['would 300/kg for dysprosium in 2023 have been cheap', /^Yes: \$300\/kg is 9\.1 % below.*dysprosium/],
  ['we pay 80 per kilo, is that expensive?', /^It depends on the form: \$80\/kg is/],
  ['current production', /^Neodymium, world production, 2025: 60,000 t[^]*For 2026 the source has 65,500 t/],
  ['was dysprosium in 2021 cheaper than now?', /^No\. Dysprosium price, 2021 against 2024/],
  ['price now vs 2021', /^Neodymium price, 2021 against 2025/],
  ['is dysprosium cheaper now than in 2021?', /^Yes\. Dysprosium price, 2021 against 2024[^]*-36\.6 %/],
  ['correlation of neodymium and dysprosium prices', /^I have no correlation/],
  ['1. price 2024 2. production 2023', /^Neodymium, 2024: \$125[^]*production, 2023: 53,400 t/],
])('%s', (text, said) => {
  expect(textOf(text)).toMatch(said);
});

test('each line of a list is a question of its own, in order', () => {
  const item = fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,2} 20[12]\d$/);
  fc.assert(
    fc.property(fc.array(item, { minLength: 2, maxLength: 9 }), (items) => {
      expect(splitQuestions(items.join('\n'))).toEqual(items);
      expect(splitQuestions(items.map((one) => `• ${one}`).join(' '))).toEqual(items);
      expect(splitQuestions(items.map((one, at) => `${at + 1}. ${one}`).join(' '))).toEqual(items);
      expect(splitQuestions(items.map((one, at) => `${at + 1}) ${one}`).join('\n'))).toEqual(items);
    }),
  );
});
