/** The shipped FAQ: complete, sourced, told apart, and true by the figures that it stands beside. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findSeries } from '#src/domain/series/figures.ts';
import { faqFileSchema } from '#src/domain/faq/entry.ts';
import { checkFaqText, faqCitations, resolveFaqText } from '#src/domain/faq/faq-text.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import { createMatcher } from '#src/domain/faq/matcher.ts';
import { loadWordVectors } from '#src/platform/word-vectors.ts';
import { splitWords } from '#src/domain/faq/matching/words/words.ts';
import { metalSchema } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const catalog = {
  metals: readdirSync('data')
    .filter((file) => file.endsWith('.json'))
    .map((file) => withTables(metalSchema.parse(json(`data/${file}`)))),
};
const metal = withTables(metalSchema.parse(json('data/neodymium.json')));
const { entries } = faqFileSchema.parse(json('faq/neodymium.json'));
const byId = new Map(entries.map((e) => [e.id, e]));

const questionLine = z.object({ q: z.string() });

const PROMISED = [
  'why-price-surged',
  'largest-consumers',
  'farmonaut-mining',
  'recycling-shortage',
  'real-time-data',
  'finance-expansion',
  'what-is-neodymium',
  'price-drivers',
  'geopolitics',
  'top-producers',
  'production-constraints',
  'will-price-fall',
  'supply-shortage',
  'demand-growth',
  'output-needed',
  'ev-wind-impact',
  'defense-impact',
  'electronics-impact',
  'mining-investors',
  'procurement-strategy',
  'substitution',
  'green-mining',
  'supply-diversification',
  'outlook',
  'satellite-monitoring',
  'jeevn-ai',
  'traceability',
  'fleet-management',
  'carbon-footprint',
  'api-access',
  'climbs-and-corrections',
  'price-stabilised',
  'why-2021-price',
  'defence-demand',
  'closed-loops',
  'sectors-growing-share',
];

test('every promised entry is there, and no id twice', () => {
  expect([...byId.keys()]).toEqual(expect.arrayContaining(PROMISED));
  expect(byId.size).toBe(entries.length);
});

test.each(entries)('$id can be filled in and cited', (entry) => {
  expect(checkFaqText(entry.answer, metal, catalog)).toEqual([]);
  expect(entry.source).toBeDefined();
  expect(faqCitations(entry, metal, catalog).length).toBeGreaterThan(0);
});

test.each(entries)('$id says whose claim it is where it speaks of the publisher’s services', (entry) => {
  expect(entry.claimant).toBe(entry.answer.includes('Farmonaut') ? 'Farmonaut' : undefined);
  if (entry.claimant === undefined) return;
  expect(entry.answer).toMatch(/Farmonaut, which publishes the report and sells th(is|ese) services?, says/);
});

test.each(entries)('$id is short', ({ answer }) => {
  const sentences = answer.split(/[.:;](?:\s+|$)/).filter((s) => s !== '');
  expect(sentences.length).toBeLessThanOrEqual(10);
  expect(answer.length).toBeLessThanOrEqual(1000);
});

const held = (i: number) => i % 10 === 3;
const line = (text: string) => splitWords(text).join(' ');

describe('phrasings', () => {
  test.each(entries)('of $id: twelve different ones or more', ({ examples }) => {
    expect(new Set(examples.map(line)).size).toBe(examples.length);
    expect(examples.length).toBeGreaterThanOrEqual(12);
  });

  test('no phrasing asks for two entries', () => {
    const owners = new Map<string, Set<string>>();
    for (const { id, question, examples } of entries) {
      for (const text of [question, ...examples]) {
        owners.set(line(text), (owners.get(line(text)) ?? new Set()).add(id));
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([text]) => text)).toEqual([]);
  });

  test('none is copied from the questions that measure the matcher', () => {
    const measured = new Set(
      readFileSync('tests/pure/questions/dev.jsonl', 'utf8')
        .trim()
        .split('\n')
        .map((l) => line(questionLine.parse(JSON.parse(l)).q)),
    );
    expect(entries.flatMap((e) => e.examples).filter((text) => measured.has(line(text)))).toEqual([]);
  });

  // A tenth is held out; phrasings of near entries that share their vocabulary show here.
  test('nearly all that are left out find their entry, and hardly one is surely wrong', () => {
    const matcher = createMatcher(
      entries.map((e) => ({ ...e, examples: e.examples.filter((_, i) => !held(i)) })),
      { wordVectors: loadWordVectors() },
    );
    const tried = entries.flatMap((e) =>
      e.examples.filter((_, i) => held(i)).map((text) => ({ id: e.id, text, match: matcher.match(text) })),
    );
    const right = tried.filter(({ id, match }) => match.ranked[0]?.id === id);
    const sure = tried.filter(({ match }) => match.outcome === 'answer');
    const wrong = sure.filter(({ id, match }) => match.ranked[0]?.id !== id);
    expect(right.length / tried.length).toBeGreaterThan(0.85);
    expect(wrong.length / tried.length).toBeLessThan(0.03);
  });
});

/** The figure that a placeholder stands for. */
function figure(placeholder: string): Range {
  const span = resolveFaqText(`{{${placeholder}}}`, metal, catalog)[0]?.findLast(
    (s) => typeof s !== 'string',
  );
  if (typeof span === 'object' && 'quantity' in span) return span.quantity.range;
  if (typeof span === 'object' && 'change' in span) return span.change.percent;
  throw new Error(`{{${placeholder}}} is no figure`);
}

