/** What a person does in the page, done in the local Slack. */
import { findMessage } from '../state/message-store.ts';
import type { Surface } from '../state/form-memory.ts';
import type { Simulator, User } from '../simulator-handle.ts';
import type { Ack } from '../wire/exchange-log.ts';
import { listInteractive } from '../people/interactive-elements.ts';
import { textIn } from '../wire/json.ts';
import type { Message } from '../wire/wire-types.ts';
import type { Act, ActAnswer, Field, SurfaceId } from './page-types.ts';
import { choiceOf } from './drawing/draw-choices.ts';
import { readGiven } from './read-given.ts';

/** What the page can do beyond the workspace. */
export type PageHost = {
  /** Stops the app and starts it anew. */
  readonly restart: () => Promise<void>;
  /** Forgets all that was said here and all that the app has kept of it, and starts the app anew. */
  readonly startOver: () => Promise<void>;
  /** The folder that a new start empties. */
  readonly keptIn: string;
  /** Moves the workspace's clock to a moment, or back to now. Absent where nobody can. */
  readonly moveClock?: (to: number | undefined) => void;
};

/** @throws Error in words for the person, when what they did can't be done */
export async function performAct(slack: Simulator, user: User, act: Act): Promise<ActAnswer> {
  switch (act.act) {
    case 'say': {
      const thread = act.thread === undefined ? {} : { thread_ts: act.thread };
      if (act.text.startsWith('/')) return fromAck(await user.command(act.text, act.channel, thread));
      await user.say(act.channel, act.text, thread);
      return DONE;
    }
    case 'drop':
      await user.drop(act.channel, { name: act.name, bytes: Buffer.from(act.content, 'base64') });
      return DONE;
    case 'edit':
      await user.edit(messageOf(slack, act), act.text);
      return DONE;
    case 'remove':
      await user.remove(messageOf(slack, act));
      return DONE;
    case 'react': {
      const message = messageOf(slack, act);
      const has = message.reactions.some((r) => r.name === act.name && r.users.includes(user.id));
      await (has ? user.unreact(message, act.name) : user.react(message, act.name));
      return DONE;
    }
    case 'press': {
      const surface = surfaceOf(slack, act.surface);
      const value = act.value !== undefined && act.value !== '' && { value: act.value };
      return fromAck(await user.press(surface, { ...whichOf(surface, act), ...value }));
    }
    case 'select': {
      const surface = surfaceOf(slack, act.surface);
      const given = readGiven(slack.workspace, user, act.given);
      return fromAck(await user.select(surface, whichOf(surface, act), given));
    }
    case 'suggest': {
      const surface = surfaceOf(slack, act.surface);
      const offered = await user.typeAhead(surface, whichOf(surface, act), textIn(act.given));
      return { ok: true, options: offered.map((option) => choiceOf(option)) };
    }
    case 'submit':
      return submit(slack, user, act.fields);
    case 'close':
      await user.closeView({ all: act.all });
      return DONE;
    case 'home':
      await user.openHome(act.tab);
      return DONE;
    case 'shortcut': {
      const { channel, ts } = act;
      const message =
        channel === undefined || ts === undefined ? undefined : messageOf(slack, { channel, ts });
      return fromAck(await user.shortcut(act.callback_id, message));
    }
    default:
      throw new Error(`The page knows no ${act.act}.`);
  }
}

const DONE: ActAnswer = { ok: true };

/** The page tells by a notice what the app did not take; this only ends the waiting. */
const fromAck = (ack: Ack): ActAnswer =>
  ack.ok ? DONE : { ok: false, ...(ack.reason !== undefined && { error: reasonWords(ack.reason) }) };

function reasonWords(reason: string): string {
  if (reason === 'http_timeout' || reason === 'timeout')
    return 'The app did not acknowledge within 3 seconds.';
  if (reason === 'no_app' || reason === 'connection_failed') return 'The app is not there just now.';
  // The person was told by a notice already.
  if (reason === 'unknown_command' || reason === 'in_thread') return '';
  return `The app did not take it (${reason}).`;
}

/** By its action alone where the block is gone: a view that was published anew has other ids for blocks without any. */
const whichOf = (surface: Surface, { block, action }: { block: string; action: string }) => ({
  action_id: action,
  ...(surface.blocks.some(({ block_id }) => block_id === block) && { block_id: block }),
});

function messageOf(slack: Simulator, { channel, ts }: { channel: string; ts: string }): Message {
  const message = findMessage(slack.workspace, channel, ts);
  if (!message) throw new Error('That message is gone.');
  return message;
}

function surfaceOf(slack: Simulator, id: SurfaceId): Surface {
  if (!('view' in id)) return messageOf(slack, id);
  const view = slack.workspace.views.get(id.view);
  if (!view) throw new Error('That view is gone.');
  return view;
}

async function submit(slack: Simulator, user: User, fields: readonly Field[]): Promise<ActAnswer> {
  const view = slack.openViews(user).at(-1);
  if (!view) throw new Error('No modal is open.');
  const there = listInteractive(view.blocks);
  // The app may have drawn the form anew while it was on its way: what is no more in it is not sent.
  const sent = fields.filter(({ block, action }) =>
    there.some(({ block_id, action_id }) => block_id === block && action_id === action),
  );
  for (const field of sent)
    user.fill(view, whichOf(view, field), readGiven(slack.workspace, user, field.given));
  const missing = Object.keys(user.missingFields());
  if (missing.length > 0) {
    const errors = Object.fromEntries(
      missing.map((block) => [block, 'Please complete this required field.']),
    );
    return { ok: false, errors };
  }
  const { errors } = await user.submitView();
  return Object.keys(errors).length === 0 ? DONE : { ok: false, errors };
}
