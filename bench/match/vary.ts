/** Makes questions with typos, and large FAQs of small ones. The same seed gives the same text. */
import { createRandom, type Random } from '#src/domain/faq/matching/random.ts';
import type { MatchEntry } from '#src/domain/faq/matcher.ts';
import type { BenchQuestion } from './sets.ts';

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random.next() * items.length)]!;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** One slip: two neighbours swapped, a character dropped, or one replaced by a letter; each as likely. */
function slip(text: string, random: Random): string {
  const characters = Array.from(text);
  if (characters.length < 2) return text;
  const at = Math.floor(random.next() * (characters.length - 1));
  const kind = Math.floor(random.next() * 3);
  if (kind === 0) characters.splice(at, 2, characters[at + 1]!, characters[at]!);
  else if (kind === 1) characters.splice(at, 1);
  else characters[at] = pick(LETTERS, random);
  return characters.join('');
}

/** Adds so many slips to each text. */
export function addTypos(texts: readonly string[], typos: number, seed: number): readonly string[] {
  const random = createRandom(seed);
  return texts.map((text) => {
    let current = text;
    for (let done = 0; done < typos; done += 1) current = slip(current, random);
    return current;
  });
}

/**
 * Widens an FAQ to about `total` phrasings: new ones are its own with words left out or replaced at random. Good for
 * measuring speed, not accuracy.
 */
export function widenFaq(entries: readonly MatchEntry[], total: number, seed: number): readonly MatchEntry[] {
  const random = createRandom(seed);
  const words = entries
    .flatMap(({ question, examples }) => [question, ...examples])
    .join(' ')
    .split(/\s+/u);
  const each = Math.ceil(total / entries.length);
  return entries.map((entry) => {
    const own = [entry.question, ...entry.examples];
    const examples = [...entry.examples];
    while (examples.length + 1 < each)
      examples.push(
        pick(own, random)
          .split(/\s+/u)
          .filter(() => random.next() > 0.15)
          .map((word) => (random.next() < 0.15 ? pick(words, random) : word))
          .join(' '),
      );
    return { ...entry, examples };
  });
}

/** The FAQ with so many phrasings an entry beside its question, drawn at random, and the others as questions. */
export function cutFaq(
  entries: readonly MatchEntry[],
  phrasings: number,
  seed: number,
): { readonly kept: readonly MatchEntry[]; readonly asked: readonly BenchQuestion[] } {
  const random = createRandom(seed);
  const cut = entries.map((entry) => {
    const order = [...entry.examples.keys()];
    random.shuffle(order);
    const drawn = order.map((at) => entry.examples[at]!);
    return {
      kept: { ...entry, examples: drawn.slice(0, phrasings) },
      asked: drawn.slice(phrasings).map((text) => ({ text, right: [entry.id] })),
    };
  });
  return { kept: cut.map(({ kept }) => kept), asked: cut.flatMap(({ asked }) => asked) };
}

/** The FAQ without a share of its entries, drawn at random. */
export function takeAway(entries: readonly MatchEntry[], share: number, seed: number): readonly MatchEntry[] {
  const order = [...entries.keys()];
  createRandom(seed).shuffle(order);
  const gone = new Set(order.slice(0, Math.round(share * entries.length)));
  return entries.filter((_, at) => !gone.has(at));
}
