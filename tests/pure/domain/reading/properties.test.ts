import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { materials, metals, read, TODAY, understand } from './understanding.ts';
import { createReader } from '#src/domain/reading/readings.ts';
import { anyCharacter } from '../../../any-character.ts';
import { cases } from '../../../cases.ts';

const WORDS =
  "price cost nd neodymium terbium la eu us the in of 2021 2024 1850 3000 to since until last next years ago 250 kg t 1.5 0,5 -5 % $ € per half a two and vs why will china electronics share production Q2 march may now not how much many is true report usgs copper tesla chart help thanks blorf 999999999999999999999 '24 -23 twenty".split(
    ' ',
  );
const anySentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' '));
const anyText = fc.oneof(
  anySentence,
  fc.string({ maxLength: 300, unit: anyCharacter }),
  fc.string({ maxLength: 300, unit: 'grapheme' }),
  fc.tuple(anySentence, fc.string({ maxLength: 20, unit: anyCharacter })).map((parts) => parts.join('')),
);

test('any text is read, into a question whose numbers make sense', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const question = read(text);
      expect(question.years.every((year) => Number.isInteger(year) && year >= 1900 && year <= 2100)).toBe(
        true,
      );
      expect(question.years).toEqual([...new Set(question.years)].toSorted((a, b) => a - b));
      const ends = question.span ?? { from: 0, to: 1 };
      expect(ends.from).toBeLessThan(ends.to);
      expect(question.span === null || question.years.includes(ends.from)).toBe(true);
      expect(question.span === null || question.years.includes(ends.to)).toBe(true);
      for (const { value } of question.amounts) {
        expect(value.low).toBeGreaterThanOrEqual(0);
        expect(value.low).toBeLessThanOrEqual(value.high);
        expect(Number.isFinite(value.high)).toBe(true);
      }
      expect(question.understood).toBeGreaterThanOrEqual(0);
      expect(question.understood).toBeLessThanOrEqual(1);
      expect(question.foreign).not.toBe('');
      expect(question.text.length).toBeLessThanOrEqual(3000);
    }),
    { numRuns: cases(3000) },
  );
});

test('the same text on the same day gives the same question', () => {
  const { understand: another } = createReader({ metals, materials, defaultMetal: 'neodymium' });
  fc.assert(
    fc.property(anyText, (text) => {
      expect(another(text, TODAY)).toEqual(read(text));
    }),
  );
});

/** All but what quotes the text as typed. */
const bare = (text: string) => {
  const {
    text: _text,
    foreign,
    finerTime,
    when: _when,
    repairs,
    evidence: _evidence,
    unread: _unread,
    leftOut,
    amounts,
    adjustments,
    wanted,
    ...rest
  } = read(text);
  return {
    ...rest,
    foreign: foreign?.toLowerCase(),
    finerTime: finerTime?.toLowerCase(),
    repairs: repairs.length,
    leftOut: leftOut?.length,
    amounts: amounts.map(({ terms, ...amount }) => ({ ...amount, terms: terms?.toLowerCase() })),
    adjustments: adjustments?.length,
    wanted: JSON.stringify(wanted).toLowerCase(),
  };
};

test('case, surrounding spaces and closing punctuation change nothing but what is quoted', () => {
  fc.assert(
    fc.property(anySentence, fc.constantFrom('', '?', '!!', '...', ' '), (text, end) => {
      expect(bare(`  ${text.toUpperCase()}${end}\n`)).toEqual(bare(text));
    }),
    { numRuns: cases(1000) },
  );
});

test('a metal added as data is understood without code', () => {
  const [model] = metals;
  if (model === undefined) throw new Error('no metal');
  const thulium = { ...model, id: 'thulium', name: 'Thulium', symbol: 'Tm', aliases: ['thul'] };
  const { understand: reads } = createReader({
    metals: [...metals, thulium],
    materials,
    defaultMetal: 'neodymium',
  });
  expect(reads('thulium price 2024', TODAY)).toMatchObject({ metals: ['thulium'], foreign: null });
  expect(reads('thullium price', TODAY)).toMatchObject({ metals: ['thulium'] });
  expect(reads('tm price', TODAY)).toMatchObject({ metals: ['thulium'] });
  expect(read('thulium price 2024')).toMatchObject({ metals: [], foreign: 'thulium' });
});

test('another default metal may be named by its symbol anywhere', () => {
  const { understand: reads } = createReader({ metals, materials, defaultMetal: 'terbium' });
  expect(reads('what is tb', TODAY).metals).toEqual(['terbium']);
  expect(understand('what is tb', TODAY).metals).toEqual([]);
});

test('what was read from which words can be shown', () => {
  expect(understand('price of nd last year', TODAY).evidence).toEqual([
    { slot: 'price', words: 'price' },
    { slot: 'metal', words: 'nd' },
    { slot: 'year', words: 'last year' },
  ]);
});

test('a question may mean several things, and a page that was pasted is read as it stands', () => {
  const { readings } = createReader({ metals, materials, defaultMetal: 'neodymium' });
  const question = 'who mines teh most blorf and needs dysprosum in 2024';
  expect(readings(question, TODAY).length).toBeGreaterThan(1);
  expect(readings(Array.from({ length: 40 }, () => question).join(' '), TODAY)).toHaveLength(1);
});
