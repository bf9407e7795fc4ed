/** Reads a question: a slot grammar in front of the FAQ matcher. Whatever it can't read stays `open`, for the FAQ. */
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { AmountsRead } from './amounts/amount-parts.ts';
import { readAside } from './subjects/asides.ts';
import { gatherFindings, type Findings } from './findings.ts';
import { beatenExtreme } from './claims/beaten.ts';
import { asksForValue, readLargest } from './moves.ts';
import { readAcross } from './claims/across.ts';
import { readComparative } from './claims/comparative.ts';
import { readCombine } from './combine.ts';
import { findForeign } from './subjects/foreign.ts';
import { assignRoles, type Sentence } from './subjects/foreign-roles.ts';
import { decideIntent } from './intents.ts';
import { readLeaning } from './follow-ups/leaning.ts';
import { leftOutNumbers } from './subjects/left-out-numbers.ts';
import { isTradeWord } from './subjects/imports-asked.ts';
import { readMetrics } from './metrics.ts';
import { soldByTroyOunce, withTroyOunces } from './amounts/units.ts';
import { isOfferWord, readOffer } from './amounts/offers.ts';
import { readPriceWanted } from './read-price-wanted.ts';
import { readOrders } from './amounts/orders.ts';
import { leftOutWords } from './subjects/left-out-words.ts';
import { evidenceOf } from './reading.ts';
import { findRemark, isSigns } from './subjects/remarks.ts';
import { findStranger } from './subjects/stranger.ts';
import { asksForReasons, bareNumber, isFollowUp } from './sentence.ts';
import type { ThresholdRead } from './amounts/threshold.ts';
import type { Threshold } from './frame.ts';
import { STOP_WORDS } from './words/plain-words.ts';
import { readTimeframe, yearsOfData } from './times/timeframe.ts';
import type { AskedMetric } from './asked-metrics.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Intent, Question } from './question.ts';

/** A question that points at the one before it is short. */
const LEANING_LENGTH = 11;

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

/** What is asked of a figure as it is. */
const PLAIN: ReadonlySet<Intent> = new Set(['value', 'extreme', 'chart']);

/** A text in tokens, or what of them one of its readings has. */
export interface TypedTokens {
  readonly text: string;
  /** Nothing but the name of a command was typed. */
  readonly called: boolean;
  readonly tokens: readonly Token[];
  readonly repairs: Question['repairs'];
  /** The times of the same words, where others stood between them. */
  readonly when?: Question['when'] | undefined;
}

/** What speaks against a figure, although the words name one. */
export interface Doubts {
  /** A word of a remark that asks for nothing: "price is too high". */
  readonly remark: string | null;
  /** A word that may name another subject, where none of our metals is named: "cost per click 2024". */
  readonly stranger: string | null;
  /** Too few of the words were understood. */
  readonly vague: boolean;
}

/** One reading of some tokens, and what it was made of. */
export interface TokensRead {
  readonly question: Question;
  readonly findings: Findings;
  readonly sentence: Sentence;
  readonly foreign: ReturnType<typeof findForeign>;
  readonly doubts: Doubts;
}

