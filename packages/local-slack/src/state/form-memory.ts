/** What one person has set in messages and modals, and what type-ahead has brought: it lives in their client. */
import { chosenValue, initialValue, type FormState } from './form-values.ts';
import { asJson, jsonsIn } from '../wire/json.ts';
import type { Interactive } from '../people/interactive-elements.ts';
import type { Json, Message, View } from '../wire/wire-types.ts';

export type Surface = Message | View;

export type FormMemory = {
  stateOf: (surface: Surface) => FormState;
  remember: (surface: Surface, element: Interactive, value: Json) => void;
  /** By `action_id`. */
  readonly offered: Map<string, readonly Json[]>;
};

export function createFormMemory(): FormMemory {
  const states = new Map<string, FormState>();
  const stateOf = (surface: Surface): FormState => states.get(keyOf(surface)) ?? {};
  return {
    stateOf,
    remember: (surface, { block_id, action_id }, value) => {
      const state = stateOf(surface);
      states.set(keyOf(surface), { ...state, [block_id]: { ...state[block_id], [action_id]: value } });
    },
    offered: new Map(),
  };
}

export const isMessage = (surface: Surface): surface is Message => 'ts' in surface;

const keyOf = (surface: Surface): string =>
  isMessage(surface) ? `${surface.channel} ${surface.ts}` : surface.id;

/**
 * The value of an element after a person chose or typed `given`. What is chosen already stays a choice: an app offers it
 * as the initial one, or by a type-ahead that has brought others since.
 * @throws Error when there is no such option
 */
export function chooseIn(memory: FormMemory, surface: Surface, target: Interactive, given: unknown): Json {
  const { block_id, action_id, element } = target;
  const held = memory.stateOf(surface)[block_id]?.[action_id] ?? initialValue(element);
  const chosen = [asJson(held?.['selected_option']) ?? [], jsonsIn(held?.['selected_options'])].flat();
  return chosenValue(element, given, [...chosen, ...(memory.offered.get(action_id) ?? [])]);
}

/** The view as it is sent: with what was set in it. */
export const withState = (view: View, values: FormState): View => ({ ...view, state: { values } });
