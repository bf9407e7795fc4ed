/** What is set against what was spoken of: "vs 2020", "is that more than gold", "more or less than Peru". */
import { ofMonths } from './months-set.ts';
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** A longer question stands alone. */
const LONGEST = 10;
const AGAINST = /^(?:vs|versus|against|than|compared|compare|relative)$/u;

/** Whether one year, metal or country is named, and it is what something that is not named is held against. */
export function isSetAgainst({ words, reading, subjects, times, amounts, has }: Findings): boolean {
  if (words.length > LONGEST || amounts.amounts.length > 0 || amounts.money !== null) return false;
  const at = words.findIndex((word) => AGAINST.test(word));
  if (at < 0) return false;
  const named = subjects.metals.length + subjects.countries.length;
  if (
    named > 1 ||
    times.years.length > 1 ||
    times.span !== null ||
    (named + times.years.length === 0 && !has('current'))
  )
    return false;
  return reading.slots.every(
    (slot, i) => i > at || !(slot === 'metal' || slot === 'country' || slot === 'year' || slot === 'product'),
  );
}

/** The question that is meant; `undefined` where nothing of the kind was spoken of. */
export function setAgainst(
  previous: Question,
  asked: Question,
  thisYear: number,
  fillIn: (question: Question) => Question,
): Question | undefined {
  // A price of now is held against one of now.
  const years = previous.current ? [] : previous.years;
  const timed = asked.years.length > 0 ? {} : { years, span: null, when: [] };
  const base = (): Question => ({
    ...fillIn({ ...asked, leaning: NO_LEANING, metrics: [], intent: 'open' }),
    metrics: asked.metrics.length > 0 && isNamed(asked) ? asked.metrics : previous.metrics,
    ...timed,
    told: undefined,
    extreme: null,
  });
  const [metal] = asked.metals;
  if (metal !== undefined) {
    if (previous.metals.length === 0 || previous.metals.includes(metal)) return undefined;
    return {
      ...base(),
      intent: 'compare',
      metals: [...previous.metals, metal],
      amounts: [],
      allCountries: false,
    };
  }
  const [country] = asked.countries;
  if (country !== undefined) {
    const spoken = previous.countries.length > 0 ? previous.countries : [previous.told?.country ?? country];
    if (spoken.includes(country)) return undefined;
    return { ...base(), intent: 'compare', countries: [...spoken, country], allCountries: false };
  }
  return ofMonth(previous, asked, base()) ?? ofYears(previous, asked, thisYear, base());
}

/** "Against May 2024" after a month, or several: the one that was spoken of last against it. */
function ofMonth(previous: Question, { when, comparative }: Question, base: Question): Question | undefined {
  const [time, ...others] = when;
  const spoken = previous.when.findLast(({ kind }) => kind === 'months');
  if (time?.kind !== 'months' || others.length > 0 || spoken === undefined) return undefined;
  const set = ofMonths(base, [spoken, time], 'compare');
  return set && { ...set, comparative };
}

/** A metric that only a comparative names ("more", "cheaper") is none. */
const isNamed = ({ evidence = [] }: Question): boolean =>
  evidence.some(({ slot }) => slot === 'price' || slot === 'production' || slot === 'reserves');

/** "Vs 2020" after a year: both; after a price of now: the newest against it. */
function ofYears(
  previous: Question,
  { years, comparative, current }: Question,
  thisYear: number,
  base: Question,
): Question | undefined {
  const [year] = years;
  // Of two that were compared it is the one that was asked about, or the newer.
  const isPair = previous.intent === 'compare' && previous.years.length === 2;
  const [before = thisYear, ...others] = isPair
    ? [previous.comparative?.of ?? previous.years.at(-1)]
    : previous.years;
  if (year === undefined || others.length > 0 || before === year) return undefined;
  const both = [before, year].toSorted((a, b) => a - b);
  if (previous.intent === 'cost' && previous.amounts.length > 0)
    return {
      ...base,
      intent: 'cost',
      years: both,
      span: null,
      amounts: previous.amounts,
      combine: 'difference',
    };
  return {
    ...base,
    intent: 'compare',
    years: both,
    span: null,
    current: before === thisYear || (current && year === thisYear),
    ...(comparative === undefined
      ? {}
      : {
          comparative: { ...comparative, of: before, than: current && year === thisYear ? undefined : year },
        }),
  };
}
