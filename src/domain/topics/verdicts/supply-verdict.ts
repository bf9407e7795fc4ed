/** "Was there a surplus in 2023", "is it true that it was short": yes or no, by the status that the source gives. */
import STATES from '#src/domain/reading/words/supply-states.json' with { type: 'json' };
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Question } from '#src/domain/reading/question.ts';

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES).flatMap(([state, words]) => words.map((word) => [word, state] as const)),
);
const DENIED = /\b(?:no|not|without|isn'?t|wasn'?t|never|free of)\b/iu;

/**
 * "Yes. ", "No. " or "In some of them. "; '' where no one state is asked about, or the source words it otherwise.
 * @param told The states of the years asked for, as the source words them
 */
export function supplyVerdict(
  asked: Pick<Question, 'text' | 'verify' | 'reason'>,
  told: readonly string[],
): string {
  if (asked.reason || !(says(asked, 'whether') || asked.verify)) return '';
  const words = asked.text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const states = new Set(words.flatMap((word) => WORDS.get(word) ?? []));
  const [state] = states;
  const known = told.map((one) => WORDS.get(one.toLowerCase()));
  if (state === undefined || states.size > 1 || known.includes(undefined)) return '';
  const isSo = known.map((one) => (one === state) !== DENIED.test(asked.text));
  const isAny = /\b(?:any|ever|some)\b/iu.test(asked.text);
  if (isSo.every(Boolean)) return 'Yes. ';
  return isSo.some(Boolean) ? (isAny ? 'Yes. ' : 'In some of them. ') : 'No. ';
}
