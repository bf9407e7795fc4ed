/**
 * Words that people use for one another, so that "what does it cost" finds "price of". Each line is a group; the first
 * word names it. The groups are broad on purpose (opposites never share one): they only add to what the words
 * themselves say. Everyday, trade and market English; written by hand.
 */
import { stem } from './stems.ts';
import GROUPS from './synonyms.json' with { type: 'json' };

const groupsOf = new Map<string, readonly string[]>();
const words = new Set<string>();
for (const line of GROUPS) {
  const group = line.split(' ');
  const name = group[0] ?? '';
  for (const word of group) {
    words.add(word);
    const key = stem(word);
    const names = groupsOf.get(key) ?? [];
    if (!names.includes(name)) groupsOf.set(key, [...names, name]);
  }
}

/** The names of the groups that a stem is in; none for most. */
export function findGroups(wordStem: string): readonly string[] {
  return groupsOf.get(wordStem) ?? [];
}

/** All words of the groups, as written. */
export const SYNONYMS: ReadonlySet<string> = words;
