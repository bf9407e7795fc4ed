/** What the measured bot stands among: a local Slack, and a server that takes what it answers and has its feeds. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from 'local-slack';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { OPTIONAL_SCOPES } from '#src/slack/setup/subscriptions.ts';
import { feedAt } from './feeds.ts';
import { startMeasured, type Measured } from './measured.ts';

export const SECRETS = {
  signingSecret: '0123456789abcdef0123456789abcdef',
  botToken: 'xoxb-1-bench',
  appToken: 'xapp-1-bench',
};
/** Below those that the system hands out by itself. */
const [FIRST_PORT, PORTS] = [20_000, 12_000];

export interface Surroundings {
  readonly slack: Simulator;
  /** Of the server, with a slash at the end. */
  readonly url: string;
  /** From now on there are feeds; before, 503 is answered. */
  openFeeds(): void;
  /** Starts the bot as `npm start` does. @param feeds The feeds file's text. @param more Further settings. */
  startBot(feeds: string, more?: Readonly<Record<string, string>>): Promise<Measured>;
  /** Where the bot that was started listens. */
  readonly botUrl: string;
  end(): Promise<void>;
}

export async function surround(): Promise<Surroundings> {
  const folder = await mkdtemp(join(tmpdir(), 'lodestone-bench-'));
  const port = FIRST_PORT + (process.pid % PORTS);
  let open = false;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    response.statusCode = open || path === '/' ? 200 : 503;
    request.resume().on('end', () => response.end(open && path !== '/' ? feedAt(path) : 'ok'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const slack = await startSimulator({
    manifest: buildManifest(COMMANDS, Object.keys(OPTIONAL_SCOPES)),
    ...SECRETS,
    people: [{ name: 'Buyer', admin: true }],
    rateLimits: false,
  });
  return {
    slack,
    url: `http://127.0.0.1:${address.port}/`,
    openFeeds: () => {
      open = true;
    },
    botUrl: `http://127.0.0.1:${port}`,
    startBot: async (feeds, more = {}) => {
      const stateDir = await mkdtemp(join(folder, 'state-'));
      const file = join(stateDir, 'feeds.json');
      await writeFile(file, feeds);
      const bot = startMeasured('src/main.ts', {
        PORT: String(port),
        SLACK_API_URL: slack.apiUrl,
        SLACK_BOT_TOKEN: SECRETS.botToken,
        SLACK_SIGNING_SECRET: SECRETS.signingSecret,
        STATE_DIR: stateDir,
        FEEDS_FILE: file,
        CHARTS: 'off',
        // One person sends all texts: a refusal would be measured in place of an answer.
        LIMIT_QUESTIONS: '9999999,9999999',
        ...more,
      });
      await bot.says('"ready"');
      slack.setAppUrl(`http://127.0.0.1:${port}/slack/events`);
      return bot;
    },
    end: async () => {
      await slack.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
