/** A direct message: answered in it, in its thread where it was written in one. */
import type { App } from '@slack/bolt';
import type { Message } from '#src/presentation/message.ts';
import { sayIn } from '#src/slack/aloud.ts';
import { answerInConversation } from './conversation.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { showDropped, tablesIn } from '#src/slack/quotes/dropped-file.ts';
import { actorIn, askerIn } from '#src/slack/setup/know-actors.ts';
import { readMessage } from './read-message.ts';

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread });

export function registerDirectMessage(app: App, deps: ListenerDeps): void {
  app.message(async ({ message, context, say, client }) => {
    if (message.channel_type !== 'im') return;
    // Any other subtype is an edit, a removal, a join or a bot: nobody asked anything.
    const written =
      message.subtype === undefined ||
      message.subtype === 'file_share' ||
      message.subtype === 'thread_broadcast';
    if (!written || 'bot_id' in message || message.user === context.botUserId) return;
    const tables = tablesIn(message);
    if (tables.length > 0) {
      const actor = await actorIn(context);
      const place = { channel: message.channel, ...inThread(message.thread_ts) };
      // What it says is for its sender, and nobody else is there.
      const post = async (card: Message) => await client.chat.postMessage({ ...card, ...place });
      for (const file of tables) await showDropped(deps, { file, actor, client, post });
      // Words beside a table are a question of their own.
      if (readMessage(message).text.trim() === '') return;
    }
    await answerInConversation(
      deps,
      { post: sayIn(say, message.thread_ts), client },
      {
        written: readMessage(message, context.botUserId),
        actor: await askerIn(context),
        channel: message.channel,
        thread: message.thread_ts,
        ts: message.ts,
      },
    );
  });
}
