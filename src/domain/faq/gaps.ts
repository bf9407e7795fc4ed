/** What the FAQ lacks, by what people let the bot know: phrasings to add, answers to doubt, questions nobody answers. */
import type { CatalogFaq } from './entry.ts';
import type { Feedback } from './feedback.ts';
import type { Matcher } from './matcher.ts';
import { isFunctionWord } from './matching/known-words.ts';
import { stem } from './matching/words/stems.ts';
import { splitWords } from './matching/words/words.ts';

/** A question, and how often people let the bot know of it. */
export interface Phrasing {
  readonly text: string;
  readonly times: number;
}

/** Phrasings of one entry, the most frequent first. */
export interface EntryPhrasings {
  readonly faq: string;
  readonly phrasings: readonly Phrasing[];
}

/** Questions that are alike, the most frequent first. */
export interface OpenQuestions {
  readonly phrasings: readonly Phrasing[];
  /** The entry that is nearest to the most frequent; to be looked at, for nobody has said that it is right. */
  readonly nearest: string | undefined;
}

interface Gaps {
  /** What people chose from "did you mean": an entry answers it, and does not know it yet. */
  readonly additions: readonly EntryPhrasings[];
  /** Answers that more people found unhelpful than helpful. */
  readonly doubted: readonly EntryPhrasings[];
  /** Questions without an answer. */
  readonly open: readonly OpenQuestions[];
}

export interface GapReport extends Gaps {
  /** What would add the additions to the FAQ files; empty where there are none. */
  readonly diff: string;
}

/** Questions that share this much of their words are one gap. */
const ALIKE = 0.5;

interface Tally {
  readonly text: string;
  readonly words: readonly string[];
  open: number;
  /** By entry: chosen, and found helpful or not. */
  readonly chosen: Map<string, number>;
  readonly balance: Map<string, number>;
}

const raise = (counts: Map<string, number>, key: string, by: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + by);

/** One tally for each question, however it is written. */
function tally(feedback: readonly Feedback[]): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { text, outcome, faq } of feedback) {
    const words = splitWords(text);
    const key = words.join(' ');
    if (key === '') continue;
    const one = tallies.get(key) ?? { text, words, open: 0, chosen: new Map(), balance: new Map() };
    tallies.set(key, one);
    if (outcome === 'unanswered' || outcome === 'unfit') one.open += 1;
    else if (faq !== null && outcome === 'chosen') raise(one.chosen, faq, 1);
    else if (faq !== null && outcome === 'helpful') raise(one.balance, faq, 1);
    else if (faq !== null && outcome === 'unhelpful') raise(one.balance, faq, -1);
  }
  return [...tallies.values()];
}

const byTimes = (one: Phrasing, other: Phrasing): number =>
  other.times - one.times || (one.text < other.text ? -1 : 1);

function groupByEntry(
  found: readonly { readonly faq: string; readonly phrasing: Phrasing }[],
): EntryPhrasings[] {
  return [...Map.groupBy(found, ({ faq }) => faq)].map(([faq, members]) => ({
    faq,
    phrasings: members.map(({ phrasing }) => phrasing).toSorted(byTimes),
  }));
}

const tellingStems = (text: string): ReadonlySet<string> =>
  new Set(
    splitWords(text)
      .filter((word) => !isFunctionWord(word))
      .map(stem),
  );

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && shared >= ALIKE * (one.size + other.size - shared);
}

/** Groups questions around the most frequent ones. */
function groupAlike(phrasings: readonly Phrasing[], matcher: Matcher): OpenQuestions[] {
  const groups: { readonly stems: ReadonlySet<string>; readonly members: Phrasing[] }[] = [];
  for (const phrasing of phrasings.toSorted(byTimes)) {
    const stems = tellingStems(phrasing.text);
    const group = groups.find((other) => isAlike(other.stems, stems));
    if (group === undefined) groups.push({ stems, members: [phrasing] });
    else group.members.push(phrasing);
  }
  return groups.map(({ members }) => {
    const match = matcher.match(members[0]?.text ?? '');
    return { phrasings: members, nearest: match.outcome === 'none' ? undefined : match.ranked[0]?.id };
  });
}

/**
 * Finds what the FAQ lacks. Nothing is learned from it: a person reads it, and changes the FAQ or doesn't.
 * @param faq All entries; what they have already is no gap.
 */
export function findGaps(
  feedback: readonly Feedback[],
  { faq, matcher }: { readonly faq: readonly CatalogFaq[]; readonly matcher: Matcher },
): Gaps {
  const entries = new Set(faq.map(({ entry }) => entry.id));
  const known = new Set(
    faq.flatMap(({ entry }) => [entry.question, ...entry.examples]).map((text) => splitWords(text).join(' ')),
  );
  const tallies = tally(feedback).filter(({ words }) => !known.has(words.join(' ')));
  const additions = tallies.flatMap(({ text, chosen, balance }) => {
    const [first, second] = [...chosen].toSorted(([, one], [, other]) => other - one);
    // Two entries chosen as often are for a person to tell apart, by another answer rather than another phrasing.
    if (first === undefined || first[1] === second?.[1]) return [];
    const [id, times] = first;
    if (!entries.has(id) || times + (balance.get(id) ?? 0) <= 0) return [];
    return [{ faq: id, phrasing: { text, times } }];
  });
  const doubted = tallies.flatMap(({ text, balance }) =>
    [...balance]
      .filter(([id, sum]) => sum < 0 && entries.has(id))
      .map(([id, sum]) => ({ faq: id, phrasing: { text, times: -sum } })),
  );
  const added = new Set(additions.map(({ phrasing }) => phrasing.text));
  const open = tallies
    .filter(({ text, open: times }) => times > 0 && !added.has(text))
    .map(({ text, open: times }) => ({ text, times }));
  return {
    additions: groupByEntry(additions),
    doubted: groupByEntry(doubted),
    open: groupAlike(open, matcher),
  };
}
