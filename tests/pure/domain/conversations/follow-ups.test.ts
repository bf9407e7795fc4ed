/** The question before with one slot replaced: each slot of the frame, in several phrasings; and what is done with what was spoken of. */
import { describe, expect, test } from 'vitest';
import { after, lastOf } from './conversation.ts';

describe('another year', () => {
  after(
    ['price 2023'],
    [
      '2022 instead',
      'i meant 2022',
      'sorry, 2022',
      'oh i mean for 2022',
      'change it to 2022',
      'same question for 2022',
      'and 22?',
      'the year before',
      'previous year?',
      'and a year earlier?',
    ],
    /Neodymium, 2022: \$92/,
  );
  after(['price 2021'], ['and 2 years later', 'two years after'], /Neodymium, 2023: \$110/);
  after(['price two years ago'], ['three?', 'and three', 'three years ago'], /Neodymium, 2023: \$110/);
  after(['price two years ago', 'three?'], ['and five'], /Neodymium, 2021: \$75/);
  after(['price 2023'], ['since then?'], /Neodymium, 2023 to 2026/);
  after(
    ['price 2023'],
    ['add 2022 to that', 'together with 2022', 'include 2022'],
    /2022 to 2023: \$92\/kg to \$110\/kg/,
  );
});

describe('another metal, metric, unit, form, source', () => {
  after(
    ['price 2022'],
    ['terbium', 'terbium instead', 'i meant terbium', 'now do terbium', 'and now terbium for the same year'],
    /Terbium oxide.*2022: \$2,0\d\d/,
  );
  after(
    ['price 2022', 'terbium?'],
    ['back to neodymium, same year', 'neodymium again please'],
    /\$(?:92|134)/,
  );
  after(
    ['price 2023'],
    ['production?', 'how much was produced then', 'how much was mined in that year', 'output that year'],
    /2023: 53,400 t/,
  );
  after(
    ['production 2022'],
    ['price?', 'price that year', 'what was it worth', 'and the price then'],
    /2022: \$92/,
  );
  after(['price 2023'], ['sectors?', 'renewables share?'], /2023: Renewable energy 31 %/);
  after(['price 2023'], ['$/lb', 'and per pound?', 'convert to lb'], /\$49\.90\/lb/);
  after(['price 2023'], ['no, the oxide', 'oxide price i mean', 'usgs', 'as oxide'], /oxide.*2023: \$78/);
  after(['china production 2023'], ['world?', 'and globally?'], /world production, 2023/);
});

describe('another amount, sum of money, or price on the table', () => {
  after(
    ['what does 40 kg cost at 2022 prices'],
    ['make it 60', '60 instead', 'no, 60', 'and 60 kg', '60?', 'with 60', 'i meant 60 kilos'],
    /60 kg of neodymium, 2022: \$5,520/,
  );
  after(
    ['what does 40 kg cost at 2022 prices'],
    ['double that', 'twice as much'],
    /80 kg of neodymium, 2022: \$7,360/,
  );
  after(['what does 40 kg cost at 2022 prices'], ['half of it'], /20 kg of neodymium, 2022: \$1,840/);
  after(
    ['price 2023'],
    ['times 40 kg', 'x 40 kg', 'multiply by 40 kg', 'what would 40 kg cost'],
    /40 kg.*2023: \$4,400/,
  );
  after(
    ['budget of 25000 usd, 2023 price, how many kg'],
    ['with 50000?', 'and with $50,000', 'what if it is 50k'],
    /\$50,000 buys, at 2023 prices: about 454\.5 kg/,
  );
  after(
    ['how much could i buy with $10,000 in 2021'],
    ['and in 2024', '2024?', 'at 2024 prices'],
    /2024 prices: 80 kg/,
  );
  after(['is $130/kg fair in 2024'], ['and 120?', 'what about $120/kg'], /\$120\/kg is 4 % below/);
  after(
    ['how much nd is inside 10 kg of magnets'],
    ['what is that worth at 2024 prices', 'what does that cost in 2024', 'price of that amount 2024'],
    /in 10 kg of NdFeB magnets, 2024: about \$33[34]/,
  );
  after(['250 kg of magnets 2023'], ['and 30 kg'], /in 30 kg of NdFeB magnets, 2023/);
});

describe('something done with both', () => {
  const change = /2023 (?:to|against) 2024.*\n?.*\+13\.6 %/;
  after(
    ['price 2023', 'and 2024'],
    [
      'difference?',
      'between the two',
      'in percent',
      'how much %',
      'change in percent?',
      'by how much did it rise',
      'so how much did it go up',
      'increase?',
      'so what is the rise',
      'compare them',
      'so up or down',
    ],
    change,
  );
  after(
    ['price 2023', 'and 2024'],
    ['average?', 'mean of both', 'average of the two'],
    /mean price.*\$117\.50/,
  );
  after(['price 2023', 'and 2024'], ['which one is higher'], /highest price.*\$125\/kg in 2024/);
  after(['price 2023', 'and 2024'], ['which was cheaper'], /lowest price.*\$110\/kg in 2023/);
  after(
    ['was 2023 more expensive than 2022?'],
    ['by how much', 'how many percent', 'how much exactly'],
    /\+19\.6 %/,
  );
  after(['production 2024 and 2025'], ['which change is that in %', 'what is that in percent'], /\+5\.6 %/);
  after(['production 2024 and 2025'], ['so how many tonnes more', 'difference'], /3,200 t more/);
  after(['production 2024 and 2025'], ['sum?', 'total', 'together'], /2024 to 2025: 116,800 t in all/);
  after(
    ['80 kg at 2021 price and at 2024 price'],
    ['so how much more expensive', 'difference in dollars', 'how much did i save', 'what is the difference'],
    /From 2021 to 2024: \$4,000 more for 80 kg/,
  );
  after(['price 2023'], ['how much did it rise', 'and the change from 2022'], /2022 to 2023: \+19\.6 %/);
});

describe('what is only said in between', () => {
  test.each(['what is the weather like', 'i am going to lunch', 'do you like music', 'tell me a joke'])(
    '%s',
    (said) => {
      expect(lastOf(['price 2023', said, 'and 2024'])).toMatch(/^answer: Neodymium, 2024: \$125/);
    },
  );
  test.each(['thanks', 'ah ok, thanks', 'merci', 'great, ty', 'cheers'])('%s', (said) => {
    expect(lastOf(['price 2023', said])).not.toMatch(/^answer/);
  });
});

describe('a cost at the price of another year', () => {
  after(
    ['30 kg of neodymium in 2024'],
    [
      'now at 2022 prices',
      'now with the 2022 price',
      'ok now at the price of 2022',
      'and now using prices from 2022',
      'at the 2022 price please',
    ],
    /30 kg of neodymium, 2022: \$2,760/,
  );
  after(
    ['30 kg of neodymium in 2024'],
    ["at today's price", 'at the current price'],
    /30 kg of neodymium, 2026/,
  );
});

describe('one more', () => {
  after(
    ['price 2023'],
    ['one more: 2022', 'one more year: 2022', 'just one more, 2022'],
    /Neodymium, 2022: \$92/,
  );
  after(['price 2022'], ['one more: terbium'], /Terbium oxide.*2022/);

  test('a mass is none', () => {
    expect(lastOf(['30 kg of neodymium in 2024', 'one more kg'])).not.toMatch(/\$/);
  });
});
