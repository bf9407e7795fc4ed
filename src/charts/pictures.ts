/** A chart's picture, whichever way pictures are had here: a link, our own address, or an upload. */
import type { WebClient } from '@slack/web-api';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { findSpec, specEdition, type ChartData } from './find-spec.ts';
import { isOwnHost, specLink } from './link.ts';
import { drawSizeOf } from './picture-size.ts';
import type { Renderer } from './renderer.ts';
import { signedChartUrl } from './signature.ts';
import type { ChartSpec } from './spec.ts';
import { subjectPath } from '#src/domain/series/chart-subject.ts';
import type { ThemeName } from './theme/palette.ts';
import { fullConfig } from './writers/full.ts';
import { uploadPicture } from './upload.ts';

/** CHARTS, with what each way needs. */
export type PictureOptions =
  | { readonly way: 'off' }
  | { readonly way: 'link'; readonly host?: string | undefined }
  | { readonly way: 'self'; readonly publicUrl: string; readonly secret: string }
  | { readonly way: 'upload'; readonly renderer: Renderer };

interface Named {
  /** What the picture says, for those who can't see it; at most 2,000 characters. */
  readonly altText: string;
  readonly title: string;
}

/** For an image block: `image_url`, or `slack_file: { id }`. */
type Picture = Named & ({ readonly url: string } | { readonly fileId: string });

export interface Pictures {
  /**
   * @param client Of the workspace that the picture is for; uploads need it, other ways don't.
   * @returns `undefined` where there is no picture to be had. Never throws: an answer is worth sending without one.
   */
  pictureOf(
    subject: ChartSubject,
    context?: { readonly client?: WebClient | undefined; readonly theme?: ThemeName | undefined },
  ): Promise<Picture | undefined>;
}

const MOST_UPLOADS_KEPT = 500;

/** Whether quotes may be drawn: a public server is told none, for a paid feed's prices are not for others. */
export function drawsQuotes(options: PictureOptions): boolean {
  return options.way === 'link' ? isOwnHost(options.host) : options.way !== 'off';
}

/** @param onError Told why a picture could not be had. */
export function createPictures(
  data: ChartData,
  options: PictureOptions,
  onError: (message: string, error: unknown) => void,
): Pictures {
  // A picture is uploaded once to a workspace, and shown from there again.
  const uploads = new WeakMap<WebClient, Map<string, Promise<string>>>();

  function uploaded(client: WebClient, key: string, draw: () => Promise<string>): Promise<string> {
    const ids = uploads.get(client) ?? new Map<string, Promise<string>>();
    uploads.set(client, ids);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = draw();
    ids.set(key, id);
    // One that failed is tried again the next time.
    id.catch(() => ids.delete(key));
    const oldest = ids.keys().next().value;
    if (ids.size > MOST_UPLOADS_KEPT && oldest !== undefined) ids.delete(oldest);
    return id;
  }

  return {
    async pictureOf(subject, { client, theme = 'light' } = {}) {
      try {
        if (options.way === 'off') return undefined;
        const spec = await findSpec(subject, data);
        if (spec === undefined) return undefined;
        if (options.way === 'link') return specLink(spec, { host: options.host });
        const edition = specEdition(spec);
        const named: Named = { altText: spec.altText, title: spec.title };
        if (options.way === 'self')
          return { ...named, url: signedChartUrl(subject, { ...options, theme, edition }) };
        if (client === undefined) return undefined;
        const { renderer } = options;
        const key = `${theme} ${edition} ${subjectPath(subject)}`;
        const draw = () => upload(subject, spec, renderer, client, theme);
        return { ...named, fileId: await uploaded(client, key, draw) };
      } catch (error) {
        onError(`charts: no picture of ${subject.kind}`, error);
        return undefined;
      }
    },
  };
}

async function upload(
  subject: ChartSubject,
  spec: ChartSpec,
  renderer: Renderer,
  client: WebClient,
  theme: ThemeName,
): Promise<string> {
  const size = drawSizeOf(spec, {});
  if (typeof size === 'string') throw new Error(size);
  const png = await renderer.draw(fullConfig(spec, theme, size.height), size);
  // A series' id says nothing to whoever finds the file among others.
  const name = subject.kind === 'quotes' ? `quotes/${subject.from}/${subject.to}` : subjectPath(subject);
  const filename = `${name.replaceAll('/', '-')}.png`;
  return uploadPicture(client, { png, filename, title: spec.title, altText: spec.altText });
}
