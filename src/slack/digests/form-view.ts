/** The form of a digest: its fields, when it will come, and what it would say now. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Preview } from '#src/watching/digests/preview-digest.ts';
import { DIGEST_ITEMS, type DigestItem } from '#src/domain/watching/digest-content.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { optionsByLetter } from '#src/presentation/options-by-letter.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { context, sections } from '#src/presentation/sections.ts';
import { othersInWords } from '#src/slack/posting-place.ts';
import { LOCALES, type FormChoice } from './form-choice.ts';
import { action, input, option, picked, select } from './form-fields.ts';
import { whenFields } from './form-when.ts';

export const FORM_CALLBACK = 'digest:form';
export const ITEM_WORDS: Readonly<Record<DigestItem, string>> = {
  price: 'Price',
  change: 'Change over the last 12 months',
  sectors: 'Shares of sectors',
  production: 'Production',
  alerts: 'Alerts that are near',
  chart: 'A chart',
};

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
    ...sections([
      '*It comes next*',
      ...(next.length === 0 ? ['No day of it lies ahead.'] : next.map(escapeMrkdwn)),
    ]),
    ...sections(['*What it would say now*']),
    ...(preview?.skipped === true ? context(['Nothing: nothing has changed since the last one.']) : []),
    ...(preview === undefined ? context(['Choose what it says, and at least one metal.']) : []),
    ...(choice.items.includes('chart') && content.charts && preview !== undefined
      ? context(['The chart comes with the post.'])
      : []),
  ];
  const fault = sections(content.fault === undefined ? [] : [content.fault]);
  const others = sections(othersInWords(choice.others));
  const room = LIMITS.blocks.modal - fields.length - times.length - fault.length - others.length;
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    // What is chosen goes along: a field that is not shown just now keeps its value.
    private_metadata: JSON.stringify({ id, choice }),
    title: plainText(id === undefined ? 'New digest' : 'Change the digest'),
    submit: plainText(id === undefined ? 'Set up' : 'Save'),
    close: plainText('Cancel'),
    blocks: [...fault, ...others, ...fields, ...times, ...(preview?.blocks.slice(0, room) ?? [])],
  };
}
