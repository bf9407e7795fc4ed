/** A price that is to be stored, in words. */
import { isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { dayIn } from '#src/domain/measure/days.ts';
import { draftMetals } from '#src/domain/watching/drafts/draft-digest.ts';
import { isOpen, type Choice } from '#src/domain/watching/drafts/draft.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import {
  QUOTE_FORMS,
  QUOTE_UNITS,
  quoteForm,
  quoteInWords,
} from '#src/presentation/quotes/quote-messages.ts';
import { enterQuote, readQuoteFields } from '#src/quotes/manage-quotes.ts';
import { enteredInWords } from '#src/slack/quotes/quote-outcome.ts';
import { keyOfForm } from '#src/slack/sent-form.ts';
import { contextOfMetals, requestOf, type RequestCall, type RequestKind } from './request-kind.ts';

const todayIn = ({ deps, actor }: RequestCall): string => dayIn(deps.now().getTime(), actor.zone);

/** What is said, named as a feed's row has it. */
function fieldsOf(call: RequestCall): Readonly<Record<string, string>> {
  const { metals = [], quote = {} } = requestOf(call);
  const { low, high, currency, mass, form, purity, terms, place, vat, date } = quote;
  const metal = call.deps.quotes.materials.find(({ id }) => id === metals[0]);
  const unit = currency === undefined || mass === undefined ? undefined : `${currency}/${mass}`;
  const named = {
    metal: metal?.id,
    form: form ?? metal?.form,
    low: low === undefined ? undefined : String(low),
    high: high === undefined || high === low ? undefined : String(high),
    unit,
    date: date ?? todayIn(call),
    vat: vat ?? 'unstated',
    terms: terms ?? 'unstated',
    place,
    purity,
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

interface DraftedQuote {
  readonly fields: Readonly<Record<string, string>>;
  readonly choices: readonly Choice[];
  readonly notes: readonly string[];
  readonly read: ReturnType<typeof readQuoteFields> | undefined;
}

function draftOf(call: RequestCall): DraftedQuote {
  const request = requestOf(call);
  const fields = fieldsOf(call);
  const { metals = [], quote = {} } = request;
  const about = draftMetals(request, contextOfMetals(call), 1);
  const choices: readonly Choice[] = [
    ...about.choices,
    ...(fields['unit'] === undefined ? [{ ...UNIT, options: unitsWith(quote) }] : []),
    ...(fields['form'] === undefined ? [FORM] : []),
    ...(quote.date === undefined ? [{ ...DATE, chosen: todayIn(call) }] : []),
  ];
  const low = quote.low === undefined ? ['At which price? Fill it in with Edit.'] : [];
  const several = metals.length > 1 ? ['One price is of one metal.'] : [];
  const whole = !choices.some(isOpen) && low.length === 0;
  return {
    fields,
    choices,
    notes: [
      ...about.notes,
      ...several,
      ...low,
      ...(quote.date === undefined ? ['You named no day: today unless you choose another.'] : []),
    ],
    read: whole
      ? readQuoteFields({ ...call.deps.quotes, now: () => call.deps.now().getTime() }, fields)
      : undefined,
  };
}

const one = (value: string) => ({ value, words: value });
const UNIT: Choice = {
  slot: 'quote.unit',
  label: 'In which unit?',
  type: 'one',
  options: QUOTE_UNITS.map(one),
};
const FORM: Choice = {
  slot: 'quote.form',
  label: 'Of which form?',
  type: 'one',
  options: QUOTE_FORMS.map(one),
};
const DATE: Choice = { slot: 'quote.date', label: 'Of which day?', type: 'date', options: [] };

const unitsWith = ({ currency, mass }: { readonly currency?: string; readonly mass?: string }) =>
  UNIT.options.filter(
    ({ value }) =>
      (currency === undefined || value.startsWith(currency)) &&
      (mass === undefined || value.endsWith(`/${mass}`)),
  );

export const newQuote: RequestKind = {
  bar: (actor, house) => whyNot(actor, 'quotes', 'enter', house),
  // A price that is held is held for what another one was.
  alone: 'before-others',

  propose: (call) => {
    const { deps } = call;
    const { read, choices, notes, fields } = draftOf(call);
    const words =
      read !== undefined && 'quote' in read
        ? quoteInWords(read.quote, deps.quotes.materials)
        : escapeMrkdwn(
            ['metal', 'form', 'low', 'high', 'unit'].flatMap((name) => fields[name] ?? []).join(' '),
          );
    return Promise.resolve({
      lines: [
        `*Store this price?* ${words}`,
        ...(read !== undefined && 'reason' in read
          ? [escapeMrkdwn(`It can’t be stored so: ${read.reason}.`)]
          : []),
        ...notes.map(escapeMrkdwn),
        'Nothing is stored yet.',
      ],
      choices,
      act: { label: 'Store' },
      edit: true,
    });
  },

  act: async (call) => {
    const { deps, actor, card } = call;
    const { read, choices } = draftOf(call);
    if (read === undefined) return { open: choices.find(isOpen)?.label ?? 'the price, with Edit.' };
    if ('reason' in read) return { open: escapeMrkdwn(read.reason) };
    const entered = await enterQuote(deps.quotes, actor, read.quote, `card ${keyOfForm(actor, card.key)}`);
    if (isRefused(entered)) return { done: [entered.why] };
    return { done: enteredInWords(entered, read.quote, deps.quotes.materials) };
  },

  openForm: async (call, triggerId) => {
    const { deps, client } = call;
    const view = quoteForm(deps.quotes.materials, todayIn(call), { fields: fieldsOf(call) });
    await client.views.open({ trigger_id: triggerId, view });
  },
};
