/**
 * What a few words ask of the answer before as a whole: who else, the first three, whether that is much, or fair, how sure it is, how
 * many times. Each is a question of its own about what was spoken of.
 */
import { isYear } from '#src/domain/measure/days.ts';
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Question } from '#src/domain/reading/question.ts';
import SAID from '#src/domain/reading/words/of-the-answer.json' with { type: 'json' };
import { withoutNamed } from './list-edited.ts';
import { orderChanged } from './order-changed.ts';

/** A longer question stands alone. */
const LONGEST = 12;

/** What is told by country. */
const BY_COUNTRY: ReadonlySet<AskedMetric> = new Set([
  'production',
  'reserves',
  'import-sources',
  'capacity',
]);

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const LEAD = wordsOf(SAID.lead);
const DEGREE = wordsOf(SAID.degree);
const TOP = wordsOf(SAID.top);
const SURE = wordsOf(SAID.sure);
const OF_SURE = wordsOf(SAID.ofSure);
const KINDS = ['high', 'low', 'usual', 'fair', 'firm', 'others', 'times', 'peak', 'trough', 'gap'] as const;
type Kind = (typeof KINDS)[number];
const PHRASES = new Map(KINDS.map((kind) => [kind, new Set<string>(SAID[kind])] as const));
/** What needs no "is that" before it. */
const ALONE: ReadonlySet<Kind> = new Set(['fair', 'firm', 'others', 'times', 'peak', 'trough', 'gap']);
/** What "is that" may stand before. */
const OF_THAT: ReadonlySet<Kind> = new Set(['high', 'low', 'usual', 'fair', 'firm']);

/** The question that is meant; `undefined` where the words say more than that, or nothing of the kind was spoken of. */
export function askedOfAnswer(previous: Question, asked: Question): Question | undefined {
  const { text } = asked;
  const words = wordsIn(text);
  if (previous.foreign !== null || words.length > LONGEST) return undefined;
  const said = kindsOf(words);
  return (
    withoutNamed(previous, asked) ??
    orderChanged(previous, asked) ??
    (said.has('others') || isTop(words, asked) ? ofCountries(previous, asked) : undefined) ??
    judged(previous, asked, said) ??
    ofPair(previous, asked, said)
  );
}

/** In lower case, without the marks of a sentence; as many as count. */
const wordsIn = (text: string): readonly string[] =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}'%]+/u)
    .filter((word) => word !== '');

/** "Just the top 3". */
const isTop = (words: readonly string[], { listed }: Question): boolean =>
  listed !== undefined && words.every((word) => TOP.has(word) || LEAD.has(word) || word === String(listed));

/** What the words ask of the answer before. */
function kindsOf(words: readonly string[]): ReadonlySet<Kind> {
  const start = words.findIndex((word) => !LEAD.has(word));
  const rest = start < 0 ? [] : words.slice(start);
  const [how, sure = ''] = rest;
  const isSure =
    (how === 'how' && SURE.has(sure) && rest.slice(2).every((word) => OF_SURE.has(word) || isYear(word))) ||
    (how === 'are' &&
      sure === 'you' &&
      SURE.has(rest[2] ?? '') &&
      rest.slice(3).every((word) => OF_SURE.has(word) || isYear(word)));
  if (isSure) return new Set<Kind>(['firm']);
  const found = new Set<Kind>();
  for (const line of endings(rest.join(' '))) {
    for (const kind of ALONE) if (PHRASES.get(kind)?.has(line) === true) found.add(kind);
    const of = afterThat(line);
    if (of !== undefined)
      for (const kind of OF_THAT) if (PHRASES.get(kind)?.has(of) === true) found.add(kind);
  }
  return found;
}

/** The words as they stand, and without what says nothing at their end. */
function endings(line: string): readonly string[] {
  const found = [line];
  for (let last: string | undefined = line; last !== undefined;) {
    const before: string = last;
    const tail = SAID.trail.find((one) => before.endsWith(` ${one}`));
    last = tail === undefined ? undefined : before.slice(0, -tail.length - 1);
    if (last !== undefined) found.push(last);
  }
  return found;
}

/** What is said of "that", without how very much it is; `undefined` where nothing is said of it. */
function afterThat(line: string): string | undefined {
  const that = SAID.that
    .filter((one) => line.startsWith(`${one} `))
    .toSorted((a, b) => b.length - a.length)[0];
  if (that === undefined) return undefined;
  const words = line.slice(that.length + 1).split(' ');
  const from = words.findIndex((word) => !DEGREE.has(word));
  return from < 0
    ? undefined
    : words
        .slice(from)
        .filter((word) => word !== 'a')
        .join(' ');
}

