/** How a question is built: whether it asks for reasons, and whether it leans on the one before it. */
import { worksOutFigures } from './asked/asks-of.ts';
import { isBareUnit } from '#src/domain/reading/amounts/units.ts';
import type { Intent } from './question.ts';
import type { Findings } from './findings.ts';
import { STOP_WORDS } from './words/plain-words.ts';
import { isFree } from './reading.ts';
import { readNumber } from './amounts/numbers.ts';
import { isLead } from './follow-ups/leaning.ts';

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
  'amount',
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

/** "How did January look": what the figures were. */
const LOOKS = /^(?:looks?|looked|looking|fares?|fared|stands?|stood)$/u;

/** Whether reasons, advice, or a way of doing something are asked for, which figures alone do not answer. */
export function asksForReasons(findings: Findings, intent: Intent): boolean {
  const { has, words, times, amounts } = findings;
  if (intent === 'sources') return false;
  const polite = intent === 'cost' && isOnlyPolite(findings);
  if (has('place') || (has('reason') && !polite && !isSupposed(findings))) return true;
  // Without a year or an amount it is after a view, not a figure.
  const dated = times.years.length > 0 || amounts.amount !== null;
  if (!dated && words.includes('outlook')) return true;
  const measured = worksOutFigures(intent);
  if (intent !== 'cost' && words.some((_, at) => isMust(findings, at))) return true;
  const asksHow = words.some((word, at) => {
    const next = words[at + 1] ?? '';
    if (word !== 'how' || (dated && words.some((one) => LOOKS.test(one)))) return false;
    return (HOW_AUXILIARY.has(next) && !measured) || (/^(?:is|are)$/u.test(next) && has('other'));
  });
  return asksHow || asksForJudgement(findings, intent);
}

/** "What if it is oxide", "what if we take 300 kg": the same with another slot, and no reason. */
function isSupposed({ hits, words, reading, has, amounts }: Findings): boolean {
  const reasons = hits.filter(({ kind }) => kind === 'reason');
  if (
    has('other') ||
    has('use') ||
    !reasons.every(({ from, to }) => words.slice(from, to).join(' ') === 'what if')
  )
    return false;
  const rest = words.flatMap((word, at) => {
    const slot = reading.slots[at];
    if (SUPPOSING.has(word)) return [];
    return slot === undefined ? (STOP_WORDS.has(word) ? [] : ['?']) : [slot];
  });
  const asked = rest.filter((slot) => !BESIDE_NUMBER.has(slot));
  // "What if prices go up 10 %, 500 kg".
  const moved = amounts.amount !== null && amounts.percents.length > 0;
  return (
    asked.length > 0 &&
    asked.every(
      (slot) =>
        ELLIPTIC.has(slot) || SUPPOSED.has(slot) || (moved && (slot === 'price' || slot === 'change')),
    )
  );
}

const SUPPOSING = new Set(['take', 'buy', 'want', 'pay', 'goods', 'material', 'stuff', 'only']);
const SUPPOSED = new Set(['money', 'percent', 'metal form']);

/** "How many kilograms possible", "can we get": of what a sum or an amount comes to. */
function isOnlyPolite({ hits, words }: Findings): boolean {
  const reasons = hits.filter(({ kind }) => kind === 'reason');
  return reasons.every(({ from, to }) => POSSIBLE.test(words.slice(from, to).join(' ')));
}

const POSSIBLE = /^(?:is it )?possible$|^(?:can|could) (?:we|it)$/u;

/** "will it get cheaper" wants a judgement; "what will it cost" and "can you tell me" want a figure. */
function asksForJudgement({ reading, words, times: { years } }: Findings, intent: Intent): boolean {
  const start = words.findIndex((word) => !LEAD_IN.has(word));
  const [first = '', second = '', third = ''] = words.slice(Math.max(start, 0));
  if (first === 'what' && /^(?:can|could|should|would)$/u.test(second)) {
    return !POLITE.has(third) && !worksOutFigures(intent) && intent !== 'value';
  }
  // "Will 2026 be above 2025": two years are set against each other.
  if (years.length > 1 && worksOutFigures(intent)) return false;
  const opens = (FUTURE.has(first) && isFree(reading, start)) || (first === 'is' && third === 'going');
  return opens && !POLITE.has(second) && intent !== 'cost' && intent !== 'greeting';
}

