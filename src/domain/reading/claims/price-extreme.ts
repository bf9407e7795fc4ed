/** At which price of several years a cost is wanted: "30 t at the peak", "in the cheapest year", "at the average price". */
import type { Findings } from '#src/domain/reading/findings.ts';
import type { LeftOut } from '#src/domain/reading/frame.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** Said of prices and years alone; "at most 5 t" and "a minimum of 200 kg" are said of amounts. */
const OF_PRICES =
  /^(?:peak\w*|highest.*|lowest.*|cheapest|records?.*|all time.*|ath|atl|costliest|dearest|priciest|most expensive|least expensive|trough|bottom\w*|top price|high point|low point|the (?:high|low)s?|(?:best|worst) .*)$/u;
const PRICE = /^(?:prices?|costs?|costed|expensive|level|rates?|quotes?)$/u;

/** `null` where none is; a single year has one price, whatever it is called. */
export function priceExtreme({ hits, words, times, amounts }: Findings): Question['extreme'] {
  if (times.years.length === 1 && times.span === null) return null;
  // A price on the table is set against those of its time, "vs last year's average".
  if (amounts.money !== null && amounts.money.per !== null) return null;
  // "At least 3 t".
  const isOfAmount = (to: number) => amounts.amounts.some(({ at }) => at === to || at === to + 1);
  const beside = (from: number, to: number) =>
    PRICE.test(words[from - 1] ?? '') || PRICE.test(words[to] ?? '') || PRICE.test(words[to + 1] ?? '');
  for (const { kind, from, to } of hits) {
    if (kind !== 'highest' && kind !== 'lowest' && kind !== 'mean') continue;
    const said = words.slice(from, to).join(' ');
    const several = kind === 'mean' && times.years.length > 1 && !isOfAmount(to);
    const ofPrices = kind !== 'mean' && OF_PRICES.test(said);
    if (several || ofPrices || (beside(from, to) && !isOfAmount(to))) return kind;
  }
  return null;
}

/** "Best and worst year", "at the peak and at the low": the cost at both. */
export const bothExtremes = (findings: Findings): boolean =>
  findings.amounts.amounts.length === 1 &&
  priceExtreme(findings) !== null &&
  (['highest', 'lowest'] as const).every((wanted) =>
    findings.hits.some(
      ({ kind, from, to }) => kind === wanted && OF_PRICES.test(findings.words.slice(from, to).join(' ')),
    ),
  );

/** "At the 2021 price and at the peak", "the cheapest, and 3 t at the peak": an extreme that the one price of a cost does not tell. */
export function extremesLeftOut(findings: Findings): readonly LeftOut[] {
  const { hits, words, reading, amounts } = findings;
  if (amounts.amounts.length === 0 || bothExtremes(findings)) return [];
  const told = priceExtreme(findings);
  return hits.flatMap(({ kind, from, to }): readonly LeftOut[] => {
    if (kind !== 'highest' && kind !== 'lowest') return [];
    const said = words.slice(from, to).join(' ');
    // "The 2022 peak", "peak of 2022".
    const near = reading.slots.slice(Math.max(0, from - 2), to + 2);
    const isOfYear = told === null && near.includes('year');
    return OF_PRICES.test(said) && kind !== told && !isOfYear ? [{ words: said, kind: 'words' }] : [];
  });
}
