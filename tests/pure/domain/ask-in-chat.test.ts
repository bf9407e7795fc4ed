/** Questions as they are typed in a channel: shorthand, half a sentence, two sources against each other. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const answer = (text: string, previous?: Question) =>
  ask(text, catalog, { now: new Date('2026-11-23T12:00:00'), previous });
const say = (text: string) => renderPlainText(answer(text));

describe('figures', () => {
  test.each([
    ['nd price hist', /2021 to 2026: \$75\/kg in 2021/],
    ['how many tons did the world make in 2024', /world production, 2024: 56,800 t/],
    ['price 2023 and supply 2023', /\$110\/kg[\s\S]*2023: shortage/],
    ['anyone got the 2023 nd number handy', /2023: \$110\/kg/],
    ['by how much did it climb from 2021 to 2022 in dollars', /\$92\/kg \(estimate\), \$17 more a kg/],
    ['usgs price change 2021 to 2024', /\$98\/kg to \$56\/kg, \$42 less a kg/],
    ['graph nd vs usgs', /\$98\/kg/],
  ])('%s', (text, expected) => {
    expect(say(text)).toMatch(expected);
  });

  test('a difference that may go either way is not given a sign', () => {
    expect(say('price change 2024 to 2025')).toMatch(/to \$100 to \$130\/kg \(estimate\)\.\n/);
  });
});

describe('checks', () => {
  test('what is said of a country is checked against what its source says of it', () => {
    expect(say('is it true china controls 90% of neodymium')).toMatch(
      /^The claim of over 60 to 70 % for China's part/,
    );
  });

  test('the report is meant where an answer is held against the USGS', () => {
    expect(answer('why does usgs say 56 when you say 125')).toMatchObject({
      outcome: 'answer',
      topic: 'sources',
    });
  });
});

test('a mass of metal is costed as the oxide that holds it, and not as so much oxide', () => {
  const given = renderPlainText(answer('how much nd2o3 do i need for 10 kg metal'));
  expect(given).toMatch(/^about 11\.67 kg of neodymium oxide, which holds 10 kg of neodymium metal/);
});

test('"w/o" is "without"', () => {
  expect(answer('any way to design magnets w/o nd')).toMatchObject({
    outcome: 'answer',
    faq: 'substitution',
  });
});

test('an amount alone takes the year of the question before it', () => {
  const before = answer('what was nd in 2023');
  expect(renderPlainText(answer('for 20 kg', before.question))).toMatch(/^20 kg of neodymium, 2023: \$2,200/);
});
