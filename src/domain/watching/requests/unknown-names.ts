/** Names that stand in a metal's place and are none that is known: said, never left out. */
import { scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { CONDITION } from './intents/intent-words.ts';
import { takeRule } from './rules/read-rule.ts';
import { takeSchedule } from './times/read-schedule.ts';
import { mendText } from './mend-words.ts';
import { takeMetals, unknownInRow, unknownMetal, unknownPutIn } from './read-metals.ts';
import { NO_METALS } from './request-words.ts';
import { takePlace } from './read-things.ts';
import type { RequestContext, TypedContext } from './request.ts';
import { Rest } from './rest.ts';

/** What is named in a metal's place, alone or beside others, and is none that is known. */
export function unknownIn(
  text: string,
  rest: Rest,
  metals: readonly string[],
  { materials }: TypedContext,
): readonly string[] {
  const isThere =
    metals.length === 0
      ? unknownMetal(rest, isEveryday) !== undefined
      : unknownInRow(text, materials).length > 0;
  return isThere ? ['metals'] : [];
}

/** What a message names in a metal's place and is no metal that is known, so that it can be said which. */
export function unknownNames(typed: string, context: RequestContext): readonly string[] {
  const text = mendText(typed, context.materials);
  const putIn = unknownPutIn(text, context.materials);
  if (putIn !== undefined) return [putIn];
  const inRow = unknownInRow(text, context.materials);
  if (inRow.length > 0) return inRow;
  const rest = new Rest(text);
  takePlace(rest, rest);
  takeMetals(rest, context.materials);
  takeRule(rest);
  takeSchedule(rest, context.today, context.zone);
  const name = unknownMetal(rest, isEveryday);
  return name === undefined ? [] : [name];
}

const isEveryday = (word: string) =>
  NO_METALS.has(word) || scanNumbers(word).length > 0 || CONDITION.test(word);
