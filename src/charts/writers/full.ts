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

const FARTHER_SIGN = /[\u{10000}-\u{10FFFF}]/u;
const FARTHER_SIGNS = /[\u{10000}-\u{10FFFF}]/gu;
const HEIGHT = 440;
const LOWEST_HEIGHT = 340;
/** Of a row with one line, and with two. */
const ROW_HEIGHTS = [23, 50] as const;
/** Names of rows don't touch from these heights on. */
const LEAST_ROW_HEIGHTS = [17, 34] as const;
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

interface Layout {
  /** CSS px; a picture is laid out at this size and drawn at as many pixels as are wanted. */
  readonly width: number;
  readonly height: number;
}

/** The size a chart wants to be laid out at: as a rule 600 x 440, higher where it has many rows. */
export function layoutOf(spec: ChartSpec): Layout {
  if (spec.bare === true) return BARE;
  return { width: LAYOUT_WIDTH, height: Math.max(HEIGHT, rowsHeight(spec, ROW_HEIGHTS)) };
}

/** Any lower, and the plot would vanish below its words, or rows touch; CSS px. */
export function lowestHeight(spec: ChartSpec): number {
  return Math.max(LOWEST_HEIGHT, rowsHeight(spec, LEAST_ROW_HEIGHTS));
}

function rowsHeight({ x }: ChartSpec, [one, two]: readonly [number, number]): number {
  if (x.of !== 'rows') return 0;
  return x.places.length * (x.places.some(({ detail }) => detail !== undefined) ? two : one) + WORDS_HEIGHT;
}

/** @param height Layout height in CSS px; `lowestHeight` is used at the least. */
export function fullConfig(given: ChartSpec, theme: ThemeName, height: number): ChartConfig {
  const spec = drawable(given);
  const colours = paletteOf(theme);
  const room = Math.max(lowestHeight(spec), height);
  const frame = spec.bare === true ? BARE_FRAME : frameOf(spec, spec.key, colours, room);
  const items = spec.marks.flatMap((mark) => labelsOf(mark, spec, colours));
  const ring = ringParts(spec, frame, colours, room);
  return {
    type: ring === undefined ? (spec.marks.some(({ kind }) => kind === 'bar') ? 'bar' : 'line') : 'doughnut',
    data: {
      labels: namesOf(spec.x, endRoom(items).right),
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

/** Signs outside of Unicode's first plane, which no font of ours has, by their numbers: a box would say nothing. */
function drawable(spec: ChartSpec): ChartSpec {
  const text = JSON.stringify(spec);
  return FARTHER_SIGN.test(text)
    ? JSON.parse(
        text.replaceAll(FARTHER_SIGNS, (sign) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase()}`),
      )
    : spec;
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
