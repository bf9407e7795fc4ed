/** A metal's name with words behind it that no list knows: "Nichel in squadrette", "Gold, afternoon price". */
import type { Material } from '#src/domain/series/material.ts';
import PARTS from './other-goods-parts.json' with { type: 'json' };
import { readSubject, takeNamed, type Subject } from './read-subject.ts';

/** Metals that are traded as such: of others an unknown word may be the compound that is priced. */
const TRADED: ReadonlySet<string> = new Set(
  'aluminium bismuth cadmium copper gold indium lead magnesium nickel palladium platinum silver tin zinc'.split(
    ' ',
  ),
);
/** In a word of them is another good, scrap, or a figure that is no price of the metal. */
const OTHER = new RegExp(Object.values(PARTS).join('|'), 'iu');
/** More words, or shorter ones, may be anything. */
const MOST_WORDS = 3;
/** A word of a script that parts its words: in others a part of one may be another good's. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{3,}/gu;

/**
 * The same as `readSubject`, of the cell of a row: also where words stand behind the metal's name that are not known, and none of them
 * can be of another good. They are kept with its purity.
 */
export function readGoods(text: string, materials: readonly Material[]): Subject | undefined {
  return readSubject(text, materials) ?? withDetails(text, materials);
}

function withDetails(text: string, materials: readonly Material[]): Subject | undefined {
  const { material, left, ...said } = takeNamed(text, materials);
  const words = left.match(WORD) ?? [];
  const [first] = words;
  if (material === undefined || first === undefined || words.length > MOST_WORDS) return undefined;
  // Of an exchange it may be another delivery's price.
  if (said.place !== undefined) return undefined;
  if (!TRADED.has(material.id) || (said.form ?? 'metal') !== 'metal') return undefined;
  const others = left.replaceAll(WORD, ' ');
  if (/[\p{L}\p{N}]/u.test(others) || OTHER.test(words.join(' '))) return undefined;
  const before = text.slice(0, text.indexOf(first));
  if (readSubject(before, materials)?.material !== material) return undefined;
  return { material, ...said, purity: [said.purity, ...words].filter((part) => part !== '').join(' ') };
}
