/**
 * What any Slack does, asked of the local Slack and, unchanged, of someone else's reading of Slack: the emulator that is
 * published as `emulate`. Only methods, fields and refusals that both have.
 */
import { LogLevel, WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../src/process/child-app.ts';
import { refusal, startCalls } from './calls.ts';
import { MANIFEST } from './peer.ts';

type Slack = { readonly client: WebClient; readonly close: () => Promise<void> };

const scopes = [...MANIFEST.oauth_config.scopes.bot, 'team:read'];

async function startOurs(): Promise<Slack> {
  const manifest = { ...MANIFEST, oauth_config: { scopes: { bot: scopes } } };
  const { slack, client } = await startCalls({ manifest });
  return { client, close: () => slack.close() };
}

async function startTheirs(): Promise<Slack> {
  const seed = {
    slack: {
      team: { name: 'Local Slack', domain: 'local' },
      users: [
        { name: 'lodestone', is_bot: true },
        { name: 'buyer', real_name: 'Buyer' },
      ],
      channels: [{ name: 'general' }, { name: 'procurement' }],
      strict_scopes: true,
      tokens: [
        { token: 'xoxb-contract', user: 'lodestone', scopes },
        { token: 'xoxp-buyer', user: 'buyer', scopes },
      ],
    },
  };
  const emulator = await createEmulator({ service: 'slack', port: await findFreePort(), seed });
  const client = new WebClient('xoxb-contract', {
    slackApiUrl: `${emulator.url}/api/`,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  // Here people are in a channel from the start.
  const { channels = [] } = await client.conversations.list({});
  for (const { id = '' } of channels) await client.conversations.join({ channel: id, token: 'xoxp-buyer' });
  return { client, close: () => emulator.close() };
}

describe.each([
  ['the local Slack', startOurs],
  ['emulate', startTheirs],
])('%s', (_name, start) => {
  let slack: Slack;
  let channel: string;
  let user: string;
  beforeAll(async () => {
    slack = await start();
    const { channels = [] } = await slack.client.conversations.list({ types: 'public_channel' });
    channel = channels.find(({ name }) => name === 'general')?.id ?? '';
    const { members = [] } = await slack.client.users.list({});
    user = members.find(({ name }) => name === 'buyer')?.id ?? '';
    await slack.client.conversations.join({ channel });
  });
  afterAll(() => slack.close());
  const post = async (text: string, more: object = {}): Promise<string> =>
    (await slack.client.chat.postMessage({ channel, text, ...more })).ts ?? '';

  test('says who one is', async () => {
    expect(await slack.client.auth.test()).toMatchObject({
      ok: true,
      team_id: expect.stringMatching(/^T/),
      user_id: expect.stringMatching(/^U/),
    });
    expect((await slack.client.team.info()).team).toMatchObject({ name: 'Local Slack' });
  });

  test('posts, replies, changes and deletes', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*one*' } }];
    const posted = await slack.client.chat.postMessage({ channel, text: 'one', blocks });
    expect(posted).toMatchObject({ ok: true, channel, ts: expect.stringMatching(/^\d+\.\d{6}$/) });
    expect(posted.message).toMatchObject({ type: 'message', text: 'one' });
    const ts = posted.ts ?? '';
    const reply = await post('reply', { thread_ts: ts });
    const { messages = [] } = await slack.client.conversations.replies({ channel, ts });
    expect(messages).toMatchObject([{ text: 'one' }, { text: 'reply', thread_ts: ts }]);
    const changed = await slack.client.chat.update({ channel, ts, text: 'two' });
    expect(changed).toMatchObject({ ok: true, channel, ts, text: 'two' });
    const { permalink } = await slack.client.chat.getPermalink({ channel, message_ts: ts });
    expect(permalink).toContain(`/archives/${channel}/p${ts.replace('.', '')}`);
    expect(await slack.client.chat.delete({ channel, ts: reply })).toMatchObject({
      ok: true,
      channel,
      ts: reply,
    });
    const after = await slack.client.conversations.replies({ channel, ts });
    expect(after.messages?.map(({ text }) => text)).toEqual(['two']);
  });

  test('keeps metadata, and gives it to who asks for it', async () => {
    const metadata = { event_type: 'digest', event_payload: { slot: '2026-11-30' } };
    const ts = await post('with metadata', { metadata });
    const page = await slack.client.conversations.history({ channel, include_all_metadata: true });
    expect(page.messages?.[0]).toMatchObject({ ts, text: 'with metadata', metadata });
  });

  test('gives history newest first, in pages, and threads apart', async () => {
    const first = await post('a');
    await post('b', { thread_ts: first });
    await post('c');
    const page = await slack.client.conversations.history({ channel, limit: 1 });
    expect(page).toMatchObject({ ok: true, has_more: true, messages: [{ text: 'c' }] });
    const cursor = page.response_metadata?.next_cursor ?? '';
    const next = await slack.client.conversations.history({ channel, limit: 1, cursor });
    expect(next.messages).toMatchObject([{ text: 'a', reply_count: 1 }]);
  });

  test('tells one person alone', async () => {
    const before = await slack.client.conversations.history({ channel });
    const told = await slack.client.chat.postEphemeral({ channel, user, text: 'psst' });
    expect(told).toMatchObject({ ok: true, message_ts: expect.stringMatching(/^\d+\.\d{6}$/) });
    const after = await slack.client.conversations.history({ channel });
    expect(after.messages?.length).toBe(before.messages?.length);
  });

  test('opens a direct message, once', async () => {
    const first = await slack.client.conversations.open({ users: user });
    const again = await slack.client.conversations.open({ users: user });
    expect(first.channel?.id).toMatch(/^D/);
    expect(again.channel?.id).toBe(first.channel?.id);
    const { ts } = await slack.client.chat.postMessage({ channel: first.channel?.id ?? '', text: 'hello' });
    const { messages } = await slack.client.conversations.history({ channel: first.channel?.id ?? '' });
    expect(messages?.map((message) => message.ts)).toContain(ts);
  });

  test('knows channels, members and people', async () => {
    const { channel: info } = await slack.client.conversations.info({ channel });
    expect(info).toMatchObject({ id: channel, name: 'general', is_channel: true });
    const { members } = await slack.client.conversations.members({ channel });
    expect(members).toContain(user);
    expect((await slack.client.users.info({ user })).user).toMatchObject({ id: user, name: 'buyer' });
  });

  test('counts reactions', async () => {
    const timestamp = await post('liked');
    await slack.client.reactions.add({ channel, timestamp, name: 'eyes' });
    await expect(slack.client.reactions.add({ channel, timestamp, name: 'eyes' })).rejects.toMatchObject(
      refusal('already_reacted'),
    );
    const { messages } = await slack.client.conversations.history({
      channel,
      latest: timestamp,
      inclusive: true,
      limit: 1,
    });
    expect(messages?.[0]?.reactions).toMatchObject([{ name: 'eyes', count: 1 }]);
    await slack.client.reactions.remove({ channel, timestamp, name: 'eyes' });
    await expect(slack.client.reactions.remove({ channel, timestamp, name: 'eyes' })).rejects.toMatchObject(
      refusal('no_reaction'),
    );
  });

  test('takes a file in three steps', async () => {
    const content = Buffer.from('a,b\n1,2\n');
    const { upload_url: url = '', file_id: id = '' } = await slack.client.files.getUploadURLExternal({
      filename: 'prices.csv',
      length: content.length,
    });
    expect((await fetch(url, { method: 'POST', body: content })).status).toBe(200);
    const done = await slack.client.files.completeUploadExternal({
      files: [{ id, title: 'Prices' }],
      channel_id: channel,
    });
    expect(done.files).toMatchObject([{ id, title: 'Prices' }]);
    expect((await slack.client.files.info({ file: id })).file).toMatchObject({ id, name: 'prices.csv' });
  });

  test('shows a Home', async () => {
    const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
    const published = await slack.client.views.publish({ user_id: user, view });
    expect(published.view).toMatchObject({
      id: expect.stringMatching(/^V/),
      type: 'home',
      blocks: [{ type: 'divider' }],
    });
    await expect(slack.client.views.open({ trigger_id: 'never.given', view: MODAL })).rejects.toThrow(
      /trigger/,
    );
  });

  test.each([
    [
      'a channel that is not there',
      () => slack.client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' }),
      'channel_not_found',
    ],
    ['no words', () => slack.client.chat.postMessage({ channel, text: '' }), 'no_text'],
    [
      'a message that is not there',
      () => slack.client.chat.update({ channel, ts: '1.000001', text: 'x' }),
      'message_not_found',
    ],
    [
      'a deletion of nothing',
      () => slack.client.chat.delete({ channel, ts: '1.000001' }),
      'message_not_found',
    ],
    [
      'a history of nowhere',
      () => slack.client.conversations.history({ channel: 'C0NOWHERE' }),
      'channel_not_found',
    ],
    ['a person who is not there', () => slack.client.users.info({ user: 'U0NOBODY' }), 'user_not_found'],
    ['a file that is not there', () => slack.client.files.info({ file: 'F0NOTHING' }), 'file_not_found'],
  ])('refuses %s', async (_what, call, error) => {
    await expect(call()).rejects.toMatchObject(refusal(error));
  });
});

const MODAL = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Title' },
  blocks: [{ type: 'divider' as const }],
};
