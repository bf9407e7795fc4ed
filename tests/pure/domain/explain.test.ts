import { describe, expect, test } from 'vitest';
import { answerText } from '#src/domain/asking/ask.ts';
import { askedBy, askedOfFaq, readText } from '#src/domain/asking/read-text.ts';
import { explain } from '#src/domain/asking/explain.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderExplanation, renderExplanationText } from '#src/presentation/explanation.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const now = new Date('2026-11-23T12:00:00');
const why = (text: string) => explain(readText(text, catalog, now), catalog, { now });

describe('why this answer', () => {
  test('figures: what was read from which words, and what was mended', () => {
    const [explanation] = why('neodimium price last year');
    expect(explanation).toMatchObject({ answeredBy: 'figures', topic: 'price', outcome: 'answer' });
    expect(explanation?.slots).toContainEqual({ slot: 'year', words: 'last year' });
    expect(explanation?.repairs).toEqual([{ from: 'neodimium', to: 'neodymium' }]);
  });

  test('the FAQ: the words that spoke for the entry, its probability, the runner-up and the thresholds', () => {
    const [explanation] = why('can recycling end the shortage');
    const [first, second] = explanation?.candidates ?? [];
    expect(explanation?.answeredBy).toBe('faq');
    expect(first?.matchedWords).toContain('recycling');
    expect(first?.probability).toBeGreaterThanOrEqual(explanation?.thresholds.answerFrom ?? 1);
    expect(second?.score).toBeLessThan(first?.score ?? 0);
    expect(renderExplanationText(why('can recycling end the shortage'))).toMatch(
      /Answered from the FAQ[^]*“recycling”[^]*Runner-up[^]*at once from \d+ %/,
    );
  });

  test('a foreign subject is named as the reason', () => {
    expect(why('copper price')[0]).toMatchObject({ answeredBy: 'nobody', foreign: 'copper' });
    expect(renderExplanationText(why('copper price'))).toContain('there is no data on “copper”');
  });

  test('a follow-up names the question that it leans on', () => {
    const previous = catalog.understand('price 2022', now);
    expect(explain(readText('and 2023?', catalog, now), catalog, { now, previous })[0]?.leansOn).toBe(
      'price 2022',
    );
  });

  test('each of several questions is explained', () => {
    expect(why('price 2022? and why did it rise?').map(({ answeredBy }) => answeredBy)).toEqual([
      'figures',
      'faq',
    ]);
  });

  test('what was typed is escaped for Slack', () => {
    const { blocks, text } = renderExplanation(why('<!channel> *price* & <@U1>'));
    const shown = blocks.flatMap((block) =>
      block.type === 'section' || block.type === 'context' ? [JSON.stringify(block)] : [],
    );
    expect(shown.join('')).not.toContain('<!channel>');
    expect(text).not.toContain('<@U1>');
  });

  test.each([
    ['price 2023', 'the price of neodymium (no other metal was named) in 2023'],
    ['terbium price', 'the price of terbium, the newest there is (no year was named)'],
    ['how much did nd rise from 2021 to 2024', 'how the price of neodymium moved, 2021 to 2024'],
    [
      '500 kg magnets with 30 % nd in 2023',
      'what the 30 % in 500 kg of NdFeB magnets of neodymium costs in 2023',
    ],
    ['what does $10,000 of dysprosium buy in 2024', 'how much dysprosium 10,000 USD buys in 2024'],
    [
      'we paid 118 for nd in 2023, too much?',
      'whether 118 USD (for the unit that the sources print) is a fair price of neodymium in 2023',
    ],
  ])('in a buyer’s words: %s', (text, reading) => expect(why(text)[0]?.reading).toBe(reading));

  test('what else was meant has an answer, and is none of what was said', () => {
    for (const text of [
      'price 2023',
      'can recycling end the shortage',
      'who mines most',
      'terbium price 2022',
      '250 kg in 2024',
    ]) {
      const [explanation] = why(text);
      const said = answerText(readText(text, catalog, now), catalog, { now });
      expect(explanation?.instead.length).toBeGreaterThan(0);
      for (const { ask, need, faq } of explanation?.instead ?? []) {
        const read = faq === undefined ? askedBy(need ?? {}, ask, now) : askedOfFaq(faq, ask, now);
        const answer = answerText(read, catalog, { now });
        expect([ask, answer.outcome]).toEqual([ask, 'answer']);
        expect(answer.parts).not.toEqual(said.parts);
      }
    }
  });
});
