/** The least that a Bolt app is: it checks its token, listens, and says that it is ready. */
import { env, stdout } from 'node:process';
import bolt from '@slack/bolt';

const app = new bolt.App({
  token: env['SLACK_BOT_TOKEN'] ?? '',
  signingSecret: env['SLACK_SIGNING_SECRET'] ?? '',
  clientOptions: { slackApiUrl: env['SLACK_API_URL'] ?? '' },
  deferInitialization: true,
});
app.message('hello', async ({ say }) => {
  await say('hello');
});
await app.init();
await app.start(Number(env['PORT']));
stdout.write('"ready"\n');
