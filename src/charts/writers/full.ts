/** A spec as the built-in renderer draws it, which places labels, and draws the words around the plot, by itself. */
import type { ChartSpec } from '#src/charts/spec.ts';
import type { ChartConfig, LabelItem } from '#src/charts/theme/config.ts';
import { frameOf, LABEL_SIZE, LAYOUT_WIDTH, type Frame } from '#src/charts/theme/frame.ts';
import { paletteOf, type Palette, type ThemeName } from '#src/charts/theme/palette.ts';
import { textWidth } from '#src/charts/theme/text-width.ts';
import { scalesOf } from './full-axes.ts';
import { datasetsOf, labelsOf } from './full-marks.ts';
import { ringParts } from './full-ring.ts';
import { namesOf } from './full-rows.ts';

const HEIGHT = 440;
export const LOWEST_HEIGHT = 340;
/** Of a row with one line, and with two. */
const ROW_HEIGHTS = [23, 50] as const;
/** Around rows. */
const WORDS_HEIGHT = 190;
/** Without words around it; CSS px. */
const BARE = { width: 240, height: 64 };
const BARE_FRAME: Frame = {
  texts: [],
  marks: [],
  top: 0,
  bottom: 0,
  padding: { top: 9, bottom: 9, left: 6, right: 6 },
};

export interface Layout {
  /** CSS px; a picture is laid out at this size and drawn at as many pixels as are wanted. */
  readonly width: number;
  readonly height: number;
}

/** The size a chart wants to be laid out at: as a rule 600 x 440, higher where it has many rows. */
export function layoutOf({ bare, x }: ChartSpec): Layout {
  if (bare === true) return BARE;
  const rows = x.of === 'rows' ? x.places : [];
  const row = ROW_HEIGHTS[rows.some(({ detail }) => detail !== undefined) ? 1 : 0];
  return { width: LAYOUT_WIDTH, height: Math.max(HEIGHT, rows.length * row + WORDS_HEIGHT) };
}

/** @param height Layout height in CSS px; at least 340 is used, or the plot would vanish below its words. */
export function fullConfig(spec: ChartSpec, theme: ThemeName, height: number): ChartConfig {
  const colours = paletteOf(theme);
  const room = Math.max(LOWEST_HEIGHT, height);
  const frame = spec.bare === true ? BARE_FRAME : frameOf(spec, spec.key, colours, room);
  const items = spec.marks.flatMap((mark) => labelsOf(mark, spec, colours));
  const ring = ringParts(spec, frame, colours, room);
  return {
    type: ring === undefined ? (spec.marks.some(({ kind }) => kind === 'bar') ? 'bar' : 'line') : 'doughnut',
    data: {
      labels: namesOf(spec.x),
      datasets: ring?.datasets ?? spec.marks.flatMap((mark) => datasetsOf(mark, spec, colours)),
    },
    options: {
      layout: { padding: ring?.padding ?? { ...frame.padding, ...endRoom(items) } },
      ...(ring?.options ?? {
        ...(spec.x.of === 'rows' ? { indexAxis: 'y' } : {}),
        // A dot at an edge is drawn whole.
        ...(spec.bare === true || spec.x.of === 'days' ? { clip: false } : {}),
        scales: scalesOf(spec, colours),
      }),
      plugins: pluginOptions(frame, items, colours, ring),
    },
  };
}

function pluginOptions(
  frame: Frame,
  items: readonly LabelItem[],
  colours: Palette,
  ring: ReturnType<typeof ringParts>,
) {
  const texts = [...frame.texts, ...(ring?.texts ?? [])].map((t) => ({ ...t }));
  const marks = [...frame.marks, ...(ring?.marks ?? [])].map((m) => ({ ...m }));
  return {
    legend: { display: false },
    frame: { paper: colours.paper, texts, marks },
    labels: { items: items.map((l) => ({ ...l })), size: LABEL_SIZE, halo: colours.paper },
  };
}

/** Right of the plot, for what is written at the ends of lines. */
function endRoom(items: readonly LabelItem[]): { readonly right?: number } {
  const ends = items.filter(({ place }) => place === 'end');
  return ends.length === 0
    ? {}
    : {
        right:
          Math.max(...ends.map(({ text }) => textWidth(text, LABEL_SIZE, 600))) + (ends.length > 1 ? 26 : 24),
      };
}
