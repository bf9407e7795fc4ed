/** Presses on buttons: where one was made, so where what it brings belongs, and what the button carries. */
import type { App, BlockAction, BlockButtonAction, Context, RespondArguments, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Place } from '#src/platform/conversation-memory.ts';
import type { Surface } from '#src/presentation/limits.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { answerModal } from '#src/presentation/modal.ts';
import { isDirect, isWithApp } from './aloud.ts';
import type { ListenerDeps } from './deps.ts';
import { askerIn } from './setup/know-actors.ts';
import { respondChecked, type Post, type PublicPost } from './send.ts';
import { OLDER_BUTTON } from './unmatched.ts';

/** A way to bring something, and whether only the presser sees it, who may then share it. */
interface Destination<P> {
  readonly post: P;
  readonly hidden: boolean;
}

export interface Press {
  /** Names what was pressed: the same however often it is. */
  readonly key: string;
  readonly surface: Surface;
  /** Whether it was made in the presser's direct message with the app, where nobody else reads along. */
  readonly withApp: boolean;
  /** The conversation that others may go on with; none where only the presser sees it. */
  readonly place: Place | undefined;
  /** Beside what was pressed; in a modal there is no beside, so in its place; on the App Home a modal opens. */
  readonly beside: Destination<Post>;
  /** In the place of what was pressed: of an answer in public, only where the presser had asked for it. */
  readonly inPlace: Destination<PublicPost>;
  /** In the place of what was pressed where nobody else sees that, and beside it where others do. */
  readonly instead: Post;
  /** In the place of what was pressed, whoever sees it: for what belongs to its presser. */
  readonly replace: PublicPost;
  /** For the presser alone; none in a modal, where they have it before their eyes. */
  readonly whisper: Post | undefined;
  /** For all to see, in the channel or thread of what was pressed; none in a modal. */
  readonly inChannel: PublicPost | undefined;
  /** Takes away what was pressed, where only the presser saw it. */
  readonly remove: () => Promise<void>;
}

interface PressArgs {
  readonly body: Pick<BlockAction, 'view' | 'channel' | 'container' | 'message' | 'user' | 'trigger_id'>;
  readonly client: WebClient;
  readonly respond: RespondFn;
}

/** What a listener is given of a press. */
export interface Pressed<V> {
  readonly value: V;
  readonly press: Press;
  readonly body: BlockButtonAction;
  readonly client: WebClient;
  readonly context: Context;
}

interface Button<V> {
  /** The `action_id`, or how those that it stands for begin. */
  readonly on: string | RegExp;
  /** What the button carries. Anything else is answered politely, and nothing is done. */
  readonly value: z.ZodType<V>;
  /** Whether a press counts as a question: what is managed with a button can always be. */
  readonly asks?: boolean;
}

/** Listens to a button, acknowledges its presses, and reads what it carries. */
export function onPress<V>(
  app: App,
  { log, pace }: Pick<ListenerDeps, 'log' | 'pace'>,
  { on, value, asks = false }: Button<V>,
  run: (pressed: Pressed<V>) => Promise<void>,
): void {
  app.action<BlockButtonAction>(on, async ({ ack, action, body, client, context, respond }) => {
    await ack();
    const press = await readPress({ body, client, respond });
    const tell = press.whisper ?? press.beside.post;
    const read = value.safeParse(action.value);
    if (!read.success) {
      log.warn({ action: action.action_id }, 'a button carries what none of ours does');
      return void (await tell(lineMessage(OLDER_BUTTON)));
    }
    const tooOften = asks ? pace.take(await askerIn(context)) : undefined;
    if (tooOften !== undefined) return void (await tell(tooOften.message));
    await run({ value: read.data, press, body, client, context });
  });
}

const container = z
  .object({
    is_ephemeral: z.boolean().default(false),
    thread_ts: z.string().optional(),
    message_ts: z.string().default(''),
  })
  .catch({ is_ephemeral: false, message_ts: '' });

/**
 * A press on a message, in a modal or on the App Home. In a channel its answer is the presser's alone: nobody else asked. So
 * it is in a direct message of two people, where something was shared.
 */
export async function readPress({ body, client, respond }: PressArgs): Promise<Press> {
  const { view, channel } = body;
  if (view !== undefined) {
    const post: Post = (message) =>
      view.type === 'home'
        ? client.views.open({ trigger_id: body.trigger_id, view: answerModal(message) })
        : client.views.update({ view_id: view.id, view: answerModal(message) });
    const modal: Destination<Post> = { post, hidden: false };
    return {
      key: `press ${view.id}`,
      surface: 'modal',
      withApp: false,
      place: undefined,
      beside: modal,
      inPlace: modal,
      instead: post,
      replace: post,
      whisper: undefined,
      inChannel: undefined,
      remove: () => Promise.resolve(),
    };
  }
  const { is_ephemeral: hidden, thread_ts: thread, message_ts: ts } = container.parse(body.container);
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const seen = channel !== undefined && isDirect(channel.id) && !hidden;
  const shown = seen && (await isWithApp(client, channel.id, ts));
  // Of an answer in a thread, its question's writer may have another one; anybody else gets theirs beside it.
  const asked = body.message?.['parent_user_id'] === body.user.id;
  const send =
    (how: RespondArguments): Post =>
    (message) =>
      respondChecked(respond, { ...message, ...inThread, ...how });
  const beside: Destination<Post> = {
    hidden: !shown,
    post: send({ replace_original: false, response_type: shown ? 'in_channel' : 'ephemeral' }),
  };
  const replace: Destination<Post> = { hidden, post: send({ replace_original: true }) };
  return {
    key: `press ${channel?.id ?? ''} ${ts}`,
    surface: 'message',
    withApp: shown,
    place: channel === undefined || hidden ? undefined : { channel: channel.id, thread },
    beside,
    inPlace: hidden || shown || asked ? replace : beside,
    instead: hidden || shown ? replace.post : beside.post,
    replace: replace.post,
    whisper: send({ replace_original: false, response_type: 'ephemeral' }),
    inChannel: send({ replace_original: false, response_type: 'in_channel' }),
    remove: async () => {
      if (hidden) await respondChecked(respond, { delete_original: true });
    },
  };
}
