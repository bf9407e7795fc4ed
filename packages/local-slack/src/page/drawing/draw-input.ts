/** An input block: label, field, hint, and the place where a fault is told. */
import { createElement as h, type ReactNode } from 'react';
import { wordsOf } from '../../people/interactive-elements.ts';
import { asJson, textIn } from '../../wire/json.ts';
import type { Json } from '../../wire/wire-types.ts';
import type { DrawContext } from './draw-blocks.ts';
import { drawElement } from './draw-elements.ts';

export function drawInput(context: DrawContext, block: Json): ReactNode {
  const block_id = textIn(block['block_id']);
  const id = `${context.prefix}-${block_id}`;
  const label = wordsOf(block['label']);
  const hint = wordsOf(block['hint']);
  const element = asJson(block['element']) ?? {};
  const isGroup = element['type'] === 'checkboxes' || element['type'] === 'radio_buttons';
  const optional = block['optional'] === true && h('span', { className: 'optional' }, ' (optional)');
  const describedBy = `${hint === '' ? '' : `${id}-hint `}${id}-error`;
  return h(
    'div',
    {
      className: 'block input',
      'data-input': block_id,
      'data-dispatch': block['dispatch_action'] === true || undefined,
    },
    isGroup
      ? h('p', { className: 'label' }, label, optional)
      : h('label', { className: 'label', htmlFor: id }, label, optional),
    drawElement(context, block_id, element, { id, label, describedBy }),
    hint && h('p', { className: 'hint', id: `${id}-hint` }, hint),
    h('p', { className: 'error', id: `${id}-error` }),
  );
}
