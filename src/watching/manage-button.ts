/** The button under each digest and alert that leads to what can be done with it. */
import type { Block, KnownBlock } from '@slack/types';
import { LIMITS } from '#src/presentation/limits.ts';
import type { Message } from '#src/presentation/message.ts';
import { plainText } from '#src/presentation/plain-object.ts';

export const DIGEST_MANAGE_ACTION = 'digest:manage';
export const ALERT_MANAGE_ACTION = 'alert:manage';

/** A line above a message that says what it is and whose. @param heading mrkdwn */
export function withHeading({ text, blocks }: Message, heading: string): Message {
  const block: KnownBlock = { type: 'context', elements: [{ type: 'mrkdwn', text: heading }] };
  return { text: `${heading}\n${text}`, blocks: [block, ...blocks].slice(0, LIMITS.blocks.message) };
}

/** @param id Of the digest or alert: the button's value. */
export function withManage({ text, blocks }: Message, actionId: string, id: string): Message {
  const manage: KnownBlock & Block = {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: actionId,
        text: plainText('Manage'),
        value: id,
      },
    ],
  };
  return { text, blocks: [...blocks.slice(0, LIMITS.blocks.message - 1), manage] };
}
