/** The buttons under an answer. All that one needs is in its value, so that it works after a restart. */
import type { ActionsBlock, Button } from '@slack/types';
import type { Answer, ChartSubject, Part } from '#src/domain/answer.ts';
import { LIMITS } from './limits.ts';

/** `action_id`s, `<feature>:<verb>`; within one block a number follows, for Slack wants them unique. */
export const ACTIONS = {
  /** Value: a whole question; its answer comes beside this one. */
  ask: 'answer:ask',
  /** Value: a whole question; its answer takes the place of "did you mean" or "I don't know". */
  choose: 'answer:choose',
  /** Value: a chart subject, as JSON. */
  chart: 'answer:chart',
  /** Value: a whole question. */
  share: 'answer:share',
  /** Value: a whole question; on the App Home. */
  home: 'home:ask',
} as const;

/** More choices than a hand has fingers are none. */
const MOST_SUGGESTIONS = 5;

function clampLabel(label: string): string {
  const text = label.trim();
  return text.length <= LIMITS.buttonText ? text : `${text.slice(0, LIMITS.buttonText - 1).trimEnd()}…`;
}

/** A button; `undefined` where its label is empty or its value is longer than Slack takes. */
export function button(actionId: string, label: string, value: string): Button | undefined {
  const text = clampLabel(label);
  if (text === '' || value === '' || value.length > LIMITS.buttonValue) return undefined;
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text, emoji: false }, value };
}

function chartButtons(parts: readonly Part[]): readonly (Button | undefined)[] {
  const drawable = parts.filter((part) => part.chart !== undefined && part.chartWanted !== true);
  return drawable.map((part, index) =>
    button(
      `${ACTIONS.chart}:${index}`,
      drawable.length === 1 ? 'Chart' : `Chart: ${part.topic}`,
      JSON.stringify(part.chart satisfies ChartSubject | undefined),
    ),
  );
}

/** Questions to press, each its own label; `undefined` where there is none. */
export function questionButtons(actionId: string, questions: readonly string[]): ActionsBlock | undefined {
  const buttons = questions
    .map((question, index) => button(`${actionId}:${index}`, question, question))
    .filter((element) => element !== undefined);
  if (buttons.length === 0) return undefined;
  return { type: 'actions', elements: buttons.slice(0, LIMITS.actionElements) };
}

/** Charts that are not shown yet, what to ask next, and sharing; `undefined` where there is no button. */
export function answerButtons(
  answer: Answer,
  options: { readonly share: boolean },
): ActionsBlock | undefined {
  const suggestions = answer.suggestions.slice(0, MOST_SUGGESTIONS);
  const kind = answer.outcome === 'answer' ? ACTIONS.ask : ACTIONS.choose;
  const buttons = [
    ...chartButtons(answer.parts),
    ...suggestions.map(({ label, ask }, index) => button(`${kind}:${index}`, label, ask)),
    options.share ? button(ACTIONS.share, 'Share in channel', answer.question.text) : undefined,
  ].filter((element) => element !== undefined);
  if (buttons.length === 0) return undefined;
  return { type: 'actions', elements: buttons.slice(0, LIMITS.actionElements) };
}
