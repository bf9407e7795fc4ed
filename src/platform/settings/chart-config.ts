/** Which way charts are had, from the environment. */
import { z } from 'zod';
import { StartError } from '#src/platform/errors.ts';

const CHART_WAYS = ['link', 'self', 'upload', 'off'] as const;

/** How pictures come into messages. */
export type ChartsConfig =
  | { readonly way: 'off' }
  | { readonly way: 'upload' }
  /** Drawn by a QuickChart server, with or without scheme; `undefined` is the public one. */
  | { readonly way: 'link'; readonly host: string | undefined }
  /** Drawn here, and fetched from our own address; a secret that is not set is kept in the state folder. */
  | { readonly way: 'self'; readonly publicUrl: string; readonly secret: string | undefined };

const webAddress = z.url({ protocol: /^https?$/, error: 'this is not an http or https address' });

/** The variables, as part of the environment's schema. */
export const chartVariables = {
  CHARTS: z.enum(CHART_WAYS, `this is not one of ${CHART_WAYS.join(', ')}`).optional(),
  CHART_HOST: z
    .union([webAddress, z.string().regex(/^[a-z0-9.-]+(?::\d{1,5})?$/i)], {
      error: 'this is not the name of a host',
    })
    .optional(),
  PUBLIC_URL: webAddress
    .refine((url) => !/[?#]/.test(url), 'this has more than a host and a path')
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  CHART_SECRET: z.string().min(16, 'this is shorter than 16 characters').optional(),
};

/** What to do about each of them. */
export const CHART_FIXES: Readonly<Record<string, string>> = {
  CHARTS: 'Choose one of them, or leave it out: self where PUBLIC_URL is set, else link.',
  CHART_HOST: 'Give a host such as charts.example.com, or leave it out for quickchart.io.',
  PUBLIC_URL: 'Give the address under which Slack reaches Lodestone, such as https://bot.example.com.',
  CHART_SECRET: 'Give 16 characters or more, or leave it out: one is made, and kept in STATE_DIR.',
};

type Given = z.output<z.ZodObject<typeof chartVariables>>;

/**
 * The way that is asked for; else our own address where there is one, else links.
 * @param fallbackUrl An address that needs no PUBLIC_URL: that of a local Slack.
 * @throws StartError where our own address is to be used and there is none.
 */
export function chooseCharts(given: Given, fallbackUrl: string | undefined): ChartsConfig {
  const publicUrl = given.PUBLIC_URL ?? fallbackUrl;
  const way = given.CHARTS ?? (publicUrl === undefined ? 'link' : 'self');
  if (way === 'link') return { way, host: given.CHART_HOST };
  if (way === 'off' || way === 'upload') return { way };
  if (publicUrl !== undefined) return { way, publicUrl, secret: given.CHART_SECRET };
  throw new StartError([
    {
      subject: 'PUBLIC_URL',
      reason: 'is missing beside CHARTS=self: Slack must reach the charts',
      fix: `${CHART_FIXES['PUBLIC_URL']} Without a public address, CHARTS=upload.`,
    },
  ]);
}
