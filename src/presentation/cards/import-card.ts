/** A dropped table as it was understood: what each column is taken for, the first rows, and what importing it would do. */
import { optionsByLetter } from '#src/presentation/options-by-letter.ts';
import type { KnownBlock, PlainTextOption } from '@slack/types';
import { CURRENCIES, QUOTED_MASSES } from '#src/domain/measure/figure.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { button } from '#src/presentation/buttons.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { Message } from '#src/presentation/message.ts';
import { formatNumber } from '#src/presentation/text/format.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { QUOTE_FORMS, quoteInWords } from '#src/presentation/quotes/quote-messages.ts';
import { unitGroups } from '#src/presentation/quotes/quote-units.ts';
import { sections } from '#src/presentation/sections.ts';

export const IMPORT_ACTIONS = {
  /** The number of a column follows; its value is a field, or that it is left out. */
  column: 'import:column',
  /** The name of a field of all rows follows. */
  common: 'import:common',
  /** Value: the file's id, and what was chosen, as JSON. */
  store: 'import:store',
  cancel: 'import:cancel',
} as const;

/** What a column may be, as people say it. */
const COLUMN_ROLES: Readonly<Record<string, string>> = {
  date: 'Date',
  price: 'Price',
  low: 'Low price',
  high: 'High price',
  metal: 'Metal or product',
  form: 'Form',
  purity: 'Purity',
  terms: 'Terms',
  place: 'Place',
  vat: 'VAT',
  unit: 'Unit',
  currency: 'Currency',
  mass: 'Mass',
  payment: 'Payment',
  estimated: 'Estimate or not',
  ignored: 'Leave out',
};
const MOST_COLUMNS = 15;
const MOST_ROWS = 10;
const MOST_REASONS = 6;

/** What the card shows of a dry run. */
interface Shown {
  readonly name: string;
  /** What is said before all else. */
  readonly first: string | undefined;
  readonly columns: readonly {
    readonly at: number;
    readonly heading: string;
    readonly role: string | undefined;
  }[];
  readonly words: readonly string[];
  readonly quotes: readonly ReadQuote[];
  readonly counts: {
    readonly added: number;
    readonly corrected: number;
    readonly unchanged: number;
    readonly held: number;
  };
  /** Reasons of what is not imported, one line each. */
  readonly reasons: readonly string[];
  readonly rejected: number;
  readonly fault: { readonly reason: string; readonly missing: readonly string[] } | undefined;
  /** Fields of all rows that a person may say. */
  readonly asked: readonly string[];
  readonly common: Readonly<Record<string, unknown>>;
  /** Of the button that imports. */
  readonly value: string;
  readonly materials: readonly Material[];
}

const plain = (text: string) => ({ type: 'plain_text' as const, text: text.slice(0, 75), emoji: false });
const option = (value: string, words = value): PlainTextOption => ({ text: plain(words), value });

const counted = (prices: number): string => (prices === 1 ? '1 price' : `${formatNumber(prices)} prices`);

/** With a select for each column, and Import and Cancel. */
export function importCard(shown: Shown): Message {
  const { name, first, quotes, counts, rejected, fault, words, reasons, materials, value } = shown;
  const isRead = fault === undefined && quotes.length > 0;
  const head = isRead
    ? `*${escapeMrkdwn(name)}: ${counted(quotes.length)} can be read.* ${formatNumber(counts.added)} new, ${formatNumber(counts.corrected)} corrected, ${formatNumber(counts.unchanged)} as they are, ${formatNumber(counts.held)} held for an admin, ${formatNumber(rejected)} rejected. Nothing is stored yet.`
    : `*${escapeMrkdwn(name)} can’t be read like this:* ${escapeMrkdwn(fault?.reason ?? 'no row of it is a price')}. Nothing is stored.`;
  const rows = quotes.slice(0, MOST_ROWS).map((quote) => `• ${quoteInWords(quote, materials)}`);
  const more = quotes.length > MOST_ROWS ? [`… and ${formatNumber(quotes.length - MOST_ROWS)} more`] : [];
  const left =
    reasons.length > MOST_REASONS
      ? [...reasons.slice(0, MOST_REASONS), `${reasons.length - MOST_REASONS} more reasons`]
      : reasons;
  const lines = [
    ...(words.length === 0 ? [] : [words.map(escapeMrkdwn).join('\n')]),
    ...(rows.length === 0 ? [] : [[...rows, ...more].join('\n')]),
    ...(left.length === 0 ? [] : [left.map(escapeMrkdwn).join('\n')]),
  ];
  const elements = [
    ...(isRead ? [button(IMPORT_ACTIONS.store, 'Import', value)] : []),
    button(IMPORT_ACTIONS.cancel, 'Cancel', value),
  ].filter((one) => one !== undefined);
  return {
    text: [...(first === undefined ? [] : [first]), head, ...lines].join('\n'),
    blocks: [
      ...sections([...(first === undefined ? [] : [first]), head]),
      ...columnBlocks(shown),
      ...commonBlocks(shown),
      ...sections(lines),
      { type: 'actions', block_id: 'import', elements },
    ],
  };
}

