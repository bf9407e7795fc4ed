/**
 * Makes a delivery's message be posted once, whoever is killed when.
 *
 *   pending --claim--> sending --post--> sent
 *
 * The claim is committed before the post, so a row found in `sending` whose lease has ended may or may not have been
 * posted: then history is looked at, and a message with the slot's key is adopted, or the post is made again. Each step
 * names the attempt that it saw, and each claim makes a new one: of those that have read the same row one looks at history,
 * and one that took too long, and whose row was claimed by another, neither posts nor records. What Slack answers decides
 * the rest: asked to wait, the row waits; refused, the owner is told once; unclear, it stays in doubt.
 */
import { findDelivery, type Delivery } from '#src/storage/deliveries.ts';
import type { Composed, DeliveryDeps } from './deps.ts';
import { post, type PostOutcome } from './post.ts';
import { refuse } from './refuse.ts';
import { claim, finish, hold, recordSent, waitUntil } from './steps.ts';

/** Older than this, a digest is no news any more: it is left out, and listed. */
export const TOO_LATE_MS = 12 * 3_600_000;
/** Looked back from the first attempt, for clocks that differ. */
const LOOK_BACK_MS = 60_000;
const LONGEST_WAIT_MS = 120_000;

/**
 * Works on a delivery as far as it gets now.
 * @returns when to come back, in milliseconds since 1970; `undefined` when it is finished
 */
export async function deliver(deps: DeliveryDeps, id: string): Promise<number | undefined> {
  const { store, now } = deps;
  const row = await findDelivery(store.db, id);
  if (row === undefined || (row.state !== 'pending' && row.state !== 'sending')) return undefined;
  if (row.due_at > now()) return row.due_at;
  return row.state === 'pending' ? await begin(deps, row) : await settleDoubt(deps, row);
}

async function begin(deps: DeliveryDeps, row: Delivery): Promise<number | undefined> {
  const composed = await composeInTime(deps, row);
  if (composed.kind === 'skip') return await finish(deps, row, 'skipped', composed.reason);
  const wait = await deps.gate.enter(row.team, row.channel);
  if (wait > 0) return await waitUntil(deps, row, 'pending', wait);
  const claimed = await claim(deps, row, composed.payload);
  return claimed === undefined ? undefined : await attempt(deps, claimed, composed);
}

async function composeInTime({ compose, now }: DeliveryDeps, row: Delivery): Promise<Composed> {
  const late = now() - row.slot_at;
  if (late > TOO_LATE_MS) return { kind: 'skip', reason: 'it was more than 12 hours late' };
  return await compose[row.kind](row, late);
}

async function attempt(
  deps: DeliveryDeps,
  row: Delivery,
  composed: Composed & { kind: 'post' },
): Promise<number | undefined> {
  const { clientFor, now, config } = deps;
  // Held up for long between claim and post, somebody else may be about to look: it's theirs.
  if (now() > row.due_at - config.leaseMs / 2) return row.due_at;
  deps.gate.begin(row.team, row.channel);
  const outcome = await post(clientFor(row.team), {
    channel: row.channel,
    key: keyOf(row),
    render: composed.render,
    keep: () => hold(deps, row),
  });
  return await settle(deps, row, composed, outcome);
}

async function settle(
  deps: DeliveryDeps,
  row: Delivery,
  composed: Composed & { kind: 'post' },
  outcome: PostOutcome,
): Promise<number | undefined> {
  const about = { delivery: row.id, channel: row.channel, slot: row.slot };
  switch (outcome.kind) {
    case 'posted':
      return await recordSent(deps, row, composed, outcome.ts, null);
    case 'limited':
      deps.log.info({ ...about, waitMs: outcome.waitMs }, 'Slack asks to wait before a post');
      deps.gate.close(row.team, outcome.waitMs);
      return await waitUntil(deps, row, 'pending', outcome.waitMs);
    case 'unsent':
      deps.log.warn({ ...about, reason: outcome.reason }, 'Slack could not be reached');
      return await waitUntil(deps, row, 'pending', backOff(deps, row));
    case 'doubt':
      deps.log.warn({ ...about, reason: outcome.reason }, 'a post may or may not have been made');
      return await waitUntil(deps, row, 'sending', backOff(deps, row));
    case 'unfit':
      deps.log.error({ ...about, reason: outcome.reason }, 'Slack can’t read a message, however it is drawn');
      return await finish(deps, row, 'failed', `Slack can’t read the message (${outcome.reason})`);
    case 'lost':
      return undefined;
    case 'refused':
      deps.log.warn({ ...about, error: outcome.error }, 'a channel or workspace refuses posts');
      await refuse(deps, row, outcome.error);
      return undefined;
  }
}

/** A row found in `sending`: whoever held it was killed, or could not tell what became of its post. */
async function settleDoubt(deps: DeliveryDeps, row: Delivery): Promise<number | undefined> {
  const { clientFor, config, log, look } = deps;
  let held = row;
  const keep = async (): Promise<boolean> => {
    if (held !== row) return await hold(deps, held);
    held = (await claim(deps, row, row.payload)) ?? row;
    return held !== row;
  };
  const about = { delivery: row.id, channel: row.channel, slot: row.slot };
  const looked = await look(clientFor(row.team), {
    team: row.team,
    channel: row.channel,
    key: keyOf(row),
    since: (row.first_attempt_at ?? row.created_at) - LOOK_BACK_MS,
    keep,
  });
  if (looked.kind === 'lost') return undefined;
  if (looked.kind === 'later') return await waitUntil(deps, held, 'sending', looked.waitMs);
  const composed = await composeInTime(deps, held);
  if (looked.kind === 'found') {
    log.info({ ...about, ts: looked.ts }, 'a post in doubt is there');
    return await recordSent(deps, held, composed, looked.ts, 'found in the channel after an interruption');
  }
  if (looked.kind === 'unreadable') {
    const repeat = config.inDoubt === 'repeat';
    log.warn(
      { ...about, error: looked.error, rule: config.inDoubt },
      `history can’t be read, so a post in doubt is ${repeat ? 'made again' : 'left out'}, as IN_DOUBT says`,
    );
    if (!repeat)
      return await finish(deps, held, 'skipped', 'it may have been posted, and history can’t be read');
  } else log.info(about, 'a post in doubt is not there, and is made again');
  if (composed.kind === 'skip') return await finish(deps, held, 'skipped', composed.reason);
  const wait = await deps.gate.enter(row.team, row.channel);
  if (wait > 0) return await waitUntil(deps, held, 'sending', wait);
  // Looking takes time, and somebody may have taken over: the claim is renewed, or lost.
  const renewed = await claim(deps, held, composed.payload);
  if (renewed === undefined) return undefined;
  return await attempt(deps, renewed, composed);
}

/** Longer from time to time: claims count twice where each post is looked for first. */
const backOff = ({ config }: DeliveryDeps, { attempt: claims }: Delivery): number =>
  Math.min(config.settleMs * 2 ** Math.floor((claims - 1) / 2), LONGEST_WAIT_MS);

/** What the message carries: names the slot, in the workspace and over restarts. */
const keyOf = ({ subject, slot }: Delivery): string => `${subject} ${slot}`;
