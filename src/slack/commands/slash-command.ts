/** `/nd ...`: answered for the asker alone, or for all where the asker adds "share". */
import type { App } from '@slack/bolt';
import type { Line } from '#src/domain/answer.ts';
import { exampleSuggestions } from '#src/domain/topics/help.ts';
import { readText, type ReadText } from '#src/domain/asking/read-text.ts';
import { admit, MAX_TYPED } from '#src/domain/reading/text-door.ts';
import { renderHelp } from '#src/presentation/help.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { askerBeforeAll } from '../aloud.ts';
import { answerQuestion } from '../asking/answer-question.ts';
import { SLASH_COMMAND, type CommandCall, type NamedChannel } from './command.ts';
import { COMMANDS } from './commands.ts';
import type { ListenerDeps } from '../deps.ts';
import { askerIn, actorIn } from '../setup/know-actors.ts';
import { readCommand, type CommandRequest } from './read-command.ts';
import { answerRequests, requestsIn } from '../requests/answer-requests.ts';
import { correctPending } from '../requests/correct-pending.ts';
import { sendFiles } from '../send-file.ts';
import { respondChecked, sendAnswer, type Post, type PublicPost } from '../send.ts';
import { readCommandText, withoutHandles } from '../asking/slack-text.ts';
import { todayOf } from '../asking/today.ts';

const NOT_SHARED = 'I showed that to you alone: `share` is for answers to questions.';

/** Says which command was understood, and in the channel also who asked what: Slack shows neither there. */
export function prefaceOf(
  { repaired, share }: Pick<CommandRequest, 'repaired' | 'share'>,
  asked: { readonly by: string; readonly text: string },
): Line | undefined {
  const mended = repaired && `Read "${repaired.from}" as "${repaired.to}".`;
  const shared = share ? `${asked.by} asked: “${asked.text}”` : undefined;
  const line = [shared, mended].filter((text) => text !== undefined).join(' ');
  return line === '' ? undefined : [line];
}

/** @example channelsIn('weekly <#C1|general>') // [{ id: 'C1', name: 'general' }] */
function channelsIn(sent: string): readonly NamedChannel[] {
  return [...sent.matchAll(/(?:<|&lt;)#([A-Z0-9]+)(?:\|([^<>&]*))?(?:>|&gt;)/g)].map(
    ([, id = '', name = '']) => ({ id, name }),
  );
}

/** Reads a text, and the same text no second time. */
function readerOf({ catalog }: Pick<ListenerDeps, 'catalog'>, now: Date): (text: string) => ReadText {
  let last: readonly [text: string, read: ReadText] | undefined;
  return (text) => {
    if (last?.[0] !== text) last = [text, readText(text, catalog, now)];
    return last[1];
  };
}

/** Half of an order is another order. */
const TOO_LONG = `*Nothing was done: that is too long.* I read ${MAX_TYPED.toLocaleString('en')} characters of a command at most.`;

/** Registers the slash command. */
export function registerSlashCommand(app: App, deps: ListenerDeps): void {
  app.command(SLASH_COMMAND, async ({ command, ack, respond, client, context }) => {
    await ack();
    const typed = admit(command.text);
    const asker = await askerIn(context);
    const readOnce = readerOf(deps, todayOf(deps, asker));
    const { request, share, repaired } = readCommand(
      readCommandText(typed.text),
      COMMANDS,
      (text) => readOnce(text).whole.question.sectors.length > 0,
    );
    const tell: Post = (message) => respondChecked(respond, { response_type: 'ephemeral', ...message });
    const show: PublicPost = (message) =>
      respondChecked(respond, { response_type: 'in_channel', ...message });
    const asked = request.kind === 'question' && !typed.cut ? request.question : '';
    const requests = requestsIn(deps, asked, asker);
    const tooOften = deps.pace.take(asker);
    /** @returns whether it was a request, or what puts one right that waits */
    const asksToSetUp = async (): Promise<boolean> => {
      const { channel_id: channel, trigger_id: message } = command;
      const waits = asked !== '' && deps.cards.recall(asker, channel) !== undefined;
      if (requests.length === 0 && !waits) return false;
      const actor = await actorIn(context);
      const asking = {
        text: asked,
        requests,
        actor,
        client,
        channel,
        message,
        aloud: false,
        post: tell,
        whisper: tell,
      };
      if (await correctPending(deps, asking)) return true;
      deps.cards.forget(asker, channel);
      if (requests.length > 0) await answerRequests(deps, asking);
      return requests.length > 0;
    };
    if (tooOften !== undefined) {
      await tell(tooOften.message);
    } else if (request.kind === 'help') {
      const examples = exampleSuggestions(deps.catalog);
      await tell(renderHelp(SLASH_COMMAND, COMMANDS, examples.slice(0, 5)));
    } else if (request.kind === 'command' && typed.cut) {
      await tell(lineMessage(TOO_LONG));
    } else if (request.kind === 'command') {
      const call: CommandCall = {
        rest: request.rest,
        actor: await actorIn(context),
        channel: command.channel_id,
        channels: channelsIn(typed.text),
        triggerId: command.trigger_id,
        client,
        post: tell,
      };
      await request.command.run(call, deps);
      if (share) await tell(lineMessage(NOT_SHARED));
    } else if (!(await asksToSetUp())) {
      const question = withoutHandles(request.question);
      const answer = await answerQuestion(deps, {
        read: { ...readOnce(question), cut: typed.cut },
        actor: share ? await askerBeforeAll(client, asker, deps) : asker,
        aloud: share,
      });
      const preface = prefaceOf({ repaired, share }, { by: command.user_name, text: question });
      await sendAnswer(share ? show : tell, answer, { share: !share, preface }, deps);
      const { channel_id: channel, user_id: person } = command;
      const place = share ? { channel, post: show } : { person, askedIn: channel, post: tell };
      await sendFiles(client, place, answer, deps);
    }
  });
}
