/** An app that has every kind of element, and says in the direct message what it was given. */
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { env } from 'node:process';
import { FORM, filledForm, SHOWN, SECOND, UPDATED } from './blocks.ts';

const receiver = new HTTPReceiver({
  signingSecret: env['SLACK_SIGNING_SECRET'] ?? '',
  logLevel: LogLevel.ERROR,
  customRoutes: [
    { path: '/healthz', method: 'GET', handler: (_request, response) => response.end('healthy') },
  ],
});
const app = new App({
  receiver,
  token: env['SLACK_BOT_TOKEN'] ?? '',
  clientOptions: { slackApiUrl: env['SLACK_API_URL'] ?? '' },
  deferInitialization: true,
  logLevel: LogLevel.ERROR,
});

app.command('/form', async ({ ack, body, client }) => {
  await ack();
  const [general] = (await client.conversations.list()).channels ?? [];
  const view = body.text === 'filled' ? filledForm(body.user_id, general?.id ?? '') : FORM;
  await client.views.open({ trigger_id: body.trigger_id, view });
});
app.shortcut('form:open', async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: FORM });
});
app.shortcut('message:measure', async ({ ack, body, client }) => {
  await ack();
  if (body.type !== 'message_action') return;
  const text = `${body.message.text?.length ?? 0} letters`;
  await client.chat.postMessage({ channel: body.user.id, text });
});
app.command('/show', async ({ ack, respond }) => {
  await ack();
  await respond({ response_type: 'in_channel', text: 'What can be pressed', blocks: SHOWN });
});
app.message('edit', async ({ say, client }) => {
  const { channel = '', ts = '' } = await say('before');
  await client.chat.update({ channel, ts, text: 'after' });
});
app.options(/external$/i, async ({ ack, payload }) => {
  const metals = ['neodymium', 'neon', 'nickel', 'terbium'].filter((name) => name.startsWith(payload.value));
  await ack({ options: metals.map((name) => ({ text: { type: 'plain_text', text: name }, value: name })) });
});
app.action('update', async ({ ack, body, client }) => {
  await ack();
  if (body.type === 'block_actions' && body.view)
    await client.views.update({ view_id: body.view.id, view: UPDATED });
});
app.action('push', async ({ ack, body, client }) => {
  await ack();
  if (body.type === 'block_actions') await client.views.push({ trigger_id: body.trigger_id, view: SECOND });
});
app.action('pressed', async ({ ack, respond, action }) => {
  await ack();
  await respond({ replace_original: false, response_type: 'ephemeral', text: JSON.stringify(action) });
});
app.action('replace', async ({ ack, respond }) => {
  await ack();
  await respond({ replace_original: true, text: 'Replaced' });
});
app.view('form', async ({ ack, view, client, body }) => {
  const { values } = view.state;
  if (values['plain']?.['plain']?.value === 'wrong') {
    await ack({ response_action: 'errors', errors: { plain: 'That is wrong.' } });
    return;
  }
  await ack();
  const given = Object.entries(values).map(([block, held]) => [block, Object.values(held)[0]] as const);
  await client.chat.postMessage({
    channel: body.user.id,
    text: `Given: ${JSON.stringify(Object.fromEntries(given))}`,
  });
});
app.view('second', async ({ ack }) => ack());
app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: SHOWN } });
});

await app.init();
await app.start(Number(env['PORT']));
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
