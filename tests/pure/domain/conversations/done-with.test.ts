/** What is done with what was spoken of turn by turn, and what stays of it: metals, countries, sectors, amounts, currencies, places. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { after as afterIn } from './conversation.ts';

const catalog = await loadCatalog(readDataOptions({}));
const after = (messages: readonly string[], phrasings: readonly string[], wanted: RegExp) => {
  afterIn(messages, phrasings, wanted, catalog);
};

describe('metals one by one', () => {
  const three = ['tin price 2022', 'and zinc', 'lead?'];
  after(three, ['compare them', 'compare these', 'rank them'], /2022, metal: Tin .*; Zinc .*; Lead /);
  after(three, ['which is the cheapest', 'which one is lowest?'], /Lead is the lowest\./);
  after(three, ['which fell most since 2021', 'which of them fell most from 2021 to 2023'], /price, 2021 to/);
  after(['lithium price 2022', 'cobalt', 'nickel'], ['which lost most since 2022'], /^answer: Lithium/);
  after(
    ['tin price 2022', 'and zinc'],
    ['by how much', 'difference', 'diff', 'delta'],
    /Tin: \$27,854 more a t than zinc/,
  );
  after(
    ['tin price 2022', 'and zinc', 'which is dearer'],
    ['by how much', 'and in percent'],
    /than zinc, \+800 %/,
  );
  after(
    ['tin price 2022', 'and zinc'],
    ['which is more expensive', 'which costs more'],
    /Tin is the highest\./,
  );
  after(
    ['tin price 2022', 'and zinc'],
    ['the other one in 2023', 'and the other in 2023'],
    /Tin metal, LME, 2023/,
  );
  after(
    ['tin price 2022', 'zinc'],
    ['is that cheaper?', 'is it lower', 'and is that less'],
    /^answer: Yes\./,
  );
  after(['price 2022', 'terbium'], ['which is dearer'], /Terbium is the highest/);
});

describe('years one by one', () => {
  const three = ['zinc price 2020', '2021', 'and 2022'];
  after(three, ['average of the three', 'average of all three'], /mean price 2020 to 2022/);
  after(
    three,
    ['in which of these was it highest', 'which of the three was the highest'],
    /highest price 2020 to 2022/,
  );
  after(
    ['zinc price 2023', 'the year before'],
    ['is that higher', 'was it more'],
    /^answer: Yes\. Zinc price, 2022 against 2023/,
  );
});

describe('countries one by one', () => {
  const three = ['lithium production australia 2024', 'chile', 'and argentina'];
  after(three, ['which is the biggest', 'which one is highest'], /Australia leads, .*\n.*Chile.*Argentina/);
  after([...three, 'which is the biggest'], ['by how much'], /Australia: .* more than Chile/);
  after(three, ['together', 'sum', 'total of the three'], /Australia, Chile and Argentina together/);
  after([...three, 'who was the biggest'], ['sum please'], /Australia, Chile and Argentina together/);
  after(['who mines the most cobalt'], ['by how much'], /Congo \(Kinshasa\): .* more than Indonesia/);
  after(['who mines the most cobalt'], ['who is number two', 'and number 2'], /Indonesia is number 2/);
  after(['china rare earths 2024'], ['us', 'us?', 'and the us'], /United States, 2024/);
  after(
    ['chile lithium reserves', 'australia?'],
    ['which of them mined more in 2024'],
    /mine production, 2024: Australia leads/,
  );
});

describe('the place stays, and so does the metal', () => {
  after(
    ['brazil rare earth production 2024'],
    ['its reserves', 'reserves?', 'and its reserves'],
    /reserves in Brazil/,
  );
  after(
    ['manganese production gabon 2024'],
    ["gabon's share", 'share of it', 'percent of world'],
    /Manganese, share of world production, Gabon/,
  );
  after(
    ['manganese production gabon 2024'],
    ['south africa the same year'],
    /Manganese, production, South Africa, 2024/,
  );
  after(['who consumes most copper'], ['and who produces', 'who mines it'], /Copper, mine production/);
  after(
    ['chile copper reserves'],
    ['what did it mine in 2024', 'what did they mine there in 2024'],
    /Copper, production, Chile, 2024/,
  );
});

describe('a part of the world', () => {
  after(
    ['world nickel production 2024', 'indonesia'],
    ['as percent', 'in %'],
    /share of world production, Indonesia, 2024/,
  );
});

describe('imports', () => {
  const sources = ['who supplies the us with tungsten'];
  after(
    sources,
    ['share of china', 'how much from china', 'from china?'],
    /Tungsten, US imports 2021 to 2024 from China/,
  );
  after([...sources, 'from china'], ['and bolivia', 'from bolivia'], /from Bolivia/);
  after(
    [...sources, 'from china'],
    ['what did it mine there in 2024', 'their mine production in 2024'],
    /Tungsten, production, China, 2024/,
  );
  after(sources, ['who is next', 'second?'], /number 2: Germany/);
  after(
    ['us import reliance on antimony'],
    ['where does it come from', 'from where'],
    /Antimony .*US imports 2021 to 2024 by source/,
  );
});

describe('amounts', () => {
  const two = ['5 kg terbium 2024', 'and 7 kg dysprosium'];
  after(two, ['total', 'total of both', 'in sum'], /In all, 2024: \$5,859/);
  after(two, ['difference'], /5 kg of terbium oxide.* costs \$2,261 more/);
  after(
    ['magnets 250 kg with 31 % nd, 2024', 'and dysprosium at 3 %'],
    ['total'],
    /In all, 2024: about \$11,898/,
  );
  after(
    ['nd 2021', '4 t'],
    ['2024 price, same qty', 'what did the same cost in 2024', 'same amount at the 2024 price'],
    /4 t of neodymium, 2024: \$500,000/,
  );
  after(
    ['nd 2021', '4 t', '2024'],
    ['delta', 'difference', 'in %'],
    /\$200,000 more for 4 t of neodymium \(\+66\.7 %\)/,
  );
  after(
    ['3 t cobalt 2024', '2023', 'difference'],
    ['in euros', 'and in eur?'],
    /2023: €.*\n.*\n.*2024: €|2024: €/,
  );
  after(
    ['how much nd can I buy for $50,000 at 2024 prices'],
    ['if the price is 2022', 'at 2022 prices'],
    /\$50,000 buys, at 2022 prices/,
  );
});

describe('currencies', () => {
  after(
    ['500 kg neodymium at 2023 prices', 'with 5 % discount'],
    ['in euros', 'and in eur'],
    /less 5 % discount, 2023: €48,30/,
  );
  after(
    ['nd price 2024 in euro'],
    ['back to dollars', 'ok in dollar then', 'usd again', 'in $ please'],
    /Neodymium, 2024: \$125\/kg/,
  );
  after(['nd price 2024 in euro', 'in dollars'], ['850 kg'], /\$106,250/);
});

describe('small talk between', () => {
  after(
    ['nd price 2025', 'wow expensive'],
    ['and three years ago', 'what was it 3 years ago'],
    /Neodymium, 2023: \$110/,
  );
  after(['nd price 2025', 'fair enough'], ['and 2023', 'n 23'], /Neodymium, 2023: \$110/);
  after(
    ['nd price 2025'],
    ['fair enough, and 2023?', 'i see. 2023?', 'hmm 2023', 'makes sense, 2023 then'],
    /Neodymium, 2023: \$110/,
  );
});

describe('other metals in ordinary words', () => {
  after(
    ['copper price 2023'],
    ['ok zinc then', 'make it zinc', 'the same for zinc', 'zinc, same year', 'great, and zinc?'],
    /Zinc metal, LME, 2023/,
  );
  after(['uranium price 2023'], ['ok zinc then'], /Zinc metal, LME, 2023/);
});

describe('what says too little is not answered with the same again', () => {
  after(['zinc price 2022'], ['ratio', 'compare'], /^(?:none|suggest)/);
});
