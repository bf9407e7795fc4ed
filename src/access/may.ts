/** Who may do what: the whole of it, as one table. What is not in it, nobody may. */
import type { Limits } from './limits.ts';
import { STANDINGS, type Actor, type Standing } from './actor.ts';

/** What the app's settings decide. */
export interface House {
  /** `DIGEST_ADMINS_ONLY`: whether only admins have things posted to channels. */
  readonly channelsByAdmins: boolean;
  /** `mayEnter` of the feeds file: who enters prices by hand. */
  readonly entering: 'everyone' | 'admins' | readonly string[];
  /** How much one person and one workspace may have. */
  readonly limits: Limits;
}

/**
 * `open`: unless only admins post to channels. `feeds`: as the feeds file says. `named`: whom the feeds file names.
 */
export type Cell = 'yes' | 'no' | 'open' | 'feeds' | 'named';

interface Row {
  /** In words, for the documentation. */
  readonly words: string;
  readonly cells: readonly [admin: Cell, member: Cell, guest: Cell, outsider: Cell];
}

const row = (words: string, ...cells: Row['cells']): Row => ({ words, cells });

/** How a digest or an alert stands to whoever asks for it, as the rows below name it. */
const POSTED = {
  own: 'their own, posted to themselves',
  'own-in-channel': 'their own, posted to a channel',
  here: 'another’s, posted to the channel that they ask from',
  elsewhere: 'another’s, posted to another channel',
  private: 'another’s, posted to that person',
} as const;
type Relation = keyof typeof POSTED;

const posted = (verb: string, cells: Readonly<Record<Relation, Row['cells']>>): Record<Relation, Row> => ({
  own: row(`${verb} ${POSTED.own}`, ...cells.own),
  'own-in-channel': row(`${verb} ${POSTED['own-in-channel']}`, ...cells['own-in-channel']),
  here: row(`${verb} ${POSTED.here}`, ...cells.here),
  elsewhere: row(`${verb} ${POSTED.elsewhere}`, ...cells.elsewhere),
  private: row(`${verb} ${POSTED.private}`, ...cells.private),
});

export const TABLE = {
  ask: {
    figures: row('Ask for public figures and FAQ answers', 'yes', 'yes', 'yes', 'yes'),
    quotes: row('Be answered from the workspace’s own quotes', 'yes', 'yes', 'yes', 'no'),
    files: row('Have those quotes as a file or a chart', 'yes', 'yes', 'yes', 'no'),
  },
  share: {
    answer: row('Share an answer in the channel', 'yes', 'yes', 'yes', 'yes'),
  },
  quotes: {
    enter: row('Enter quotes by hand', 'feeds', 'feeds', 'named', 'no'),
    undo: row('Take back the last quote that they entered', 'feeds', 'feeds', 'named', 'no'),
    import: row('Import a table of quotes that they drop', 'feeds', 'feeds', 'named', 'no'),
    decide: row('Publish or reject a held quote', 'yes', 'no', 'no', 'no'),
  },
  look: {
    feeds: row('See how the feeds fare', 'yes', 'yes', 'no', 'no'),
    gaps: row('See what the FAQ lacks, by what others asked', 'yes', 'no', 'no', 'no'),
  },
  create: {
    'to-self': row('Make a digest or alert posted to themselves', 'yes', 'yes', 'yes', 'no'),
    'to-channel': row(
      'Make one posted to a channel (a private one: if they are in it)',
      'yes',
      'open',
      'no',
      'no',
    ),
  },
  see: posted('See a digest or alert:', {
    own: ['yes', 'yes', 'yes', 'no'],
    'own-in-channel': ['yes', 'yes', 'yes', 'no'],
    here: ['yes', 'yes', 'no', 'no'],
    elsewhere: ['yes', 'no', 'no', 'no'],
    private: ['no', 'no', 'no', 'no'],
  }),
  stop: posted('Pause, snooze or delete one:', {
    own: ['yes', 'yes', 'yes', 'no'],
    'own-in-channel': ['yes', 'yes', 'yes', 'no'],
    here: ['yes', 'no', 'no', 'no'],
    elsewhere: ['yes', 'no', 'no', 'no'],
    private: ['no', 'no', 'no', 'no'],
  }),
  change: posted('Edit, resume or send now one:', {
    own: ['yes', 'yes', 'yes', 'no'],
    'own-in-channel': ['yes', 'open', 'no', 'no'],
    here: ['yes', 'no', 'no', 'no'],
    elsewhere: ['yes', 'no', 'no', 'no'],
    private: ['no', 'no', 'no', 'no'],
  }),
  api: {
    tokens: row('Make, list and revoke the tokens of the API', 'yes', 'no', 'no', 'no'),
  },
  strays: {
    delete: row('Delete what an earlier version stored for another company', 'yes', 'no', 'no', 'no'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Row>>>>;

export type Action = keyof typeof TABLE;
export type ObjectOf<A extends Action> = keyof (typeof TABLE)[A] & string;

/** What the table says of a kind of person. */
function cellOf<A extends Action>(standing: Standing, action: A, object: ObjectOf<A>): Cell {
  const rows: Readonly<Record<string, Row>> = TABLE[action];
  return rows[object]?.cells[STANDINGS.indexOf(standing)] ?? 'no';
}

/** Whether somebody may do something. */
export function may<A extends Action>(
  { standing, user }: Pick<Actor, 'standing' | 'user'>,
  action: A,
  object: ObjectOf<A>,
  { channelsByAdmins, entering }: Pick<House, 'channelsByAdmins' | 'entering'>,
): boolean {
  const cell = cellOf(standing, action, object);
  const named = typeof entering !== 'string' && entering.includes(user);
  switch (cell) {
    case 'open':
      return !channelsByAdmins;
    case 'feeds':
      return entering === 'everyone' || (entering === 'admins' ? standing === 'admin' : named);
    case 'named':
      return named;
    default:
      return cell === 'yes';
  }
}

/** A person's id, where a channel's may stand too: what is posted to it is a direct message. */
export const isPerson = (place: string): boolean => /^[UW]/.test(place);

/** How a digest or an alert stands to whoever asks for it. What is posted to somebody is theirs, whoever made it. */
export function relationOf(
  { user, channel: askedIn }: Pick<Actor, 'user' | 'channel'>,
  { owner, channel }: { readonly owner: string; readonly channel: string },
): Relation {
  if (isPerson(channel)) return channel === user || owner === user ? 'own' : 'private';
  if (owner === user) return 'own-in-channel';
  return channel === askedIn ? 'here' : 'elsewhere';
}
