/** The part of the environment that says which data and FAQ to load; `config.ts` reads it. */
import { join, resolve } from 'node:path';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Which data and FAQ to load, and how. */
export interface DataOptions {
  readonly defaultMetal: string;
  readonly dataDir: string;
  readonly faqDir: string;
  /** The share of FAQ answers given at once that should be right: the higher, the more often the bot asks back. */
  readonly precision: number;
  /** The share of questions that no FAQ entry answers: the more there are, the surer an answer must be to keep `precision`. */
  readonly strangers: number;
  /** The folder of what can be made again; it may be deleted at any time. */
  readonly cacheDir: string;
}

/** The variables, as part of the environment's schema. */
export const dataVariables = {
  DEFAULT_METAL: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'this is not the id of a metal')
    .default('neodymium'),
  DATA_DIR: z
    .string()
    .default(join(ROOT, 'data'))
    .transform((dir) => resolve(dir)),
  FAQ_DIR: z
    .string()
    .default(join(ROOT, 'faq'))
    .transform((dir) => resolve(dir)),
  ANSWER_PRECISION: z
    .string()
    .regex(/^0?\.\d{1,6}$/, 'this is not a share such as 0.95')
    .transform(Number)
    .refine((share) => share >= 0.5 && share <= 0.999, 'this is not from 0.5 to 0.999')
    .default(0.95),
  STRANGER_SHARE: z
    .string()
    .regex(/^(0|0?\.\d{1,6})$/, 'this is not a share such as 0.5')
    .transform(Number)
    .refine((share) => share <= 0.9, 'this is more than 0.9')
    .default(0.4),
  STATE_DIR: z
    .string()
    .default('.lodestone')
    .transform((dir) => resolve(dir)),
  CACHE_DIR: z
    .string()
    .transform((dir) => resolve(dir))
    .optional(),
};

type Given = z.output<z.ZodObject<typeof dataVariables>>;

/** What to do about each of them. */
export const DATA_FIXES: Readonly<Record<string, string>> = {
  ANSWER_PRECISION: 'Give a share from 0.5 to 0.999, or leave it out for 0.95.',
  STRANGER_SHARE: 'Give a share from 0 to 0.9, or leave it out for 0.4.',
  DEFAULT_METAL: 'Give the name of a file in data/ without .json, or leave it out for neodymium.',
};

export function chooseData(given: Given): DataOptions {
  return {
    dataDir: given.DATA_DIR,
    faqDir: given.FAQ_DIR,
    defaultMetal: given.DEFAULT_METAL,
    precision: given.ANSWER_PRECISION,
    strangers: given.STRANGER_SHARE,
    cacheDir: given.CACHE_DIR ?? join(given.STATE_DIR, 'cache'),
  };
}
