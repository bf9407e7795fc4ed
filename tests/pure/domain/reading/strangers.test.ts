/** Words that may name another subject: figures are offered or refused, never given. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-23T12:00:00');

describe('no figure for', () => {
  test.each([
    'consumer electronics show 2025 dates',
    'who is on call for production this week',
    'production is down again',
    'is production down?',
    'production meeting notes 2024',
    'summary of the meeting 2024',
    'compare sales 2022 and 2023',
    'how did our customer list change in 2023',
    'how much did we grow in 2024',
    'tell me about the 2024 olympics',
    'what happened in the office in 2023',
    'cost per click 2024',
    'price match guarantee',
    'total production 2023 of cars',
    'how many electronics were sold in the shop in 2023',
    'share options 2024',
    'india vs australia cricket score',
    'tb of storage price 2024',
    'neo from the matrix price',
    'world record 2023',
    'carbon price 2024',
    'neodymium laser price',
    'how much does farmonaut cost',
    '100 kg plates 2023',
    'i weigh 80 kg',
    'convert 5 lb to kg',
    '5g price 2024',
    'sector 7g',
    'budget for 2025',
    'lead price 2022',
    'electronics trade fair 2025',
    'green energy bill 2023',
    'budget increase 2024',
    'overview of our 2023 strategy',
    'share the presentation',
    "what's trending",
    'growth of the company since 2021',
    'earth day 2024',
    'what happened yesterday',
    'source of income 2023',
    'time share cost',
    'who leads the team',
    'who is the leader of russia',
    'how many countries are there',
    'compare our numbers 2021 vs 2024',
    'electronics manual',
    'pound sterling rate 2023',
    'how much do you cost',
  ])('%s', (text) => {
    const answer = ask(text, catalog, { now });
    expect(['none', 'suggest']).toContain(answer.outcome);
    expect(renderPlainText(answer)).not.toMatch(/\$ ?\d|\d,\d00 t\b|\d ?%/u);
  });
});

describe('no stranger in', () => {
  test.each([
    ['is renewables above 30% in 2023', /31 ?%/u],
    ['did electronics relinquish ground between 2021 and 2024', /41 ?%[\s\S]*34 ?%/u],
    ['what price did it fetch in 2023', /\$110/u],
    ['price 2022 and why did it rise', /\$92[\s\S]*surge/u],
    ['10000 USD gets me how many kg in 2023', /90\.9/u],
    ['kilogram of ndfeb magnet in 2023', /0\.267 kg/u],
    ["what's the bill for 1,200 kg at 2024 level", /150,000/u],
    ['thailand production change 2023 to 2024', /3,600 t[\s\S]*13,000 t/u],
    ['pls price nd for 2021, urgent', /\$75/u],
    ['neodymium used in renewables 2025 tonnes', /22,200 t/u],
    ['how many tons did burma mine in 2023', /43,000 t/u],
    ['price and supply 2024', /\$125[\s\S]*shortage/iu],
    ['need nd pricing 21 22 23', /\$75[\s\S]*\$92[\s\S]*\$110/u],
    ['nd 2023 vs 2022 in percent', /19\.6 ?%/u],
    ['is production growing', /48,000 t[\s\S]*60,000 t/u],
    ['is it right that renewables hit 37% in 2025', /37 ?%/u],
    ['farmonaut says prices rose over 80%. true?', /33/u],
    ['when did electronics lose the lead', /2025/u],
    ['when did renewables and electronics have the same share', /2024/u],
    ['which year was most expensive', /20\d\d/u],
    ['lowest price in the series', /\$75/u],
    ['low end of 2025', /\$100/u],
    ['five biggest producers', /China[\s\S]*Australia/u],
    ['usgs latest', /\$73/u],
    ['nd 24 price', /2024: \$125/u],
    ['dysprosium 2020-2024', /\$261[\s\S]*\$260/u],
    ['which sector leads in 2026', /41 ?%/u],
    ['how much do americans mine', /45,000 t/u],
    ['is the +80% figure backed by the table', /33/u],
    ['how strongly did nd appreciate from 2021 to 2024', /66\.7 ?%/u],
  ])('%s', (text, figure) => {
    const answer = ask(text, catalog, { now });
    expect(answer.outcome).toBe('answer');
    expect(renderPlainText(answer)).toMatch(figure);
  });
});
