/** Lists of digests and of alerts: one message, and what it shows as its buttons carry it, for Slack does not send it back. */
import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Owned } from '#src/access/owned.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import type { Message } from '#src/presentation/message.ts';
import { sections } from '#src/presentation/sections.ts';
import { placeInWords } from './posting-place.ts';

/** Each takes two blocks; a line above and one below are left room for. */
const MOST_LISTED = Math.floor((LIMITS.blocks.message - 2) / 2);

/** One of them, or those of a channel and a person's own. */
export type Shown = { readonly id: string } | { readonly channel: string; readonly owner: string };

/** How one kind of list is written. */
interface ListWords<T> {
  /** Said where nothing is listed, and where the one that was shown is gone. */
  readonly none: string;
  readonly gone: string;
  /** The command that lists them: "/nd alert list". */
  readonly command: string;
  readonly blocks: (item: T) => readonly KnownBlock[];
  /** In the message's text. */
  readonly line: (item: T) => string;
}

/** @param note A line above the list: what has just been done. */
export function listMessage<T>(
  items: readonly T[],
  { none, gone, command, blocks, line }: ListWords<T>,
  shown: Shown,
  note?: string,
): Message {
  const heading = note ?? (items.length > 0 ? undefined : 'id' in shown ? gone : none);
  const more = items.length - MOST_LISTED;
  const text = [heading, ...items.map(line)].filter((one) => one !== undefined).join('\n');
  return {
    text: text.slice(0, LIMITS.messageText),
    blocks: [
      ...(heading === undefined ? [] : sections([heading])),
      ...items.slice(0, MOST_LISTED).flatMap(blocks),
      ...(more > 0 ? sections([`And ${more} more: type \`${command}\` in their own channels.`]) : []),
    ],
  };
}

/** Stands where the buttons would be, for whoever may only look. */
export const heldBy = (owner: string): string => `Set up by <@${owner}>, who can change it, as admins can.`;

/** One that can't be read is said to be so, among all the others. @param words `remove`: for whoever may delete it. */
export function brokenBlocks(
  { owner, channel }: Owned,
  words: { readonly name: string; readonly advice: string; readonly remove: Button | undefined },
): readonly KnownBlock[] {
  const { name, advice, remove } = words;
  const below =
    remove === undefined
      ? sections([heldBy(owner)])
      : [{ type: 'actions', elements: [remove] } satisfies ActionsBlock];
  return [...sections([`*${name}, ${placeInWords(channel)}*`, advice]), ...below];
}

/** The value of a button: which digest or alert it is of, and what list it stands in. */
export function writeValue(id: string, shown: Shown): string {
  return 'id' in shown ? id : `${id} ${shown.channel}`;
}
