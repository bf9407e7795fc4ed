/** Questions of a form of their own: a price to be put into another unit, commodities on one side of a price, how many countries, which have both, totals, offers. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const told = (text: string) => renderPlainText(ask(text, catalog, { now }));

describe('the first line', () => {
  test.each([
    ['convert $80/kg into $/t', /^\$80\/kg is \$80,000\/t$/],
    ['$4,400 a tonne in $ per lb', /^\$4,400\/t is \$2\.00\/lb$|^\$4,400\/t is \$2\/lb$/],
    ['what is 3 usd/lb per kg', /^\$3\/lb is \$6\.61\/kg$/],
    ['which metals cost less than $2 a kg', /^\d+ of \d+ commodities cost less than \$2\/kg by weight$/],
    ['commodities above $100,000/kg', /^\d+ of \d+ commodities cost more than \$100,000\/kg by weight$/],
    ['how many countries mine tin', /^Tin, mine production, 2025: \d+ countries are listed; China leads, /],
    ['number of countries producing graphite', /\d+ countries are listed; China leads/],
    ['which countries mine both tin and tungsten', /^Tin and Tungsten, production, 2025: China.*Bolivia/],
    ['three orders: 5 kg, 7 kg and 9 kg of terbium, total for 2024', /^In all, 2024: \$17,052$/],
    ['50 t of tin at $31,000/t in 2024, is that ok', /^No: \$31,000\/t is .* above the price of tin/],
    ['$2,700/t for zinc in 2024 sounds fair?', /^Yes: \$2,700\/t is .* below the price of zinc/],
    ['lead 3 month average', /^Lead metal, average of the 3 months to Jun 2026: /],
    ['highest tin price of the last 6 months', /^Tin metal, highest of the 6 months to Jun 2026: /],
    [
      'how many kg of oxide for 12 kg of metal',
      /^about 14\.0\d? kg of neodymium oxide|^about 14 kg of neodymium oxide/,
    ],
    ['where is lithium mined', /^Lithium, mine production, 2025: Australia leads/],
    ['top 3 miners of cobalt in 2022', /^I have no production by country of cobalt for 2022\.$/],
    ['in which years was nd above 115', /^Neodymium, first past it in 2024: \$125\/kg/],
    ['nickel below $10,000/t in which years', /^Nickel metal, LME, first below it in /],
    ['best year to buy terbium', /lowest price/],
    ['share of us in world lithium reserves', /United States/],
    ['nd price forecast next 4 years', /^Neodymium, 2026: \$115 to \$140\/kg \(projection\)$/],
  ])('%s', (text, wanted) => {
    expect(told(text).split('\n')[0]).toMatch(wanted);
  });
});

describe('what is told of', () => {
  test('a good that is none of ours beside one that is', () => {
    const text = told('price of silver and ethereum');
    expect(text).toMatch(/^Silver metal, Jun 2026: /);
    expect(text).toMatch(/ethereum/);
  });
  test.each(['when will the price of nickel fall', 'when is copper going to rise'])(
    'what comes is no figure: %s',
    (text) => {
      expect(ask(text, catalog, { now }).topic).not.toBe('change');
    },
  );
  test('the least is of no entry on the most', () => {
    expect(ask('which country mines the least rare earths', catalog, { now }).faq).toBeNull();
  });
  test.each(['price of ethereum', 'is ethereum dearer than silver'])('alone it bars figures: %s', (text) => {
    expect(ask(text, catalog, { now }).outcome).not.toBe('answer');
  });
  test.each(['who makes magnets', 'who sells ndfeb magnets'])('makers are not known: %s', (text) => {
    expect(told(text)).toMatch(/^I have no companies here/);
  });
  test('metals that no country has together', () => {
    expect(told('which countries mine both rhenium and potash')).toMatch(/listed for both/);
  });
  test('an order that is a choice has no total', () => {
    expect(told('5 kg or 7 kg of terbium 2024')).not.toMatch(/In all/);
  });
  test('no price of ours for a number that only stands there', () => {
    expect(told('convert $80/kg into $/t')).not.toMatch(/Neodymium/);
  });
});
