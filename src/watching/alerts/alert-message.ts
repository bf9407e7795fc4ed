/** Composes the message of an alert that has fired: what it fired on, and what is true now beside it. */
import { alertAnswer } from '#src/domain/watching/alert-answer.ts';
import { followingInWords } from '#src/domain/watching/following.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import { readReading } from '#src/domain/watching/kept-reading.ts';
import type { Watched } from '#src/domain/watching/watched.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { mrkdwnLine } from '#src/presentation/text/mrkdwn.ts';
import { drawAhead } from '#src/presentation/picture.ts';
import {
  findAlert,
  firingSent,
  firingSentByHand,
  readFollowing,
  type Following,
  type StoredAlert,
} from '#src/storage/alerts.ts';
import type { Delivery } from '#src/storage/deliveries.ts';
import { CORRECTED } from './alerts.ts';
import type { Compose, Composed } from '#src/delivery/deps.ts';
import type { ComposeDeps } from '#src/watching/digests/digests.ts';
import { ALERT_MANAGE_ACTION, withManage } from '#src/watching/manage-button.ts';
import { BY_HAND } from '#src/watching/send-again.ts';
import { nameOfWatched, watch } from './watch.ts';
import { restore, stands } from './as-fired.ts';

/** Composes the messages of alerts that have fired. */
export function createAlertComposer(deps: ComposeDeps): Compose {
  return async (delivery) => {
    const alert = await findAlert(deps.store.db, delivery.team, delivery.subject);
    if (alert === undefined) return { kind: 'skip', reason: 'it was deleted', byWish: true };
    const byHand = delivery.slot.startsWith(BY_HAND);
    if (alert.state === 'paused' && !byHand) return { kind: 'skip', reason: 'it was paused', byWish: true };
    // It is armed again, and comes after the snooze where the price is still past.
    if ((alert.snoozedUntil ?? 0) > deps.now() && !byHand)
      return { kind: 'skip', reason: 'it was snoozed', byWish: true };
    const current = await watch(deps, alert);
    const following = readFollowing(delivery.slot);
    if (following !== undefined) return followingMessage(deps, current, following);
    const fired = await firedOn(deps, alert, delivery, current);
    // That it does not come is what its owner wants; who asked for it is told.
    if (typeof fired === 'string') return { kind: 'skip', reason: fired, byWish: !byHand };
    const said = alertAnswer(deps.catalog(), fired, current, new Date(deps.now()));
    const { answer, draw } = await drawAhead(said, deps.findPicture);
    return {
      kind: 'post',
      payload: delivery.payload,
      render: (without) =>
        withManage(renderMessage(answer, { draw, without }), ALERT_MANAGE_ACTION, alert.id),
      onSent: async (db, at) => await (byHand ? firingSentByHand : firingSent)(db, delivery, at),
    };
  };
}

/** What follows in the thread of a firing's message, as far as it is so when it is posted. */
function followingMessage(deps: ComposeDeps, current: Watched | undefined, what: Following): Composed {
  const said = followingInWords(what, current, (id) => nameOfWatched(deps, id));
  if (said === undefined) return { kind: 'skip', reason: 'it is not so any more', byWish: true };
  const message = lineMessage(mrkdwnLine(said, { room: LIMITS.sectionText }));
  return { kind: 'post', payload: null, render: () => message };
}

/** The price that it fired on, or why there is none to speak of any more. */
async function firedOn(
  deps: ComposeDeps,
  alert: StoredAlert,
  { payload }: Delivery,
  current: Watched | undefined,
): Promise<Watched | string> {
  const stored = readReading(payload);
  // Of a firing from before readings were kept, only what is true now can be said.
  if (stored === undefined)
    return current !== undefined && isPast(current.rule, current.reading)
      ? current
      : 'the price is not past the threshold any more';
  if (!(await stands(deps, stored))) return CORRECTED;
  return (await restore(deps, alert, stored)) ?? 'there is no such price any more';
}
