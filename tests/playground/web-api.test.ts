import { get } from 'node:http';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonsIn, textIn } from '#src/playground/json.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from '#src/playground/simulator.ts';
import { findChannel } from '#src/playground/workspace.ts';
import { MANIFEST, SECRETS } from './peer.ts';

let slack: Simulator;
let client: WebClient;
let general: string;

async function start(options: Partial<SimulatorOptions> = {}): Promise<void> {
  slack = await startSimulator({ manifest: MANIFEST, ...SECRETS, rateLimits: false, ...options });
  client = clientWith(SECRETS.botToken);
  general = findChannel(slack.workspace, '#general')?.id ?? '';
}
const clientWith = (token?: string): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    timeout: 300,
  });
const refusal = (error: string): object => ({ data: { ok: false, error } });

beforeEach(() => start());
afterEach(() => slack.close());

describe('who may call', () => {
  test('no token, a wrong one, one of the wrong kind', async () => {
    await expect(clientWith().auth.test()).rejects.toMatchObject(refusal('not_authed'));
    await expect(clientWith('xoxb-other').auth.test()).rejects.toMatchObject(refusal('invalid_auth'));
    await expect(clientWith(SECRETS.appToken).auth.test()).rejects.toMatchObject(
      refusal('not_allowed_token_type'),
    );
    await expect(client.apps.connections.open()).rejects.toMatchObject(refusal('not_allowed_token_type'));
  });
  test('a scope that the manifest lacks is named', async () => {
    await expect(client.team.info()).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'team:read', provided: expect.stringContaining('chat:write') },
    });
  });
  test('an unknown method', async () => {
    await expect(client.apiCall('chat.shout')).rejects.toMatchObject(refusal('unknown_method'));
    await expect(client.apiCall('toString')).rejects.toMatchObject(refusal('unknown_method'));
  });
  test('tokens do not reach the log', async () => {
    await client.auth.test({ token: SECRETS.botToken });
    expect(slack.exchanges()).toHaveLength(1);
    expect(JSON.stringify(slack.exchanges())).not.toContain(SECRETS.botToken);
  });
  test('JSON bodies and forms mean the same', async () => {
    const headers = {
      authorization: `Bearer ${SECRETS.botToken}`,
      'content-type': 'application/json; charset=utf-8',
    };
    const body = JSON.stringify({ channel: general, text: 'hi', blocks: [{ type: 'divider' }] });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({
      ok: true,
      message: { text: 'hi', blocks: [{ type: 'divider' }] },
    });
  });
});

test('another name than the local ones is refused', async () => {
  const { port } = new URL(slack.url);
  const status = await new Promise((resolve, reject) => {
    const headers = { host: `slack.evil.example:${port}` };
    get({ host: '127.0.0.1', port, path: '/api/api.test', headers }, (response) =>
      resolve(response.resume().statusCode),
    ).once('error', reject);
  });
  expect(status).toBe(403);
});

