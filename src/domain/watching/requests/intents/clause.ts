/** A clause of a message, and what readers saw in it without taking it. */
import { FUTURE } from '../times/future-days.ts';
import { ALERT_NOUN, DIGEST_NOUN, POLITE, TOPIC_FIRST } from './intent-words.ts';

export interface Clause {
  /** All of it, in small letters. */
  readonly text: string;
  /** Without what is polite, its verb first. */
  readonly head: string;
  /** What it is of and what is said of it, where that stands first: "the terbium alert: make it 950". */
  readonly topic?: readonly [of: string, said: string] | undefined;
}

const isNamed = (part: string): boolean => DIGEST_NOUN.test(part) || ALERT_NOUN.test(part);

export function clauseOf(text: string): Clause {
  const head = withoutStretch(text.slice(POLITE.exec(text)?.[0].length ?? 0));
  // "terbium alert: quiet for 2 days"
  const topic = TOPIC_FIRST.exec(head)?.groups;
  if (topic === undefined) return { text, head };
  const [of, said] = [topic['topic'] ?? '', topic['rest'] ?? ''];
  // "camille has left us: delete all the digests of camille": what stands first says why.
  if (isNamed(said) && !isNamed(of)) return { text, head: said };
  return { text, head: `${said} ${of}`, topic: [of, said] };
}

/** "From 20 December to 3 January pause it": what is to be done first. */
function withoutStretch(head: string): string {
  const [stretch = ''] = STRETCH_FIRST.exec(head) ?? [];
  return stretch === '' ? head : `${head.slice(stretch.length)} ${stretch.replace(/[\s,]+$/u, '')}`;
}
const STRETCH_FIRST = new RegExp(
  String.raw`^(?:from|between)\s+${FUTURE}\s*(?:to|until|till|through|and|-)\s+${FUTURE}[\s,]+(?=(?:please\s+)?(?:pause|hold|mute|silence|snooze|suspend|freeze|halt|stop|skip|no)\s)`,
  'u',
);

/** What a clause has in it, as readers saw it without taking it. */
export interface Signs {
  readonly often: boolean;
  readonly once: boolean;
  readonly rule: boolean;
  /** The rule says how far. */
  readonly amount: boolean;
  readonly clock: boolean;
  readonly place: boolean;
  readonly metals: boolean;
  /** A number with money. */
  readonly price: boolean;
  /** Money for a mass. */
  readonly fullPrice: boolean;
  /** "For two weeks", "until Friday". */
  readonly span: boolean;
  /** A file's format is named. */
  readonly format: boolean;
  /** How many words are none that requests are made of. */
  readonly foreign: number;
}

export interface SeenClause extends Clause {
  readonly signs: Signs;
  readonly digest: boolean;
  readonly alert: boolean;
  /** What is spoken of, where one that there is may be meant. */
  readonly of: 'digest' | 'alert';
  /** One that there is, or may be: "the friday post", "alert 3", "it". */
  readonly definite: boolean;
  readonly indefinite: boolean;
}
