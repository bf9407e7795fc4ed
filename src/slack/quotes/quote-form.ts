/** The form behind `/nd quote`: what is wrong is said at its field; what is right is stored, once for each form. */
import type { App, ViewSubmitAction } from '@slack/bolt';
import { isRefused } from '#src/access/owned.ts';
import { enterQuote } from '#src/quotes/manage-quotes.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { QUOTE_FORM, quoteForm } from '#src/presentation/quotes/quote-messages.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { enteredInWords } from './quote-outcome.ts';
import { readQuoteForm, readQuoteOf } from './form-fields.ts';
import {
  beginForm,
  finishForm,
  keyOfForm,
  refuseFields,
  refuseOlder,
  shownLines,
} from '#src/slack/sent-form.ts';

const TITLE = 'The price';

export function registerQuoteForm(app: App, deps: ListenerDeps): void {
  const { quotes } = deps;
  app.view<ViewSubmitAction>(QUOTE_FORM, async ({ ack, body, view, client, context }) => {
    const fields = readQuoteForm(view);
    if (fields === undefined) return await refuseOlder(ack);
    const read = readQuoteOf(quotes, fields);
    if ('errors' in read) return await refuseFields(ack, view, read.errors);
    await beginForm(ack, TITLE, 'Storing it …');
    const { quote } = read;
    await finishForm(
      { client, view, user: body.user.id },
      deps,
      async () => {
        const actor = await actorIn(context);
        const entered = await enterQuote(quotes, actor, quote, `form ${keyOfForm(actor, view.id)}`);
        if (isRefused(entered)) return shownLines(TITLE, entered.why);
        return shownLines(TITLE, ...enteredInWords(entered, quote, quotes.materials));
      },
      async (fault) => quoteForm(quotes.materials, isoDate(quotes.now()), { fields, fault }),
    );
  });
}
