/**
 * What becomes of a post that may or may not have been made: history is looked at, and a message with the slot's key is
 * adopted. Where it is not there, Slack may still be about to carry it out: so long after it was asked, history is looked at
 * once more, and only then is the post made again. What was asked for twice is looked for later, too, and of two copies one
 * is deleted.
 */
import { changeDelivery, type Delivery } from '#src/storage/deliveries.ts';
import { RESTORED } from '#src/storage/database/restores.ts';
import { ANSWERED, attempt, backOff, composeInTime, isTooLate, keyOf, TOO_LATE_MS } from './attempt.ts';
import type { DeliveryDeps } from './deps.ts';
import { end } from './end.ts';
import type { LookFor } from './look.ts';
import type { Again } from './queues/queue.ts';
import { slackClock } from './slack-clock.ts';
import {
  claimToLook,
  claimToPost,
  hold,
  nextLookAgain,
  recordSent,
  stoodFor,
  takeBack,
  waitUntil,
} from './steps.ts';

/** Looked back from the first attempt. */
const LOOK_BACK_MS = 60_000;
/** Answered by an unknown name for so long, and asked so often, it is taken for a refusal. */
const UNKNOWN_FOR_MS = 3_600_000;
const UNKNOWN_ASKS = 8;
const NOTICE_ASKS = 3;
/** A second copy is looked for no longer than this after the first was sent. */
const COPIES_FOR_MS = 3_600_000;

/** Said of a slot that was left out where nobody can look: it may have been posted. */
export const MAY_HAVE_BEEN_POSTED = 'it may have been posted, and history can’t be read';

const isRestored = ({ reason }: Delivery): boolean => reason?.startsWith(RESTORED) === true;

const unseen = (row: Delivery): string =>
  isRestored(row) ? `${RESTORED}: ${MAY_HAVE_BEEN_POSTED}` : MAY_HAVE_BEEN_POSTED;

/** Under which names it may have been posted: an older version, which may have gone on after the backup, names no zone. */
function keysOf(row: Delivery): readonly string[] {
  const [moment = ''] = row.slot.split(' ');
  const isOfOlder = row.kind === 'digest' && isRestored(row) && moment.includes('T');
  return [keyOf(row), ...(isOfOlder ? [keyOf({ ...row, slot: moment })] : [])];
}

/** Where to look, and a hold on the row that is taken when the look-up's turn has come. */
function lookUp(
  deps: DeliveryDeps,
  row: Delivery,
): { readonly wanted: LookFor; readonly held: () => Delivery } {
  let held = row;
  return {
    held: () => held,
    wanted: {
      team: row.team,
      channel: row.channel,
      thread: row.threadTs ?? undefined,
      keys: keysOf(row),
      since: firstAsked(deps, row) - LOOK_BACK_MS,
      all: row.asks > 1,
      keep: async () => {
        if (held !== row) return await hold(deps, held);
        held = (await claimToLook(deps, row)) ?? row;
        return held !== row;
      },
    },
  };
}

/** By Slack's clock. What has not begun yet was asked for by a clock that was ahead: it may be as old as anything that is posted. */
function firstAsked({ clientFor, now }: DeliveryDeps, row: Delivery): number {
  const first = row.firstAttemptAt ?? row.createdAt;
  const at = slackClock(clientFor(row.team), now).now();
  return first > at ? at - TOO_LATE_MS : first;
}

