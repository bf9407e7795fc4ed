/** Reads a question: a slot grammar in front of the FAQ matcher. Whatever it can't read stays `open`, for the FAQ. */
import type { Catalog } from './catalog.ts';
import { readAmounts, type AmountsRead } from './grammar/amounts.ts';
import { readFinerTime } from './grammar/finer-times.ts';
import { findForeign } from './grammar/foreign.ts';
import { decideIntent } from './grammar/intents.ts';
import { readMetrics } from './grammar/metrics.ts';
import { withPresent, yearsBetween, yearsOfData } from './grammar/horizon.ts';
import { evidenceOf, startReading, take, wordAt } from './grammar/reading.ts';
import { asksForReasons, countWords, isFollowUp } from './grammar/sentence.ts';
import { createMender } from './grammar/spelling.ts';
import { readSubjects, type Subjects } from './grammar/subjects.ts';
import { MAX_TEXT, tokenize } from './grammar/tokens.ts';
import { buildVocabulary, findPhrases } from './grammar/vocabulary.ts';
import { readYears, type Horizon } from './grammar/years.ts';
import type { Amount, Intent, Question } from './question.ts';

/** Cues whose words change what a figure would mean, so they do not count as understood. */
const NOT_UNDERSTOOD = new Set(['thing', 'company', 'sense', 'place-name', 'other', 'use', 'reason']);
/** Metrics whose figure belongs to whoever produces or uses. */
const OWNED: ReadonlySet<Question['metrics'][number]> = new Set([
  'production',
  'demand',
  'share',
  'reserves',
]);
/** Tokens in a question that is nearly only slots: "how much did it cost in 2023". */
const SHORT = 7;
/** Whoever speaks of these asks about them: "which countries are you in". */
const PERSONS = new Set(['i', 'im', 'my', 'you', 'your', 'u', 'our']);
const FIGURES: ReadonlySet<Intent> = new Set([
  'value',
  'change',
  'compare',
  'extreme',
  'cost',
  'chart',
  'summary',
  'overtake',
]);

/**
 * Builds the vocabulary of the catalog once, and returns the reader. It is pure and never throws: the same text on the
 * same day gives the same question.
 * @example createUnderstanding(catalog)('price in 2022', new Date()).years // [2022]
 */
