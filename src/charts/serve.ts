/** `GET /chart/...`: pictures by signed URL, drawn when first asked for, then from memory. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findSpec, specEdition, type ChartData } from './find-spec.ts';
import { createPictureCache, type CachedPicture } from './picture-cache.ts';
import { drawSizeOf, sizeFault } from './picture-size.ts';
import { RenderError } from './render-error.ts';
import type { Renderer } from './renderer.ts';
import { CHART_PREFIX, readChartUrl, type ChartRequest } from './signature.ts';
import type { ChartSpec } from './spec.ts';
import { richConfigOf } from './theme/rich.ts';

export interface ChartServerOptions {
  readonly data: ChartData;
  readonly renderer: Renderer;
  /** CHART_SECRET. */
  readonly secret: string;
  /** Of pictures kept in memory; 64 MB unless said, some thousand charts. */
  readonly cacheBytes?: number;
  /** Told of pictures that could not be drawn. */
  readonly onError?: (message: string, error: unknown) => void;
}

/** Whether it was a picture's URL, and is answered. */
export type ChartHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** A URL with the edition of the figures in it never shows another picture. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** The figures have changed since the URL was made. */
const FOR_NOW = 'public, max-age=300';
const LONGEST_URL = 2000;

export function createChartHandler(options: ChartServerOptions): ChartHandler {
  const { data, renderer, secret, cacheBytes = 64e6, onError } = options;
  const cache = createPictureCache(cacheBytes);
  const drawing = new Map<string, Promise<CachedPicture | Refusal>>();

  async function draw(wanted: ChartRequest, url: string): Promise<CachedPicture | Refusal> {
    const { subject } = wanted;
    try {
      const spec = subject && (await findSpec(subject, data));
      if (spec === undefined) return { status: 404, text: 'There are no figures for this chart.' };
      const edition = specEdition(spec);
      // What has changed since the address was made is not kept by the address alone: it may change again.
      const key = edition === wanted.edition ? url : `${edition} ${url}`;
      const kept = cache.get(key);
      if (kept !== undefined) return kept;
      const drawn = await pictureOfSpec(spec, wanted, edition);
      if ('png' in drawn) cache.set(key, drawn);
      return drawn;
    } catch (error) {
      onError?.(`charts: ${subject?.kind} could not be drawn`, error);
      if (error instanceof RenderError && error.kind === 'lost')
        return { status: 504, text: 'This chart took too long.' };
      if (!(error instanceof RenderError) || error.kind === 'failed')
        return { status: 500, text: 'This chart could not be drawn.' };
      return { status: 503, text: 'Too many charts at once; try again.' };
    }
  }

  async function pictureOfSpec(
    spec: ChartSpec,
    wanted: ChartRequest,
    edition: string,
  ): Promise<CachedPicture | Refusal> {
    const size = drawSizeOf(spec, wanted);
    if (typeof size === 'string') return { status: 400, text: `No such size: ${size}.` };
    const png = await renderer.draw(richConfigOf(spec, wanted.theme, size.height), size);
    const etag = `"${createHash('sha256').update(png).digest('base64url').slice(0, 16)}"`;
    return { png, etag, edition };
  }

  /** Only signed URLs get past here, so only they are ever in the cache, and only for them is anything looked up. */
  async function pictureOf(url: string): Promise<CachedPicture | Refusal> {
    const kept = cache.get(url);
    if (kept !== undefined) return kept;
    if (url.length > LONGEST_URL) return { status: 400, text: 'This address is too long.' };
    const wanted = readChartUrl(url, secret);
    const fault = sizeFault(wanted);
    if (fault !== undefined) return { status: 400, text: `No such size: ${fault}.` };
    if (!wanted.signed) return { status: 403, text: 'This address is not signed, or was changed.' };
    if (wanted.subject === undefined) return { status: 404, text: 'There is no such chart.' };
    let pending = drawing.get(url);
    if (pending === undefined) {
      pending = draw(wanted, url).finally(() => drawing.delete(url));
      drawing.set(url, pending);
    }
    return await pending;
  }

  return async (request, response) => {
    const url = request.url ?? '';
    if (!url.startsWith(CHART_PREFIX)) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, { status: 405, text: 'Only GET and HEAD.' }, { allow: 'GET, HEAD' });
      return true;
    }
    const found = await pictureOf(url);
    if (!('png' in found)) {
      refuse(response, found);
      return true;
    }
    const current = found.edition === /[?&]v=([^&]*)/.exec(url)?.[1];
    const headers = { etag: found.etag, 'cache-control': current ? FOR_EVER : FOR_NOW };
    if (request.headers['if-none-match'] === found.etag) response.writeHead(304, headers).end();
    else {
      response.writeHead(200, {
        ...headers,
        'content-type': 'image/png',
        'content-length': found.png.length,
      });
      response.end(request.method === 'HEAD' ? undefined : found.png);
    }
    return true;
  };
}

function refuse(
  response: ServerResponse,
  { status, text }: Refusal,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...headers,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(`${text}\n`);
}
