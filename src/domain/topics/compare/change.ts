/** "How much did it rise": a change between two years, as an interval, beside what the sources claim. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Line } from '#src/domain/answer.ts';
import { timesBetween } from '#src/domain/measure/changes.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { acrossEditions } from './across-editions.ts';
import { claimsAbout, judgeClaim } from '../claims.ts';
import { answerRace } from './race.ts';
import { changesOfPlaces } from '../countries/changes.ts';
import { answerRegions, asksRegion } from '../countries/regions.ts';
import { answerShareMoved } from '../countries/share-moved.ts';
import { changeVerdict } from '../verdicts/change-verdict.ts';
import { answerMovedYears } from '../verdicts/moved-years.ts';
import { everyYear } from '../verdicts/every-year.ts';
import { changeInWords } from './changed.ts';
import { countedAsked, countedIn, countedInWords, type Counted } from '../supply-chain/counted.ts';
import { holderOf, withGroupCaution } from '../group.ts';
import { movements } from '../disagreement.ts';
import { productCaution } from '../price/price-cautions.ts';
import { pricesOf } from '../price/prices.ts';
import { answerSectors } from '../sectors/sectors.ts';
import type { Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import {
  cite,
  firmness,
  makePart,
  missing,
  show,
  uniqueCitations,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askChange, askWhetherAgreed } from '#src/domain/topics/suggestions.ts';

/** Whether there are figures of it over time, and so a change. */
export const isOverTime = (metric: AskedMetric): boolean =>
  metric === 'price' || metric === 'share' || metric === 'demand' || countedAsked([metric]) !== undefined;

/** The change of the metric asked for, price where none is; a country's output may be its group's alone. */
export const answerChange: Topic = (context) => {
  const race = answerRace(context, ends);
  if (race !== undefined) return race;
  const counted = countedAsked(context.question.metrics) !== undefined;
  return (counted ? changesOfPlaces(context, changeOfOne) : undefined) ?? changeOfOne(context);
};

const changeOfOne: Topic = (context) => {
  const { metal, question } = context;
  const metric = metricOf(question);
  // "Is it growing" after a country's part of the world.
  const ofWorld = metric === 'share' && question.sectors.length === 0 && question.countries.length === 1;
  const share = ofWorld ? answerShareMoved(context, changeOfOne) : undefined;
  if (share !== undefined) return share;
  if (metric === 'price' || metric === 'share') return answerOf(context);
  if (metric === 'production' && asksRegion(context)) return answerRegions(overAllYears(context), metric);
  const holder = holderOf(context, (m) => countedIn(m, metric, question) !== undefined) ?? metal;
  return withGroupCaution(context, holder, answerOf({ ...context, metal: holder }));
};

function answerOf(context: TopicContext): TopicResult {
  const { metal, question } = context;
  const metric = metricOf(question);
  if (metric === 'share' && question.sectors.length !== 1) return answerSectors(overAllYears(context));
  const prices = metric === 'price' ? pricesOf(metal, question) : undefined;
  const track = prices?.main ?? otherTrack(context, metric);
  const what = wordsFor(context, metric, track);
  const moved =
    question.moved === undefined || track === undefined
      ? undefined
      : answerMovedYears(context, question.moved, what, [track, ...(prices?.others ?? [])]);
  if (moved !== undefined) return moved;
  const [from, to] = ends(context, track) ?? [];
  const apart = track !== undefined && from === undefined ? acrossEditions(context, track, what) : undefined;
  if (apart !== undefined) return apart;
  if (track === undefined || from === undefined || to === undefined) {
    const have = track === undefined ? [] : [[`I have ${yearsInWords(track.years)}.`]];
    return missing(
      'change',
      [
        `I can't work out that change of ${metal.name.toLowerCase()}: no one edition of a source has both years.`,
      ],
      have,
      [askChange(metal)],
    );
  }
  const changed = changeInWords(from, to, { what, annual: question.annual });
  const others = (prices?.others ?? []).flatMap((o) => {
    // What ends before this year is told as far as it reaches.
    const newest = o.years.at(-1) ?? to.year;
    const pair = o.ends(from.year, to.year >= context.thisYear ? Math.min(newest, to.year) : to.year);
    return pair === undefined || pair[0].year >= pair[1].year ? [] : [pair];
  });
  const claims =
    metric === 'price' || metric === 'production' ? claimsAbout(metal, metric, from.year, to.year) : [];
  const judged = claims.map((claim) => judgeClaim(metal, claim));
  const between = track.years.filter((y) => y > from.year && y < to.year).flatMap((y) => track.at(y) ?? []);
  const each = everyYear(question, [from, ...between, to]);
  // A share may fall where the tonnes rise.
  const ofTonnes = metric === 'share' && question.perUnit !== null;
  const verdict = ofTonnes ? '' : (each?.said ?? changeVerdict(question, [[from, to], ...others]));
  return {
    found: true,
    part: makePart('change', {
      headline: verdict === '' ? changed.headline : [{ strong: [verdict] }, ...changed.headline],
      body: [...(each === undefined ? [] : [each.line]), ...timesLine(question, from, to), ...changed.body],
      ...((question.span !== null || says(question, 'lately')) && between.length > 0
        ? {
            table: {
              columns: ['Year', 'Figure'],
              rows: [from, ...between, to].map((f) => [[String(f.year)], [show(f), firmness(f)]]),
            },
          }
        : {}),
      cautions: [
        ...(prices === undefined ? [] : productCaution(context)),
        ...(ofTonnes ? [['This is its share, and not its tonnes, which also move with output.']] : []),
        ...changed.cautions,
        ...(question.span !== null && from.year > question.span.from
          ? [[`I have nothing before ${from.year}: it is told from there on.`]]
          : []),
        // "Since 2021" ends today; of a later year it is said that there is none.
        ...(question.span !== null && question.span.to > Math.max(to.year, context.thisYear)
          ? [[`I have nothing after ${to.year}: it is told up to there.`]]
          : []),
        ...(to.quantity.firmness === 'projected' ? [[`${to.year} is the source's projection.`]] : []),
        ...judged.flatMap((j) => j.lines),
        ...movements(from, to, others),
      ],
      citations: uniqueCitations([
        ...cite([from, to, ...others.flat()]),
        ...judged.flatMap((j) => j.citations),
      ]),
      ...(prices === undefined
        ? {}
        : { chart: { kind: 'price', metal: metal.id, from: from.year, to: to.year } as const }),
      chartWanted: question.chart,
    }),
    suggestions: metric === 'price' ? [askWhetherAgreed(metal, 'Do the sources agree?')] : [],
  };
}

