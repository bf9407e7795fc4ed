/** What a person does with elements: press, choose, type. */
import { checkOptions } from '../block-kit/check-blocks.ts';
import type { Ack } from '../wire/exchange-log.ts';
import { chooseIn, isMessage, withState, type FormMemory, type Surface } from '../state/form-memory.ts';
import { formState, initialValue, type FormState } from '../state/form-values.ts';
import { listInteractive, wordsOf, type Interactive } from './interactive-elements.ts';
import { asJson, jsonsIn } from '../wire/json.ts';
import { findMessage } from '../state/message-store.ts';
import { basePayload, messagePlace, viewPlace } from '../wire/payloads.ts';
import type { Slack } from '../slack.ts';
import { giveTrigger } from '../state/triggers.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Json } from '../wire/wire-types.ts';

/** Which element: its `action_id`, or the words on it; or one of several by its value or its block. */
type Which =
  | string
  | {
      readonly action_id?: string;
      readonly block_id?: string;
      readonly text?: string;
      readonly value?: string;
    };

export type UserElements = {
  /** Presses a button. Throws when there is none: a person can't press what isn't there. */
  press: (surface: Surface, which: Which) => Promise<Ack>;
  /**
   * Chooses or types into an element: an option's value or words, a list of them, a date, an id. In an input block
   * nothing is sent before the submission, unless `dispatch_action` is set: `reason` is then `not_sent`.
   */
  select: (surface: Surface, which: Which, given: unknown) => Promise<Ack>;
  /** Types into a select whose options the app brings, and returns what it offers. */
  typeAhead: (surface: Surface, which: Which, typed: string) => Promise<readonly Json[]>;
  /** Chooses or types as `select` does, and tells the app nothing. `null` empties the element. */
  fill: (surface: Surface, which: Which, given: unknown) => void;
  /** What the elements of a message or view hold now. */
  valuesOf: (surface: Surface) => FormState;
};

export function createUserElements(slack: Slack, user: string, memory: FormMemory): UserElements {
  const { workspace } = slack;

  async function act(surface: Surface, target: Interactive, value: Json): Promise<Ack> {
    if (workspace.manifest.settings?.interactivity?.is_enabled !== true) {
      throw new Error('This app cannot be pressed: its manifest has no interactivity.');
    }
    const { block_id, action_id, element } = target;
    const state = formState(listInteractive(surface.blocks), memory.stateOf(surface));
    const place = isMessage(surface)
      ? { ...messagePlace(slack, surface, user, 'press'), state: { values: state } }
      : viewPlace(withState(surface, state));
    return slack.dispatch.interaction({
      ...basePayload(slack, 'block_actions', user),
      ...place,
      trigger_id: giveTrigger(slack, user, isMessage(surface) ? undefined : surface.id),
      actions: [{ ...value, type: element['type'], action_id, block_id, action_ts: workspace.ids.ts() }],
    });
  }

  return {
    press: async (given, which) => {
      const { surface, target } = find(workspace, given, which);
      const { text, value, style } = target.element;
      if (initialValue(target.element)) throw new Error(`${target.action_id} is not a button: use select.`);
      return act(surface, target, {
        text,
        ...(value !== undefined && { value }),
        ...(style !== undefined && { style }),
      });
    },
    select: async (given, which, chosen) => {
      const { surface, target } = find(workspace, given, which);
      const value = chooseIn(memory, surface, target, chosen);
      memory.remember(surface, target, value);
      // What is set in an input block goes with the submission, unless the block asks to be told at once.
      if (target.input && target.block['dispatch_action'] !== true) return NOT_SENT;
      return act(surface, target, value);
    },
    typeAhead: async (given, which, typed) => {
      const { surface, target } = find(workspace, given, which);
      const { block_id, action_id } = target;
      const place = isMessage(surface) ? messagePlace(slack, surface, user, 'press') : viewPlace(surface);
      const payload = {
        ...basePayload(slack, 'block_suggestion', user),
        ...place,
        block_id,
        action_id,
        value: typed,
      };
      const options = optionsOfAck(await slack.dispatch.interaction(payload));
      memory.offered.set(action_id, options);
      return options;
    },
    fill: (given, which, chosen) => {
      const { surface, target } = find(workspace, given, which);
      memory.remember(surface, target, chooseIn(memory, surface, target, chosen));
    },
    valuesOf: (surface) => formState(listInteractive(surface.blocks), memory.stateOf(surface)),
  };
}

const NOT_SENT: Ack = { ok: true, status: 200, body: undefined, ms: 0, reason: 'not_sent' };

/** The surface as it is now, and the element on it. */
function find(workspace: Workspace, given: Surface, which: Which): { surface: Surface; target: Interactive } {
  const surface = isMessage(given)
    ? findMessage(workspace, given.channel, given.ts)
    : workspace.views.get(given.id);
  if (!surface) throw new Error(`That ${isMessage(given) ? 'message' : 'view'} is gone.`);
  const elements = listInteractive(surface.blocks);
  const target = elements.find((candidate) => matches(candidate, which));
  if (target) return { surface, target };
  const there = elements.map((e) => `${e.action_id} "${wordsOf(e.element['text'])}"`).join(', ');
  throw new Error(`There is no ${JSON.stringify(which)} to use: there are ${there || 'no elements'}.`);
}

function matches({ element, action_id, block_id }: Interactive, which: Which): boolean {
  const words = wordsOf(element['text']);
  if (typeof which === 'string') return action_id === which || (words === which && words !== '');
  return (
    (which.action_id === undefined || which.action_id === action_id) &&
    (which.block_id === undefined || which.block_id === block_id) &&
    (which.text === undefined || which.text === words) &&
    (which.value === undefined || which.value === element['value'])
  );
}

function optionsOfAck(ack: Ack): readonly Json[] {
  const body = asJson(ack.body);
  const faults = ack.ok ? checkOptions(body ?? {}) : [`not acknowledged: ${ack.reason ?? ack.status}`];
  if (faults.length > 0)
    throw new Error(`The app offered no options that Slack takes: ${faults.join('; ')}.`);
  return [
    ...jsonsIn(body?.['options']),
    ...jsonsIn(body?.['option_groups']).flatMap((g) => jsonsIn(g['options'])),
  ];
}
