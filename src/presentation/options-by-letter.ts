/** Choices of a select in groups by their first letter: a list of its own takes at most 100 of them, and there are more metals. */
import type { PlainTextOption } from '@slack/types';
import { plainText } from './plain-object.ts';

/** Groups in the order of the alphabet, and in each its choices too. */
export function optionsByLetter(options: readonly PlainTextOption[]) {
  const sorted = options.toSorted((a, b) => a.text.text.localeCompare(b.text.text, 'en'));
  const groups = Map.groupBy(sorted, ({ text }) => text.text.charAt(0).toUpperCase());
  return [...groups].map(([letter, of]) => ({ label: plainText(letter), options: of }));
}
