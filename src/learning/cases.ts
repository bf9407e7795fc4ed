/**
 * What the judge learns from: made questions whose right answer is known, phrasings of the FAQ that the matcher has not seen, and
 * strangers, each with its candidates.
 */
import {
  answerKey,
  gatherCandidates,
  type Candidate,
  type Candidates,
  type DataCandidate,
} from '#src/domain/asking/candidates.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { mayAnswer } from '#src/domain/asking/judge.ts';
import { signalsOf, type Signals } from '#src/domain/asking/signals.ts';
import { createMatcher } from '#src/domain/faq/matcher.ts';
import { createRandom } from '#src/domain/faq/matching/random.ts';
import { disturb, makeQuestions } from './questions.ts';
import { makeStrangers } from './strangers.ts';

/** Relative times are counted from it. */
const NOW = new Date('2026-11-23T12:00:00');
const QUESTIONS = 2200;
const STRANGERS = 1900;
/** Each phrasing is held out once. */
const FOLDS = 4;
/** Of those held out, each second one is enough. */
const EVERY = 2;
const FEWEST_PHRASINGS = 10;

/** What a question asks for. */
export type Kind = 'figures' | 'faq' | 'strangers';

/** One made question with its candidates, and which of them are right. */
export interface Case {
  readonly kind: Kind;
  readonly text: string;
  readonly candidates: readonly { readonly signals: Signals; readonly right: boolean }[];
}

/** All of them, always the same. */
export const madeCases = (catalog: Catalog): readonly Case[] => [
  ...figureCases(catalog),
  ...faqCases(catalog),
  ...strangerCases(catalog),
];

/** The signals of both kinds of candidates in one row. */
const named = (kind: Candidate['kind'], signals: Signals): Signals =>
  Object.fromEntries(Object.entries(signals).map(([name, value]) => [`${kind}.${name}`, value]));

function caseOf(
  kind: Kind,
  text: string,
  catalog: Catalog,
  isRight: (candidate: Candidate) => boolean,
): Case {
  const among: Candidates = gatherCandidates(catalog.readings(text, NOW), catalog, { now: NOW });
  const allowed = [...among.data, ...among.faq].filter((candidate) => mayAnswer(candidate, among));
  return {
    kind,
    text,
    candidates: allowed.map((candidate) => ({
      signals: named(candidate.kind, signalsOf(candidate, among)),
      right: isRight(candidate),
    })),
  };
}

function figureCases(catalog: Catalog): readonly Case[] {
  const answers = new Map<string, string | undefined>();
  return makeQuestions(QUESTIONS, 1).flatMap(({ text, plain, faq }): readonly Case[] => {
    if (!answers.has(plain)) {
      const [first] = gatherCandidates(catalog.readings(plain, NOW), catalog, { now: NOW }).data;
      answers.set(plain, first && answerKey(first.data.answer));
    }
    const key = answers.get(plain);
    if (key === undefined) return [];
    return [
      caseOf('figures', text, catalog, (one) =>
        one.kind === 'data' ? answerKey(one.data.answer) === key : faq.includes(one.entry.id),
      ),
    ];
  });
}

/** So many of an entry's phrasings nearer to another one say that the two are asked for in the same words. */
const CONFUSED = 2;

/** What the data answers word for word is as right as an entry on it. */
function isPlain({ reading, data }: DataCandidate): boolean {
  return data.kind === 'figures' && reading.cues.plain;
}

/** Phrasings that a matcher of the others has not seen. Entries that phrasings cannot tell apart are each as right. */
function faqCases(catalog: Catalog): readonly Case[] {
  const random = createRandom(3);
  const confused = new Map<string, number>();
  const isAlike = (id: string, other: string) =>
    id === other || (confused.get(`${id} ${other}`) ?? 0) >= CONFUSED;
  const held = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isHeld = (at: number, of: number) => of >= FEWEST_PHRASINGS && at % FOLDS === fold;
    const entries = catalog.faq.map(({ entry }) => entry);
    const matcher = createMatcher(
      entries.map((entry) => ({
        ...entry,
        examples: entry.examples.filter((_, at) => !isHeld(at, entry.examples.length)),
      })),
    );
    return entries.flatMap(({ id, examples }) =>
      examples
        .filter((_, at) => isHeld(at, examples.length))
        .filter((_, at) => at % EVERY === 0)
        .map((phrasing) => {
          const nearest = matcher.match(phrasing).ranked[0]?.id ?? '';
          confused.set(`${id} ${nearest}`, (confused.get(`${id} ${nearest}`) ?? 0) + 1);
          return { id, matcher, text: random.next() < 0.5 ? disturb(phrasing, random) : phrasing };
        }),
    );
  });
  return held.map(({ id, matcher, text }) =>
    caseOf('faq', text, { ...catalog, matcher }, (one) =>
      one.kind === 'faq' ? isAlike(id, one.entry.id) : isPlain(one),
    ),
  );
}

function strangerCases(catalog: Catalog): readonly Case[] {
  const random = createRandom(5);
  const isCovered = (name: string) => catalog.understand(name, NOW).metals.length > 0;
  // Who is asked what it is may say what it does.
  const isTalk = (text: string) => catalog.understand(text, NOW).intent === 'help';
  return makeStrangers({ count: STRANGERS, seed: 4, isCovered })
    .filter(({ text }) => !isTalk(text))
    .map(({ text }) =>
      caseOf('strangers', random.next() < 0.4 ? disturb(text, random) : text, catalog, () => false),
    );
}
