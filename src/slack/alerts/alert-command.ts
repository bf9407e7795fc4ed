/** `/nd alert above 140`: an alert in one line, or the list. */
import { isRefused } from '#src/access/owned.ts';
import { findListedAlert } from '#src/watching/alerts/list-alerts.ts';
import { createAlert } from '#src/watching/alerts/manage-alerts.ts';
import { unwatchable } from '#src/watching/alerts/watch.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import { readRule } from '#src/domain/watching/read-rule.ts';
import { unmistakable } from '#src/domain/measure/numbers/numbers.ts';
import { alertInWords, alertList, priceInWords, watchedInWords } from './alert-list.ts';
import { openAlertForm } from './alert-form.ts';
import type { ActingCommand, CommandCall } from '#src/slack/commands/command.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { formatRange } from '#src/presentation/text/format.ts';
import { escapeReason, inCode, lineMessage } from '#src/presentation/line-message.ts';
import { placeFor, whyAtMostOnce, whyNotThere } from '#src/slack/posting-place.ts';

export const alertCommand: ActingCommand = {
  name: 'alert',
  summary:
    'A message when a price passes a threshold or moves. Without more, a form; “here” is for the channel; “list” shows them.',
  usage: '[list | rule] [here]',
  examples: [
    'alert',
    'alert above 140',
    'alert below 60 usgs',
    'alert change 5% week ndpr oxide',
    'alert range 110-130 leaves here',
    'alert list',
  ],
  // "Alert me when …" is a sentence, and gets a card.
  takes: (rest) => !/^(?:me|us)\b/i.test(rest),
  run: async (call, deps) => {
    const { rest, actor, channel, post } = call;
    if (rest === '')
      return await openAlertForm(
        deps,
        { client: call.client, triggerId: call.triggerId },
        { channel: placeFor(channel, actor.user) },
      );
    if (/^(?:list|show|ls)$/i.test(rest)) {
      return void (await post(
        await alertList(deps, actor, { channel: placeFor(channel, actor.user), owner: actor.user }),
      ));
    }
    return await setUp(call, deps);
  },
};

/** "here" and its opposite, which may stand anywhere in the line. */
const HERE = /(?:^|\s)(?:(?:in )?(?:here|this channel|channel))(?=\s|$)/i;
const TO_ME = /(?:^|\s)(?:to me|me|dm)(?=\s|$)/i;

async function setUp({ rest, actor, channel, client, post }: CommandCall, deps: ListenerDeps) {
  const { team, user } = actor;
  const here = HERE.test(rest);
  const place = here ? placeFor(channel, user) : user;
  const line = rest.replace(HERE, ' ').replace(TO_ME, ' ');
  const { metals, defaultMetal } = deps.catalog;
  const parsed = readRule(line, { metals, defaultMetal, materials: deps.quotes.materials });
  if (!parsed.ok) {
    const other = 'Add `here` for an alert to this channel. `/nd alert list` shows those that there are.';
    const commands = parsed.options?.map((option) => `/nd alert ${option}${here ? ' here' : ''}`);
    const which = commands === undefined ? [] : [inCode(commands)];
    return void (await post(lineMessage(escapeReason(parsed.reason), ...which, other)));
  }
  const why = await whyNotThere({ client, actor, place }, deps);
  if (why !== undefined) return void (await post(lineMessage(why)));
  const delivery = await deps.delivery;
  const { manage } = delivery;
  const { rule } = parsed;
  const unfit = await unwatchable(manage, team, rule);
  if (unfit !== undefined) {
    const { quote, reason } = unfit;
    const unit = `${quote.currency}/${quote.mass}` as const;
    const price = formatRange(quote.range, unit);
    return void (await post(
      lineMessage(
        `*No alert is set: it could never come.* What is quoted is in ${unit} (now ${price}), and it can’t be converted: ${escapeReason(reason)}.`,
        `Say the threshold in ${unit}: ${inCode([`/nd alert above ${unmistakable(quote.range.high)} ${unit} ${rule.of.material}`])}.`,
      ),
    ));
  }
  const made = await createAlert(manage, actor, { channel: place, rule });
  if (isRefused(made)) return void (await post(lineMessage(made.why)));
  const { id, isNew } = made;
  const listed = await findListedAlert(manage, actor, id);
  if (listed === undefined || listed.isBroken) return;
  const { watched } = listed;
  const once = await whyAtMostOnce(client, place);
  await post(
    lineMessage(
      `*${isNew ? 'The alert is set' : 'That alert is set already'}: ${alertInWords(listed)}.*`,
      priceInWords(listed),
      watchedInWords(listed),
      isNew && watched !== undefined && isPast(rule, watched.reading)
        ? 'That is past the threshold already, so the alert comes now; then again after the price has come back.'
        : 'change' in rule
          ? 'It comes once when the price has moved so far, and again after it has moved less.'
          : 'It comes once when the price passes, and again after it has come back.',
      ...(once === undefined ? [] : [once]),
      `\`/nd alert list\` snoozes or deletes it.${here || channel.startsWith('D') ? '' : ' With `here`, it would come to this channel.'}`,
    ),
  );
  await delivery.checkAlerts();
}