describe('chat', () => {
  test('post, reply, update, delete', async () => {
    const { ts = '', message } = await client.chat.postMessage({
      channel: '#general',
      text: 'one',
      metadata: { event_type: 'x', event_payload: { a: 1 } },
    });
    expect(message).toMatchObject({
      text: 'one',
      bot_id: slack.workspace.bot.botId,
      metadata: { event_type: 'x' },
    });
    await client.chat.postMessage({ channel: general, text: 'reply', thread_ts: ts });
    await client.chat.update({ channel: general, ts, text: 'two' });
    expect(slack.messagesIn('#general').map((m) => m.text)).toEqual(['two', 'reply']);
    const { permalink } = await client.chat.getPermalink({ channel: general, message_ts: ts });
    expect(permalink).toContain(`/archives/${general}/p${ts.replace('.', '')}`);
    await client.chat.delete({ channel: general, ts });
    expect(slack.messagesIn('#general').map((m) => m.text)).toEqual(['reply']);
  });
  test('an update keeps the blocks it does not name, and an empty list takes them away', async () => {
    const { ts = '' } = await client.chat.postMessage({
      channel: general,
      text: 'one',
      blocks: [{ type: 'divider' }],
    });
    await client.chat.update({ channel: general, ts, text: 'two' });
    expect(slack.messagesIn('#general')[0]).toMatchObject({ text: 'two', blocks: [{ type: 'divider' }] });
    await client.chat.update({ channel: general, ts, text: 'three', blocks: [] });
    expect(slack.messagesIn('#general')[0]).toMatchObject({ text: 'three', blocks: [] });
  });
  test('an ephemeral message is seen by one', async () => {
    const buyer = slack.user('Buyer').id;
    const { message_ts = '' } = await client.chat.postEphemeral({
      channel: general,
      user: buyer,
      text: 'psst',
    });
    expect(slack.messagesIn('#general')).toEqual([]);
    expect(slack.messagesIn('#general', { visibleTo: 'Buyer' })).toHaveLength(1);
    const change = client.chat.update({ channel: general, ts: message_ts, text: 'x' });
    await expect(change).rejects.toMatchObject(refusal('message_not_found'));
    const nobody = client.chat.postEphemeral({ channel: general, user: 'U0NOBODY', text: 'x' });
    await expect(nobody).rejects.toMatchObject(refusal('user_not_in_channel'));
  });
  test('to a person is to the direct message', async () => {
    await client.chat.postMessage({ channel: slack.user('Planner').id, text: 'for you' });
    expect(slack.messagesIn('dm:Planner').map((m) => m.text)).toEqual(['for you']);
  });
  test('what is refused', async () => {
    const postWith = (fields: object): Promise<unknown> =>
      client.chat.postMessage({ channel: general, text: 'x', ...fields });
    await expect(postWith({ channel: 'C0NOWHERE' })).rejects.toMatchObject(refusal('channel_not_found'));
    await expect(postWith({ text: '' })).rejects.toMatchObject(refusal('no_text'));
    await expect(postWith({ text: 'x'.repeat(40_001) })).rejects.toMatchObject(refusal('msg_too_long'));
    await expect(postWith({ thread_ts: '1.000001' })).rejects.toMatchObject(refusal('thread_not_found'));
    await expect(postWith({ blocks: 'no' })).rejects.toMatchObject(refusal('invalid_blocks_format'));
    await expect(postWith({ metadata: { event_type: 'x' } })).rejects.toMatchObject(
      refusal('invalid_metadata_schema'),
    );
    await expect(postWith({ blocks: [{ type: 'header' }] })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['missing required field: text [json-pointer:/blocks/0]'],
        response_metadata: { messages: ['[ERROR] missing required field: text [json-pointer:/blocks/0]'] },
      },
    });
    const { ts } = await slack.user('Buyer').say('#general', 'mine');
    await expect(client.chat.update({ channel: general, ts, text: 'x' })).rejects.toMatchObject(
      refusal('cant_update_message'),
    );
    await expect(client.chat.delete({ channel: general, ts })).rejects.toMatchObject(
      refusal('cant_delete_message'),
    );
    const mine = await client.chat.postMessage({ channel: general, text: 'x' });
    const long = client.chat.update({ channel: general, ts: mine.ts ?? '', text: 'x'.repeat(4001) });
    await expect(long).rejects.toMatchObject(refusal('msg_too_long'));
  });
  test('a picture that cannot be fetched refuses the whole message', async () => {
    slack.faults.refuseImages = true;
    const blocks = [{ type: 'image', image_url: 'https://x.y/z.png', alt_text: 'z' }];
    await expect(client.chat.postMessage({ channel: general, text: 'x', blocks })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['downloading image failed [json-pointer:/blocks/0/image_url]'],
      },
    });
    expect(slack.messagesIn('#general')).toEqual([]);
  });
});

