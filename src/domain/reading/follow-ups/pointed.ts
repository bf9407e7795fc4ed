/** What is done with what was spoken of: "growth between the two", "by how much", "the year after", "average?", "total". */
import { NO_LEANING, type Operator } from '#src/domain/reading/frame.ts';
import type { Discussed, Question } from '#src/domain/reading/question.ts';

/** The question before with what this one names in its place. */
type FillIn = (question: Question) => Question;

/** The question that is meant; `undefined` where it points at nothing that was spoken of. */
export function pointedAt(previous: Question, question: Question, fillIn: FillIn): Question | undefined {
  const { pair, step, operator, elliptic } = question.leaning ?? NO_LEANING;
  if (step !== 0 && previous.years.length > 0 && operator === null)
    return stepped(previous, question, step, fillIn);
  const own = question.years.length + question.metals.length + question.countries.length > 0;
  if (own && operator === 'change') return fromOther(previous, question, fillIn);
  if (own || !(pair || (elliptic && operator !== null))) return undefined;
  const moving = question.intent === 'change' || question.percent !== null || question.moving === true;
  const wanted = operator === 'compare' || operator === null ? (moving ? 'change' : 'compare') : operator;
  const of = pairOf(previous);
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
  // What an amount costs in one year and in another.
  const costs = previous.intent === 'cost' && previous.amounts.length > 0 && ofYears;
  if (costs && operator !== 'mean')
    return { ...base, intent: 'cost', years, amounts: previous.amounts, combine: 'difference' };
  if (operator === 'sum') return { ...base, intent: 'value', years, combine: 'sum' };
  // "Which of them grew more": how each of them moved.
  if (!ofYears) return { ...base, intent: operator === 'change' ? 'change' : 'compare' };
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

/** The two of what was spoken of last that there are two of. */
function pairOf(previous: Question): Partial<Discussed> | undefined {
  const { earlier, sectors } = previous;
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
