/** Blocks as HTML. Each is drawn alone: one that can't be drawn says so, and the others stay. */
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { wordsOf } from '../../people/interactive-elements.ts';
import { isJson, jsonsIn, textIn } from '../../wire/json.ts';
import type { FormState } from '../../state/form-values.ts';
import type { Json } from '../../wire/wire-types.ts';
import type { Workspace } from '../../state/workspace.ts';
import { drawElement } from './draw-elements.ts';
import { drawInput } from './draw-input.ts';
import { drawAccessoryPicture, drawPicture } from './draw-picture.ts';
import { drawTable } from './draw-table.ts';
import { libraryHtml } from '../library.ts';
import { plainWords } from '../../terminal/plain-words.ts';

export type DrawContext = {
  readonly workspace: Workspace;
  /** What the elements hold. */
  readonly state: FormState;
  /** The viewer's. */
  readonly zone: string;
  /** Unique in the page, for the ids of fields. */
  readonly prefix: string;
};

/** The HTML of blocks, in order. Never throws. */
export const blocksHtml = (context: DrawContext, blocks: readonly Json[]): string =>
  blocks.map((block) => blockHtml(context, block)).join('');

function blockHtml(context: DrawContext, block: Json): string {
  try {
    return renderToStaticMarkup(drawBlock(context, block));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const words = `A block of type ${textIn(block['type'])} cannot be shown here: ${why}`;
    return renderToStaticMarkup(h('p', { className: 'undrawn', role: 'note' }, words));
  }
}

function drawBlock(context: DrawContext, block: Json): ReactNode {
  const { workspace } = context;
  const block_id = textIn(block['block_id']);
  const element = (given: Json, label?: string): ReactNode =>
    h(
      'span',
      { key: textIn(given['action_id']), className: 'el' },
      drawElement(context, block_id, given, label === undefined || label === '' ? {} : { label }),
    );
  switch (block['type']) {
    case 'section': {
      const { accessory, ...text } = block;
      const beside =
        isJson(accessory) &&
        (accessory['type'] === 'image'
          ? drawAccessoryPicture(accessory)
          : element(accessory, plainWords(workspace, wordsOf(text['text']))));
      return h(
        'div',
        { className: 'block section' },
        byLibrary(workspace, text),
        beside && h('div', { className: 'accessory' }, beside),
      );
    }
    case 'actions':
    case 'context_actions':
      return h(
        'div',
        { className: 'block actions' },
        jsonsIn(block['elements']).map((one) => element(one)),
      );
    case 'input':
      return drawInput(context, block);
    case 'image':
      return drawPicture(block);
    case 'table':
    case 'data_table':
      return drawTable(block, (cell) => byLibrary(workspace, cell));
    case 'card': {
      const { actions, ...rest } = block;
      return h(
        'div',
        { className: 'block card' },
        byLibrary(workspace, rest),
        h(
          'div',
          { className: 'actions' },
          jsonsIn(actions).map((one) => element(one)),
        ),
      );
    }
    case 'carousel':
      return h('div', { className: 'block carousel' }, nested(context, block['elements']));
    case 'container': {
      const title = wordsOf(block['title']);
      return h(
        'section',
        { className: 'block container', 'aria-label': title || undefined },
        title && h('h4', null, title),
        nested(context, block['child_blocks']),
      );
    }
    default:
      return h('div', { className: 'block' }, byLibrary(workspace, block));
  }
}

const nested = (context: DrawContext, blocks: unknown): ReactNode =>
  h('div', { dangerouslySetInnerHTML: { __html: blocksHtml(context, jsonsIn(blocks)) } });

/** The library escapes what it is given; its output is HTML. */
const byLibrary = (workspace: Workspace, block: Json): ReactNode =>
  h('div', { className: 'library', dangerouslySetInnerHTML: { __html: libraryHtml(workspace, block) } });
