/** What no listener takes: acknowledged, so that nobody waits for nothing, and answered where somebody pressed something. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '#src/platform/log.ts';
import { newReference } from '#src/platform/errors.ts';
import { tell } from './error-handler.ts';

export const OLDER_BUTTON =
  'This button is from an older version of Lodestone, and leads nowhere now. Nothing was changed: ask again, or type `/nd help`.';

const envelope = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  event: z.object({ type: z.string() }).nullish().catch(undefined),
});

/** Bodies of events; the others are what somebody did. */
const EVENTS: ReadonlySet<string> = new Set(['event_callback', 'app_rate_limited']);
/** What is done to a view without wanting anything of it. */
const WANTS_NOTHING: ReadonlySet<string> = new Set(['view_closed', 'block_suggestion']);

/**
 * Puts a net under the listeners. To be called before requests come; an event without an inner one, such as Slack's own
 * notice that it holds events back, ends here, for Bolt takes the inner one for granted.
 */
export function catchUnmatched(app: App, log: Log): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const { type = '', command, event: inner } = envelope.safeParse(event.body).data ?? {};
    if (command === undefined && EVENTS.has(type) && (inner === undefined || inner === null)) {
      log.warn({ type }, 'Slack sent what holds no event: acknowledged, and left');
      return await event.ack();
    }
    let acknowledged = false;
    const ack: typeof event.ack = async (response) => {
      acknowledged = true;
      await event.ack(response);
    };
    let failure: { readonly error: unknown } | undefined;
    // Bolt takes for granted what a request holds: it would be read no better when Slack sends it again.
    await processEvent({ ...event, ack }).catch((error: unknown) => (failure = { error }));
    if (failure !== undefined)
      log.error({ reference: newReference(), ...failure, type }, 'what Slack sent could not be read');
    if (acknowledged) return;
    if (failure === undefined) log.warn({ type, command }, 'no listener took what Slack sent: acknowledged');
    await event.ack(type === 'block_suggestion' ? { options: [] } : undefined);
    if (EVENTS.has(type) || WANTS_NOTHING.has(type)) return;
    try {
      await tell(OLDER_BUTTON, event.body, app.client);
    } catch (error) {
      log.error({ error }, 'could not tell the person that a button is too old');
    }
  };
}