/** A row found in `sending`: whoever held it was killed, or could not tell what became of its post. */
export async function settleDoubt(deps: DeliveryDeps, row: Delivery): Promise<Again | undefined> {
  const { clientFor, config, log, now } = deps;
  const client = clientFor(row.team);
  const clock = slackClock(client, now);
  const about = { delivery: row.id, channel: row.channel, slot: row.slot };
  const began = now();
  const { wanted, held } = lookUp(deps, row);
  const looked = await deps.look(client, wanted);
  if (looked.kind === 'lost') return undefined;
  // Only the answer may have told what time it is for Slack, whom others have asked by that.
  const beganAt = clock.now() - (now() - began);
  // By a clock that had not heard of Slack's, or by whoever ran before a restore: it counts from this look.
  const askedAt = row.askedAt ?? beganAt;
  if (looked.kind === 'later') {
    // A slot of long ago, as after a restore, may be looked for all the same.
    if (beganAt - askedAt > TOO_LATE_MS && isTooLate(deps, row))
      return await end(deps, held(), { state: 'skipped', reason: unseen(row), unsure: true });
    const changes = clock.ahead() === undefined ? {} : { askedAt: askedAt };
    return await waitUntil(deps, held(), 'sending', looked.waitMs, changes);
  }
  if (looked.kind === 'found') {
    log.info({ ...about, ts: looked.copies[0] }, 'a post in doubt is there');
    const { copies, conversation } = looked;
    const composed = await composeInTime(deps, held());
    const posted = { ts: copies[0], conversation, others: copies.slice(1) };
    return await recordSent(deps, held(), composed, posted, 'found in the channel after an interruption');
  }
  if (looked.kind === 'unreadable') {
    const repeat = mayRepeatUnseen(deps, row);
    log.warn(
      { ...about, error: looked.error, rule: config.inDoubt },
      `history can’t be read, so a post in doubt is ${repeat ? 'made again' : 'left out'}, as IN_DOUBT says`,
    );
    if (!repeat) return await end(deps, held(), { state: 'skipped', reason: unseen(row), unsure: true });
  }
  // Both by Slack's clock: whoever asked, and on which machine.
  const settledIn = askedAt + config.repeatMs - beganAt;
  if (settledIn > 0) {
    // Asked by a clock that was ahead: it counts from now.
    const changes = { askedAt: settledIn > 2 * config.repeatMs ? beganAt : askedAt };
    return await waitUntil(deps, held(), 'sending', Math.min(settledIn, config.repeatMs), changes);
  }
  if (isRefusedByUnknownName(row, now()))
    return await end(deps, held(), { state: 'failed', reason: `${row.reason} each time` });
  log.info(about, 'a post in doubt is not there, and is made again');
  const composed = await composeInTime(deps, held());
  if (composed.kind === 'skip') return await end(deps, held(), { state: 'skipped', ...composed });
  const wait = await deps.gate.enter(row.team, row.channel);
  if (wait > 0) return await waitUntil(deps, held(), 'sending', Math.max(wait, backOff(deps, row)));
  try {
    // Looking takes time, and somebody may have taken over: the claim is renewed, or lost.
    const renewed = await claimToPost(deps, held(), composed.payload);
    return renewed === undefined ? undefined : await attempt(deps, renewed, composed);
  } finally {
    deps.gate.leave(row.team, row.channel);
  }
}

/** Where nobody can look: a notice that comes twice does no harm, and one that never comes leaves somebody untold. */
function mayRepeatUnseen({ config }: DeliveryDeps, { kind, asks }: Delivery): boolean {
  return config.inDoubt === 'repeat' || (kind === 'notice' && asks < NOTICE_ASKS);
}

function isRefusedByUnknownName({ reason, asks, firstAttemptAt }: Delivery, now: number): boolean {
  return (
    reason?.startsWith(ANSWERED) === true &&
    asks >= UNKNOWN_ASKS &&
    now - (firstAttemptAt ?? now) > UNKNOWN_FOR_MS
  );
}

/** A message that was sent, and asked for more than once: of several copies the one that was recorded stays. */
export async function lookForCopies(deps: DeliveryDeps, row: Delivery): Promise<Again | undefined> {
  const { wanted, held } = lookUp(deps, row);
  const client = deps.clientFor(row.team);
  const looked = await deps.look(client, wanted);
  if (looked.kind === 'lost') return undefined;
  const ts = row.ts ?? '0';
  let kept = row.ts;
  let next = nextLookAgain(deps, row.team, ts);
  if (looked.kind === 'found') {
    const { copies, conversation } = looked;
    kept = copies.find((copy) => copy === ts) ?? copies[0];
    for (const copy of copies) if (copy !== kept) await takeBack(deps, row, { ts: copy, conversation });
  }
  if (looked.kind === 'unreadable') next = null;
  if (looked.kind === 'later')
    next = stoodFor(client, deps.now, ts) < COPIES_FOR_MS ? deps.now() + looked.waitMs : null;
  const changed = await changeDelivery(deps.store.db, held(), { ts: kept, lookAgainAt: next });
  return changed === undefined || next === null ? undefined : { at: next, lane: 'look' };
}
