/** Drops what has been seen: Slack repeats an event that it thinks was lost, and Bolt passes the repetition on. */
import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import { createExpiringMap } from './expiring-map.ts';

/** Slack's last retry comes after about 6 minutes; an hour covers its delays too. */
const LIFETIME_MS = 3_600_000;
const CAPACITY = 20_000;

const eventBody = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event: z.object({
    type: z.string(),
    subtype: z.string().optional(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    ts: z.string().optional(),
  }),
});
type EventBody = z.output<typeof eventBody>;

/**
 * One message may arrive as several events (a mention, and a message). Only those that are answered count:
 * a channel's message event must not use up the mention that comes with it.
 */
function messageKey({ event }: EventBody): string | undefined {
  const answered = event.type === 'app_mention' || (event.type === 'message' && event.channel_type === 'im');
  if (!answered || event.subtype !== undefined || event.channel === undefined || event.ts === undefined) {
    return undefined;
  }
  return `${event.channel} ${event.ts}`;
}

/** Whether a request's body is a repetition. The first call for a body says no, and remembers it. */
export function createDedupe(now: () => number): (body: unknown) => boolean {
  const seen = createExpiringMap<true>({ capacity: CAPACITY, lifetimeMs: LIFETIME_MS, now });
  return (body) => {
    const parsed = eventBody.safeParse(body);
    if (!parsed.success) return false;
    const keys = [parsed.data.event_id, messageKey(parsed.data)].filter((key) => key !== undefined);
    const repeated = keys.some((key) => seen.get(key) === true);
    for (const key of keys) seen.set(key, true);
    return repeated;
  };
}

/** Global middleware: a repetition ends here. */
export function dropRepeats(now: () => number): Middleware<AnyMiddlewareArgs> {
  const isRepeat = createDedupe(now);
  return async ({ body, context, logger, next }) => {
    if (isRepeat(body)) logger.info(`dropped a repetition (retry ${context.retryNum ?? 'none'})`);
    else await next();
  };
}