export function createUnderstanding(
  catalog: Pick<Catalog, 'metals' | 'defaultMetal'>,
): (text: string, now: Date) => Question {
  const vocabulary = buildVocabulary(catalog);
  const mend = createMender(vocabulary);
  const [first, last] = yearsOfData(catalog, [catalog.defaultMetal]);
  return (typed, now) => {
    const text = typed.trim().slice(0, MAX_TEXT);
    const { tokens, repairs } = mend(tokenize(text));
    const reading = startReading(tokens);
    const horizon: Horizon = { thisYear: now.getFullYear(), first, last };
    const money = readAmounts(reading);
    const finer = readFinerTime(reading, now);
    const times = readYears(reading, horizon);
    const hits = findPhrases(vocabulary, reading);
    const subjects = readSubjects(reading, hits, vocabulary);
    for (const hit of hits) {
      if (hit.kind === 'country' || NOT_UNDERSTOOD.has(hit.kind)) continue;
      if (hit.kind === 'follow-up' && hit.from > 0) continue;
      take(
        reading,
        hit.from,
        hit.to,
        hit.kind === 'metric' || hit.kind === 'weak' || hit.kind === 'loose' ? hit.id : hit.kind,
      );
    }
    const { known, unknown } = countWords(reading);
    const has = (kind: string) => hits.some((hit) => hit.kind === kind);
    const words = tokens.map((token) => token.word);
    const ranksReserves =
      has('highest') && hits.some((hit) => hit.kind === 'metric' && hit.id === 'reserves');
    const allCountries =
      (has('all countries') && !has('other')) || (ranksReserves && subjects.countries.length === 0);
    const changing = has('change') || has('yearly') || has('annual');
    const massWanted = money.perUnit !== null || words.some((word) => /^ton(?:ne|nage)?s?$/u.test(word));
    const metrics = readMetrics({
      hits,
      sectors: subjects.sectors,
      countries: subjects.countries,
      allCountries,
      hasYears: times.years.length > 0,
      hasAmount: money.amount !== null,
      massWanted,
      priced: money.priced || (money.money !== null && (subjects.ours.length > 0 || times.years.length > 0)),
      current: has('current'),
      metalNow:
        has('current') &&
        subjects.metals.length > 0 &&
        !has('weak') &&
        !has('loose') &&
        !has('other') &&
        !has('reason'),
      named: subjects.ours.length > 0,
      short: unknown === 0 && tokens.length <= SHORT && !words.some((word) => PERSONS.has(word)),
      word: (at) => wordAt(reading, at),
      changing,
    });
    const current = has('current');
    const whole = times.years.length === 0 && has('history') && finer.text === null;
    const dated = withPresent(times, {
      current,
      finer: finer.year,
      comparing: has('compare') || has('than'),
      thisYear: horizon.thisYear,
    });
    const [oldest, newest] =
      whole && subjects.metals.length > 0 ? yearsOfData(catalog, subjects.metals) : [first, last];
    const years = whole ? yearsBetween(oldest, newest) : dated;
    const span = whole ? { from: oldest, to: newest } : times.span;
    const context = {
      has,
      metrics,
      years,
      span: span !== null,
      metals: subjects.metals,
      sectors: subjects.sectors,
      countries: subjects.countries,
      allCountries,
      hasAmount: money.amount !== null,
      hasMoney: money.money !== null,
      hasPercent: money.percent !== null,
      twoSources: has('usgs') && has('report'),
      dated: times.years.length > 0,
      own: words.some((word) => word === 'my' || word === 'your' || word === 'our'),
      source: has('usgs') || has('report'),
      known,
      unknown,
      words,
    };
    const decided = decideIntent(context);
    const wants =
      decided !== 'sources' &&
      asksForReasons(reading, hits, {
        intent: decided,
        dated: times.years.length > 0 || money.amount !== null,
      });
    const foreign = findForeign({
      reading,
      hits,
      subjects,
      figures:
        words.some((word, at) => word === 'how' && /^(?:much|many)$/u.test(words[at + 1] ?? '')) ||
        (FIGURES.has(decided) &&
          (metrics.length > 0 ||
            money.amount !== null ||
            times.years.length > 0 ||
            subjects.metals.length > 1)),
      owned: metrics.some((metric) => OWNED.has(metric)) || (metrics.length === 0 && words.includes('much')),
      reason: wants,
      comparing: has('compare') || has('than'),
      hasAmount: money.amount !== null,
    });
    // What the metal goes into is asked about in words, unless a year or an amount is named.
    const reason =
      wants || (foreign === null && has('use') && times.years.length === 0 && money.amount === null);
    const understood = known + unknown === 0 ? 0 : known / (known + unknown);
    // Without a metal or a place of ours, most of the words must have been understood: "price 2024" has been.
    const named = subjects.ours.length + subjects.sectors.length + subjects.countries.length > 0;
    const unclear = named && times.years.length === 0 ? understood < 0.5 : !named && understood <= 0.5;
    const vague = FIGURES.has(decided) && (unclear || (money.exchange && subjects.ours.length === 0));
    const followUp = isFollowUp(reading, hits, { unknown, foreign });
    const elliptic =
      followUp &&
      !has('summary') &&
      (decided === 'summary' || (decided === 'open' && subjects.metals.length > 0));
    const intent = vague ? 'open' : elliptic ? 'value' : decided;
    return {
      text,
      intent,
      metals: subjects.metals,
      foreign,
      metrics: vague ? [] : metrics,
      years,
      span,
      current,
      forecast: has('forecast'),
      finerTime: finer.text ?? times.odd,
      sectors: subjects.sectors,
      countries: subjects.countries,
      allCountries,
      amount: money.amount && amountOf(money.amount, subjects, has('oxide')),
      product: subjects.product?.id ?? null,
      money: money.money,
      perUnit: money.perUnit,
      currency:
        money.currency ??
        (money.money !== null && money.money.currency !== 'USD' ? money.money.currency : null),
      source: has('usgs') ? 'usgs' : has('report') ? 'report' : null,
      form: has('oxide') === has('metal form') ? null : has('oxide') ? 'oxide' : 'metal',
      extreme: has('highest') ? 'highest' : has('lowest') ? 'lowest' : intent === 'extreme' ? 'mean' : null,
      annual: has('annual'),
      percent: money.percent,
      verify:
        intent === 'sources' &&
        (has('verify') ||
          money.percent !== null ||
          has('level') ||
          has('claim') ||
          has('compare') ||
          (has('usgs') && has('report'))),
      chart: has('chart'),
      reason,
      followUp,
      understood,
      repairs,
      evidence: evidenceOf(reading),
    };
  };
}

/** Of what the amount is: the metal where it is named first ("250 kg of neodymium for magnets"), else the product. */
function amountOf(
  { value, unit, next }: NonNullable<AmountsRead['amount']>,
  { product, ours }: Subjects,
  oxide: boolean,
): Amount {
  const metalFirst = ours.some((named) => named !== product && named.from >= next && named.from <= next + 2);
  const ofProduct = product !== null && !metalFirst;
  return {
    value,
    unit,
    ...(ofProduct ? { product: product.id } : {}),
    ...(oxide && !ofProduct ? { oxide } : {}),
  };
}
