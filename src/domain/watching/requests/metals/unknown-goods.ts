/** Goods of other markets that people ask for as if they were metals of ours: uranium, oil, bitcoin. */
import { findMaterial, type Material } from '#src/domain/series/material.ts';
import LISTED from './unknown-goods.json' with { type: 'json' };
import type { Found, Rest } from '../rest.ts';

const GOODS = Object.values(LISTED)
  .flatMap((list) => list.split(list.includes(',') ? /,\s*/u : ' '))
  .toSorted((a, b) => b.length - a.length);
const ESCAPED = GOODS.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`));
/** "brent crude", and not "hydrogen-free", "#oil" or "oil change". */
const GOOD = new RegExp(
  String.raw`(?<![\p{L}\p{N}'@#/-])(?<name>${ESCAPED.join('|')})(?:'s)?(?![\p{L}\p{N}-]|\s+(?:change|filter|spill|leak|band|stamp|plates?|planters?|gloves?|field|rig|painting))`,
  'u',
);

/** Such goods that a text names, the first first, where no material of ours has their name; they are taken out of it. */
export function takeUnknownGoods(rest: Rest, materials: readonly Material[]): readonly Found[] {
  const found = rest
    .all(GOOD)
    .filter(({ match }) => findMaterial(materials, match.groups?.['name'] ?? '') === undefined);
  for (const { from, to } of found) rest.blot(from, to);
  return found;
}

/** Whether a word is one of them. */
export const isUnknownGood = (word: string): boolean => GOODS.includes(word);
