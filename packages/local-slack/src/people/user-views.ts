/** What a person does with views: submit and close modals, open the home tab, run a shortcut. */
import { sendEvent } from '../wire/events.ts';
import type { Ack } from '../wire/exchange-log.ts';
import { chooseIn, withState, type FormMemory } from '../state/form-memory.ts';
import { formState, isEmpty } from '../state/form-values.ts';
import { listInteractive, wordsOf } from './interactive-elements.ts';
import { basePayload, messagePlace } from '../wire/payloads.ts';
import type { Slack } from '../slack.ts';
import { submitView, type Submission } from './submit-view.ts';
import { giveTrigger } from '../state/triggers.ts';
import { homeOf, setStack, viewsOf } from '../state/view-store.ts';
import { directMessage } from '../state/workspace.ts';
import type { Message, View } from '../wire/wire-types.ts';

export type UserViews = {
  /** What the topmost modal still lacks: labels of empty required fields, by `block_id`. */
  missingFields: () => Readonly<Record<string, string>>;
  /** Fills in the topmost modal, by `action_id` or `block_id`, and submits it. Throws when a required field is empty. */
  submitView: (values?: Readonly<Record<string, unknown>>) => Promise<Submission>;
  /** Closes the topmost modal, or all of them. */
  closeView: (options?: { readonly all?: boolean }) => Promise<Ack | undefined>;
  /** Opens the home tab; or the messages tab. */
  openHome: (tab?: 'home' | 'messages') => Promise<void>;
  /** Runs a shortcut of the manifest: a global one, or one of a message. */
  shortcut: (callback_id: string, message?: Message) => Promise<Ack>;
};

export function createUserViews(slack: Slack, user: string, memory: FormMemory): UserViews {
  const { workspace } = slack;
  function missingFields(): Readonly<Record<string, string>> {
    const view = topView(slack, user);
    const elements = listInteractive(view.blocks);
    const state = formState(elements, memory.stateOf(view));
    const empty = elements.filter(
      ({ input, block, block_id, action_id }) =>
        input && block['optional'] !== true && isEmpty(state[block_id]?.[action_id]),
    );
    return Object.fromEntries(empty.map(({ block, block_id }) => [block_id, wordsOf(block['label'])]));
  }
  return {
    missingFields,
    submitView: async (values = {}) => {
      const view = topView(slack, user);
      const elements = listInteractive(view.blocks);
      for (const [name, given] of Object.entries(values)) {
        const target =
          elements.find((e) => e.action_id === name) ?? elements.find((e) => e.block_id === name);
        if (!target) throw new Error(`The modal has no field ${name}.`);
        memory.remember(view, target, chooseIn(memory, view, target, given));
      }
      for (const label of Object.values(missingFields())) {
        throw new Error(`The modal cannot be submitted: "${label}" is empty.`);
      }
      return submitView(slack, user, withState(view, formState(elements, memory.stateOf(view))));
    },
    closeView: async ({ all = false } = {}) => {
      const view = topView(slack, user);
      const clears = all || view['clear_on_close'] === true;
      const closed = clears ? viewsOf(workspace, user).toReversed() : [view];
      setStack(workspace, user, clears ? [] : (workspace.stacks.get(user) ?? []).slice(0, -1));
      const told = closed.filter((one) => one['notify_on_close'] === true);
      const base = basePayload(slack, 'view_closed', user);
      const acks = told.map((one) => slack.dispatch.interaction({ ...base, view: one, is_cleared: clears }));
      return (await Promise.all(acks))[0];
    },
    openHome: async (tab = 'home') => {
      const view = tab === 'home' ? homeOf(workspace, user) : undefined;
      await sendEvent(slack, {
        type: 'app_home_opened',
        user,
        channel: directMessage(workspace, user).id,
        tab,
        event_ts: workspace.ids.ts(),
        ...(view && { view }),
      });
    },
    shortcut: async (callback_id, message) => {
      const type = message ? 'message' : 'global';
      const declared = workspace.manifest.features?.shortcuts ?? [];
      if (!declared.some((s) => s.callback_id === callback_id && s.type === type)) {
        throw new Error(`The manifest declares no ${type} shortcut ${callback_id}.`);
      }
      // A message's shortcut names the message by itself, without a container.
      const place = message && {
        ...messagePlace(slack, message, user, 'shortcut'),
        container: undefined,
        message_ts: message.ts,
      };
      return slack.dispatch.interaction({
        ...basePayload(slack, message ? 'message_action' : 'shortcut', user),
        ...place,
        callback_id,
        trigger_id: giveTrigger(slack, user),
        action_ts: workspace.ids.ts(),
      });
    },
  };
}

function topView({ workspace }: Slack, user: string): View {
  const view = viewsOf(workspace, user).at(-1);
  if (!view) throw new Error('No modal is open.');
  return view;
}
