/** What was spoken of, turn by turn: which two "the two" are, and how many "they" are. */
import type { When } from '#src/domain/measure/times/when.ts';
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import type { Discussed, Question } from '#src/domain/reading/question.ts';

/** As many turns are kept. */
const MOST_TURNS = 8;

const SLOTS = ['metals', 'countries', 'sectors', 'months', 'years'] as const;
type Slot = (typeof SLOTS)[number];

/** What is pointed at: one slot's values, or those that the question before has itself. */
export type Several = Partial<
  Pick<Question, 'years' | 'metals' | 'countries' | 'sectors' | 'when' | 'amounts'>
>;

/** What a question is about. */
const discussedIn = ({ years, metals, countries, sectors, metrics, when, amounts }: Question): Discussed => ({
  amounts,
  years,
  metals,
  countries,
  sectors,
  metrics,
  when,
});

/** The turns before a question, which are of the default metal where none was named; one that only says what is done with the one before it is no turn of its own. */
export function turnsBefore(
  previous: Question,
  question: Question,
  defaultMetal: string,
): readonly Discussed[] {
  const { turns = [] } = previous;
  const ofMetal = (turn: Discussed): Discussed =>
    turn.metals.length > 0 ? turn : { ...turn, metals: [defaultMetal] };
  const [before, now] = [ofMetal(discussedIn(previous)), ofMetal(discussedIn(question))];
  const same = SLOTS.every((slot) => keysOf(before, slot) === keysOf(now, slot));
  return same ? turns : [...turns, before].slice(-MOST_TURNS);
}

const monthsOf = ({ when }: Pick<Discussed, 'when'>): readonly When[] =>
  when.filter(({ kind }) => kind === 'months');

/** The values of a slot, as they are told apart. */
function valuesOf(of: Discussed, slot: Slot): readonly string[] {
  if (slot !== 'months') return of[slot].map(String);
  return monthsOf(of).map((time) => ('period' in time ? time.period.label : ''));
}
const keysOf = (of: Discussed, slot: Slot): string => valuesOf(of, slot).join();

/** The slot in which the last turn differs from the one before it, with all its values from where nothing else was spoken of. */
function runOf(
  turns: readonly Discussed[],
): { readonly slot: Slot; readonly run: readonly Discussed[] } | undefined {
  const [before, last] = turns.slice(-2);
  if (before === undefined || last === undefined) return undefined;
  const slot = SLOTS.find((one) => {
    const [earlier, later] = [valuesOf(before, one), valuesOf(last, one)];
    return earlier.length > 0 && later.some((value) => !earlier.includes(value));
  });
  if (slot === undefined) return undefined;
  // "Price 2022", "output", "price 2023": of one figure at a time.
  const from = turns.findLastIndex(
    (turn) =>
      valuesOf(turn, slot).length === 0 || (turn !== before && turn !== last && !isAlike(turn, last, slot)),
  );
  return { slot, run: turns.slice(from + 1) };
}

/** Of the same figure, but for that slot; the year goes along with what it is of. */
const isAlike = (one: Discussed, other: Discussed, slot: Slot): boolean =>
  String(one.metrics) === String(other.metrics) &&
  SLOTS.every(
    (each) =>
      each === slot || each === 'years' || each === 'months' || keysOf(one, each) === keysOf(other, each),
  );

const APART = /\b(?:differ\w*|apart|gap|spread|between)\b/iu;
const EACH =
  /\b(?:which|who|all|compare|rank|order|sort|highest|lowest|cheapest|dearest|average|mean|sum|total|together)\b/iu;

/** The two, or all, of what was spoken of; `undefined` where it was one thing. @param change What is asked is how they lie apart */
export function severalSpoken(previous: Question, question: Question, change: boolean): Several | undefined {
  const all = allSpoken(previous, question);
  if (all !== undefined) return all;
  const { years, metals, countries, sectors } = previous;
  const months = monthsOf(previous);
  if (months.length > 1) return { when: months };
  if (years.length > 1 && months.length === 0) return { years };
  if (metals.length > 1 || countries.length > 1 || sectors.length > 1) return {};
  // Who leads was asked of those that were named before.
  const last = previous.allCountries && countries.length === 0 ? [] : [discussedIn(previous)];
  const found = runOf([...(previous.turns ?? []), ...last]);
  if (found === undefined) return undefined;
  const { slot, run } = found;
  const isTwo =
    leaningOf(question).all === 2 || (!EACH.test(question.text) && (change || APART.test(question.text)));
  const of = isTwo ? run.slice(-2) : run;
  if (slot === 'months') {
    const times = of.flatMap((turn) => monthsOf(turn));
    return { when: distinct(times, (time) => ('period' in time ? time.period.label : '')) };
  }
  if (slot === 'years')
    return {
      years: distinct(
        of.flatMap((turn) => turn.years),
        String,
      ).toSorted((a, b) => a - b),
    };
  const values = {
    [slot]: distinct(
      of.flatMap((turn) => turn[slot]),
      String,
    ),
  };
  // Each with its own amount, and what of it is the metal.
  const costs = slot === 'metals' && of.every((turn) => turn.amounts.length > 0);
  return costs ? { ...values, amounts: of.flatMap(amountsOf) } : values;
}

/** The one of two that the question before is not about: "the other one". */
export function otherSpoken(previous: Question): Several | undefined {
  const found = runOf([...(previous.turns ?? []), discussedIn(previous)]);
  const other = found?.run.at(-2);
  if (found === undefined || other === undefined) return undefined;
  const { slot } = found;
  if (slot === 'months') return undefined;
  return { [slot]: other[slot] };
}

const leaningOf = ({ leaning = NO_LEANING }: Question) => leaning;

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

const amountsOf = ({ amounts, metals }: Discussed): Question['amounts'] =>
  amounts.map((amount) => ({
    ...amount,
    metals: metals.length === 1 ? metals : (amount.metals ?? metals),
    joint: 'and' as const,
  }));

/** All metals, or both ends of all years, that were spoken of: "all of these", "the three", "over these two years". */
export function allSpoken(previous: Question, question: Question): Several | undefined {
  const count = leaningOf(question).all;
  const turns = [...(previous.turns ?? []), discussedIn(previous)];
  if (count === null || turns.length < 2) return undefined;
  const years = newest(turns.flatMap((turn) => turn.years)).toSorted((a, b) => a - b);
  const [from = 0, to = 0] = [years[0], years.at(-1)];
  // "The three years" are those three; over two years is from the first to the third.
  if (/\byears?\b/iu.test(question.text)) {
    if (count === years.length) return { years };
    return count === to - from ? { years: [from, to] } : undefined;
  }
  const spoken = newest(turns.flatMap((turn) => turn.metals));
  const metals = count === 'all' ? spoken : spoken.slice(-count);
  if (metals.length > 2) return { metals };
  // "The three": of what as many were spoken of.
  const countries = newest(turns.flatMap((turn) => turn.countries));
  if (count === 'all') return undefined;
  if (count > 2 && countries.length >= count) return { countries: countries.slice(-count) };
  return count > 2 && count === years.length && !turns.some(isOfMonths) ? { years } : undefined;
}

const isOfMonths = (turn: Discussed): boolean => monthsOf(turn).length > 0;

/** Each once, where it was named last. */
const newest = <T>(all: readonly T[]): readonly T[] => [...new Set(all.toReversed())].toReversed();
