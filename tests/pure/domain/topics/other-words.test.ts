/** Figures that people ask for in whatever words: each kind on several metals, and what only looks like it. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { asSaid } from '#src/domain/reading/words/as-said.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const text = (question: string) => renderPlainText(ask(question, catalog, { now }));

const KINDS: Readonly<Record<string, readonly (readonly [question: string, shown: RegExp])[]>> = {
  'names that are words, beside two times': [
    ['copper in may vs june', /^Copper metal, Jun 2026: \$13,552\/t; May 2026: \$13,543\/t/],
    ['gold in may vs june', /^Gold metal, Jun 2026: \$4,228\/troy oz; May 2026/],
    ['tin in 2024 or 2023 higher?', /^2024. Tin price, 2023 against 2024: \$25,938\/t and \$30,066\/t/],
    ['copper in 2023 vs 2024', /^Copper price, 2023 against 2024: \$8,490\/t and \$9,142\/t/],
    ['lead in the race or lag', /^I don’t know that\.$/m],
  ],
  'all there is on a metal': [
    ['tell me about scandium', /^Scandium oxide, 99\.99 %, 2025: \$640\/kg[^]*Production: 80 t/],
    ['tell me about copper', /^Copper metal, LME, 2025[^]*Production: 23,000 kt/],
    ['tell me about neodymium', /^What is neodymium and what is it used for\?/],
  ],
  'what no source says, by the name of what was asked about': [
    ['why is gallium so expensive', /^I have figures on gallium, and no explanations\.[^]*Gallium price/],
    ['is there a substitute for cobalt in batteries', /^I have figures on cobalt, and no explanations\./],
  ],
  'what is named beside a metal and is none': [
    ['neodymium and coffee prices 2024', /^Neodymium, 2024: \$125\/kg[^]*I have nothing on coffee\./],
    ['copper and oil price in 2024', /^Copper metal, LME, 2024: \$9,142\/t[^]*nothing on oil/],
  ],
  'words that are symbols too, beside names': [
    [
      'which is dearer, terbium or dysprosium, in 2021',
      /^Terbium is the highest. 2021, oxide: Terbium \$1,340\/kg; Dysprosium \$410\/kg(?![^]*Indium)/,
    ],
    ['compare nd, pr, dy and tb', /^2025, oxide: Neodymium[^]*Praseodymium[^]*Dysprosium[^]*Terbium/],
  ],
  'as many as are wanted': [
    ['top 3 lithium producers', /Country {2,}Production\nAustralia.*\nChina.*\nChile.*\n(?!Zimbabwe)/],
    ['three largest cobalt miners', /\nRussia.*\n(?!Canada)(?![^]*I did not use)/],
  ],
  'how it moves, where months are known': [
    ['is silver up', /^Yes. Silver metal price, Jun 2025 to Jun 2026: \+85\.3 %/],
    ['copper price change', /^Copper metal price, Jun 2025 to Jun 2026: \+37\.8 %/],
    ['copper change 2023 to 2024', /^Copper metal, LME price, 2023 to 2024: \+7\.7 %/],
    ['dysprosium price change', /^Dysprosium oxide, 99\.5 % minimum price, 20\d\d to 2025/],
    ['why is gold so high', /^I have figures on gold, and no explanations/],
  ],
  'who mines what is told of together': [
    ['who mines terbium', /^Rare earths, mine production, 2025: China leads/],
    ['terbium production by country', /^Rare earths, mine production, 2025: China leads/],
  ],
  'at which stage': [
    ['which country refines the most copper', /^Copper, refinery production, 2025: China leads, 14,000 kt/],
    ['biggest copper refiners', /^Copper, refinery production, 2025: China leads/],
    ['which country mines the most copper', /^Copper, mine production, 2025: Chile leads, 5,300 kt/],
    ['who makes the most nickel', /^Nickel, mine production, 2025: Indonesia leads, 2,600,000 t/],
    [
      'who makes the most refined nickel',
      /^Nickel, mine production[^]*the sources have none of refineries here/,
    ],
    ['where is lithium refined', /^Lithium, mine production[^]*the sources have none of refineries here/],
    ['us nickel refinery production 2023', /^Nickel, refinery production, United States, 2023: withheld/],
    ['refined zinc production', /^Zinc, refinery production, United States, 2025: 220 kt/],
  ],
  'prices since a year, up to the newest there is': [
    ['gold price history', /^Gold metal, 1960 to 2025[^]*The newest is of Jun 2026: \$4,228\/troy oz\./],
    ['gold price 2020 to 2024', /^Gold metal, 2020 to 2024: (?![^]*Jun 2026)/],
  ],
  'what a sum is set against': [
    ['will $1.4m get me 100 t of copper', /\$14,000\/t is 3\.3 % above the price\./],
    // A projection stands behind what was observed, and not in its place.
    [
      'how much nd for $60,000',
      /^\$60,000 buys, at 2025 prices: about 461\.5 to 600\.0 kg[^]*2026: about 428\.6 to/,
    ],
  ],
  'how long reserves last': [
    ['how long will the world’s copper last', /^Copper: reserves are about 43 years/],
    ['when do we run out of zinc', /^Zinc: reserves are about 18 years/],
    ['at current mining rates how many years of gold are left', /^Gold: reserves are about 20 years/],
    ['how many years until silver runs out', /^Silver: reserves are about 23 years/],
    ['lithium reserve to production ratio', /^Lithium: reserves are about 130 years/],
    ['for how many years does known fluorspar suffice', /^Fluorspar: reserves are about/],
    ['lead depletion time', /^Lead: reserves are about 21 years/],
  ],
  'formulas, by the price of what they name': [
    ['GeO2 price 2024', /^Germanium, dioxide, 2024: \$1,281\/kg/],
    ['Na2CO3 price 2023', /^Soda ash, 2023: \$211\.48\/t/],
    ['Li2CO3 price 2023', /^Lithium, carbonate, battery grade, 2023: \$39,000\/t/],
    ['CaO price 2023', /^Lime, quicklime, 2023: \$184\.60\/t/],
    ['Ca(OH)2 price 2023', /^Lime, hydrated, 2023: \$234\.60\/t/],
    ['TiO2 price 2023', /^Titanium dioxide, pigment, 2023: \$3,240\/t/],
    ['CaF2 production china 2024', /^Fluorspar, production, China, 2024: 6,000 kt/],
    ['KCl price april 2022', /\$1,202\/t/],
    ['Ga2O3 price 2024', /^I have no price of gallium for oxide/],
    ['antimony trioxide price 2023', /^I have no price of antimony for oxide/],
    ['arsenic trioxide price 2024', /^I have no price of arsenic for oxide/],
    ['ferromanganese price 2024', /No price here is said to be of ferromanganese/],
  ],
  'on which terms': [
    ['manganese ore CIF China 2024', /^Manganese, ore, manganese content, China, 2024: \$5\.53\/mtu/],
    ['sulfur fob mine 2024', /^Sulfur, elemental, 2024: \$46\.42\/t/],
    ['potash price fob mine 2023', /^Potash, all products, K2O equivalent, 2023/],
    ['soda ash f.o.b. plant price 2024', /^Soda ash, 2024: \$169\.35\/t(?![^]*I did not use)/],
    ['copper price fob 2024', /I did not use: fob/],
  ],
  'whether a price is past a line': [
    ['is copper above $9,000', /^Yes\. Copper metal, LME, Jun 2026: \$13,552\/t/],
    ['is tin under $30,000/t', /^No\. Tin metal, LME, Jun 2026: \$53,037\/t/],
    ['was copper above 10000 in may 2024', /^Yes\. Copper metal, LME, May 2024: \$10,139\/t/],
    ['was gold ever above 5000', /^Yes\. Gold metal, the highest was \$5,020\/troy oz, Feb 2026/],
    ['was gold ever above 6000', /^No\. Gold metal, the highest was \$5,020/],
    ['did zinc fall below 2500 in the last 12 months', /^No\. Zinc metal, LME, the lowest was/],
    [
      'did nickel go below 20000 in 2023',
      /^Not as a mean of the year, but in single months[^]*\$16,461\/t \(Dec 2023\)/,
    ],
    ['was dysprosium over 400 in 2021', /^Yes\. Dysprosium oxide/],
  ],
  'the highest of all months': [
    ['highest monthly nickel price ever', /^Nickel metal, highest of all months: \$52,179\/t in May 2007/],
    ['lowest monthly tin price ever', /^Tin metal, lowest of all months: \$2,163\/t in May 1960/],
  ],
  'trade of the United States': [
    ['how much salt did america import in 2023', /^Salt, imports, United States, 2023: 15,700 kt/],
    ['silver exports 2023', /^Silver, exports, United States, 2023: 73 t/],
    ['does the us import all its graphite', /^Graphite, US net import reliance, 2025: 100 %/],
    ['is the US fully dependent on foreign manganese?', /^Manganese, US net import reliance, 2025: 100 %/],
    ['what portion of its potash does the us import', /^Potash, US net import reliance, 2025: 92 %/],
    ['where does US yttrium come from', /US imports 2021 to 2024 by source: China 70 %/],
    ['biggest supplier of tin to the US', /^Tin[^]*US imports 2021 to 2024 by source: Peru 31 %/],
    [
      'which metals is the US 100% import reliant on',
      /^US net import reliance of 100 %[^]*Arsenic[^]*Gallium[^]*Yttrium/,
    ],
    ['which commodities is the US a net exporter of', /^The US is a net exporter of[^]*Soda ash/],
  ],
  'what is in stock, and what is consumed': [
    ['US stocks of copper end of 2024', /^Copper, stocks, United States, 2024: 123 kt/],
    ['how much tin is in stock in the US', /^Tin, stocks, United States, 2025: 8,100 t/],
    ['how much aluminium does the us consume', /^Aluminium, consumption, United States/],
  ],
  'what is won from scrap': [
    [
      'Mg recovered from scrap in the usa 2024',
      /^Magnesium, secondary production \(from scrap\), United States, 2024: 109 kt/,
    ],
    [
      'silver recovered from scrap 2023',
      /^Silver, secondary production \(from scrap\), United States, 2023: 1,150 t/,
    ],
    ['recycling share of lead', /about 66\.7 % of apparent consumption/],
    ['secondary zinc production 2024', /^I have no figure of what is won from scrap of zinc/],
    ['refined tin production china 2024', /This is mine production: the sources have none of refineries/],
  ],
  'what a use takes, where the use is a metal too': [
    ['how much of US niobium goes into steel', /^Niobium, steels: 77 %/],
  ],
  'prices of one metal side by side': [
    ['quicklime vs hydrated lime price 2023', /quicklime \$184\.60\/t; Lime, hydrated \$234\.60\/t/],
    ['germanium metal vs dioxide 2024', /Germanium metal \$1,991\/kg; Germanium, dioxide \$1,281\/kg/],
    ['lme vs comex copper price 2024', /LME \$9,142\/t; Copper, high grade, first position, COMEX/],
    ['titanium sponge vs pigment price 2024', /Titanium \$13\.30\/kg; Titanium dioxide \$3\.17\/kg/],
    ['pr vs nd oxide 2024', /Praseodymium \$56\/kg; Neodymium \$56\/kg/],
  ],
  'how concentrated it is': [
    ['CR3 manganese ore 2024', /The first three, South Africa/],
    ['is iodine mining in few hands', /Herfindahl index/],
  ],
  'which of several columns of a page': [
    ['synthetic soda ash world production 2024', /: 52,200 kt/],
    ['crude steel production india 2024', /India, 2024: 150 million t[^]*Raw steel/],
    ['world rutile production 2024', /: 460 kt[^]*Rutile/],
  ],
  'the largest move, and not the highest figure': [
    ['which year had the biggest price jump', /largest rise in a year: 2022, \+22\.7 %/],
    ['steepest fall in lithium price', /largest fall in a year: 2024, -69\.7 %/],
    ['which year did nickel rise most', /largest rise in a year: 1988, \+183 %/],
  ],
  'means and extremes of shares': [
    ['average ev share', /mean renewable energy demand[^]*30\.4 %/],
    ['when was the electronics share lowest', /lowest electronics[^]*32 % in 2025/],
  ],
  'what an output is worth': [
    ['size of the nd market 2024 in dollars', /output of 2024 at its price: \$7,100,000,000/],
    ['value of nd production 2024 in usd', /output of 2024 at its price: \$7,100,000,000/],
    // Its price is of carbonate, and its output of lithium.
    ['lithium market size', /^I can’t say what the output of lithium/],
  ],
  'when a line was crossed': [
    ['in which year did nd pass 100 $ per kg', /first past it in 2023: \$110\/kg/],
    ['which year did terbium oxide fall below 1000 dollars', /first below it in 2024: \$812\/kg/],
    ['when did gold first exceed 2000', /first past it in Dec 2023: \$2,026/],
  ],
  'who comes first': [
    ['is anybody still mining asbestos?', /^Asbestos, mine production, 2025: Russia leads/],
    ['whose bentonite output is the highest', /United States leads/],
    ['world No. 1 in strontium', /Iran leads/],
    ['who sits on the most phosphate', /reserves[^]*Morocco leads/],
  ],
  'from one year to the next': [
    ['antimony yoy', /^Antimony metal price, 2024 to 2025/],
    ['silver yoy', /^Silver metal price, 2024 to 2025: \+40\.6 %/],
  ],
  'one of several columns, and not the other': [
    ['how much silicon metal, not ferrosilicon, did China make in 2024', /: 4,800 kt[^]*Silicon metal/],
    ['magnesium metal $/lb US spot 2022', /2022: \$7\.59\/lb/],
    ['crude gypsum at the mine gate 2024', /^Gypsum, crude, 2024: \$12\/t/],
    ['copper comex price 2024', /high grade, first position, COMEX/],
    [
      'in which year was iron and steel scrap most expensive',
      /highest price 2021 to 2025: \$417\.66\/t in 2021/,
    ],
  ],
  'what is asked of the United States by those who are there': [
    ['our potash comes from', /source: Canada 79 %/],
    ['talc: do we really buy it in Pakistan?', /from Pakistan: .*52 %/],
    ['gold mining jobs us 2024', /^Gold, employment, United States, 2024: 13,200 people/],
  ],
  'what it is for': [
    ['what is rhenium for', /^Rhenium, superalloys in turbine engines: 80 %/],
    ['what’s barite good for', /^Barite, weighting agent/],
  ],
  'sums without a currency, and the middle of a range': [
    ['I have 20000 to spend on nd at 2023 prices, how many kg', /181\.8 kg/],
    ['what quantity is possible with 75k on terbium oxide 2024', /92\.36 kg/],
    ['average of the nd forecast range for 2026', /The middle of that range: \$127\.50\/kg/],
  ],
  'lists and two questions': [
    ['terbium, dysprosium and olive oil 2023', /\$1,300\/kg[^]*\$330\/kg[^]*I have nothing on olive oil/],
    ['neodymium price 2024, and which country mines the most rare earths?', /\$125\/kg[^]*China leads/],
  ],
  'times as they are written': [
    ['aluminium, june ’88, LME', /^Aluminium metal, Jun 1988: \$3,578\/t/],
    ['neodymium price 2O23', /^Neodymium, 2023: \$110\/kg/],
    [
      'how many tonnes of tellurium are refined worldwide in a year',
      /^Tellurium, world refinery production, 2025/,
    ],
    ['how many tons more neodymium in 2026 than 2025', /production, 2025 against 2026/],
  ],
  'symbols and offers': [
    ['Dy and Tb in 2024 pls, plus nd oxide', /\$257\/kg[^]*\$812\/kg[^]*\$56\/kg/],
    ['how far is 150 usd/kg above the top of the 2026 range', /^\$150\/kg is 7\.1 to 30\.4 % above/],
    ['we get antimony at 22000 $/t, market?', /60\.1 % below the price of antimony/],
    ['mercury 2024 price per flask (76 lb)', /^Mercury metal, US imports, 2024: \$1,723\.65\/flask/],
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, rows) => {
  test.each(rows)('%s', (question, shown) => {
    expect(text(question)).toMatch(shown);
  });
});

describe('what only looks like it', () => {
  test.each([
    'how long will the shortage last',
    'how long does a magnet last',
    'best lithium stocks to buy',
    'copper stocks',
    'will gold rise',
    'is nickel going to fall',
    'smartphone market size 2024',
    'who exports the most cobalt',
    'sic transit gloria mundi price 2024',
    'is the lead over 3 points',
    'Telluride ski pass 2024 price',
  ])('%s', (question) => {
    expect(text(question)).not.toMatch(/\$ ?\d|years of output|stocks, United States|kt\b/);
  });
});

const talk = (...questions: readonly string[]): string => {
  let previous: Question | undefined;
  let said = '';
  for (const question of questions) {
    const answer = ask(question, catalog, { now, previous });
    previous = answer.question;
    said = renderPlainText(answer);
  }
  return said;
};

test.each([
  [['amorphous graphite price 2024', 'and flake'], /^Graphite, flake, US imports, 2024: \$1,050\/t/],
  [
    ['flake graphite price 2024', 'and amorphous', 'per kg'],
    /^Graphite, amorphous, US imports, 2024: \$0\.535\/kg/,
  ],
  [['quicklime price 2023', 'hydrated?', '2024'], /^Lime, hydrated, 2024: \$274\.20\/t/],
  [['reserves of rare earths in China', 'brazil?'], /^Rare earths, reserves in Brazil/],
  [['500 kg nd at 2024 prices', 'and with 10 % discount?'], /\$56,250/],
  [['usgs price of neodymium oxide 2024', 'and in the report?'], /^Neodymium, 2024: \$125\/kg/],
  [
    ['Neodymium production in 2023', 'and 2021', 'how much did it grow between the two, in percent'],
    /\+11\.3 %/,
  ],
] as const)('a talk keeps what it is of: %s', (questions, shown) => {
  expect(talk(...questions)).toMatch(shown);
});

test.each([
  ['price of V2O5 in 2O23', 'price of vanadium pentoxide in 2023'],
  ['per kg of Ta2O5', 'per kg of Ta2O5'],
  ['reserves (ZrO2 content)', 'reserves (ZrO2 content)'],
  ['Cao and sic', 'Cao and sic'],
  ['flask (76 lb)', 'flask'],
  ['flask (75 kg)', 'flask (75 kg)'],
  ['mined in a year', 'mined'],
  ['price in a year', 'price in a year'],
  ['we made 500 kg a year', 'we made 500 kg a year'],
])('“%s” is read as “%s”', (typed, said) => {
  expect(asSaid(typed)).toBe(said);
});
