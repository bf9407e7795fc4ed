/** Several metals in a list: each is answered by what there is of it. */
import type { Answer } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { sayLeftOut } from '#src/domain/topics/left-out.ts';
import { isOfDays } from '#src/domain/topics/price/dated/dated-answer.ts';
import type { Catalog } from '../catalog.ts';
import { typedFor } from '../outsiders.ts';
import { together } from './answers.ts';

/** Of several metals in a list, each by what there is of it, quotes or figures; `undefined` where they belong together. */
export function eachOfList(
  question: Question,
  catalog: Catalog,
  answer: (one: Question) => Answer | undefined,
): Answer | undefined {
  const { metals, intent, reason, amounts, wanted } = question;
  // "10 kg silver and 2 kg gold in June": each at its price of then.
  const isOrder = intent === 'cost' && isOfDays(wanted) && amounts.every((one) => one.metals !== undefined);
  const isList =
    intent === 'value' || intent === 'extreme' || intent === 'change' || intent === 'chart' || isOrder;
  if (!isList || reason || metals.length < 2) return undefined;
  const answers = metals.map((id) => {
    const own = amounts.filter((one) => one.metals?.includes(id) !== false);
    return answer({ ...question, metals: [id], amounts: own });
  });
  const found = answers.flatMap((one) => (one?.outcome === 'answer' ? [one] : []));
  const [first] = found;
  if (first === undefined) return undefined;
  const left = metals.filter((_, at) => answers[at]?.outcome !== 'answer');
  const words = left.map((id) => typedFor(question, catalog, id));
  return sayLeftOut(
    { ...together(first, found), question },
    words.map((one) => ({ words: one, kind: 'subject' as const })),
  );
}
