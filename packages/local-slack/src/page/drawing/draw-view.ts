/** Modals and the Home tab as HTML. */
import { createElement as h } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { wordsOf } from '../../people/interactive-elements.ts';
import type { User } from '../../simulator-handle.ts';
import type { View } from '../../wire/wire-types.ts';
import type { Workspace } from '../../state/workspace.ts';
import { blocksHtml } from './draw-blocks.ts';
import type { PageView } from '../page-types.ts';

export function homeHtml(workspace: Workspace, user: User, home: View | undefined): string {
  if (!home) return '';
  const body = blocksHtml(
    { workspace, state: user.valuesOf(home), zone: user.tz, prefix: home.id },
    home.blocks,
  );
  return `<div class="home" data-view="${home.id}">${body}</div>`;
}

/** A modal: title, blocks, and the buttons below; the browser makes a dialog of it. */
export function drawView(workspace: Workspace, user: User, view: View): PageView {
  const { id } = view;
  const body = blocksHtml({ workspace, state: user.valuesOf(view), zone: user.tz, prefix: id }, view.blocks);
  const submit = wordsOf(view['submit']);
  const form = h(
    'form',
    { className: 'modal', 'data-view': id, noValidate: true, 'aria-labelledby': `${id}-title` },
    h(
      'header',
      null,
      h('h2', { id: `${id}-title` }, wordsOf(view['title'])),
      h(
        'button',
        { type: 'button', className: 'btn icon', 'data-close': 'all', 'aria-label': 'Close' },
        '\u00d7',
      ),
    ),
    h('div', { className: 'modal-body', tabIndex: -1, dangerouslySetInnerHTML: { __html: body } }),
    h(
      'footer',
      null,
      h(
        'button',
        { type: 'button', className: 'btn', 'data-close': 'one' },
        wordsOf(view['close']) || 'Close',
      ),
      submit && h('button', { type: 'submit', className: 'btn primary' }, submit),
    ),
  );
  return { id, html: renderToStaticMarkup(form) };
}
