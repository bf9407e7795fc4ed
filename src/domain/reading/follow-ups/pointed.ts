/** What is done with what was spoken of: "growth between the two", "by how much", "the year after", "average?", "total". */
import { stepFrom, type Grain } from '#src/domain/measure/period.ts';
import { isThatMore } from './is-that-more.ts';
import { ofMonths } from './months-set.ts';
import { NO_LEANING, type Operator } from '#src/domain/reading/frame.ts';
import { allSpoken, severalSpoken, type Several } from './spoken.ts';
import type { Discussed, Question } from '#src/domain/reading/question.ts';

/** The question before with what this one names in its place. */
type FillIn = (question: Question) => Question;

/** The question that is meant; `undefined` where it points at nothing that was spoken of. */
export function pointedAt(
  previous: Question,
  question: Question,
  { thisYear, fillIn }: { readonly thisYear: number; readonly fillIn: FillIn },
): Question | undefined {
  const { pair, step, operator, elliptic, all } = question.leaning ?? NO_LEANING;
  const more = isThatMore(previous, question);
  if (more !== undefined) return more;
  const ago = yearsBack(previous, question, thisYear);
  if (ago !== 0) return stepped(previous, { ...question, years: [], when: [] }, -ago, fillIn);
  if (step !== 0 && previous.years.length > 0 && operator === null)
    return stepped(previous, question, step, fillIn);
  // "With 5 % discount": of the cost that was spoken of.
  const put = (question.adjustments ?? []).length + (question.losses ?? []).length;
  if (previous.intent === 'cost' && put > 0) return undefined;
  const named = question.metals.length + question.countries.length > 0;
  const own = question.years.length > 0 || named;
  const ofMetals =
    pair && !named && question.years.length === 1 && operator !== null && operator !== 'change';
  // "All three in 2023".
  if (all !== null && !named && question.years.length === 1 && operator === null) {
    const of = allSpoken(previous, question) ?? severalSpoken({ ...previous, years: [] }, question, false);
    if (of?.metals !== undefined)
      return { ...fillIn({ ...question, leaning: NO_LEANING }), intent: 'value', metals: of.metals };
  }
  // "Which rose most since 2023".
  if (pair && operator === 'change' && !named && question.years.length > 1 && isOfMove(question)) {
    const of = severalSpoken({ ...previous, years: [] }, question, false);
    const metals = of?.metals ?? previous.metals;
    if (metals.length > 1) {
      const asked = fillIn({ ...question, leaning: NO_LEANING, metrics: [] });
      return { ...asked, metals, intent: 'change', extreme: null, largest: null };
    }
  }
  if (ofMetals) return ofMetalsIn(previous, question, operator, fillIn);
  if (own && operator === 'change') return fromOther(previous, question, fillIn);
  if (own || !(pair || (elliptic && operator !== null))) return undefined;
  const moving = question.intent === 'change' || question.percent !== null || question.moving === true;
  const wanted = operator === 'compare' || operator === null ? (moving ? 'change' : 'compare') : operator;
  // "By how much" after who leads.
  if (wanted === 'change' && isRanking(previous) && !isOfMove(question))
    return { ...bare(question, fillIn), intent: previous.intent, rank: null, combine: 'difference' };
  // "What is that in percent" after whom imports are from: it is that.
  if (wanted === 'change' && PERCENT.test(question.text) && previous.metrics.includes('import-sources'))
    return { ...previous, text: question.text, told: undefined, followUp: false };
  if (wanted === 'change' && isHeldAgainstNow(previous) && !pair) {
    const years = [...previous.years, thisYear];
    const span = { from: years[0] ?? thisYear, to: thisYear };
    return { ...bare(question, fillIn), intent: 'change', years, span };
  }
  const of = severalSpoken(previous, question, wanted === 'change');
  if (of !== undefined) return operated(previous, question, { of, operator: wanted }, fillIn);
  // "As percent" after what one country mines: of the world's.
  if (wanted === 'change' && PERCENT.test(question.text) && isOfOneCountry(previous) && !isOfMove(question))
    return { ...bare(question, fillIn), ...timeOf(previous), intent: 'value', metrics: ['share'] };
  // A ratio or a difference of one thing is none.
  if (wanted === 'compare' && elliptic && operator === 'compare' && !hasOther(previous))
    return { ...question, intent: 'open', metrics: [] };
  // "How much did it rise" after one month, or one year: on the one before.
  if (wanted === 'change' && previous.when.some(({ kind }) => kind === 'months'))
    return { ...bare(question, fillIn), ...timeOf(previous), intent: 'change' };
  if (wanted === 'change' && previous.years.length === 1 && previous.amounts.length === 0)
    return { ...bare(question, fillIn), intent: 'change', years: previous.years, span: null };
  return undefined;
}

