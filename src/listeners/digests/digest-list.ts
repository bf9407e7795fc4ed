/** Digests as a message, each with its buttons; and the message anew after a press. */
import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import { DIGEST_MANAGE_ACTION } from '#src/delivery/manage-button.ts';
import { findListed, listDigests, type ListedDigest } from '#src/delivery/manage-digests.ts';
import { button } from '#src/presentation/buttons.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import type { Message } from '#src/presentation/message.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { sections } from '#src/presentation/sections.ts';
import type { ListenerDeps } from '../deps.ts';
import { writeValue, type Shown } from '../shown-list.ts';
import { contentInWords, digestInWords, stateInWords } from './digest-words.ts';

export const DIGEST_ACTIONS = {
  manage: DIGEST_MANAGE_ACTION,
  pause: 'digest:pause',
  resume: 'digest:resume',
  edit: 'digest:edit',
  now: 'digest:now',
  delete: 'digest:delete',
} as const;

const NONE = 'No digest comes to this channel, and you have set up none elsewhere. `/nd digest` makes one.';
export const GONE = 'That digest was deleted. `/nd digest list` shows those that there are.';

/** Each digest takes two blocks; a line above and one below are left room for. */
const MOST_LISTED = Math.floor((LIMITS.blocks.message - 2) / 2);

/** The list as it is now. @param note A line above it: what has just been done. */
export async function digestList(
  deps: ListenerDeps,
  team: string,
  shown: Shown,
  note?: string,
): Promise<Message> {
  const { manage } = await deps.delivery;
  const found =
    'id' in shown ? [await findListed(manage, team, shown.id)] : await listDigests(manage, team, shown);
  const digests = found.filter((digest) => digest !== undefined);
  const heading = note ?? (digests.length > 0 ? undefined : 'id' in shown ? GONE : NONE);
  const more = digests.length - MOST_LISTED;
  const blocks = [
    ...(heading === undefined ? [] : sections([heading])),
    ...digests.slice(0, MOST_LISTED).flatMap((digest) => digestBlocks(deps, digest, shown)),
    ...(more > 0 ? sections([`And ${more} more: type \`/nd digest list\` in their own channels.`]) : []),
  ];
  const lines = digests.map(({ subscription: { channel, zone }, schedule }) =>
    digestInWords({ schedule, zone, channel }),
  );
  const text = [heading, ...lines].filter((line) => line !== undefined).join('\n');
  return { text: text.slice(0, LIMITS.messageText), blocks };
}

function digestBlocks(deps: ListenerDeps, digest: ListedDigest, shown: Shown): readonly KnownBlock[] {
  const { subscription, schedule, content } = digest;
  const { id, channel, zone, state } = subscription;
  const words = digestInWords({ schedule, zone, channel });
  const value = writeValue(id, shown);
  const buttons = [
    state === 'paused'
      ? button(DIGEST_ACTIONS.resume, 'Resume', value)
      : button(DIGEST_ACTIONS.pause, 'Pause', value),
    button(DIGEST_ACTIONS.edit, 'Edit', value),
    button(DIGEST_ACTIONS.now, 'Send now', value),
    deleteButton(value),
  ].filter((element) => element !== undefined);
  return [
    ...sections([
      `*${words.charAt(0).toUpperCase()}${words.slice(1)}*`,
      contentInWords(content, deps),
      ...stateInWords(digest, deps.now().getTime()),
    ]),
    { type: 'actions', elements: buttons } satisfies ActionsBlock,
  ];
}

function deleteButton(value: string): Button | undefined {
  const made = button(DIGEST_ACTIONS.delete, 'Delete', value);
  return (
    made && {
      ...made,
      style: 'danger',
      confirm: {
        title: plainText('Delete this digest?'),
        text: plainText('It will not come any more. What was posted stays.'),
        confirm: plainText('Delete'),
        deny: plainText('Keep'),
      },
    }
  );
}
