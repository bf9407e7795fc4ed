/** Messages to one person: an owner whose digest or alert can't be posted any more, an admin whose feed is in trouble. */
import { z } from 'zod';
import type { Compose } from './deps.ts';

const payload = z.union([
  z.object({ of: z.enum(['digest', 'alert']), channel: z.string(), reason: z.string() }),
  z.object({ of: z.literal('feed'), text: z.string() }),
]);

/** Composes notices from what was put into their delivery. */
export const composeNotice: Compose = async (delivery) => {
  const said = payload.parse(JSON.parse(delivery.payload ?? '{}'));
  const text = said.of === 'feed' ? said.text : pausedText(said);
  return {
    kind: 'post',
    payload: delivery.payload,
    render: () => ({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
  };
};

interface Paused {
  readonly of: 'digest' | 'alert';
  readonly channel: string;
  readonly reason: string;
}

function pausedText({ of, channel, reason }: Paused): string {
  const where = /^[UWD]/.test(channel) ? 'to you' : `in <#${channel}>`;
  return [
    `*I have paused your ${of} ${where}*: ${reason}.`,
    `Nothing else is affected. When that is mended (invite me with \`/invite\`, or choose another channel), \`/nd ${of} list\` has a button to resume it.`,
  ].join('\n');
}
