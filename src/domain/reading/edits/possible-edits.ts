/** What of a text may be noise, or another word, and which of that at once. */
import type { Findings } from '../findings.ts';
import { isOfficeNoun } from '../subjects/foreign/foreign-roles.ts';
import type { Mender } from './spelling.ts';
import type { Edit } from './edits-of-text.ts';
import { shortNamesIn, shortYearsIn } from '../short-forms.ts';
import type { TokensRead, TypedTokens } from '../understand.ts';
import type { Vocabulary } from '../vocabulary.ts';
import SENSES from '../words/senses.json' with { type: 'json' };

/** What is known of words. */
export interface Words {
  readonly mender: Mender;
  readonly vocabulary: Vocabulary;
}

/** Words that may be noise, the cheapest first: those of a pasted page are not gone through. */
const MOST_EDITS = 5;
/** Where every word was read, only such as are easily said without being meant may be noise. */
const MOST_IF_CLEAR = 1;
/** From the cheapest edits, two at once. */
const PAIRED = 3;

const NOISE: Readonly<Record<string, number>> = SENSES.noise;

/** What may be noise, or another word, cheapest first. */
export function editsOf(
  { tokens }: TypedTokens,
  { findings, sentence, foreign }: TokensRead,
  { mender, vocabulary }: Words,
): readonly Edit[] {
  const { reading, hits } = findings;
  const isClear = findings.unknown === 0 && foreign === null;
  const edits: Edit[] = [];
  const covered = new Set<number>();
  for (const hit of hits) {
    const cost = NOISE[hit.kind];
    const key = hit.from * 1000 + hit.to;
    if (
      cost === undefined ||
      (isClear && cost > MOST_IF_CLEAR) ||
      covered.has(key) ||
      isNamed(reading.slots, hit.from, hit.to)
    )
      continue;
    covered.add(key);
    edits.push({ from: hit.from, to: hit.to, kind: hit.kind === 'use' ? 'noun' : 'sense', cost });
  }
  for (const [at, token] of tokens.entries()) {
    const role = sentence.roles[at];
    if (reading.slots[at] !== undefined || (role !== 'unknown' && role !== 'verb')) continue;
    if (hits.some(({ from, to }) => from <= at && at < to)) continue;
    // "Production meeting notes": what of the office is the subject is no noise.
    if (role === 'unknown' && isOfficeNoun(token.word)) continue;
    const heads = foreign !== null && foreign.from <= at && at < foreign.to;
    const near = mender.near(token.word);
    // "Cooper price": what is named beside a metric is a name.
    const name = isBesideMetric(findings, at) ? mender.nameNear(token.word) : undefined;
    for (const word of name === undefined ? near : [name])
      edits.push({
        from: at,
        to: at + 1,
        other: [{ ...token, word }],
        kind: 'mended',
        name: word === name,
        cost: SENSES.mended,
      });
    // What may be a slip of the pen heads nothing.
    const head = heads && near.length === 0;
    // "Silver" beside gold is no noise, also where a sentence has it otherwise.
    if (findings.subjects.metals.length > 0 && vocabulary.everyday.has(token.word)) continue;
    const cost = head ? SENSES.noise.head : role === 'verb' ? SENSES.noise.verb : SENSES.noise.unknown;
    edits.push({ from: at, to: at + 1, kind: head ? 'head' : role === 'verb' ? 'verb' : 'noun', cost });
  }
  edits.push(...shortNamesIn(tokens, reading.slots, vocabulary), ...shortYearsIn(tokens, reading.slots));
  return edits.toSorted((a, b) => a.cost - b.cost || a.from - b.from).slice(0, MOST_EDITS);
}

/** "Price of X", "X price". */
const isBesideMetric = ({ hits, words }: Findings, at: number): boolean =>
  hits.some(
    ({ kind, from, to }) =>
      kind === 'metric' &&
      (from === at + 1 || to === at || (to === at - 1 && /^(?:of|for)$/u.test(words[to] ?? ''))),
  );

const NEVER_NOISE = new Set([
  'metal',
  'product',
  'year',
  'time',
  'amount',
  'money',
  'percent',
  'sector',
  'country',
  'grade',
  'rank',
  'without',
]);

function isNamed(slots: readonly (string | undefined)[], from: number, to: number): boolean {
  return slots.slice(from, to).some((slot) => slot !== undefined && NEVER_NOISE.has(slot));
}

const costOf = (set: readonly Edit[]): number => set.reduce((sum, { cost }) => sum + cost, 0);

/** One edit at a time, all of the unknown words at once, and two of the cheapest; cheapest first. */
export function combined(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const sets: (readonly Edit[])[] = edits.map((edit) => [edit]);
  const unknown = edits.filter(({ kind }) => kind === 'noun' || kind === 'verb');
  if (unknown.length > 2) sets.push(unknown);
  const few = edits.slice(0, PAIRED);
  for (const [at, one] of few.entries())
    for (const other of few.slice(at + 1))
      if (one.to <= other.from || other.to <= one.from) sets.push([one, other]);
  return sets.toSorted((a, b) => costOf(a) - costOf(b));
}
