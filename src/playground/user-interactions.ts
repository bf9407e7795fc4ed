/** What a person does with a pointer: press, choose, fill in, submit, close, open the home tab. */
import { asJson, jsonsIn } from './json.ts';
import { sendEvent } from './events.ts';
import type { Ack } from './exchange-log.ts';
import { chosenValue, formState, initialValue, isEmpty, type FormState } from './form-values.ts';
import { listInteractive, wordsOf, type Interactive } from './interactive-elements.ts';
import { findMessage } from './message-store.ts';
import { basePayload, messagePlace, viewPlace } from './payloads.ts';
import type { Slack } from './slack.ts';
import { submitView, type Submission } from './submit-view.ts';
import { giveTrigger } from './triggers.ts';
import { homeOf, setStack, viewsOf } from './view-store.ts';
import { directMessage } from './workspace.ts';
import type { Json, Message, View } from './wire-types.ts';

/** Which element: its `action_id`, or the words on it; or one of several by its value. */
export type Which = string | { readonly action_id?: string; readonly text?: string; readonly value?: string };
export type Surface = Message | View;

export type UserInteractions = {
  /** Presses a button. Throws when there is none: a person can't press what isn't there. */
  press: (surface: Surface, which: Which) => Promise<Ack>;
  /** Chooses or types into an element outside an input block: an option's value or words, a list of them, a date, an id. */
  select: (surface: Surface, which: Which, given: unknown) => Promise<Ack>;
  /** Types into a select whose options the app brings, and returns what it offers. */
  typeAhead: (surface: Surface, which: Which, typed: string) => Promise<readonly Json[]>;
  /** Fills in the topmost modal, by `action_id` or `block_id`, and submits it. */
  submitView: (values?: Readonly<Record<string, unknown>>) => Promise<Submission>;
  /** Closes the topmost modal, or all of them. */
  closeView: (options?: { readonly all?: boolean }) => Promise<Ack | undefined>;
  /** Opens the home tab; or the messages tab. */
  openHome: (tab?: 'home' | 'messages') => Promise<void>;
  /** Runs a shortcut of the manifest: a global one, or one of a message. */
  shortcut: (callback_id: string, message?: Message) => Promise<Ack>;
};

