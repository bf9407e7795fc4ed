/** What can be pressed or chosen, as HTML. Each carries what the browser needs to say which one it is. */
import { createElement as h, type ReactNode } from 'react';
import { optionsOf, wordsOf } from '../interactive-elements.ts';
import { isJson, jsonsIn, textIn } from '../json.ts';
import type { Json } from '../wire-types.ts';
import type { DrawContext } from './draw-blocks.ts';

/** Names the element by its field's label, where it has one. */
export type Labelled = { readonly id?: string; readonly label?: string; readonly describedBy?: string };

type Props = Record<string, unknown>;

export function drawElement(
  context: DrawContext,
  block_id: string,
  element: Json,
  labelled: Labelled = {},
): ReactNode {
  const action_id = textIn(element['action_id']);
  const type = textIn(element['type']);
  const held = context.state[block_id]?.[action_id];
  const placeholder = wordsOf(element['placeholder']);
  const named: Props = {
    'data-block': block_id,
    'data-action': action_id,
    'data-type': type,
    'data-confirm': isJson(element['confirm']) ? JSON.stringify(element['confirm']) : undefined,
    'aria-describedby': labelled.describedBy,
  };
  const field: Props = {
    ...named,
    id: labelled.id,
    className: 'field',
    placeholder: placeholder || undefined,
    'aria-label': labelled.label === undefined ? placeholder || type.replaceAll('_', ' ') : undefined,
    autoFocus: element['focus_on_load'] === true || undefined,
  };
  const text = (input: string, more: Props = {}): ReactNode =>
    h('input', { ...field, type: input, defaultValue: textIn(held?.['value']) || undefined, ...more });
  switch (type) {
    case 'button':
    case 'workflow_button':
      return drawButton(element, named);
    case 'icon_button':
    case 'feedback_buttons':
      return drawFeedback(element, named);
    case 'overflow':
      return h(
        'button',
        {
          type: 'button',
          className: 'btn icon',
          'data-overflow': JSON.stringify(choicesOf(element)),
          'aria-haspopup': 'menu',
          'aria-label': 'More actions',
          ...named,
        },
        '•••',
      );
    case 'radio_buttons':
    case 'checkboxes':
      return drawChoices(element, named, held, `${context.prefix}-${block_id}-${action_id}`, labelled);
    case 'datepicker':
      return h('input', { ...field, type: 'date', defaultValue: textIn(held?.['selected_date']) });
    case 'timepicker':
      return h('input', { ...field, type: 'time', defaultValue: textIn(held?.['selected_time']) });
    case 'datetimepicker':
      return h('input', {
        ...field,
        type: 'datetime-local',
        'data-seconds': held?.['selected_date_time'] ?? undefined,
      });
    case 'plain_text_input':
    case 'rich_text_input': {
      const words = { maxLength: element['max_length'], minLength: element['min_length'] };
      return element['multiline'] === true || type === 'rich_text_input'
        ? h('textarea', { ...field, ...words, rows: 4, defaultValue: textIn(held?.['value']) })
        : text('text', words);
    }
    case 'email_text_input':
      return text('email');
    case 'url_text_input':
      return text('url');
    case 'number_input':
      return text('number', {
        step: element['is_decimal_allowed'] === true ? 'any' : 1,
        min: element['min_value'],
        max: element['max_value'],
      });
    default:
      if (type.endsWith('_select')) return drawSelect(element, field, held, labelled);
      return h('em', { className: 'undrawn' }, `[${type}]`);
  }
}

function drawButton(element: Json, named: Props): ReactNode {
  const style = textIn(element['style']);
  const props: Props = {
    ...named,
    className: style === '' ? 'btn' : `btn ${style}`,
    'data-press': textIn(element['value']),
    'aria-label': textIn(element['accessibility_label']) || undefined,
  };
  const url = textIn(element['url']);
  const words = wordsOf(element['text']);
  // A button that leads somewhere tells the app too.
  if (/^https?:/.test(url))
    return h('a', { ...props, href: url, target: '_blank', rel: 'noreferrer' }, words);
  return h('button', { ...props, type: 'button' }, words);
}

function drawFeedback(element: Json, named: Props): ReactNode {
  const buttons =
    element['type'] === 'icon_button'
      ? [element]
      : [element['positive_button'], element['negative_button']].filter(isJson);
  return buttons.map((button, index) =>
    h(
      'button',
      { ...named, key: index, type: 'button', className: 'btn', 'data-press': textIn(button['value']) },
      wordsOf(button['text']),
    ),
  );
}

export type Choice = {
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

function choicesOf(element: Json): readonly Choice[] {
  const groups = jsonsIn(element['option_groups']);
  if (groups.length === 0) return jsonsIn(element['options']).map((option) => choiceOf(option));
  return groups.flatMap((group) =>
    jsonsIn(group['options']).map((option) => choiceOf(option, wordsOf(group['label']))),
  );
}

function drawChoices(
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
function drawSelect(element: Json, field: Props, held: Json | undefined, labelled: Labelled): ReactNode {
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
