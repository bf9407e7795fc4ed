/** The form behind `/nd quote`: what is wrong is said at its field; what is right is stored. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { isRefused } from '#src/access/owned.ts';
import { enterQuote, readQuoteFields } from '#src/quotes/manage-quotes.ts';
import { admit, MAX_TYPED } from '#src/domain/reading/text-door.ts';
import { answerModal } from '#src/presentation/modal.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { QUOTE_FORM } from '#src/presentation/quote-messages.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { storedInWords } from './quote-outcome.ts';

const state = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_date: z.string().nullish(),
    }),
  ),
);

/** Half of a name would be another one. */
const TOO_LONG = `This is too long: I read ${MAX_TYPED.toLocaleString('en')} characters at most.`;

export function registerQuoteForm(app: App, deps: ListenerDeps): void {
  const { quotes } = deps;
  app.view(QUOTE_FORM, async ({ ack, view, context }) => {
    const typed = Object.entries(state.parse(view.state.values)).flatMap(([id, inputs]) => {
      const { value, selected_option, selected_date } = inputs[id] ?? {};
      const given = value ?? selected_option?.value ?? selected_date;
      return given === null || given === undefined ? [] : [[id, admit(given)] as const];
    });
    const long = typed.filter(([, { cut }]) => cut).map(([id]) => [id, TOO_LONG] as const);
    if (long.length > 0) return await ack({ response_action: 'errors', errors: Object.fromEntries(long) });
    const fields = Object.fromEntries(typed.map(([id, { text }]) => [id, text]));
    const read = readQuoteFields(quotes, fields);
    if ('reason' in read)
      return await ack({ response_action: 'errors', errors: { [read.field]: read.reason } });
    const outcome = await enterQuote(quotes, await actorIn(context), read.quote);
    const message = isRefused(outcome)
      ? lineMessage(outcome.why)
      : lineMessage(...storedInWords(outcome, read.quote, quotes.materials));
    await ack({ response_action: 'update', view: answerModal(message) });
  });
}
