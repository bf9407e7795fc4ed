/** What no figure answers is not answered by one: requests, denied moves, contents, makers, volatility, descriptions. */
import { describe, expect, test } from 'vitest';
import { parseSchedule } from '#src/domain/watching/parse-schedule.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');
const answer = (text: string) => ask(text, catalog, { now });
const textOf = (text: string) => renderPlainText(answer(text));

/** Whether the command's own reader takes the line. */
const isRead = (what: string | undefined, line: string) =>
  (what === 'digest' ? parseSchedule(line) : readRule(line, catalog)).ok;

describe('a request is no question: the command that does it is named', () => {
  test.each([
    ['remind me every monday of the price', 'digest weekly mon 9:00'],
    ['send me a weekly digest', 'digest weekly mon 9:00'],
    ['please mail me the terbium price each friday at 8.30am', 'digest weekly fri 8:30 terbium'],
    ['can you post prices here daily at 9', 'digest daily 9:00'],
    ['nd daily 7:15 here', 'digest daily 7:15 neodymium'],
    ['i want a monthly update', 'digest monthly 1 9:00'],
    ['stop my digests', 'digest list'],
    ['notify me when it goes above 150', 'alert above 150'],
    ['set an alert', 'alert above 140'],
    ['tell me when dysprosium drops below $200', 'alert below 200 dysprosium'],
    ['ping me above 140', 'alert above 140'],
    ['delete all alerts', 'alert list'],
  ])('%s', (text, command) => {
    expect(textOf(text)).toContain(`“/nd ${command}”`);
    const [what, ...words] = command.replace(' terbium', '').replace(' neodymium', '').split(' ');
    expect(command.endsWith('list') || isRead(what, words.join(' '))).toBe(true);
  });

  test.each([
    ['alert me at 600k yuan a tonne if it goes above that', /above 600\D/],
    ['notify me when terbium is more than 1.500,50 €/kg', /above 1(?:\.5|500|\b)/],
    ['let me know when nd moves 5% in a week', /above 5\b/],
  ])('a level that the command would read otherwise is not taken over: %s', (text, wrong) => {
    expect(textOf(text)).toMatch(/for instance/);
    expect(textOf(text)).not.toMatch(wrong);
  });

  test.each([
    ['remind me what the price was in 2023', '$110/kg'],
    ['let me know how much 3 t cost in 2023', '$330,000'],
    ['send me the price of terbium in 2023', '$1,298/kg'],
    ['tell me the price in 2022', '$92/kg'],
    ['if it rises above 130, what would 500 kg cost in 2024?', '$62,500'],
  ])('a question stays one: %s', (text, figure) => {
    expect(textOf(text)).toContain(figure);
    expect(textOf(text)).not.toContain('/nd');
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
