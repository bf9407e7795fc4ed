/** What one chooses from, as HTML: radio buttons, checkboxes, and selects, which the browser makes comboboxes of. */
import { createElement as h, type ReactNode } from 'react';
import { optionsOf, wordsOf } from '../../people/interactive-elements.ts';
import { isJson, jsonsIn, textIn } from '../../wire/json.ts';
import type { Json } from '../../wire/wire-types.ts';

/** Names the element by its field's label, where it has one, or by the words beside it. */
export type Labelled = { readonly id?: string; readonly label?: string; readonly describedBy?: string };

export type Props = Record<string, unknown>;

type Choice = {
  readonly text: string;
  readonly value: string;
  readonly description?: string;
  readonly group?: string;
};

export const choiceOf = (option: Json, group = ''): Choice => ({
  text: wordsOf(option['text']),
  value: textIn(option['value']),
  ...(option['description'] !== undefined && { description: wordsOf(option['description']) }),
  ...(group !== '' && { group }),
});

export function choicesOf(element: Json): readonly Choice[] {
  const groups = jsonsIn(element['option_groups']);
  if (groups.length === 0) return jsonsIn(element['options']).map((option) => choiceOf(option));
  return groups.flatMap((group) =>
    jsonsIn(group['options']).map((option) => choiceOf(option, wordsOf(group['label']))),
  );
}

export function drawChoices(
  element: Json,
  named: Props,
  held: Json | undefined,
  name: string,
  labelled: Labelled,
): ReactNode {
  const many = element['type'] === 'checkboxes';
  const chosen = new Set(
    [held?.['selected_option'], ...jsonsIn(held?.['selected_options'])]
      .filter(isJson)
      .map((option) => option['value']),
  );
  const line = (option: Json): ReactNode => {
    const { text, value, description } = choiceOf(option);
    const box = h('input', {
      type: many ? 'checkbox' : 'radio',
      name,
      value,
      defaultChecked: chosen.has(value),
    });
    return h(
      'label',
      { key: value },
      box,
      h('span', null, text, description && h('small', null, description)),
    );
  };
  const role = many ? 'group' : 'radiogroup';
  return h(
    'div',
    { ...named, role, className: 'choices', 'aria-label': labelled.label ?? 'Choices' },
    optionsOf(element).map(line),
  );
}

/** An empty box that the browser fills and opens: a combobox with its list. */
export function drawSelect(
  element: Json,
  field: Props,
  held: Json | undefined,
  labelled: Labelled,
): ReactNode {
  const type = textIn(element['type']);
  const options = [held?.['selected_option'], ...jsonsIn(held?.['selected_options'])]
    .filter(isJson)
    .map((option) => choiceOf(option));
  const ids = Object.entries(held ?? {})
    .filter(([key]) => /^selected_(?:user|channel|conversation)s?$/.test(key))
    .flatMap(([, value]) => value)
    .filter((value) => typeof value === 'string');
  const spec = {
    many: type.startsWith('multi_'),
    source: /(static|external|users|channels|conversations)_select$/.exec(type)?.[1] ?? 'static',
    choices: choicesOf(element),
    chosen: ids.length > 0 ? ids.map((value) => ({ text: value, value })) : options,
    least: typeof element['min_query_length'] === 'number' ? element['min_query_length'] : 3,
    most: typeof element['max_selected_items'] === 'number' ? element['max_selected_items'] : undefined,
    label: labelled.label ?? field['aria-label'],
    input: labelled.id,
    describedBy: labelled.describedBy,
    placeholder: field['placeholder'] ?? 'Choose an option',
  };
  const { 'data-block': block, 'data-action': action, 'data-confirm': confirm } = field;
  return h('span', {
    className: 'select',
    'data-select': JSON.stringify(spec),
    'data-block': block,
    'data-action': action,
    'data-type': type,
    'data-confirm': confirm,
  });
}
