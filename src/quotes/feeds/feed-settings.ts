/** The feeds file: which feeds there are, how each is read, and what holds for all quotes. Secrets are named, never held. One schema, so longer than code should be. */
import { readFile } from 'node:fs/promises';
import { Cron } from 'croner';
import { z } from 'zod';
import { CURRENCIES } from '#src/domain/measure/figure.ts';
import { IMPORTED, isSource, MANUAL } from '#src/domain/series/quote.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { DEFAULT_AGE_LIMITS } from '#src/domain/series/freshness.ts';
import { isExpression } from './expression.ts';
import { MOST_WHOLE_MEGABYTES } from './limits.ts';
import { ROW_FIELDS } from '#src/quotes/tables/read-row.ts';

const id = z
  .string()
  .refine(isSource, 'an id is lower case letters, digits and dashes')
  .refine((word) => word !== MANUAL, `"${MANUAL}" is what people enter by hand`)
  .refine((word) => word !== IMPORTED, `"${IMPORTED}" is what is imported in a terminal`);
const name = z.string().trim().min(1).max(80);
const days = z.int().min(1).max(3650);
const date = z.string().refine(isDate, 'this is not a date such as 2026-11-20');
const expression = z.string().refine(isExpression, 'this is not a JMESPath expression');
const schedule = z.string().refine((pattern) => {
  try {
    return new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}, 'this is not a cron schedule such as "30 7 * * 1-5"');
const currency = z.enum(CURRENCIES);
const perBase = z.partialRecord(currency, z.number().positive());

const secretNamed = z.strictObject({
  env: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'this is not the name of an environment variable'),
  prefix: z.string().max(40).default(''),
});

const webAddress = z
  .strictObject({
    url: z.url({ protocol: /^https?$/, error: 'this is not an https address' }),
    /** Secrets that are sent as headers, or as part of the address. */
    headers: z.record(z.string().regex(/^[\w-]+$/), secretNamed).default({}),
    query: z.record(z.string().min(1), secretNamed).default({}),
    /** Whether it may lead to private addresses: to any, or to these hosts only. */
    allowPrivate: z.union([z.boolean(), z.array(z.string().min(1))]).default(false),
  })
  .refine((a) => a.allowPrivate !== false || a.url.startsWith('https:'), 'this must be an https address');
export type WebAddress = z.output<typeof webAddress>;

const place = z.union([
  webAddress,
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ folder: z.string().min(1) }),
]);

const common = z
  .partialRecord(z.enum(ROW_FIELDS), z.union([z.string(), z.number(), z.boolean()]))
  .default({});

const every = {
  id,
  name: name.optional(),
  /** Cron, in UTC. */
  schedule: schedule.default('0 * * * *'),
  timeoutSeconds: z.number().min(0.1).max(600).default(30),
  maxMegabytes: z.number().min(0.001).max(100).default(10),
  retries: z.int().min(0).max(10).default(3),
};
/** What can't be read in pieces is not large. */
const wholeMegabytes = z.number().min(0.001).max(MOST_WHOLE_MEGABYTES).default(MOST_WHOLE_MEGABYTES);
const ofPrices = {
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

const csvFeed = z.strictObject({
  kind: z.literal('csv'),
  ...ofPrices,
  from: place,
  /** The file's heading for a field. */
  columns: z.partialRecord(z.enum(ROW_FIELDS), z.string().min(1)),
  delimiter: z.string().length(1).optional(),
});
export type CsvFeed = z.output<typeof csvFeed>;

const jsonFeed = z.strictObject({
  kind: z.literal('json'),
  ...ofPrices,
  maxMegabytes: wholeMegabytes,
  from: webAddress,
  /** What must be true of an answer that is none of an error. */
  success: expression.optional(),
  quotes: z
    .array(
      z.strictObject({
        /** A list in the answer; without it the answer as a whole is one row. */
        rows: expression.optional(),
        fields: z.partialRecord(z.enum(ROW_FIELDS), expression),
        invert: z.boolean().default(false),
        common,
      }),
    )
    .min(1),
});
export type JsonFeed = z.output<typeof jsonFeed>;

const ecbFeed = z.strictObject({
  kind: z.literal('ecb'),
  ...every,
  maxMegabytes: wholeMegabytes,
  from: webAddress.default({
    url: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
    headers: {},
    query: {},
    allowPrivate: false,
  }),
});
export type EcbFeed = z.output<typeof ecbFeed>;

export type Feed = CsvFeed | JsonFeed | EcbFeed;

const feedsFile = z.strictObject({
  feeds: z
    .array(z.discriminatedUnion('kind', [csvFeed, jsonFeed, ecbFeed]))
    .default([])
    .refine((feeds) => new Set(feeds.map((f) => f.id)).size === feeds.length, 'an id is used twice'),
  /** Rates that hold as of one day, instead of a feed of them. */
  fixedRates: z
    .strictObject({ source: name, date, base: currency, perBase, maxAgeDays: days.optional() })
    .optional(),
  /** VAT of places, beside what is known of China. */
  vat: z.array(z.strictObject({ place: name, percent: z.number().min(0).max(50), since: date })).default([]),
  /** Who may enter prices by hand: everyone, admins, or these people. */
  mayEnter: z
    .union([
      z.enum(['everyone', 'admins']),
      z.array(z.string().regex(/^[UW][A-Z0-9]+$/, 'this is no id of a person')),
    ])
    .default('admins'),
  manual: z
    .strictObject({ staleAfterDays: ofPrices.staleAfterDays, deadAfterDays: ofPrices.deadAfterDays })
    .prefault({}),
});
export type FeedSettings = z.output<typeof feedsFile>;

/** What holds without a feeds file. */
export const NO_FEEDS: FeedSettings = feedsFile.parse({});

/** The feeds file can't be used. Each fault is "file: field: reason". */
export class FeedsFileError extends Error {
  override readonly name = 'FeedsFileError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * Reads the feeds file; one that isn't there sets up no feed.
 * @throws FeedsFileError naming every fault
 */
export async function readFeedSettings(file: string): Promise<FeedSettings> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NO_FEEDS;
    throw new FeedsFileError([
      `${file}: the file: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  return parseFeedSettings(text, file);
}

/** @throws FeedsFileError */
export function parseFeedSettings(text: string, file: string): FeedSettings {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FeedsFileError([
      `${file}: the file: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  const parsed = feedsFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new FeedsFileError(
    parsed.error.issues.map((issue) => `${file}: ${fieldOf(issue.path, json)}: ${issue.message}`),
  );
}

/** "feeds[0].schedule (smm)": with the feed's id, where it has one. */
function fieldOf(path: readonly PropertyKey[], json: unknown): string {
  const words = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const named = z.object({ feeds: z.array(z.object({ id: z.string() }).catch({ id: '' })) }).safeParse(json);
  const at = path[0] === 'feeds' && typeof path[1] === 'number' ? named.data?.feeds[path[1]]?.id : undefined;
  return `${words.replace(/^\./, '') || 'the file'}${at === undefined || at === '' ? '' : ` (${at})`}`;
}
