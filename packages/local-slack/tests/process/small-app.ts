/** A small app for the local Slack to run as its child: it answers direct messages with its process id, and can be told to die. */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { env } from 'node:process';

if (env['BROKEN'] !== undefined) throw new Error(`data/broken.json: ${env['BROKEN']}`);
if (env['NEVER_READY'] !== undefined) {
  process.stdout.write(`starting as pid ${process.pid}\n`);
  setInterval(() => undefined, 1000);
  await new Promise(() => undefined);
}

const receiver = new HTTPReceiver({
  signingSecret: env['SLACK_SIGNING_SECRET'] ?? '',
  logLevel: LogLevel.ERROR,
  customRoutes: [
    { path: '/healthz', method: 'GET', handler: (_request, response) => response.end('healthy') },
    {
      path: '/chart/1',
      method: 'GET',
      handler: (request, response) => response.end(`chart ${request.url ?? ''}`),
    },
  ],
});
const app = new App({
  receiver,
  token: env['SLACK_BOT_TOKEN'] ?? '',
  clientOptions: { slackApiUrl: env['SLACK_API_URL'] ?? '' },
  deferInitialization: true,
  logLevel: LogLevel.ERROR,
});
app.message(async ({ message, say }) => {
  if (!('text' in message) || 'bot_id' in message) return;
  if (message.text === 'die') process.exit(3);
  await say(
    `pid ${process.pid} port ${env['PORT'] ?? ''} node_env ${env['NODE_ENV'] ?? 'unset'} heard ${message.text ?? ''}`,
  );
});
await app.init();
await app.start(Number(env['PORT']));
process.once('SIGTERM', () => {
  process.stdout.write('the app stops\n');
  void app.stop().then(() => process.exit(0));
});
