import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faqFileSchema } from '#src/domain/faq/entry.ts';
import { diffFaq } from '#src/domain/faq/faq-diff.ts';
import { withoutNames, type Feedback } from '#src/domain/faq/feedback.ts';
import { findGaps } from '#src/domain/faq/gaps.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { cases } from '../../../cases.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const [first, second] = catalog.faq.map(({ entry }) => entry.id);
const one = first ?? '';
const other = second ?? '';
const said = (text: string, outcome: Feedback['outcome'], faq: string | null = null): Feedback => ({
  text,
  outcome,
  faq,
});
const gaps = (...feedback: Feedback[]) => findGaps(feedback, catalog);

describe('what the FAQ lacks', () => {
  test('what was chosen is added to the entry that was chosen most, however it was written', () => {
    const { additions } = gaps(
      said('Whence this dearness', 'chosen', one),
      said('whence this DEARNESS?', 'chosen', one),
      said('whence this dearness', 'chosen', other),
    );
    expect(additions).toEqual([{ faq: one, phrasings: [{ text: 'Whence this dearness', times: 2 }] }]);
  });

  test('what is chosen as often for two entries, known already, or found unhelpful is not added', () => {
    const known = catalog.faq[0]?.entry.examples[0] ?? '';
    expect(
      gaps(
        said('whence this dearness', 'chosen', one),
        said('whence this dearness', 'chosen', other),
        said(known, 'chosen', one),
        said('which dearness', 'chosen', one),
        said('which dearness', 'unhelpful', one),
        said('gone since', 'chosen', 'an-entry-that-was-removed'),
      ).additions,
    ).toEqual([]);
  });

  test('answers that more people found unhelpful than helpful are doubted', () => {
    const { doubted } = gaps(
      said('which way is up', 'unhelpful', one),
      said('a good one', 'unhelpful', one),
      said('a good one', 'helpful', one),
    );
    expect(doubted).toEqual([{ faq: one, phrasings: [{ text: 'which way is up', times: 1 }] }]);
  });

  test('questions without an answer are grouped by likeness, the most frequent first', () => {
    const { open } = gaps(
      said('tungsten carbide price', 'unanswered'),
      said('price of tungsten carbide', 'unanswered'),
      said('price of tungsten carbide', 'unanswered'),
      said('opening hours of the cantine', 'unanswered'),
    );
    expect(open.map(({ phrasings }) => phrasings)).toEqual([
      [
        { text: 'price of tungsten carbide', times: 2 },
        { text: 'tungsten carbide price', times: 1 },
      ],
      [{ text: 'opening hours of the cantine', times: 1 }],
    ]);
  });
});

test('what names people is not kept', () => {
  expect(
    withoutNames('ask <@U123> or @ana.b, ana@corp.example, +49 170 1234567 about the price'),
  ).not.toMatch(/U123|ana|170/);
  expect(withoutNames('see https://corp.example/ana/deal')).toBe('see …');
  expect(
    withoutNames(
      'write to Mr Brown of www.corp.example/x or corp.example, U012AB3CD, order PO-123456, call (0170) 123 45 67',
    ),
  ).not.toMatch(/Brown|corp|U012|123/);
  for (const [typed, left] of [
    ['why did Mr. John Smith ask', 'why did … ask'],
    ['ask Frau Dr. Schmidt about price', 'ask … about price'],
    ['does Dr Miller know the price', 'does … know the price'],
    ['Prof. Dr. Ana María López-Ruiz wants prices', '… wants prices'],
    ['Señora Núñez’s price', '… price'],
    ['call ٠٠٤٩٣٠١٢٣٤٥٦٧ about price', 'call … about price'],
    ['write to bob＠acme.example', 'write to …'],
    ['write to bob(at)acme.example', 'write to …'],
  ] as const)
    expect(withoutNames(typed)).toBe(left);
  for (const kept of [
    'price 2021-2025',
    'cobalt in DR Congo',
    'nd on 2026-11-20',
    'is Nd2Fe14B dearer than Pr6O11',
    'what do 550000 kg of N42SH cost',
  ])
    expect(withoutNames(kept)).toBe(kept);
  expect(withoutNames('price in 2021 to 2025')).toBe('price in 2021 to 2025');
  expect(withoutNames('x'.repeat(301))).toBe('');
});

describe('the diff', () => {
  test('is taken by git apply, and adds just what was to be added', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'lodestone-diff-'));
    await cp('faq', join(dir, 'faq'), { recursive: true });
    const file = join(dir, 'faq/neodymium.json');
    const text = await readFile(file, 'utf8');
    const before = faqFileSchema.parse(JSON.parse(text)).entries;
    const wording = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((value) => value.trim() === value && value !== '');
    const additions = fc
      .uniqueArray(fc.constantFrom(...before.map(({ id }) => id)), { minLength: 1, maxLength: 6 })
      .chain((ids) =>
        fc.tuple(
          ...ids.map((faq) =>
            fc
              .array(wording, { minLength: 1, maxLength: 3 })
              .map((texts) => ({ faq, phrasings: texts.map((value) => ({ text: value, times: 1 })) })),
          ),
        ),
      );
    await fc.assert(
      fc.asyncProperty(additions, async (added) => {
        await writeFile(file, text);
        execFileSync('git', ['apply', '-'], { cwd: dir, input: diffFaq('faq/neodymium.json', text, added) });
        const after = faqFileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).entries;
        for (const [at, entry] of before.entries()) {
          const phrasings = added.find(({ faq }) => faq === entry.id)?.phrasings ?? [];
          expect(after[at]?.examples).toEqual([
            ...entry.examples,
            ...phrasings.map((phrasing) => phrasing.text),
          ]);
        }
      }),
      { numRuns: cases(15) },
    );
    await rm(dir, { recursive: true });
  });

  test('of an entry that has no examples yet is whole too', () => {
    const text =
      '{\n  "entries": [\n    {\n      "id": "a",\n      "examples": [\n      ],\n      "answer": ""\n    }\n  ]\n}\n';
    expect(diffFaq('faq/a.json', text, [{ faq: 'a', phrasings: [{ text: 'b "c"', times: 1 }] }])).toContain(
      '+        "b \\"c\\""\n',
    );
  });
});
