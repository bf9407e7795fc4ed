/** The local Slack's answers, as literals of the types that `@slack/web-api` has for them: the compiler is the judge. */
import type { App } from '@slack/bolt';
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { asJson, textIn } from '../src/wire/json.ts';
import { chatMethods } from '../src/methods/chat.ts';
import { conversationMethods } from '../src/methods/conversations.ts';
import { fileMethods } from '../src/methods/files.ts';
import { identityMethods } from '../src/methods/identity.ts';
import { reactionMethods } from '../src/methods/reactions.ts';
import { viewMethods } from '../src/methods/views.ts';
import { findChannel } from '../src/state/workspace.ts';
import type { Calls } from './calls.ts';
import { MANIFEST, startPeer } from './peer.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** `ChatPostMessageResponse` of `chat.postMessage`. */
const typeOf = (method: string): string =>
  `${method.replaceAll(/(?:^|\.)(\w)/g, (_all, letter: string) => letter.toUpperCase())}Response`;

/** The calls that need no trigger, each once or more. */
async function callEach({ slack, client, general: channel }: Calls): Promise<void> {
  const user = slack.user('Buyer').id;
  await client.api.test({});
  await client.auth.test();
  await client.team.info();
  await client.users.list({});
  await client.users.info({ user });
  await client.bots.info({ bot: slack.workspace.bot.botId });
  await client.conversations.list({ types: 'public_channel,im' });
  await client.users.conversations({});
  await client.conversations.join({ channel });
  await client.conversations.info({ channel, include_num_members: true });
  await client.conversations.members({ channel });
  await client.conversations.open({ users: user, return_im: true });
  const text = 'words';
  const posted = await client.chat.postMessage({
    channel,
    text,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text } },
      { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text } }] },
    ],
    metadata: { event_type: 'x', event_payload: {} },
  });
  const ts = posted.ts ?? '';
  await client.reactions.add({ channel, timestamp: ts, name: 'eyes' });
  await client.chat.postMessage({ channel, text, thread_ts: ts });
  await client.conversations.history({ channel, include_all_metadata: true });
  await client.conversations.replies({ channel, ts });
  await client.reactions.remove({ channel, timestamp: ts, name: 'eyes' });
  await client.chat.update({ channel, ts, text });
  await client.chat.getPermalink({ channel, message_ts: ts });
  await client.chat.postEphemeral({ channel, user, text });
  await client.chat.delete({ channel, ts });
  const content = Buffer.from('a');
  const upload = await client.files.getUploadURLExternal({ filename: 'a.txt', length: content.length });
  await fetch(upload.upload_url ?? '', { method: 'POST', body: content });
  const id = upload.file_id ?? '';
  await client.files.completeUploadExternal({ files: [{ id, title: 'A' }], channel_id: channel });
  await client.files.info({ file: id });
  await client.views.publish({ user_id: user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
}

const MODAL = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Title' },
  blocks: [{ type: 'divider' as const }],
};

/** Those that need a trigger, by an app that is given one. */
function openViews(app: App): void {
  app.shortcut('ask:open', async ({ ack, body, client }) => {
    const opened = await client.views.open({ trigger_id: body.trigger_id, view: MODAL });
    await client.views.update({ view_id: opened.view?.id ?? '', view: MODAL });
    await ack();
  });
}

/** The types have enums for what a block's `type` is, which no literal fits, and know no null, which Slack sends for the empty fields of a view. */
const NO_FAULT = /to type '\w*Type \| undefined'|'null' is not assignable/;

const wrongIn = (output: unknown): readonly string[] =>
  textIn(output)
    .split('\n')
    .filter((line) => line !== '' && !NO_FAULT.test(line));

test('each answer is what the types of the Web API say', async () => {
  const bot = [...MANIFEST.oauth_config.scopes.bot, 'team:read'];
  const manifest = { ...MANIFEST, oauth_config: { scopes: { bot } } };
  const { app, slack, stop } = await startPeer(openViews, { manifest });
  const general = findChannel(slack.workspace, '#general')?.id ?? '';
  await callEach({ slack, client: app.client, general });
  await slack.user('Buyer').shortcut('ask:open');
  const answers = slack
    .exchanges()
    .flatMap((exchange) =>
      exchange.direction === 'from-app' && exchange.kind === 'web-api' ? [exchange] : [],
    );
  await stop();
  const seen = new Set(answers.map(({ method }) => method));
  const all = [chatMethods, conversationMethods, fileMethods, identityMethods, reactionMethods, viewMethods];
  // `views.push` answers as `views.open` does, and needs a trigger of an open modal.
  const missing = all.flatMap(Object.keys).filter((name) => !seen.has(name) && name !== 'views.push');
  expect(missing).toEqual([]);

  const literals = answers.map(
    ({ method, answer }, index) =>
      `export const answer${index}: ${typeOf(method)} = ${JSON.stringify(answer?.body, undefined, 2)};`,
  );
  const imports = [...seen].map(typeOf).join(', ');
  const folder = join(ROOT, 'node_modules/.cache/answer-types');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'answers.ts'),
    `import type { ${imports} } from '@slack/web-api';\n${literals.join('\n')}\n`,
  );
  const config = {
    extends: '../../../tsconfig.json',
    compilerOptions: { exactOptionalPropertyTypes: false },
    include: ['answers.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const found = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch(
    (error: unknown) => error,
  );
  expect(wrongIn(asJson(found)?.['stdout'])).toEqual([]);
  await rm(folder, { recursive: true });
}, 30_000);
