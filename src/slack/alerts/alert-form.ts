/** The form of an alert: opened empty, from words or from an alert that there is, and what its submission sets up. */
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import { barTo, type Managed } from '#src/access/owned.ts';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import { askedOfRule } from '#src/domain/watching/drafts/rule-of-asked.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { createRedraw } from '#src/slack/redraw.ts';
import { beginForm, finishForm, olderForm, refuseFields, refuseOlder } from '#src/slack/sent-form.ts';
import { actorIn } from '#src/slack/setup/know-actors.ts';
import { BROKEN_ALERT, findListedAlert } from '#src/watching/alerts/list-alerts.ts';
import {
  alertChoiceOf,
  newAlertChoice,
  readAlertForm,
  readAlertMetadata,
  requestOfChoice,
  type AlertForm,
} from './alert-form-choice.ts';
import { ALERT_CHOOSE, ALERT_FORM, alertForm } from './alert-form-view.ts';
import { TITLE, setUp } from './set-up-alert.ts';

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
