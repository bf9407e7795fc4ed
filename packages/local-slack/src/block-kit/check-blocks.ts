/** Block Kit, checked as strictly as Slack does: the answer is a list of faults, each with its path. */
import { asJson, isJson, jsonsIn, textIn } from '../wire/json.ts';
import { listInteractive } from '../people/interactive-elements.ts';
import type { Json } from '../wire/wire-types.ts';
import { MOST_BLOCKS, SURFACES, type SurfaceKind } from './blocks.ts';
import { offeredFields, optionSource, plainText } from './composition.ts';
import { anything, byType, choice, flag, list, shape, text, type Report } from './rules.ts';

/** Whether Slack could show the picture at an address, or a file of its own by its id. */
export type CanFetch = (picture: { readonly url: string } | { readonly file: string }) => boolean;

const LONGEST_MARKDOWN = 12_000;
const LONGEST_DATA_TABLES = 10_000;
const MOST_CHARTS = 2;
const LONGEST_METADATA = 3000;

/** @returns each fault as Slack words it: `no more than 25 items allowed [json-pointer:/blocks/1/elements]` */
export function checkBlocks(
  blocks: readonly unknown[],
  surface: SurfaceKind,
  canFetch: CanFetch,
): readonly string[] {
  return collect((report) => inspect(blocks, surface, canFetch, report));
}

const viewFields = {
  blocks: anything,
  private_metadata: text(LONGEST_METADATA, 0),
  callback_id: text(255, 0),
  external_id: text(255, 0),
};
const VIEWS = {
  home: shape({ type: choice('home'), blocks: anything }, viewFields),
  modal: shape(
    { type: choice('modal'), blocks: anything, title: plainText(24) },
    {
      ...viewFields,
      close: plainText(24),
      submit: plainText(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
};

/** Checks a view and the blocks in it. */
export function checkView(view: Json, canFetch: CanFetch): readonly string[] {
  return collect((report) => {
    byType(VIEWS)(view, '/view', report);
    const blocks = jsonsIn(view['blocks']);
    const surface = view['type'] === 'home' ? 'home' : 'modal';
    inspect(blocks, surface, canFetch, (what, path) => report(what, `/view${path}`));
    if (
      surface === 'modal' &&
      view['submit'] === undefined &&
      blocks.some((block) => block['type'] === 'input')
    ) {
      report('missing required field: submit', '/view');
    }
  });
}

/** Checks what an app offers for a type-ahead: options, or options in groups. */
export const checkOptions = (body: unknown): readonly string[] =>
  collect((report) => shape({}, offeredFields, optionSource)(body, '', report));

function collect(inspectAll: (report: Report) => void): readonly string[] {
  const faults: string[] = [];
  inspectAll((what, path) => faults.push(`${what} [json-pointer:${path}]`));
  return faults;
}

function inspect(blocks: readonly unknown[], surface: SurfaceKind, canFetch: CanFetch, report: Report): void {
  list(byType(SURFACES[surface]), MOST_BLOCKS[surface], 0)(blocks, '/blocks', report);
  checkIds(blocks, report);
  checkTotals(jsonsIn(blocks), report);
  checkPictures(blocks, '/blocks', canFetch, report);
}

/** A `block_id` is there once in all, an `action_id` once in its block. */
function checkIds(blocks: readonly unknown[], report: Report): void {
  const seen = new Set<string>();
  blocks.forEach((given, index) => {
    const block = asJson(given) ?? {};
    const id = textIn(block['block_id']);
    if (id !== '' && seen.has(id)) report(`block_id "${id}" already exists`, `/blocks/${index}/block_id`);
    seen.add(id);
    const actions = listInteractive([block])
      .map((one) => one.action_id)
      .filter((action) => action !== '');
    const twice = actions.find((action, at) => actions.indexOf(action) !== at);
    if (twice !== undefined) report(`action_id "${twice}" already exists in the block`, `/blocks/${index}`);
  });
}

/** What is limited over all blocks of a message together. */
function checkTotals(blocks: readonly Json[], report: Report): void {
  const ofType = (type: string): readonly Json[] => blocks.filter((block) => block['type'] === type);
  const tables =
    ofType('table').length +
    blocks.flatMap((b) => jsonsIn(b['child_blocks'])).filter((b) => b['type'] === 'table').length;
  if (tables > 1) report('only one table block allowed per message', '/blocks');
  if (ofType('data_visualization').length > MOST_CHARTS) {
    report(`no more than ${MOST_CHARTS} data_visualization blocks allowed`, '/blocks');
  }
  const markdown = ofType('markdown').reduce((sum, block) => sum + textIn(block['text']).length, 0);
  if (markdown > LONGEST_MARKDOWN)
    report(`markdown blocks must be less than ${LONGEST_MARKDOWN + 1} characters`, '/blocks');
  const cells = ofType('data_table').flatMap((block) =>
    Array.isArray(block['rows']) ? block['rows'].flat() : [],
  );
  const length = cells.reduce((sum: number, cell) => sum + textIn(asJson(cell)?.['text']).length, 0);
  if (length > LONGEST_DATA_TABLES)
    report(`data tables must be less than ${LONGEST_DATA_TABLES + 1} characters`, '/blocks');
}

/** Slack fetches every picture when the message is posted, and refuses the whole message where it can't. */
function checkPictures(value: unknown, path: string, canFetch: CanFetch, report: Report): void {
  if (Array.isArray(value))
    return value.forEach((item, index) => checkPictures(item, `${path}/${index}`, canFetch, report));
  if (!isJson(value)) return;
  const url = value['image_url'];
  if (typeof url === 'string' && !canFetch({ url })) report('downloading image failed', `${path}/image_url`);
  const file = asJson(value['slack_file'])?.['id'];
  if (typeof file === 'string' && !canFetch({ file })) report('invalid slack file', `${path}/slack_file`);
  for (const [name, inner] of Object.entries(value))
    checkPictures(inner, `${path}/${name}`, canFetch, report);
}