export function createUserInteractions(slack: Slack, user: string): UserInteractions {
  const { workspace } = slack;
  /** What this person has set, by message or view. */
  const set = new Map<string, FormState>();
  /** What type-ahead has brought, by `action_id`. */
  const offered = new Map<string, readonly Json[]>();

  function remember(surface: Surface, { block_id, action_id }: Interactive, value: Json): void {
    const state = set.get(keyOf(surface)) ?? {};
    set.set(keyOf(surface), { ...state, [block_id]: { ...state[block_id], [action_id]: value } });
  }

  /** The surface as it is now, and the element on it. */
  function find(given: Surface, which: Which): { surface: Surface; target: Interactive } {
    const surface = currentOf(given);
    const elements = listInteractive(surface.blocks);
    const target = elements.find((candidate) => matches(candidate, which));
    if (target) return { surface, target };
    const there = elements.map((e) => `${e.action_id} "${wordsOf(e.element['text'])}"`).join(', ');
    throw new Error(`There is no ${JSON.stringify(which)} to use: there are ${there || 'no elements'}.`);
  }

  function currentOf(given: Surface): Surface {
    const current = isMessage(given)
      ? findMessage(workspace, given.channel, given.ts)
      : workspace.views.get(given.id);
    if (!current) throw new Error(`That ${isMessage(given) ? 'message' : 'view'} is gone.`);
    return current;
  }

  async function act(surface: Surface, target: Interactive, value: Json): Promise<Ack> {
    if (workspace.manifest.settings?.interactivity?.is_enabled !== true) {
      throw new Error('This app cannot be pressed: its manifest has no interactivity.');
    }
    const { block_id, action_id, element } = target;
    const state = formState(listInteractive(surface.blocks), set.get(keyOf(surface)) ?? {});
    const place = isMessage(surface)
      ? messagePlace(slack, surface, user)
      : viewPlace(withState(surface, state));
    return slack.dispatch.interaction({
      ...basePayload(slack, 'block_actions', user),
      ...place,
      trigger_id: giveTrigger(slack, user, isMessage(surface) ? undefined : surface.id),
      ...(isMessage(surface) && { state: { values: state } }),
      actions: [{ ...value, type: element['type'], action_id, block_id, action_ts: workspace.ids.ts() }],
    });
  }

  return {
    press: (given, which) => {
      const { surface, target } = find(given, which);
      const { text, value, style } = target.element;
      if (initialValue(target.element)) throw new Error(`${target.action_id} is not a button: use select.`);
      return act(surface, target, {
        text,
        ...(value !== undefined && { value }),
        ...(style !== undefined && { style }),
      });
    },
    select: async (given, which, chosen) => {
      const { surface, target } = find(given, which);
      const value = chosenValue(target.element, chosen, offered.get(target.action_id));
      remember(surface, target, value);
      return act(surface, target, value);
    },
    typeAhead: async (given, which, typed) => {
      const { surface, target } = find(given, which);
      const { block_id, action_id } = target;
      const place = isMessage(surface) ? messagePlace(slack, surface, user) : viewPlace(surface);
      const payload = {
        ...basePayload(slack, 'block_suggestion', user),
        ...place,
        block_id,
        action_id,
        value: typed,
      };
      const ack = await slack.dispatch.interaction(payload);
      const options = optionsOfAck(ack);
      offered.set(action_id, options);
      return options;
    },
    submitView: async (values = {}) => {
      const view = topView(slack, user);
      const elements = listInteractive(view.blocks);
      for (const [name, given] of Object.entries(values)) {
        const target =
          elements.find((e) => e.action_id === name) ?? elements.find((e) => e.block_id === name);
        if (!target) throw new Error(`The modal has no field ${name}.`);
        remember(view, target, chosenValue(target.element, given, offered.get(target.action_id)));
      }
      const state = formState(elements, set.get(keyOf(view)) ?? {});
      for (const { input, block, block_id, action_id } of elements) {
        if (input && block['optional'] !== true && isEmpty(state[block_id]?.[action_id])) {
          throw new Error(`The modal cannot be submitted: "${wordsOf(block['label'])}" is empty.`);
        }
      }
      return submitView(slack, user, withState(view, state));
    },
    closeView: async ({ all = false } = {}) => {
      const view = topView(slack, user);
      const closed = all ? viewsOf(workspace, user).toReversed() : [view];
      const clears = all || view['clear_on_close'] === true;
      setStack(workspace, user, clears ? [] : (workspace.stacks.get(user) ?? []).slice(0, -1));
      const told = closed.filter((one) => one['notify_on_close'] === true);
      const acks = told.map((one) =>
        slack.dispatch.interaction({
          ...basePayload(slack, 'view_closed', user),
          view: one,
          is_cleared: clears,
        }),
      );
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
      const place = message && {
        ...messagePlace(slack, message, user),
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

const keyOf = (surface: Surface): string =>
  isMessage(surface) ? `${surface.channel} ${surface.ts}` : surface.id;
const isMessage = (surface: Surface): surface is Message => 'ts' in surface;
const withState = (view: View, values: FormState): View => ({ ...view, state: { values } });

function topView({ workspace }: Slack, user: string): View {
  const view = viewsOf(workspace, user).at(-1);
  if (!view) throw new Error('No modal is open.');
  return view;
}

function matches({ element, action_id }: Interactive, which: Which): boolean {
  const words = wordsOf(element['text']);
  if (typeof which === 'string') return action_id === which || (words === which && words !== '');
  return (
    (which.action_id === undefined || which.action_id === action_id) &&
    (which.text === undefined || which.text === words) &&
    (which.value === undefined || which.value === element['value'])
  );
}

function optionsOfAck(ack: Ack): readonly Json[] {
  const body = asJson(ack.body);
  return [
    ...jsonsIn(body?.['options']),
    ...jsonsIn(body?.['option_groups']).flatMap((g) => jsonsIn(g['options'])),
  ];
}