const OWING = new Set(['must', 'need', 'needs', 'needed', 'required', 'have', 'has', 'had']);

/** "must mining output increase", "do mines need to dig", "more output is needed": what has to happen, not what did. */
function isMust({ hits, words }: Findings, at: number): boolean {
  const word = words[at] ?? '';
  if (!OWING.has(word)) return false;
  // "how much more output is needed".
  if (/^(?:needed|required)$/u.test(word) && /^(?:is|are|be|will)$/u.test(words[at - 1] ?? ''))
    return words.includes('more') && hits.some(({ kind, to }) => kind === 'metric' && to === at - 1);
  const owes = /^(?:need|needs|have|has|had)$/u.test(word) && words[at + 1] === 'to';
  if (word !== 'must' && !owes) return false;
  return hits.some(
    ({ kind, from }) => (kind === 'change' || kind === 'metric') && from > at && from <= at + 4,
  );
}

/** Slots beside which a number still stands alone. */
const BESIDE_NUMBER = new Set(['follow-up', 'filler', 'greeting', 'claim', 'reason']);
/** Numbers in words that are no pronoun. */
const COUNT = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/u;
/** "The two" are no number. */
const BEFORE_COUNT = /^(?:the|these|those|both|all|my|our)$/u;
const LONGEST_BARE = 6;

/**
 * The number that stands alone: "and 30?", "what about 250", "make it 60", "with 50k?"; null where it is a year or has a unit.
 */
export function bareNumber({ reading, words }: Findings): number | null {
  const at = words.findIndex(
    (word, i) =>
      reading.slots[i] === undefined &&
      (reading.tokens[i]?.value !== undefined ||
        (COUNT.test(word) && !BEFORE_COUNT.test(words[i - 1] ?? ''))),
  );
  const read = at < 0 ? undefined : readNumber(reading.tokens, at);
  if (read === undefined || read.value <= 0 || words.length > LONGEST_BARE) return null;
  const others = words.some((word, i) => {
    if (i >= at && i < read.next) return false;
    const slot = reading.slots[i];
    // "And if I take 10".
    if (isLead(word) || /^(?:take|buy|order|get)$/u.test(word)) return false;
    return slot === undefined ? !STOP_WORDS.has(word) : !BESIDE_NUMBER.has(slot);
  });
  return others ? null : read.value;
}

const WHO_THAT_IS =
  /^(?:and |so |ok )?(?:what|whats|who|whos)(?: is| are| does)?(?: the| this)? (?:usgs|mcs|farmonaut|report)(?: mean| stand for| do)?$/u;

/** Whether the question leans on the one before it: "and 2024?", "same for terbium", "in tonnes?", "why?". */
export function isFollowUp(findings: Findings): boolean {
  const { reading, hits, has, words, unknown } = findings;
  if (words.length === 0) return false;
  if (bareNumber(findings) !== null) return true;
  // "One more kg" is an amount, and no unit to show one in.
  if (words.some((word, at) => word === 'more' && isBareUnit(words[at + 1] ?? ''))) return false;
  // "What is the USGS" asks who that is, whatever was spoken of.
  if (WHO_THAT_IS.test(words.join(' '))) return false;
  if (has('reason') && isSupposed(findings)) return true;
  if (unknown > 0) {
    const bareWhy = hits.some((hit) => hit.kind === 'reason' && hit.to === words.length);
    return words.length <= 2 && bareWhy;
  }
  const start = Math.max(
    0,
    words.findIndex((word) => !LEAD_IN.has(word)),
  );
  if (hits.some((hit) => hit.kind === 'follow-up' && hit.from <= start)) return true;
  const content = words.filter((word, at) => reading.slots[at] !== undefined || !STOP_WORDS.has(word));
  const slots = new Set(
    reading.slots.filter((slot) => slot !== undefined && !BESIDE_NUMBER.has(slot)).map(kindOf),
  );
  const [only] = slots;
  const one = slots.size === 1 && only !== undefined && ELLIPTIC.has(only);
  return one && content.length <= ELLIPTIC_LENGTH && !has('summary') && !has('other');
}

/** "$/lb" is one wish. */
const kindOf = (slot: string | undefined): string | undefined => (slot === 'currency' ? 'unit' : slot);
