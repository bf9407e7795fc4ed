/** How a question is built: whether it asks for reasons, leans on the one before it, and how much of it was understood. */
import type { Intent } from '../question.ts';
import { MARKET_WORDS, STOP_WORDS } from './plain-words.ts';
import { isFree, wordAt, type Reading } from './reading.ts';
import type { Hit } from './vocabulary.ts';

const MEASURED: ReadonlySet<Intent> = new Set(['change', 'compare', 'extreme', 'overtake', 'cost', 'chart']);
const HOW_AUXILIARY = new Set('do does did can could should would to will might'.split(' '));
const FUTURE = new Set(['will', 'would', 'could', 'might', 'may', 'can', 'gonna', 'going']);
const POLITE = new Set(['you', 'i', 'u', 'we', 'someone', 'anyone']);
/** Slots that a follow-up of a few words may consist of. */
const ELLIPTIC = new Set([
  'year',
  'metal',
  'unit',
  'currency',
  'sector',
  'country',
  'chart',
  'usgs',
  'report',
  'oxide',
  'time',
  'current',
  'product',
  'history',
]);
const ELLIPTIC_LENGTH = 4;
const LEAD_IN = new Set([
  'ok',
  'okay',
  'thanks',
  'hm',
  'hmm',
  'so',
  'oh',
  'cool',
  'great',
  'nice',
  'hey',
  'right',
  'well',
  'alright',
]);

/** Whether reasons, advice, or a way of doing something are asked for, which figures alone do not answer. */
export function asksForReasons(
  reading: Reading,
  hits: readonly Hit[],
  { intent, dated }: { readonly intent: Intent; readonly dated: boolean },
): boolean {
  if (hits.some((hit) => hit.kind === 'reason' || hit.kind === 'place')) return true;
  const word = (at: number) => wordAt(reading, at);
  // Without a year or an amount it is after a view, not a figure.
  if (!dated && reading.tokens.some((token) => token.word === 'outlook')) return true;
  if (reading.tokens.some((_, at) => isMust(reading, hits, at)) && intent !== 'cost') return true;
  for (let at = 0; at < reading.tokens.length; at += 1) {
    if (word(at) !== 'how') continue;
    const asksHow = HOW_AUXILIARY.has(word(at + 1));
    if (asksHow && !MEASURED.has(intent)) return true;
    if ((word(at + 1) === 'is' || word(at + 1) === 'are') && hits.some((hit) => hit.kind === 'other'))
      return true;
  }
  // "will it get cheaper" wants a judgement; "what will it cost" and "can you tell me" want a figure.
  const start = reading.tokens.findIndex((token) => !LEAD_IN.has(token.word));
  const asksWhatCan = word(start) === 'what' && /^(?:can|could|should|would)$/u.test(word(start + 1));
  if (asksWhatCan && !POLITE.has(word(start + 2)) && !MEASURED.has(intent) && intent !== 'value') return true;
  const opens =
    (FUTURE.has(word(start)) && isFree(reading, start)) ||
    (word(start) === 'is' && word(start + 2) === 'going');
  return opens && !POLITE.has(word(start + 1)) && intent !== 'cost' && intent !== 'greeting';
}

/** "must mining output increase", "do mines need to dig": what has to happen, not what did. */
function isMust(reading: Reading, hits: readonly Hit[], at: number): boolean {
  const word = wordAt(reading, at);
  const owes = /^(?:need|needs|have|has|had)$/u.test(word) && wordAt(reading, at + 1) === 'to';
  if (word !== 'must' && !owes) return false;
  const [from, to] = [at + 1, at + 4];
  return hits.some(
    (hit) => (hit.kind === 'change' || hit.kind === 'metric') && hit.from >= from && hit.from <= to,
  );
}

/** Whether the question leans on the one before it: "and 2024?", "same for terbium", "in tonnes?", "why?". */
export function isFollowUp(
  reading: Reading,
  hits: readonly Hit[],
  { unknown, foreign }: { readonly unknown: number; readonly foreign: string | null },
): boolean {
  const bareWhy =
    reading.tokens.length <= 2 &&
    hits.some((hit) => hit.kind === 'reason' && hit.to === reading.tokens.length);
  if (foreign !== null || reading.tokens.length === 0) return false;
  if (unknown > 0) return bareWhy;
  const start = reading.tokens.findIndex((token) => !LEAD_IN.has(token.word));
  if (hits.some((hit) => hit.kind === 'follow-up' && hit.from <= Math.max(start, 0))) return true;
  const content = reading.tokens.filter(
    (token, at) => reading.slots[at] !== undefined || !STOP_WORDS.has(token.word),
  );
  if (content.length > ELLIPTIC_LENGTH) return false;
  const slots = new Set(reading.slots.filter((slot) => slot !== undefined));
  const bare = hits.every((hit) => hit.kind !== 'summary' && hit.kind !== 'other');
  return bare && slots.size === 1 && [...slots].every((slot) => ELLIPTIC.has(slot));
}

/** Words understood, and words that were not; stop words and general market words count as neither. */
export function countWords(reading: Reading): { readonly known: number; readonly unknown: number } {
  let known = 0;
  let unknown = 0;
  for (const [at, token] of reading.tokens.entries()) {
    if (reading.slots[at] !== undefined) known += 1;
    else if (!STOP_WORDS.has(token.word) && !MARKET_WORDS.has(token.word)) unknown += 1;
  }
  return { known, unknown };
}
