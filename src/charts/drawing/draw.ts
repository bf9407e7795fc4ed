/** Draws a Chart.js config on a native canvas. For the drawing process and for tests: native memory stays out of the bot. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartConfiguration,
  type Scale,
} from 'chart.js';
import type { ChartConfig } from '#src/charts/theme/config.ts';
import { boxAround, type Box } from './boxes.ts';
import { FONT_FAMILY, loadScriptsOf } from './fonts.ts';
import { framePlugin } from './frame-plugin.ts';
import { labelBoxes, labelPlugin } from './label-plugin.ts';

// Only what the themes use: each further plugin is asked at each step of each chart.
Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
);
Chart.defaults.font.family = FONT_FAMILY;

export interface DrawSize {
  /** Layout size in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each CSS px. */
  readonly ratio: number;
}

interface Written {
  readonly text: string;
  readonly box: Box;
}

export interface Drawn {
  readonly canvas: Canvas;
  /** Where figures were written; CSS px. */
  readonly labels: readonly Written[];
  /** What axes have written beside the plot; CSS px. */
  readonly ticks: readonly Written[];
}

/**
 * Draws at once, without animation, and hands the canvas to `use` before it is wiped. Throws where Chart.js does.
 */
export function drawChart<T>(
  config: ChartConfig,
  { width, height, ratio }: DrawSize,
  use: (drawn: Drawn) => T,
): T {
  const { plugins } = config.options;
  loadScriptsOf(JSON.stringify([config.data.labels, plugins]));
  const canvas = createCanvas(width, height);
  const chart = new Chart(canvas, toChartJs(config, ratio));
  try {
    return use({
      canvas,
      labels: labelBoxes(chart),
      get ticks() {
        return Object.values(chart.scales).flatMap(ticksOf);
      },
    });
  } finally {
    chart.destroy();
  }
}

/** Upright texts, as `maxRotation` wants them. */
function ticksOf(scale: Scale): readonly Written[] {
  if (!scale.options.display) return [];
  return scale.getLabelItems(scale.chart.chartArea).flatMap(({ label, font, options }) => {
    const lines = [label].flat().map(String);
    const [x = 0, y = 0] = options.translation ?? [];
    scale.ctx.font = font.string;
    const width = Math.max(...lines.map((line) => scale.ctx.measureText(line).width));
    const left =
      options.textAlign === 'center' ? x - width / 2 : options.textAlign === 'right' ? x - width : x;
    const { size } = font;
    const middle = scale.isHorizontal() ? y + (size * lines.length) / 2 : y;
    return [{ text: lines.join(' '), box: boxAround(left + width / 2, middle, width, size * lines.length) }];
  });
}

interface AnyScale {
  min: number;
  max: number;
  ticks: { value: number }[];
}

/** JSON can't hold a function, so an axis says which ticks it keeps (`ticks.keep`): a list, or all round ones. */
type Kept = 'round' | { value: number; label?: string }[] | undefined;

interface Ours {
  readonly options: {
    readonly scales?: Readonly<Record<string, { readonly ticks?: { readonly keep?: Kept } }>>;
  };
}

function toChartJs(config: ChartConfig, ratio: number): ChartConfiguration {
  // Chart.js' types want arrays that it may change, and options of each kind of chart; the theme's tests draw them all.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const own = structuredClone(config) as unknown as ChartConfiguration & Ours;
  Object.assign(own.options, { responsive: false, animation: false, devicePixelRatio: ratio, events: [] });
  own.plugins = [framePlugin, labelPlugin];
  for (const scale of Object.values(own.options.scales ?? {})) {
    const keep = scale.ticks?.keep;
    if (keep === undefined) continue;
    const afterBuildTicks = (axis: AnyScale) => {
      axis.ticks = keep === 'round' ? roundTicks(axis) : keep;
    };
    Object.assign(scale, { afterBuildTicks });
    // A label that is given stays as it is.
    if (keep !== 'round')
      Object.assign(scale.ticks ?? {}, {
        callback: (value: number) => keep.find((tick) => tick.value === value)?.label ?? '',
      });
  }
  return own;
}

/** 1, 2 and 5 of each decade, or only tens where there are many decades. */
function roundTicks(scale: AnyScale): AnyScale['ticks'] {
  const decades = Math.log10(scale.max / scale.min);
  const steps = decades > 2.2 ? [1] : [1, 2, 5];
  const ticks: { value: number }[] = [];
  for (let power = Math.floor(Math.log10(scale.min)); power <= Math.log10(scale.max); power += 1)
    for (const step of steps) {
      const value = Number((step * 10 ** power).toPrecision(6));
      if (value >= scale.min && value <= scale.max) ticks.push({ value });
    }
  return ticks;
}
