import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readText } from '#src/listeners/slack-text.ts';

it.each([
  ['<@U1> price 2024', 'price 2024'],
  ['price <@U1> 2024', 'price   2024'],
  ['<@U1>', ''],
  ['<@U2> price', '@U2 price'],
  ['is it &gt; 80 % &amp; &lt; 90 %?', 'is it > 80 % & < 90 %?'],
  ['see <https://x.test/a|this> and <https://x.test/b>', 'see this and https://x.test/b'],
  ['<#C1|general> <!channel>', 'general !channel'],
  ['&amp;lt;', '&lt;'],
])('%j was typed as %j', (sent, typed) => {
  expect(readText(sent, 'U1')).toBe(typed);
});

it('gives back any text as it was typed', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const sent = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(readText(sent, 'U1')).toBe(typed.trim());
    }),
  );
});
