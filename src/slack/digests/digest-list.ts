/** Digests as a message, each with its buttons; and the message anew after a press. */
import type { Button } from '@slack/types';
import type { Actor } from '#src/access/actor.ts';
import { digestSentence } from '#src/domain/watching/drafts/sentence.ts';
import { dateIn } from '#src/domain/watching/schedules/wall-clock.ts';
import { DIGEST_MANAGE_ACTION } from '#src/watching/manage-button.ts';
import {
  findListed,
  listDigests,
  type AnyDigest,
  type ListedDigest,
} from '#src/watching/digests/list-digests.ts';
import { BROKEN_DIGEST } from '#src/watching/digests/manage-digests.ts';
import { button } from '#src/presentation/buttons.ts';
import type { Message } from '#src/presentation/message.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { listMessage, saidAs, type InList, type ListOf, type Shown } from '#src/slack/shown-list.ts';
import { contentInWords, digestInWords, stateInWords } from './digest-words.ts';

export const DIGEST_ACTIONS = {
  manage: DIGEST_MANAGE_ACTION,
  pause: 'digest:pause',
  resume: 'digest:resume',
  edit: 'digest:edit',
  now: 'digest:now',
  delete: 'digest:delete',
} as const;

export const GONE = 'That digest was deleted. `/nd digest list` shows those that there are.';

/** The list as it is now. @param note A line above it: what has just been done. */
export async function digestList(
  deps: ListenerDeps,
  actor: Actor,
  shown: Shown,
  note?: string,
): Promise<Message> {
  const { manage } = await deps.delivery;
  const found =
    'id' in shown ? [await findListed(manage, actor, shown.id)] : await listDigests(manage, actor, shown);
  const items = found.filter((digest) => digest !== undefined).map(inList);
  return listMessage(digestsListed(deps), { items, actor, house: deps.house, shown, note });
}

function inList(digest: AnyDigest): InList<ListedDigest> {
  if (digest.isBroken === 'stray') return { stray: digest.subscription };
  return digest.isBroken ? { broken: digest.subscription } : { listed: digest };
}

function digestsListed(deps: ListenerDeps): ListOf<ListedDigest> {
  const now = deps.now().getTime();
  return {
    what: 'digest',
    none: 'No digest comes to this channel, and you have set up none elsewhere. `/nd digest` makes one, or say “send me ndpr every Monday at 9”.',
    gone: GONE,
    broken: BROKEN_DIGEST,
    stored: ({ subscription }) => subscription,
    line: ({ subscription }) => digestInWords(subscription),
    lines: (digest) => {
      const { subscription } = digest;
      const words = digestInWords(subscription);
      const today = dateIn(now, subscription.zone);
      return [
        `*${words.charAt(0).toUpperCase()}${words.slice(1)}*`,
        contentInWords(subscription.content, deps),
        ...saidAs(digestSentence(subscription, { materials: deps.quotes.materials, today })),
        ...stateInWords(digest, now),
      ];
    },
    buttons: ({ subscription: { state } }, { stop, change }, value) => [
      state !== 'paused' && stop ? button(DIGEST_ACTIONS.pause, 'Pause', value) : undefined,
      state === 'paused' && change ? button(DIGEST_ACTIONS.resume, 'Resume', value) : undefined,
      change ? button(DIGEST_ACTIONS.edit, 'Edit', value) : undefined,
      change ? button(DIGEST_ACTIONS.now, 'Send now', value) : undefined,
      stop ? deleteButton(value) : undefined,
    ],
    deletes: DIGEST_ACTIONS.delete,
    remove: deleteButton,
  };
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
