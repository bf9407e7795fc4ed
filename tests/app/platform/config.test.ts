import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig, readDataOptions } from '#src/platform/settings/config.ts';
import { StartError } from '#src/platform/errors.ts';

const bot = 'xoxb-12345-abcdef';
const app = 'xapp-1-A1-abcdef';
const secret = '8f742231b10e8888abcd99baac85a585';

const problemsOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  return undefined;
};

describe('the environment', () => {
  it('without tokens is a local Slack', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'local',
      port: 3000,
      defaultMetal: 'neodymium',
      logLevel: 'info',
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret }, 'http'],
    [{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }, 'socket'],
    [{ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret }, 'socket'],
    [{ SLACK_BOT_TOKEN: ` ${bot}\n`, SLACK_SIGNING_SECRET: secret, NODE_ENV: 'production' }, 'http'],
    [{ SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: ' ' }, 'local'],
  ])('%j means %s', (env, mode) => {
    expect(readConfig(env)).toMatchObject({ mode });
  });

  it('puts a slash at the end of the Web API’s address', () => {
    expect(readConfig({ SLACK_API_URL: 'http://localhost:1/api' }).slackApiUrl).toBe(
      'http://localhost:1/api/',
    );
  });

  it.each([
    [{ SLACK_BOT_TOKEN: bot }, ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN']],
    [{ SLACK_SIGNING_SECRET: secret }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_APP_TOKEN: app }, ['SLACK_BOT_TOKEN']],
    [{ NODE_ENV: 'production' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot }, ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
    [{ SLACK_BOT_TOKEN: 'xoxp-12345-abcdef', SLACK_SIGNING_SECRET: secret }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: bot }, ['SLACK_SIGNING_SECRET']],
    [{ PORT: 'eighty' }, ['PORT']],
    [{ PORT: '70000' }, ['PORT']],
    [{ SLACK_API_URL: 'localhost' }, ['SLACK_API_URL']],
    [{ SLACK_API_URL: 'ftp://x.test/' }, ['SLACK_API_URL']],
    [{ CHART_HOST: 'no host' }, ['CHART_HOST']],
    [{ DEFAULT_METAL: '../etc' }, ['DEFAULT_METAL']],
    [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [{ LIMIT_DIGESTS: '50' }, ['LIMIT_DIGESTS']],
    [{ LIMIT_ALERTS: '0,5' }, ['LIMIT_ALERTS']],
    [{ LIMIT_QUESTIONS: '60,50' }, ['LIMIT_QUESTIONS']],
    [{ PORT: 'x', LOG_LEVEL: 'y', DEFAULT_METAL: 'Z!' }, ['DEFAULT_METAL', 'PORT', 'LOG_LEVEL']],
  ])('%j stops the start, naming the variable and the fix', (env, subjects) => {
    const error = problemsOf(env);
    expect(error?.problems.map((p) => p.subject)).toEqual(subjects);
    for (const { reason, fix } of error?.problems ?? []) {
      expect(reason).not.toBe('');
      expect(fix).not.toBe('');
    }
  });

  it('never repeats a value: it may be a secret', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (value) => {
        const wrong = `wrong ${value} `;
        const error = problemsOf({
          SLACK_BOT_TOKEN: wrong,
          SLACK_APP_TOKEN: wrong,
          SLACK_SIGNING_SECRET: wrong,
        });
        expect(error?.message).not.toContain(wrong.trim());
        expect(error?.problems).toHaveLength(3);
      }),
    );
  });

  it('gives the terminal its data without asking for tokens', () => {
    const options = readDataOptions({ SLACK_BOT_TOKEN: 'nonsense', DATA_DIR: '/d' });
    expect(options).toMatchObject({ dataDir: '/d', defaultMetal: 'neodymium' });
    expect(() => readDataOptions({ DEFAULT_METAL: 'a b' })).toThrow('DEFAULT_METAL');
    expect(readDataOptions({ ANSWER_PRECISION: '.8', STATE_DIR: '/s' })).toMatchObject({
      precision: 0.8,
      cacheDir: '/s/cache',
    });
    expect(readDataOptions({}).precision).toBe(0.95);
    for (const ANSWER_PRECISION of ['95', '95%', '0.2', '1', '0.9999'])
      expect(() => readDataOptions({ ANSWER_PRECISION })).toThrow('ANSWER_PRECISION');
    expect(readDataOptions({}).strangers).toBe(0.4);
    expect(readDataOptions({ STRANGER_SHARE: '0' }).strangers).toBe(0);
    for (const STRANGER_SHARE of ['50', '1', '0.95', '-0.1', 'few'])
      expect(() => readDataOptions({ STRANGER_SHARE })).toThrow('STRANGER_SHARE');
  });
});
