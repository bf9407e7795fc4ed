/** What was paused because Slack refused the token goes on once there is one that works, as after a reinstall; and its owners are told. */
import { alertsPausedFor } from '#src/storage/alerts.ts';
import { hastenNotices, noticesWait } from '#src/storage/waiting-notices.ts';
import { subscriptionsPausedFor } from '#src/storage/subscriptions.ts';
import type { DeliveryDeps } from '#src/delivery/deps.ts';
import { letAlertGoOn, letDigestGoOn } from './resume.ts';
import { TOKEN_REASONS } from '#src/delivery/slack-errors.ts';

/**
 * Resumes from now on: what was missed is not made up for.
 * @param installed Asks Slack where the token works, which may be a whole organisation, and is only asked where there is something to resume. Rejects where the token does not work.
 * @returns how many were resumed
 */
export async function revive(
  deps: Pick<DeliveryDeps, 'store' | 'queue' | 'now'>,
  installed: () => Promise<{ readonly team: string; readonly orgWide: boolean }>,
): Promise<number> {
  const { db } = deps.store;
  const digests = await subscriptionsPausedFor(db, TOKEN_REASONS);
  const alerts = await alertsPausedFor(db, TOKEN_REASONS);
  const wait = await noticesWait(db, deps.now());
  if (digests.length + alerts.length === 0 && !wait) return 0;
  const { team, orgWide } = await installed();
  const ours = (of: { readonly team: string }): boolean => orgWide || of.team === team;
  for (const digest of digests.filter(ours)) await letDigestGoOn(db, digest, deps.now());
  for (const alert of alerts.filter(ours)) await letAlertGoOn(db, alert);
  deps.queue.wake();
  // Last, so that they can say that it goes on.
  if ((await hastenNotices(db, orgWide ? undefined : team, deps.now())) > 0) deps.queue.wake();
  return digests.filter(ours).length + alerts.filter(ours).length;
}
