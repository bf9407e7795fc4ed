/** Where a button was pressed, and so where what it brings belongs. */
import type { BlockButtonAction, RespondArguments, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Place } from '#src/platform/conversation-memory.ts';
import type { Surface } from '#src/presentation/limits.ts';
import { answerModal } from '#src/presentation/modal.ts';
import { respondChecked, type Post, type PublicPost } from './send.ts';

/** A way to bring something, and whether only the presser sees it, who may then share it. */
export interface Destination<P> {
  readonly post: P;
  readonly hidden: boolean;
}

export interface Press {
  readonly surface: Surface;
  /** The conversation that others may go on with; none where only the presser sees it. */
  readonly place: Place | undefined;
  /** Beside what was pressed; in a modal there is no beside, so in its place. */
  readonly beside: Destination<Post>;
  /** In the place of what was pressed: of an answer in public, only where the presser had asked for it. */
  readonly inPlace: Destination<PublicPost>;
  /** In the place of what was pressed where nobody else sees that, and beside it where others do. */
  readonly instead: Post;
  /** For the presser alone; none in a modal, where they have it before their eyes. */
  readonly whisper: Post | undefined;
  /** For all to see, in the channel or thread of what was pressed; none in a modal. */
  readonly inChannel: PublicPost | undefined;
  /** Takes away what was pressed, where only the presser saw it. */
  readonly remove: () => Promise<void>;
}

interface PressArgs {
  readonly body: BlockButtonAction;
  readonly client: WebClient;
  readonly respond: RespondFn;
}

const container = z.object({
  is_ephemeral: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/** A press on a message or in a modal. In a channel its answer is the presser's alone: nobody else asked. */
export function readPress({ body, client, respond }: PressArgs): Press {
  const { view, channel } = body;
  if (view !== undefined) {
    const post: Post = (message) => client.views.update({ view_id: view.id, view: answerModal(message) });
    const modal: Destination<Post> = { post, hidden: false };
    return {
      surface: 'modal',
      place: undefined,
      beside: modal,
      inPlace: modal,
      instead: post,
      whisper: undefined,
      inChannel: undefined,
      remove: () => Promise.resolve(),
    };
  }
  const { is_ephemeral: hidden, thread_ts: thread } = container.parse(body.container);
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const direct = channel?.id.startsWith('D') === true;
  const shown = direct && !hidden;
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
    surface: 'message',
    place: channel === undefined || hidden ? undefined : { channel: channel.id, thread },
    beside,
    inPlace: hidden || direct || asked ? replace : beside,
    instead: hidden || direct ? replace.post : beside.post,
    whisper: send({ replace_original: false, response_type: 'ephemeral' }),
    inChannel: send({ replace_original: false, response_type: 'in_channel' }),
    remove: async () => {
      if (hidden) await respondChecked(respond, { delete_original: true });
    },
  };
}
