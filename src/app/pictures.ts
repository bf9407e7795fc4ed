/** Charts as the config wants them: for the listeners, for delivery, and over HTTP. */
import type { WebClient } from '@slack/web-api';
import { drawnChart, type DrawnChart } from '#src/charts/drawn.ts';
import type { ChartData } from '#src/charts/find-spec.ts';
import { createPictures, drawsQuotes, type PictureOptions } from '#src/charts/pictures.ts';
import { createRenderer, type Renderer } from '#src/charts/renderer.ts';
import { createChartHandler } from '#src/charts/serve.ts';
import { CHART_PREFIX } from '#src/charts/signature.ts';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import type { ChartsConfig } from '#src/platform/settings/chart-config.ts';
import { EVERY, type Forgettables } from '#src/platform/forgettables.ts';
import { keepChartSecret } from '#src/platform/settings/chart-secret.ts';
import { StartError } from '#src/platform/errors.ts';
import type { Log } from '#src/platform/log.ts';
import type { Route } from '#src/platform/connection/routes.ts';
import type { FindPicture } from '#src/presentation/picture.ts';

/** The config, with the secret that it left to the state folder. */
export type ReadyCharts =
  | Exclude<ChartsConfig, { readonly way: 'self' }>
  | { readonly way: 'self'; readonly publicUrl: string; readonly secret: string };

/** @throws StartError where the state folder can hold no secret. */
export async function readyCharts(charts: ChartsConfig, stateDir: string): Promise<ReadyCharts> {
  if (charts.way !== 'self') return charts;
  try {
    return { ...charts, secret: charts.secret ?? (await keepChartSecret(stateDir)) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const fix = 'Make the folder of STATE_DIR writable, or set CHART_SECRET.';
    throw new StartError([{ subject: 'STATE_DIR', reason, fix }], { cause });
  }
}

interface PictureService {
  /** `undefined` where charts are off. */
  readonly findPicture: FindPicture | undefined;
  /** Draws one here, as bytes; `undefined` where charts are off, or there is nothing to draw. */
  draw(subject: ChartSubject): Promise<DrawnChart | undefined>;
  /** Whether histories of quotes are drawn. */
  readonly drawsQuotes: boolean;
  readonly routes: readonly Route[];
  /** Proves that pictures can be drawn, where they are drawn here. @throws StartError */
  check(): Promise<void>;
  /** Ends the drawing process, if it was ever started. */
  close(): Promise<void>;
}

/** @param client Of the workspace that pictures are uploaded to. */
export function createPictureService(
  charts: ReadyCharts,
  {
    data,
    client,
    log,
    forgettables,
  }: {
    readonly data: ChartData;
    readonly client: WebClient;
    readonly log: Log;
    readonly forgettables: Forgettables;
  },
): PictureService {
  const onError = (message: string, error: unknown) => log.warn({ error }, message);
  const renderer = createRenderer({ onLoss: (reason) => log.warn(reason) });
  const options = optionsOf(charts, renderer);
  const pictures = createPictures(data, options, onError);
  return {
    findPicture: charts.way === 'off' ? undefined : (subject) => pictures.pictureOf(subject, { client }),
    draw: async (subject) =>
      charts.way === 'off' ? undefined : await drawnChart(subject, { data, renderer, pictures }),
    drawsQuotes: drawsQuotes(options),
    routes: charts.way === 'self' ? [chartRoute(charts.secret)] : [],
    check: async () => {
      if (charts.way === 'self' || charts.way === 'upload') await checkRenderer(renderer);
    },
    close: () => renderer.close(),
  };

  function chartRoute(secret: string): Route {
    const handle = createChartHandler({ data, renderer, secret, onError });
    forgettables.register({
      what: 'pictures of quotes',
      forgetTeam: (team) => handle.forget(team === EVERY ? 'every' : { team }),
      forgetQuotes: (series) => handle.forget({ series }),
    });
    return {
      path: CHART_PREFIX,
      handler: (request, response) => {
        // A connection that breaks off needs no picture.
        handle(request, response).catch(() => response.destroy());
      },
    };
  }
}

/** Where it fails now, each picture would fail later: as an empty one, or as none. */
async function checkRenderer(renderer: Renderer): Promise<void> {
  try {
    await renderer.check();
  } catch (cause) {
    const reason = `no picture can be drawn here: ${cause instanceof Error ? cause.message : String(cause)}`;
    const fix = 'Run "npm ci" again, with optional packages, or set CHARTS to link or off.';
    throw new StartError([{ subject: 'CHARTS', reason, fix }], { cause });
  }
}

function optionsOf(charts: ReadyCharts, renderer: Renderer): PictureOptions {
  if (charts.way === 'upload') return { way: 'upload', renderer };
  return charts;
}