/** "A year ago" after a month is that month of the year before; 0 where it is something else. */
function yearsBack(
  previous: Question,
  { when, metals, countries, text }: Question,
  thisYear: number,
): number {
  const [time, ...others] = when;
  const isAgo =
    time?.kind === 'years' &&
    /\bago\b/iu.test(text) &&
    others.length + metals.length + countries.length === 0;
  const spoken = previous.when.filter(({ kind }) => kind !== 'now');
  const isOfMonth = spoken.length === 1 && spoken[0]?.kind === 'months' && previous.intent !== 'compare';
  return isAgo && isOfMonth ? thisYear - (time.period.years?.from ?? thisYear) : 0;
}

/** "Is lithium cheaper than in 2022": one year, against what it is now. */
const isHeldAgainstNow = ({ intent, comparative, years, amounts }: Question): boolean =>
  intent === 'compare' &&
  comparative?.than !== undefined &&
  comparative.of === undefined &&
  years.length === 1 &&
  amounts.length === 0;

/** A figure that stands beside others by itself: of all countries, or sectors, or sources. */
const hasOther = ({ allCountries, metrics, source, intent }: Question): boolean =>
  allCountries ||
  intent === 'compare' ||
  intent === 'cost' ||
  source !== null ||
  metrics.some((metric) => metric !== 'price');

const PERCENT = /%|\bper ?cent(?:age)?\b/iu;
const isOfOneCountry = ({ countries, metrics, years }: Question): boolean =>
  countries.length === 1 && years.length <= 1 && String(metrics) === 'production';

const isRanking = ({ allCountries, countries, intent, metrics }: Question): boolean =>
  allCountries &&
  countries.length === 0 &&
  intent !== 'change' &&
  metrics.every((metric) => metric === 'production' || metric === 'reserves');

const timeOf = ({ when, years, span, finerTime, wanted }: Question): Partial<Question> => ({
  when,
  years,
  span,
  finerTime,
  wanted,
});

/** "Growth", "how much did they rise": over time, and not how they lie apart. */
const isOfMove = ({ evidence = [] }: Question): boolean =>
  evidence.some(({ slot, words }) => slot === 'change' && !APART.test(words));
const GAP = /\b(?:diff\w*|gap|spread|delta|apart)\b/iu;
const APART = /how (?:much|many)|percent|%|difference|delta|points/iu;

