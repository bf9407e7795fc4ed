/** Lists of digests and of alerts: one message, and what it shows as its buttons carry it, for Slack does not send it back. */
import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import { barTo, type Owned } from '#src/access/owned.ts';
import { button } from '#src/presentation/buttons.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import type { Message } from '#src/presentation/message.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { sections } from '#src/presentation/sections.ts';
import { placeInWords } from './posting-place.ts';

/** Each takes two blocks; a line above and one below are left room for. */
const MOST_LISTED = Math.floor((LIMITS.blocks.message - 2) / 2);

/** One of them, or those of a channel and a person's own. */
export type Shown = { readonly id: string } | { readonly channel: string; readonly owner: string };

interface Stored extends Owned {
  readonly id: string;
}

/** One of a list: as it is, one that can't be read, or one that an earlier version stored for another company. */
export type InList<T> =
  { readonly listed: T } | { readonly broken: Stored } | { readonly stray: Pick<Stored, 'id' | 'channel'> };

/** How one kind of list is written. */
export interface ListOf<T> {
  readonly what: 'digest' | 'alert';
  /** Said where nothing is listed, and where the one that was shown is gone. */
  readonly none: string;
  readonly gone: string;
  /** Said of one that can't be read. */
  readonly broken: string;
  readonly stored: (one: T) => Stored;
  /** In the message's text. */
  readonly line: (one: T) => string;
  /** Above its buttons, as mrkdwn; those that are empty are left out. */
  readonly lines: (one: T) => readonly string[];
  /** Those that whoever looks may press. @param value What each carries. */
  readonly buttons: (
    one: T,
    may: { readonly stop: boolean; readonly change: boolean },
    value: string,
  ) => readonly (Button | undefined)[];
  /** The `action_id` of the button that deletes one, and the button itself. */
  readonly deletes: string;
  readonly remove: (value: string) => Button | undefined;
}

/** What is listed, for whom, and what has just been done: a line above the list. */
interface Listing<T> {
  readonly items: readonly InList<T>[];
  readonly actor: Actor;
  readonly house: House;
  readonly shown: Shown;
  readonly note?: string | undefined;
}

export function listMessage<T>(of: ListOf<T>, listing: Listing<T>): Message {
  const { items, shown, note } = listing;
  const heading = note ?? (items.length > 0 ? undefined : 'id' in shown ? of.gone : of.none);
  const more = items.length - MOST_LISTED;
  const text = [heading, ...items.map((one) => lineOf(of, one))]
    .filter((one) => one !== undefined)
    .join('\n');
  return {
    text: text.slice(0, LIMITS.messageText),
    blocks: [
      ...(heading === undefined ? [] : sections([heading])),
      ...items.slice(0, MOST_LISTED).flatMap((one) => blocksOf(of, one, listing)),
      ...(more > 0
        ? sections([`And ${more} more: type \`/nd ${of.what} list\` in their own channels.`])
        : []),
    ],
  };
}

const oneOf = (what: 'digest' | 'alert'): string => (what === 'digest' ? 'A digest' : 'An alert');
const unread = (what: 'digest' | 'alert'): string => `${oneOf(what)} that can’t be read`;

/** @example "A digest of another company, in <#C1>" */
const strayInWords = (what: 'digest' | 'alert', { channel }: Pick<Stored, 'channel'>): string =>
  `${oneOf(what)} of another company, ${placeInWords(channel)}`;
const STRAY =
  'An earlier version stored it for another company, whose people can’t reach it any more. It goes on as it was set up until it is deleted.';

function lineOf<T>(of: ListOf<T>, one: InList<T>): string {
  if ('stray' in one) return strayInWords(of.what, one.stray);
  return 'broken' in one ? unread(of.what) : of.line(one.listed);
}

function blocksOf<T>(
  of: ListOf<T>,
  one: InList<T>,
  { actor, house, shown }: Listing<T>,
): readonly KnownBlock[] {
  if ('stray' in one) {
    const { stray } = one;
    const lines = [`*${strayInWords(of.what, stray)}*`, STRAY];
    return [...sections(lines), ...actions([button(of.deletes, 'Delete', writeValue(stray.id, shown))])];
  }
  const stored = 'broken' in one ? one.broken : of.stored(one.listed);
  const value = writeValue(stored.id, shown);
  const can = (action: 'stop' | 'change') => barTo(actor, action, stored, house) === undefined;
  const may = { stop: can('stop'), change: can('change') };
  const [lines, buttons] =
    'broken' in one
      ? [
          [`*${unread(of.what)}, ${placeInWords(stored.channel)}*`, of.broken],
          may.stop ? [of.remove(value)] : [],
        ]
      : [of.lines(one.listed).filter((line) => line !== ''), of.buttons(one.listed, may, value)];
  const below = actions(buttons);
  return [...sections(lines), ...(below.length > 0 ? below : sections([heldBy(stored.owner)]))];
}

function actions(buttons: readonly (Button | undefined)[]): readonly ActionsBlock[] {
  const elements = buttons.filter((element) => element !== undefined);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** Stands where the buttons would be, for whoever may only look. */
const heldBy = (owner: string): string => `Set up by <@${owner}>, who can change it, as admins can.`;

/** The value of a button: which digest or alert it is of, and what list it stands in. */
function writeValue(id: string, shown: Shown): string {
  return 'id' in shown ? id : `${id} ${shown.channel}`;
}

/** The sentence that would make what a list shows, as mrkdwn; none where no sentence says it. */
export const saidAs = (sentence: string | undefined): readonly string[] =>
  sentence === undefined ? [] : [`In words: _${escapeMrkdwn(sentence)}_`];
