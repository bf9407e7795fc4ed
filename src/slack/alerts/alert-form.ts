/** The form of an alert: opened empty, from words or from an alert that there is, and what its submission sets up. */
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import { barTo, isRefused, type Managed } from '#src/access/owned.ts';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import { askedOfRule } from '#src/domain/watching/drafts/rule-of-asked.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { placeFor, placeInWords, whyAtMostOnce, whyNotThere } from '#src/slack/posting-place.ts';
import { createRedraw } from '#src/slack/redraw.ts';
import {
  beginForm,
  finishForm,
  keyOfForm,
  keyOfTurn,
  olderForm,
  refuseFields,
  refuseOlder,
  shownLines,
  type Sent,
  type Shown,
} from '#src/slack/sent-form.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { BROKEN_ALERT, findListedAlert } from '#src/watching/alerts/list-alerts.ts';
import { createAlert, editAlert } from '#src/watching/alerts/manage-alerts.ts';
import { observe, unwatchable } from '#src/watching/alerts/watch.ts';
import { alertInWords, GONE, priceInWords, watchedInWords } from './alert-list.ts';
import {
  alertChoiceOf,
  newAlertChoice,
  readAlertForm,
  readAlertMetadata,
  requestOfChoice,
  type AlertForm,
} from './alert-form-choice.ts';
import { ALERT_CHOOSE, ALERT_FORM, alertForm } from './alert-form-view.ts';

const TITLE = 'The alert';

interface FormPlace {
  readonly client: WebClient;
  readonly triggerId: string;
}

/** A new alert's form. @param from What was said of it. @param channel Where it is to go; `undefined` for a direct message. */
export async function openAlertForm(
  deps: ListenerDeps,
  { client, triggerId }: FormPlace,
  {
    channel,
    from,
    key,
    others,
  }: {
    readonly channel?: string | undefined;
    readonly from?: AskedRequest;
    readonly key?: string;
    readonly others?: readonly { readonly id: string; readonly turn: number }[];
  },
): Promise<void> {
  const empty = newAlertChoice(deps.catalog.defaultMetal, channel);
  const choice = from === undefined ? empty : alertChoiceOf(from, empty);
  const more = others?.map(({ id, turn }) => ({ id, turn }));
  const form = { choice, key, ...(more === undefined || more.length === 0 ? {} : { others: more }) };
  await client.views.open({ trigger_id: triggerId, view: alertForm(form, deps.quotes.materials) });
}

/** The form of an alert that there is, for whoever may change it; with what is new of it filled in. */
export async function openAlertEditForm(
  deps: ListenerDeps,
  { client, triggerId, actor }: FormPlace & { readonly actor: Actor },
  id: string,
): Promise<Managed> {
  const { manage } = await deps.delivery;
  const listed = await findListedAlert(manage, actor, id);
  const bar = barTo(actor, 'change', listed?.alert, deps.house);
  if (bar !== undefined) return bar;
  if (listed === undefined) return 'gone';
  if (listed.isBroken) return { why: BROKEN_ALERT };
  const { rule, alert } = listed;
  const place = /^[UW]/.test(alert.channel) ? undefined : alert.channel;
  const from = { metals: [rule.of.material], rule: askedOfRule(rule) };
  const choice = alertChoiceOf(from, newAlertChoice(rule.of.material, place));
  await client.views.open({ trigger_id: triggerId, view: alertForm({ choice, id }, deps.quotes.materials) });
  return 'done';
}

function readView(view: { readonly private_metadata: string }): AlertForm | undefined {
  const carried = readAlertMetadata(view.private_metadata);
  const choice = carried && readAlertForm(view, carried.choice);
  return choice && { ...carried, choice };
}

/** The rule of a form, or what is wrong with it, by field. */
function ruleOf(
  deps: ListenerDeps,
  { choice }: AlertForm,
): { readonly rule: Rule } | { readonly faults: Readonly<Record<string, string>> } {
  const read = requestOfChoice(choice);
  if ('faults' in read) return read;
  const { made, notes } = draftAlert(read.request, {
    materials: deps.quotes.materials,
    metals: deps.catalog.metals,
    prices: new Map(),
  });
  const [rule] = made ?? [];
  return rule === undefined ? { faults: { kind: notes[0] ?? 'I can’t watch that.' } } : { rule };
}

export function registerAlertForm(app: App, deps: ListenerDeps): void {
  const redraw = createRedraw(() => deps.now().getTime());

  app.action<BlockAction>(new RegExp(`^${ALERT_CHOOSE}:`), async ({ ack, body, client }) => {
    await ack();
    if (body.view === undefined) return;
    const form = readView(body.view);
    await redraw(client, body.view, async () =>
      form === undefined ? olderForm() : alertForm(form, deps.quotes.materials),
    );
  });

  app.view<ViewSubmitAction>(ALERT_FORM, async ({ ack, body, client, context, view }) => {
    const form = readView(view);
    if (form === undefined) return await refuseOlder(ack);
    const read = ruleOf(deps, form);
    if ('faults' in read) return await refuseFields(ack, view, read.faults);
    await beginForm(ack, TITLE, 'Setting it up …');
    const sent = { client, view, user: body.user.id };
    await finishForm(
      sent,
      deps,
      async () => await setUp(deps, sent, await actorIn(context), form, read.rule),
      async (fault) => alertForm(form, deps.quotes.materials, { lines: [fault] }),
    );
  });
}

async function setUp(
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
