/** How long the FAQ matcher takes: run alone, by `npm run test:speed`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faqFileSchema } from '#src/domain/faq/entry.ts';
import { createMatcher } from '#src/domain/faq/matcher.ts';
import { loadWordVectors } from '#src/platform/word-vectors.ts';

const faq = faqFileSchema.parse(JSON.parse(readFileSync('faq/neodymium.json', 'utf8'))).entries;
const wordVectors = loadWordVectors();
const matcher = createMatcher(faq, { wordVectors });

/** Processor time of the quickest of some runs, in milliseconds: on a busy machine the clock tells of the others. */
function time(run: () => void): number {
  const times = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test('a question takes less than a millisecond', () => {
  const questions = faq.flatMap(({ examples }) => examples.slice(0, 3));
  const run = (): void => questions.forEach((text) => matcher.match(text));
  expect(time(run) / questions.length).toBeLessThan(1);
});

test('a message of 3,000 characters takes less than 10 ms', () => {
  const text = faq
    .map(({ question }) => question)
    .join(' ')
    .repeat(3)
    .slice(0, 3000);
  expect(text).toHaveLength(3000);
  expect(time(() => matcher.match(text))).toBeLessThan(10);
});

test('an FAQ of 400 phrasings is learned in less than a second', () => {
  const small = faq.map((entry) => ({ ...entry, examples: entry.examples.slice(0, 11) }));
  expect(time(() => createMatcher(small, { wordVectors }))).toBeLessThan(1000);
});
