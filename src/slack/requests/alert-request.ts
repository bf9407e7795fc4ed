/** An alert that is asked for in words. */
import { isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import type { Line } from '#src/domain/answer.ts';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import type { AlertContext } from '#src/domain/watching/drafts/rule-of-asked.ts';
import { metalsInText } from '#src/domain/watching/drafts/draft-digest.ts';
import { isOpen, type Choice, type Draft } from '#src/domain/watching/drafts/draft.ts';
import { listInWords } from '#src/domain/topics/topic.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import { joint, ruleInWords } from '#src/domain/watching/rule-words.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { escapeMrkdwn, mrkdwnLine } from '#src/presentation/text/mrkdwn.ts';
import { openAlertForm } from '#src/slack/alerts/alert-form.ts';
import { alertInWords, priceInWords, watchedInWords } from '#src/slack/alerts/alert-list.ts';
import { keyOfForm, keyOfTurn } from '#src/slack/sent-form.ts';
import { placeInWords, whyAtMostOnce } from '#src/slack/posting-place.ts';
import { findListedAlert } from '#src/watching/alerts/list-alerts.ts';
import { createAlert } from '#src/watching/alerts/manage-alerts.ts';
import { nameOfWatched, observe, pricesNow } from '#src/watching/alerts/watch.ts';
import type { Observed } from '#src/watching/alerts/observe-quotes.ts';
import { findPlaces, keysOf } from './find-place.ts';
import { onQuotes, whyNever } from './held-against.ts';
import { requestOf, type RequestCall, type RequestKind } from './request-kind.ts';

async function contextOf({ deps, actor, card }: RequestCall): Promise<AlertContext> {
  const { manage } = await deps.delivery;
  const metals = (card.request.metals ?? []).slice(0, 10);
  const prices = await Promise.all(
    metals.map(async (id) => [id, await pricesNow(manage, actor.team, id)] as const),
  );
  return {
    materials: deps.quotes.materials,
    unknown: card.unknown,
    metals: deps.catalog.metals,
    prices: new Map(prices),
  };
}

async function draftOf(call: RequestCall): Promise<Draft<readonly Rule[]>> {
  const draft = draftAlert(requestOf(call), await contextOf(call));
  const { made } = draft;
  return {
    ...draft,
    made: made && (await Promise.all(made.map(async (rule) => await onQuotes(call, rule)))),
  };
}

interface Looked extends Observed {
  readonly rule: Rule;
}

/** Each rule with what it looks at now. */
async function look({ deps, actor }: RequestCall, rules: readonly Rule[]): Promise<readonly Looked[]> {
  const { manage } = await deps.delivery;
  const { team } = actor;
  return await Promise.all(
    rules.map(async (rule) => ({ ...(await observe(manage, { team, rule, series: null })), rule })),
  );
}

const isFired = ({ rule, watched }: Looked): boolean =>
  watched !== undefined && isPast(rule, watched.reading);

const START: Choice = {
  slot: 'start',
  label: 'That is so already. Tell you at once, or only the next time?',
  type: 'one',
  options: [
    { value: 'now', words: 'At once, and then each time' },
    { value: 'next', words: 'Only once it has come back, and passes again' },
  ],
};

const inMrkdwn = (line: Line): string => mrkdwnLine(line, { room: LIMITS.contextText });

export const newAlert: RequestKind = {
  bar: (actor, house) => whyNot(actor, 'create', 'to-self', house),
  alone: 'before-others',

  propose: async (call) => {
    const { deps, card } = call;
    const draft = await draftOf(call);
    const { made = [], notes, choices, request } = draft;
    const { places, why } = await findPlaces(call, request.place);
    const where = places.length === 0 ? '' : `, ${listInWords(places.map(({ words }) => words))}`;
    const looked = await look(call, made);
    const never = await whyNever(call, made);
    const fired = looked.some(isFired);
    const { manage } = await deps.delivery;
    const of = metalsInText(request.metals ?? [], deps.quotes.materials);
    return {
      lines: [
        ...(made.length === 0 ? [`*An alert${of === '' ? '' : ` for ${escapeMrkdwn(of)}`}*${where}.`] : []),
        ...looked.map(({ rule }) => {
          const name = nameOfWatched(manage, rule.of.material);
          const line = [name, joint(rule), ...ruleInWords(rule)];
          return `*An alert: ${inMrkdwn(line)}*${where}${rule.repeat === 'once' ? ', once' : ''}${rule.until === undefined ? '' : `, until ${rule.until}`}.`;
        }),
        ...looked.map((one) => priceInWords(one)),
        ...(never === undefined ? [] : [never]),
        ...notes.map(escapeMrkdwn),
        ...why,
        'Nothing is set up yet.',
      ],
      choices: [
        ...choices,
        ...(fired ? [card.start === undefined ? START : { ...START, chosen: card.start }] : []),
      ],
      act: places.length === 0 || never !== undefined ? undefined : { label: 'Create' },
      edit: true,
    };
  },

  act: async (call) => {
    const { deps, actor, card, client } = call;
    const { made, choices, request } = await draftOf(call);
    if (made === undefined) return { open: choices.find(isOpen)?.label ?? 'what is missing, with Edit.' };
    if (card.start === undefined && (await look(call, made)).some(isFired)) return { open: START.label };
    const { places, why } = await findPlaces(call, request.place);
    const never = await whyNever(call, made);
    if (places.length === 0 || never !== undefined)
      return { done: [`*Nothing was set up.* ${never ?? why.join(' ')}`] };
    const delivery = await deps.delivery;
    const { manage } = delivery;
    const done: string[] = [];
    for (const [at, rule] of made.entries()) {
      for (const { id: channel, turn } of places) {
        const choice = { channel, rule, waits: card.start === 'next' };
        const key = keyOfTurn(at === 0 ? card.key : `${card.key} ${at}`, turn);
        const alert = await createAlert(manage, actor, choice, keyOfForm(actor, key));
        if (isRefused(alert)) {
          done.push(`*No alert was set up ${placeInWords(channel)}.* ${alert.why}`);
          continue;
        }
        const listed = await findListedAlert(manage, actor, alert.id);
        if (listed === undefined || listed.isBroken) continue;
        const fired = listed.watched !== undefined && isPast(rule, listed.watched.reading);
        done.push(
          `*${alert.isNew ? 'Set up' : 'That alert is set up already'}: ${alertInWords(listed)}.*`,
          // What is watched is the same in each place.
          ...(channel === places.at(-1)?.id ? [priceInWords(listed), watchedInWords(listed)] : []),
          ...(fired && alert.isNew && channel === places.at(-1)?.id
            ? [
                card.start === 'next'
                  ? 'It comes once the price has come back, and passes again.'
                  : 'It comes now.',
              ]
            : []),
        );
      }
    }
    const once = await Promise.all(places.map(async ({ id }) => await whyAtMostOnce(client, id)));
    await delivery.checkAlerts();
    return {
      done: [
        ...done,
        ...why,
        ...new Set(once.flatMap((one) => one ?? [])),
        'To change it, say so, or type `/nd alert list`.',
      ],
    };
  },

  isDone: async ({ deps, actor, card }) => {
    const { manage } = await deps.delivery;
    const keys = keysOf(card).map((key) => keyOfForm(actor, key));
    const made = await Promise.all(keys.map(async (id) => await findListedAlert(manage, actor, id)));
    return made.some((one) => one !== undefined);
  },

  openForm: async (call, triggerId) => {
    const { deps, client, card } = call;
    const { request } = await draftOf(call);
    const [place, ...others] = (await findPlaces(call, request.place)).places;
    const channel = place?.id === call.actor.user ? undefined : place?.id;
    await openAlertForm(
      deps,
      { client, triggerId },
      { channel, from: request, key: keyOfTurn(card.key, place?.turn ?? 0), others },
    );
  },
};
