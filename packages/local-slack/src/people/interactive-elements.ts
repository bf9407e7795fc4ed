/** Finds what a person can press, choose or fill in, wherever blocks hold it. */
import { isJson, jsonsIn, textIn } from '../wire/json.ts';
import type { Json } from '../wire/wire-types.ts';

export type Interactive = {
  readonly block: Json;
  readonly block_id: string;
  readonly action_id: string;
  readonly element: Json;
  /** In an input block: its value goes with the submission of the view. */
  readonly input: boolean;
};

/** In reading order. Containers, cards and carousels are looked into. */
export function listInteractive(blocks: readonly Json[]): readonly Interactive[] {
  return blocks.flatMap((block) => {
    const inner = [...jsonsIn(block['child_blocks'])];
    if (block['type'] === 'carousel') inner.push(...jsonsIn(block['elements']));
    return [...elementsOf(block).map((element) => describe(block, element)), ...listInteractive(inner)];
  });
}

function elementsOf(block: Json): readonly Json[] {
  switch (block['type']) {
    case 'section':
      return jsonsIn([block['accessory']]).filter((element) => element['type'] !== 'image');
    case 'actions':
    case 'context_actions':
      return jsonsIn(block['elements']);
    case 'input':
      return jsonsIn([block['element']]);
    case 'card':
      return jsonsIn(block['actions']);
    default:
      return [];
  }
}

const describe = (block: Json, element: Json): Interactive => ({
  block,
  block_id: textIn(block['block_id']),
  action_id: textIn(element['action_id']),
  element,
  input: block['type'] === 'input',
});

/** The words on a button, an option or a label: the text of a text object, or the text itself. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return isJson(value) && typeof value['text'] === 'string' ? value['text'] : '';
}

/** The options of a select, those in groups too. */
export function optionsOf(element: Json): readonly Json[] {
  return [
    ...jsonsIn(element['options']),
    ...jsonsIn(element['option_groups']).flatMap((group) => jsonsIn(group['options'])),
  ];
}
