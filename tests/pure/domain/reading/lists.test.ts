/** Lists of commodities: each of them is read, and each is answered at the time, in the money and by the mass that was asked for. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const told = (question: string) => renderPlainText(ask(question, catalog, { now }));

describe('a mass right before a name is of it, be it the name of a package elsewhere', () => {
  test.each([
    ['500 kg tin cost', ['500 kg of tin metal, LME: about $26,519']],
    ['10 lb tin in euros', ['10 lb of tin metal, LME: about €208.91']],
    ['cost of 2 t tin and 1 t lead 2024', ['In all, 2024: $62,201', '2 t of tin metal', '1 t of lead metal']],
    ['1 t copper + 500 kg tin', ['1 t of copper metal', '500 kg of tin metal']],
    ['5 kg tin of neodymium price', ['5 kg of neodymium, 2025: $500 to $650']],
    ['20 kg neodymium in 5 kg tins', ['20 kg of neodymium, 2025: $2,000 to $2,600']],
  ])('%s', (question, expected) => {
    const text = told(question);
    for (const one of expected) expect(text).toContain(one);
    expect(question.includes('neodymium')).toBe(/neodymium/i.test(text));
  });
});

describe('the last of a list is a name in whatever money it is asked for', () => {
  test.each([
    [
      'zinc and copper in euros',
      ['Zinc metal, LME, Jun 2026: €3,073.27/t', 'Copper metal, LME, Jun 2026: €11,769/t'],
    ],
    ['tin and zinc in euros 2024', ['Tin metal, LME, 2024: €27,787/t', 'Zinc metal, LME, 2024: €2,565.58/t']],
    ['lead in yen', ['Lead metal, Jun 2026: ¥312,858/t']],
    ['production of copper and lead in China', ['Copper, production, China', 'Lead, production, China']],
  ])('%s', (question, expected) => {
    const text = told(question);
    for (const one of expected) expect(text).toContain(one);
  });

  test.each(['who will lead in euros', 'China and lead in copper'])('%s names no lead', (question) => {
    expect(told(question)).not.toContain('Lead metal');
  });
});

test.each([
  [
    'copper and nickel price may 2026',
    ['Copper metal, May 2026: $13,543/t', 'Nickel metal, May 2026: $18,806/t'],
  ],
  [
    'lead, zinc prices Q1 2026',
    ['Lead metal, average of Q1 2026: $1,930/t', 'Zinc metal, average of Q1 2026: $3,239.67/t'],
  ],
  [
    'gold and silver in april 2026',
    ['Gold metal, Apr 2026: $4,721/troy oz', 'Silver metal, Apr 2026: $75.90/troy oz'],
  ],
  [
    '10 kg silver, 2 kg gold june 2026',
    ['10 kg of silver metal: $21,445, in Jun 2026', '2 kg of gold metal: $271,867, in Jun 2026'],
  ],
  [
    'price of copper and zinc in euros June 2026',
    ['Copper metal, Jun 2026: €11,769/t', 'Zinc metal, Jun 2026: €3,073.27/t'],
  ],
])('each of several has its price of the month or the quarter: %s', (question, expected) => {
  const text = told(question);
  for (const one of expected) expect(text).toContain(one);
  expect(text).not.toMatch(/yearly figures only|I have nothing/);
});
