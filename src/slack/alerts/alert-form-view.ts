/** The form of an alert: its fields, which follow what it is to watch. */
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Material } from '#src/domain/series/material.ts';
import { optionsByLetter } from '#src/presentation/options-by-letter.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { QUOTE_UNITS } from '#src/presentation/quotes/quote-messages.ts';
import { unitGroups } from '#src/presentation/quotes/quote-units.ts';
import { sections } from '#src/presentation/sections.ts';
import { othersInWords } from '#src/slack/posting-place.ts';
import {
  DIRECTIONS,
  FORM_CHOICES,
  KINDS,
  REACHES,
  REPEATS,
  SOURCE_CHOICES,
  STARTS,
  type AlertForm,
  type AlertFormChoice,
} from './alert-form-choice.ts';

export const ALERT_FORM = 'alert:form';
/** Begins the `action_id` of each field; the field's name follows. */
export const ALERT_CHOOSE = 'alert:choose';

const WORDS: Readonly<Record<string, string>> = {
  above: 'Above a price',
  below: 'Below a price',
  leaves: 'Outside of a range',
  enters: 'Within a range',
  change: 'When it moves by so much',
  newHigh: 'At a new high',
  newLow: 'At a new low',
  apart: 'When its sources lie apart',
  edition: 'At a new edition of its source',
  touches: 'When any part of the price is past it',
  entirely: 'When all of the price is past it',
  either: 'Up or down',
  up: 'Up',
  down: 'Down',
  any: 'Any',
  usgs: 'USGS, figures of years',
  report: 'The report, figures of years',
  each: 'Each time',
  once: 'Once',
  now: 'At once, and then each time',
  next: 'Only once it has come back, and passes again',
};

type Name = keyof AlertFormChoice;

const option = (value: string): PlainTextOption => ({ value, text: plainText(WORDS[value] ?? value) });
const ids = (name: Name) => ({ block_id: name, type: 'input' as const });
const action = (name: Name) => ({ action_id: `${ALERT_CHOOSE}:${name}` });

function select(
  name: Name,
  label: string,
  values: readonly string[],
  chosen: string | undefined,
  follow = false,
): InputBlock {
  const initial = values.includes(chosen ?? '') ? { initial_option: option(chosen ?? '') } : {};
  return {
    ...ids(name),
    label: plainText(label),
    dispatch_action: follow,
    element: { type: 'static_select', ...action(name), options: values.map(option), ...initial },
  };
}

function unitSelect(chosen: string): InputBlock {
  return {
    ...ids('unit'),
    label: plainText('In'),
    element: {
      type: 'static_select',
      ...action('unit'),
      option_groups: unitGroups(QUOTE_UNITS),
      initial_option: option(chosen),
    },
  };
}

function text(name: Name, label: string, value: string, placeholder: string): InputBlock {
  return {
    ...ids(name),
    label: plainText(label),
    element: {
      type: 'plain_text_input',
      ...action(name),
      max_length: 40,
      placeholder: plainText(placeholder),
      ...(value === '' ? {} : { initial_value: value }),
    },
  };
}

/** Of a high or low it may be left empty. */
function daysOf({ kind, days }: AlertFormChoice): InputBlock {
  const field = text('days', 'Within how many days', days, '7');
  if (kind === 'change') return field;
  return { ...field, optional: true, hint: plainText('Leave it empty for one of all time.') };
}

function fieldsOf(
  { choice }: AlertForm,
  materials: readonly Material[],
  asksStart: boolean,
): readonly InputBlock[] {
  const { kind, channel, until, metal } = choice;
  const looksBack = kind === 'change' || kind === 'newHigh' || kind === 'newLow';
  const isBand = kind === 'leaves' || kind === 'enters';
  const isLevel = isBand || kind === 'above' || kind === 'below';
  const metals = materials.map(({ id, name }): PlainTextOption => ({ value: id, text: plainText(name) }));
  const of = metals.find(({ value }) => value === metal);
  return [
    ...(asksStart ? [select('start', 'That is so already', STARTS, choice.start)] : []),
    {
      ...ids('metal'),
      label: plainText('Of which metal'),
      element: {
        type: 'static_select',
        ...action('metal'),
        option_groups: optionsByLetter(metals),
        ...(of === undefined ? {} : { initial_option: of }),
      },
    },
    select('kind', 'When it is to come', KINDS, kind, true),
    ...(isLevel
      ? [
          text('low', isBand ? 'From' : 'Price', choice.low, '140'),
          ...(isBand ? [text('high', 'To', choice.high, '160')] : []),
          unitSelect(choice.unit),
          select('reach', 'Of a price that is a range itself', REACHES, choice.reach),
        ]
      : []),
    ...(kind === 'change'
      ? [
          text('percent', 'By how many percent', choice.percent, '5'),
          select('direction', 'Which way', DIRECTIONS, choice.direction),
        ]
      : []),
    ...(kind === 'apart' ? [text('percent', 'By how many percent', choice.percent, '5')] : []),
    ...(looksBack ? [daysOf(choice)] : []),
    select('form', 'Form', FORM_CHOICES, choice.form),
    select('source', 'Source', SOURCE_CHOICES, choice.source),
    select('repeat', 'How often', REPEATS, choice.repeat),
    {
      ...ids('until'),
      label: plainText('Until'),
      optional: true,
      hint: plainText('Its last day. Leave it empty for no end.'),
      element: {
        type: 'datepicker',
        ...action('until'),
        ...(until === undefined ? {} : { initial_date: until }),
      },
    },
    {
      ...ids('channel'),
      label: plainText('Where'),
      optional: true,
      hint: plainText('A channel that I am in. Leave it empty for a direct message to you.'),
      element: {
        type: 'conversations_select',
        ...action('channel'),
        filter: { include: ['public', 'private'] },
        ...(channel === undefined || /^[UWD]/.test(channel) ? {} : { initial_conversation: channel }),
      },
    },
  ];
}

/** @param more Why it could not be set up, and what the price is now, as mrkdwn. @param asksStart Its price is past its threshold already. */
export function alertForm(
  form: AlertForm,
  materials: readonly Material[],
  {
    lines = [],
    asksStart = false,
  }: { readonly lines?: readonly string[]; readonly asksStart?: boolean } = {},
): ModalView {
  return {
    type: 'modal',
    callback_id: ALERT_FORM,
    private_metadata: JSON.stringify(form),
    title: plainText(form.id === undefined ? 'New alert' : 'Change the alert'),
    submit: plainText(form.id === undefined ? 'Set up' : 'Save'),
    close: plainText('Cancel'),
    blocks: [...sections([...lines, ...othersInWords(form.others)]), ...fieldsOf(form, materials, asksStart)],
  };
}
