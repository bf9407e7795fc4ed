/** Two or more things side by side: metals, years, sectors, sources. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import { differenceOf } from '../combined.ts';
import { countedAsked, countedIn, countedInWords } from '../supply-chain/counted.ts';
import { comparativeWords, verdictOfAll } from '../verdicts/comparative.ts';
import { compareForms } from '../price/price-forms.ts';
import { answerChange } from './change.ts';
import { compareSources } from './compare-sources.ts';
import { eitherWay, tellsMove } from '../verdicts/change-verdict.ts';
import { compareAcross } from './compare-across.ts';
import { compareMetals } from './compare-metals.ts';
import { disagreements } from '../disagreement.ts';
import { answerPrice } from '../price/price.ts';
import { pricesOf, type Prices } from '../price/prices.ts';
import { answerProduction } from '../production.ts';
import { answerShared } from '../countries/shared.ts';
import { answerReserves } from '../reserves.ts';
import { answerSectors } from '../sectors/sectors.ts';
import { answerSummary } from '../summary.ts';
import { newestObserved, type Series } from '#src/domain/series/series.ts';
import {
  cite,
  firmness,
  makePart,
  missing,
  show,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askAbout, askHistory } from '#src/domain/topics/suggestions.ts';

export const answerCompare: Topic = (context) => {
  const { question } = context;
  const forms = question.metals.length === 1 ? compareForms(context) : undefined;
  if (forms !== undefined) return forms;
  if (asksOfGroup(context)) return answerPrice(context);
  const apart = question.apart === true ? apartAnswer(context) : undefined;
  if (apart !== undefined) return apart;
  if (question.ofCountries === 'shared' && question.metals.length > 1) return answerShared(context);
  if (question.metals.length > 1) return compareNow(context) ?? compareMetals(context);
  if (
    question.sectors.length > 1 ||
    question.metrics.includes('share') ||
    question.metrics.includes('demand')
  )
    return answerSectors(context);
  if (question.metrics.includes('reserves')) return answerReserves(context);
  // "Employment in US mines, 2021 vs 2025": one place's figure of two years.
  const counted = countedAsked(question.metrics);
  const ofOne = question.countries.length < 2 && !question.allCountries && question.years.length > 1;
  if (counted !== undefined && counted !== 'production' && ofOne) return compareYears(context);
  const confirms = question.comparative !== undefined && question.years.length > 0;
  if (confirms && question.countries.length < 2 && !question.allCountries) return compareYears(context);
  if (question.countries.length > 0 || question.allCountries) return answerProduction(context);
  if (question.years.length > 1) return compareYears(context);
  return answerSummary(context);
};

/** "Compare all rare earths": the prices of its members, for a group has none itself. */
function asksOfGroup({ metal, question, catalog }: TopicContext): boolean {
  const { metals, metrics, countries, allCountries } = question;
  const isGroup = catalog.metals.some(({ group }) => group === metal.id);
  const ofPrice = metrics.every((metric) => metric === 'price');
  return isGroup && ofPrice && metals.length === 1 && countries.length === 0 && !allCountries;
}

/** "Did both sources show a rise in 2022" is of a change, which tells each source's. */
function apartAnswer(context: TopicContext): TopicResult | undefined {
  const { question } = context;
  return question.years.length > 0 && tellsMove({ text: question.text.replaceAll(HOLDING, ' ') })
    ? answerChange({ ...context, question: { ...question, intent: 'change', source: null, form: null } })
    : compareSources(context);
}

/** What holds one against the other, and says of neither that it moved. */
const HOLDING = /\b(?:higher|lower|cheaper|dearer|more expensive)\b/giu;

/** What each costs now, where all of them are quoted, or have figures of months: no year is named. */
function compareNow({ question, library, today }: TopicContext): TopicResult | undefined {
  const { metals, metrics, years, source, current } = question;
  const ofPrice = metrics.every((metric) => metric === 'price') && source === null;
  const isNow = ofPrice && (years.length === 0 || (current && years.length === 1));
  const isDated = (of: string) => (library?.dated({ of, target: {}, live: true }) ?? []).length > 0;
  return isNow && library !== undefined && today !== undefined && metals.every(isDated)
    ? compareAcross(question, library, today)
    : undefined;
}

