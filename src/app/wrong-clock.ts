/** Refuses to start by a clock that is far off: slots would be posted, or counted as missed, that are not due for a year. */
import { createPostingClient } from '#src/delivery/post.ts';
import { slackClock } from '#src/delivery/slack-clock.ts';
import type { Config } from '#src/platform/settings/config.ts';
import { StartError } from '#src/platform/errors.ts';
import { boltLogger, createLog } from '#src/platform/log.ts';

/** Slack itself takes no request for good whose time is off by more. */
const FAR_OFF_MS = 5 * 60_000;
const PATIENCE_MS = 10_000;

/**
 * Compares the clock with the time that Slack's answers carry. A Slack that can't be reached says nothing of the clock.
 * @throws StartError where it is more than five minutes off.
 */
export async function refuseWrongClock(
  { slackApiUrl }: Pick<Config, 'slackApiUrl'>,
  now: () => number,
): Promise<void> {
  const client = createPostingClient('', PATIENCE_MS, {
    logger: boltLogger(createLog({ level: 'silent' })),
    ...(slackApiUrl !== undefined && { slackApiUrl }),
  });
  const clock = slackClock(client, now);
  // Needs no token: any answer, also one that says no, tells the time.
  await client.api.test().catch(() => undefined);
  const ahead = clock.ahead() ?? 0;
  if (Math.abs(ahead) <= FAR_OFF_MS) return;
  const slack = new Date(clock.now()).toISOString().slice(0, 19);
  const own = new Date(now()).toISOString().slice(0, 19);
  throw new StartError([
    {
      subject: 'the clock of this machine',
      reason: `it says ${own} UTC, and Slack's says ${slack} UTC: digests would come at wrong times, or not for long.`,
      fix: 'Set it right, as by NTP, and start again. Nothing was posted or counted as missed.',
    },
  ]);
}
