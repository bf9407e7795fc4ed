/** What no figure answers is not answered by one, and no request by a figure: denied moves, contents, makers, volatility, descriptions. */
import { describe, expect, test } from 'vitest';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');
const answer = (text: string) => ask(text, catalog, { now });
const textOf = (text: string) => renderPlainText(answer(text));

const read = (text: string) =>
  readRequests(text, { materials: catalog.materials, today: '2026-11-30', zone: 'Europe/Berlin' });

describe('a request is told from a question before that is answered', () => {
  test.each([
    ['remind me every monday of the price', 'digest.create'],
    ['send me a weekly digest', 'digest.create'],
    ['please mail me the terbium price each friday at 8.30am', 'digest.create'],
    ['can you post prices here daily at 9', 'digest.create'],
    ['nd daily 7:15 here', 'digest.create'],
    ['i want a monthly update', 'digest.create'],
    ['stop my digests', 'digest.delete'],
    ['notify me when it goes above 150', 'alert.create'],
    ['set an alert', 'alert.create'],
    ['tell me when dysprosium drops below $200', 'alert.create'],
    ['ping me above 140', 'alert.create'],
    ['delete all alerts', 'alert.delete'],
    ['alert me at 600k yuan a tonne if it goes above that', 'alert.create'],
    ['notify me when terbium is more than 1.500,50 €/kg', 'alert.create'],
    ['let me know when nd moves 5% in a week', 'alert.create'],
  ])('%s', (text, intent) => {
    expect(read(text).map((request) => request.intent)).toEqual([intent]);
  });

  test.each([
    ['remind me what the price was in 2023', '$110/kg'],
    ['let me know how much 3 t cost in 2023', '$330,000'],
    ['send me the price of terbium in 2023', '$1,298/kg'],
    ['tell me the price in 2022', '$92/kg'],
    ['if it rises above 130, what would 500 kg cost in 2024?', '$62,500'],
  ])('a question stays one: %s', (text, figure) => {
    expect(read(text)).toEqual([]);
    expect(textOf(text)).toContain(figure);
  });
});

describe('a move that is denied is not explained by what is said of its opposite', () => {
  test.each([
    ['why didn’t the price rise in 2024?', ['+13.6 %', '-28.2 %']],
    ['why did the price not go up in 2023', ['+19.6 %', '-41.8 %']],
    ['why has the price stopped rising?', ['2024 to 2025', '+30.4 %']],
    ['how come neodymium never fell in 2022', ['+22.7 %']],
    ['why are prices no longer climbing', ['2024 to 2025']],
  ])('%s', (text, figures) => {
    expect(answer(text).faq).toBeNull();
    for (const figure of figures) expect(textOf(text)).toContain(figure);
  });

  test.each([
    ['why did the price surge?', 'why-price-surged'],
    ["why can't mining output grow faster?", 'production-constraints'],
    ["why doesn't the report agree with usgs on the price", 'why-sources-disagree'],
  ])('others keep their explanation: %s', (text, faq) => {
    expect(answer(text).faq).toBe(faq);
  });
});

describe('what is not known is said, and no figure stands in for it', () => {
  test.each([
    ['neodymium oxide volatility', /no volatility.*lowest \$56/s],
    ['how volatile is dysprosium', /no volatility of dysprosium/],
    ['which companies make neodymium', /no companies/],
    ['name the firms that mine rare earths', /no companies/],
    ['how much neodymium in a 3 MW turbine', /no figure for how much neodymium.*26\.7 %/s],
    ['how much neodymium is in a motor', /no figure for how much neodymium/],
    ['how much nd does an ev use', /no figure for how much neodymium/],
  ])('%s', (text, wanted) => {
    expect(answer(text).outcome).toBe('none');
    expect(textOf(text)).toMatch(wanted);
  });

  test.each([
    ['what percent of a magnet is neodymium', /26\.7 %.*assumes pure/s],
    ['how much neodymium is in an ndfeb magnet', /26\.7 %/],
    ['what percentage of nd2o3 is neodymium', /85\.7 %/],
    ['what is terbium', /heavy rare earth element/],
    ['what is europium used for?', /phosphors/],
    ['what is neodymium', /permanent magnets/],
  ])('what the data holds is said: %s', (text, wanted) => {
    expect(answer(text).outcome).toBe('answer');
    expect(textOf(text)).toMatch(wanted);
  });

  test.each([
    ['what is the neodymium price', 'price'],
    ['how much neodymium goes into renewables 2024', 'sectors'],
    ['what do prices mean for mining companies', 'faq'],
    ['what share does electronics have in 2024', 'sectors'],
  ])('its words in another question leave that alone: %s', (text, topic) => {
    expect(answer(text).topic).toBe(topic);
  });
});
