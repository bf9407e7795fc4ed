/** What a few words ask of the answer before: who leads, when that was, why; what is supposed; extremes and moves. */
import { describe } from 'vitest';
import { after } from './conversation.ts';

describe('what a few words ask of the answer before', () => {
  after(
    ['rare earth production 2024'],
    ['which country the most?', 'who leads', 'and who is the biggest', 'so who produces the most of it'],
    /2024: China leads, 270,000 t/,
  );
  after(
    ['rare earth production 2024', 'who leads'],
    ['and the second?', 'who is second'],
    /United States is number 2, 45,000 t/,
  );
  after(['rare earth reserves'], ['who has the most'], /China leads, 44,000,000 t/);
  after(
    ['rare earth reserves', 'who has the most'],
    ['how much do they have'],
    /reserves in China.*44,000,000 t/,
  );
  after(
    ['who mines the most rare earths?'],
    ['how much did they mine in 2024'],
    /production, China, 2024: 270,000 t/,
  );
  after(
    ['rare earth production in china 2024'],
    ['what share is that', 'how much of the world is that', 'what is their share'],
    /share of world production, China, 2024: about 69 %/,
  );
  after(['lowest neodymium price'], ['when was that', 'which year was that'], /\$75\/kg in 2021/);
  after(
    ['neodymium price 2022'],
    ['and the other source?', 'what does the other one say'],
    /oxide.*2022: \$134\/kg/,
  );
  after(['neodymium price 2024'], ['is that up', 'by how much'], /2023 to 2024: \+13.6 %/);
  after(
    ['rare earth production in china 2024', 'and australia'],
    ['which of them grew more'],
    /in China, 2023 to 2024: \+[\d.]+ %/,
  );
  after(
    ['rare earth production in china 2024', 'and australia'],
    ['the two together'],
    /Australia together, 283,000 t/,
  );
});

describe('what is supposed, and why', () => {
  after(
    ['is $140/kg fair for neodymium?'],
    ['what if it is oxide', 'if it was oxide?'],
    /\$140\/kg is 91.8 % above the price of neodymium oxide/,
  );
  after(['500 kg nd 2024'], ['what if we take 300 kg'], /300 kg of neodymium, 2024: \$37,500/);
  after(
    ['neodymium price 2023', 'in euros'],
    ['why?', 'but why', 'why is that'],
    /What drives the neodymium price/,
  );
  after(['terbium price 2023'], ['why?'], /^none: I don’t know why/);
  after(['20 kg at 2023 price'], ['times 3', 'x 3', 'multiply by 3'], /60 kg of neodymium, 2023: \$6,600/);
  after(['neodymium production in 2023'], ['double that', 'times 3'], /^(?:none|suggest)/);
  after(['$20,000 of neodymium at 2024'], ['double that'], /\$40,000 buys/);
});

describe('extremes and moves', () => {
  after(['is 2022 the most expensive year'], ['and the cheapest'], /lowest price 2021 to 2025: \$75/);
  after(['neodymium price 2022 to 2024'], ['highest?', 'peak'], /highest price 2022 to 2024: \$125/);
  after(['did neodymium rise in 2023'], ['and the year before'], /2021 to 2022: \+22.7 %/);
});

describe('"it" is the metal that was spoken of, whatever is asked of it', () => {
  after(['dysprosium price'], ['what is it used for'], /^answer: Dysprosium \(Dy\)/);
  after(
    ['dysprosium price 2024', 'what is it used for'],
    ['how much did it change since 2021'],
    /Dysprosium oxide/,
  );
  after(
    ['dysprosium price'],
    ['why is it so high'],
    /^none: I have figures on dysprosium, and no explanations/,
  );
  after(['neodymium price'], ['what is it used for'], /^answer: What is neodymium and what is it used for/);
});

describe('there', () => {
  after(
    ['who produced the most rare earths in 2024'],
    ['mine production there in 2023', 'output there in 2023', 'and production there in 2023'],
    /China, 2023/,
  );
  after(
    ['rare earth production in Australia in 2024'],
    ['and there in 2023', 'production there in 2023'],
    /Australia, 2023/,
  );
  after(['rare earth production in Australia in 2024'], ['reserves there'], /Australia/);
  after(
    ['who produced the most rare earths in 2024'],
    ['what production was there in 2023'],
    /world production/,
  );
});
