/** Sets up or changes the alert of a form, and shows what came of it. */
import type { Actor } from '#src/access/actor.ts';
import { isRefused } from '#src/access/owned.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { placeFor, placeInWords, whyAtMostOnce, whyNotThere } from '#src/slack/posting-place.ts';
import { keyOfForm, keyOfTurn, shownLines, type Sent, type Shown } from '#src/slack/sent-form.ts';
import { findListedAlert } from '#src/watching/alerts/list-alerts.ts';
import { createAlert, editAlert } from '#src/watching/alerts/manage-alerts.ts';
import { observe, unwatchable } from '#src/watching/alerts/watch.ts';
import { alertInWords, GONE, priceInWords, watchedInWords } from './alert-list.ts';
import type { AlertForm } from './alert-form-choice.ts';
import { alertForm } from './alert-form-view.ts';

/** Above what came of it. */
export const TITLE = 'The alert';

/** @returns the form once more, with what is wrong, where it can't be set up */
export async function setUp(
  deps: ListenerDeps,
  { client, view }: Sent,
  actor: Actor,
  form: AlertForm,
  rule: Rule,
): Promise<Shown> {
  const { choice, id } = form;
  const delivery = await deps.delivery;
  const { manage } = delivery;
  const channel = placeFor(choice.channel ?? actor.user, actor.user);
  const why = await whyNotThere({ client, actor, place: channel }, deps);
  if (why !== undefined) return again(`*Nothing was set up.* ${why}`);
  const unfit = await unwatchable(manage, actor.team, rule);
  if (unfit !== undefined)
    return again(
      `*Nothing was set up: it could never come.* What is quoted is in ${unfit.quote.currency}/${unfit.quote.mass}, and it can’t be converted: ${escapeMrkdwn(unfit.reason)}.`,
    );
  const { watched } = await observe(manage, { team: actor.team, rule, series: null });
  if (watched !== undefined && isPast(rule, watched.reading) && choice.start === undefined)
    return again(
      `${priceInWords({ rule, watched })} That is so already: say whether it is to come at once.`,
      true,
    );
  const outcome =
    id === undefined
      ? await createAlert(
          manage,
          actor,
          { channel, rule, waits: choice.start === 'next' },
          keyOfForm(actor, form.key ?? view.id),
        )
      : await editAlert(manage, actor, id, { channel, rule, waits: choice.start === 'next' });
  if (isRefused(outcome)) return again(outcome.why);
  if (outcome === 'gone') return shownLines(TITLE, GONE);
  const elsewhere: string[] = [];
  for (const { id: place, turn } of form.others ?? []) {
    const bar = await whyNotThere({ client, actor, place }, deps);
    const start = { channel: place, rule, waits: choice.start === 'next' };
    // The card's own key stands before the turn of its first place.
    const [key = view.id] = (form.key ?? view.id).split(' ');
    const one =
      bar === undefined
        ? await createAlert(manage, actor, start, keyOfForm(actor, keyOfTurn(key, turn)))
        : { why: bar };
    elsewhere.push(
      isRefused(one) ? `*Not ${placeInWords(place)}:* ${one.why}` : `And ${placeInWords(place)}.`,
    );
  }
  const made = await findListedAlert(manage, actor, outcome === 'done' ? (id ?? '') : outcome.id);
  await delivery.checkAlerts();
  if (made === undefined || made.isBroken) return shownLines(TITLE, GONE);
  const once = await whyAtMostOnce(client, channel);
  return shownLines(
    'The alert is set up',
    `*${alertInWords(made)}.*`,
    priceInWords(made),
    watchedInWords(made),
    ...elsewhere,
    ...(once === undefined ? [] : [once]),
    '`/nd alert list` snoozes, changes or deletes it.',
  );

  function again(fault: string, asksStart = false): Shown {
    return {
      view: alertForm(form, deps.quotes.materials, { lines: [fault], asksStart }),
      message: lineMessage(fault),
    };
  }
}