function compareYears(context: TopicContext): TopicResult {
  const { metal, question } = context;
  const [from, to] = [question.years[0] ?? 0, question.years.at(-1) ?? 0];
  const metric = countedAsked(question.metrics);
  const prices: Prices = pricesOf(metal, question);
  const track = metric === undefined ? prices.main : countedIn(metal, metric, question);
  // "Now against 2021": what was observed last, where this year has a projection or nothing.
  const alone = question.years.length === 1;
  const newest =
    (question.current || alone) && track !== undefined ? newestObserved(track, context.thisYear) : undefined;
  // What was observed last may be the very year that it is held against.
  const isOther = newest !== undefined && !question.years.includes(newest);
  const ofNow = (year: number) => (isOther && year === context.thisYear ? newest : year);
  const named = question.span === null ? question.years : [from, to];
  // "Cheaper than in 2022" holds today against it.
  // "Cheaper than last year", where this year has nothing yet: the newest year against the one before it.
  const isOver = isNotYet(track, question.years, context.thisYear);
  const asked = alone && newest !== undefined ? [...named, newest] : named.map(ofNow);
  const figures = pairOrAll(track, isOver ? [from - 1, from] : asked);
  const [a, b] = [figures[0], figures.at(-1)];
  if (track === undefined || a === undefined || b === undefined || a.at === b.at) {
    const lacking = question.years.filter((y) => track?.at(y) === undefined);
    return missing(
      'compare',
      [`I can't compare those years: I have no figure for ${yearsInWords(lacking)}.`],
      [[`I have ${yearsInWords(track?.years ?? [])}.`]],
      [askHistory(metal, 'History', metric === 'production' ? 'production' : 'price')],
    );
  }
  const what = metric === undefined ? 'price' : countedInWords(metric, a.series.country);
  const production = metric === 'production';
  const { comparative } = question;
  const other = (year: number): number => (year === b.year ? a.year : b.year);
  const than = isOver ? a.year : comparative?.than;
  const of = (isOver ? b.year : comparative?.of) ?? (than === undefined ? b.year : other(than));
  const beside = than ?? other(of);
  const verdicts = (metric === undefined ? [track, ...prices.others] : [track]).map((one) =>
    comparativeWords(comparative, one.ends(beside, of)?.[1] ?? one.at(of), one.at(beside)),
  );
  const tracks = metric === undefined ? [track, ...prices.others] : [track];
  const pairs = tracks.flatMap((one) => {
    const pair = one.ends(a.year, b.year);
    return pair === undefined ? [] : [pair];
  });
  const verdict = verdictOfAll(verdicts) || (eitherWay(question, pairs) ?? '');
  const noted = metric !== undefined ? [] : [a, b].map((f) => disagreements(f, prices));
  const rows = figures.map((f, i): Line[] => {
    const before = figures[i - 1];
    const change: Span =
      before?.series === f.series ? { change: changeOf(before.quantity, f.quantity), from: [before, f] } : '';
    return [[String(f.year)], [show(f), firmness(f)], [change]];
  });
  return {
    found: true,
    part: makePart('compare', {
      headline: [
        {
          strong: [
            verdict,
            `${metal.name} ${what}, ${a.year} against ${b.year}: `,
            show(a),
            firmness(a),
            ' and ',
            show(b),
            firmness(b),
          ],
        },
      ],
      body: [
        a.series === b.series
          ? [
              'From the first to the last: ',
              { change: changeOf(a.quantity, b.quantity), from: [a, b] },
              ...differenceOf(a, b),
              '.',
            ]
          : ['The years come from different editions, so no change is worked out between them.'],
      ],
      ...(figures.length > 2 ? { table: { columns: ['Year', 'Figure', 'Change'], rows } } : {}),
      cautions: [
        ...(isOver ? [[`There is no figure for ${to} yet: this is ${b.year} against ${a.year}.`]] : []),
        ...noted.flatMap((n) => n.lines),
      ],
      citations: cite([...figures, ...noted.flatMap((n) => n.figures)]),
      ...(production
        ? { chart: { kind: 'production', metal: metal.id, from: a.year, to: b.year } as const }
        : metric === undefined
          ? { chart: { kind: 'compare-years', metal: metal.id, years: [a.year, b.year] } as const }
          : {}),
      chartWanted: question.chart,
    }),
    suggestions: [askAbout(metal, b.year, `All about ${b.year}`)],
  };
}

/** This year against the one before it, of which the newest figure is. */
const isNotYet = (track: Series | undefined, years: readonly number[], thisYear: number): boolean =>
  years.length === 2 &&
  years[0] === thisYear - 1 &&
  years[1] === thisYear &&
  track?.at(thisYear) === undefined &&
  track?.at(thisYear - 1) !== undefined;

/** Two years of one edition where one has both, so that a change may be worked out; else each year's newest. */
function pairOrAll(track: Series | undefined, years: readonly number[]): readonly Figure[] {
  const [from, to] = years;
  const pair =
    years.length === 2 && from !== undefined && to !== undefined ? track?.ends(from, to) : undefined;
  return pair ?? years.flatMap((y) => track?.at(y) ?? []);
}
