/** Why somebody may not, in words that say who may. */
import type { Actor } from './actor.ts';
import { may, type Action, type House, type ObjectOf } from './may.ts';

const OUTSIDE =
  '*This is for the people of the workspace that I am installed in.* I answer you from public sources: ask me a question.';

const GUEST: Readonly<Partial<Record<Action, string>>> = {
  create: '*As a guest here, you can have digests and alerts in direct messages, not in channels.*',
  change:
    '*As a guest here, you can change what comes to you alone.* What is posted to a channel, members set up.',
};

const OTHERS = '*Only whoever set it up, or an admin, can do that.*';

const WORDS: Readonly<Record<Action, string>> = {
  ask: '*The quotes of this workspace are for its own people.*',
  share: '*That can’t be shared here.*',
  quotes:
    '*You may not enter prices here.* An admin can, or can let you: `mayEnter` in the feeds file, `ADMIN_USERS` in the environment.',
  look: '*That is not for guests.* Ask a member of the workspace.',
  create: 'Only admins set up digests and channel alerts here. Ask a workspace admin to do it.',
  see: OTHERS,
  stop: OTHERS,
  change: OTHERS,
  api: '*The tokens of the API are for admins*: Slack’s own, or the people of `ADMIN_USERS`. Ask one of them.',
  strays: OTHERS,
};

const OBJECT_WORDS: Readonly<Record<string, string>> = {
  'look gaps':
    'The gaps hold what others asked, so they are for admins: Slack’s own, or the people of ADMIN_USERS. Ask one of them.',
  'quotes decide': '*Only admins decide what is held.*',
  'change own-in-channel': 'Only admins set up digests and channel alerts here. You can still delete yours.',
};

/** Why not, as mrkdwn; `undefined` where they may. */
export function whyNot<A extends Action>(
  actor: Pick<Actor, 'standing' | 'user'>,
  action: A,
  object: ObjectOf<A>,
  house: House,
): string | undefined {
  if (may(actor, action, object, house)) return undefined;
  if (actor.standing === 'outsider') return OUTSIDE;
  const asGuest = actor.standing === 'guest' ? GUEST[action] : undefined;
  return asGuest ?? OBJECT_WORDS[`${action} ${object}`] ?? WORDS[action];
}