describe('what answers say in words holds by the figures', () => {
  test('why-price-surged: the claim is out of the table’s reach, within the running text’s, against USGS', () => {
    const { low } = figure('claim surge-2021-2025');
    expect(figure('change price 2021 2025').high).toBeLessThan(low);
    const prose = figure('change report-price-prose 2021 2025');
    expect([prose.low < low, prose.high > low]).toEqual([true, true]);
    expect(figure('change usgs-nd-oxide 2021 2025').high).toBeLessThan(0);
  });

  test('largest-consumers: electronics led in 2021, renewable energy in 2025', () => {
    expect(figure('share electronics 2021').low).toBeGreaterThan(figure('share renewable-energy 2021').high);
    expect(figure('share renewable-energy 2025').low).toBeGreaterThan(figure('share electronics 2025').high);
  });

  test('will-price-fall: the projection overlaps 2025, and USGS oxide fell from 2022', () => {
    expect(figure('price 2026').low).toBeLessThan(figure('price 2025').high);
    expect(figure('change usgs-nd-oxide 2022 2024').high).toBeLessThan(0);
  });

  test('outlook and mining-investors: USGS oxide fell to 2024, and rose in 2025', () => {
    expect(figure('change usgs-nd-oxide 2021 2024').high).toBeLessThan(0);
    expect(figure('change usgs-nd-oxide 2024 2025').low).toBeGreaterThan(0);
    expect(figure('change price 2021 2024').low).toBeGreaterThan(0);
  });

  test('demand-growth: share times production implies more than the claim', () => {
    expect(figure('implied-change renewable-energy 2025 2026').low).toBeGreaterThan(
      figure('claim demand-growth').high,
    );
  });

  test('electronics-impact: the share shrinks', () => {
    const shares = [2021, 2025, 2026].map((year) => figure(`share electronics ${year}`).low);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test('output-needed: from 2021 the table makes that rise', () => {
    expect(figure('change production 2021 2025').low).toBeCloseTo(figure('claim output-needed').low, 9);
  });

  test('supply-shortage: every year of the table is a shortage, the last one projected', () => {
    const status = metal.series.find((s) => s.metric === 'supply-status');
    expect(status?.points.map((p) => 'state' in p && p.state === 'Shortage' && p.year)).toEqual([
      2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(status?.points.at(-1)).toMatchObject({ firmness: 'projected' });
  });

  test('defense-impact: no series gives a share for defence', () => {
    expect(findSeries(metal, { metric: 'share', sector: 'defense' })).toEqual([]);
  });

  test('why-sources-disagree: the metal in the oxide is still cheaper than the report’s price', () => {
    expect(figure('contained usgs-nd-oxide 2024').high).toBeLessThan(figure('price 2024').low);
  });

  test('top-producers: the countries stand in the order of their output', () => {
    const text = byId.get('top-producers')?.answer ?? '';
    const named = [...text.matchAll(/\{\{(group:[a-z-]+-production 2024)\}\}/g)].map(
      ([, name = '']) => figure(name).low,
    );
    expect(named).toHaveLength(6);
    expect(named).toEqual(named.toSorted((a, b) => b - a));
  });
});
