/** One attempt at a delivery that is claimed: it is posted, and its row written as Slack's answer asks for. */
import { DAY_MS } from '#src/domain/measure/days.ts';
import type { Delivery } from '#src/storage/deliveries.ts';
import type { Composed, DeliveryDeps } from './deps.ts';
import { end } from './end.ts';
import { post, type PostOutcome } from './post.ts';
import type { Again } from './queues/queue.ts';
import { refusalInWords } from './slack-errors.ts';
import { doubtLost, hold, recordSent, waitUntil } from './steps.ts';

/** Older than this, a digest is no news any more: it is left out, and its owner told. */
export const TOO_LATE_MS = 12 * 3_600_000;
/** A notice is worth reading for longer: it waits for a token that works. */
const NOTICE_TOO_LATE_MS = 30 * DAY_MS;
const NOTICE_WAIT_MS = 3_600_000;
const LONGEST_WAIT_MS = 120_000;

/** Whether it is no news any more. */
export function isTooLate({ now }: DeliveryDeps, { kind, slotAt }: Delivery): boolean {
  return now() - slotAt > (kind === 'notice' ? NOTICE_TOO_LATE_MS : TOO_LATE_MS);
}

/** What it says, or why it says nothing after all. */
export async function composeInTime(deps: DeliveryDeps, row: Delivery): Promise<Composed> {
  // What follows in a thread is no loss where it comes too late: the next price says more.
  if (isTooLate(deps, row))
    return { kind: 'skip', reason: lateReason(row), ...(row.threadTs !== null && { byWish: true }) };
  return await deps.compose[row.kind](row, deps.now() - row.slotAt);
}

const lateReason = ({ reason }: Delivery): string =>
  `it was more than 12 hours late${reason === null ? '' : ` (${reason})`}`;

/** Posts a delivery that was claimed to be posted, and does what the outcome asks for. */
export async function attempt(
  deps: DeliveryDeps,
  row: Delivery,
  composed: Composed & { kind: 'post' },
): Promise<Again | undefined> {
  const { clientFor, now, config } = deps;
  // Held up for long between claim and post, somebody else may be about to look: nothing is asked for, and it is let go.
  if (now() > row.dueAt - config.leaseMs / 2) return await waitUnposted(deps, row, 0);
  deps.gate.begin(row.team, row.channel);
  const outcome = await post(clientFor(row.team), {
    channel: row.channel,
    key: keyOf(row),
    thread: row.threadTs ?? undefined,
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
): Promise<Again | undefined> {
  const about = { delivery: row.id, channel: row.channel, slot: row.slot };
  switch (outcome.kind) {
    case 'posted':
      deps.gate.taken(row.team);
      return await recordSent(deps, row, composed, outcome, null);
    case 'limited':
      deps.log.info({ ...about, waitMs: outcome.waitMs }, 'Slack asks to wait before a post');
      deps.gate.close(row.team, row.channel, outcome.waitMs, outcome.everywhere);
      return await waitUnposted(deps, row, outcome.waitMs);
    case 'unsent':
      deps.log.warn({ ...about, reason: outcome.reason }, 'Slack could not be reached');
      return await waitUnposted(deps, row, backOff(deps, row), 'Slack could not be reached');
    case 'doubt':
      deps.log.warn({ ...about, reason: outcome.reason }, 'a post may or may not have been made');
      return (
        (await waitUntil(deps, row, 'sending', backOff(deps, row), { reason: doubtReason(outcome) })) ??
        (await doubtLost(deps, row))
      );
    case 'unfit':
      deps.log.error({ ...about, reason: outcome.reason }, 'Slack can’t read a message, however it is drawn');
      return await end(deps, row, {
        state: 'failed',
        reason: `Slack can’t read the message (${outcome.reason})`,
      });
    case 'lost':
      return undefined;
    case 'refused': {
      deps.log.warn({ ...about, error: outcome.error }, 'a channel or workspace refuses posts');
      // With another token, or the right that is missing, it can be said: it waits for that.
      if (row.kind === 'notice' && outcome.end !== 'place' && !isTooLate(deps, row))
        return await waitUnposted(deps, row, NOTICE_WAIT_MS);
      return await end(deps, row, {
        state: 'failed',
        reason: refusalInWords(outcome.error),
        refusedBy: outcome.end,
      });
    }
  }
}

/** This ask made no post, and does not count; what an earlier one made is still in doubt. */
async function waitUnposted(
  deps: DeliveryDeps,
  row: Delivery,
  waitMs: number,
  reason = row.reason,
): Promise<Again | undefined> {
  const asks = row.asks - 1;
  return await waitUntil(deps, row, asks > 0 ? 'sending' : 'pending', waitMs, { asks, reason });
}

/** Said of a post that Slack answers, again and again, by a name that is not known here. */
export const ANSWERED = 'Slack answered';

const doubtReason = ({ reason, name }: PostOutcome & { kind: 'doubt' }): string =>
  name === undefined ? `no clear answer from Slack: ${reason.slice(0, 100)}` : `${ANSWERED} “${name}”`;

/** Longer from time to time: claims count twice where each post is looked for first. */
export function backOff({ config }: DeliveryDeps, { attempt: claims }: Delivery): number {
  return Math.min(config.settleMs * 2 ** Math.floor((claims - 1) / 2), LONGEST_WAIT_MS);
}

/** What the message carries: names the slot, in the workspace and over restarts. */
export const keyOf = ({ subject, slot }: Delivery): string => `${subject} ${slot}`;
