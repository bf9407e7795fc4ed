/** What people are shown when they enter a price: as it was understood, with the buttons that decide it. */
import type { ModalView, PlainTextOption, StaticSelect } from '@slack/types';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import type { Material } from '#src/domain/series/material.ts';
import { CURRENCIES, MASS_UNITS } from '#src/domain/measure/figure.ts';
import { FORMS, TERMS, VAT_STATES } from '#src/domain/series/quote.ts';
import { button } from '../buttons.ts';
import { feedLines, heldInWords, type FeedState, type HeldQuote } from './feeds-status.ts';
import { formatRange } from '../text/format.ts';
import { lineMessage } from '../line-message.ts';
import type { Message } from '../message.ts';
import { escapeMrkdwn } from '../text/mrkdwn.ts';
import { optionsByLetter } from '../options-by-letter.ts';
import { unitGroups } from './quote-units.ts';
import { sections } from '../sections.ts';

export const QUOTE_ACTIONS = {
  /** Value: the day it was typed on, a space, and the line. */
  store: 'quote:store',
  discard: 'quote:discard',
  /** Value: the name of a held price, as JSON. */
  publish: 'quote:publish',
  reject: 'quote:reject',
} as const;
export const QUOTE_FORM = 'quote:form';

/** @example "*NdPr oxide: CN¥553,000 to CN¥557,000/t*, 20 Nov 2026; ex works China, VAT included" */
export function quoteInWords(quote: ReadQuote, materials: readonly Material[]): string {
  const name = materials.find(({ id }) => id === quote.metal)?.name ?? quote.metal;
  const price = formatRange(quote.range, `${quote.currency}/${quote.mass}`);
  const estimate = quote.estimated ? ', an estimate' : '';
  return `*${escapeMrkdwn(name)} ${quote.form}: ${price}*, ${dayInWords(quote.date)}${estimate}; ${escapeMrkdwn(basisInWords(quote))}`;
}

/** A line as it was understood; nothing is stored before it is confirmed. */
export function confirmMessage(
  {
    quote,
    assumed,
    ignored,
  }: { readonly quote: ReadQuote; readonly assumed: readonly string[]; readonly ignored: string },
  materials: readonly Material[],
  value: string,
): Message {
  const message = lineMessage(
    `Understood as ${quoteInWords(quote, materials)}.`,
    ...(assumed.length === 0
      ? []
      : [`Taken for granted, for it does not say: ${escapeMrkdwn(assumed.join(', '))}.`]),
    ...(ignored === '' ? [] : [`Not understood: “${escapeMrkdwn(ignored)}”.`]),
    'Nothing is stored yet.',
  );
  const elements = [
    button(QUOTE_ACTIONS.store, 'Store it', value),
    button(QUOTE_ACTIONS.discard, 'Leave it', 'leave'),
  ].filter((one) => one !== undefined);
  return { ...message, blocks: [...message.blocks, { type: 'actions', elements }] };
}

/** Held prices that are shown with buttons; more wait their turn. */
const MOST_HELD = 5;

/** How feeds fare; with buttons where the reader may decide what is held. */
export function feedsMessage(
  status: {
    readonly feeds: readonly FeedState[];
    readonly held: readonly (HeldQuote & { readonly series: string; readonly edition: number })[];
  },
  now: number,
  mayDecide: boolean,
): Message {
  const { feeds, held } = status;
  const lines = feedLines({ feeds, held: [] }, now).map(escapeMrkdwn);
  const blocks = held.slice(0, MOST_HELD).flatMap((quote, index) => {
    const { series, date, edition } = quote;
    const value = JSON.stringify({ series, date, edition });
    const buttons = [
      button(`${QUOTE_ACTIONS.publish}:${index}`, 'It is right: publish', value),
      button(`${QUOTE_ACTIONS.reject}:${index}`, 'Reject', value),
    ].filter((one) => one !== undefined);
    return [
      ...sections([`*Held:* ${escapeMrkdwn(heldInWords(quote))}`]),
      ...(mayDecide ? [{ type: 'actions' as const, elements: buttons }] : []),
    ];
  });
  const more = held.length > MOST_HELD ? [`${held.length - MOST_HELD} more are held.`] : [];
  const heldText = held.slice(0, MOST_HELD).map((quote) => `Held: ${escapeMrkdwn(heldInWords(quote))}`);
  return {
    text: [...lines, ...heldText, ...more].join('\n'),
    blocks: [...sections(lines), ...blocks, ...sections(more)],
  };
}

