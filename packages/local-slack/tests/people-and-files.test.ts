import { describe, expect, test } from 'vitest';
import { callsForEachTest, refusal } from './calls.ts';

const calls = callsForEachTest();

describe('people, reactions, files', () => {
  test('a person, with the zone offset of the day', async () => {
    await calls.restart({ now: () => Date.UTC(2026, 6, 1) });
    const { user } = await calls.client.users.info({ user: calls.slack.user('Buyer').id });
    expect(user).toMatchObject({ name: 'buyer', tz: 'Europe/Berlin', tz_offset: 7200, is_bot: false });
    await expect(calls.client.users.info({ user: 'U0NOBODY' })).rejects.toMatchObject(
      refusal('user_not_found'),
    );
    expect((await calls.client.bots.info({ bot: calls.slack.workspace.bot.botId })).bot).toMatchObject({
      name: 'Lodestone',
    });
  });
  test('a reaction is added once, and taken away once', async () => {
    const { ts = '' } = await calls.client.chat.postMessage({ channel: calls.general, text: 'x' });
    const reaction = { channel: calls.general, timestamp: ts, name: 'eyes' };
    await calls.client.reactions.add(reaction);
    await expect(calls.client.reactions.add(reaction)).rejects.toMatchObject(refusal('already_reacted'));
    expect(calls.slack.messagesIn('#general')[0]?.reactions).toEqual([
      { name: 'eyes', users: [calls.slack.workspace.bot.userId] },
    ]);
    await calls.client.reactions.remove(reaction);
    await expect(calls.client.reactions.remove(reaction)).rejects.toMatchObject(refusal('no_reaction'));
  });
  test('a file goes up in three steps, and is shared with its words', async () => {
    const file = Buffer.from([137, 80, 78, 71, 13, 10, 0, 255]);
    await calls.client.files.uploadV2({
      channel_id: calls.general,
      file,
      filename: 'chart.png',
      alt_text: 'rising',
      initial_comment: 'Here',
      title: 'Chart',
    });
    const [message] = calls.slack.messagesIn('#general');
    const { file: info } = await calls.client.files.info({ file: message?.files[0] ?? '' });
    expect(message?.text).toBe('Here');
    expect(info).toMatchObject({ title: 'Chart', mimetype: 'image/png', size: 8, alt_txt: 'rising' });
    const bytes = await (await fetch(info?.url_private ?? '')).arrayBuffer();
    expect(Buffer.from(bytes)).toEqual(file);
    const { file_id: id = '' } = await calls.client.files.getUploadURLExternal({
      filename: 'x.png',
      length: 3,
    });
    const early = calls.client.files.completeUploadExternal({ files: [{ id }] });
    await expect(early).rejects.toMatchObject(refusal('file_update_failed'));
    await expect(calls.client.files.info({ file: 'F0' })).rejects.toMatchObject(refusal('file_not_found'));
  });
});
