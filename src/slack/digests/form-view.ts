/** The form of a digest: its fields, when it will come, and what it would say now. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { DAY_NAMES, ORDINALS, WEEKDAYS } from '#src/domain/watching/schedule.ts';
import type { Preview } from '#src/watching/digests/preview-digest.ts';
import { DIGEST_ITEMS, type DigestItem } from '#src/domain/watching/digest-content.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import { optionsByLetter } from '#src/presentation/options-by-letter.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { context, sections } from '#src/presentation/sections.ts';
import { LOCALES, OFTEN, type FormChoice, type Often } from './form-choice.ts';

export const FORM_CALLBACK = 'digest:form';
/** Begins the `action_id` of each field; the field's name follows. */
export const CHOOSE_ACTION = 'digest:choose';

const OFTEN_WORDS: Readonly<Record<Often, string>> = {
  day: 'Every day',
  weekdays: 'Monday to Friday',
  week: 'Every week',
  date: 'Every month, on a day such as the 1st',
  ordinal: 'Every month, on a day such as the first Monday',
};

export const ITEM_WORDS: Readonly<Record<DigestItem, string>> = {
  price: 'Price',
  change: 'Change over the last 12 months',
  sectors: 'Shares of sectors',
  production: 'Production',
  alerts: 'Alerts that are near',
  chart: 'A chart',
};

const option = (value: string, words: string): PlainTextOption => ({ value, text: plainText(words) });

/** Slack wants the option that is chosen at first word for word among the options. */
const chosen = (options: readonly PlainTextOption[], value: string) => {
  const found = options.find((candidate) => candidate.value === value) ?? options[0];
  return found === undefined ? {} : { initial_option: found };
};

const picked = (options: readonly PlainTextOption[], values: readonly string[]) => {
  const found = options.filter(({ value }) => value !== undefined && values.includes(value));
  return found.length === 0 ? {} : { initial_options: found };
};

const action = (name: keyof FormChoice) => ({ action_id: `${CHOOSE_ACTION}:${name}` });

function input(
  name: keyof FormChoice,
  label: string,
  element: InputBlock['element'],
  more: Partial<Pick<InputBlock, 'optional' | 'hint'>> = {},
): InputBlock {
  // Each change is told at once, for the preview to follow.
  return { type: 'input', block_id: name, label: plainText(label), element, dispatch_action: true, ...more };
}

function select(name: keyof FormChoice, label: string, options: PlainTextOption[], value: string) {
  return input(name, label, { type: 'static_select', ...action(name), options, ...chosen(options, value) });
}

/** The fields that say when: which ones depends on how often. */
function whenFields(choice: FormChoice): readonly InputBlock[] {
  const { often } = choice;
  const days = WEEKDAYS.map((day, i) => option(day, DAY_NAMES[i] ?? day));
  const dates = Array.from({ length: 31 }, (_, i) =>
    option(`${i + 1}`, i < 28 ? `${i + 1}` : `${i + 1}, or the last day`),
  );
  const ordinals = ORDINALS.map((ordinal) => option(ordinal, ordinal));
  return [
    select(
      'often',
      'How often',
      OFTEN.map((value) => option(value, OFTEN_WORDS[value])),
      often,
    ),
    ...(often === 'ordinal' ? [select('ordinal', 'Which one in the month', ordinals, choice.ordinal)] : []),
    ...(often === 'week' || often === 'ordinal' ? [select('day', 'Day', days, choice.day)] : []),
    ...(often === 'date' ? [select('date', 'Day of the month', dates, String(choice.date))] : []),
    input('time', 'At', { type: 'timepicker', ...action('time'), initial_time: choice.time }),
    input('zone', 'Time zone', {
      type: 'external_select',
      ...action('zone'),
      min_query_length: 2,
      initial_option: option(choice.zone, choice.zone),
    }),
  ];
}

function whatFields({ choice, metals, charts }: FormContent): readonly InputBlock[] {
  const offered = DIGEST_ITEMS.filter((item) => charts || item !== 'chart');
  const items = offered.map((item) => option(item, ITEM_WORDS[item]));
  const known = metals.map(({ id, name }) => option(id, name));
  const skip = [option('yes', 'Post nothing when nothing has changed')];
  const locales = Object.entries(LOCALES).map(([locale, name]) =>
    option(locale, `${new Intl.NumberFormat(locale).format(1_234_567.8)} (${name})`),
  );
  return [
    input(
      'channel',
      'Where',
      {
        type: 'conversations_select',
        ...action('channel'),
        filter: { include: ['public', 'private'] },
        ...(choice.channel !== undefined && { initial_conversation: choice.channel }),
      },
      {
        optional: true,
        hint: plainText('A channel that I am in. Leave it empty for a direct message to you.'),
      },
    ),
    input('items', 'What', {
      type: 'checkboxes',
      ...action('items'),
      options: items,
      ...picked(items, choice.items),
    }),
    input('metals', 'Which metals', {
      type: 'multi_static_select',
      ...action('metals'),
      option_groups: optionsByLetter(known),
      ...picked(known, choice.metals),
    }),
    ...whenFields(choice),
    select('locale', 'How numbers are written', locales, choice.locale),
    input(
      'skipUnchanged',
      'Nothing new',
      {
        type: 'checkboxes',
        ...action('skipUnchanged'),
        options: skip,
        ...(choice.skipUnchanged && { initial_options: skip }),
      },
      { optional: true },
    ),
  ];
}

interface FormContent {
  readonly choice: FormChoice;
  /** What to choose from: the catalog's metals, and what only markets quote. */
  readonly metals: readonly { readonly id: string; readonly name: string }[];
  /** Whether there are charts here. */
  readonly charts: boolean;
  /** The next post times, in words. */
  readonly next: readonly string[];
  /** `undefined` where too little is chosen for one. */
  readonly preview: Preview | undefined;
  /** The digest that is changed; `undefined` makes a new one. */
  readonly id: string | undefined;
  /** Why it could not be set up, as mrkdwn. */
  readonly fault?: string | undefined;
}

/** @returns the view, within Slack's limits; a long preview is cut */
export function digestForm(content: FormContent): ModalView {
  const { choice, next, preview, id } = content;
  const fields = whatFields(content);
  const times: readonly KnownBlock[] = [
    { type: 'divider' },
    ...sections(['*It comes next*', ...next.map(escapeMrkdwn)]),
    ...sections(['*What it would say now*']),
    ...(preview?.skipped === true ? context(['Nothing: nothing has changed since the last one.']) : []),
    ...(preview === undefined ? context(['Choose what it says, and at least one metal.']) : []),
    ...(choice.items.includes('chart') && content.charts && preview !== undefined
      ? context(['The chart comes with the post.'])
      : []),
  ];
  const fault = sections(content.fault === undefined ? [] : [content.fault]);
  const room = LIMITS.blocks.modal - fields.length - times.length - fault.length;
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    // What is chosen goes along: a field that is not shown just now keeps its value.
    private_metadata: JSON.stringify({ id, choice }),
    title: plainText(id === undefined ? 'New digest' : 'Change the digest'),
    submit: plainText(id === undefined ? 'Set up' : 'Save'),
    close: plainText('Cancel'),
    blocks: [...fault, ...fields, ...times, ...(preview?.blocks.slice(0, room) ?? [])],
  };
}
