/** Whatever an answer offers to ask next has an answer itself, looks like nothing else beside it, and can be typed. */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Answer, Suggestion } from '#src/domain/answer.ts';
import { answerText, ask } from '#src/domain/asking/ask.ts';
import { askedBy, askedOfFaq } from '#src/domain/asking/read-text.ts';
import { needSchema } from '#src/domain/reading/need.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');
const answer = (text: string) => ask(text, catalog, { now });
/** A history in words reaches to where any figure of the metal does, and says which years it lacks. */
const figuresOf = ({ parts }: Answer) => parts.map((part) => ({ ...part, cautions: [] }));
const pressed = ({ ask: words, need, faq }: Suggestion) =>
  answerText(faq === undefined ? askedBy(need ?? {}, words, now) : askedOfFaq(faq, words, now), catalog, {
    now,
  });

/** Of each metal, whether there is an answer or not. */
const OF_A_METAL =
  `price; price 2021; price 2019; price 2030; price history; highest price; production 2023; reserves;
  supply 2024; renewables share; cost of 3 kg in 2030; 5 kg; price change; tell me about; price in EUR; usgs price; report price; volatility;
  which companies make; what is; versus terbium; and cerium price 2023; forecast; price change 2010 to 2030; chart of; why did it rise;
  price per tonne 2024; how much does $10,000 buy; production in China; production in Germany; electronics share 2019; supply status 2033`
    .split(';')
    .flatMap((words) => catalog.metals.map(({ name }) => `${name} ${words.trim()}`));
const TYPED = ['dev', 'voices'].flatMap((set) =>
  readFileSync(`tests/pure/questions/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly q: string } => JSON.parse(line))
    .map(({ q }) => q),
);
const OTHERS = [
  'neodymium and terbium price 2023',
  'will house prices fall',
  'set an alert',
  'how much neodymium in a motor',
  'volatility',
];

describe('what is offered', () => {
  const given = [...OF_A_METAL, ...TYPED, ...OTHERS].map((text) => ({ text, answer: answer(text) }));
  const offered = given.flatMap(({ text, answer: { suggestions } }) =>
    suggestions.map((suggestion) => ({ text, ...suggestion })),
  );
  const different = [...new Map(offered.map((one) => [one.ask, one])).values()];

  test('is answered when it is pressed, by the entry that it names', () => {
    expect(different.length).toBeGreaterThan(60);
    const dead = different.filter((suggestion) => {
      const next = pressed(suggestion);
      return next.outcome !== 'answer' || (suggestion.faq !== undefined && next.faq !== suggestion.faq);
    });
    expect(dead).toEqual([]);
  });

  test('is data that answers as its words do, so that no words are read again', () => {
    const unlike = different.flatMap((suggestion) => {
      const { need, faq, ask: words } = suggestion;
      // A chosen entry answers alone, where its words may ask for figures too.
      if (faq !== undefined) return [];
      const [data, typed] = [pressed(suggestion), answer(words)];
      const isAlike = need !== undefined && isDeepStrictEqual(figuresOf(data), figuresOf(typed));
      return isAlike ? [] : [[words, renderPlainText(data), renderPlainText(typed)]];
    });
    expect(unlike).toEqual([]);
  });

  test('fits a button, and comes back from one as it was', () => {
    for (const { need } of different)
      expect(need === undefined || needSchema.parse(JSON.parse(JSON.stringify(need)))).toEqual(need ?? true);
  });

  test('never looks like another choice beside it', () => {
    const alike = given.filter(({ answer: { suggestions } }) => {
      return new Set(suggestions.map(({ label }) => label)).size < suggestions.length;
    });
    expect(alike.map(({ text }) => text)).toEqual([]);
  });

  test('is no change within one year', () => {
    const { suggestions } = answer('neodymium price 2018, 2019 and 2024');
    expect(suggestions.map(({ label }) => label).filter((label) => /change/iu.test(label))).toEqual([]);
  });

  test('is listed in a terminal as what can be typed', () => {
    const shown = renderPlainText(answer('neodymium price 2023'));
    expect(shown).toContain('  - Neodymium price history');
  });
});
