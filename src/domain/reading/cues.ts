/** What of a reading tells how likely it is: what was left out for it, what is not understood, and what it would rather have said. */
import type { TokensRead } from './understand.ts';
import type { Doubts } from './doubts.ts';
import { OWNERS } from './subjects/foreign/foreign-heads.ts';
import { isJoined } from './subjects/foreign/foreign-roles.ts';
import { isTradeWord } from './subjects/imports-asked.ts';
import { STOP_WORDS } from './words/plain-words.ts';
import SENSES from './words/senses.json' with { type: 'json' };
import { isPlainFigure, NOUNS, type NounKind } from './plain-figures.ts';

/** Words that were taken for noise, or for another word. */
export interface Left {
  readonly kind: 'noun' | 'verb' | 'head' | 'sense' | 'mended' | 'renamed';
  readonly words: string;
  readonly replaced: boolean;
}

export interface Cues {
  readonly doubts: Doubts;
  /** How plainly the metric is named. */
  readonly metric: 'strong' | 'weak' | 'loose' | 'none';
  /** A metal or a product of ours is. */
  readonly named: boolean;
  /** Words that no slot took and that may be things, with what is known of them. */
  readonly nouns: readonly { readonly word: string; readonly kind: NounKind }[];
  /** Such as may be done. */
  readonly verbs: number;
  readonly left: Readonly<Record<Left['kind'], number>>;
  /** Cues for what no figure answers: reasons, other questions, uses, small talk. */
  readonly has: Readonly<Record<'reason' | 'other' | 'use' | 'talk', boolean>>;
  /** Whoever asks speaks of themselves, or of whoever answers. */
  readonly personal: boolean;
  /** Of themselves alone, and of no firm: "how do I connect my card". */
  readonly single: boolean;
  /** Whoever answers is spoken of: "how old are you". */
  readonly addressed: boolean;
  /** Things of theirs: "my card", "your app". */
  readonly owned: number;
  readonly words: number;
  /** Words of the trade, of any kind. */
  readonly trade: number;
  /** Every word was read, and none of them speaks against a figure. */
  readonly clean: boolean;
  /** And a slot says which figure: nothing else can be meant. */
  readonly plain: boolean;
  /** A list names the foreign subject. */
  readonly foreignListed: boolean;
}

const TRADE: ReadonlySet<string> = new Set(SENSES.trade);
/** "Tell me how to get insurance": how somebody does something for themselves. */
const ASKED_AS = /^(?:please )?(?:tell|show|explain to) me how to\b/u;
const PERSONS = new Set('i im my me mine we our us you your yours u ur he she his her they their'.split(' '));

export function cuesOf(read: TokensRead, left: readonly Left[]): Cues {
  const { findings, sentence, foreign, doubts } = read;
  const clean = left.length === 0 && isClean(read);
  const { hits, has, subjects, words, reading } = findings;
  const metric = (['metric', 'weak', 'loose'] as const).find((kind) => hits.some((hit) => hit.kind === kind));
  const count = (kind: Left['kind']) => left.filter((one) => one.kind === kind).length;
  const free = (at: number) => reading.slots[at] === undefined;
  return {
    doubts,
    metric: metric === 'metric' ? 'strong' : (metric ?? 'none'),
    named: subjects.ours.length > 0,
    nouns: sentence.roles.flatMap((role, at) => {
      const kind = NOUNS.get(role);
      return kind === undefined || !free(at) ? [] : [{ word: words[at] ?? '', kind }];
    }),
    verbs: sentence.roles.filter((role, at) => role === 'verb' && free(at)).length,
    left: {
      noun: count('noun'),
      verb: count('verb'),
      head: count('head'),
      sense: count('sense'),
      mended: count('mended'),
      renamed: count('renamed'),
    },
    has: {
      reason: has('reason'),
      other: hasOther(read),
      use: has('use'),
      talk: has('help') || has('greeting'),
    },
    owned: words.filter((word, at) => OWNERS.has(word) && ownsThing(sentence, at)).length,
    addressed: words.some((word) => /^(?:you|your|u|ur|youre|yourself)$/u.test(word)),
    personal: words.some((word) => PERSONS.has(word)),
    single:
      words.some((word) => /^(?:i|im|ive|id|my|mine|myself)$/u.test(word)) || ASKED_AS.test(words.join(' ')),
    words: words.filter((word) => !STOP_WORDS.has(word)).length,
    trade: words.filter((word) => TRADE.has(word)).length,
    clean,
    plain: isPlainFigure(read, clean, left.length === 0),
    foreignListed: foreign?.listed === true,
  };
}

/** "My card", "your new app". */
function ownsThing({ roles, reading }: TokensRead['sentence'], at: number): boolean {
  return [at + 1, at + 2].some(
    (next) =>
      NOUNS.has(roles[next] ?? 'plain') &&
      reading.slots[next] === undefined &&
      isJoined({ roles, reading }, next),
  );
}

/** "Exports" are another question, unless they are the figure that is asked for. */
function hasOther({ question, findings }: TokensRead): boolean {
  const counted = question.metrics.some((metric) => metric === 'exports' || metric === 'imports');
  return findings.hits.some(
    ({ kind, from }) => kind === 'other' && !(counted && isTradeWord(findings.words[from] ?? '')),
  );
}

function isClean(read: TokensRead): boolean {
  const { question, findings, foreign } = read;
  const { remark, stranger, vague } = read.doubts;
  const doubted = remark !== null || stranger !== null || vague || foreign !== null;
  return question.understood === 1 && !question.reason && !hasOther(read) && !findings.has('use') && !doubted;
}

/** Of a question that nobody typed. */
export const PLAIN_CUES: Cues = {
  doubts: { remark: null, stranger: null, vague: false },
  metric: 'strong',
  named: true,
  nouns: [],
  verbs: 0,
  left: { noun: 0, verb: 0, head: 0, sense: 0, mended: 0, renamed: 0 },
  has: { reason: false, other: false, use: false, talk: false },
  personal: false,
  single: false,
  addressed: false,
  owned: 0,
  words: 0,
  trade: 1,
  clean: true,
  plain: true,
  foreignListed: false,
};
