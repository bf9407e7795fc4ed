/** What the environment sets, checked; `environment.ts` reads it. One schema, so longer than code should be. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { chooseCharts, chartVariables, CHART_FIXES, type ChartsConfig } from './chart-config.ts';
import { chooseData, dataVariables, DATA_FIXES, type DataOptions } from './data-config.ts';
import type { Environment } from './environment.ts';
import { StartError, type Problem } from '#src/platform/errors.ts';
import { chooseLimits, LIMIT_FIXES, limitVariables, type LimitOptions } from './limit-config.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

interface Common extends DataOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The address to listen on; `undefined` is every one of this machine. */
  readonly listenHost: string | undefined;
  /** With a slash at its end; `undefined` is Slack's own. */
  readonly slackApiUrl: string | undefined;
  readonly charts: ChartsConfig;
  /** The address under which it is reached from outside; `undefined` where none is set. */
  readonly publicUrl: string | undefined;
  /** By which Slack signs what Slackbot asks; `undefined` where there is no address for Slackbot to ask at. */
  readonly slackbotSecret: string | undefined;
  /** The folder of what Lodestone keeps: the embedded database, and the secret that signs charts. */
  readonly stateDir: string;
  /** A PostgreSQL instead of the embedded database. Holds a password. */
  readonly databaseUrl: string | undefined;
  /** What becomes of a digest that may or may not have been posted, where Slack lets nobody look. */
  readonly inDoubt: 'skip' | 'repeat';
  /** Whether digests are for admins to set up: Slack's own, and these people. */
  readonly digestAdminsOnly: boolean;
  /** People's ids. */
  readonly adminUsers: readonly string[];
  readonly limits: LimitOptions;
  /** Where the feeds of quotes are set up; it need not be there. */
  readonly feedsFile: string;
  /** A feed's secret, by the name of its environment variable. */
  readonly secret: (name: string) => string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** How Lodestone meets Slack: over HTTP, over Socket Mode, or with a local Slack where there are no tokens. */
export type Config =
  | (Common & { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string })
  | (Common & { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string })
  | (Common & { readonly mode: 'local' });

const WHERE = {
  SLACK_BOT_TOKEN: 'Copy the Bot User OAuth Token (xoxb-...) from OAuth & Permissions at api.slack.com/apps.',
  SLACK_APP_TOKEN:
    'Make an app-level token (xapp-...) with connections:write under Basic Information at api.slack.com/apps.',
  SLACK_SIGNING_SECRET: 'Copy the Signing Secret from Basic Information at api.slack.com/apps.',
} as const;
type Secret = keyof typeof WHERE;

