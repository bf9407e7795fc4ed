/** Messages and views as plain text for a terminal. What can be pressed or chosen is numbered. */
import { listInteractive, optionsOf, wordsOf, type Interactive } from '../people/interactive-elements.ts';
import { asJson, jsonsIn, textIn } from '../wire/json.ts';
import { plainWords, richLines, wordsOfText } from './plain-words.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Json } from '../wire/wire-types.ts';

type Rendered = {
  readonly text: string;
  /** The first is number 1 in the text. */
  readonly choices: readonly Interactive[];
};

/**
 * @param text what is shown where there are no blocks
 * @param link how the address of a picture is shown
 */
export function renderText(
  workspace: Workspace,
  blocks: readonly Json[],
  text = '',
  link = (url: string): string => url,
): Rendered {
  const choices = listInteractive(blocks);
  const numbers: Numbers = new Map(choices.map(({ element }, index) => [element, index + 1]));
  const lines = blocks.flatMap((block) => blockLines(workspace, block, numbers, link));
  return { text: blocks.length > 0 ? lines.join('\n') : plainWords(workspace, text), choices };
}

const shown = (...lines: readonly string[]): readonly string[] => lines.filter((line) => line !== '');

type Numbers = ReadonlyMap<Json, number>;

function blockLines(
  workspace: Workspace,
  block: Json,
  numbers: Numbers,
  link: (url: string) => string,
): readonly string[] {
  const words = (value: unknown): string => wordsOfText(workspace, value);
  const inner = (value: unknown): readonly string[] =>
    jsonsIn(value).flatMap((child) => blockLines(workspace, child, numbers, link));
  switch (block['type']) {
    case 'section':
      return shown(
        words(block['text']),
        ...jsonsIn(block['fields']).map(words),
        elementWords(block['accessory'], numbers),
      );
    case 'header':
      return [words(block['text']), '='.repeat(Math.min(words(block['text']).length, 60))];
    case 'divider':
      return ['-'.repeat(40)];
    case 'context':
      return [
        jsonsIn(block['elements'])
          .map((e) => words(e) || textIn(e['alt_text']))
          .join('  '),
      ];
    case 'actions':
    case 'context_actions':
      return [
        jsonsIn(block['elements'])
          .map((element) => elementWords(element, numbers))
          .join('  '),
      ];
    case 'input':
      return [
        `${words(block['label'])}: ${elementWords(block['element'], numbers)}`,
        ...shown(words(block['hint'])),
      ];
    case 'image':
      return shown(
        words(block['title']),
        `[picture: ${textIn(block['alt_text'])}]`,
        textIn(block['image_url']) && link(textIn(block['image_url'])),
      );
    case 'rich_text':
      return richLines(workspace, block);
    case 'markdown':
    case 'alert':
      return [textIn(block['text']) || words(block['text'])];
    case 'table':
    case 'data_table':
      return [...shown(textIn(block['caption'])), ...tableLines(workspace, block)];
    case 'data_visualization':
      return [textIn(block['title']), ...chartLines(block)];
    case 'card':
      return shown(
        words(block['title']),
        words(block['subtitle']),
        words(block['body']),
        jsonsIn(block['actions'])
          .map((element) => elementWords(element, numbers))
          .join('  '),
      );
    case 'carousel':
      return inner(block['elements']);
    case 'container':
      return [...shown(words(block['title']), words(block['subtitle'])), ...inner(block['child_blocks'])];
    default:
      return [`[${textIn(block['type'])}]`];
  }
}

function elementWords(element: unknown, numbers: Numbers): string {
  const object = asJson(element);
  if (!object) return '';
  if (object['type'] === 'image') return `[picture: ${textIn(object['alt_text'])}]`;
  const words = wordsOf(object['text']) || heldWords(object) || wordsOf(object['placeholder']);
  const options = optionsOf(object).map((option) => wordsOf(option['text']));
  return [`[${numbers.get(object) ?? '-'}]`, words, options.length > 0 ? `(${options.join(' | ')})` : '']
    .filter(Boolean)
    .join(' ');
}

/** What a choice is drawn with already. */
const heldWords = (object: Json): string =>
  [object['initial_option'], ...jsonsIn(object['initial_options'])]
    .map((option) => wordsOf(asJson(option)?.['text']))
    .concat(textIn(object['initial_date']), textIn(object['initial_time']))
    .filter(Boolean)
    .join(', ');

/** Columns as wide as their widest cell; figures to the right. */
function tableLines(workspace: Workspace, block: Json): readonly string[] {
  const rows = (Array.isArray(block['rows']) ? block['rows'] : []).map((row) =>
    jsonsIn(row).map((cell) =>
      cell['type'] === 'rich_text' ? richLines(workspace, cell).join(' ') : textIn(cell['text']),
    ),
  );
  const settings = jsonsIn(block['column_settings']);
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        settings[column]?.['align'] === 'right'
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function chartLines(block: Json): readonly string[] {
  const chart = asJson(block['chart']);
  if (chart?.['type'] === 'pie') return [pointWords(chart['segments'])];
  return jsonsIn(chart?.['series']).map(
    (series) => `${textIn(series['name'])}: ${pointWords(series['data'])}`,
  );
}

const pointWords = (points: unknown): string =>
  jsonsIn(points)
    .map((point) => `${textIn(point['label'])} ${Number(point['value'])}`)
    .join(', ');
