/** At which stage output is asked for: what a question says of it, or what was said before it. */
import type { Question } from '../question.ts';
import { says } from './manner.ts';

type AskedStage = Question['stage'];

/** `undefined` where none is named. */
export function stageOf(question: Pick<Question, 'text' | 'stage'>): AskedStage {
  if (says(question, 'secondary')) return 'secondary';
  return says(question, 'refined') ? 'refined' : question.stage;
}

/** The stage that was spoken of, where output is asked for once more and no other stage is named: "mine output", "total". */
export function stageAfter(previous: Question, question: Question, metrics: Question['metrics']): AskedStage {
  const isOutput =
    metrics.length === 1 && metrics[0] === 'production' && previous.metrics.includes('production');
  return isOutput && !OTHER.test(question.text)
    ? stageOf({ ...previous, ...stageSaid(question) })
    : undefined;
}

const stageSaid = ({ text }: Question): Partial<Question> =>
  says({ text }, 'secondary') || says({ text }, 'refined') ? { text } : {};
const OTHER = /\b(?:mines?|mined|miners?|mining|primary)\b/iu;
