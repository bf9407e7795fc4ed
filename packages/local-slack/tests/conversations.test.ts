import { describe, expect, test } from 'vitest';
import { jsonsIn, textIn } from '../src/wire/json.ts';
import { findChannel } from '../src/state/workspace.ts';
import { callsForEachTest, refusal } from './calls.ts';
import { MANIFEST } from './peer.ts';

const calls = callsForEachTest();

describe('conversations', () => {
  test('a channel the bot is not in can be joined, and then read', async () => {
    await calls.restart({ channels: [{ name: 'general' }, { name: 'closed', bot: false }] });
    const channel = findChannel(calls.slack.workspace, 'closed')?.id ?? '';
    await expect(calls.client.chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject(
      refusal('not_in_channel'),
    );
    await expect(calls.client.conversations.history({ channel })).rejects.toMatchObject(
      refusal('not_in_channel'),
    );
    await calls.client.conversations.join({ channel });
    expect(
      (await calls.client.conversations.info({ channel, include_num_members: true })).channel,
    ).toMatchObject({
      is_member: true,
      num_members: 3,
    });
    expect((await calls.client.conversations.history({ channel })).messages).toEqual([]);
  });
  test('a private channel that the bot is not in does not exist for it', async () => {
    await calls.restart({
      channels: [
        { name: 'board', private: true, bot: false },
        { name: 'team', private: true },
      ],
    });
    await expect(calls.client.conversations.join({ channel: 'board' })).rejects.toMatchObject(
      refusal('channel_not_found'),
    );
    const buyer = calls.slack.user('Buyer');
    await buyer.mention('#board', 'psst');
    expect(calls.slack.requests()).toEqual([]);
  });
  test('lists, members, direct messages', async () => {
    const { channels } = await calls.client.conversations.list({ types: 'public_channel,im' });
    expect(channels?.map((c) => c.name ?? 'im')).toEqual(['general', 'procurement', 'im', 'im']);
    const buyer = calls.slack.user('Buyer').id;
    const opened = await calls.client.conversations.open({ users: buyer, return_im: true });
    expect(opened.channel).toMatchObject({ user: buyer, is_im: true });
    expect((await calls.client.conversations.members({ channel: calls.general })).members).toHaveLength(3);
    expect((await calls.client.users.conversations({})).channels).toHaveLength(2);
    await expect(calls.client.conversations.open({ users: 'U0NOBODY' })).rejects.toMatchObject(
      refusal('user_not_found'),
    );
  });
  test('history is cut into pages, newest first, and replies are apart', async () => {
    const first = await calls.client.chat.postMessage({
      channel: calls.general,
      text: '0',
      metadata: { event_type: 'x', event_payload: {} },
    });
    for (let i = 1; i < 5; i += 1)
      await calls.client.chat.postMessage({ channel: calls.general, text: String(i) });
    await calls.client.chat.postMessage({
      channel: calls.general,
      text: 'in thread',
      thread_ts: first.ts ?? '',
    });
    const pages: string[][] = [];
    for await (const page of calls.client.paginate('conversations.history', {
      channel: calls.general,
      limit: 2,
    })) {
      const fields: Record<string, unknown> = { ...page };
      pages.push(jsonsIn(fields['messages']).map((m) => textIn(m['text'])));
    }
    expect(pages).toEqual([['4', '3'], ['2', '1'], ['0']]);
    const whole = await calls.client.conversations.history({
      channel: calls.general,
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
      (await calls.client.conversations.history({ channel: calls.general, oldest: first.ts ?? '' })).messages,
    ).toHaveLength(4);
    const thread = await calls.client.conversations.replies({ channel: calls.general, ts: first.ts ?? '' });
    expect(thread.messages?.map((m) => m.text)).toEqual(['0', 'in thread']);
    expect(thread.messages?.[1]).toMatchObject({ parent_user_id: calls.slack.workspace.bot.userId });
  });
  test('a kind of conversation without its scope is closed', async () => {
    const bot = MANIFEST.oauth_config.scopes.bot.filter((scope) => scope !== 'im:read');
    await calls.restart({ manifest: { ...MANIFEST, oauth_config: { scopes: { bot } } } });
    await expect(calls.client.conversations.list({ types: 'im' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'im:read' },
    });
  });
});