const token = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}-[\\w-]{6,}$`), `this is not a token that begins with ${prefix}-`)
    .optional();

const yesOrNo = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'], 'this is neither true nor false')
  .transform((word) => ['true', '1', 'yes'].includes(word))
  .default(false);

const variables = z.object({
  ...dataVariables,
  SLACK_BOT_TOKEN: token('xoxb'),
  SLACK_APP_TOKEN: token('xapp'),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^(?!xox|xapp-)\S{8,}$/, 'this is not a signing secret')
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'this is not an http or https address' })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'this is not a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'this is not a port number')
    .default(3000),
  LISTEN_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'this is not an address')
    .optional(),
  ...chartVariables,
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/\S+$/, 'this is not the address of a PostgreSQL database')
    .optional(),
  IN_DOUBT: z.enum(['skip', 'repeat'], 'this is neither skip nor repeat').default('skip'),
  DIGEST_ADMINS_ONLY: yesOrNo,
  ADMIN_USERS: z
    .string()
    .regex(/^[UW][A-Z0-9]+(?:[\s,]+[UW][A-Z0-9]+)*$/, 'these are not ids of people')
    .transform((ids) => ids.split(/[\s,]+/))
    .default([]),
  ...limitVariables,
  FEEDS_FILE: z
    .string()
    .default('feeds.json')
    .transform((file) => resolve(file)),
  LOG_LEVEL: z.enum(LOG_LEVELS, `this is not one of ${LOG_LEVELS.join(', ')}`).default('info'),
  NODE_ENV: z.string().optional(),
});
type Variables = z.output<typeof variables>;

const FIXES: Readonly<Record<string, string>> = {
  ...WHERE,
  SLACK_API_URL: 'Leave it out for Slack itself, or give an address such as http://localhost:3000/api/.',
  PORT: 'Give a number from 0 to 65535, or leave it out for 3000.',
  LISTEN_HOST: 'Give an address of this machine such as 127.0.0.1, or leave it out for all of them.',
  ...CHART_FIXES,
  ...DATA_FIXES,
  ...LIMIT_FIXES,
  DATABASE_URL:
    'Give one such as postgres://user:password@host:5432/lodestone, or leave it out for the embedded database.',
  IN_DOUBT: 'Give skip (rather once too few) or repeat (rather twice), or leave it out for skip.',
  DIGEST_ADMINS_ONLY: 'Give true or false, or leave it out for false.',
  ADMIN_USERS: 'Give ids such as U012ABC,U034DEF: in Slack, a profile’s menu has “Copy member ID”.',
  LOG_LEVEL: 'Choose one of them, or leave it out for info.',
};

/** Blank is unset, as in a copied `.env.example`; a pasted secret often brings a space or a line end along. */
function readVariables<T extends z.ZodObject>(schema: T, env: Environment): z.output<T> {
  const trimmed = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const parsed = schema.safeParse(trimmed);
  if (parsed.success) return parsed.data;
  throw new StartError(
    parsed.error.issues.map((issue) => {
      const subject = String(issue.path[0]);
      return { subject, reason: issue.message, fix: FIXES[subject] ?? '' };
    }),
  );
}

/**
 * Which data to load, for what needs no Slack: the terminal and the data check.
 * @throws StartError naming each variable that is wrong.
 */
export function readDataOptions(env: Environment): DataOptions {
  return chooseData(readVariables(z.object(dataVariables), env));
}

/**
 * Where quotes are and what reads them, for the terminal.
 * @throws StartError where a variable makes no sense
 */
export function readQuoteOptions(
  env: Environment,
): DataOptions & Pick<Common, 'stateDir' | 'databaseUrl' | 'feedsFile' | 'secret'> {
  const { STATE_DIR, DATABASE_URL, FEEDS_FILE } = variables.shape;
  const given = readVariables(z.object({ STATE_DIR, DATABASE_URL, FEEDS_FILE }), env);
  return {
    ...readDataOptions(env),
    stateDir: given.STATE_DIR,
    databaseUrl: given.DATABASE_URL,
    feedsFile: given.FEEDS_FILE,
    secret: secretsOf(env),
  };
}

/**
 * The same, and how charts are had: for assistants on this machine.
 * @throws StartError where a variable makes no sense
 */
export function readMcpOptions(
  env: Environment,
): ReturnType<typeof readQuoteOptions> & { readonly charts: ChartsConfig } {
  const charts = chooseCharts(readVariables(z.object(chartVariables), env), undefined);
  return { ...readQuoteOptions(env), charts };
}

/**
 * Reads and checks the environment.
 * @throws StartError naming each wrong or half-set variable, and the fix. Values of secrets are never part of it.
 */
export function readConfig(env: Environment): Config {
  return chooseMode(readVariables(variables, env), secretsOf(env));
}

/** For what names its secrets by their variables. */
function secretsOf(env: Environment): Common['secret'] {
  return (name) => env[name]?.trim() || undefined;
}

function chooseMode(given: Variables, secret: Common['secret']): Config {
  const common: Common = {
    port: given.PORT,
    listenHost: given.LISTEN_HOST,
    slackApiUrl: given.SLACK_API_URL,
    charts: chooseCharts(given, localAddress(given)),
    publicUrl: given.PUBLIC_URL,
    slackbotSecret: given.PUBLIC_URL === undefined ? undefined : given.SLACK_SIGNING_SECRET,
    stateDir: given.STATE_DIR,
    databaseUrl: given.DATABASE_URL,
    inDoubt: given.IN_DOUBT,
    digestAdminsOnly: given.DIGEST_ADMINS_ONLY,
    adminUsers: given.ADMIN_USERS,
    ...chooseData(given),
    limits: chooseLimits(given),
    feedsFile: given.FEEDS_FILE,
    secret,
    logLevel: given.LOG_LEVEL,
  };
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (botToken !== undefined) {
    // An app in Socket Mode gets nothing over HTTP, so an app-level token decides.
    if (appToken !== undefined) return { ...common, mode: 'socket', botToken, appToken };
    if (signingSecret !== undefined) return { ...common, mode: 'http', botToken, signingSecret };
    throw new StartError([
      missing('SLACK_SIGNING_SECRET', 'is missing beside SLACK_BOT_TOKEN (to be reached over HTTP)'),
      missing('SLACK_APP_TOKEN', 'or this one (for Socket Mode, without a public address)'),
    ]);
  }
  const half = appToken === undefined ? signingSecret && 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
  if (half !== undefined) throw new StartError([missing('SLACK_BOT_TOKEN', `is missing beside ${half}`)]);
  if (given.NODE_ENV === 'production') {
    throw new StartError([
      missing('SLACK_BOT_TOKEN', 'is missing, and NODE_ENV is production, where no local Slack is started'),
    ]);
  }
  return { ...common, mode: 'local' };
}

/** Where a local Slack's charts are: the parent process serves them, and passes its address on to the app. */
function localAddress({ SLACK_BOT_TOKEN, PORT }: Variables): string | undefined {
  return SLACK_BOT_TOKEN === undefined && PORT !== 0 ? `http://127.0.0.1:${PORT}` : undefined;
}

function missing(subject: Secret, reason: string): Problem {
  return { subject, reason, fix: WHERE[subject] };
}
