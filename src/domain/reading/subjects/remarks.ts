/** What only looks like a question for a figure: a verdict on a price, a bare "sector", a row of dollar signs. */
import type { Findings } from '#src/domain/reading/findings.ts';
import { readUnit } from '#src/domain/reading/amounts/units.ts';

const COPULA = /^(?:is|are|was|were|seems?|seemed|looks?|looked|feels?|felt|got)$/u;
const DEGREE =
  /^(?:too|so|very|really|way|far|just|much|pretty|quite|still|always|never|not|bit|little|simply)$/u;
const VERDICT =
  /^(?:high|low|expensive|pricey|costly|steep|cheap|right|wrong|good|bad|fair|unfair|fine|great|nice|ok|okay|crazy|insane|ridiculous|absurd|outrageous|terrible|awful|horrible)$/u;
const ASKING = /^(?:what|whats|how|hows|which|when|where|who|why|by|per|each|every|any|all)$/u;
const OPENING =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|show|give|tell|get|list|compare)$/u;
/** Cues that say what is wanted, whatever is remarked beside it. */
const WANTING = [
  'highest',
  'lowest',
  'chart',
  'compare',
  'change',
  'than',
  'overtake',
  'summary',
  'history',
  'verify',
];

/**
 * A word of a remark that asks for nothing, in lower case; null where something is asked: "price is too high", "the price
 * is right 2024", "sector 2024".
 */
export function findRemark(findings: Findings, text: string): string | null {
  const { words, has } = findings;
  const bought = toldPurchase(findings);
  if (bought !== undefined) return bought;
  const asks = text.includes('?') || words.some((word) => ASKING.test(word)) || OPENING.test(words[0] ?? '');
  if (asks || WANTING.some((cue) => has(cue))) return null;
  return words.find((_, at) => isVerdict(words, at) || isAlone(findings, at)) ?? bareSector(findings);
}

/** "I do not think that I bought anything for £1": what whoever asks has spent on something that is not named, and no mass of it is asked. */
function toldPurchase({ amounts: { money }, words, subjects }: Findings): string | undefined {
  if (money === null || money.per !== null || subjects.ours.length > 0) return undefined;
  const teller = words.findIndex((word) => /^(?:i|ive|we|weve)$/u.test(word));
  const asksMass = words.some((word) =>
    /^(?:much|many|quantity|weight|mass|kgs?|kilos?|tonnes?|tons?)$/u.test(word),
  );
  if (teller < 0 || asksMass) return undefined;
  return words.slice(teller).find((word) => /^(?:bought|charged|paid)$/u.test(word));
}

/** "Wow expensive": nothing but a verdict, and what is said at one. */
const isAlone = ({ words, reading }: Findings, at: number): boolean =>
  VERDICT.test(words[at] ?? '') &&
  words.every((word, i) => i === at || DEGREE.test(word) || reading.slots[i] === 'greeting');

function isVerdict(words: readonly string[], at: number): boolean {
  if (!VERDICT.test(words[at] ?? '')) return false;
  let before = at - 1;
  while (DEGREE.test(words[before] ?? '')) before -= 1;
  return COPULA.test(words[before] ?? '') || words.slice(before + 1, at).includes('too');
}

/** "sector 2024": one of them is meant, and not said which. */
function bareSector({ hits, words, subjects, unknown }: Findings): string | null {
  const metrics = hits.filter(({ kind }) => kind === 'metric' || kind === 'weak' || kind === 'loose');
  const [only] = metrics;
  if (
    only === undefined ||
    metrics.length > 1 ||
    only.to - only.from > 1 ||
    unknown + subjects.sectors.length > 0
  )
    return null;
  const word = words[only.from] ?? '';
  return /^(?:sector|segment|industry)$/u.test(word) ? word : null;
}

/** Whether nothing was typed but signs: "$$$". */
export function isSigns(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => !/[\p{L}\p{N}]/u.test(word));
}

/** The text without the names of commands, "/nd price": in a message they run nothing. "/kg" is a unit. */
export function withoutCommands(text: string): string {
  return text.replace(/(?<!\S)\/(\p{L}[\p{L}\d-]*)/gu, (typed, word: string) =>
    readUnit(() => word.toLowerCase(), 0) === undefined ? ' ' : typed,
  );
}
