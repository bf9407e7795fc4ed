/** At which stage output is asked for, where people say so: one stage is never answered by another without a word. */
import type { Line } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { TopicContext } from '#src/domain/topics/topic.ts';

export type AskedStage = 'secondary' | 'refined' | undefined;

const SECONDARY = /\b(?:secondary|recycl\w*|scraps?|recovered|reclaimed)\b/iu;
const REFINED = /\b(?:refin\w+|smelt\w+)\b/iu;
const IS_REFINED = /^(?:refinery|smelter|primary|plant|secondary|sponge)$/u;

/** The stage that a question names; `undefined` where it names none, or what only scrap is. */
export function stageAsked({ question, metal }: Pick<TopicContext, 'question' | 'metal'>): AskedStage {
  if (metal.id === 'scrap') return undefined;
  if (SECONDARY.test(question.text)) return 'secondary';
  return REFINED.test(question.text) ? 'refined' : undefined;
}

/** Whether output at a stage, as a source has it, is what is asked for; what says no stage may be any. */
export function isOfStage(stage: string | undefined, asked: AskedStage): boolean {
  if (asked === undefined) return true;
  if (asked === 'secondary') return stage === 'secondary';
  return stage === undefined || IS_REFINED.test(stage);
}

/** "Refined": that the figures are of mines, where there are no others. */
export const stageCaution = (
  context: Pick<TopicContext, 'question' | 'metal'>,
  { series: { stage } }: Figure,
): Line[] =>
  isOfStage(stage, stageAsked(context))
    ? []
    : [[`This is ${stage ?? ''} production: the sources have none of refineries here.`]];
