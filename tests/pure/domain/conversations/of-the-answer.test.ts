/** What is asked of the answer before as a whole: who else, whether that is much or fair, how sure it is; a list that is made shorter or longer. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { after as afterOf } from './conversation.ts';

const all = await loadCatalog(readDataOptions({}));
const after = (messages: readonly string[], phrasings: readonly string[], wanted: RegExp) =>
  afterOf(messages, phrasings, wanted, all);

describe('who else, and the first of them', () => {
  after(
    ['tin production in indonesia 2025'],
    ['who else?', 'and the others', 'who else mines it', 'by country'],
    /Tin, mine production, 2025: China leads/,
  );
  after(
    ['lithium reserves'],
    ['only the top 2', 'top 2 please'],
    /Chile leads, 9,200,000 t\n.*Then Australia/,
  );
  // A price has no countries.
  after(['tin price 2023'], ['who else'], /I don’t know that/);
});

describe('whether that is much, or fair', () => {
  after(
    ['tungsten price 2022'],
    ['is that a lot?', 'is that high', 'wow that is expensive', 'was that cheap?', 'thats low'],
    /2022: \$\d+\/mtu: number \d of 5 years, 2021 to 2025/,
  );
  after(['europium oxide price'], ['is that a lot'], /2025: .*(?:number \d|highest|lowest).* of 6 years/);
  after(
    ['copper production in chile 2025'],
    ['is that a lot'],
    /share of world production, Chile, 2025: about \d+ %/,
  );
  after(
    ['supplier asks $90/kg for nd oxide, fair?'],
    ['is that ok?', 'good deal?', 'should we take it', 'by how much', 'is it too high'],
    /\$90\/kg is 23.3 % above the price of neodymium oxide/,
  );
});

describe('how sure it is', () => {
  after(
    ['neodymium price 2026'],
    ['how sure is that?', 'is that an estimate or real', 'are you sure', 'how reliable is the 2026 number'],
    /The source itself calls it a projection/,
  );
  after(
    ['neodymium price 2024'],
    ['how sure are you about 2026'],
    /2026: \$115 to \$140\/kg.*calls it a projection/s,
  );
  after(
    ['nickel price 2019'],
    ['is that just an estimate'],
    /2019: .*neither as an estimate nor as a projection/s,
  );
});

describe('extremes and two', () => {
  after(
    ['zinc price 2015'],
    ['so what was the peak?', 'what was the best year', 'record high?', 'max'],
    /Zinc metal, LME, highest price 1960 to 2025/,
  );
  after(
    ['zinc price history', 'peak?'],
    ['and the worst', 'lowest then'],
    /Zinc metal, LME, lowest price 1960 to 2025/,
  );
  after(['highest zinc price', 'lowest'], ['difference?', 'the gap'], /the highest less the lowest: \$3,/);
  after(['is holmium dearer than erbium'], ['how many times?', 'by what factor'], /times (?:holmium|erbium)/);
});

describe('a list that is made shorter or longer', () => {
  after(
    ['5 kg terbium and 30 kg neodymium'],
    ['drop the terbium', 'ok remove terbium', 'without the tb'],
    /^answer: 30 kg of neodymium/,
  );
  after(['compare erbium, holmium and gadolinium'], ['leave out holmium'], /Erbium .*; Gadolinium /);
  after(
    ['5 kg of terbium oxide'],
    ['add 30 kg of dy'],
    /In all, .*5 kg of terbium oxide.*30 kg of dysprosium oxide/s,
  );
  after(['compare nd and dy'], ['add tb', 'include tb'], /Neodymium .*; Dysprosium .*; Terbium /);
  // What is no part of it is how its price fell.
  after(['terbium price'], ['drop of dysprosium'], /Dysprosium oxide.*-/);
});

describe('of which metal', () => {
  after(
    ['gallium price'],
    ['source?', 'where is that from', 'which source is that'],
    /Gallium: every figure comes/,
  );
});

describe('an order that is changed', () => {
  after(
    ['what do 40 kg of erbium oxide cost'],
    ['less 5 %', 'with 5 % discount as we pay early', 'minus 5 % since we are a loyal customer'],
    /^answer: 40 kg of erbium oxide.* less 5 %/,
  );
  after(
    ['40 kg of erbium oxide less 5 %'],
    ['and 60 kg?', 'for 60 kg', 'make it 60 kg'],
    /^answer: 60 kg of erbium oxide.* less 5 %/,
  );
  after(
    ['40 kg of erbium oxide less 5 %'],
    ['and in 2022'],
    /^answer: 40 kg of erbium oxide.* less 5 %, 2022/,
  );
  after(['40 kg of erbium oxide less 5 %'], ['plus 20 % vat'], / less 5 % plus 20 % vat, /);
  after(
    ['40 kg of erbium oxide less 5 %'],
    ['no discount', 'and without the discount'],
    /^answer: 40 kg of erbium oxide, 99/,
  );
  after(['indium price', 'per kg'], ['less 10 %'], /^answer: 1 kg of indium.* less 10 %/);
  after(
    ['nd price each 4 g'],
    ['5,000 pieces', 'and 5000 of them', 'we need 5000 pcs'],
    /^answer: 20 kg of neodymium/,
  );
  after(['300 magnets of 20 g each'], ['and 500 magnets', '500 pieces'], /in 10 kg of NdFeB magnets/);
  after(
    ['budget $20,000'],
    ['how much dysprosium does that buy', 'what does it buy in dysprosium'],
    /\$20,000 buys.*dysprosium/,
  );
});

describe('metals by their place', () => {
  after(
    ['indium and gallium price'],
    ['the second in 2022', 'and the latter in 2022'],
    /^answer: Gallium.*2022/,
  );
  after(
    ['indium price', 'and gallium?'],
    ['20 kg of the first and 5 of the second'],
    /In all.*20 kg of indium.*\n.*5 kg of gallium/s,
  );
  after(
    ['indium price', 'and gallium?'],
    ['what do 200 g of each cost', '200 g each'],
    /In all.*\n200 g of indium.*\n200 g of gallium/,
  );
  // Who is second is of countries.
  after(['who mines the most tin'], ['and the second'], /number 2/);
});

describe('the form alone, and up to now', () => {
  after(
    ['dysprosium price 2023'],
    ['no, the metal', 'metal please', 'and the metal'],
    /No price here is said to be of metal/,
  );
  after(
    ['nd oxide price 2023'],
    ['metal in 2022', 'metal that year', 'no, metal'],
    /Neodymium, 202[23]: \$(?:92|110)\/kg/,
  );
  after(
    ['ndpr price 2022'],
    ['dearer now, by how much', 'how much did it change to now'],
    /2022 to 2025: -44.4 %/,
  );
});

describe('what is held against now', () => {
  after(
    ['price of neodymium 2022'],
    ['cheaper than now?', 'was that cheaper than today'],
    /2022 against 2025: \$92\/kg/,
  );
});

describe('shares, and money of several countries', () => {
  after(
    ['tin production by country'],
    ['bolivia %', 'peru percent'],
    /share of world production, (?:Bolivia|Peru), 2025/,
  );
  after(['sector shares 2024'], ['which is smallest', 'which is the biggest'], /Neodymium, 2024: Renewable/);
  after(
    ['sector shares 2022', 'and 2024'],
    ['by how many points did they change'],
    /Renewable energy: up 7 percentage points/,
  );
  after(
    ['price'],
    ['which sector lost its share fastest', 'which sector gained share fastest'],
    /(?:lost|gained) most, \d+ percentage points/,
  );
  after(['10 kg of erbium'], ['in pesos', 'in rupees'], /10 kg of erbium oxide.*(?:MX\$|₹)/);
});

describe('a group, and what is held against one', () => {
  after(
    ['gallium price'],
    ['compared to platinum', 'relative to silver'],
    /Gallium .*; (?:Platinum|Silver) /,
  );
  after(['price'], ['compare all the platinum-group metals'], /price of 5/);
  after(['tin and zinc price'], ['drop the zinc'], /^answer: Tin metal/);
  after(['zinc price 2023'], ['per tonne or per lb?'], /Zinc metal, LME, 2023/);
  after(['price'], ['tin recycled', 'recycled lead'], /secondary production \(from scrap\)/);
  after(['price'], ['zinc highest month ever'], /highest price Jan 1960 to Jun 2026/);
  after(['zinc price 2023'], ['and before covid', 'pre-pandemic?'], /Zinc metal, LME, 2019/);
});

describe('what a word or two leave out', () => {
  after(['price'], ['zinc 2022 high', 'lead 2022 high'], /highest price Jan 2022 to Dec 2022/);
  after(['zinc 2022 high'], ['low', 'and the low?'], /lowest price Jan 2022 to Dec 2022/);
  after(['price'], ['holmium vs erbium', 'holmium against erbium'], /Holmium .*; Erbium /);
  after(['200 kg of indium'], ['in 2023 prices', 'in 2023 prices please'], /^answer: 200 kg of indium.*2023/);
  after(['200 kg of indium'], ['10 % less', 'and 10 % less'], / less 10 %/);
  after(
    ['lithium reserves of chile'],
    ['how long would that last', 'how many years would it last'],
    /Lithium, Chile: reserves are about/,
  );
  after(['tin production in peru'], ['share?', 'and the share'], /share of world production, Peru/);
});

describe('an offer of what was priced, and all of what was spoken of', () => {
  after(
    ['holmium price'],
    ['is 60 usd fair', 'are 60 dollars ok?', '60 usd, good deal?'],
    /\$60\/kg is .* the price of holmium/,
  );
  after(['indium price 2024', 'gallium', 'tellurium'], ['all three'], /Indium .*2024/);
  test('what was asked to be none is said to be left out', () => {
    expect(
      renderPlainText(
        ask('which countries have lithium reserves but no production', all, {
          now: new Date('2026-11-30T12:00:00'),
        }),
      ),
    ).toMatch(/I did not use: no production/);
  });
});
