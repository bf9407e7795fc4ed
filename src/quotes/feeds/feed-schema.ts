/** The parts of a feed's settings that several kinds share. Secrets are named, never held. */
import { Cron } from 'croner';
import { z } from 'zod';
import { isDate } from '#src/domain/measure/days.ts';
import { CURRENCIES } from '#src/domain/measure/figure.ts';
import { DEFAULT_AGE_LIMITS } from '#src/domain/series/freshness.ts';
import { IMPORTED, isSource, MANUAL } from '#src/domain/series/quote.ts';
import { ROW_FIELDS } from '#src/quotes/tables/rows/row.ts';
import { isExpression } from './expression.ts';
import { MOST_WHOLE_MEGABYTES } from './limits.ts';

const id = z
  .string()
  .refine(isSource, 'an id is lower case letters, digits and dashes')
  .refine((word) => word !== MANUAL, `"${MANUAL}" is what people enter by hand`)
  .refine((word) => word !== IMPORTED, `"${IMPORTED}" is what is imported in a terminal`);
export const name = z.string().trim().min(1).max(80);
export const days = z.int().min(1).max(3650);
export const date = z.string().refine(isDate, 'this is not a date such as 2026-11-20');
export const expression = z.string().refine(isExpression, 'this is not a JMESPath expression');
const schedule = z.string().refine((pattern) => {
  try {
    return new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}, 'this is not a cron schedule such as "30 7 * * 1-5"');
export const currency = z.enum(CURRENCIES);
export const perBase = z.partialRecord(currency, z.number().positive());

const secretNamed = z.strictObject({
  env: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'this is not the name of an environment variable'),
  prefix: z.string().max(40).default(''),
});

const plainOrSecret = z.union([z.string().max(2000), secretNamed]);
/** Headers that are no secret: any other is named by its environment variable. */
const PLAIN_HEADERS = new Set(
  'accept accept-language content-type prefer referer x-requested-with'.split(' '),
);
const SECRET_QUERY = /auth|token|secret|key|password|pass$/i;

/** The names of what stands in plain words. */
const plainIn = (all: Readonly<Record<string, unknown>>) =>
  Object.keys(all).filter((key) => typeof all[key] === 'string');

export const webAddress = z
  .strictObject({
    url: z.url({ protocol: /^https?$/, error: 'this is not an https address' }),
    /** Headers and parts of the address: plain, or secrets by the names of their environment variables. */
    headers: z.record(z.string().regex(/^[\w-]+$/), plainOrSecret).default({}),
    query: z.record(z.string().min(1), plainOrSecret).default({}),
    method: z.enum(['GET', 'POST']).default('GET'),
    /** What is posted, as JSON; an object of `env` alone is a secret. */
    body: z.json().optional(),
    /** Whether it may lead to private addresses: to any, or to these hosts only. */
    allowPrivate: z.union([z.boolean(), z.array(z.string().min(1))]).default(false),
  })
  .refine((a) => a.allowPrivate !== false || a.url.startsWith('https:'), 'this must be an https address')
  .refine((a) => a.body === undefined || a.method === 'POST', 'only POST has a body')
  .superRefine(({ headers, query }, context) => {
    const secret = [
      ...plainIn(headers).flatMap((key) => (PLAIN_HEADERS.has(key.toLowerCase()) ? [] : [['headers', key]])),
      ...plainIn(query).flatMap((key) => (SECRET_QUERY.test(key) ? [['query', key]] : [])),
    ];
    const message = 'what may be a secret is named by its environment variable, as {"env": "MY_KEY"}';
    for (const path of secret) context.addIssue({ code: 'custom', path, message });
  });
export type WebAddress = z.output<typeof webAddress>;

/** Where a table comes from: an address, a file, or each file of a folder. */
export const place = z.union([
  webAddress,
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ folder: z.string().min(1) }),
]);

export const common = z
  .partialRecord(z.enum(ROW_FIELDS), z.union([z.string(), z.number(), z.boolean()]))
  .default({});

/** What every feed may say. */
export const every = {
  id,
  name: name.optional(),
  /** Cron, in UTC. */
  schedule: schedule.default('0 * * * *'),
  timeoutSeconds: z.number().min(0.1).max(600).default(30),
  maxMegabytes: z.number().min(0.001).max(100).default(10),
  retries: z.int().min(0).max(10).default(3),
};
/** What can't be read in pieces is not large. */
export const wholeMegabytes = z.number().min(0.001).max(MOST_WHOLE_MEGABYTES).default(MOST_WHOLE_MEGABYTES);
/** What every feed of prices may say. */
export const ofPrices = {
  ...every,
  /** A price this many times its neighbour's waits for an admin. */
  holdFactor: z.number().min(1.05).max(1000).default(3),
  frozenAfterDays: days.default(10),
  staleAfterDays: days.default(DEFAULT_AGE_LIMITS.staleAfter),
  deadAfterDays: days.default(DEFAULT_AGE_LIMITS.deadAfter),
  decimal: z.enum(['.', ',']).optional(),
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  common,
};