function columnBlocks({ columns }: Shown): readonly KnownBlock[] {
  return columns
    .filter(({ heading, role }) => heading !== '' || role !== undefined)
    .slice(0, MOST_COLUMNS)
    .map(({ at, heading, role }): KnownBlock => {
      const chosen =
        role === undefined || COLUMN_ROLES[role] === undefined ? undefined : option(role, COLUMN_ROLES[role]);
      return {
        type: 'section',
        block_id: `column:${at}`,
        text: {
          type: 'mrkdwn',
          text: `Column *${escapeMrkdwn(heading.slice(0, 100) || `${at + 1}`)}*${role === 'time' ? ' is a time' : ''}`,
        },
        accessory: {
          type: 'static_select',
          action_id: `${IMPORT_ACTIONS.column}:${at}`,
          placeholder: plain('Not read'),
          options: Object.entries(COLUMN_ROLES).map(([id, words]) => option(id, words)),
          ...(chosen === undefined ? {} : { initial_option: chosen }),
        },
      };
    });
}

const QUESTIONS: Readonly<Record<string, string>> = {
  metal: 'All rows are of',
  form: 'The form of all rows',
  unit: 'The unit of all rows',
  date: 'The day of all rows',
  decimal: 'Decimals are marked by',
};

function commonBlocks({ asked, common, materials }: Shown): readonly KnownBlock[] {
  return asked.map((field): KnownBlock => {
    const action_id = `${IMPORT_ACTIONS.common}:${field}`;
    const given = common[field];
    const initial = typeof given === 'string' ? given : undefined;
    const text = { type: 'mrkdwn' as const, text: `*${QUESTIONS[field] ?? field}*` };
    if (field === 'date')
      return {
        type: 'section',
        block_id: `common:${field}`,
        text,
        accessory: {
          type: 'datepicker',
          action_id,
          ...(initial === undefined ? {} : { initial_date: initial }),
        },
      };
    const options = optionsOf(field, materials);
    const chosen = options.find(({ value }) => value === initial);
    return {
      type: 'section',
      block_id: `common:${field}`,
      text,
      accessory: {
        type: 'static_select',
        action_id,
        placeholder: plain('Choose'),
        ...(field === 'form'
          ? { options }
          : {
              option_groups:
                field === 'unit'
                  ? unitGroups(options.flatMap(({ value }) => value ?? []))
                  : optionsByLetter(options),
            }),
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      },
    };
  });
}

function optionsOf(field: string, materials: readonly Material[]): PlainTextOption[] {
  if (field === 'metal') return materials.map(({ id, name }) => option(id, name));
  if (field === 'form') return QUOTE_FORMS.map((form) => option(form));
  return CURRENCIES.flatMap((currency) => QUOTED_MASSES.map((mass) => option(`${currency}/${mass}`)));
}

/** What came of importing. */
export function importedMessage(
  name: string,
  { added, corrected, unchanged, held, rejected }: Shown['counts'] & { readonly rejected: number },
): Message {
  return lineMessage(
    `*Imported ${escapeMrkdwn(name)}:* ${formatNumber(added)} added, ${formatNumber(corrected)} corrected, ${formatNumber(unchanged)} unchanged, ${formatNumber(held)} held for an admin, ${formatNumber(rejected)} rejected.`,
    ...(held > 0 ? ['An admin confirms or rejects what is held: `/nd feeds`.'] : []),
  );
}
