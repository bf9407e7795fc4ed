/** How much is mined: the world, one country, or all countries ranked; a group's figures where a metal has none. */
import { metalOf } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { answerThreshold } from './verdicts/threshold.ts';
import { answerExtreme } from './verdicts/extreme.ts';
import { answerOutputValue } from './cost/output-value.ts';
import { isOfStage, otherStages, stageAsked, stageInWords, type AskedStage } from './supply-chain/stages.ts';
import { silentFigure } from './supply-chain/silent-figure.ts';
import { holderOf, withGroupCaution } from './group.ts';
import { answerOutside } from './countries/outside.ts';
import { answerTrack } from './countries/output-years.ts';
import { answerRegions, asksRegion, rankedWithin } from './countries/regions.ts';
import { answerRanking } from './countries/ranking.ts';
import { topProducers } from './countries/country-tracks.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { missing, type Topic, type TopicContext, type TopicResult } from './topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { US } from './supply-chain/counted.ts';

export const answerProduction: Topic = (context) => {
  const { metal, question, catalog } = context;
  const goods = ofGoods(context);
  if (goods !== undefined) return goods;
  const value = answerOutputValue(context);
  if (value !== undefined) return value;
  if (asksRegion(context))
    return question.allCountries ? rankedWithin(context, 'production') : answerRegions(context, 'production');
  if (question.allCountries) return answerRanking(context, 'production');
  if ((question.without ?? []).length > 0) return answerOutside(context, 'production');
  const [named] = question.countries;
  const stage = stageAsked(context);
  const country = named ?? (isOfUsAlone(metal, stage) || isOnlyUs(metal) ? US : undefined);
  const own = country === undefined ? {} : { country };
  const holder = holderOf(context, (m) => seriesIn(m, { metric: 'production', ...own }).length > 0);
  if (question.countries.length > 1 && holder !== undefined) return severalCountries(context, holder);
  const track = holder && seriesIn(holder, { metric: 'production', ...own }, question.perUnit)[0];
  const silence = silentFigure(context, 'production', country, stage);
  if (
    silence !== undefined &&
    !question.years.some((year) => track?.at(year) !== undefined) &&
    (track === undefined || question.years.length > 0)
  )
    return silence;
  if (
    stage === 'secondary' &&
    track !== undefined &&
    !isOfStage(track.at(track.years.at(-1) ?? 0)?.series.stage, stage)
  )
    return noSecondary(context, country);
  if (track === undefined || holder === undefined) {
    const who = country === undefined ? '' : ` in ${country}`;
    return missing(
      'production',
      [`I have no ${stageInWords(context)}production of ${metal.name.toLowerCase()}${who}.`],
      otherStages(context, country),
      [
        askFor(metalOf(catalog, catalog.defaultMetal), 'production', { label: 'World production' }),
        ...topProducers(metal, context),
      ],
    );
  }
  const what = country === undefined ? 'world production' : `production, ${country}`;
  const verdict = answerThreshold({ ...context, metal: holder }, { topic: 'production', what, track });
  if (verdict !== undefined) return withGroupCaution(context, holder, verdict);
  if (question.extreme !== null)
    return withGroupCaution(
      context,
      holder,
      answerExtreme({ ...context, metal: holder }, 'production', track),
    );
  return withGroupCaution(context, holder, answerTrack({ ...context, metal: holder }, track, country));
};

/** "Magnets made in India": what is mined is no output of what is made of it. */
function ofGoods({ metal, question, catalog }: TopicContext): TopicResult | undefined {
  const product = metal.products.find(({ id }) => id === question.product);
  if (product === undefined || question.valued === true) return undefined;
  return missing(
    'production',
    [`I have no output of ${product.name}: no source here counts how many are made, or where.`],
    [[`What is mined of ${metal.name.toLowerCase()} is another figure.`]],
    [askFor(metal, 'production', { label: 'World production' }), ...topProducers(metal, { catalog })],
  );
}

/** Ball clay and crushed stone are counted in the United States, and nowhere else. */
const isOnlyUs = (metal: Metal): boolean =>
  seriesIn(metal, { metric: 'production' }).length === 0 &&
  seriesIn(metal, { metric: 'production', country: US }).length > 0;

/** What is won from scrap, and refined zinc, are told of the United States, and of no world. */
const isOfUsAlone = (metal: Metal, stage: AskedStage): boolean => {
  if (stage === undefined) return false;
  const tables = metal.tables.filter((table) => table.metric === 'production');
  if (stage === 'secondary') return tables.some((table) => table.stage === 'secondary');
  const told = metal.series.filter(({ metric }) => metric === 'production');
  return told.length > 0 && told.every((one) => 'country' in one && one.country === US);
};

function noSecondary({ metal }: TopicContext, country: string | undefined): TopicResult {
  const where = country === undefined ? '' : ` in ${country}`;
  return missing(
    'production',
    [`I have no figure of what is won from scrap of ${metal.name.toLowerCase()}${where}.`],
    [],
    [askFor(metal, 'production', { label: 'Production' })],
  );
}

function severalCountries(context: TopicContext, holder: Metal): TopicResult {
  return answerRanking({ ...context, metal: holder }, 'production');
}
