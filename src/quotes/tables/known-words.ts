/** Words that tables of prices have: what heads columns, and what metals are called in any language. */
import type { Material } from '#src/domain/series/material.ts';
import { roleOf } from './columns/headings/heading-words.ts';

const NAMES = new WeakMap<readonly Material[], ReadonlySet<string>>();

function namesOf(materials: readonly Material[]): ReadonlySet<string> {
  const known = NAMES.get(materials);
  if (known !== undefined) return known;
  const names = new Set(
    materials.flatMap((one) => [...one.names, ...(one.tableNames ?? []).map(({ name }) => name)]),
  );
  NAMES.set(materials, names);
  return names;
}

/** Whether a word, in lower case, is one of them. Of writing that parts no words, the form may stand before the name: "氧化镝". */
export const knownWords =
  (materials: readonly Material[]) =>
  (word: string): boolean =>
    roleOf(word) !== undefined || namesOf(materials).has(word.replace(/^(?:氧化|酸化|산화|金属)/u, ''));
