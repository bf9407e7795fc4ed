/**
 * What one text may mean, best first. Every word has one of its senses, is another word that was misspelt or cut short, or is
 * noise; each choice costs something, and the typed reader makes a question of it. A metal, product, year or number that is
 * named is never noise.
 */
import { isoDate } from '#src/domain/measure/days.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { asSaid } from './words/as-said.ts';
import { cuesOf, PLAIN_CUES, type Cues, type Left } from './cues.ts';
import type { Question } from './question.ts';
import { createMender, type IsOrdinary, type Mender } from './edits/spelling.ts';
import { withoutCommands } from './subjects/remarks.ts';
import { applied, type Edit } from './edits/edits-of-text.ts';
import { inFull } from './short-forms.ts';
import { MAX_TEXT, tokenize } from './tokens.ts';
import { createTokenReader, type TokensRead, type TypedTokens } from './understand.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Words, editsOf, combined } from './edits/possible-edits.ts';

/** One of the meanings of a text. */
export interface TextReading {
  readonly question: Question;
  /** What was taken for something else than it says; 0 for the text as it stands. */
  readonly cost: number;
  /** The words that were taken for noise, as typed. */
  readonly left: readonly string[];
  readonly cues: Cues;
}

export interface Reader {
  /** The text as it stands. The same text on the same day gives the same question. */
  readonly understand: (text: string, now: Date) => Question;
  /** The text as it stands, then what else it may mean, likeliest first; never more than `MOST_READINGS`. */
  readonly readings: (text: string, now: Date) => readonly [TextReading, ...(readonly TextReading[])];
}

/** A text with its short forms in full, and what that says as it stands. */
interface Whole {
  readonly typed: TypedTokens;
  readonly whole: TokensRead;
}

const MOST_READINGS = 7;
/** Words that are read for one text, all readings together: a pasted page is read as it stands, and holds nobody up. */
const MOST_WORDS = 400;

/**
 * Builds the reader of a catalog's names.
 * @param vocabulary Of this catalog, where it was built before.
 * @param isOrdinary Whether a word is an ordinary one of English, and so a misspelling of none.
 * @example createReader(catalog).understand('price in 2022', new Date()).years // [2022]
 */
export function createReader(
  catalog: MetalCatalog,
  vocabulary = buildVocabulary(catalog),
  isOrdinary?: IsOrdinary,
): Reader {
  const mender = createMender(vocabulary, isOrdinary);
  const readTokens = createTokenReader(catalog, vocabulary);
  const words: Words = { mender, vocabulary };
  const wholeOf = (text: string, today: string): Whole => {
    const typed = typedTokens(text, vocabulary, mender);
    const whole = readTokens(typed, today);
    const full = inFull(typed, whole, vocabulary);
    return full === undefined ? { typed, whole } : { typed: full, whole: readTokens(full, today) };
  };
  return {
    understand: (text, now) => wholeOf(text, isoDate(now.getTime())).whole.question,
    readings: (text, now) => {
      const today = isoDate(now.getTime());
      return allReadings(wholeOf(text, today), words, (one) => readTokens(one, today));
    },
  };
}

/** The one reading of a question that nobody typed. What asks for a reason may be answered by an entry, as if it was typed. */
export function plainReading(question: Question): TextReading {
  const clean = !question.reason;
  return { question, cost: 0, left: [], cues: { ...PLAIN_CUES, clean, plain: clean } };
}

function typedTokens(raw: string, vocabulary: Vocabulary, mender: Mender): TypedTokens {
  const text = asSaid(withoutCommands(raw.slice(0, MAX_TEXT)).trim());
  const { tokens, repairs } = mender.mend(tokenize(text.replace(vocabulary.unspaced, ' $& ')));
  return { text, called: text === '' && raw.trim() !== '', tokens, repairs };
}

function allReadings(
  { typed, whole }: Whole,
  { mender, vocabulary }: Words,
  read: (typed: TypedTokens) => TokensRead,
): readonly [TextReading, ...(readonly TextReading[])] {
  const first = readingOf(whole, typed, []);
  if (first.cues.plain) return [first];
  const most = Math.min(MOST_READINGS, Math.floor(MOST_WORDS / typed.tokens.length));
  if (most <= 1) return [first];
  const edits = editsOf(typed, whole, { mender, vocabulary });
  const found: [TextReading, ...TextReading[]] = [first];
  const sets = combined(edits);
  if (sets.length === 0) return found;
  const keys = new Set([keyOf(whole.question)]);
  for (const chosen of sets) {
    if (found.length >= most) break;
    const tokens = applied(typed.tokens, chosen);
    if (tokens.length === 0) continue;
    const renamed = chosen.some(({ kind }) => kind === 'renamed');
    const repairs = [...typed.repairs, ...chosen.flatMap(repairOf)];
    const when = renamed ? undefined : whole.findings.times.when;
    const one = read({ ...typed, tokens, repairs, when });
    const key = keyOf(one.question);
    if (keys.has(key)) continue;
    keys.add(key);
    found.push(readingOf(one, typed, chosen));
  }
  return found;
}

/** A name that was typed as another word is said. */
const repairOf = ({ kind, name, other }: Edit): Question['repairs'] =>
  kind === 'mended' && name === true ? (other ?? []).map(({ raw, word }) => ({ from: raw, to: word })) : [];

function readingOf(read: TokensRead, { tokens }: TypedTokens, edits: readonly Edit[]): TextReading {
  const cost = edits.reduce((sum, edit) => sum + edit.cost, 0);
  const left = edits.map(({ from, to, kind, other }): Left => ({
    kind,
    words: tokens
      .slice(from, to)
      .map(({ raw }) => raw)
      .join(' '),
    replaced: other !== undefined,
  }));
  return {
    question: read.question,
    cost,
    left: left.filter(({ replaced }) => !replaced).map(({ words }) => words),
    cues: cuesOf(read, left),
  };
}

/** What two readings must not have in common; how they were read is none of it. */
function keyOf(question: Question): string {
  // What is undefined is not written.
  const how = {
    text: undefined,
    evidence: undefined,
    unread: undefined,
    understood: undefined,
    repairs: undefined,
  };
  return JSON.stringify({ ...question, ...how });
}
