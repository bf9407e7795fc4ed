/** A list that is made longer or shorter: "drop the dy", "leave out norway", "add 10 kg of terbium". */
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import type { Question } from '#src/domain/reading/question.ts';

const DROPS =
  /^\W*(?:(?:and|ok|okay|now|then|please|but|so|hm+|well|just|actually|lets|let's|can you|could you) )*(?:drop|remove|delete|leave out|take out|take away|exclude|excluding|forget(?: about)?|lose|without|minus|ignore|skip|scratch)\b/iu;
const LONGEST = 7;

/** What may stand beside the names: how a list is made shorter, and what says nothing. */
const BESIDE = new Set(['metal', 'country', 'sector', 'year', 'change', 'follow-up', 'filler', 'greeting']);

const LISTS = ['metals', 'countries', 'sectors', 'years'] as const;

/** The question before without what is named; `undefined` where that was no part of it, or nothing would be left. */
export function withoutNamed(previous: Question, asked: Question): Question | undefined {
  const { text, amounts, unread = [], evidence = [], without = [] } = asked;
  const verb = DROPS.exec(text)?.[0].toLowerCase().split(/\s+/u);
  if (verb === undefined || text.split(/\s+/u).length > LONGEST || amounts.length > 0) return undefined;
  if (!unread.every((word) => verb.includes(word.toLowerCase()))) return undefined;
  if (!evidence.every(({ slot }) => BESIDE.has(slot))) return undefined;
  const named = { ...asked, countries: [...asked.countries, ...without] };
  const slot = LISTS.find((one) => named[one].length > 0);
  if (slot === undefined || LISTS.some((one) => one !== slot && named[one].length > 0)) return undefined;
  const gone = new Set<string | number>(named[slot]);
  const before: readonly (string | number)[] = previous[slot];
  const left = before.filter((one) => !gone.has(one));
  if (before.length - left.length !== gone.size || left.length === 0) return undefined;
  const isOne = left.length === 1;
  return {
    ...previous,
    [slot]: left,
    ...(slot === 'years' ? { span: null, when: [] } : {}),
    ...(slot === 'metals' ? { amounts: amountsOf(previous, left) } : {}),
    ...(isOne && previous.intent === 'compare' ? { intent: 'value' as const } : {}),
    ...(isOne ? { combine: null, extreme: null, apart: false, race: null } : {}),
    text,
    comparative: undefined,
    leaning: NO_LEANING,
    told: undefined,
  };
}

/** The amounts of the metals that are left. */
function amountsOf({ amounts }: Question, left: readonly (string | number)[]): Question['amounts'] {
  const kept = amounts.flatMap(({ metals, ...amount }) => {
    const own = metals?.filter((id) => left.includes(id));
    if (own?.length === 0) return [];
    return [own === undefined ? amount : { ...amount, metals: own }];
  });
  return kept.map(({ joint, ...amount }, at) =>
    at === 0 || joint === undefined ? amount : { ...amount, joint },
  );
}

/** "Add 10 kg of terbium" to a cost: beside the amounts that were costed; `undefined` where no amount is added. */
export function withAmountAdded(
  previous: Question,
  asked: Question,
  fillIn: (question: Question) => Question,
): Question | undefined {
  const { amounts, metals, leaning } = asked;
  if (leaning?.adds !== true || amounts.length === 0 || metals.length === 0) return undefined;
  if (previous.intent !== 'cost' || previous.amounts.length === 0) return undefined;
  const own = amounts.map((amount) => ({
    ...amount,
    metals: amount.metals ?? metals,
    joint: 'and' as const,
  }));
  const before = previous.amounts.map((amount) => ({ ...amount, metals: amount.metals ?? previous.metals }));
  return {
    ...fillIn(asked),
    metals: [...new Set([...previous.metals, ...metals])],
    amounts: [...before, ...own],
    combine: 'sum',
  };
}
