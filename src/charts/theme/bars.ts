/** How a bar tells its mark: full, pale with an outline, or all but empty with an outline. */
import type { Mark } from '#src/charts/spec.ts';
import type { KeyItem } from './frame.ts';
import type { Palette } from './palette.ts';
import { mix } from './shades.ts';

const FILLS: Readonly<Record<Mark, number>> = { reported: 1, estimated: 0.6, projected: 0.22 };

export interface BarLook {
  readonly fill: string;
  readonly border: string;
  /** 0 where there is no outline. */
  readonly outline: number;
}

/** @param mixed Whether the picture has bars of several marks; where it has not, all are full and the words tell. */
export function barLook(color: string, mark: Mark, mixed: boolean, colours: Palette): BarLook {
  if (!mixed || mark === 'reported') return { fill: color, border: color, outline: 0 };
  return { fill: mix(color, colours.paper, FILLS[mark]), border: color, outline: 2 };
}

export function isMixed(marks: readonly Mark[]): boolean {
  return new Set(marks).size > 1;
}

/** The key of the marks of bars, where they are mixed. */
export function barKey(color: string, marks: readonly Mark[], colours: Palette): readonly KeyItem[] {
  if (!isMixed(marks)) return [];
  return (['reported', 'estimated', 'projected'] as const)
    .filter((mark) => marks.includes(mark))
    .map((mark) => {
      const look = barLook(color, mark, true, colours);
      return look.outline > 0
        ? { mark: 'outline', color, fill: look.fill, text: mark }
        : { mark: 'box', color, text: mark };
    });
}
