/** Digests as a message, each with its buttons; and the message anew after a press. */
import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Actor } from '#src/access/actor.ts';
import { barTo } from '#src/access/owned.ts';
import { digestSentence } from '#src/domain/watching/drafts/sentence.ts';
import { dateIn } from '#src/domain/watching/schedules/wall-clock.ts';
import { DIGEST_MANAGE_ACTION } from '#src/watching/manage-button.ts';
import {
  findListed,
  listDigests,
  type AnyDigest,
  type BrokenDigest,
  type ListedDigest,
} from '#src/watching/digests/list-digests.ts';
import { BROKEN_DIGEST } from '#src/watching/digests/manage-digests.ts';
import { button } from '#src/presentation/buttons.ts';
import type { Message } from '#src/presentation/message.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import { sections } from '#src/presentation/sections.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { saidAs } from '#src/slack/said-as.ts';
import { brokenBlocks, heldBy, listMessage, writeValue, type Shown } from '#src/slack/shown-list.ts';
import { strayBlocks, strayInWords } from '#src/slack/stray-blocks.ts';
import { contentInWords, digestInWords, stateInWords } from './digest-words.ts';

export const DIGEST_ACTIONS = {
  manage: DIGEST_MANAGE_ACTION,
  pause: 'digest:pause',
  resume: 'digest:resume',
  edit: 'digest:edit',
  now: 'digest:now',
  delete: 'digest:delete',
} as const;

const NONE =
  'No digest comes to this channel, and you have set up none elsewhere. `/nd digest` makes one, or say “send me ndpr every Monday at 9”.';
const BROKEN = 'A digest that can’t be read';
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
  const digests = found.filter((digest) => digest !== undefined);
  const words = {
    none: NONE,
    gone: GONE,
    command: '/nd digest list',
    blocks: (digest: AnyDigest) =>
      digest.isBroken === 'stray'
        ? strayBlocks('digest', digest.subscription, { actionId: DIGEST_ACTIONS.delete, shown })
        : digest.isBroken
          ? broken(deps, actor, digest, shown)
          : digestBlocks(deps, actor, digest, shown),
    line: lineOf,
  };
  return listMessage(digests, words, shown, note);
}

function lineOf(digest: AnyDigest): string {
  if (digest.isBroken === 'stray') return strayInWords('digest', digest.subscription);
  return digest.isBroken ? BROKEN : digestInWords(digest.subscription);
}

function broken(
  deps: ListenerDeps,
  actor: Actor,
  { subscription }: BrokenDigest,
  shown: Shown,
): readonly KnownBlock[] {
  const stop = barTo(actor, 'stop', subscription, deps.house) === undefined;
  const remove = stop ? deleteButton(writeValue(subscription.id, shown)) : undefined;
  return brokenBlocks(subscription, { name: BROKEN, advice: BROKEN_DIGEST, remove });
}

function digestBlocks(
  deps: ListenerDeps,
  actor: Actor,
  digest: ListedDigest,
  shown: Shown,
): readonly KnownBlock[] {
  const { subscription } = digest;
  const { id, content, state } = subscription;
  const words = digestInWords(subscription);
  const value = writeValue(id, shown);
  const can = (action: 'stop' | 'change') => barTo(actor, action, subscription, deps.house) === undefined;
  const [stop, change] = [can('stop'), can('change')];
  const buttons = [
    state !== 'paused' && stop ? button(DIGEST_ACTIONS.pause, 'Pause', value) : undefined,
    state === 'paused' && change ? button(DIGEST_ACTIONS.resume, 'Resume', value) : undefined,
    change ? button(DIGEST_ACTIONS.edit, 'Edit', value) : undefined,
    change ? button(DIGEST_ACTIONS.now, 'Send now', value) : undefined,
    stop ? deleteButton(value) : undefined,
  ].filter((element) => element !== undefined);
  return [
    ...sections([
      `*${words.charAt(0).toUpperCase()}${words.slice(1)}*`,
      contentInWords(content, deps),
      ...saidAs(
        digestSentence(subscription, {
          materials: deps.quotes.materials,
          today: dateIn(deps.now().getTime(), subscription.zone),
        }),
      ),
      ...stateInWords(digest, deps.now().getTime()),
    ]),
    ...(buttons.length > 0
      ? [{ type: 'actions', elements: buttons } satisfies ActionsBlock]
      : sections([heldBy(subscription.owner)])),
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