describe('conversations', () => {
  test('a channel the bot is not in can be joined, and then read', async () => {
    await slack.close();
    await start({ channels: [{ name: 'general' }, { name: 'closed', bot: false }] });
    const channel = findChannel(slack.workspace, 'closed')?.id ?? '';
    await expect(client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject(
      refusal('not_in_channel'),
    );
    await expect(client.conversations.history({ channel })).rejects.toMatchObject(refusal('not_in_channel'));
    await client.conversations.join({ channel });
    expect((await client.conversations.info({ channel, include_num_members: true })).channel).toMatchObject({
      is_member: true,
      num_members: 3,
    });
    expect((await client.conversations.history({ channel })).messages).toEqual([]);
  });
  test('a private channel that the bot is not in does not exist for it', async () => {
    await slack.close();
    await start({
      channels: [
        { name: 'board', private: true, bot: false },
        { name: 'team', private: true },
      ],
    });
    await expect(client.conversations.join({ channel: 'board' })).rejects.toMatchObject(
      refusal('channel_not_found'),
    );
    const buyer = slack.user('Buyer');
    await buyer.mention('#board', 'psst');
    expect(slack.requests()).toEqual([]);
  });
  test('lists, members, direct messages', async () => {
    const { channels } = await client.conversations.list({ types: 'public_channel,im' });
    expect(channels?.map((c) => c.name ?? 'im')).toEqual(['general', 'procurement', 'im', 'im']);
    const buyer = slack.user('Buyer').id;
    const opened = await client.conversations.open({ users: buyer, return_im: true });
    expect(opened.channel).toMatchObject({ user: buyer, is_im: true });
    expect((await client.conversations.members({ channel: general })).members).toHaveLength(3);
    expect((await client.users.conversations({})).channels).toHaveLength(2);
    await expect(client.conversations.open({ users: 'U0NOBODY' })).rejects.toMatchObject(
      refusal('user_not_found'),
    );
  });
  test('history is cut into pages, newest first, and replies are apart', async () => {
    const first = await client.chat.postMessage({
      channel: general,
      text: '0',
      metadata: { event_type: 'x', event_payload: {} },
    });
    for (let i = 1; i < 5; i += 1) await client.chat.postMessage({ channel: general, text: String(i) });
    await client.chat.postMessage({ channel: general, text: 'in thread', thread_ts: first.ts ?? '' });
    const pages: string[][] = [];
    for await (const page of client.paginate('conversations.history', { channel: general, limit: 2 })) {
      const fields: Record<string, unknown> = { ...page };
      pages.push(jsonsIn(fields['messages']).map((m) => textIn(m['text'])));
    }
    expect(pages).toEqual([['4', '3'], ['2', '1'], ['0']]);
    const whole = await client.conversations.history({
      channel: general,
      oldest: first.ts ?? '',
      inclusive: true,
      include_all_metadata: true,
    });
    expect(whole.messages?.at(-1)).toMatchObject({
      text: '0',
      reply_count: 1,
      thread_ts: first.ts,
      metadata: { event_type: 'x' },
    });
    expect(
      (await client.conversations.history({ channel: general, oldest: first.ts ?? '' })).messages,
    ).toHaveLength(4);
    const thread = await client.conversations.replies({ channel: general, ts: first.ts ?? '' });
    expect(thread.messages?.map((m) => m.text)).toEqual(['0', 'in thread']);
    expect(thread.messages?.[1]).toMatchObject({ parent_user_id: slack.workspace.bot.userId });
  });
  test('a kind of conversation without its scope is closed', async () => {
    await slack.close();
    const bot = MANIFEST.oauth_config.scopes.bot.filter((scope) => scope !== 'im:read');
    await start({ manifest: { ...MANIFEST, oauth_config: { scopes: { bot } } } });
    await expect(client.conversations.list({ types: 'im' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'im:read' },
    });
  });
});

describe('people, reactions, files', () => {
  test('a person, with the zone offset of the day', async () => {
    await slack.close();
    await start({ now: () => Date.UTC(2026, 6, 1) });
    const { user } = await client.users.info({ user: slack.user('Buyer').id });
    expect(user).toMatchObject({ name: 'buyer', tz: 'Europe/Berlin', tz_offset: 7200, is_bot: false });
    await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toMatchObject(refusal('user_not_found'));
    expect((await client.bots.info({ bot: slack.workspace.bot.botId })).bot).toMatchObject({
      name: 'Lodestone',
    });
  });
  test('a reaction is added once, and taken away once', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: general, text: 'x' });
    const reaction = { channel: general, timestamp: ts, name: 'eyes' };
    await client.reactions.add(reaction);
    await expect(client.reactions.add(reaction)).rejects.toMatchObject(refusal('already_reacted'));
    expect(slack.messagesIn('#general')[0]?.reactions).toEqual([
      { name: 'eyes', users: [slack.workspace.bot.userId] },
    ]);
    await client.reactions.remove(reaction);
    await expect(client.reactions.remove(reaction)).rejects.toMatchObject(refusal('no_reaction'));
  });
  test('a file goes up in three steps, and is shared with its words', async () => {
    const file = Buffer.from([137, 80, 78, 71, 13, 10, 0, 255]);
    await client.files.uploadV2({
      channel_id: general,
      file,
      filename: 'chart.png',
      alt_text: 'rising',
      initial_comment: 'Here',
      title: 'Chart',
    });
    const [message] = slack.messagesIn('#general');
    const { file: info } = await client.files.info({ file: message?.files[0] ?? '' });
    expect(message?.text).toBe('Here');
    expect(info).toMatchObject({ title: 'Chart', mimetype: 'image/png', size: 8, alt_txt: 'rising' });
    const bytes = await (await fetch(info?.url_private ?? '')).arrayBuffer();
    expect(Buffer.from(bytes)).toEqual(file);
    await expect(client.files.info({ file: 'F0' })).rejects.toMatchObject(refusal('file_not_found'));
  });
});

const post = (): Promise<unknown> => client.chat.postMessage({ channel: general, text: 'x' });
const count = (): number => slack.messagesIn('#general').length;

describe('faults', () => {
  test('an error, a status, a limit: each as often as told', async () => {
    slack.faults.fail('chat.postMessage', { error: 'fatal_error' });
    slack.faults.fail('chat.postMessage', { status: 503 });
    slack.faults.fail('chat.postMessage', { status: 429, retryAfter: 7 });
    await expect(post()).rejects.toMatchObject(refusal('fatal_error'));
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await post();
    expect(count()).toBe(1);
  });
  test('a call that never ends, before or after the work is done', async () => {
    slack.faults.fail('chat.postMessage', { hang: true });
    await expect(post()).rejects.toThrow(/aborted|timeout|timed out/i);
    expect(count()).toBe(0);
    slack.faults.fail('chat.postMessage', { hang: true, afterDoing: true });
    await expect(post()).rejects.toThrow(/aborted|timeout|timed out/i);
    expect(count()).toBe(1);
    await slack.settled();
  });
  test('more than one message a second in a channel, past a small burst', async () => {
    await slack.close();
    await start({ rateLimits: true });
    const results = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(post));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(4);
    expect(results.at(-1)).toMatchObject({ reason: { retryAfter: 1 } });
    await client.chat.postMessage({ channel: '#procurement', text: 'elsewhere' });
  });
});
