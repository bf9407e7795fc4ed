/**
 * What a few words ask of the answer before as a whole: who else, the first three, whether that is much, or fair, how sure it is, how
 * many times. Each is a question of its own about what was spoken of.
 */
import { NO_LEANING } from '#src/domain/reading/frame.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { withoutNamed } from './list-edited.ts';
import { orderChanged } from './orders/order-changed.ts';
import { allSpoken } from './spoken.ts';
import { isTop, saidOf, wordsIn, type Kind } from './said-of-it.ts';

/** A longer question stands alone. */
const LONGEST = 12;

/** What is told by country. */
const BY_COUNTRY: ReadonlySet<AskedMetric> = new Set([
  'production',
  'reserves',
  'import-sources',
  'capacity',
]);

/** The question that is meant; `undefined` where the words say more than that, or nothing of the kind was spoken of. */
export function askedOfAnswer(previous: Question, asked: Question): Question | undefined {
  const { text } = asked;
  const words = wordsIn(text);
  if (previous.foreign !== null || words.length > LONGEST) return undefined;
  const said = saidOf(words);
  return (
    withoutNamed(previous, asked) ??
    orderChanged(previous, asked) ??
    (said.has('others') || isTop(words, asked) ? ofCountries(previous, asked) : undefined) ??
    partOf(previous, asked) ??
    lasting(previous, asked) ??
    judged(previous, asked, said) ??
    ofPair(previous, asked, said)
  );
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

const MOST_BARE = 3;

/** "Share?" after what one country mines or holds: its part of the world's. */
function partOf(previous: Question, asked: Question): Question | undefined {
  const { metrics, sectors, countries, metals, years, text } = asked;
  const named = sectors.length + countries.length + metals.length + years.length;
  if (String(metrics) !== 'share' || named > 0 || text.split(/\s+/u).length > MOST_BARE) return undefined;
  const metric = previous.metrics.find((one) => one === 'production' || one === 'reserves');
  if (previous.countries.length !== 1 || metric === undefined || previous.metals.length > 1) return undefined;
  const wanted: readonly AskedMetric[] = metric === 'reserves' ? ['share', 'reserves'] : ['share'];
  return { ...again(previous, asked), intent: 'value', metrics: wanted };
}

const LASTS =
  /\bhow (?:long|many years) (?:will|would|do|does|can|could|might|shall) (?:that|it|they|this|those|these|the reserves?) (?:still )?last\b/iu;

/** "How many years would that last" after reserves. */
function lasting(previous: Question, asked: Question): Question | undefined {
  const isOf = previous.metrics.includes('reserves') && previous.metals.length <= 1;
  if (!isOf || asked.metals.length > 0 || !LASTS.test(asked.text.slice(0, 120))) return undefined;
  return { ...again(previous, asked), intent: 'value', metrics: ['reserve-life'], extreme: null, rank: null };
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
  // "Nickel 2022 high", "low": of the months of that year.
  if (previous.extreme !== null && intent !== 'extreme') return { ...again(previous, asked), extreme };
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
  // "All three", and nothing else.
  const isAll = asked.leaning?.all != null && asked.text.split(/\s+/u).length <= MOST_BARE;
  const all = isAll ? allSpoken(previous, asked)?.metals : undefined;
  if (all !== undefined && intent === 'value') return { ...again(previous, asked), metals: all };
  if (said.has('times') && intent === 'compare' && metals.length > 1)
    return { ...again(previous, asked), combine: null, comparative: undefined };
  const isOfBoth = intent === 'extreme' && (extreme === 'highest' || extreme === 'lowest');
  return said.has('gap') && isOfBoth && previous.largest == null
    ? { ...again(previous, asked), combine: 'difference' }
    : undefined;
}
