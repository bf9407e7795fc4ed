/** Titles of tables that stand side by side, in the row above their headings: "Base metals (USD/t)" over "Metal, Price, Date". */
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import type { Material } from '#src/domain/series/material.ts';
import { roleOf } from './heading-words.ts';
import { rowOf } from './read-heading.ts';
import type { Row } from '#src/quotes/tables/rows/row.ts';
import { isEmpty, textOf, type Cell } from '#src/quotes/tables/sheets/sheet.ts';

interface Titled {
  /** The heading's rows without those titles. */
  readonly heading: readonly (readonly Cell[])[];
  /** What a column's title says of its prices. */
  readonly said: (at: number) => Row;
}

/** Over a column of names a title names a group, of which nothing need be known but the basis that it says. */
export function withoutBlockTitles(
  heading: readonly (readonly Cell[])[],
  materials: readonly Material[],
): Titled {
  const said = new Map<number, Row>();
  const plain = heading.map((cells, level) => {
    const below = heading.slice(level + 1);
    const names = cells.flatMap((cell, at) =>
      !isEmpty(cell) && below.some((lower) => roleOf(textOf(lower[at])) === 'metal') ? [at] : [],
    );
    const titled = new Set(names.filter((at) => cells[at + 1] === cells[at]).map((at) => textOf(cells[at])));
    if (titled.size === 0) return cells;
    return cells.map((cell, at) => {
      const text = textOf(cell);
      if (!titled.has(text)) return cell;
      const { material: _, ...basis } = takeNamed(text, materials);
      said.set(at, {
        ...said.get(at),
        ...rowOf({ ...basis, material: undefined, form: undefined, purity: '' }),
      });
      return '';
    });
  });
  return { heading: plain, said: (at) => said.get(at) ?? {} };
}
