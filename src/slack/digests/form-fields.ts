/** The pieces of which the form of a digest is made. Each field is named after what it holds of a choice. */
import type { InputBlock, PlainTextOption } from '@slack/types';
import { plainText } from '#src/presentation/plain-object.ts';
import type { FormChoice } from './form-choice.ts';

/** Begins the `action_id` of each field; the field's name follows. */
export const CHOOSE_ACTION = 'digest:choose';

export const option = (value: string, words: string): PlainTextOption => ({ value, text: plainText(words) });

/** Slack wants the option that is chosen at first word for word among the options. */
const chosen = (options: readonly PlainTextOption[], value: string) => {
  const found = options.find((candidate) => candidate.value === value) ?? options[0];
  return found === undefined ? {} : { initial_option: found };
};

export const picked = (options: readonly PlainTextOption[], values: readonly string[]) => {
  const found = options.filter(({ value }) => value !== undefined && values.includes(value));
  return found.length === 0 ? {} : { initial_options: found };
};

export const action = (name: keyof FormChoice) => ({ action_id: `${CHOOSE_ACTION}:${name}` });

export function input(
  name: keyof FormChoice,
  label: string,
  element: InputBlock['element'],
  more: Partial<Pick<InputBlock, 'optional' | 'hint'>> = {},
): InputBlock {
  // Each change is told at once, for the preview to follow.
  return { type: 'input', block_id: name, label: plainText(label), element, dispatch_action: true, ...more };
}

export function select(name: keyof FormChoice, label: string, options: PlainTextOption[], value: string) {
  return input(name, label, { type: 'static_select', ...action(name), options, ...chosen(options, value) });
}
