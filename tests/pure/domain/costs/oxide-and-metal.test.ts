/** How much oxide a mass of metal takes, and how much metal a mass of oxide holds: never one for the other. */
import { expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const say = (text: string) => renderPlainText(ask(text, catalog, { now: new Date('2026-11-30T12:00:00') }));

const takes = 'about 233.4 kg of neodymium oxide, which holds 200 kg of neodymium metal';
test.each([
  'we need 200 kg pure neodymium, how much oxide do we buy',
  'what weight of oxide corresponds to 200 kg of Nd',
  'nd oxide needed for 200 kg neodymium',
  'what oxide quantity gives 200 kg nd',
  'how many kilos of nd2o3 for 200 kg nd metal',
])('%s: oxide for metal', (question) => {
  expect(say(question)).toContain(takes);
});

const holds = '300 kg of Nd2O3: 257.1 kg of neodymium';
test.each([
  'turn 300 kg of neodymium oxide into metal',
  'how much metal do I get out of 300 kg nd oxide',
  '300 kg Nd2O3 in kg Nd',
  'Nd2O3 300 kg -> metal?',
  'nd content of 300 kg neodymium oxide',
  '300 kg of oxide, how many kg of metal is that',
])('%s: metal of oxide', (question) => {
  expect(say(question)).toContain(holds);
});

test('what the metal in oxide is worth is told apart from the price of the oxide', () => {
  const text = say("what's 300 kg of nd oxide worth as metal in 2024");
  expect(text).toContain(holds);
  expect(text).toMatch(/2024.*257\.1 kg of neodymium: about \$32,140, at \$125\/kg/);
  expect(say('300 kg of nd oxide cost in 2024')).toMatch(/^300 kg of neodymium oxide.*\$16,800/);
});

test('an oxide that no pack describes holds its metal by chemistry', () => {
  expect(say('how much terbium is in 20 kg tb4o7')).toMatch(/^20 kg of Tb4O7: .*17 kg of terbium[^]*IUPAC/);
});
