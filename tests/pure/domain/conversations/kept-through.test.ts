/** What was said stays through what follows: how many pieces, what is lost of them, who is left out, and both times of a comparison. */
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { after, lastOf } from './conversation.ts';

const all = await loadCatalog({ dataDir: 'data', faqDir: 'faq', defaultMetal: 'neodymium' });

describe('pieces', () => {
  const magnets = ['800 magnets of 15 g each'];
  after(magnets, ['25 g', 'and with 25 g', '25 g each', '25g ones'], /800 x 25 ?g[^=]* = 20 kg/);
  after(magnets, ['and 1200?', '1200 magnets', 'what about 1,200 pcs?'], /1,200 [^=]*15 g[^=]* = 18 kg/);
  after(magnets, ['40 kg in total', '40 kg'], /in 40 kg of NdFeB magnets/);
  after(['4 x 50 kg of terbium'], ['25 kg'], /25 kg of terbium/);
  after(['4 x 50 kg of terbium'], ['25 kg each'], /100 kg of terbium/);
  after(
    ['60 motors with 2 kg of magnets each'],
    ['90 motors', 'and 90 motors?'],
    /in 180 kg of NdFeB magnets/,
  );

  test('of what was not counted a number of pieces is no amount', () => {
    expect(lastOf(['20 kg of neodymium', '300 motors'])).not.toMatch(/\$/);
  });
});

describe('what is lost, and what is put on', () => {
  after(
    ['20 kg of neodymium in 2023'],
    ['with 10 % scrap', '10 % waste', 'plus 10 % yield loss', 'we lose 10 %', 'yield 90 %'],
    /takes 22.22 kg/,
  );
  after(['20 kg of neodymium with 10 % scrap'], ['in 2023', 'in euros', 'terbium?'], /takes 22.22 kg/, all);
  after(['20 kg of neodymium less 10 %'], ['in 2023', 'terbium?', 'and 40 kg'], /less 10 %/, all);
  after(
    ['20 kg of neodymium less 10 % in 2023'],
    ['without the discount'],
    /20 kg of neodymium, 2023: \$2,200/,
  );

  test('of a price nothing is lost: that is said', () => {
    expect(lastOf(['terbium price', 'with 10 % scrap'], all)).not.toMatch(/takes/);
  });
});

describe('who is left out', () => {
  const without = ['who mines tungsten', 'without china'];
  after(without, ['total of those', 'in 2025', 'and in total'], /outside China, 2025/, all);
  after(without, ['share of it'], /share of world production outside China/, all);
  after(without, ['and vietnam?'], /production, Vietnam/, all);
});

describe('both times', () => {
  after(
    ['is lithium cheaper than in 2022'],
    ['by how much', 'in percent', 'how much cheaper', 'what percentage'],
    /2022 to 2025: -85.9 %/,
    all,
  );
  after(['is cobalt dearer than in 2023'], ['by how much'], /2023 to 2025/, all);
  after(
    ['copper and tin price 2020', 'and 2024'],
    ['which grew more', 'which one rose more'],
    /Tin metal, LME price, 2020 to 2024: \+75.6 %/,
    all,
  );
});

describe('two countries', () => {
  const two = ['nickel indonesia 2024', 'and philippines'];
  after(two, ['ratio', 'ratio between the two'], /2024: Indonesia is 6.53 times Philippines/, all);
  after(two, ['difference', 'by how much'], /2024: Indonesia: 1,956,000 t more than Philippines/, all);
  after(
    ['graphite china output', 'share of world'],
    ['is it growing', 'has it risen'],
    /No. Graphite, share of world production, China: about 82 % in 2024, about 78 % in 2025/,
    all,
  );
});