/** Without what made it lean, which the question before has taken the place of. */
const bare = (question: Question, fillIn: FillIn): Question => ({
  ...fillIn({ ...question, leaning: NO_LEANING, metrics: [], percent: null, allCountries: false }),
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

/** "And the change from 2022": to the year that was spoken of; "by how much to now": to the newest there is. */
function fromOther(previous: Question, question: Question, fillIn: FillIn): Question | undefined {
  const [one, other] = [question.years[0], previous.years[0]];
  const single = question.years.length === 1 && previous.years.length === 1;
  if (!single || one === undefined || other === undefined || one === other || question.metals.length > 0)
    return undefined;
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const years = question.current ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [from, to];
  const timed = question.current ? { current: false, when: [], finerTime: null } : {};
  return { ...fillIn(question), ...timed, intent: 'change', years, span: { from, to } };
}

function operated(
  previous: Question,
  question: Question,
  { of, operator }: { readonly of: Several; readonly operator: Operator },
  fillIn: FillIn,
): Question {
  const base = { ...bare(question, fillIn), ...of, extreme: null };
  if (of.when !== undefined)
    return (
      ofMonths({ ...base, wanted: { ...base.wanted, form: previous.wanted.form } }, of.when, operator) ??
      question
    );
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
  // What an amount of each costs.
  const ownAmounts = of.amounts !== undefined || previous.amounts.every(({ metals }) => metals !== undefined);
  if (previous.intent === 'cost' && previous.amounts.length > 0 && base.metals.length > 1 && ownAmounts)
    return {
      ...base,
      intent: 'cost',
      years: previous.years,
      combine: operator === 'sum' || operator === 'mean' ? 'sum' : 'difference',
      amounts: of.amounts ?? previous.amounts,
    };
  // What an amount costs in one year and in another.
  const costs = previous.intent === 'cost' && previous.amounts.length > 0 && ofYears;
  if (costs && operator !== 'mean')
    return { ...base, intent: 'cost', years, amounts: previous.amounts, combine: 'difference' };
  if (operator === 'sum') return { ...base, intent: 'value', years, combine: 'sum' };
  // "By how much": how far they lie apart.
  if (!ofYears && operator === 'change' && !isOfMove(question)) {
    const timed = previous.current ? {} : { years: previous.years };
    return {
      ...base,
      ...timed,
      span: null,
      intent: previous.countries.length > 1 || (of.countries ?? []).length > 1 ? 'value' : 'compare',
      combine: 'difference',
    };
  }
  // "Which of them grew more": how each of them moved.
  if (!ofYears && operator === 'change') {
    const [start, ...later] = yearsSpoken(previous);
    const end = later.at(-1);
    // Over the years that were spoken of, where there are two.
    const over =
      start === undefined || end === undefined
        ? {}
        : { years: [start, ...later], span: { from: start, to: end } };
    return { ...base, ...over, intent: 'change', largest: null };
  }
  if (!ofYears) {
    const extreme = operator === 'lowest' || operator === 'highest' ? operator : null;
    // Which of the metals is cheapest is of the year that was spoken of.
    const timed = previous.years.length === 1 && !previous.current ? { years: previous.years } : {};
    const combine = operator === 'compare' && GAP.test(question.text) ? ('difference' as const) : null;
    return { ...base, ...timed, extreme, combine, intent: operator === 'change' ? 'change' : 'compare' };
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

/** The years of what is spoken of, and of the turns before that are of the same. */
function yearsSpoken(previous: Question): readonly number[] {
  const { years, metals, countries, turns = [] } = previous;
  if (years.length !== 1) return years;
  const isSame = (turn: Discussed) =>
    String(turn.metals) === String(metals) &&
    String(turn.countries) === String(countries) &&
    turn.years.length === 1;
  const from = turns.findLastIndex((turn) => !isSame(turn));
  const all = [...turns.slice(from + 1).flatMap((turn) => turn.years), ...years];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** "Which of them mined more": what words of its own name. */
const saidIn = ({ metrics, evidence = [] }: Question): Question['metrics'] =>
  metrics.filter((metric) => evidence.some(({ slot }) => slot === metric));

/** "Which of them is lower for 2023": of the metals that were spoken of, in a year of its own. */
function ofMetalsIn(
  previous: Question,
  question: Question,
  operator: Operator,
  fillIn: FillIn,
): Question | undefined {
  const of = allSpoken(previous, question) ?? severalSpoken({ ...previous, years: [] }, question, false);
  const metals = of?.metals ?? previous.metals;
  const several = metals.length > 1 || (of !== undefined && of.years === undefined);
  if (!several) return undefined;
  const extreme = operator === 'lowest' || operator === 'highest' ? operator : null;
  const base = fillIn({ ...question, leaning: NO_LEANING, metrics: saidIn(question) });
  return { ...base, ...of, intent: 'compare', metals, years: question.years, span: null, extreme };
}
