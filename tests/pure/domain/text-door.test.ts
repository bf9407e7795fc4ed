import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admit, MAX_TYPED } from '#src/domain/reading/text-door.ts';
import { readNumber } from '#src/domain/measure/numbers/numbers.ts';
import { anyCharacter } from '../../any-character.ts';

/** What nobody sees, in some number, among what people type. */
const pieces = fc.constantFrom(
  'price',
  '2024',
  '553',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  '\u202f',
  '\u2003',
  ',',
  '½',
  '²',
  '万',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\u0000',
  '\u001b',
  '\u0085',
  '\ue000',
  'e\u0301',
  '\u0301',
  '\ud800',
  '\udc00',
  '🙂',
  '👩‍🔬',
  '１',
  '２４',
  'Ａ',
  '＜',
  '\u0958',
  '\ufe0f',
  '\u{e0041}',
  '钕',
);
const typed = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  fc.array(pieces, { minLength: 2000, maxLength: 4000 }).map((all) => all.join('')),
  fc.string({ unit: anyCharacter, maxLength: 200 }),
);

describe('the door for text', () => {
  test.each([
    ['spaces and their ends', '  price   in \t 2024 ', 'price in 2024'],
    ['lines, each kept as one', 'price 2024\r\n\r\n  \u2028production', 'price 2024\nproduction'],
    ['what has no width', 'pri\u200bce\u200d 20\ufeff24', 'price 2024'],
    ['marks of direction', '\u202e4202\u202c price \u2066x\u2069', '4202 price x'],
    ['controls', 'pri\u0000ce \u001b[31m2024', 'price [31m2024'],
    ['letters in two parts', 'cafe\u0301', 'café'],
    ['wide digits and letters', 'ＮｄＰｒ ２０２４', 'NdPr 2024'],
    ['a wide sign stays: it opens nothing', '＜!channel＞', '＜!channel＞'],
    ['powers and halves stay what they are', '5 m² and 2½ t, ½ kg', '5 m² and 2½ t, ½ kg'],
    ['a hard space in a number stays', '1\u00a0500 kg and 12\u202f553', '1\u00a0500 kg and 12\u202f553'],
    ['a wide gap between numbers is no group of theirs', '12  553', '12\t553'],
    ['a hard space elsewhere is a space', '20\u00a0kg', '20 kg'],
    ['an emoji of several parts', 'ok 👩‍🔬', 'ok 👩🔬'],
    ['halves of characters', 'a\ud800b\udc00c', 'abc'],
    ['nothing', ' \u200b\n', ''],
  ])('%s', (_, raw, text) => {
    expect(admit(raw)).toEqual({ text, cut: false });
  });

  test.each([
    ['words', 'price '.repeat(600), true],
    ['spaces before few words', `${' '.repeat(40_000)}price 2024`, false],
    ['one long word', 'a'.repeat(40_000), true],
    ['emojis, never in two', `a${'🙂'.repeat(2000)}`, true],
  ])('cuts what is too long, and says so: %s', (_, raw, cut) => {
    const { text, cut: was } = admit(raw);
    expect(was).toBe(cut);
    expect(text.length).toBeLessThanOrEqual(MAX_TYPED);
    expect(text.isWellFormed()).toBe(true);
  });

  test('cuts no number or word in two', () => {
    for (let before = MAX_TYPED - 12; before <= MAX_TYPED; before += 1) {
      const { text } = admit(`${'x'.repeat(before - 1)} 1,234.50 t`);
      expect(text.slice(before).trim()).toMatch(/^(?:1,234\.50(?: t)?)?$/u);
    }
  });

  test('once through is through: nothing unseen is left, and nothing grows', () => {
    fc.assert(
      fc.property(typed, (raw) => {
        const { text } = admit(raw);
        expect(admit(text)).toEqual({ text, cut: false });
        expect(text.length).toBeLessThanOrEqual(Math.min(MAX_TYPED, raw.normalize('NFC').length));
        expect(text).not.toMatch(/[\p{Bidi_Control}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
        expect(text).not.toMatch(/(?![\t\n])\p{Cc}| {2}|\s\n|\n\s|^\s|\s$/u);
      }),
    );
  });

  test('a number is read as it was before', () => {
    const number = fc.constantFrom(
      '½',
      '2½',
      '1\u00a0500',
      '１，２５０',
      '1.500,50',
      '55万',
      '3 x 50',
      '１／２',
      '12\u2009553',
    );
    fc.assert(
      fc.property(number, (raw) => {
        expect(readNumber(admit(raw).text)).toEqual(readNumber(raw));
      }),
    );
  });
});
