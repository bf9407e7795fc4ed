/** The buttons under an answer. All that one needs is in its value, so that it works after a restart. */
import type { ActionsBlock, Button } from '@slack/types';
import type { Answer, Part, Suggestion } from '#src/domain/answer.ts';
import type { Need } from '#src/domain/reading/need.ts';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { LIMITS } from './limits.ts';

/** `action_id`s, `<feature>:<verb>`; within one block a number follows, for Slack wants them unique. */
export const ACTIONS = {
  /** Value: a `Choice` as JSON, or a whole question; its answer comes beside this one. */
  ask: 'answer:ask',
  /** The same; its answer takes the place of "did you mean" or "I don't know". */
  choose: 'answer:choose',
  /** Value: a chart subject, as JSON. */
  chart: 'answer:chart',
  /** Value: a whole question. */
  share: 'answer:share',
  /** Value: a whole question; how it was read is shown beside. */
  explain: 'answer:explain',
  /** Value: a whole question; what it may have meant instead is shown beside, one press away. */
  instead: 'answer:instead',
  /** Value: a `Verdict`, on an FAQ answer, or on "did you mean". */
  helpful: 'feedback:helpful',
  unhelpful: 'feedback:unhelpful',
  unfit: 'feedback:unfit',
  /** The same; on the App Home. */
  home: 'home:ask',
} as const;

/** What a button asks: in words, and as data; or the FAQ entry that it stands for, and the question that it was offered for. */
type Choice =
  | { readonly ask: string; readonly need: Need }
  | { readonly ask: string; readonly faq: string; readonly instead: string };

/** What is judged: a question, and the FAQ entry that answered it. */
interface Verdict {
  readonly text: string;
  readonly faq: string | null;
}

/** Under every answer. */
const NOT_RIGHT = 'Not right?';

/** More choices than a hand has fingers are none. */
const MOST_SUGGESTIONS = 5;

function clampLabel(label: string): string {
  const text = label.trim();
  return text.length <= LIMITS.buttonText ? text : `${text.slice(0, LIMITS.buttonText - 1).trimEnd()}…`;
}

/** A button; `undefined` where its label is empty or its value is longer than Slack takes. */
export function button(actionId: string, label: string, value: string): Button | undefined {
  const text = clampLabel(label);
  if (text === '' || value.trim() === '' || value.length > LIMITS.buttonValue) return undefined;
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text, emoji: false }, value };
}

function chartButtons(parts: readonly Part[]): readonly (Button | undefined)[] {
  const drawable = parts.flatMap(({ chart, chartOf, chartWanted, topic }) =>
    chart === undefined || chartWanted === true
      ? []
      : [{ chart, chartOf, what: chart.kind === 'quotes' ? 'quotes' : topic }],
  );
  return drawable.map(({ chart, chartOf, what }, index) => {
    // Of two metals, each of its own: a digest has a part for each.
    const isTwice = drawable.filter((other) => other.what === what).length > 1;
    const whose = isTwice && chartOf !== undefined ? `, ${chartOf}` : '';
    return button(
      `${ACTIONS.chart}:${index}`,
      drawable.length === 1 ? 'Chart' : `Chart: ${what}${whose}`,
      JSON.stringify(chart satisfies ChartSubject),
    );
  });
}

/** Questions to press: those that somebody typed before, or that are offered; `undefined` where there is none. */
export function questionButtons(
  actionId: string,
  questions: readonly (string | Suggestion)[],
): ActionsBlock | undefined {
  const buttons = questions
    .map((question, index) =>
      typeof question === 'string'
        ? button(`${actionId}:${index}`, question, question)
        : button(`${actionId}:${index}`, question.label, choiceValue(question)),
    )
    .filter((element) => element !== undefined);
  if (buttons.length === 0) return undefined;
  return { type: 'actions', elements: buttons.slice(0, LIMITS.actionElements) };
}

/** What is asked, as data; its words alone where a button can't hold them both. @param instead The question asked before */
function choiceValue({ ask, need, faq }: Suggestion, instead = ''): string {
  const choice: Choice | undefined =
    faq !== undefined ? { ask, faq, instead } : need === undefined ? undefined : { ask, need };
  const value = choice === undefined ? ask : JSON.stringify(choice);
  return value.length <= LIMITS.buttonValue ? value : ask;
}

/** What a question may have meant instead: pressed, its answer takes the place of the choices. @param row Where several questions are explained, which one */
export function insteadButtons(
  { text, instead }: { readonly text: string; readonly instead: readonly Suggestion[] },
  row: number,
): ActionsBlock | undefined {
  const elements = instead
    .slice(0, MOST_SUGGESTIONS)
    .map((one, index) =>
      button(`${ACTIONS.choose}:${row * MOST_SUGGESTIONS + index}`, one.label, choiceValue(one, text)),
    )
    .filter((element) => element !== undefined);
  return elements.length === 0 ? undefined : { type: 'actions', elements };
}

/** Whether an FAQ answer helped, or choices fit, and how the question was read; `undefined` for figures, which need neither. */
export function feedbackButtons({ question, outcome, faq }: Answer): ActionsBlock | undefined {
  if (outcome === 'none' || (outcome === 'answer' && faq === null)) return undefined;
  const verdict = JSON.stringify({ text: question.text, faq } satisfies Verdict);
  const judging =
    outcome === 'answer'
      ? [button(ACTIONS.helpful, 'Helpful', verdict), button(ACTIONS.unhelpful, 'Not helpful', verdict)]
      : [button(ACTIONS.unfit, 'None of these', verdict)];
  const elements = [...judging, button(ACTIONS.explain, 'How it was read', question.text)];
  return { type: 'actions', elements: elements.filter((element) => element !== undefined) };
}

/** Charts that are not shown yet, what to ask next, and sharing; `undefined` where there is no button. */
export function answerButtons(
  answer: Answer,
  options: { readonly share: boolean },
): ActionsBlock | undefined {
  const suggestions = answer.suggestions.slice(0, MOST_SUGGESTIONS);
  const choosing = answer.outcome !== 'answer';
  const buttons = [
    ...chartButtons(answer.parts),
    ...suggestions.map((suggestion, index) =>
      button(
        `${choosing ? ACTIONS.choose : ACTIONS.ask}:${index}`,
        suggestion.label,
        choiceValue(suggestion, answer.question.text),
      ),
    ),
    options.share ? button(ACTIONS.share, 'Share in channel', answer.question.text) : undefined,
    choosing ? undefined : button(ACTIONS.instead, NOT_RIGHT, answer.question.text),
  ].filter((element) => element !== undefined);
  if (buttons.length === 0) return undefined;
  return { type: 'actions', elements: buttons.slice(0, LIMITS.actionElements) };
}
