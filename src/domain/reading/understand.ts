/** Reads a question: a slot grammar in front of the FAQ matcher. Whatever it can't read stays `open`, for the FAQ. */
import { asksFigures } from './asked/asks-of.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { AmountsRead } from './amounts/masses/amount-parts.ts';
import { readAside } from './subjects/asides.ts';
import { gatherFindings, type Findings } from './findings.ts';
import { readProfile } from './subjects/profile-asked.ts';
import { countriesAsked } from './subjects/countries-asked.ts';
import { leaderAsked } from './claims/among.ts';
import { beatenExtreme, extremeOf } from './claims/beaten.ts';
import { bothExtremes, extremesLeftOut, priceExtreme } from './claims/price-extreme.ts';
import { asksForValue, readLargest } from './claims/moves.ts';
import { readAcross } from './claims/across.ts';
import { readRace } from './claims/race.ts';
import { readComparative } from './claims/comparative.ts';
import { readMoved } from './claims/moved.ts';
import { readApart } from './claims/apart.ts';
import { readRest } from './claims/rest-asked.ts';
import { readStated } from './claims/stated.ts';
import { readCombine } from './claims/combine.ts';
import { findForeign } from './subjects/foreign/foreign.ts';
import { assignRoles, type Sentence } from './subjects/foreign/foreign-roles.ts';
import { decideIntent } from './asked/intents.ts';
import { readLeaning, leanOn } from './follow-ups/leaning.ts';
import { leftOutNumbers } from './subjects/left-out-numbers.ts';
import { readMetrics } from './asked/metrics.ts';
import { soldByTroyOunce, withTroyOunces } from './amounts/units.ts';
import { isOfferWord, readOffer } from './amounts/offers.ts';
import { readPriceWanted } from './read-price-wanted.ts';
import { readOrders } from './amounts/orders.ts';
import { leftOutWords } from './subjects/left-out-words.ts';
import { evidenceOf } from './reading.ts';
import { asksForReasons, bareNumber, isFollowUp } from './sentence.ts';
import { readTimeframe, yearsOfData } from './times/timeframe.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { plainQuestion, type Intent, type Question } from './question.ts';
import { asksHowMade } from './asked/way-of-making.ts';
import { readHelpOn } from './asked/help-on.ts';
import { formAsked, isBareMetal } from './phrases/form-asked.ts';
import { isOfFigures, ofLine, thresholdOf } from './claims/line.ts';
import { readDoubts, shareUnderstood, type Doubts } from './doubts.ts';

