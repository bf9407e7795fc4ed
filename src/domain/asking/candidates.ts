/** All that a text may be answered with: what the data says to each of its readings, and the nearest entries of the FAQ. */
import { withoutVerdict } from '#src/domain/topics/verdicts/comparative.ts';
import { remembering } from '#src/domain/series/packs/with-tables.ts';
import { saidIn, type Answer } from '#src/domain/answer.ts';
import type { Catalog } from './catalog.ts';
import type { AskContext } from './context.ts';
import { answerFromData } from './answers/data-answer.ts';
import type { DataAnswer } from './answers/answers.ts';
import { weighWords, type WordWeights } from '#src/domain/faq/faq-evidence.ts';
import { withId } from '#src/domain/series/by-id.ts';
import { entryOf } from '#src/domain/faq/find-entry.ts';
import type { FaqEntry } from '#src/domain/faq/entry.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Match, Matcher, RankedEntry } from '#src/domain/faq/matcher.ts';
import { doubtsOf } from './text-signals.ts';
import type { TextReading } from '#src/domain/reading/readings.ts';

/** A reading with what the data says to it. */
export interface DataCandidate {
  readonly kind: 'data';
  readonly reading: TextReading;
  readonly data: DataAnswer;
  /** How many of the readings, by their likelihood, come to the same answer: 0 to 1. */
  readonly agreement: number;
}

/** An entry of the FAQ. */
export interface FaqCandidate {
  readonly kind: 'faq';
  readonly entry: RankedEntry;
  /** 0 for the nearest. */
  readonly rank: number;
}

export type Candidate = DataCandidate | FaqCandidate;

export interface Candidates {
  /** The text as it stands. */
  readonly whole: TextReading;
  readonly match: Match;
  /** How much of what was asked each of its entries speaks of. */
  readonly words: readonly WordWeights[];
  /** What the text as a whole says for or against any of them. */
  readonly doubts: Readonly<Record<string, number>>;
  /** What the data says to the text as it stands, whatever kind it is. */
  readonly said: DataAnswer | undefined;
  /** The subject that there is no data on, where one is asked about. */
  readonly foreign: string | null;
  readonly data: readonly DataCandidate[];
  readonly faq: readonly FaqCandidate[];
}

/** Gathers them. What the data has nothing to say to is no candidate. */
export function gatherCandidates(
  readings: readonly [TextReading, ...(readonly TextReading[])],
  catalog: Catalog,
  context: AskContext,
): Candidates {
  const [whole] = readings;
  const read = readings.map((reading) => ({
    reading,
    data: answerFromData(reading.question, catalog, context),
    weight: Math.exp(-reading.cost),
  }));
  const known = read.flatMap(({ reading, data, weight }) =>
    data === undefined || data.kind === 'foreign' || data.kind === 'talk'
      ? []
      : [{ reading, data, weight, key: answerKey(data.answer) }],
  );
  const all = read.reduce((sum, { weight }) => sum + weight, 0);
  const first = new Map(known.map(({ key, reading }) => [key, reading] as const).toReversed());
  const data = known
    .filter(({ key, reading }) => first.get(key) === reading)
    .map(({ reading, data: answer, key }): DataCandidate => {
      const same = known.filter((other) => other.key === key).reduce((sum, { weight }) => sum + weight, 0);
      return { kind: 'data', reading, data: answer, agreement: same / all };
    });
  const said = read[0]?.data;
  const match = ofAsked(matchFaq(whole, catalog, context), whole.question.metals, catalog);
  return {
    whole,
    match,
    words: weighWords(match.ranked, whole.question),
    doubts: doubtsOf(whole.cues),
    said,
    foreign: said?.kind === 'foreign' ? said.answer.question.foreign : whole.question.foreign,
    data,
    faq: match.ranked.map((entry, rank): FaqCandidate => ({ kind: 'faq', entry, rank })),
  };
}

/** The entries of the metals asked about: one metal's answer for no other, but for those that speak of its group as a whole. */
function ofAsked(match: Match, asked: readonly string[], { faq, metals }: Catalog): Match {
  const groupOf = (id: string) => withId(metals, id)?.group;
  // What no pack has, such as NdPr without one, is told of by the entries of what it is made of.
  const known = asked.every((id) => withId(metals, id) !== undefined);
  if (asked.length === 0 || !known) return match;
  const groups = new Set(asked.map(groupOf));
  const isOf = ({ id }: RankedEntry) => {
    const found = entryOf(faq, id);
    if (found === undefined) return false;
    if (asked.includes(found.metal)) return true;
    const group = withId(metals, groupOf(found.metal) ?? '');
    if (group === undefined) return false;
    return asked.includes(group.id) || (groups.has(group.id) && speaksOfGroup(found.entry, group.name));
  };
  const ranked = match.ranked.filter(isOf);
  if (ranked.length === match.ranked.length) return match;
  const [first] = ranked;
  const confidence = first === match.ranked[0] ? match.confidence : (first?.probability ?? 0);
  return { ranked, confidence, outcome: first === undefined ? 'none' : match.outcome };
}

/** "What are rare earths?", and not what moved the price of one of them. */
const speaksOfGroup = ({ question }: FaqEntry, name: string): boolean =>
  question.toLowerCase().replaceAll('-', ' ').includes(name.toLowerCase());

/** What two answers have in common if they say the same. */
export function answerKey({ parts }: Answer): string {
  return keys(parts, '', () => saidIn(parts.map(({ headline, table }) => [withoutVerdict(headline), table])));
}

const keys = remembering<string>();

export const saysTheSame = (one: Answer, other: Answer): boolean =>
  one.parts === other.parts || answerKey(one) === answerKey(other);

/** A question that was read is matched once, also where it is answered once more without what it might lean on. */
function matchOnce(matcher: Matcher, question: Question): Match {
  let match = MATCHES.get(question);
  if (match?.by !== matcher)
    MATCHES.set(question, (match = { by: matcher, found: matcher.match(question.text) }));
  return match.found;
}
const MATCHES = new WeakMap<Question, { readonly by: Matcher; readonly found: Match }>();

/** "Why?" alone says little: a follow-up is matched together with the question that it leans on. */
function matchFaq({ question }: TextReading, { matcher }: Catalog, { previous }: AskContext): Match {
  const alone = matchOnce(matcher, question);
  const leans = previous !== undefined && question.followUp && question.reason && alone.outcome !== 'answer';
  return leans ? matcher.match(`${question.text} ${previous.text}`) : alone;
}
