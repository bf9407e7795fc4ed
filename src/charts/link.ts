/** A chart as a link to a QuickChart server: the picture's config is in the URL, and the server draws it. */
import { createRequire } from 'node:module';
import type QuickChartModule from 'quickchart-js';
import type { ChartSpec } from './spec.ts';
import { leanConfig, leanSize, type Room } from './writers/lean.ts';

/** Slack takes image URLs of up to 3,000 characters; a margin is left for what a proxy may add. */
export const LONGEST_LINK = 2900;

const DEFAULT_HOST = 'quickchart.io';
/** How much to keep, tried in this order until the link is short enough: first fewer places, then plain lines. */
const TRIES: readonly Room[] = [
  ...[60, 40, 24, 16, 12, 9, 7, 6].map((most) => ({ most, plain: false })),
  ...[16, 12, 9, 7, 5, 4].map((most) => ({ most, plain: true })),
];

let library: typeof QuickChartModule.default | undefined;

/** Loaded with the first link: most bots draw their pictures themselves. */
function quickChart(): typeof QuickChartModule.default {
  // The package is the class, whatever its types say of a default.
  const loaded: typeof QuickChartModule.default = library ?? createRequire(import.meta.url)('quickchart-js');
  return (library = loaded);
}

/** Whether a host is one that the operator has set, and not the public one. */
export function isOwnHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  const name = URL.parse(/^https?:\/\//.test(host) ? host : `https://${host}`)?.hostname.replace(/\.$/, '');
  return name !== undefined && name !== DEFAULT_HOST && !name.endsWith(`.${DEFAULT_HOST}`);
}

interface ChartLink {
  readonly url: string;
  readonly altText: string;
  readonly title: string;
}

/**
 * A link to a picture of a spec.
 * @param options.host A QuickChart server, with or without a scheme: "charts.example.com", "http://localhost:3400".
 * @returns `undefined` where no honest picture of it fits into a link, or a public server would be told of quotes.
 */
export function specLink(
  spec: ChartSpec,
  options: { readonly host?: string | undefined } = {},
): ChartLink | undefined {
  if (spec.of === 'quotes' && !isOwnHost(options.host)) return undefined;
  for (const room of TRIES) {
    const url = linkOf(spec, room, options.host ?? DEFAULT_HOST);
    if (url.length < LONGEST_LINK) return { url, altText: spec.altText, title: spec.title };
  }
  return undefined;
}

function linkOf(spec: ChartSpec, room: Room, host: string): string {
  const config = leanConfig(spec, room);
  const [scheme, name] = /^https?:\/\//.test(host) ? host.split('://') : ['https', host];
  const size = leanSize(spec);
  // The library writes an object as a JavaScript literal; a string is passed on as it is.
  const QuickChart = quickChart();
  const chart = new QuickChart()
    .setConfig(JSON.stringify(config))
    .setScheme(scheme ?? 'https')
    .setHost((name ?? host).replace(/(?<!\/)\/+$/, ''))
    .setWidth(size.width)
    .setHeight(size.height)
    .setVersion('4');
  return chart.getUrl();
}