/** The forms and units that the form offers. */
export const QUOTE_FORMS = FORMS.filter((form) => form !== 'contained metal');
export const QUOTE_UNITS = CURRENCIES.flatMap((currency) =>
  MASS_UNITS.map((mass) => `${currency}/${mass}` as const),
);
/** Of what is typed into a field, in characters. */
export const MOST_TYPED = 60;

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });
const option = (value: string) => ({ text: plain(value), value });
type Offered = Pick<StaticSelect, 'options'> | Pick<StaticSelect, 'option_groups'>;

/** What was filled in before, by field, and why it is to be sent again. */
interface Refill {
  readonly fields: Readonly<Record<string, string>>;
  readonly fault?: string;
}

/** A select of the form; without anything chosen, Slack asks for a choice, so that no price becomes that of the first in a list. */
function select(id: string, label: string, offered: Offered, chosen: PlainTextOption | undefined) {
  return {
    type: 'input' as const,
    block_id: id,
    label: plain(label),
    element: {
      type: 'static_select' as const,
      action_id: id,
      ...offered,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    },
  };
}

/** A choice from a few. */
const choice = (id: string, label: string, values: readonly string[], initial: string | undefined) =>
  select(id, label, { options: values.map(option) }, initial === undefined ? undefined : option(initial));

function field(id: string, label: string, placeholder: string, { fields }: Refill, optional = false) {
  const before = fields[id];
  return {
    type: 'input' as const,
    block_id: id,
    label: plain(label),
    optional,
    element: {
      type: 'plain_text_input' as const,
      action_id: id,
      max_length: MOST_TYPED,
      placeholder: plain(placeholder),
      ...(before !== undefined && { initial_value: before }),
    },
  };
}

/** The form behind `/nd quote`. Its fields are named as a feed's row has them. @param today ISO date */
export function quoteForm(
  materials: readonly Material[],
  today: string,
  refill: Refill = { fields: {} },
): ModalView {
  const { fields, fault } = refill;
  const metals = materials.map(({ id, name }) => ({ value: id, text: plain(name) }));
  const metal = metals.find(({ value }) => value === fields['metal']);
  const { unit } = fields;
  return {
    type: 'modal',
    callback_id: QUOTE_FORM,
    title: plain('Enter a price'),
    submit: plain('Store'),
    close: plain('Cancel'),
    blocks: [
      ...sections(fault === undefined ? [] : [fault]),
      select('metal', 'Of what', { option_groups: optionsByLetter(metals) }, metal),
      choice('form', 'Form', QUOTE_FORMS, fields['form']),
      field('low', 'Price, or its low end', '553000', refill),
      field('high', 'High end', '557000', refill, true),
      select(
        'unit',
        'Unit',
        { option_groups: unitGroups(QUOTE_UNITS) },
        unit === undefined ? undefined : option(unit),
      ),
      {
        type: 'input',
        block_id: 'date',
        label: plain('Day of the price'),
        element: { type: 'datepicker', action_id: 'date', initial_date: fields['date'] ?? today },
      },
      choice('vat', 'VAT', VAT_STATES, fields['vat'] ?? 'unstated'),
      choice('terms', 'Terms', TERMS, fields['terms'] ?? 'unstated'),
      field('place', 'Place', 'China', refill, true),
      field('purity', 'Purity', '99.5 %', refill, true),
    ],
  };
}
