/** Questions on the commodities of all packs: names that are words, months by name, and how what there is is told. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const answer = (question: string) => ask(question, catalog, { now });
const head = (question: string) => renderPlainText(answer(question)).split('\n')[0];

describe('a name that is a word as well is a commodity’s where it is all that is asked about', () => {
  test.each([
    ['copper in june 2026', 'Copper metal, Jun 2026: $13,552/t'],
    ['what was zinc in april 2022', 'Zinc metal, Apr 2022: $4,360/t'],
    ['gold in March 2024', 'Gold metal, Mar 2024: $2,158/troy oz'],
    ['nickel in Q2 2025', 'Nickel metal, average of Q2 2025: $15,154/t'],
    ['lead in 2024', 'Lead metal, LME, 2024: $2,069/t'],
    ['nickel please', 'Nickel metal, Jun 2026: $17,588/t'],
    ['what about zinc', 'Zinc metal, Jun 2026: $3,539/t'],
  ])('%s', (question, expected) => {
    expect(head(question)).toBe(expected);
  });

  test.each([
    'tin can price',
    'gold standard',
    'gold medal price',
    'silver medal count 2024',
    'gold coast house price',
    'cast iron pan price',
    'take it with a grain of salt',
    'salt lake city house prices',
    'silicon valley house prices',
    'lead engineer salary',
    'iron out the price',
    'price per lead in 2024',
    'it cost me a nickel',
    'who won gold in 2024',
    'we lead since 2020',
    'who will lead in 2025',
    'zinc in oysters',
    'steel yourself for higher prices',
  ])('%s is of none', (question) => {
    expect(answer(question).outcome).not.toBe('answer');
    expect(renderPlainText(answer(question))).not.toMatch(/USGS|Pink Sheet/);
  });
});

test.each([
  ['gold price per ounce 2024', 'Gold metal, 2024: $2,388/troy oz'],
  ['price for 250 oz of palladium, 2024', '250 troy oz of palladium metal, 2024: $248,725'],
  ['10 oz of neodymium 2024', '0.625 lb of neodymium, 2024: about $35.44 (estimate)'],
])('an ounce of what is sold by the troy ounce is one: %s', (question, expected) => {
  expect(head(question)).toBe(expected);
});

test.each([
  ['how much is a troy ounce of platinum', '1 troy oz of platinum metal: $1,726'],
  ['3 x 5 g of gold 2024', '15 g of gold metal, 2024: $1,151.64'],
  ['10 short tons of copper 2024', '10 short tons of copper metal, LME, 2024: about $82,930'],
  ['copper reserves in megatonnes', 'Copper, reserves, world, USGS MCS 2026: 980 million t (rounded)'],
  ['1 million usd of copper in tonnes', '$1,000,000 buys about 73.79 t of Copper metal'],
  ['supplier wants $150 per gram for gold, ok?', 'No: $150/g is 35.5 % above the price of gold metal, 2025'],
])('masses are told in the unit that was asked in: %s', (question, expected) => {
  expect(head(question)).toBe(expected);
});

test.each([
  ['where does the us import tungsten from', /US imports 2021 to 2024 by source: China 26 %/],
  ['who sells bauxite to the states', /US imports 2021 to 2024 by source: Jamaica 60 %/],
  ['does america need imports of graphite, how many percent', /US net import reliance, 2025: 100 %/],
  ['us tin imports in percent', /US net import reliance, 2025: 77 %/],
  ['share of graphite imports from china', /US imports 2021 to 2024 from China: 46 %/],
  [
    'does the us import antimony from china',
    /^Yes\. .*from China: oxide 66 %, unwrought metal and powder 22 %/,
  ],
  ['do we import tungsten from russia', /^Not by name\. .*from Russia: none that the source names/],
  ['antimony oxide import sources', /\(oxide\), US imports 2021 to 2024 by source: China 66 %/],
  ['us imports of cobalt 2024', /imports, United States, 2024: 10,800 t/],
])('where imports come from, and how far there is nothing else: %s', (question, expected) => {
  expect(head(question)).toMatch(expected);
});

test.each([
  ['what is silver used for', /physical investment \(bars\): 30 %/],
  ['end uses of silver', /physical investment \(bars\): 30 %/],
  ['main uses of tungsten', /cemented carbide parts: 60 %/],
])('what it is used for is told by shares where a source has them: %s', (question, expected) => {
  expect(head(question)).toMatch(expected);
});

test('a price in real terms says whose money it is in', () => {
  expect(head('copper price in real terms 1975')).toMatch(/in dollars of 2010, 1975: \$2,954\/t/);
});

test('“which minerals are critical” is of all of them', () => {
  expect(renderPlainText(answer('which minerals are critical'))).toMatch(
    /^\d\d of the commodities here are on the US list[^]*Gallium/,
  );
  expect(head('is salt critical')).toMatch(/^No: salt/);
});

test.each(['asdf qwer zxcv', 'price of krypton', 'help'])(
  'where many packs are known, their families are told: %s',
  (question) => {
    const text = renderPlainText(answer(question));
    expect(text).toMatch(/\d+ commodities: .*rare earths.*base metals/);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(300);
  },
);

test('a market is said once', () => {
  for (const { id } of catalog.metals)
    expect(renderPlainText(answer(`${id} price 2025`)), `price of ${id}`).not.toMatch(/\b(\w[\w ]*), \1\b/);
});

test.each([
  ['kg of copper in a 60 kWh LFP battery', 'Copper in 60 kWh of LFP battery pack: 33.1 kg'],
  ['nickel for a 75 kWh NMC 811 pack', 'Nickel in 75 kWh of NMC 811 battery pack: 49.4 kg'],
  ['cobalt for 1 MWh of NCM622', 'Cobalt in 1,000 kWh of NMC 622 battery pack: 183 kg'],
  ['lithium per kWh of NMC 811', 'Lithium in a kWh of NMC 811 battery pack: 0.0998 kg/kWh'],
])('what is in a battery of a size: %s', (question, expected) => {
  expect(head(question)).toBe(expected);
  expect(renderPlainText(answer(question))).not.toMatch(/did not use/);
});

test.each([
  ['how much aluminum goes to packaging', 'Aluminium, packaging: 23 % of the United States, 2024'],
  ['how much salt goes on the roads', /Salt, highway deicing: 41 %/],
  ['what share of silver is used in solar panels', /Silver, photovoltaics: 12 %/],
  ['gold demand: what part is jewellery', /Gold, jewelry: 45 % of the world/],
])('a use that is named leads, in whichever word: %s', (question, expected) => {
  expect(head(question)).toMatch(expected);
});

test.each([
  ['years of vanadium reserves', /about 190 years of output/],
  ['how long will tin reserves last', /more than 20 years of output/],
  [
    'share of US in world beryllium mining 2024',
    'Beryllium, share of world production, United States, 2024: about 53 %',
  ],
  ['how dependent is the us on imported platinum', /US net import reliance, 2025: 89 %/],
  ['tellurium import reliance 2024', 'Tellurium, US net import reliance, 2024: less than 25 %'],
  ['where does the worlds chromite come from', /Chromium, mine production, 2025: South Africa leads/],
  ['lowest monthly gold price in 2022', 'Gold metal, lowest of 2022: $1,664/troy oz in Oct 2022'],
  ['china alumina refinery output by country', /Alumina/],
])('what the tables of supply answer: %s', (question, expected) => {
  expect(head(question)).toMatch(expected);
});

test.each([
  ['what share of tin reserves does indonesia hold', /Indonesia[^]*less than 24 % of the world’s/],
  ['chile share of lithium reserves', /reserves in Chile[^]*about 25 % of the world’s/],
])('a share of reserves is no share of output: %s', (question, expected) => {
  expect(renderPlainText(answer(question))).toMatch(expected);
  expect(renderPlainText(answer(question))).not.toMatch(/production|output/i);
});

test.each([
  ['cobalt import reliance change since 2021', /import reliance[^]*That is 6 percentage points\./],
  ['lithium import reliance change 2021 to 2025', /more than 25 % in 2021, more than 50 %[^]*no change/],
  ['how did reserves of lithium change from 2025 to 2026', /can't work out that change[^]*I have 2026/],
  ['change of copper import sources', /US imports 2021 to 2024 by source/],
])('a change of what is no price is told as no change of price: %s', (question, expected) => {
  const text = renderPlainText(answer(question));
  expect(text).toMatch(expected);
  expect(text.split('What you can ask')[0]).not.toMatch(/price/i);
});

test('of what is only known to be more than so much no ratio is worked out', () => {
  expect(renderPlainText(answer('tin reserves vs tungsten reserves'))).toMatch(/no ratio is worked out/);
});

test.each([
  ['is dysprosium cheaper than terbium', /^Yes\. /],
  ['is neodymium more expensive than dysprosium?', /^No\. /],
  ['is lithium cheaper than in 2022', /^Yes\. Lithium price, 2022 against 2025/],
  ['was copper output lower in 2024 than in 2025', /^(?:Yes|No)\. Copper world production/],
  ['is world lithium production higher than cobalt production', /^No\. 2025, world production/],
  // The report has it dearer, USGS cheaper.
  ['was neodymium cheaper in 2023 than in 2022', /^The sources disagree\. /],
])('what is to be confirmed is, or is not, before the figures: %s', (question, expected) => {
  expect(head(question)).toMatch(expected);
});

test.each([
  ['cheapest rare earth', /^Lanthanum is the cheapest of 17 rare earths by weight: \$1\/kg/],
  ['what are the three most expensive rare earths', /^Terbium is the most expensive of 17 rare earths/],
  // Rhodium at 5,800 $/troy oz, USGS MCS 2026.
  ['most expensive metal', /^Rhodium is the most expensive of 1\d\d commodities by weight: \$186,500\/kg/],
  // 46.42 to 180 $/t, USGS MCS 2026.
  [
    'which metals went up most last year',
    /^Sulfur rose most of 1\d\d commodities from 2024 to 2025: \+288 %/,
  ],
  [
    'biggest losers among base metals last year',
    /^Nickel fell most of 7 base metals from 2024 to 2025: -9\.8 %/,
  ],
  // All that moved so, and not what may have gone either way.
  [
    'which metals got cheaper in 2025',
    /^33 of 105 commodities fell from 2024 to 2025; strontium most: -80\.2 %/,
  ],
  ['which base metals rose last year', /^4 of 7 base metals rose from 2024 to 2025; tin most: \+13\.3 %/],
  ['what rare earths are down', /^2 of 17 rare earths fell from 2024 to 2025; dysprosium most: -7 %/],
  ['which battery metal fell most in 2023', /^Cobalt fell most of 7 battery metals from 2022 to 2023/],
])('commodities in order of what they cost, or how that moved: %s', (question, expected) => {
  expect(head(question)).toMatch(expected);
});

test('so many are listed as were asked for', () => {
  const { table } = answer('top 3 most expensive base metals').parts[0] ?? {};
  expect(table?.rows).toHaveLength(3);
});

test.each(['copper', 'gold', 'tin', 'lead', 'salt', 'zinc'])(
  'whether the sources agree on %s is asked of it, though its name is a word',
  (name) => {
    expect(answer(`do the sources agree on ${name}`).metal).toBe(name);
  },
);

test('a range that holds the other figure confirms nothing', () => {
  // 2025 is given as $100 to $130/kg, 2024 as $125/kg; by USGS it rose.
  expect(head('was neodymium dearer in 2025 than in 2024 by the report')).toMatch(/^It can’t be said, /);
});

test('a ranking names the first three in its lines', () => {
  expect(renderPlainText(answer('top 3 silver mining countries'))).toMatch(
    /Mexico leads, 6,300 t[^]*Then Peru, 3,600 t, and China, 3,400 t\./,
  );
});

test.each([
  'top 3 silver mining countries',
  'who produces most of the worlds helium',
  'why is copper so expensive',
])('the FAQ of one metal is not put into another’s answer: %s', (question) => {
  expect(answer(question).faq).toBeNull();
});

test.each([
  ['european magnesium price 2022', 'Magnesium metal, European free market, 2022: $5,206/t'],
  ['indium rotterdam price 2023', 'Indium metal, Rotterdam, 2023: $249/kg'],
  ['copper US price 2024', /^Copper, cathode, COMEX and premium, US producer, 2024/],
  ['give us the copper price 2024', 'Copper metal, LME, 2024: $9,142/t'],
  ['tin New York price 2023', /^Tin metal, New York dealer, 2023/],
  ['copper production US 2024', /^Copper, production, United States, 2024/],
])('a place by which prices are told apart is a market: %s', (question, expected) => {
  expect(head(question)).toMatch(expected);
});

test.each([
  ['tungsten per metric ton unit in 2022', '$275/mtu'],
  ['tungsten $/mtu 2023', '$258/mtu'],
  ['ammonia per short ton 2022', '$1,070/short ton'],
  ['industrial diamond price per carat 2023', '$0.16/carat'],
  ['gold per gram in 2024', '$76.78/g'],
])('a price in the unit that is asked for: %s', (question, expected) => {
  expect(head(question)).toContain(expected);
  expect(renderPlainText(answer(question))).not.toMatch(/did not use/);
});

test.each([
  ['battery metals prices', ['Cobalt', 'Lithium', '$9,000/t', 'Nickel', '$17,588/t', 'Jun 2026']],
  ['rare earth prices', ['Dysprosium', '$239/kg', 'Neodymium', 'oxide, 99.5 % minimum']],
  ['precious metals', ['Gold', '$4,228/troy oz', 'Rhodium']],
  ['base metals prices 2024', ['Tin', '$30,066/t', 'Zinc', '$2,776/t']],
  ['fertiliser prices in euro', ['Potash', '€349.53/t', 'Federal Reserve']],
  ['what do platinum group metals cost', ['Iridium', '$4,400/troy oz']],
  ['import reliance of battery metals', ['Cobalt', '79 %', 'Of the United States']],
])('a family is told member by member: %s', (question, expected) => {
  const text = renderPlainText(answer(question));
  for (const part of expected) expect(text).toContain(part);
  expect(text).not.toMatch(/did not use|Neodymium, 2024/);
});

test.each([
  'i work at a battery metals startup',
  'which base metals does the us import',
  'why are battery metals so expensive',
])('a family that is only mentioned has no table: %s', (question) => {
  expect(answer(question).outcome).not.toBe('answer');
});
