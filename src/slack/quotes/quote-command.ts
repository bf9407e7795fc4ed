/** `/nd quote add 118.5 USD/kg`: a price by hand, shown as understood and stored when it is confirmed; or a form for it. */
import { isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { readQuoteLine, undoQuote } from '#src/quotes/manage-quotes.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { inCode, lineMessage } from '#src/presentation/line-message.ts';
import { confirmMessage, quoteForm, quoteInWords } from '#src/presentation/quotes/quote-messages.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import type { ActingCommand } from '#src/slack/commands/command.ts';
import { HOW_TO_IMPORT } from './dropped-file.ts';

export const quoteCommand: ActingCommand = {
  name: 'quote',
  summary:
    'Enter a price by hand: alone a form, with a line what it is understood as. “undo” takes the last one back.',
  usage: '[add] [line] | import | undo',
  examples: ['quote add Nd oxide 553-557k CNY/t ex-works incl. VAT 20 Nov', 'quote undo'],
  run: async (call, deps) => {
    const { rest, actor, client, post } = call;
    const { quotes } = deps;
    const line = rest.replace(/^add\b\s*/i, '');
    if (/^import\b/i.test(line)) return void (await post(lineMessage(HOW_TO_IMPORT)));
    const undo = /^undo\b/i.test(line);
    if (undo) {
      const undone = await undoQuote(quotes, actor);
      if (isRefused(undone)) return void (await post(lineMessage(undone.why)));
      const said =
        undone === undefined
          ? 'There is no price that you entered to take back.'
          : `Taken back: ${quoteInWords(undone, quotes.materials)}. What stood before it, if anything, answers again.`;
      return void (await post(lineMessage(said)));
    }
    // Asked here already, so that nobody fills in what is not taken.
    const why = whyNot(actor, 'quotes', 'enter', deps.house);
    if (why !== undefined) return void (await post(lineMessage(why)));
    const today = isoDate(quotes.now());
    if (line === '')
      return void (await client.views.open({
        trigger_id: call.triggerId,
        view: quoteForm(quotes.materials, today),
      }));
    const read = readQuoteLine(quotes, line, deps.catalog.defaultMetal);
    const options = read.ok ? [] : (read.options ?? []);
    await post(
      read.ok
        ? confirmMessage(read, quotes.materials, `${today} ${line}`)
        : lineMessage(
            `*I can’t read that as ${options.length > 0 ? 'one' : 'a'} price.* ${escapeMrkdwn(read.reason)}`,
            ...(options.length > 0 ? [inCode(options.map((option) => `/nd quote add ${option}`))] : []),
            'Try `/nd quote add NdPr oxide 553-557k CNY/t ex-works incl. VAT 20 Nov`, or `/nd quote` for a form.',
          ),
    );
  },
};
