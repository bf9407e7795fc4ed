/** What is done with what was spoken of: "growth between the two", "by how much", "the year after", "average?", "total". */
import { stepFrom, type Grain } from '#src/domain/measure/period.ts';
import { NO_LEANING, type Operator } from '#src/domain/reading/frame.ts';
import type { Discussed, Question } from '#src/domain/reading/question.ts';

/** The question before with what this one names in its place. */
type FillIn = (question: Question) => Question;

/** The question that is meant; `undefined` where it points at nothing that was spoken of. */
export function pointedAt(previous: Question, question: Question, fillIn: FillIn): Question | undefined {
  const { pair, step, operator, elliptic, all } = question.leaning ?? NO_LEANING;
  if (step !== 0 && previous.years.length > 0 && operator === null)
    return stepped(previous, question, step, fillIn);
  // "With 5 % discount": of the cost that was spoken of.
  if (previous.intent === 'cost' && (question.adjustments ?? []).length > 0) return undefined;
  const named = question.metals.length + question.countries.length > 0;
  const own = question.years.length > 0 || named;
  const ofMetals =
    pair && !named && question.years.length === 1 && operator !== null && operator !== 'change';
  // "All three in 2023".
  if (all !== null && !named && question.years.length === 1 && operator === null) {
    const of = allSpoken(previous, question) ?? pairOf({ ...previous, years: [] }, question);
    if (of?.metals !== undefined)
      return { ...fillIn({ ...question, leaning: NO_LEANING }), intent: 'value', metals: of.metals };
  }
  if (ofMetals) return ofMetalsIn(previous, question, operator, fillIn);
  if (own && operator === 'change') return fromOther(previous, question, fillIn);
  if (own || !(pair || (elliptic && operator !== null))) return undefined;
  const moving = question.intent === 'change' || question.percent !== null || question.moving === true;
  const wanted = operator === 'compare' || operator === null ? (moving ? 'change' : 'compare') : operator;
  const of = pairOf(previous, question);
  if (of !== undefined) return operated(previous, question, { of, operator: wanted }, fillIn);
  // "How much did it rise" after one year: on the year before.
  if (wanted === 'change' && previous.years.length === 1 && previous.amounts.length === 0)
    return { ...bare(question, fillIn), intent: 'change', years: previous.years, span: null };
  return undefined;
}

/** Without what made it lean, which the question before has taken the place of. */
const bare = (question: Question, fillIn: FillIn): Question => ({
  ...fillIn({ ...question, leaning: NO_LEANING, metrics: [], percent: null }),
  when: [],
  current: false,
  finerTime: null,
});

function stepped(previous: Question, question: Question, step: number, fillIn: FillIn): Question {
  const base = fillIn({ ...question, leaning: NO_LEANING, followUp: true, years: [], span: null });
  const year = (step < 0 ? (previous.years[0] ?? 0) : (previous.years.at(-1) ?? 0)) + step;
  const isMove = previous.intent === 'change' && previous.years.length === 1;
  const isOne = !isMove && ['open', 'compare', 'extreme', 'overtake', 'change'].includes(previous.intent);
  return {
    ...base,
    intent: isMove ? 'change' : isOne ? 'value' : base.intent,
    extreme: null,
    years: [year],
    span: null,
    current: false,
    when: [],
    finerTime: null,
    ...sameMonth(previous, base, step),
  };
}

const A_YEAR: Readonly<Partial<Record<Grain, number>>> = { month: 12, quarter: 4, half: 2 };

/** "A year earlier" after a month is that month of the year before; days to come are not looked for. */
function sameMonth({ when }: Question, { wanted }: Question, step: number): Partial<Question> {
  const [time, ...others] = when;
  if (time?.kind !== 'months' || others.length > 0 || step > 0) return {};
  const moved = stepFrom(time.period, step * (A_YEAR[time.period.grain] ?? 0));
  if (moved === undefined || moved.from === time.period.from) return {};
  const { from, to, label } = moved;
  return {
    when: [{ ...time, text: label, period: moved }],
    finerTime: label,
    wanted: { ...wanted, days: { kind: 'window', window: { from, to, label } }, years: undefined },
  };
}

/** "And the change from 2022": to the year that was spoken of. */
function fromOther(previous: Question, question: Question, fillIn: FillIn): Question | undefined {
  const [one, other] = [question.years[0], previous.years[0]];
  const single = question.years.length === 1 && previous.years.length === 1;
  if (!single || one === undefined || other === undefined || one === other || question.metals.length > 0)
    return undefined;
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return { ...fillIn(question), intent: 'change', years: [from, to], span: { from, to } };
}

