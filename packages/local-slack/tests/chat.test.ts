import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusal, startCalls, type Calls } from './calls.ts';

let calls: Calls;
beforeEach(async () => {
  calls = await startCalls();
});
afterEach(() => calls.slack.close());

describe('chat', () => {
  test('post, reply, update, delete', async () => {
    const { ts = '', message } = await calls.client.chat.postMessage({
      channel: '#general',
      text: 'one',
      metadata: { event_type: 'x', event_payload: { a: 1 } },
    });
    expect(message).toMatchObject({
      text: 'one',
      bot_id: calls.slack.workspace.bot.botId,
      metadata: { event_type: 'x' },
    });
    await calls.client.chat.postMessage({ channel: calls.general, text: 'reply', thread_ts: ts });
    await calls.client.chat.update({ channel: calls.general, ts, text: 'two' });
    expect(calls.slack.messagesIn('#general').map((m) => m.text)).toEqual(['two', 'reply']);
    const { permalink } = await calls.client.chat.getPermalink({ channel: calls.general, message_ts: ts });
    expect(permalink).toContain(`/archives/${calls.general}/p${ts.replace('.', '')}`);
    await calls.client.chat.delete({ channel: calls.general, ts });
    expect(calls.slack.messagesIn('#general').map((m) => m.text)).toEqual(['reply']);
  });
  test('an update keeps the blocks it does not name, and an empty list takes them away', async () => {
    const { ts = '' } = await calls.client.chat.postMessage({
      channel: calls.general,
      text: 'one',
      blocks: [{ type: 'divider' }],
    });
    await calls.client.chat.update({ channel: calls.general, ts, text: 'two' });
    expect(calls.slack.messagesIn('#general')[0]).toMatchObject({
      text: 'two',
      blocks: [{ type: 'divider' }],
    });
    await calls.client.chat.update({ channel: calls.general, ts, text: 'three', blocks: [] });
    expect(calls.slack.messagesIn('#general')[0]).toMatchObject({ text: 'three', blocks: [] });
  });
  test('an ephemeral message is seen by one', async () => {
    const buyer = calls.slack.user('Buyer').id;
    const { message_ts = '' } = await calls.client.chat.postEphemeral({
      channel: calls.general,
      user: buyer,
      text: 'psst',
    });
    expect(calls.slack.messagesIn('#general')).toEqual([]);
    expect(calls.slack.messagesIn('#general', { visibleTo: 'Buyer' })).toHaveLength(1);
    const change = calls.client.chat.update({ channel: calls.general, ts: message_ts, text: 'x' });
    await expect(change).rejects.toMatchObject(refusal('message_not_found'));
    const nobody = calls.client.chat.postEphemeral({ channel: calls.general, user: 'U0NOBODY', text: 'x' });
    await expect(nobody).rejects.toMatchObject(refusal('user_not_in_channel'));
  });
  test('to a person is to the direct message', async () => {
    await calls.client.chat.postMessage({ channel: calls.slack.user('Planner').id, text: 'for you' });
    expect(calls.slack.messagesIn('dm:Planner').map((m) => m.text)).toEqual(['for you']);
  });
  test('what is refused', async () => {
    const postWith = (fields: object): Promise<unknown> =>
      calls.client.chat.postMessage({ channel: calls.general, text: 'x', ...fields });
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
    const { ts } = await calls.slack.user('Buyer').say('#general', 'mine');
    await expect(calls.client.chat.update({ channel: calls.general, ts, text: 'x' })).rejects.toMatchObject(
      refusal('cant_update_message'),
    );
    await expect(calls.client.chat.delete({ channel: calls.general, ts })).rejects.toMatchObject(
      refusal('cant_delete_message'),
    );
    const mine = await calls.client.chat.postMessage({ channel: calls.general, text: 'x' });
    const long = calls.client.chat.update({
      channel: calls.general,
      ts: mine.ts ?? '',
      text: 'x'.repeat(4001),
    });
    await expect(long).rejects.toMatchObject(refusal('msg_too_long'));
  });
  test('a picture that cannot be fetched refuses the whole message', async () => {
    calls.slack.faults.refuseImages = true;
    const blocks = [{ type: 'image', image_url: 'https://x.y/z.png', alt_text: 'z' }];
    await expect(
      calls.client.chat.postMessage({ channel: calls.general, text: 'x', blocks }),
    ).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['downloading image failed [json-pointer:/blocks/0/image_url]'],
      },
    });
    expect(calls.slack.messagesIn('#general')).toEqual([]);
  });
});
