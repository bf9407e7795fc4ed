/** The part of the environment that says how much one person and one workspace may have; `config.ts` reads it. */
import { z } from 'zod';

/** So many for one person, so many for all of a workspace. */
interface Most {
  readonly person: number;
  readonly workspace: number;
}

export interface LimitOptions {
  readonly digests: Most;
  readonly alerts: Most;
  /** Prices entered by hand, within 24 hours. */
  readonly quotes: Most;
  /** Within a minute. */
  readonly questions: Most;
  /** To the API within a minute: for one token, and for all of a workspace. */
  readonly requests: Most;
}

const limit = (person: number, workspace: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}\s*,\s*[1-9]\d{0,6}$/, 'these are not two numbers such as 50,500')
    .transform((text): Most => {
      const [one = 0, all = 0] = text.split(',').map(Number);
      return { person: one, workspace: all };
    })
    .refine((most) => most.person <= most.workspace, 'one person may have no more than all of a workspace')
    .default({ person, workspace });

/** The variables, as part of the environment's schema. */
export const limitVariables = {
  LIMIT_DIGESTS: limit(50, 500),
  LIMIT_ALERTS: limit(100, 2000),
  LIMIT_QUOTES: limit(200, 2000),
  LIMIT_QUESTIONS: limit(60, 1200),
  LIMIT_REQUESTS: limit(300, 3000),
};

const fix = (example: string) =>
  `Give two numbers such as ${example}, for one person and for all of a workspace, or leave it out for these.`;

/** What to do about each of them. */
export const LIMIT_FIXES: Readonly<Record<string, string>> = {
  LIMIT_DIGESTS: fix('50,500'),
  LIMIT_ALERTS: fix('100,2000'),
  LIMIT_QUOTES: fix('200,2000'),
  LIMIT_QUESTIONS: fix('60,1200'),
  LIMIT_REQUESTS: fix('300,3000'),
};

type Given = z.output<z.ZodObject<typeof limitVariables>>;

export function chooseLimits(given: Given): LimitOptions {
  return {
    digests: given.LIMIT_DIGESTS,
    alerts: given.LIMIT_ALERTS,
    quotes: given.LIMIT_QUOTES,
    questions: given.LIMIT_QUESTIONS,
    requests: given.LIMIT_REQUESTS,
  };
}