function operated(
  previous: Question,
  question: Question,
  { of, operator }: { readonly of: Partial<Discussed>; readonly operator: Operator },
  fillIn: FillIn,
): Question {
  const base = { ...bare(question, fillIn), ...of, extreme: null };
  const years = of.years ?? base.years;
  const [from = 0, to = 0] = [years[0], years.at(-1)];
  const ofYears = of.years !== undefined;
  if (previous.intent === 'cost' && previous.amounts.length > 0 && ofYears && operator === 'sum')
    return {
      ...base,
      intent: 'cost',
      years,
      combine: 'sum',
      amounts: years.flatMap((year) =>
        previous.amounts.map((amount) => ({ ...amount, years: [year], joint: 'and' as const })),
      ),
    };
  // What an amount costs in one year and in another.
  const costs = previous.intent === 'cost' && previous.amounts.length > 0 && ofYears;
  if (costs && operator !== 'mean')
    return { ...base, intent: 'cost', years, amounts: previous.amounts, combine: 'difference' };
  if (operator === 'sum') return { ...base, intent: 'value', years, combine: 'sum' };
  // "Which of them grew more": how each of them moved.
  if (!ofYears && operator === 'change') {
    const [start, ...later] = previous.years;
    const end = later.at(-1);
    // Over the years that were spoken of, where there are two.
    const over =
      start === undefined || end === undefined
        ? {}
        : { years: previous.years, span: { from: start, to: end } };
    return { ...base, ...over, intent: 'change', largest: null };
  }
  if (!ofYears) {
    const extreme = operator === 'lowest' || operator === 'highest' ? operator : null;
    // Which of the metals is cheapest is of the year that was spoken of.
    const timed = previous.years.length === 1 && !previous.current ? { years: previous.years } : {};
    return { ...base, ...timed, extreme, intent: operator === 'change' ? 'change' : 'compare' };
  }
  if (operator === 'mean' || operator === 'highest' || operator === 'lowest')
    return { ...base, intent: 'extreme', extreme: operator, years, span: null, amounts: [] };
  const changes = operator === 'change';
  return {
    ...base,
    intent: changes ? 'change' : 'compare',
    years,
    span: changes ? { from, to } : null,
    amounts: previous.amounts,
  };
}

const both = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])];

/** "Which of them is lower for 2023": of the metals that were spoken of, in a year of its own. */
function ofMetalsIn(
  previous: Question,
  question: Question,
  operator: Operator,
  fillIn: FillIn,
): Question | undefined {
  const of = allSpoken(previous, question) ?? pairOf({ ...previous, years: [] }, question);
  const metals = of?.metals ?? previous.metals;
  const several = metals.length > 1 || (of !== undefined && of.years === undefined);
  if (!several) return undefined;
  const extreme = operator === 'lowest' || operator === 'highest' ? operator : null;
  const base = fillIn({ ...question, leaning: NO_LEANING, metrics: [] });
  return { ...base, ...of, intent: 'compare', metals, years: question.years, span: null, extreme };
}

/** All metals, or both ends of all years, that were spoken of: "all of these", "the three", "over these two years". */
function allSpoken({ spoken }: Question, { leaning, text }: Question): Partial<Discussed> | undefined {
  const count = leaning?.all ?? null;
  if (count === null || spoken === undefined) return undefined;
  const years = spoken.years.toSorted((a, b) => a - b);
  const [from = 0, to = 0] = [years[0], years.at(-1)];
  // "The three years" are those three; over two years is from the first to the third.
  if (/\byears?\b/iu.test(text) && count === years.length) return { years };
  if (/\byears?\b/iu.test(text)) return count === to - from ? { years: [from, to] } : undefined;
  const metals = count === 'all' ? spoken.metals : spoken.metals.slice(-count);
  return metals.length > 2 ? { metals } : undefined;
}

/** The two of what was spoken of last that there are two of; all of it, where that is said. */
function pairOf(previous: Question, question: Question): Partial<Discussed> | undefined {
  const { earlier, sectors } = previous;
  const all = allSpoken(previous, question);
  if (all !== undefined) return all;
  if (previous.years.length > 1) return { years: previous.years };
  if (previous.metals.length > 1 || previous.countries.length > 1 || sectors.length > 1) return {};
  if (earlier === undefined) return undefined;
  const countries = both(earlier.countries, previous.countries);
  if (countries.length > 1) return { countries };
  const metals = both(earlier.metals, previous.metals);
  if (metals.length > 1) return { metals };
  const ofDemand = both(earlier.sectors, sectors);
  if (ofDemand.length > 1) return { sectors: ofDemand };
  const years = both(earlier.years, previous.years).toSorted((a, b) => a - b);
  return years.length > 1 ? { years } : undefined;
}
