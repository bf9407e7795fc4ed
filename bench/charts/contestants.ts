/** Who draws: our renderer, and the stacks that people use instead. Each takes a spec and gives a PNG. */
import type { Canvas } from '@napi-rs/canvas';
import { existsSync } from 'node:fs';
import { drawChart } from '#src/charts/drawing/draw.ts';
import { loadFonts } from '#src/charts/drawing/fonts.ts';
import { encodePng } from '#src/charts/drawing/png.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import { leanConfig } from '#src/charts/writers/lean.ts';
import { fullConfig } from '#src/charts/writers/full.ts';
import { echartsOption, PEER_FONT, vegaLiteSpec } from './peer-configs.ts';
import { HEIGHT, RATIO, WIDTH } from './subjects.ts';

export type Draw = (spec: ChartSpec) => Uint8Array | Promise<Uint8Array>;

export interface Contestant {
  readonly name: string;
  /** Packages that must be installed. */
  readonly needs: readonly string[];
  readonly setUp: (load: (name: string) => Promise<Loaded>) => Promise<Draw>;
}

// Peers come without types that we could name, for they may not be installed.
// oxlint-disable-next-line typescript/no-explicit-any
type Loaded = any;

const PEER_FONTS = '/usr/share/fonts/truetype/dejavu';

const ours = (name: string, encode: (canvas: Canvas) => Buffer): Contestant => ({
  name,
  needs: [],
  async setUp() {
    loadFonts();
    return (spec) =>
      drawChart(
        fullConfig(spec, 'light', HEIGHT),
        { width: WIDTH, height: HEIGHT, ratio: RATIO },
        ({ canvas }) => encode(canvas),
      );
  },
});

const lodestone = ours('Lodestone (Chart.js 4.6 on Skia, palette PNG)', (canvas) =>
  encodePng({ width: canvas.width, height: canvas.height, rgba: canvas.data() }),
);
const plain = ours('the same, PNG by the canvas itself', (canvas) => canvas.encodeSync('png'));

/** What a QuickChart server does for version 4: Chart.js 4.0 on node-canvas, without our plugins, from the link's config. */
const quickchart: Contestant = {
  name: 'QuickChart’s stack (Chart.js 4.0 on node-canvas)',
  needs: ['canvas', 'chart.js-4.0'],
  async setUp(load) {
    const { createCanvas } = await load('canvas');
    const { Chart, registerables } = await load('chart.js-4.0');
    Chart.register(...registerables);
    return (spec) => {
      const config = leanConfig(spec, { most: 60, plain: false });
      const canvas = createCanvas(WIDTH, HEIGHT);
      const own = structuredClone(config);
      Object.assign(own.options, { responsive: false, animation: false, devicePixelRatio: RATIO });
      const chart = new Chart(canvas, {
        ...own,
        plugins: [
          {
            id: 'background',
            beforeDraw({ ctx, width, height }: Loaded) {
              ctx.fillStyle = '#ffffff';
              ctx.fillRect(0, 0, width, height);
            },
          },
        ],
      });
      const png: Uint8Array = canvas.toBuffer('image/png');
      chart.destroy();
      return png;
    };
  },
};

const echarts: Contestant = {
  name: 'ECharts SSR with resvg',
  needs: ['echarts', '@resvg/resvg-js'],
  async setUp(load) {
    const { init } = await load('echarts');
    const rasterise = await resvg(load);
    return (spec) => {
      const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
      chart.setOption(echartsOption(spec));
      const svg: string = chart.renderToSVGString();
      chart.dispose();
      return rasterise(svg);
    };
  },
};

const vega: Contestant = {
  name: 'Vega-Lite with resvg',
  needs: ['vega', 'vega-lite', '@resvg/resvg-js'],
  async setUp(load) {
    const { parse, View } = await load('vega');
    const { compile } = await load('vega-lite');
    const rasterise = await resvg(load);
    return async (spec) => {
      const view = new View(parse(compile(vegaLiteSpec(spec)).spec), { renderer: 'none' });
      const svg: string = await view.toSVG();
      view.finalize();
      return rasterise(svg);
    };
  },
};

async function resvg(load: (name: string) => Promise<Loaded>): Promise<(svg: string) => Uint8Array> {
  const { Resvg } = await load('@resvg/resvg-js');
  // resvg reads no woff2 and draws no text without a font that it can read; the system's whole set would be read for
  // each picture.
  if (!existsSync(PEER_FONTS)) throw new Error(`resvg needs the fonts of ${PEER_FONTS}`);
  const options = {
    fitTo: { mode: 'width', value: WIDTH * RATIO },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontDirs: [PEER_FONTS], defaultFontFamily: PEER_FONT },
  };
  return (svg) => new Resvg(svg, options).render().asPng();
}

export const CONTESTANTS: Readonly<Record<string, Contestant>> = {
  lodestone,
  plain,
  quickchart,
  echarts,
  vega,
};
