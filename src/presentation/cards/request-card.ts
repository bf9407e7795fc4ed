/** The card of a request in words: what was understood, what is to be chosen, and the buttons without which nothing happens. */
import type { ActionsBlock, Button, KnownBlock, PlainTextOption } from '@slack/types';
import { MAY_BE_PUBLIC } from '#src/access/audience.ts';
import type { Choice } from '#src/domain/watching/drafts/draft.ts';
import { button } from '#src/presentation/buttons.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import type { PublicMessage } from '#src/presentation/message.ts';
import { optionsByLetter } from '#src/presentation/options-by-letter.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { sections } from '#src/presentation/sections.ts';

export const REQUEST_ACTIONS = {
  /** Value: the request, as JSON. */
  act: 'request:act',
  edit: 'request:edit',
  cancel: 'request:cancel',
  /** A slot follows. */
  choose: 'request:choose',
} as const;

/** The button that does it. */
interface Act {
  readonly label: string;
  /** What is asked before what can't be undone. */
  readonly confirm?: { readonly title: string; readonly text: string };
}

export interface RequestCard {
  /** As mrkdwn, escaped. */
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
  /** `undefined` where there is nothing to do: what is missing can't be chosen here. */
  readonly act: Act | undefined;
  /** Whether there is a form for it. */
  readonly edit: boolean;
  /** What its buttons carry. */
  readonly value: string;
}

const option = ({ value, words }: Choice['options'][number]): PlainTextOption => ({
  value,
  text: plainText(words.slice(0, LIMITS.buttonText)),
});

/**
 * A card, for all who may read what it is of.
 * @returns `undefined` where the request is too long for a button
 */
export function requestCard({ lines, choices, act, edit, value }: RequestCard): PublicMessage | undefined {
  const [cancel, does] = [
    button(REQUEST_ACTIONS.cancel, 'Cancel', value),
    act && button(REQUEST_ACTIONS.act, act.label, value),
  ];
  if (cancel === undefined) return undefined;
  const elements = [
    does && act && withConfirm(does, act),
    edit ? button(REQUEST_ACTIONS.edit, 'Edit', value) : undefined,
    cancel,
  ].filter((one) => one !== undefined);
  return {
    text: lines.join('\n').slice(0, LIMITS.messageText),
    blocks: [
      ...sections(lines),
      ...choices.map(choiceBlock),
      { type: 'actions', block_id: 'request', elements } satisfies ActionsBlock,
    ],
    [MAY_BE_PUBLIC]: true,
  };
}

/** What came of a card, in its place. */
export function doneCard(lines: readonly string[]): PublicMessage {
  return {
    text: lines.join('\n').slice(0, LIMITS.messageText),
    blocks: [...sections(lines)],
    [MAY_BE_PUBLIC]: true,
  };
}

function withConfirm(made: Button, { label, confirm }: Act): Button {
  if (confirm === undefined) return { ...made, style: 'primary' };
  return {
    ...made,
    style: 'danger',
    confirm: {
      title: plainText(confirm.title),
      text: plainText(confirm.text),
      confirm: plainText(label),
      deny: plainText('Keep'),
    },
  };
}

function choiceBlock({ slot, label, type, options, chosen }: Choice): KnownBlock {
  const action_id = `${REQUEST_ACTIONS.choose}:${slot}`;
  const text = { type: 'mrkdwn' as const, text: label };
  const block = { type: 'section' as const, block_id: action_id, text };
  if (type === 'time')
    return {
      ...block,
      accessory: { type: 'timepicker', action_id, ...(chosen === undefined ? {} : { initial_time: chosen }) },
    };
  if (type === 'date')
    return {
      ...block,
      accessory: { type: 'datepicker', action_id, ...(chosen === undefined ? {} : { initial_date: chosen }) },
    };
  const offered = options.map(option);
  const initial = offered.find(({ value }) => value === chosen);
  return {
    ...block,
    accessory: {
      type: 'static_select',
      action_id,
      placeholder: plainText('Choose'),
      ...(offered.length > LIMITS.options
        ? { option_groups: optionsByLetter(offered) }
        : { options: offered }),
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}
