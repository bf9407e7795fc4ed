/** The rich style: for the built-in renderer, which places labels, and draws the words around the plot, by itself. */
import type { ChartSpec } from '#src/charts/spec.ts';
import type { ChartConfig } from './config.ts';
import { LAYOUT_WIDTH } from './frame.ts';
import { paletteOf, type ThemeName } from './palette.ts';
import { richHistory } from './rich-history.ts';
import { richOutput } from './rich-output.ts';
import { richChanges, richRanking } from './rich-rows.ts';
import { richShares } from './rich-shares.ts';
import { richSparkline, SPARKLINE } from './rich-sparkline.ts';
import { richStack } from './rich-stack.ts';
import { richTrend } from './rich-trend.ts';

const HEIGHT = 440;
export const LOWEST_HEIGHT = 340;
const ROW_HEIGHT = 23;
const CHANGE_HEIGHT = 50;

export interface Layout {
  /** CSS px; a picture is laid out at this size and drawn at as many pixels as are wanted. */
  readonly width: number;
  readonly height: number;
}

/** The size a chart wants to be laid out at: as a rule 600 x 440, higher where it has many rows. */
export function layoutOf(spec: ChartSpec): Layout {
  if (spec.kind === 'sparkline') return SPARKLINE;
  const rows =
    spec.kind === 'ranking'
      ? spec.rows.length * ROW_HEIGHT
      : spec.kind === 'changes'
        ? spec.rows.length * CHANGE_HEIGHT
        : 0;
  return { width: LAYOUT_WIDTH, height: Math.max(HEIGHT, rows + 190) };
}

/** @param height Layout height in CSS px; at least 340 is used, or the plot would vanish below its words. */
export function richConfigOf(spec: ChartSpec, theme: ThemeName, height: number): ChartConfig {
  const colours = paletteOf(theme);
  const room = Math.max(LOWEST_HEIGHT, height);
  switch (spec.kind) {
    case 'trend':
      return richTrend(spec, colours, room);
    case 'shares':
      return richShares(spec, colours, room);
    case 'stack':
      return richStack(spec, colours, room);
    case 'output':
      return richOutput(spec, colours, room);
    case 'ranking':
      return richRanking(spec, colours, room);
    case 'changes':
      return richChanges(spec, colours, room);
    case 'history':
      return richHistory(spec, colours, room);
    default:
      return richSparkline(spec, colours);
  }
}
