/** A chart drawn here and handed over as bytes, with its address where charts have one: for whoever is no message of Slack's. */
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { findSpec, type ChartData } from './find-spec.ts';
import { drawSizeOf } from './picture-size.ts';
import type { Pictures } from './pictures.ts';
import type { Renderer } from './renderer.ts';
import { fullConfig } from './writers/full.ts';

export interface DrawnChart {
  readonly png: Buffer;
  readonly title: string;
  /** What it shows, its trend and its ends, in words. */
  readonly altText: string;
  /** Where it can be looked at; absent where charts have no address. */
  readonly url?: string | undefined;
}

/**
 * Draws a subject.
 * @returns `undefined` where there is nothing to draw
 * @throws RenderError, and what looking up quotes throws
 */
export async function drawnChart(
  subject: ChartSubject,
  {
    data,
    renderer,
    pictures,
  }: { readonly data: ChartData; readonly renderer: Renderer; readonly pictures: Pictures },
): Promise<DrawnChart | undefined> {
  const spec = await findSpec(subject, data);
  if (spec === undefined) return undefined;
  const size = drawSizeOf(spec, {});
  if (typeof size === 'string') throw new Error(size);
  const [png, picture] = await Promise.all([
    renderer.draw(fullConfig(spec, 'light', size.height), size),
    pictures.pictureOf(subject),
  ]);
  const { title, altText } = spec;
  return { png, title, altText, url: picture && 'url' in picture ? picture.url : undefined };
}
