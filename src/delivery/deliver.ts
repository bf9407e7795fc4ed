/**
 * Makes a delivery's message be posted once, whoever is killed when.
 *
 *   pending --claim--> sending --post--> sent
 *
 * The claim is committed before the post, so a row found in `sending` whose lease has ended may or may not have been
 * posted: it is in doubt, and settle-doubt.ts finds out. Each step names the attempt that it saw, and each claim makes a new
 * one: of those that have read the same row one goes on, and one that took too long, and whose row was claimed by another,
 * neither posts nor records. What Slack answers decides the rest: asked to wait, the row waits; refused, the owner is told
 * once; unclear, it stays in doubt.
 */
import { findDelivery, type Delivery } from '#src/storage/deliveries.ts';
import type { Lane } from '#src/storage/due-deliveries.ts';
import { attempt, composeInTime } from './attempt.ts';
import type { DeliveryDeps } from './deps.ts';
import { end } from './end.ts';
import type { Again } from './queues/queue.ts';
import { lookForCopies, settleDoubt } from './settle-doubt.ts';
import { claimToPost, laneOf, waitUntil } from './steps.ts';

/**
 * Works on a delivery as far as it gets now.
 * @param lane Whose worker this is: posts don't wait for look-ups.
 * @returns when to come back; `undefined` when it is finished
 */
export async function deliver(deps: DeliveryDeps, id: string, lane: Lane): Promise<Again | undefined> {
  const { store, now } = deps;
  const row = await findDelivery(store.db, id);
  if (row === undefined) return undefined;
  const open = row.state === 'pending' || row.state === 'sending';
  const dueAt = open ? row.dueAt : row.state === 'sent' ? row.lookAgainAt : null;
  if (dueAt === null) return undefined;
  if (dueAt > now() || laneOf(row) !== lane) return { at: dueAt, lane: laneOf(row) };
  if (row.state === 'pending') return await begin(deps, row);
  return row.state === 'sent' ? await lookForCopies(deps, row) : await settleDoubt(deps, row);
}

async function begin(deps: DeliveryDeps, row: Delivery): Promise<Again | undefined> {
  const composed = await composeInTime(deps, row);
  if (composed.kind === 'skip') return await end(deps, row, { state: 'skipped', ...composed });
  const wait = await deps.gate.enter(row.team, row.channel);
  if (wait > 0) return await waitUntil(deps, row, 'pending', wait);
  try {
    const claimed = await claimToPost(deps, row, composed.payload);
    if (claimed !== undefined) return await attempt(deps, claimed, composed);
  } finally {
    deps.gate.leave(row.team, row.channel);
  }
  // Somebody has taken it, or it is a notice to which more was added.
  const found = await findDelivery(deps.store.db, row.id);
  return found?.state === 'pending' ? { at: found.dueAt, lane: 'post' } : undefined;
}
