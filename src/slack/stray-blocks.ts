/** What an earlier version stored for another company, in a list: that it is there, and a button to delete it. */
import type { ActionsBlock, KnownBlock } from '@slack/types';
import { button } from '#src/presentation/buttons.ts';
import { sections } from '#src/presentation/sections.ts';
import { placeInWords } from './posting-place.ts';
import { writeValue, type Shown } from './shown-list.ts';

export interface Stray {
  readonly id: string;
  readonly channel: string;
}

const ADVICE =
  'An earlier version stored it for another company, whose people can’t reach it any more. It goes on as it was set up until it is deleted.';

/** @example strayInWords('digest', { id, channel: 'C1' }) // "A digest of another company, in <#C1>" */
export const strayInWords = (what: 'digest' | 'alert', { channel }: Stray): string =>
  `${what === 'digest' ? 'A digest' : 'An alert'} of another company, ${placeInWords(channel)}`;

/** @param actionId Of the button that deletes one. */
export function strayBlocks(
  what: 'digest' | 'alert',
  stray: Stray,
  { actionId, shown }: { readonly actionId: string; readonly shown: Shown },
): readonly KnownBlock[] {
  const made = button(actionId, 'Delete', writeValue(stray.id, shown));
  return [
    ...sections([`*${strayInWords(what, stray)}*`, ADVICE]),
    ...(made === undefined ? [] : [{ type: 'actions', elements: [made] } satisfies ActionsBlock]),
  ];
}
