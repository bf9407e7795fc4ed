/** What an element holds: as it is first shown, and as a person sets it. The shapes are those of `state.values`. */
import { optionsOf, wordsOf, type Interactive } from '../people/interactive-elements.ts';
import type { Json } from '../wire/wire-types.ts';

/** `{ [block_id]: { [action_id]: value } }` */
export type FormState = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** For each type: the field that carries the value, and the one that sets it at first. */
const FIELDS: Readonly<
  Record<string, { field: string; initial: string; many?: boolean; options?: boolean }>
> = {
  static_select: { field: 'selected_option', initial: 'initial_option', options: true },
  external_select: { field: 'selected_option', initial: 'initial_option', options: true },
  radio_buttons: { field: 'selected_option', initial: 'initial_option', options: true },
  overflow: { field: 'selected_option', initial: '', options: true },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', many: true, options: true },
  multi_external_select: { field: 'selected_options', initial: 'initial_options', many: true, options: true },
  checkboxes: { field: 'selected_options', initial: 'initial_options', many: true, options: true },
  users_select: { field: 'selected_user', initial: 'initial_user' },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', many: true },
  channels_select: { field: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', many: true },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: {
    field: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
  datepicker: { field: 'selected_date', initial: 'initial_date' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time' },
  plain_text_input: { field: 'value', initial: 'initial_value' },
  email_text_input: { field: 'value', initial: 'initial_value' },
  url_text_input: { field: 'value', initial: 'initial_value' },
  number_input: { field: 'value', initial: 'initial_value' },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value' },
};

/** The value an element has before anyone touches it; undefined for one that holds none, such as a button. */
export function initialValue(element: Json): Json | undefined {
  const type = String(element['type']);
  const form = FIELDS[type];
  if (!form || type === 'overflow') return undefined;
  return { type, [form.field]: element[form.initial] ?? (form.many ? [] : null) };
}

/**
 * The value after a person chose or typed `given`.
 * Options are found by their value or by their words; `offered` are those a type-ahead brought.
 * `null` empties the element. Throws when there is no such option: a person can't choose what isn't there.
 */
export function chosenValue(element: Json, given: unknown, offered: readonly Json[] = []): Json {
  const type = String(element['type']);
  const form = FIELDS[type];
  if (!form) throw new Error(`A ${type} holds no value.`);
  const wanted = Array.isArray(given) ? given : given === null ? [] : [given];
  const picked = form.options
    ? wanted.map((w) => findOption([...optionsOf(element), ...offered], w))
    : wanted;
  return { type, [form.field]: form.many ? picked : (picked[0] ?? null) };
}

function findOption(options: readonly Json[], wanted: unknown): Json {
  const found =
    options.find((o) => o['value'] === wanted) ?? options.find((o) => wordsOf(o['text']) === wanted);
  if (found) return found;
  const there = options.map((o) => `${wordsOf(o['text'])} (${String(o['value'])})`).join(', ');
  throw new Error(`There is no option "${String(wanted)}": there are ${there || 'none'}.`);
}

export const isEmpty = (value: Json | undefined): boolean =>
  Object.entries(value ?? {}).every(
    ([key, held]) =>
      key === 'type' || held === null || held === '' || (Array.isArray(held) && held.length === 0),
  );

/** The state of a message or view: what it starts with, under what was set since. */
export function formState(elements: readonly Interactive[], set: FormState): FormState {
  const state: Record<string, Record<string, Json>> = {};
  for (const { block_id, action_id, element } of elements) {
    const value = set[block_id]?.[action_id] ?? initialValue(element);
    if (value) state[block_id] = { ...state[block_id], [action_id]: value };
  }
  return state;
}
