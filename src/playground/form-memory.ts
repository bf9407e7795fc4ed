/** What one person has set in messages and modals, and what type-ahead has brought: it lives in their client. */
import type { FormState } from './form-values.ts';
import type { Interactive } from './interactive-elements.ts';
import type { Json, Message, View } from './wire-types.ts';

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

/** The view as it is sent: with what was set in it. */
export const withState = (view: View, values: FormState): View => ({ ...view, state: { values } });
