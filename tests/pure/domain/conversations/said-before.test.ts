/** What was asked stays what is asked: an order of commodities, a stage of output, a month of a year, and what is asked in words. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { after } from './conversation.ts';

const all = await loadCatalog({ dataDir: 'data', faqDir: 'faq', defaultMetal: 'neodymium' });

describe('an order', () => {
  const risen = ['which metals rose most in 2024'];
  after(
    risen,
    ['and fell most', 'and the losers', 'which fell'],
    /fell most of \d+ commodities from 2023 to 2024/,
    all,
  );
  after(
    risen,
    ['only battery metals', 'of the battery metals?'],
    /rose most of \d+ battery metals from 2023/,
    all,
  );
  after(risen, ['the rare earths only'], /rose most of \d+ rare earths/, all);
  after(risen, ['in 2023?', 'and 2023'], /rose most of \d+ commodities from 2022 to 2023/, all);
  after(['cheapest base metal'], ['second cheapest', 'and the second?'], /Aluminium is number 2/, all);
  after(
    ['cheapest base metal'],
    ['and the most expensive', 'the dearest?'],
    /Tin is the most expensive/,
    all,
  );
  after(['which metals fell most in 2024'], ['top 3'], /fell most/, all);
  after(risen, ['gold price'], /^answer: Gold/, all);
});

describe('a stage', () => {
  after(['recycled tin production'], ['lead', 'and lead?'], /Lead, secondary production/, all);
  after(
    ['secondary copper production'],
    ['and 2024', '2024?'],
    /secondary production \(from scrap\), United States, 2024/,
    all,
  );
  after(['refined copper production chile'], ['2024'], /refinery production, Chile, 2024/, all);
  after(['refined copper production chile'], ['and mine production'], /Copper, production, Chile/, all);
});

describe('a month', () => {
  after(
    ['copper price june 2026'],
    ['a year ago', 'one year ago?', 'and a year ago'],
    /Jun 2025: \$9,835/,
    all,
  );
  after(
    ['copper price june 2026', 'a year ago'],
    ['change in %', 'by how much'],
    /Jun 2025 to Jun 2026: \+37.8 %/,
    all,
  );
});

describe('what is asked in words', () => {
  after(['how is gallium made'], ['and indium', 'indium?'], /nothing on how it is made/, all);
  after(['why is neodymium so expensive'], ['and terbium'], /^none/, all);
  after(['what can replace cobalt'], ['price?'], /Cobalt, cathode/, all);
});
