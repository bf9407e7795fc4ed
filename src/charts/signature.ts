/** Signed URLs of pictures: short, without state, and without an end, for a picture lives as long as its message. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import type { WantedSize } from './picture-size.ts';
import { subjectOf, subjectPath } from '#src/domain/series/chart-subject.ts';
import type { ThemeName } from './theme/palette.ts';

export const CHART_PREFIX = '/chart/';
/** 132 bits: more than enough against guessing, and short. */
const SIGNATURE_LENGTH = 22;

export interface UrlOptions extends WantedSize {
  /** "https://bot.example.com", with or without a path. */
  readonly publicUrl: string;
  /** CHART_SECRET. */
  readonly secret: string;
  readonly theme?: ThemeName | undefined;
  /** `specEdition` of the chart, so that new figures get a new URL, and caches don't keep old pictures of them. */
  readonly edition?: string | undefined;
}

/** @example "https://bot.example.com/chart/price/neodymium/2021-2026.png?t=dark&v=1f3a9c02&s=..." */
export function signedChartUrl(subject: ChartSubject, options: UrlOptions): string {
  const { theme, width, height, edition } = options;
  const query = [
    theme === 'dark' ? 't=dark' : '',
    width === undefined ? '' : `w=${width}`,
    height === undefined ? '' : `h=${height}`,
    edition === undefined ? '' : `v=${edition}`,
  ].filter((part) => part !== '');
  const named = `${CHART_PREFIX}${subjectPath(subject)}.png?${query.map((part) => `${part}&`).join('')}`;
  return `${options.publicUrl.replace(/(?<!\/)\/+$/, '')}${named}s=${signatureOf(named, options.secret)}`;
}

/** What a picture's URL asks for. */
export interface ChartRequest extends WantedSize {
  /** `undefined` where it names no chart. */
  readonly subject: ChartSubject | undefined;
  readonly theme: ThemeName;
  readonly edition: string | undefined;
  /** Whether all before the signature was signed with this secret. */
  readonly signed: boolean;
}

/** Reads the path and query of a request. A signature covers all that stands before it, and nothing may follow it. */
export function readChartUrl(url: string, secret: string): ChartRequest {
  const last = Math.max(url.lastIndexOf('?'), url.lastIndexOf('&'));
  const cut = url.startsWith('s=', last + 1) ? last : -1;
  const named = cut < 0 ? url : url.slice(0, cut + 1);
  const signature = cut < 0 ? '' : url.slice(cut + 3);
  const [path = '', query = ''] = named.split('?');
  const wanted = new URLSearchParams(query);
  const name = /^\/chart\/(.+)\.png$/.exec(path)?.[1];
  return {
    subject: name === undefined ? undefined : subjectOf(name),
    theme: wanted.get('t') === 'dark' ? 'dark' : 'light',
    width: numberOf(wanted.get('w')),
    height: numberOf(wanted.get('h')),
    edition: wanted.get('v') ?? undefined,
    signed: isSame(signature, signatureOf(named, secret)),
  };
}

function numberOf(text: string | null): number | undefined {
  return text === null ? undefined : Number(text);
}

function signatureOf(named: string, secret: string): string {
  return createHmac('sha256', secret).update(named).digest('base64url').slice(0, SIGNATURE_LENGTH);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
