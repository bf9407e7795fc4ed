/** The numbers, percentages and sums of money of a question that no slot took: an answer names them. */
import type { LeftOut } from '#src/domain/reading/frame.ts';
import type { Intent } from '#src/domain/reading/question.ts';
import type { Offer } from '#src/domain/reading/amounts/asked-amounts.ts';
import { asTyped, type PercentRead } from '#src/domain/reading/amounts/masses/amount-parts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { readNumber } from '#src/domain/reading/amounts/numbers.ts';
import { isFree, wordAt } from '#src/domain/reading/reading.ts';

interface NumbersUsed {
  readonly intent: Intent;
  readonly offer: Offer | null;
  /** Percentages that no amount and no cost used. */
  readonly percents: readonly PercentRead[];
  /** Where a figure is said that is to be confirmed. */
  readonly stated?: number | undefined;
}

/** What is left out, in the order of the text. */
export function leftOutNumbers(
  findings: Findings,
  { intent, offer, percents, stated }: NumbersUsed,
): readonly LeftOut[] {
  const { reading, amounts } = findings;
  const isClaim = intent === 'sources' || findings.has('claim');
  const spend = intent === 'cost' && amounts.amounts.length === 0;
  const usedMoney = (at: number) => isClaim || ((spend || offer !== null) && at === usedAt(findings, offer));
  const found: { readonly at: number; readonly item: LeftOut }[] = [
    ...percents
      .slice(isClaim ? 1 : 0)
      .map(({ at, next }) => ({ at, item: { words: asTyped(reading, at, next), kind: 'percent' as const } })),
    // Beside other figures a sum is a claim, not what they are worked out from.
    ...amounts.moneys
      .filter(
        ({ at, assumed = false }) =>
          (assumed || intent === 'cost' || isPutOn(findings, at)) && !usedMoney(at),
      )
      .map(({ at, next }) => ({ at, item: { words: asTyped(reading, at, next), kind: 'number' as const } })),
    ...(intent === 'cost' ? amounts.packed : [...amounts.amounts, ...amounts.packed]).map(({ at, next }) => ({
      at,
      item: { words: asTyped(reading, at, next), kind: 'number' as const },
    })),
    ...gradesIn(findings),
    ...freeNumbers(findings),
  ];
  return found
    .filter(({ at }) => at !== stated)
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** "The price of 2024 minus 10 dollars". */
const isPutOn = ({ reading }: Findings, at: number): boolean =>
  /^(?:minus|plus|less)$/u.test(wordAt(reading, at - 1)) || /^[-+]$/u.test(reading.tokens[at]?.gap ?? '');

function usedAt({ amounts }: Findings, offer: Offer | null): number | undefined {
  const offered = amounts.moneys.find(({ per }) => per !== null) ?? amounts.money;
  return (offer === null ? amounts.money : offered)?.at;
}

/** "N52": no source has a figure for a grade of magnets. */
function gradesIn({ reading }: Findings): readonly { readonly at: number; readonly item: LeftOut }[] {
  return reading.slots.flatMap((slot, at) =>
    slot === 'grade' ? [{ at, item: { words: reading.tokens[at]?.raw ?? '', kind: 'words' as const } }] : [],
  );
}

/** Numbers that are in no slot, with the sign or the word that they were to be used by: "* 2", "top 3". */
function freeNumbers({
  reading,
  words,
  amounts,
}: Findings): readonly { readonly at: number; readonly item: LeftOut }[] {
  const found: { at: number; item: LeftOut }[] = [];
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const token = reading.tokens[at];
    if (token === undefined || !isFree(reading, at) || token.date) continue;
    const read = readNumber(reading.tokens, at);
    // "Three orders: 20 kg, 30 kg and 50 kg".
    const counted = read !== undefined && amounts.amounts.length > 1 && read.value === amounts.amounts.length;
    if (
      counted &&
      /^(?:orders?|lots?|batch(?:es)?|deliver(?:y|ies)|shipments?|items?|lines?|parts?|pieces?|purchases?)$/u.test(
        wordAt(reading, read.next),
      )
    )
      continue;
    if (read === undefined || isWordOnly(words, at, token.value) || isBullet(reading, at)) continue;
    const sign = /[-+*×/^]$/u.exec(token.gap)?.[0] ?? '';
    const times = /^(?:x|times|by)$/u.test(wordAt(reading, at - 1)) ? `${wordAt(reading, at - 1)} ` : '';
    const typed = asTyped(reading, at, read.next);
    const kind = sign === '' && times === '' ? ('number' as const) : ('arithmetic' as const);
    found.push({ at, item: { words: `${sign === '' ? times : `${sign} `}${typed}`, kind } });
    at = read.next - 1;
  }
  return found;
}

/** "One of them", "the two sources", "a couple": counts that ask for nothing. */
function isWordOnly(words: readonly string[], at: number, value: number | undefined): boolean {
  if (value !== undefined) return false;
  const before = words[at - 1] ?? '';
  return (
    /^(?:one|a|an|half|quarter|few|several|zero|hundred|k|m)$/u.test(words[at] ?? '') ||
    /^(?:the|these|those|both|all|which|my|our)$/u.test(before)
  );
}

/** "1. price 2024": the number of a line. */
function isBullet({ tokens }: Findings['reading'], at: number): boolean {
  const first = at === 0 || /[.;:!?]/u.test(tokens[at]?.gap ?? '');
  return first && /^[.)]/u.test(tokens[at + 1]?.gap ?? '');
}
