/** Reads what heads a column: its role, and what it says of all prices in it: "NdPr oxide, low (RMB/mt, incl. VAT)". */
import type { Period } from '#src/domain/measure/period.ts';
import { takeNamed, type Named } from '#src/domain/reading/quotes/read-subject.ts';
import type { Material } from '#src/domain/series/material.ts';
import { timeIn } from './find-heading.ts';
import { roleOf, takeRole, withoutNoise, type ColumnRole } from './heading-words.ts';
import type { Row } from './row.ts';
import { isEmpty, textOf, type Cell } from './sheet.ts';

export interface HeadingRead {
  /** As it stands there, its rows one after the other. */
  readonly text: string;
  readonly role: ColumnRole | undefined;
  /** What it says of the prices below. */
  readonly own: Row;
  /** Where the column is of one time: a wide table of months. */
  readonly time: Period | undefined;
  /** Words that are not known: they may make another price of it. */
  readonly left: string;
}

/** @param parts A column's cells in the heading's rows, from above. */
export function readHeading(
  parts: readonly (Cell | undefined)[],
  materials: readonly Material[],
  today: string,
): HeadingRead {
  let role: ColumnRole | undefined;
  let time: Period | undefined;
  const own: Row = {};
  const left: string[] = [];
  for (const part of parts) {
    const text = textOf(part);
    if (text === '') continue;
    const whole = roleOf(text);
    if (whole !== undefined) {
      role = whole;
      continue;
    }
    time = timeIn(part, today) ?? time;
    if (time !== undefined && timeIn(part, today) !== undefined) continue;
    const bare = takeNamed(text, materials);
    const taken = takeRole(bare.material === undefined || /[\p{L}\p{N}]/u.test(bare.left) ? bare.left : '');
    role = taken.role ?? role;
    // Without the words of its role the rest may be a name as a whole: "Price in".
    const named = bare.material === undefined ? { ...bare, ...more(takeNamed(taken.rest, materials)) } : bare;
    Object.assign(own, rowOf(named));
    const rest = withoutNoise(
      bare.material === undefined ? named.left : taken.rest === '' ? named.left : taken.rest,
    );
    if (/[\p{L}\p{N}]/u.test(rest)) left.push(rest.replaceAll(/\s+/gu, ' ').trim());
  }
  const words = parts.filter((part) => !isEmpty(part)).map(textOf);
  return { text: [...new Set(words)].join(' '), role, own, time, left: left.join(' ') };
}

const more = ({ material, form, left }: Named) => ({
  material,
  ...(form === undefined ? {} : { form }),
  left,
});

/** What is said, as the fields of a row have it. */
export function rowOf({ material, form, purity, terms, place, vat, payment, unit }: Named): Row {
  const said = { metal: material?.id, form, purity, terms, place, vat, payment, unit };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ''));
}