/** "By what factor": how many times as much it became. */
function timesLine({ text }: Question, from: Figure, to: Figure): Line[] {
  const quantity = FACTOR.test(text) ? timesBetween(to.quantity, from.quantity) : undefined;
  return quantity === undefined
    ? []
    : [['In ', String(to.year), ' it is ', { quantity, from: [from, to] }, ` what it was in ${from.year}.`]];
}
const FACTOR =
  /\bfactors?\b|\b(?:how many|x) times\b|\btimes (?:as|more|higher|larger)\b|\bmultiples?\b|\bfold\b/iu;

function otherTrack({ metal, question }: TopicContext, metric: Changing): Series | undefined {
  if (metric !== 'price' && metric !== 'share') return countedIn(metal, metric, question);
  const sector = question.sectors[0];
  return sector === undefined ? undefined : seriesIn(metal, { metric: 'share', sector })[0];
}

type Changing = 'price' | 'share' | Counted;

/** What changes: the metric asked for; a sector named alone means its share. */
function metricOf({ metrics, sectors }: Question): Changing {
  const counted = countedAsked(metrics);
  if (counted !== undefined) return counted;
  const sectoral = metrics.some((m) => m === 'share' || m === 'demand');
  return sectoral || (metrics.length === 0 && sectors.length > 0) ? 'share' : 'price';
}

function overAllYears(context: TopicContext): TopicContext {
  const { question } = context;
  return question.years.length > 0 ? context : { ...context, question: { ...question, chart: true } };
}

function wordsFor({ metal, question }: TopicContext, metric: Changing, track: Series | undefined): string {
  if (metric === 'price') return 'price';
  if (metric === 'share') {
    const sector = metal.sectors.find((s) => s.id === question.sectors[0]);
    return `share of ${sector?.name.toLowerCase() ?? 'demand'}`;
  }
  return countedInWords(metric, track?.of.place ?? question.countries[0]);
}

const RECENT = 6;

/** Both ends: the years named; one year is compared with the one before; none means all that is not projected. */
function ends(
  { question, thisYear }: TopicContext,
  track: Series | undefined,
): readonly [Figure, Figure] | undefined {
  if (track === undefined) return undefined;
  const [first, last] = [
    question.span?.from ?? question.years[0],
    question.span?.to ?? question.years.at(-1),
  ];
  if (first !== undefined && last !== undefined && first !== last) {
    // "Since 2021" runs to today's year; where a track ends earlier, its newest figure is what there is.
    const newest = track.years.at(-1) ?? last;
    const to = last >= thisYear ? Math.min(last, newest) : last;
    if (to <= first) return undefined;
    // "Since 2015" of what begins later is told from there on.
    const [begins = first] = track.years;
    const later =
      question.span !== null && first < begins && begins < to ? track.ends(begins, to) : undefined;
    return track.ends(first, to) ?? later;
  }
  if (first !== undefined) return track.ends(first - 1, first);
  const all = track.years.filter((y) => track.at(y)?.quantity.firmness !== 'projected');
  const settled = says(question, 'lately') ? all.slice(-RECENT) : all;
  // "Antimony yoy": the newest year on the one before it.
  const newYear = settled.findLast((year) => year <= thisYear);
  if (says(question, 'on the year') && newYear !== undefined) return track.ends(newYear - 1, newYear);
  // The newest edition may begin later than older ones do: its own first year is where a change can start.
  const newest = settled.at(-1) ?? 0;
  for (const year of settled) {
    const pair = year < newest ? track.ends(year, newest) : undefined;
    if (pair !== undefined) return pair;
  }
  return undefined;
}
