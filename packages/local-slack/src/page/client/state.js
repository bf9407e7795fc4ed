/** What the page knows: the last snapshot, kept up to date by events. */

/** @typedef {import('../page-types.ts').Row} Row */
/** @typedef {import('../page-types.ts').Snapshot} Snapshot */

/** @type {Snapshot} */
const NOTHING = {
  kind: 'snapshot',
  workspace: '',
  me: { id: '', name: '', real_name: '', is_bot: false, avatar: '' },
  bot: { id: '', name: '', real_name: '', is_bot: true, avatar: '' },
  people: [],
  channels: [],
  rows: [],
  read: {},
  home: '',
  homeTab: false,
  views: [],
  commands: [],
  shortcuts: [],
  wire: [],
  switches: { repeatEvents: false, refuseImages: false, expireTriggers: false, slow: false },
  sockets: 0,
  clock: { at: 0, zone: 'UTC', moved: false },
  app: 'up',
  keptIn: '',
};

/**
 * @typedef {object} Here
 * @property {string} place the channel that is shown
 * @property {'home' | 'messages'} tab of the app's conversation
 * @property {string | undefined} thread the message whose thread is open
 * @property {number} actedAt when the person last did something here, in milliseconds since 1970
 * @property {string | undefined} newSince what is newer is marked: up to here the place was read when it was opened
 */

/** @type {{ -readonly [Name in keyof Snapshot]: Snapshot[Name] } & Here} */
export const state = {
  ...NOTHING,
  place: '',
  tab: 'messages',
  thread: undefined,
  newSince: undefined,
  actedAt: 0,
};

/** @param {Snapshot} snapshot */
export const takeSnapshot = (snapshot) => void Object.assign(state, snapshot);

/** @param {Row} row */
export function takeRow(row) {
  const rows = state.rows.filter((other) => !isSame(other, row));
  const at = rows.findLastIndex((other) => other.ts < row.ts) + 1;
  state.rows = [...rows.slice(0, at), row, ...rows.slice(at)];
}

/** @param {{ channel: string, ts: string }} gone */
export function dropRow(gone) {
  state.rows = state.rows.filter((row) => !isSame(row, gone));
}

/**
 * @param {{ channel: string, ts: string }} a
 * @param {{ channel: string, ts: string }} b
 */
const isSame = (a, b) => a.channel === b.channel && a.ts === b.ts;

/** @param {string} channel */
export const rowsIn = (channel) =>
  state.rows.filter((row) => row.channel === channel && row.thread === undefined);

/**
 * @param {string} channel
 * @param {string} ts
 */
export const rowsOfThread = (channel, ts) =>
  state.rows.filter((row) => row.channel === channel && (row.ts === ts || row.thread === ts));

/** How many messages of others are newer than what was read. @param {string} channel */
export const unreadIn = (channel) =>
  state.rows.filter(
    (row) => row.channel === channel && row.user !== state.me.id && row.ts > (state.read[channel] ?? ''),
  ).length;

export const placeNow = () => state.channels.find(({ id }) => id === state.place);

export const directMessage = () => state.channels.find(({ kind }) => kind === 'im');