/** A question that points at the one before it is short. */
const LEANING_LENGTH = 11;

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
    const line = threshold !== null && isOfFigures(findings) ? threshold : null;
    const valued = asksForValue(findings);
    const howMade = asksHowMade(findings);
    const named = howMade ? [] : readMetrics(findings);
    const metrics = valued ? (['production'] as const) : ofLine(line, named);
    const sentence = assignRoles(findings);
    const orders = readOrders(findings, sentence);
    const moved = amounts.amounts.length === 0 && orders.adjustments.length > 0;
    // "If neodymium falls 20 %": what it would cost then. "What if it falls 20 %": of what was spoken of.
    const ofNamed = moved && subjects.ours.length + findings.times.years.length > 0;
    const supposed = moved && !ofNamed && orders.adjustments.some((one) => one.supposed === true);
    const plain = howMade ? 'open' : line === null ? decideIntent(findings, { metrics, time }) : 'value';
    const decided = called ? 'help' : ofNamed ? 'cost' : plain;
    const figures = asksFigures(decided);
    // "How dependent is the US on imports" has a figure.
    const depends =
      metrics.some((metric) => metric === 'import-reliance' || metric === 'import-sources') &&
      !findings.words.includes('why');
    const bare = bareNumber(findings);
    const wantsReasons = howMade || (bare === null && !depends && asksForReasons(findings, decided));
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
    // "All three in 2023".
    const ofAll =
      subjects.ours.length + subjects.countries.length === 0 &&
      findings.unread.every((word) => /^(?:two|three|four|five|[2-5])$/iu.test(word)) &&
      findings.times.years.length === 1 &&
      findings.words.length <= LEANING_LENGTH / 2;
    // "Which of them is lower for 2023": of the metals that were spoken of.
    const ofMetals =
      subjects.metals.length === 0 &&
      leaning.operator !== null &&
      findings.times.years.length === 1 &&
      findings.words.length <= LEANING_LENGTH;
    const followUp =
      foreign === null &&
      (isFollowUp(findings) ||
        isBareMetal(findings) ||
        leaning.elliptic ||
        leaning.amount !== null ||
        leaning.refers !== null ||
        leaning.against ||
        supposed ||
        (leaning.all !== null && ofAll) ||
        (points && (alone || ofMetals)));
    const asked = figures || decided === 'open';
    const offer = readOffer(findings);
    // "118 a kilo, too much?": what is said of a price for a mass is a question.
    const judged = figures && (offer?.per !== undefined || offer?.unitAssumed === true);
    const doubts = readDoubts(findings, sentence, {
      text,
      metrics,
      figures,
      judged,
      open: asked && found === null,
    });
    const intent = supposed ? 'open' : followUp ? leanOn(findings, decided) : decided;
    const form = formAsked(findings, metrics);
    const stated = readStated(findings, { metrics, intent });
    const question: Question = {
      text,
      intent,
      metals: subjects.metals.filter((id) => !orders.within.includes(id)),
      families: subjects.families,
      foreign,
      securities: speaksOfSecurities(findings),
      metrics,
      years: time.years,
      span: time.span,
      current: time.current,
      finerTime: time.finerTime,
      when: findings.times.when,
      wanted: readPriceWanted(findings, text, today, metrics),
      firmness: has('firmness'),
      forecast: has('forecast'),
      sectors: subjects.sectors,
      parts: findings.parts,
      countries: subjects.countries,
      allCountries,
      ofCountries: countriesAsked(findings),
      profile: foreign === null && !wantsReasons ? readProfile(findings) : null,
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
        ...leftOutNumbers(findings, { intent, offer, percents: orders.unused, stated: stated?.at }),
        ...(intent === 'cost' ? extremesLeftOut(findings) : []),
        ...(isBareMetal(findings) ? [{ words: 'metal', kind: 'form' as const }] : []),
        ...leftOutWords(findings, sentence, { metrics, figures: figures && foreign === null }).filter(
          // "Our supplier wants 130 $/kg": what is done with a price on the table.
          ({ words, kind }) => !(judged && kind === 'words' && isOfferWord(words.toLowerCase())),
        ),
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
      contained: form.contained,
      form: form.form,
      extreme:
        intent === 'cost'
          ? priceExtreme(findings)
          : ((intent === 'compare' ? leaderAsked(findings) : undefined) ?? extremeOf(findings, intent)),
      ...(intent === 'cost' && bothExtremes(findings) ? { bothExtremes: true as const } : {}),
      largest: intent === 'extreme' ? readLargest(findings) : null,
      apart: intent === 'compare' && readApart(findings, metrics),
      moved: intent === 'change' ? readMoved(findings) : undefined,
      valued,
      combine: readCombine(findings, intent),
      threshold: threshold === null ? (stated?.threshold ?? null) : thresholdOf(threshold),
      beaten: intent === 'extreme' && beatenExtreme(findings) !== undefined,
      across: readAcross(findings),
      race: intent === 'change' ? readRace(findings) : null,
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
      aside:
        howMade && foreign === null
          ? { kind: 'making' }
          : readAside(findings, { metrics, reason: wantsReasons, foreign }),
      bareNumber: bare,
      followUp,
      leaning,
      understood: shareUnderstood(findings),
      repairs,
      evidence: evidenceOf(findings.reading),
      unread: findings.unread,
    };
    const on = readHelpOn(findings, vocabulary.everyday);
    const help = on && plainQuestion({ text, intent: 'help', helpOn: on, repairs });
    const rest = !wantsReasons && findings.known > 1 && readRest(findings);
    const ofRest: Question = rest
      ? {
          ...question,
          intent: 'value',
          foreign: null,
          metrics: ['share'],
          sectors: [],
          parts: [],
          leftOut: [],
          rest,
        }
      : question;
    return { question: help ?? ofRest, findings, sentence, foreign: found, doubts };
  };
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

function currencyOf({ currency, money }: AmountsRead): string | null {
  return currency ?? (money !== null && money.currency !== 'USD' ? money.currency : null);
}

/** A claim is to be checked, or sources against each other; not only named. */
function isCheck({ has, amounts }: Findings): boolean {
  const both = has('usgs') && (has('report') || has('reason'));
  return both || has('verify') || has('level') || has('claim') || has('compare') || amounts.percent !== null;
}
