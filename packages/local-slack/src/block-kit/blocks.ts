/** Block Kit's blocks: their fields and limits, and the surfaces that take them. */
import {
  anyText,
  imageElement,
  mrkdwn,
  pictureFields,
  pictureSource,
  plainText,
  richText,
} from './composition.ts';
import { chart } from './chart-block.ts';
import {
  ACCESSORIES,
  ACTION_ELEMENTS,
  CONTEXT_ACTIONS,
  CONTEXT_ELEMENTS,
  INPUT_ELEMENTS,
} from './element-places.ts';
import { ELEMENTS } from './elements.ts';
import {
  anything,
  byType,
  choice,
  flag,
  list,
  number,
  oneOf,
  pick,
  shape,
  text,
  type Rule,
} from './rules.ts';

export type SurfaceKind = 'message' | 'modal' | 'home';
type Fields = Readonly<Record<string, Rule>>;

const block = (
  type: string,
  required: Fields,
  optional: Fields = {},
  more?: Parameters<typeof shape>[2],
): Fields => ({
  [type]: shape({ type: choice(type), ...required }, { block_id: text(255), ...optional }, more),
});

const cell = byType({
  raw_text: shape({ type: choice('raw_text'), text: text(3000) }),
  raw_number: shape({ type: choice('raw_number'), value: number(), text: text(3000) }),
  rich_text: richText,
});
const column = shape({}, { align: choice('left', 'center', 'right'), is_wrapped: flag });

const cardFields = {
  hero_image: imageElement,
  icon: imageElement,
  title: mrkdwn(150),
  subtitle: mrkdwn(150),
  body: mrkdwn(200),
  actions: list(byType(pick(ELEMENTS, 'button')), 5),
};
const card = block('card', {}, cardFields, oneOf('hero_image', 'title', 'actions', 'body'));

/** Every block, by type. */
const BLOCKS: Fields = {
  ...block('actions', { elements: list(byType(ACTION_ELEMENTS), 25) }),
  ...block(
    'alert',
    { text: anyText(200) },
    { level: choice('default', 'info', 'warning', 'error', 'success') },
  ),
  ...card,
  ...block('carousel', { elements: list(byType(card), 10) }),
  ...block(
    'container',
    { child_blocks: list((value, path, report) => byType(CHILDREN)(value, path, report), 10) },
    {
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: choice('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
    (value, path, report) => {
      oneOf('title', 'rich_text_title')(value, path, report);
      if (value['default_collapsed'] === true && value['is_collapsible'] !== true) {
        report('default_collapsed needs is_collapsible', path);
      }
    },
  ),
  ...block('context', { elements: list(byType(CONTEXT_ELEMENTS), 10) }),
  ...block('context_actions', { elements: list(byType(CONTEXT_ACTIONS), 5) }),
  ...block(
    'data_table',
    { rows: list(list(cell, 20), 101, 2), caption: text(3000) },
    { page_size: number(1, 100), row_header_column_index: number(0, 19) },
  ),
  ...block('data_visualization', { title: text(50), chart }),
  ...block('divider', {}),
  ...block('file', { source: choice('remote'), external_id: text(255) }),
  ...block('header', { text: plainText(150) }),
  ...block('image', { alt_text: text(2000) }, { ...pictureFields, title: plainText(2000) }, pictureSource),
  ...block(
    'input',
    { label: plainText(2000), element: byType(INPUT_ELEMENTS) },
    { hint: plainText(2000), optional: flag, dispatch_action: flag },
  ),
  ...block('markdown', { text: text(12_000) }),
  ...block('plan', { title: text(255) }, { tasks: list(anything, 50, 0) }),
  rich_text: richText,
  ...block(
    'section',
    {},
    { text: anyText(3000), fields: list(anyText(2000), 10), accessory: byType(ACCESSORIES), expand: flag },
    oneOf('text', 'fields'),
  ),
  ...block('table', { rows: list(list(cell, 20), 100) }, { column_settings: list(column, 20, 0) }),
  ...block(
    'task_card',
    { task_id: text(255), title: text(255), status: choice('pending', 'in_progress', 'complete', 'error') },
    { details: richText, output: richText, sources: list(anything, 50, 0) },
  ),
  ...block(
    'video',
    {
      video_url: text(3000, 1, /^https:\/\//),
      thumbnail_url: text(3000),
      alt_text: text(2000),
      title: plainText(199),
    },
    {
      title_url: text(3000),
      author_name: text(49),
      provider_name: text(255),
      provider_icon_url: text(3000),
      description: plainText(2000),
    },
  ),
};

const CHILDREN = pick(
  BLOCKS,
  'actions',
  'context',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
);

const EVERYWHERE = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'video',
];

/** What each surface takes. */
export const SURFACES: Readonly<Record<SurfaceKind, Fields>> = {
  message: pick(
    BLOCKS,
    ...EVERYWHERE,
    'card',
    'carousel',
    'container',
    'context_actions',
    'data_table',
    'data_visualization',
    'file',
    'markdown',
    'plan',
    'table',
    'task_card',
  ),
  modal: pick(BLOCKS, ...EVERYWHERE, 'alert'),
  home: pick(BLOCKS, ...EVERYWHERE, 'card', 'carousel', 'data_visualization'),
};

/** How many blocks a surface takes. */
export const MOST_BLOCKS: Readonly<Record<SurfaceKind, number>> = { message: 50, modal: 100, home: 100 };