/** The same once more. */
const again = (previous: Question, { text }: Question): Question => ({
  ...previous,
  text,
  leaning: NO_LEANING,
  followUp: false,
  told: undefined,
  placed: undefined,
});

/** "Who else", "just the top 3": all countries, of what was told by country or of the world. */
function ofCountries(previous: Question, asked: Question): Question | undefined {
  const metric = previous.metrics.find((one) => BY_COUNTRY.has(one) || one === 'share');
  if (metric === undefined || previous.sectors.length > 0 || previous.metals.length > 1) return undefined;
  // A sector's share has no countries.
  if (metric === 'share' && previous.countries.length === 0) return undefined;
  return {
    ...again(previous, asked),
    intent: 'value',
    metrics: [metric === 'share' ? 'production' : metric],
    countries: [],
    allCountries: true,
    extreme: null,
    combine: null,
    rank: null,
    ...(asked.listed === undefined ? {} : { listed: asked.listed }),
  };
}

/** "Is that a lot", "is that fair", "how sure is that", "the worst?". */
function judged(previous: Question, asked: Question, said: ReadonlySet<Kind>): Question | undefined {
  const { offer = null, metrics, metals, intent, countries, years } = previous;
  const [high, low] = [said.has('high'), said.has('low')];
  if (offer !== null && intent === 'cost')
    return high || low || said.has('fair') ? again(previous, asked) : undefined;
  const isFigure = !['open', 'help', 'greeting', 'sources'].includes(intent);
  if (isFigure && said.has('firm')) return firm(previous, asked);
  const [metric, ...others] = metrics.length > 0 ? metrics : (['price'] as const);
  const isOne = metals.length <= 1 && others.length === 0 && previous.sectors.length === 0;
  if (!isFigure || !isOne) return undefined;
  if (metric === 'production' && countries.length === 1 && (high || low))
    return { ...again(previous, asked), intent: 'value', metrics: ['share'] };
  const extreme = extremeOf(said);
  const isRanked = previous.allCountries && intent !== 'extreme';
  if (extreme === undefined || isRanked || (metric !== 'price' && metric !== 'production')) return undefined;
  if (countries.length > 0) return undefined;
  const base = {
    ...again(previous, asked),
    intent: 'extreme' as const,
    extreme,
    metrics: [metric],
    amounts: [],
    money: null,
    adjustments: [],
    combine: null,
  };
  // Where that year stands; the highest of those that were spoken of, or of all.
  const [year, ...more] = previous.current ? [] : years;
  if ((high || low) && more.length === 0) {
    const timed = year === undefined ? { years: [], when: [], current: false, finerTime: null } : {};
    const wanted = year === undefined ? { wanted: asked.wanted } : {};
    return { ...base, ...timed, ...wanted, span: null, placed: year ?? previous.placed ?? 'newest' };
  }
  const same = intent === 'extreme' || years.length > 1;
  return same
    ? base
    : { ...base, years: [], span: null, current: false, when: [], finerTime: null, wanted: asked.wanted };
}

function extremeOf(said: ReadonlySet<Kind>): Question['extreme'] | undefined {
  if (said.has('high') || said.has('peak')) return 'highest';
  if (said.has('low') || said.has('trough')) return 'lowest';
  return said.has('usual') ? 'mean' : undefined;
}

/** Whether it is what happened or what is expected, of the time that is named, where one is. */
function firm(previous: Question, asked: Question): Question {
  const { years, when, span } = asked;
  const timed = years.length > 0 ? { years, when, span, current: false, finerTime: null } : {};
  return { ...again(previous, asked), ...timed, firmness: true };
}

/** "How many times" of two, "gap" of the highest and the lowest. */
function ofPair(previous: Question, asked: Question, said: ReadonlySet<Kind>): Question | undefined {
  const { intent, metals, extreme } = previous;
  if (said.has('times') && intent === 'compare' && metals.length > 1)
    return { ...again(previous, asked), combine: null, comparative: undefined };
  const isOfBoth = intent === 'extreme' && (extreme === 'highest' || extreme === 'lowest');
  return said.has('gap') && isOfBoth && previous.largest == null
    ? { ...again(previous, asked), combine: 'difference' }
    : undefined;
}
