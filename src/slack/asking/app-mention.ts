/** A mention in a channel: answered in its thread. Follow-ups there need a mention too. */
import type { App } from '@slack/bolt';
import { sayIn } from '#src/slack/aloud.ts';
import { answerInConversation } from './conversation.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { readMessage } from './read-message.ts';

export function registerAppMention(app: App, deps: ListenerDeps): void {
  app.event('app_mention', async ({ event, context, say, client }) => {
    // Bots that answer each other never stop; and an edited mention has its answer.
    if (event.user === undefined || event.bot_id !== undefined || event.edited !== undefined) return;
    const thread = event.thread_ts ?? event.ts;
    await answerInConversation(
      deps,
      { post: sayIn(say, thread), client },
      {
        written: readMessage(event, context.botUserId),
        actor: await askerIn(context),
        channel: event.channel,
        thread,
        ts: event.ts,
      },
    );
  });
}
