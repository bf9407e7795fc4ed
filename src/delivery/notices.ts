/** The one message to an owner whose digest or alert can't be posted any more: what happened, and what to do. */
import { z } from 'zod';
import type { Compose } from './deps.ts';

const payload = z.object({ of: z.enum(['digest', 'alert']), channel: z.string(), reason: z.string() });

/** Composes notices from what `refuse` put into their delivery. */
export const composeNotice: Compose = async (delivery) => {
  const { of, channel, reason } = payload.parse(JSON.parse(delivery.payload ?? '{}'));
  const where = /^[UWD]/.test(channel) ? 'to you' : `in <#${channel}>`;
  const text = [
    `*I have paused your ${of} ${where}*: ${reason}.`,
    `Nothing else is affected. When that is mended (invite me with \`/invite\`, or choose another channel), \`/nd ${of} list\` has a button to resume it.`,
  ].join('\n');
  return {
    kind: 'post',
    payload: delivery.payload,
    render: () => ({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
  };
};
