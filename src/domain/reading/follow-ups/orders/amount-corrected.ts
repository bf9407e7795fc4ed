/** What corrects the amount of the question before it: "sorry, kg", "kg, not lb", and the share of a metal in its goods: "with 27 % instead". */
import { scale, type MassUnit } from '#src/domain/measure/figure.ts';
import { PURE } from '#src/domain/reading/amounts/contents.ts';
import { percentAt } from '#src/domain/reading/amounts/percents.ts';
import { readUnit } from '#src/domain/reading/amounts/units.ts';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { AmountCorrected } from '#src/domain/reading/frame.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import LEANING from '#src/domain/reading/words/leaning.json' with { type: 'json' };

const ASIDE: ReadonlySet<string> = new Set(LEANING.aside.flatMap((phrase) => phrase.split(' ')));
/** Said of what is taken back: "not lb", "instead of pounds". */
const NOT = /^(?:not|isn't|wasn't)$/u;
const INSTEAD = /^(?:instead of|rather than) $/u;
/** How a figure is shown, which corrects no amount: "in kg", "per kg". */
const SHOWN = /^(?:in|into|to|per|a|an|each|every)$/u;
/** Said of a share of goods. */
const OF_SHARE =
  /^(?:with|at|content|contents|share|fraction|loading|instead|weight|mass|wt|same|containing|holding)$/u;
const LONGEST = 9;

/** What of an amount a few words put in another's place; `null` where they say more than that, or nothing of the kind. */
export function readAmountCorrected(findings: Findings, corrects: boolean): AmountCorrected | null {
  const { words, amounts } = findings;
  if (words.length > LONGEST || amounts.amounts.length > 0 || amounts.money !== null) return null;
  return amounts.percents.length > 0 ? shareOf(findings) : unitOf(findings, corrects);
}

function unitOf({ words }: Findings, corrects: boolean): AmountCorrected | null {
  const wordsAt = (at: number) => words[at] ?? '';
  const meant: { readonly unit: MassUnit; readonly factor: number }[] = [];
  const rejected: MassUnit[] = [];
  for (let at = 0; at < words.length;) {
    const read = readUnit(wordsAt, at);
    if (read === undefined) {
      const word = wordsAt(at);
      if (!ASIDE.has(word) && !STOP_WORDS.has(word) && !NOT.test(word) && word !== 'than') return null;
      at += 1;
      continue;
    }
    const before = wordsAt(at - 1);
    if (SHOWN.test(before)) return null;
    const isRejected = NOT.test(before) || INSTEAD.test(`${wordsAt(at - 2)} ${before} `);
    if (isRejected) rejected.push(read.unit);
    else meant.push({ unit: read.unit, factor: read.factor });
    at = read.next;
  }
  const [only, ...others] = meant;
  if (only === undefined || others.length > 0 || (!corrects && rejected.length === 0)) return null;
  return { ...only, kind: 'unit', rejected: rejected[0] ?? null };
}

function shareOf({ words, amounts, subjects, reading, has }: Findings): AmountCorrected | null {
  const [percent, ...others] = amounts.percents;
  if (percent === undefined || others.length > 0 || percent.kept !== undefined || has('change')) return null;
  const { value, at, next } = percent;
  // "Up 10 %", "plus 10 %", "-10 %" move a price.
  if (value.high >= PURE || /[-+]$/u.test(reading.tokens[at]?.gap ?? '') || subjects.metals.length > 1)
    return null;
  const isPlain = words.every(
    (word, i) =>
      (i >= at && i < next) ||
      ASIDE.has(word) ||
      OF_SHARE.test(word) ||
      (STOP_WORDS.has(word) && !/^(?:up|down|plus|minus|less|more|off)$/u.test(word)) ||
      reading.slots[i] === 'metal' ||
      reading.slots[i] === 'follow-up' ||
      percentAt(reading, i) > 0,
  );
  return isPlain ? { kind: 'share', value: { low: value.low / PERCENT, high: value.high / PERCENT } } : null;
}

const PERCENT = 100;

/** The question before with that in its amounts, or one to be asked about, where it fits none of them; `undefined` where nothing is corrected. */
export function withAmountCorrected(
  previous: Question,
  asked: Question,
  fillIn: (question: Question) => Question,
): Question | undefined {
  const corrected = asked.leaning?.amount ?? null;
  if (corrected === null || previous.intent !== 'cost' || previous.amounts.length === 0) return undefined;
  const [first, ...others] = previous.amounts;
  const unclear = { ...asked, intent: 'open' as const, metrics: [], amounts: [] };
  const base = {
    ...fillIn({ ...asked, percent: null, adjustments: [], perUnit: null }),
    intent: 'cost' as const,
    perUnit: previous.perUnit,
    leftOut: (asked.leftOut ?? []).filter(({ kind }) => kind !== 'percent'),
  };
  if (corrected.kind === 'share') {
    if (first?.product === undefined || others.length > 0) return unclear;
    return { ...base, amounts: [{ ...first, content: corrected.value }] };
  }
  const { unit, factor, rejected } = corrected;
  const isMeant = (one: Amount) => one.unit === (rejected ?? first?.unit);
  // Of two units one is to be named.
  const fits = rejected === null ? previous.amounts.every(isMeant) : previous.amounts.some(isMeant);
  if (!fits) return unclear;
  return {
    ...base,
    amounts: previous.amounts.map((one) => (isMeant(one) ? inUnit(one, unit, factor) : one)),
  };
}

/** As many of another unit. */
function inUnit(amount: Amount, unit: MassUnit, factor: number): Amount {
  const { terms: _terms, others, ...plain } = amount;
  const value = scale(amount.value, factor);
  return { ...plain, value, unit, ...(others && { others: others.map((one) => scale(one, factor)) }) };
}
