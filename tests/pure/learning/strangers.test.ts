/** The questions of strangers that training is given: as many as asked for, none of the bot's own, none of a set that judges it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faqFileSchema } from '#src/domain/faq/entry.ts';
import { splitWords } from '#src/domain/faq/matching/words/words.ts';
import { makeStrangers } from '#src/learning/strangers.ts';

const plain = (text: string) => splitWords(text).join(' ');
const all = makeStrangers({ count: 20_000, seed: 1 });
const own = new Set(all.map(({ text }) => plain(text)));

test('the same seed makes the same questions, all different, of every kind', () => {
  const made = makeStrangers({ count: 800, seed: 3 });
  expect(made).toEqual(makeStrangers({ count: 800, seed: 3 }));
  expect(made).not.toEqual(makeStrangers({ count: 800, seed: 4 }));
  expect(new Set(made.map(({ text }) => text)).size).toBe(800);
  expect([...new Set(made.map(({ kind }) => kind))].toSorted()).toEqual(
    'assistant goods knowledge markets money remarks services support talk vague work'.split(' '),
  );
});

test('fills every slot', () => {
  expect(all.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([]);
});

test('leaves out what the bot covers', () => {
  const fewer = makeStrangers({ count: 20_000, seed: 1, isCovered: (name) => name === 'coffee' });
  expect(all.some(({ text }) => text.startsWith('coffee price'))).toBe(true);
  expect(fewer.some(({ text }) => text.startsWith('coffee price'))).toBe(false);
});

test('has no question of the FAQ, nor of the questions that judge the bot', () => {
  const { entries } = faqFileSchema.parse(JSON.parse(readFileSync('faq/neodymium.json', 'utf8')));
  const phrasings = entries.flatMap(({ question, examples }) => [question, ...examples]);
  const judging = ['dev', 'voices'].flatMap((name) =>
    readFileSync(`tests/pure/questions/${name}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): string => JSON.parse(line).q),
  );
  expect(judging.length).toBeGreaterThan(100);
  expect([...phrasings, ...judging].filter((text) => own.has(plain(text)))).toEqual([]);
});
