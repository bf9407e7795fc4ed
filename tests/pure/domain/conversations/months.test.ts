/** After a price of a month: what an amount cost in it, and the same month of another year. */
import { expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { BANK, bankPrices, catalogWith, TEN_MONTHS } from '../series/monthly-packs.ts';

const catalog = await catalogWith({
  terbium: {
    sources: BANK,
    series: [bankPrices('wb-2026', [['2024-06', 700], ['2025-06', 800], ...TEN_MONTHS])],
  },
});
const now = new Date('2026-11-30T12:00:00Z');

test.each([
  ['how much would 2 kg have cost that month', /2 kg of terbium.*\$1,900, in Jun 2026/],
  ['what would 2 kg have cost then', /\$1,900, in Jun 2026/],
  ['what did 2 kg cost in 2024', /2 kg of terbium.*, 2024/],
  ['and a year earlier', /Jun 2025: \$800/],
  ['the year before?', /Jun 2025: \$800/],
  ['and two years earlier', /Jun 2024: \$700/],
])('after the price of June 2026: %s', (text, wanted) => {
  const previous: Question = ask('terbium price june 2026', catalog, { now }).question;
  expect(renderPlainText(ask(text, catalog, { now, previous })).split('\n')[0]).toMatch(wanted);
});
