/** Reads a question: a slot grammar in front of the FAQ matcher. Whatever it can't read stays `open`, for the FAQ. */
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { AmountsRead } from './amounts/amount-parts.ts';
import { readAside } from './subjects/asides.ts';
import { gatherFindings, type Findings } from './findings.ts';
import { beatenExtreme } from './beaten.ts';
import { findForeign } from './subjects/foreign.ts';
import { assignRoles } from './subjects/foreign-roles.ts';
import { decideIntent } from './intents.ts';
import { leftOutNumbers } from './subjects/left-out-numbers.ts';
import { readMetrics } from './metrics.ts';
import { readOffer } from './amounts/offers.ts';
import { readPriceWanted } from './read-price-wanted.ts';
import { readOrders } from './amounts/orders.ts';
import { leftOutWords } from './subjects/left-out-words.ts';
import { evidenceOf } from './reading.ts';
import { findRemark, isSigns, withoutCommands } from './subjects/remarks.ts';
import { findStranger } from './subjects/stranger.ts';
import { asksForReasons, bareNumber, isFollowUp } from './sentence.ts';
import { createMender } from './spelling.ts';
import { readTimeframe, yearsOfData } from './times/timeframe.ts';
import { MAX_TEXT, tokenize } from './tokens.ts';
import { buildVocabulary } from './vocabulary.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { AskedMetric } from './asked-metrics.ts';
import type { Intent, Question } from './question.ts';

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
export function createUnderstanding(catalog: MetalCatalog): (text: string, now: Date) => Question {
  const vocabulary = buildVocabulary(catalog);
  const mend = createMender(vocabulary);
  const [first, last] = yearsOfData(catalog, [catalog.defaultMetal]);
  return (typed, now) => {
    const text = withoutCommands(typed.slice(0, MAX_TEXT)).trim();
    const today = isoDate(now.getTime());
    const thisYear = Number(today.slice(0, 4));
    const { tokens, repairs } = mend(tokenize(text.replace(vocabulary.unspaced, ' $& ')));
    const findings = gatherFindings(vocabulary, tokens, today, { thisYear, first, last });
    const { has, amounts, subjects, allCountries } = findings;
    const time = readTimeframe(findings, catalog, thisYear);
    const metrics = withUses(readMetrics(findings), findings);
    const called = text === '' && typed.trim() !== '';
    const decided = called ? 'help' : decideIntent(findings, { metrics, time });
    const figures = FIGURES.has(decided);
    const wantsReasons = asksForReasons(findings, decided);
    const sentence = assignRoles(findings);
    const foreign = findForeign(findings, sentence, { metrics, figures, reason: wantsReasons });
    const followUp = foreign === null && isFollowUp(findings);
    const asked = figures || decided === 'open';
    const remark = figures ? findRemark(findings, text) : null;
    const stranger =
      asked && foreign === null ? (remark ?? findStranger(findings, sentence, metrics, figures)) : null;
    const orders = readOrders(findings, sentence);
    const offer = readOffer(findings);
    const vague = figures && (isVague(findings) || (stranger !== null && metrics.length === 0));
    const intent = vague ? 'open' : followUp ? leanOn(findings, decided) : decided;
    return {
      text,
      intent,
      metals: subjects.metals,
      foreign,
      stranger,
      securities: speaksOfSecurities(findings),
      metrics: vague ? [] : metrics,
      ...time,
      when: findings.times.when,
      wanted: readPriceWanted(findings, text, today, metrics),
      forecast: has('forecast'),
      sectors: subjects.sectors,
      parts: findings.parts,
      countries: subjects.countries,
      allCountries,
      amounts: orders.amounts,
      adjustments: orders.adjustments,
      offer: intent === 'cost' ? offer : null,
      leftOut: [
        ...orders.strange,
        ...leftOutNumbers(findings, { intent, offer, percents: orders.unused }),
        ...leftOutWords(findings, sentence, { metrics, figures: figures && foreign === null && !vague }),
      ],
      product: subjects.product?.id ?? null,
      money: amounts.money && { value: amounts.money.value, currency: amounts.money.currency },
      perUnit: amounts.perUnit,
      currency: currencyOf(amounts),
      source: has('usgs') ? 'usgs' : has('report') ? 'report' : null,
      form: has('oxide') === has('metal form') ? null : has('oxide') ? 'oxide' : 'metal',
      extreme: extremeOf(findings, intent),
      beaten: intent === 'extreme' && beatenExtreme(findings) !== undefined,
      annual: has('annual'),
      percent: amounts.percent,
      verify: intent === 'sources' && isCheck(findings),
      chart: has('chart'),
      // What the metal goes into is asked about in words, unless a year or an amount is named.
      reason: wantsReasons || (foreign === null && has('use') && !isPrecise(findings)),
      why: /\b(?:why|how come|reasons?|because)\b/.test(findings.words.join(' ')),
      pointing: findings.words.some((word) => /^(?:its?|this|that)$/.test(word)),
      moving: has('change') && findings.times.years.length === 0 && !/\byears?\b/.test(text.toLowerCase()),
      aside: readAside(findings, { metrics, reason: wantsReasons, foreign }),
      bareNumber: bareNumber(findings),
      followUp,
      understood: shareUnderstood(findings),
      repairs,
      evidence: evidenceOf(findings.reading),
    };
  };
}

