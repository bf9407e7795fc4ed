/** At which stage output is asked for, where people say so: one stage is never answered by another without a word. */
import { stageOf } from '#src/domain/reading/asked/stage-asked.ts';
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Line } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { seriesOfTable } from '#src/domain/series/packs/with-tables.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { firmness, show, type TopicContext } from '#src/domain/topics/topic.ts';

export type AskedStage = Question['stage'];

const IS_REFINED = /^(?:refinery|smelter|primary|plant|secondary|sponge)$/u;

/** The stage that a question names; `undefined` where it names none, or what only scrap is. */
export function stageAsked({ question, metal }: Pick<TopicContext, 'question' | 'metal'>): AskedStage {
  if (metal.id === 'scrap') return undefined;
  return stageOf(question);
}

/** Whether output at a stage, as a source has it, is what is asked for; what says no stage may be any. */
export function isOfStage(stage: string | undefined, asked: AskedStage): boolean {
  if (asked === undefined) return true;
  if (asked === 'secondary') return stage === 'secondary';
  return stage === undefined || IS_REFINED.test(stage);
}

/** "Refined": that the figures are of mines, where there are no others. */
export const stageCaution = (context: TopicContext, { series: { stage } }: Figure): Line[] =>
  isOfStage(stage, stageAsked(context))
    ? []
    : [
        [
          `This is ${stage ?? ''} production: the sources have none of ${says(context.question, 'smelted') ? 'smelters' : 'refineries'} here.`,
        ],
      ];

/** The same of one place, with what the source has there of the stage that is asked for. */
export function stageLines(context: TopicContext, figure: Figure): Line[] {
  const { stage, country } = figure.series;
  const asked = stageAsked(context);
  const beside = isOfStage(stage, asked) ? [] : otherStages(context, country, asked);
  return beside.length === 0
    ? stageCaution(context, figure)
    : [[`This is ${stage ?? ''} production.`], ...beside];
}

/** @example "refined " */
export const stageInWords = (context: TopicContext): string =>
  stageAsked(context) === undefined ? '' : `${stageAsked(context)} `;

/** What a source counts in a place at another stage than the one that is asked for. */
export function otherStages(
  { metal, question }: TopicContext,
  country: string | undefined,
  asked?: AskedStage,
): Line[] {
  const tracks = metal.tables
    .filter(
      (table) => table.metric === 'production' && table.stage !== undefined && isOfStage(table.stage, asked),
    )
    .flatMap((table) =>
      seriesIn(
        { ...metal, series: seriesOfTable(table) },
        { metric: 'production', ...(country === undefined ? {} : { country }) },
        question.perUnit,
      ),
    );
  return tracks.flatMap((track): Line[] => {
    const figure = track.at(track.years.at(-1) ?? 0);
    return figure === undefined
      ? []
      : [[`Its ${figure.series.stage} production, ${figure.year}: `, show(figure), firmness(figure), '.']];
  });
}
