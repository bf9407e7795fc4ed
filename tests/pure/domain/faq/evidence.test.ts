/** The FAQ answers at once only where a question's words speak of what the entry does. */
import { describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-23T12:00:00');
const answer = (text: string) => ask(text, catalog, { now });

describe('nothing ties it to an entry', () => {
  test.each([
    'i love you',
    'military time',
    'tell me about your day',
    'what is the meaning of life',
    'which day is it today',
    'where am i at currently',
  ])('%s', (text) => {
    expect(answer(text)).toMatchObject({ outcome: 'none', faq: null });
  });
});

describe('too little ties it to an entry for an answer at once', () => {
  test.each([
    'material design',
    'metal band',
    'mine clearing',
    'china news',
    'biggest country in the world',
    'which countries are you available in',
    'quote for insurance',
    'please pair my phone',
    'how can i verify my identity',
    'where did you come from',
  ])('%s', (text) => {
    const given = answer(text);
    expect(given.faq).toBeNull();
    expect(given.outcome).not.toBe('answer');
  });
});

describe('the entry answers', () => {
  test.each([
    ['substitutes', 'substitution'],
    ['what does it mean for the army', 'defense-impact'],
    ['what does usgs stand for', 'what-is-usgs'],
    ['who are the main consumers', 'largest-consumers'],
    ['how do you mine this cleanly', 'green-mining'],
    ['can recyclng fix the shortage', 'recycling-shortage'],
    ['which country dominates neodymium', 'top-producers'],
    ['trade war export curbs, how does that hit neodymium', 'geopolitics'],
    ['real time data', 'real-time-data'],
  ])('%s', (text, id) => {
    expect(answer(text)).toMatchObject({ outcome: 'answer', faq: id });
  });
});

test.each(['share price of lynas', 'MP Materials stock', 'is lynas stock worth buying', 'rare earth etf'])(
  '%s: company shares are not covered',
  (text) => {
    const given = answer(text);
    expect(given.outcome).toBe('none');
    expect(renderPlainText(given)).toContain('not shares in companies');
  },
);

test('advice on mining shares comes from the FAQ, and says that shares are not covered', () => {
  const given = answer('should i invest in lynas shares');
  expect(given.faq).toBe('mining-investors');
  expect(renderPlainText(given)).toContain('not shares in companies');
});