/** What something goes into: a figure of its own where nothing else is measured. */
function withUses(metrics: readonly AskedMetric[], { has }: Findings): readonly AskedMetric[] {
  const alone = metrics.every((one) => one === 'share' || one === 'demand' || one === 'consumption');
  return has('end use') && alone ? ['end-use'] : metrics;
}

function shareUnderstood({ known, unknown }: Findings): number {
  return known + unknown === 0 ? 0 : known / (known + unknown);
}

/** "lynas stock", "MP Materials shares", but not "stocks" of a metal that nobody quotes a price of. */
function speaksOfSecurities({ has, hits }: Findings): boolean {
  return (
    has('security') || (has('company') && hits.some(({ kind, id }) => kind === 'metric' && id === 'share'))
  );
}

function isPrecise({ times, amounts }: Findings): boolean {
  return times.years.length > 0 || amounts.amount !== null;
}

/** Whether too little was understood for a figure. Without a metal or a place of ours, most of the words must have been. */
function isVague(findings: Findings): boolean {
  const { subjects, times, amounts } = findings;
  const { ours, sectors, countries } = subjects;
  if ((amounts.exchange && ours.length === 0) || isSigns(findings.words)) return true;
  // "pound sterling rate 2023" is of money.
  if (amounts.currency !== null && ours.length === 0 && onlyRates(findings)) return true;
  const understood = shareUnderstood(findings);
  if (ours.length + sectors.length + countries.length === 0) return understood <= 0.5;
  return times.years.length === 0 && understood < 0.5;
}

function onlyRates({ hits, words }: Findings): boolean {
  const prices = hits.filter((hit) => hit.id === 'price');
  return prices.length > 0 && prices.every((hit) => /^rates?$/u.test(words[hit.from] ?? ''));
}

/** A follow-up that names a metal or a year leaves it to the question before it what is wanted of them. */
function leanOn({ has, subjects }: Findings, decided: Intent): Intent {
  if (has('summary')) return decided;
  const elliptic = decided === 'summary' || (decided === 'open' && subjects.metals.length > 0);
  return elliptic ? 'value' : decided;
}

function currencyOf({ currency, money }: AmountsRead): string | null {
  return currency ?? (money !== null && money.currency !== 'USD' ? money.currency : null);
}

function extremeOf(findings: Findings, intent: Intent): Question['extreme'] {
  const { has, hits, words } = findings;
  const beaten = beatenExtreme(findings);
  if (intent === 'extreme' && beaten !== undefined) return beaten;
  // "The lowest on record", "a record low".
  const record = hits.every(({ kind, from }) => kind !== 'highest' || /^records?$/u.test(words[from] ?? ''));
  if (has('highest') && !(record && has('lowest'))) return 'highest';
  if (has('lowest')) return 'lowest';
  return intent === 'extreme' ? 'mean' : null;
}

/** A claim is to be checked, or sources against each other; not only named. */
function isCheck({ has, amounts }: Findings): boolean {
  const both = has('usgs') && (has('report') || has('reason'));
  return both || has('verify') || has('level') || has('claim') || has('compare') || amounts.percent !== null;
}
