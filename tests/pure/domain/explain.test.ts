import { describe, expect, test } from 'vitest';
import { readText } from '#src/domain/asking/read-text.ts';
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
    expect(JSON.stringify(blocks)).not.toContain('<!channel>');
    expect(text).not.toContain('<@U1>');
  });
});
