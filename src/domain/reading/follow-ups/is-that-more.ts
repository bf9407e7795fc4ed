/** "Is that higher?": the last of two that were spoken of, held against the one before it. */
import { HIGHER, LOWER } from '#src/domain/reading/words/move-words.ts';
import type { Comparative } from '#src/domain/reading/frame.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { otherSpoken } from './spoken.ts';

const ASKED =
  /^(?:(?:and|so|but|ok) )*(?:is|was|are|were|did|does) (?:that|it|this|they|those)(?: (?:much|a lot|even|still|cost|costs|more|less))? (\p{L}+)(?: (?:now|then|than (?:that|before)|or (?:less|lower|not|no)))?$/u;

/** The side that is asked about; `undefined` where the words say more, or nothing of the kind. @param line In lower case */
export function sideAsked(line: string): Comparative['side'] | undefined {
  const word = ASKED.exec(line.trim())?.[1] ?? '';
  if (LOWER.has(word)) return 'lower';
  return HIGHER.has(word) || word === 'expensive' ? 'higher' : undefined;
}

/** The question that is meant; `undefined` where one thing alone was spoken of. @param base The question before */
export function isThatMore(previous: Question, question: Question): Question | undefined {
  const side = sideAsked(question.text.toLowerCase().replaceAll(/[^\p{L}\p{N} ]/gu, ''));
  const other = side && otherSpoken(previous);
  if (side === undefined || other === undefined || previous.amounts.length > 0) return undefined;
  const same = {
    ...previous,
    text: question.text,
    intent: 'compare' as const,
    extreme: null,
    told: undefined,
  };
  const [year] = previous.years;
  const [than] = other.years ?? [];
  if (other.years !== undefined)
    return {
      ...same,
      years: [...new Set([...other.years, ...previous.years])].toSorted((a, b) => a - b),
      span: null,
      comparative: { side, of: year, than },
    };
  const comparative = { side, of: undefined, than: undefined };
  if (other.metals !== undefined)
    return { ...same, metals: [...previous.metals, ...other.metals], comparative };
  if (other.countries !== undefined)
    return { ...same, countries: [...previous.countries, ...other.countries], comparative };
  return undefined;
}
