/** What can be pressed or chosen, as HTML. Each carries what the browser needs to say which one it is. */
import { createElement as h, type ReactNode } from 'react';
import { wordsOf } from '../../people/interactive-elements.ts';
import { asJson, isJson, textIn } from '../../wire/json.ts';
import { richLines } from '../../terminal/plain-words.ts';
import type { Json } from '../../wire/wire-types.ts';
import type { DrawContext } from './draw-blocks.ts';
import { choicesOf, drawChoices, drawSelect, type Labelled, type Props } from './draw-choices.ts';
import { localOf } from '../local-time.ts';

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
    // A label of its own names it by its id; words beside it do not.
    'aria-label':
      labelled.id === undefined ? (labelled.label ?? (placeholder || type.replaceAll('_', ' '))) : undefined,
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
    case 'datetimepicker': {
      const seconds = held?.['selected_date_time'];
      const local = typeof seconds === 'number' ? localOf(seconds * 1000, context.zone) : undefined;
      return h('input', { ...field, type: 'datetime-local', defaultValue: local });
    }
    case 'rich_text_input': {
      const words = richLines(context.workspace, asJson(held?.['rich_text_value']) ?? {}).join('\n');
      return h('textarea', { ...field, rows: 4, defaultValue: words });
    }
    case 'plain_text_input': {
      const limits = { maxLength: element['max_length'], minLength: element['min_length'] };
      return element['multiline'] === true
        ? h('textarea', { ...field, ...limits, rows: 4, defaultValue: textIn(held?.['value']) })
        : text('text', limits);
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
