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
import { fullConfig } from './writers/full.ts';

interface ChartServerOptions {
  readonly data: ChartData;
  readonly renderer: Renderer;
  /** CHART_SECRET. */
  readonly secret: string;
  /** Of pictures kept in memory; 64 MB unless said, some thousand charts. */
  readonly cacheBytes?: number;
  /** Told of pictures that could not be drawn. */
  readonly onError?: (message: string, error: unknown) => void;
}

interface ChartHandler {
  /** Whether it was a picture's URL, and is answered. */
  (request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Drops pictures of quotes from memory: a workspace's, or those of one series. */
  forget(of: { readonly team: string } | { readonly series: string } | 'every'): void;
}

interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** A URL with the edition of the figures in it never shows another picture. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** A workspace's own quotes: in nobody's cache but the one's who looks, and asked for anew soon, for they may be taken back. */
const FOR_ITS_OWN = 'private, max-age=60';
/** The figures have changed since the URL was made. */
const FOR_NOW = 'public, max-age=300';
const LONGEST_URL = 2000;

export function createChartHandler(options: ChartServerOptions): ChartHandler {
  const { data, renderer, secret, cacheBytes = 64e6, onError } = options;
  const cache = createPictureCache(cacheBytes);
  const drawing = new Map<string, Promise<CachedPicture | Refusal>>();
  /** Counts what was forgotten: a picture that was begun before is not kept. */
  let forgotten = 0;

  async function draw(wanted: ChartRequest, url: string): Promise<CachedPicture | Refusal> {
    const { subject } = wanted;
    try {
      const spec = subject && (await findSpec(subject, data));
      if (spec === undefined) return { status: 404, text: 'There are no figures for this chart.' };
      const begun = forgotten;
      const edition = specEdition(spec);
      const of = await ownerOf(subject);
      // What has changed since the address was made is not kept by the address alone: it may change again. Nor is what
      // people may take back: what there is now is looked up each time.
      const key = edition === wanted.edition && of === undefined ? url : `${edition} ${url}`;
      const kept = cache.get(key);
      if (kept !== undefined) return kept;
      const drawn = await pictureOfSpec(spec, wanted, edition);
      if (!('png' in drawn)) return drawn;
      const picture = { ...drawn, of };
      if (begun === forgotten) cache.set(key, picture);
      return picture;
    } catch (error) {
      onError?.(`charts: ${subject?.kind} could not be drawn`, error);
      if (error instanceof RenderError && error.kind === 'lost')
        return { status: 504, text: 'This chart took too long.' };
      if (!(error instanceof RenderError) || error.kind === 'failed')
        return { status: 500, text: 'This chart could not be drawn.' };
      return { status: 503, text: 'Too many charts at once; try again.' };
    }
  }

  /** Whose quotes a picture shows, where they are a workspace's own. */
  async function ownerOf(subject: ChartRequest['subject']): Promise<CachedPicture['of']> {
    if (subject?.kind !== 'quotes') return undefined;
    const { series } = subject;
    const team = (await data.findOwner?.(series)) ?? '';
    return team === '' ? undefined : { team, series };
  }

  async function pictureOfSpec(
    spec: ChartSpec,
    wanted: ChartRequest,
    edition: string,
  ): Promise<CachedPicture | Refusal> {
    const size = drawSizeOf(spec, wanted);
    if (typeof size === 'string') return { status: 400, text: `No such size: ${size}.` };
    const png = await renderer.draw(fullConfig(spec, wanted.theme, size.height), size);
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
      const begun = draw(wanted, url);
      pending = begun.finally(() => drawing.get(url) === pending && drawing.delete(url));
      drawing.set(url, pending);
    }
    return await pending;
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
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
    const headers = {
      etag: found.etag,
      'cache-control': found.of === undefined ? (current ? FOR_EVER : FOR_NOW) : FOR_ITS_OWN,
    };
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
  return Object.assign(handle, {
    forget: (of: { readonly team: string } | { readonly series: string } | 'every') => {
      forgotten += 1;
      // Whoever asks from now on is drawn what there is now.
      drawing.clear();
      cache.forget(({ of: shown }) =>
        of === 'every'
          ? shown !== undefined
          : 'team' in of
            ? shown?.team === of.team
            : shown?.series === of.series,
      );
    },
  });
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