/** The typed reader: one question of some tokens. It is pure and never throws: the same tokens on the same day give the same. */
export function createTokenReader(
  catalog: MetalCatalog,
  vocabulary: Vocabulary,
): (typed: TypedTokens, today: string) => TokensRead {
  const byOunce = soldByTroyOunce(catalog.metals);
  const [first, last] = yearsOfData(catalog, [catalog.defaultMetal]);
  return ({ text, called, tokens: typed, repairs, when }, today) => {
    const tokens = withTroyOunces(typed, byOunce);
    const thisYear = Number(today.slice(0, 4));
    const findings = gatherFindings(vocabulary, tokens, today, { thisYear, first, last }, when);
    const { has, amounts, subjects, allCountries } = findings;
    const time = readTimeframe(findings, catalog, thisYear);
    const { threshold } = findings;
    const line = threshold !== null && isAnchored(findings) ? threshold : null;
    const valued = asksForValue(findings);
    const metrics = valued
      ? (['production'] as const)
      : ofLine(line, withUses(readMetrics(findings), findings));
    const decided = called ? 'help' : line === null ? decideIntent(findings, { metrics, time }) : 'value';
    const figures = FIGURES.has(decided);
    // "How dependent is the US on imports" has a figure.
    const depends = metrics.includes('import-reliance') && !findings.words.includes('why');
    const bare = bareNumber(findings);
    const wantsReasons = bare === null && !depends && asksForReasons(findings, decided);
    const sentence = assignRoles(findings);
    const found = findForeign(findings, sentence, {
      metrics,
      figures,
      plain: PLAIN.has(decided),
      reason: wantsReasons,
    });
    const foreign = found?.words ?? null;
    const leaning = readLeaning(findings, wantsReasons);
    const points = leaning.pair || leaning.step !== 0;
    const alone =
      subjects.metals.length + findings.times.years.length === 0 && findings.words.length <= LEANING_LENGTH;
    const followUp =
      foreign === null &&
      (isFollowUp(findings) || leaning.elliptic || leaning.refers !== null || (points && alone));
    const asked = figures || decided === 'open';
    const orders = readOrders(findings, sentence);
    const offer = readOffer(findings);
    // "118 a kilo, too much?": what is said of a price for a mass is a question.
    const judged = figures && (offer?.per !== undefined || offer?.unitAssumed === true);
    const remark = figures && !judged ? findRemark(findings, text) : null;
    const stranger =
      asked && found === null
        ? findStranger(
            findings,
            sentence,
            metrics,
            figures,
            judged ? isOfferWord : metrics.includes('import-reliance') ? isTradeWord : undefined,
          )
        : null;
    const vague = figures && isVague(findings);
    const intent = followUp ? leanOn(findings, decided) : decided;
    const question: Question = {
      text,
      intent,
      metals: subjects.metals.filter((id) => !orders.within.includes(id)),
      families: subjects.families,
      foreign,
      securities: speaksOfSecurities(findings),
      metrics,
      ...time,
      when: findings.times.when,
      wanted: readPriceWanted(findings, text, today, metrics),
      firmness: has('firmness'),
      forecast: has('forecast'),
      sectors: subjects.sectors,
      parts: findings.parts,
      countries: subjects.countries,
      allCountries,
      rank: findings.rank,
      listed: findings.listed,
      without: findings.without,
      amounts: orders.amounts,
      adjustments: orders.adjustments,
      losses: orders.losses,
      energy: findings.energy,
      offer: intent === 'cost' ? offer : null,
      leftOut: [
        ...orders.strange,
        ...leftOutNumbers(findings, { intent, offer, percents: orders.unused }),
        ...leftOutWords(findings, sentence, { metrics, figures: figures && foreign === null }),
      ],
      product: subjects.product?.id ?? null,
      money: amounts.money && {
        value: amounts.money.value,
        currency: amounts.money.currency,
        ...(amounts.money.assumed === true ? { assumed: true } : {}),
      },
      perUnit: amounts.perUnit,
      currency: currencyOf(amounts),
      source: has('usgs') ? 'usgs' : has('report') ? 'report' : null,
      contained: asksContained(findings, metrics),
      form: asksContained(findings, metrics)
        ? 'oxide'
        : isBareMetal(findings)
          ? 'metal'
          : has('oxide') === has('metal form') || saysBothForms(findings)
            ? null
            : has('oxide')
              ? 'oxide'
              : 'metal',
      extreme: extremeOf(findings, intent),
      largest: intent === 'extreme' ? readLargest(findings) : null,
      valued,
      combine: readCombine(findings, intent),
      threshold: threshold === null ? null : thresholdOf(threshold),
      beaten: intent === 'extreme' && beatenExtreme(findings) !== undefined,
      across: readAcross(findings),
      comparative: readComparative(findings),
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
      bareNumber: bare,
      followUp,
      leaning,
      understood: shareUnderstood(findings),
      repairs,
      evidence: evidenceOf(findings.reading),
      unread: findings.unread,
    };
    return { question, findings, sentence, foreign: found, doubts: { remark, stranger, vague } };
  };
}

/** "Price of contained neodymium", "oxide price per kg of contained Nd". */
function asksContained({ words }: Findings, metrics: readonly AskedMetric[]): boolean {
  const contained = words.some(
    (word, at) => word === 'contained' || (word === 'content' && words[at - 1] === 'metal'),
  );
  return contained && metrics.includes('price');
}

/** "And metal?": the form, where nothing else is said. */
function isBareMetal({ words, reading }: Findings): boolean {
  const said = words.filter((word, at) => reading.slots[at] !== undefined || !STOP_WORDS.has(word));
  return (
    words.length <= 4 &&
    words.length > 1 &&
    words.at(-1) === 'metal' &&
    said.every((word, at) => word === 'metal' || (at === 0 && word === 'and'))
  );
}

/** "Neodymium metal vs oxide", "difference between metal and oxide": neither of them alone. */
function saysBothForms({ words }: Findings): boolean {
  const [metal, oxide] = [words.indexOf('metal'), words.findIndex((word) => /^oxides?$/u.test(word))];
  const between = words.slice(Math.min(metal, oxide) + 1, Math.max(metal, oxide));
  return (
    metal >= 0 &&
    oxide >= 0 &&
    between.length <= 3 &&
    between.some((word) => /^(?:vs|versus|v|and|or|against|to|than)$/u.test(word))
  );
}

/** What is held against a line is said, or is of a time. */
function isAnchored({ subjects, times, hits, has }: Findings): boolean {
  const named = subjects.ours.length + subjects.sectors.length > 0 || has('current');
  return named || times.years.length > 0 || hits.some(({ kind }) => kind === 'metric');
}

/** What a line alone says of the metric: money of a price, a mass of output. */
function ofLine(line: ThresholdRead | null, metrics: readonly AskedMetric[]): readonly AskedMetric[] {
  if (line === null || metrics.length > 0) return metrics;
  return [line.unit === '%' ? 'share' : line.mass === undefined ? 'price' : 'production'];
}

function thresholdOf({ mass: _mass, ...threshold }: ThresholdRead): Threshold {
  return threshold;
}

/** What something goes into: a figure of its own where nothing else is measured. */
function withUses(metrics: readonly AskedMetric[], { has, hits }: Findings): readonly AskedMetric[] {
  // "How much salt goes on the roads" is of no price.
  const priced = hits.some(({ kind, id }) => kind === 'metric' && id === 'price');
  const named = !priced && hits.some(({ kind, id }) => kind === 'end use' && id === 'named');
  // "How much of US niobium goes into steel": whose uses they are, and no output of theirs.
  const produced = hits.some(({ kind, id }) => kind === 'metric' && id === 'production');
  const alone = metrics.every(
    (one) =>
      one === 'share' ||
      one === 'demand' ||
      one === 'consumption' ||
      (named && (one === 'price' || (one === 'production' && !produced))),
  );
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
